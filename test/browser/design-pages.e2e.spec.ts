import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { violations, violationsInEveryLook } from '../harness/axe.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

/** Every page in every look where all is run; else each page in both languages, themes and widths, in half as many visits. */
const IS_COMPLETE = process.env['FAULTS'] === 'complete';

const text = (de: string) => [{ locale: 'de', text: de }];

/** Every kind of question and of fault that a page shows, so that axe sees each. */
const rich = () => ({
  scales: [
    {
      code: 'challenge',
      ordered: true,
      polarity: 'HIGHER_IS_WORSE',
      levels: ['1', '2'].map((code) => ({ code, label: text(`Stufe ${code}`) })),
      boxes: [{ name: 'high', levels: ['2'] }],
      missing: [{ code: 'dk', kind: 'DONT_KNOW', label: text('weiß nicht') }],
    },
  ],
  sections: [
    {
      code: 'city',
      title: text('Stadtplanung'),
      questions: [
        {
          code: 'housing',
          type: 'SCALE',
          scale: 'challenge',
          text: text('Wohnraum, neu gefragt'),
          help: text('Erläuterung'),
        },
        { code: 'staff', type: 'NUMBER', text: text('Stellen'), unit: text('Stellen'), min: 0, toleranceAbsolute: 1 },
        {
          code: 'departments',
          type: 'GRID',
          scale: 'challenge',
          text: text('Ämter'),
          rows: [{ code: 'youth', text: text('Jugend') }],
          columns: [{ code: 'now', text: text('heute') }],
          visibleIf: "answered('staff')",
        },
      ],
    },
    { code: 'social', title: text('Soziales'), questions: [{ code: 'remark', type: 'TEXT', text: text('Anmerkung') }] },
  ],
});

describeInBrowser('the pages of the design workspace', () => {
  let site: Site;
  let study: OpenStudy;
  let id: string;
  let published: string;
  const dana = { study: 'pilot', name: 'Dana' };

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    const token = await site.api.token(Role.DESIGNER, dana);
    const draft = await study.act<{ questionSet: { id: string } }>(
      'draftQuestionSet',
      'questionSet { id }',
      { template: 'pilot-sheet', year: 2031, basedOn: { year: 2030, revision: 1 } },
      token,
    );
    id = draft.questionSet.id;
    const saved = await study.act<{ errors: object[] }>(
      'saveQuestionSet',
      'errors { message }',
      { id, version: 1, document: rich() },
      token,
    );
    expect(saved.errors).toEqual([]);
    await study.act(
      'saveSharedScale',
      'errors { message }',
      { revision: 0, scale: { ...rich().scales[0], code: 'library' } },
      token,
    );
    const { template } = await study.ask<{ template: { questionSets: { id: string; year: number }[] } }>(
      '{ template(slug: "pilot-sheet") { questionSets { id year } } }',
      {},
      token,
    );
    published = template.questionSets.find(({ year }) => year === 2030)?.id ?? '';
  }, 120_000);
  afterAll(() => site.stop());

  const openAll = (page: Page) =>
    page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));

  const PAGES: Readonly<Record<string, () => string>> = {
    templates: () => '',
    'the library of scales': () => '/scales',
    'a shared scale': () => '/scales/edit/library',
    'a new shared scale': () => '/scales/new',
    rounds: () => '/rounds/pilot',
    'modules and archive': () => '/template/pilot-sheet',
    'the editor': () => `/set/${id}`,
    'a section': () => `/set/${id}?section=city`,
    'a question': () => `/set/${id}?question=housing`,
    'a number': () => `/set/${id}?question=staff`,
    'a grid': () => `/set/${id}?question=departments`,
    'a scale': () => `/set/${id}?scale=challenge`,
    preview: () => `/set/${id}/preview`,
    translations: () => `/set/${id}/translations`,
    changes: () => `/set/${id}/changes`,
    'the gate': () => `/set/${id}/publish`,
    versions: () => `/set/${id}/history`,
    'a published question': () => `/set/${published}?question=housing`,
    'what is published': () => `/set/${published}/publish`,
  };

  it.each([
    [
      'de',
      [
        ['light', 1280],
        ['dark', 320],
      ],
    ],
    [
      'en',
      [
        ['dark', 1280],
        ['light', 320],
      ],
    ],
  ] as const)(
    'have nothing for axe to say, light and dark, 1280 and 320 px: %s',
    async (language, looks) => {
      const { page, problems, close } = await site.visit(Role.DESIGNER, dana, { language });
      const found: string[] = [];
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(`${site.url}/design${path()}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await openAll(page);
        if (IS_COMPLETE) for (const finding of await violationsInEveryLook(page)) found.push(`${name}, ${finding}`);
        else
          for (const [colorScheme, width] of looks) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 800 });
            for (const finding of await violations(page))
              found.push(`${name}, ${colorScheme}, ${width} px: ${finding}`);
          }
      }
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    },
    300_000,
  );

  it('have nothing for axe to say in any state of a draft either', async () => {
    const { page, context, close } = await site.visit(Role.DESIGNER, dana);
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await openAll(page);
      for (const finding of await violationsInEveryLook(page)) found.push(`${name}, ${finding}`);
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    await page.goto(`${site.url}/design/set/${id}?question=remark`);
    await page.getByLabel('Wortlaut (de)').fill('Anders gefragt');
    await page.getByText('Noch nicht gespeichert.').waitFor();
    await look('unsaved');
    await page.getByLabel('Wortlaut (de)').fill('');
    await page.getByText(/erst Mängel beheben/).waitFor();
    await look('faulty');
    await page.getByLabel('Wortlaut (de)').fill('Meiner');
    await context.setOffline(true);
    await page.keyboard.press('Control+S');
    await page.getByText('Keine Verbindung zum Dienst').waitFor();
    await look('offline');
    await context.setOffline(false);
    const document = rich();
    document.sections[1]!.questions[0]!.text = text('Ihrer');
    await study.act(
      'saveQuestionSet',
      'errors { message }',
      { id, version: 2, document },
      await site.api.token(Role.DESIGNER, { ...dana, name: 'Deniz' }),
    );
    await page.keyboard.press('Control+S');
    await page.getByRole('button', { name: 'Entscheiden' }).click();
    await page.getByRole('dialog').waitFor();
    await look('conflict');
    await page.close();
    const again = await context.newPage();
    await again.goto(`${site.url}/design/set/${id}?question=remark`);
    await again.getByText('Ungespeichertes ist wieder da').waitFor();
    for (const finding of await violationsInEveryLook(again)) found.push(`restored, ${finding}`);
    expect(found).toEqual([]);
    await close();
  }, 120_000);
});
