import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Role } from '../harness/api.js';
import { TWO_LOOKS, violationsInLooks } from '../harness/axe.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));
const ALL = '/analyse/integration-2021/all?bars=all&lang=de';
const LEVELS = 'rounds/levels/challenge';

interface Series {
  readonly question: { readonly text: string };
  readonly points: readonly {
    readonly round: { readonly code: string };
    readonly distribution: readonly { readonly count: number }[];
    readonly tally: Readonly<Record<'increased' | 'decreased' | 'unchanged' | 'comparable', number>> | null;
  }[];
}

describeInBrowser('all rounds at once', () => {
  let site: Site;
  let analyst: Visitor;
  const operations: string[] = [];

  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(STUDY);
    analyst = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    analyst.page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql')
        operations.push(/(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1] ?? 'unnamed');
    });
    await analyst.page.goto(site.url + ALL);
    await analyst.page.locator('.analyse-picture svg').first().waitFor();
    await analyst.page.waitForLoadState('networkidle');
  }, 120_000);
  afterAll(async () => {
    await analyst.close();
    await site.stop();
  });

  const figure = (id: string) => analyst.page.locator(`figure[id="${id}"]`);
  const rowsOf = async (id: string, question: string): Promise<string[][]> =>
    (
      await figure(id)
        .locator('table tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent ?? '')),
        )
    ).filter(([first]) => first === question);

  it('comes from one request, with the figures that the service gives of each question by itself', async () => {
    expect(operations.filter((name) => name !== 'Viewer')).toEqual(['AnalyseAllRounds']);
    const token = await site.api.token(Role.ANALYST, { study: 'integration-2021' });
    let compared = 0;
    for (const code of ['acceptance', 'housing', 'segregation']) {
      const { data } = await site.api.query<{ series: Series | null }>(
        `{ series(study: "integration-2021", question: "challenge.${code}") {
             question { text(locale: "de") }
             points { round { code } distribution { count } tally { increased decreased unchanged comparable } } } }`,
        {},
        token,
      );
      if (data.series === null) continue;
      const { question, points } = data.series;
      const levels = points.map(({ round, distribution }) => {
        const counts = distribution.map(({ count }) => count);
        return [question.text, round.code, ...counts, counts.reduce((sum, count) => sum + count, 0)].map(String);
      });
      expect(await rowsOf(LEVELS, question.text)).toEqual(levels);
      const changes = points.flatMap(({ round, tally }, index) =>
        tally === null || index === 0
          ? []
          : [
              [
                question.text,
                points[index - 1]?.round.code ?? '',
                round.code,
                ...[tally.increased, tally.decreased, tally.unchanged, tally.comparable].map(String),
              ],
            ],
      );
      expect(await rowsOf('rounds/change', question.text)).toEqual(changes);
      compared += levels.length + changes.length;
    }
    expect(compared).toBeGreaterThan(4);
  });

  it('has sentence, footnotes, downloads, link and query as every other picture', async () => {
    const { page } = analyst;
    for (const id of ['rounds/change', LEVELS]) {
      const sentence = (await figure(id).locator('.analyse-sentence').textContent()) ?? '';
      expect(sentence.length).toBeGreaterThan(20);
      expect(await figure(id).getByRole('img').getAttribute('aria-label')).toContain(sentence);
      expect(await figure(id).getByRole('list', { name: 'Anmerkungen' }).textContent()).toContain('synthetisch');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure(id).getByRole('button', { name: 'CSV:' }).press('Enter'),
      ]);
      expect(file.suggestedFilename()).toMatch(/^integration-2021-all-rounds-/);
      const lines = readFileSync(await file.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(lines.length).toBe(1 + (await figure(id).locator('table tbody tr').count()));
      expect(await figure(id).getByRole('link', { name: 'Link:' }).getAttribute('href')).toBe(
        `/analyse/integration-2021/all?bars=all&lang=de#${encodeURIComponent(id)}`,
      );
      await figure(id).getByRole('button', { name: 'Abfrage:' }).click();
      const query = (await page.locator('dialog pre').textContent()) ?? '';
      await page.keyboard.press('Escape');
      const { data } = await site.api.query<{ allSeries: object[] }>(
        query,
        {},
        await site.api.token(Role.ANALYST, { study: 'integration-2021' }),
      );
      expect(data.allSeries.length).toBeGreaterThan(50);
    }
    expect(await violationsInLooks(page, TWO_LOOKS)).toEqual([]);
    expect(analyst.problems).toEqual([]);
  });

  it('is reached from two rounds, leads to each question, and shows released freezes only to whom it may', async () => {
    const reader = await site.visit(Role.ANALYST, { study: 'integration-2021', singleAnswers: false });
    await reader.page.goto(`${site.url}/analyse/integration-2021/all?lang=de`);
    await reader.page.getByText('in dieser Studie ist noch keiner freigegeben').waitFor();
    await reader.close();
    const { page } = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    await page.goto(`${site.url}/analyse/integration-2021?lang=de`);
    await page.getByRole('link', { name: 'Alle Runden auf einmal' }).click();
    await page.getByRole('heading', { level: 1, name: /: alle Runden$/ }).waitFor();
    await page.locator('.analyse-sentences a').first().click();
    await page.getByRole('heading', { level: 1, name: /gegenüber/ }).waitFor();
    await page.close();
  });
});
