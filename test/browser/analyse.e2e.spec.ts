import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Role } from '../harness/api.js';
import { violationsInEveryLook } from '../harness/axe.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));
const OVERVIEW = '/analyse/integration-2021?from=2017&to=2018';
const QUESTION = `${OVERVIEW}&question=challenge.acceptance&by=land`;

describeInBrowser('the analyse workspace', () => {
  let site: Site;
  let analyst: Visitor;
  let token: string;
  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(STUDY);
    analyst = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    token = await site.api.token(Role.ANALYST, { study: 'integration-2021' });
  }, 120_000);
  afterAll(async () => {
    await analyst.close();
    await site.stop();
  });

  const open = async (path: string): Promise<Visitor['page']> => {
    await analyst.page.goto(`${site.url}${path}`);
    await analyst.page.locator('.analyse-picture svg').first().waitFor();
    return analyst.page;
  };
  const rowsOf = async (name: string): Promise<string[][]> => {
    await analyst.page.locator('figure', { hasText: name }).locator('summary').first().click();
    const rows = analyst.page.getByRole('region', { name, exact: true }).locator('tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent ?? '')),
    );
  };
  const saved = async (name: string): Promise<Buffer> => {
    const [file] = await Promise.all([
      analyst.page.waitForEvent('download'),
      analyst.page.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await file.path());
  };

  it('ranks what changed as the service counts it, from one request', async () => {
    let comparisons = 0;
    const count = (request: { postData(): string | null }): void => {
      if (request.postData()?.includes('comparison(') === true) comparisons += 1;
    };
    analyst.page.on('request', count);
    await open(OVERVIEW);
    analyst.page.off('request', count);
    expect(comparisons).toBe(1);
    const { data } = await site.api.query<{
      comparison: {
        deltas: {
          question: { text: string };
          option: unknown;
          tally: { increased: number | null; decreased: number; unchanged: number; comparable: number };
        }[];
      };
    }>(
      `{ comparison(study: "integration-2021", from: "2017", to: "2018") { deltas(orderBy: INCREASED_DESC) {
         question { text(locale: "de") } option { code } tally { increased decreased unchanged comparable } } } }`,
      {},
      token,
    );
    const expected = data.comparison.deltas
      .filter(({ tally, option }) => tally.comparable > 0 && tally.increased !== null && option === null)
      .map(({ question, tally }) => [
        question.text,
        ...[tally.increased, tally.decreased, tally.unchanged, tally.comparable].map(String),
      ]);
    const shown = (await rowsOf('Was hat sich am meisten geändert?')).map((row) => row.slice(0, 5));
    expect(shown.filter(([name]) => expected.some(([text]) => text === name))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(5);
  });

  it('says the sentence of the study, and shows how it comes about', async () => {
    await open(QUESTION);
    expect(await analyst.page.getByText('In 8 von 15 Kommunen gegenüber 2017 gestiegen').count()).toBe(1);
    const transitions = await rowsOf('Übergänge');
    expect(transitions.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(15);
    expect(
      transitions.filter(([from, to]) => Number(to) > Number(from)).reduce((sum, row) => sum + Number(row[2]), 0),
    ).toBe(8);
    const lands = await rowsOf('Nach Merkmal: Land');
    expect(lands.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(8);
  });

  it('gives the picture, the table and the query away', async () => {
    await open(OVERVIEW);
    const title = 'Was hat sich am meisten geändert?';
    const svg = (await saved(`SVG: ${title}`)).toString();
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain(title);
    expect((await saved(`PNG: ${title}`)).subarray(1, 4).toString()).toBe('PNG');
    expect((await saved(`XLSX: ${title}`)).subarray(0, 2).toString()).toBe('PK');
    const csv = (await saved(`CSV: ${title}`)).toString();
    expect(csv.startsWith('\ufeffFrage;gestiegen;gesunken;unverändert')).toBe(true);
    await analyst.page.getByRole('button', { name: `Abfrage: ${title}` }).click();
    const text = (await analyst.page.locator('dialog pre').textContent()) ?? '';
    const [query = '', variables = ''] = text.split('# Variablen');
    const answer = await site.api.query<{ comparison: { panelSize: number } }>(
      query,
      JSON.parse(variables.replaceAll(/^# ?/gm, '')) as object,
      token,
    );
    expect(answer.data.comparison.panelSize).toBe(15);
    await analyst.page.getByRole('button', { name: 'Schließen' }).click();
  });

  it('shows the same under the same address, and prints what was chosen', async () => {
    await open(`/analyse/integration-2021/report?from=2017&to=2018&figure=challenge.acceptance%2FCOMPUTED&lang=en`);
    expect(await analyst.page.getByText('Increased in 8 of 15 municipalities compared with 2017').count()).toBe(1);
    await analyst.page.emulateMedia({ media: 'print' });
    expect(await analyst.page.getByRole('checkbox').first().isVisible()).toBe(false);
    await analyst.page.emulateMedia({ media: 'screen' });
    await analyst.page.goto(`${site.url}/analyse?lang=de`);
    expect(analyst.problems).toEqual([]);
  });

  it.each(
    (['/analyse', OVERVIEW, QUESTION, '/analyse/integration-2021/report?from=2017&to=2018'] as const).flatMap((path) =>
      (['de', 'en'] as const).map((language) => [path, language] as const),
    ),
  )('has nothing for axe to say: %s, %s', async (path, language) => {
    const { page, problems, close } = await site.visit(Role.ANALYST, { study: 'integration-2021' }, { language });
    await page.goto(`${site.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (path.includes('from=') && !path.includes('report'))
      await page.locator('.analyse-picture svg').first().waitFor();
    expect(await violationsInEveryLook(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
