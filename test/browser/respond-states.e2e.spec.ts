import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isComplete } from '../faults/harness/sizes.js';
import { Role } from '../harness/api.js';
import { EVERY_LOOK, TWO_LOOKS, violations, violationsInLooks } from '../harness/axe.js';
import { ERRORS, openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';

const SHEET = '/respond/pilot/2031';
const LANGUAGES = ['de', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** A page as somebody may find it. */
interface State {
  readonly name: string;
  /** Whose sheet; of staff: of which municipality. */
  readonly municipality: 'a' | 'b' | 'c';
  readonly isStaff?: boolean;
  readonly path: string;
  /** Before the page is opened. */
  readonly prepare?: (visitor: Visitor) => Promise<void>;
  /** Once it stands; without it what `shows` names is there by itself. */
  readonly reach?: (visitor: Visitor) => Promise<void>;
  /** Is there when the state is reached. */
  readonly shows: string;
}

const housing = (page: Page, level: string) => page.locator('#question-housing').getByLabel(level, { exact: true });

/** In CI each state is seen in one language and two looks, taking turns; in the complete run in both and all. */
describeInBrowser('every state of the respond workspace', () => {
  let site: Site;
  let study: OpenStudy;
  const tokens = new Map<string, string>();
  const responses = new Map<string, string>();
  const token = (who: string): string => tokens.get(who) ?? '';
  const response = (municipality: string): string => responses.get(municipality) ?? '';
  const of = (municipality: string, name: string) => ({ study: 'pilot', municipality, name, signatory: true });

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    for (const year of [2030, 2031])
      await study.openRound(year, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    tokens.set('staff', await site.api.token(Role.REVIEWER, { study: 'pilot' }));
    for (const municipality of ['a', 'b', 'c']) {
      const own = await site.api.token(Role.RESPONDENT, of(municipality, 'Anders'));
      tokens.set(municipality, own);
      responses.set(municipality, await study.responseId(2031, own));
      const before = await study.responseId(2030, own);
      await study.save(before, [{ question: 'housing', value: { level: '1' } }], own);
      await study.submit(before, own);
    }
    for (const municipality of ['a', 'b']) {
      await study.save(response(municipality), [{ question: 'housing', value: { level: '2' } }], token(municipality));
      await study.submit(response(municipality), token(municipality));
    }
    await giveBack('b');
  }, 120_000);
  afterAll(() => site.stop());

  const giveBack = async (municipality: string): Promise<void> => {
    const queries = [{ question: 'housing', text: 'Wirklich?' }];
    const input = { response: response(municipality), reason: 'Bitte prüfen', queries };
    await study.act('returnResponse', ERRORS, input, token('staff'));
  };
  /** A colleague saves, having seen everything. */
  const saveBeside = async (municipality: string, level: string): Promise<void> => {
    const { sheet } = await study.ask<{
      sheet: { sections: { questions: { question: { code: string }; answer: { revision: number } | null }[] }[] };
    }>(
      `query ($municipality: String!) { sheet(study: "pilot", round: "2031", municipality: $municipality) {
         sections { questions { question { code } answer { revision } } } } }`,
      { municipality },
      token('staff'),
    );
    const answer = sheet.sections.flatMap(({ questions }) => questions).find((one) => one.question.code === 'housing');
    const basedOnRevision = answer?.answer?.revision ?? 0;
    await study.save(
      response(municipality),
      [{ question: 'housing', value: { level }, basedOnRevision }],
      token(municipality),
    );
  };
  const typeOffline = async ({ context, page }: Visitor): Promise<void> => {
    await context.setOffline(true);
    await housing(page, '1').check();
    await page.locator('.respond-unsent').waitFor();
  };

  const states: readonly State[] = [
    { name: 'the rounds', municipality: 'a', path: '/respond', shows: '.card' },
    {
      name: 'no round',
      municipality: 'a',
      path: '/respond',
      prepare: async ({ page }) => {
        await page.route('**/graphql', async (route) =>
          route.request().postData()?.includes('query Studies') === true
            ? route.fulfill({ json: { data: { studies: [] } } })
            : route.continue(),
        );
      },
      shows: 'h1',
    },
    {
      name: 'a service that does not answer',
      municipality: 'a',
      path: '/respond',
      prepare: async ({ page }) => {
        await page.route('**/graphql', async (route) =>
          route.request().postData()?.includes('query Studies') === true ? route.abort() : route.continue(),
        );
      },
      shows: '.kern-alert--warning',
    },
    { name: 'a sheet that is not there', municipality: 'a', path: '/respond/pilot/1999', shows: 'h1' },
    { name: 'a workspace of others', municipality: 'a', path: '/design', shows: '.kern-alert--warning' },
    { name: 'the state of the rounds', municipality: 'a', isStaff: true, path: '/respond', shows: 'table' },
    { name: 'a section', municipality: 'c', path: `${SHEET}?section=city`, shows: '.respond-question' },
    {
      name: 'review with open questions',
      municipality: 'c',
      path: `${SHEET}?section=review`,
      shows: '.kern-alert--danger',
    },
    {
      name: 'a remark being written',
      municipality: 'c',
      path: `${SHEET}?section=city`,
      reach: ({ page }) => page.locator('#question-plan .respond-foot button').last().click(),
      shows: '.respond-comment textarea:focus',
    },
    {
      name: 'no line, an answer unsent',
      municipality: 'c',
      path: `${SHEET}?section=city`,
      reach: typeOffline,
      shows: '.respond-lines .kern-alert--warning',
    },
    {
      name: 'nothing can be kept',
      municipality: 'c',
      path: `${SHEET}?section=city`,
      reach: async (visitor) => {
        await visitor.page.evaluate(() => {
          IDBDatabase.prototype.transaction = () => {
            throw new DOMException('The disk is full.', 'QuotaExceededError');
          };
        });
        await typeOffline(visitor);
      },
      shows: '.respond-lines .kern-alert--danger',
    },
    {
      name: 'a sign-in that has ended',
      municipality: 'c',
      path: `${SHEET}?section=social`,
      reach: async ({ context, page }) => {
        await context.clearCookies();
        await page.locator('#question-remark textarea').fill('Text');
      },
      shows: '.respond-lines .kern-alert--warning button',
    },
    {
      name: 'the dialogue of a conflict',
      municipality: 'c',
      path: `${SHEET}?section=city`,
      reach: async (visitor) => {
        await housing(visitor.page, '2').check();
        await visitor.page.locator('#question-housing [data-state="SAVED"]').waitFor();
        await typeOffline(visitor);
        await saveBeside('c', '3');
        await visitor.context.setOffline(false);
        await visitor.page.locator('[data-state="CONFLICT"] button').click();
      },
      shows: 'dialog[open]',
    },
    {
      name: 'an answer that was refused',
      municipality: 'c',
      path: `${SHEET}?section=city`,
      reach: async (visitor) => {
        await typeOffline(visitor);
        await study.submit(response('c'), token('c'), 'Korrektur');
        await visitor.context.setOffline(false);
        await visitor.page.locator('[data-state="REFUSED"]').waitFor();
        await giveBack('c');
      },
      shows: '[data-state="REFUSED"]',
    },
    { name: 'a receipt', municipality: 'a', path: `${SHEET}?section=review`, shows: '.respond-receipt' },
    {
      name: 'a returned sheet',
      municipality: 'b',
      path: `${SHEET}?section=review`,
      shows: '.respond-queries textarea',
    },
    { name: 'staff at a returned sheet', municipality: 'b', isStaff: true, path: SHEET, shows: '.respond-queries' },
    { name: 'staff at a sheet to accept', municipality: 'a', isStaff: true, path: SHEET, shows: '.respond-staff' },
  ];

  const enter = async (state: State, language: Language): Promise<Visitor> => {
    const { municipality, isStaff = false, path } = state;
    const visitor = await (isStaff
      ? site.visit(Role.REVIEWER, { study: 'pilot' }, { language })
      : site.visit(Role.RESPONDENT, of(municipality, 'Axel'), { language }));
    await state.prepare?.(visitor);
    await visitor.page.goto(`${site.url}${isStaff && path === SHEET ? `${SHEET}/${municipality}` : path}`);
    await visitor.page.locator('main > :not(.loading)').first().waitFor();
    await state.reach?.(visitor);
    await visitor.page.locator(state.shows).first().waitFor();
    return visitor;
  };

  it.each(
    states.flatMap((state, index) =>
      LANGUAGES.filter((_, language) => isComplete || language === index % 2).map(
        (language) => [state.name, language, state] as const,
      ),
    ),
  )('has nothing for axe to say: %s, %s', async (_name, language, state) => {
    const visitor = await enter(state, language);
    expect(await violationsInLooks(visitor.page, isComplete ? EVERY_LOOK : TWO_LOOKS)).toEqual([]);
    await visitor.close();
  });

  // The negative control: what is wrong is said.
  it('is told of a button without a name, of a target too small, and of a page too wide', async () => {
    const visitor = await enter({ name: '', municipality: 'a', path: '/respond', shows: '.card' }, 'de');
    await visitor.page.evaluate(() => {
      for (const className of ['one', 'two']) {
        const button = document.createElement('button');
        button.className = className;
        Object.assign(button.style, { inlineSize: '10px', blockSize: '10px', padding: '0', border: '0' });
        document.querySelector('main')?.append(button);
      }
      const wide = document.createElement('div');
      wide.style.inlineSize = '2000px';
      wide.textContent = 'x';
      document.querySelector('main')?.append(wide);
    });
    const found = (await violations(visitor.page)).map((finding) => finding.replace(/:.*/s, ''));
    expect([...new Set(found)].sort()).toEqual(['button-name', 'reflow', 'target-size']);
    await visitor.close();
  });

  it('leads from the list of what is open to the input, and from section to section to the heading', async () => {
    const review = states.find(({ name }) => name === 'a returned sheet');
    if (review === undefined) throw new Error('there is no such state');
    const { page, close } = await enter(review, 'de');
    const focused = () =>
      page.evaluate(() => `${document.activeElement?.localName} ${document.activeElement?.textContent}`);
    expect(await focused()).toBe('h2 Prüfen und einreichen');
    await page.locator('.respond-queries').getByRole('link').click();
    await page.locator('#question-housing input:focus').waitFor();
    await page.getByRole('link', { name: 'Weiter: Soziales' }).click();
    await page.locator('h2:focus').waitFor();
    expect(await focused()).toBe('h2 Soziales');
    await close();
  });
});
