import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { violationsInEveryLook } from '../harness/axe.js';
import { readPdf } from '../harness/read-pdf.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

const STUDY = 'integration-2021';
const PACKAGE = fileURLToPath(new URL(`../../studies/${STUDY}`, import.meta.url));
const ROUNDS = 'from=2017&to=2018';
const OVERVIEW = `/analyse/${STUDY}?${ROUNDS}`;
const QUESTION = `${OVERVIEW}&question=challenge.acceptance&by=land`;
const REPORT =
  `/analyse/${STUDY}/report?${ROUNDS}&tables=yes&sentence=challenge.housing%2FCOMPUTED&sentence=change.housing%2FREPORTED` +
  '&figure=grid%2Fimpact%2Fafter&figure=challenge.acceptance%2FCOMPUTED&figure=agreement';

type Prepare = (page: Page) => Promise<void>;
const drawn: Prepare = (page) => page.locator('.analyse-picture svg').first().waitFor();
const heading: Prepare = (page) => page.getByRole('heading', { level: 1 }).waitFor();

describeInBrowser('the analyse workspace for everybody', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(PACKAGE);
    const designer = await site.api.token(Role.DESIGNER, { study: STUDY });
    for (const act of ['take', 'release'])
      await site.api.query(
        `mutation { ${act}Freeze(input: { study: "${STUDY}", name: "report-2018" }) { freeze { name } errors { code } } }`,
        {},
        designer,
      );
  }, 120_000);
  afterAll(() => site.stop());

  const STATES: readonly (readonly [string, string, Prepare, boolean])[] = [
    ['the list of studies', '/analyse', heading, true],
    ['the overview, every table open', OVERVIEW, opened, true],
    ['a question, every table open', QUESTION, opened, true],
    ['the query behind a figure', OVERVIEW, asking, true],
    ['a report', REPORT, drawn, true],
    ['what is withheld, overview', OVERVIEW, drawn, false],
    ['what is withheld, a question', QUESTION, heading, false],
    ['a study that is not there', '/analyse/nowhere?from=1&to=2', heading, true],
  ];

  // Each state in one language, turn by turn; `npm run test:complete` takes both.
  const LANGUAGES = ['de', 'en'] as const;
  const LOOKS = STATES.flatMap(([name, ...state], index) =>
    LANGUAGES.filter((_, turn) => process.env['TESTS'] === 'complete' || turn === index % 2).map(
      (language) => [name, language, ...state] as const,
    ),
  );
  it.each(LOOKS)(
    'has nothing for axe to say: %s (%s), light and dark, 1280 and 320 px',
    async (_, language, path, prepare, singleAnswers) => {
      const { page, problems, close } = await site.visit(Role.ANALYST, { study: STUDY, singleAnswers }, { language });
      await page.goto(`${site.url}${path}`);
      await prepare(page);
      expect(await violationsInEveryLook(page)).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    },
  );

  it('says what is withheld, and offers released freezes only, to analysts without single answers', async () => {
    const { page, problems, close } = await site.visit(Role.ANALYST, { study: STUDY, singleAnswers: false });
    const token = await site.api.token(Role.ANALYST, { study: STUDY, singleAnswers: false });
    const { data } = await site.api.query<{
      comparison: { deltas: { suppressed: boolean; question: { text: string } }[] };
    }>(
      `{ comparison(study: "${STUDY}", from: "2017", to: "2018", freeze: "report-2018") {
         deltas { suppressed question { text(locale: "de") } } } }`,
      {},
      token,
    );
    const withheld = data.comparison.deltas.filter(({ suppressed }) => suppressed).map(({ question }) => question.text);
    expect(withheld.length).toBeGreaterThan(0);
    await page.goto(`${site.url}${OVERVIEW}&bars=all`);
    await drawn(page);
    const ranking = page.locator('figure[id="ranking"]');
    const rows = await ranking
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(rows.filter((row) => row[2] === 'nicht ausgewiesen').map(([name]) => name)).toEqual(
      expect.arrayContaining(withheld),
    );
    expect(await ranking.locator('svg[role=img]').textContent()).toContain('nicht ausgewiesen');
    expect(await page.getByLabel('Datenstand').locator('option').allTextContents()).toEqual([
      expect.stringMatching(/^report-2018 \(/),
    ]);
    expect(await page.getByText('ohne unbesehen übernommene Antworten').count()).toBe(0);
    // Nobody is named where single answers are closed.
    expect(await page.locator('figure[id="agreement"]').textContent()).not.toContain('Fallstudie');
    expect(problems).toEqual([]);
    await close();
  });

  it('is told apart in grey', async () => {
    const { page, close } = await site.visit(Role.ANALYST, { study: STUDY });
    await page.goto(`${site.url}${OVERVIEW}`);
    await drawn(page);
    await page.goto(`${site.url}${QUESTION}`);
    await drawn(page);
    const legends = await page
      .locator('.analyse-legend')
      .evaluateAll((lists) =>
        lists.map((list) => [...list.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill') ?? '')),
      );
    expect(legends.length).toBeGreaterThan(1);
    for (const fills of legends) {
      const greys = fills.map(greyOf).sort((one, other) => one - other);
      // Of 255 steps; five levels and three directions are at least a tenth of them apart.
      greys.slice(1).forEach((grey, index) => expect(grey - (greys[index] ?? 0)).toBeGreaterThan(25));
    }
    await close();
  });

  it('is walked by keyboard alone: choose rounds, a question, its table, a download, the query, a report', async () => {
    const { page, problems, close } = await site.visit(Role.ANALYST, { study: STUDY }, { language: 'en' });
    const focus = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
    /** Presses Tab until the focus is on something whose name begins with a text. */
    const walkTo = async (name: string, key = 'Tab'): Promise<void> => {
      for (let step = 0; step < 200; step += 1) {
        await page.keyboard.press(key);
        if ((await focus()).trim().startsWith(name)) return;
      }
      throw new Error(`Tab never comes to ${name}`);
    };
    await page.goto(`${site.url}/analyse`);
    await page.getByRole('link', { name: 'Integration of immigrants' }).waitFor();
    await walkTo('Integration of immigrants');
    await page.keyboard.press('Enter');
    await drawn(page);
    await walkTo('As a table');
    await page.keyboard.press('Enter');
    expect(await page.locator('figure[id="ranking"] table').isVisible()).toBe(true);
    await walkTo('CSV: ');
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toBe('integration-2021-2017-2018-ranking.csv');
    await walkTo('Query: ');
    await page.keyboard.press('Enter');
    await page.locator('dialog pre').waitFor();
    await page.keyboard.press('Escape');
    expect(await focus()).toBe('Query: What changed most?');
    await walkTo('Lack of acceptance of immigration');
    await page.keyboard.press('Enter');
    await page.locator('figure[id="challenge.acceptance/COMPUTED/transitions"] svg[role=img]').waitFor();
    await walkTo('Back to the overview', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('figure[id="ranking"] svg[role=img]').waitFor();
    await page.getByRole('link', { name: 'Report to print' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Figures' }).waitFor();
    await page.getByRole('checkbox', { name: 'What changed most?' }).focus();
    await page.keyboard.press('Space');
    await page.locator('figure[id="ranking"] svg[role=img]').waitFor();
    expect(new URL(page.url()).searchParams.getAll('figure')).toEqual(['ranking']);
    expect(problems).toEqual([]);
    await close();
  });

  it('prints a report of what was chosen, in the chosen order, and nothing else', async () => {
    const { page, problems, close } = await site.visit(Role.ANALYST, { study: STUDY });
    await page.goto(`${site.url}${REPORT}`);
    await page.locator('figure[id="agreement"] svg[role=img]').waitFor();
    const pdf = await readPdf(await page.pdf({ format: 'A4', tagged: true }));
    const at = (text: string): number => pdf.text.indexOf(text);
    const parts = [
      'Integration von Zuwandernden: 2018 gegenüber 2017',
      'synthetisch',
      'Kernaussagen',
      'In 5 von 15 Kommunen gegenüber 2017 gestiegen',
      'Zuwanderung als Chance oder Problem, 2018',
      'In 8 von 15 Kommunen gegenüber 2017 gestiegen',
      'Berechnete neben berichteter Veränderung',
    ];
    expect(parts.filter((part) => at(part) < 0)).toEqual([]);
    const figures = parts.slice(-3).map((part) => pdf.text.lastIndexOf(part));
    expect(figures).toEqual([...figures].sort((one, other) => one - other));
    // Tables were asked for; controls are for the screen.
    expect(pdf.structure.filter(({ type }) => type === 'Table').length).toBe(3);
    expect(['Herunterladen', 'Abmelden', 'Nach oben'].filter((text) => at(text) >= 0)).toEqual([]);
    // Pictures are read out by their sentence.
    expect(pdf.structure.filter(({ type, alt }) => type === 'Figure' && alt?.includes(' von ') === true).length).toBe(
      3,
    );
    await page.getByRole('button', { name: 'Nach oben: Mangelnde Akzeptanz der Zuwanderung' }).first().click();
    expect(new URL(page.url()).searchParams.getAll('figure')).toEqual([
      'challenge.acceptance/COMPUTED',
      'grid/impact/after',
      'agreement',
    ]);
    expect(await page.locator('figure').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'challenge.acceptance/COMPUTED',
      'grid/impact/after',
      'agreement',
    ]);
    expect(problems).toEqual([]);
    await close();
  });
});

async function opened(page: Page): Promise<void> {
  await drawn(page);
  for (const summary of await page.locator('.analyse-table > summary').all()) await summary.click();
}

async function asking(page: Page): Promise<void> {
  await drawn(page);
  await page
    .getByRole('button', { name: /^(Abfrage|Query):/ })
    .first()
    .click();
  await page.locator('dialog pre').waitFor();
}

/** What grey paper makes of a colour (ITU-R BT.601, as printers and browsers weigh). */
const greyOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
};
