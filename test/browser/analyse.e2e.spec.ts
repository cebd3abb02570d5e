import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { readFirstSheet } from '../fixtures/read-xlsx.js';
import { Role } from '../harness/api.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));
const OVERVIEW = '/analyse/integration-2021?from=2017&to=2018&bars=all&lang=de';
const QUESTION = '/analyse/integration-2021?from=2017&to=2018&question=challenge.acceptance&by=land&lang=de';
const ACCEPTANCE = 'challenge.acceptance/COMPUTED';

/** Every picture, where it stands, and a part of the sentence it says; the counts are published ones where the study prints them. */
const FIGURES = [
  [OVERVIEW, 'ranking', 'In 9 von 15 Kommunen gegenüber 2017 gestiegen'],
  [OVERVIEW, 'levels/challenge/before', '2017 in 15 von 15 Kommunen „groß“ oder „sehr groß“'],
  [OVERVIEW, 'levels/challenge/after', '2018 in 13 von 15 Kommunen „groß“ oder „sehr groß“'],
  [OVERVIEW, 'grid/impact/after', 'Demografie und Infrastruktur, kurzfristig: 2018 in 12 von 14 Kommunen „Problem“'],
  [OVERVIEW, 'agreement', 'Angaben zu 4 Themen stimmen überein'],
  [QUESTION, `${ACCEPTANCE}/levels`, 'In 8 von 15 Kommunen gegenüber 2017 gestiegen'],
  [QUESTION, `${ACCEPTANCE}/transitions`, 'In 8 von 15 Kommunen gegenüber 2017 gestiegen'],
  [QUESTION, `${ACCEPTANCE}/series`, '„groß“ oder „sehr groß“: 2017: 0 von 15, 2018: 3 von 15'],
  [QUESTION, `${ACCEPTANCE}/land`, 'Am häufigsten gestiegen: '],
  [QUESTION, `${ACCEPTANCE}/map`, 'Am häufigsten gestiegen: '],
] as const;

interface LevelCount {
  value: string;
  count: number;
}
interface Tally {
  increased: number;
  decreased: number;
  unchanged: number;
  comparable: number;
  excluded: number;
}
interface Delta {
  question: {
    code: string;
    text: string;
    grid: { row: string; column: string } | null;
    scale: { code: string; levels: { code: string; label: string }[] } | null;
  };
  option: unknown;
  basis: 'COMPUTED' | 'REPORTED';
  sentence: string;
  tally: Tally;
  before: LevelCount[];
  after: LevelCount[];
  transitions: { from: string; to: string; count: number }[];
  groups: { value: string; tally: Tally }[];
}
interface Figures {
  comparison: {
    deltas: Delta[];
    agreements: { agree: number; comparable: number; computed: Delta; reported: Delta }[];
  };
  series: { points: { round: { code: string }; distribution: LevelCount[] }[] };
}

/** What the service says, asked with a query of the spec's own. */
const ASKED = `{
  comparison(study: "integration-2021", from: "2017", to: "2018") {
    deltas(orderBy: INCREASED_DESC) {
      question { code text(locale: "de") grid { row column } scale { code levels { code label(locale: "de") } } }
      option { code } basis sentence(locale: "de")
      tally { increased decreased unchanged comparable excluded }
      before: distribution(round: FROM) { value count } after: distribution(round: TO) { value count }
      transitions { from to count }
      groups(by: "land") { value tally { increased decreased unchanged comparable excluded } }
    }
    agreements {
      agree comparable
      computed { question { text(locale: "de") } tally { increased decreased unchanged } }
      reported { tally { increased decreased unchanged } }
    }
  }
  series(study: "integration-2021", question: "challenge.acceptance") {
    points { round { code } distribution { value count } }
  }
}`;

const texts = (values: readonly (string | number)[]): readonly string[] => values.map(String);
const countsOf = (counts: readonly LevelCount[]): readonly number[] => [
  ...counts.map(({ count }) => count),
  counts.reduce((sum, { count }) => sum + count, 0),
];
const changesOf = ({ increased, decreased, unchanged }: Tally): readonly number[] => [increased, decreased, unchanged];

describeInBrowser('the pictures of the analyse workspace', () => {
  let site: Site;
  let analyst: Visitor;
  /** Reads downloaded pictures; our own pages' policy lets no script parse text. */
  let reader: Page;
  let token: string;
  let asked: Figures;
  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(STUDY);
    analyst = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    reader = await site.browser.newPage();
    token = await site.api.token(Role.ANALYST, { study: 'integration-2021' });
    asked = (await site.api.query<Figures>(ASKED, {}, token)).data;
  }, 120_000);
  afterAll(async () => {
    await reader.close();
    await analyst.close();
    await site.stop();
  });

  const figure = (id: string): Locator => analyst.page.locator(`figure[id="${id}"]`);
  const open = async (path: string): Promise<void> => {
    if (!analyst.page.url().endsWith(path)) await analyst.page.goto(`${site.url}${path}`);
    await analyst.page.locator('.analyse-picture svg').first().waitFor();
  };
  const tableOf = (id: string): Promise<string[][]> =>
    figure(id)
      .locator('tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent ?? '')),
      );
  const saved = async (id: string, format: string): Promise<Buffer> => {
    const [file] = await Promise.all([
      analyst.page.waitForEvent('download'),
      figure(id)
        .getByRole('button', { name: `${format}:` })
        .press('Enter'),
    ]);
    return readFileSync(await file.path());
  };
  const acceptance = (): Delta => {
    const found = asked.comparison.deltas.find(({ question }) => question.code === 'challenge.acceptance');
    if (found === undefined) throw new Error('the study asks for acceptance');
    return found;
  };
  const labelIn = ({ question }: Delta, code: string): string =>
    question.scale?.levels.find((level) => level.code === code)?.label ?? code;

  /** The rows of each figure's table as they follow from the service's answer to another query. */
  const EXPECTED: Readonly<Record<(typeof FIGURES)[number][1], () => readonly (readonly (string | number)[])[]>> = {
    ranking: () =>
      asked.comparison.deltas
        .filter(({ tally }) => tally.comparable > 0 && tally.increased !== null)
        .map(({ question, basis, tally, sentence }) => [
          question.text,
          basis === 'COMPUTED' ? 'berechnet' : 'berichtet',
          ...changesOf(tally),
          tally.comparable,
          tally.excluded,
          sentence,
        ]),
    'levels/challenge/before': () => ratings('before'),
    'levels/challenge/after': () => ratings('after'),
    'grid/impact/after': () =>
      ['demography', 'labour', 'culture'].flatMap((row) =>
        ['short', 'mid', 'long'].map((column) => {
          const cell = asked.comparison.deltas.find(
            ({ question: { grid } }) => grid?.row === row && grid.column === column,
          );
          return countsOf(cell?.after ?? []);
        }),
      ),
    agreement: () =>
      asked.comparison.agreements
        .filter(({ comparable }) => comparable > 0)
        .map(({ computed, reported, agree, comparable }) => [
          computed.question.text,
          ...changesOf(computed.tally),
          ...changesOf(reported.tally),
          agree,
          comparable,
        ]),
    [`${ACCEPTANCE}/levels`]: () => [
      ['2017', ...countsOf(acceptance().before)],
      ['2018', ...countsOf(acceptance().after)],
    ],
    [`${ACCEPTANCE}/transitions`]: () =>
      acceptance().transitions.map(({ from, to, count }) => [
        labelIn(acceptance(), from),
        labelIn(acceptance(), to),
        count,
      ]),
    [`${ACCEPTANCE}/series`]: () =>
      asked.series.points.map(({ round, distribution }) => [round.code, ...countsOf(distribution)]),
    [`${ACCEPTANCE}/land`]: () => lands(),
    [`${ACCEPTANCE}/map`]: () => lands(),
  };
  const ratings = (side: 'before' | 'after'): readonly (readonly (string | number)[])[] => {
    const high = (counts: readonly LevelCount[]): number =>
      counts.filter(({ value }) => value === '4' || value === '5').reduce((sum, { count }) => sum + count, 0) /
      counts.reduce((sum, { count }) => sum + count, 0);
    return asked.comparison.deltas
      .filter(
        ({ question, basis, ...sides }) =>
          question.scale?.code === 'challenge' && basis === 'COMPUTED' && sides[side].length > 0,
      )
      .sort((one, other) => high(other[side]) - high(one[side]))
      .map((delta) => [delta.question.text, ...countsOf(delta[side])]);
  };
  const lands = (): readonly (readonly number[])[] =>
    acceptance().groups.map(({ tally }) => [...changesOf(tally), tally.comparable]);
  /** Tables whose first column is words of the page, which the service does not say. */
  const UNNAMED: readonly string[] = ['grid/impact/after', `${ACCEPTANCE}/land`, `${ACCEPTANCE}/map`];

  it.each([
    [OVERVIEW, 'AnalyseComparison'],
    [QUESTION, 'AnalyseQuestion'],
  ])('draws %s from one request', async (path, operation) => {
    const operations: string[] = [];
    const visitor = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    visitor.page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql')
        operations.push(/(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1] ?? 'unnamed');
    });
    await visitor.page.goto(`${site.url}${path}`);
    await visitor.page.locator('.analyse-picture svg').first().waitFor();
    await visitor.page.waitForLoadState('networkidle');
    // The frame of all pages asks who is signed in.
    expect(operations.filter((name) => name !== 'Viewer')).toEqual([operation]);
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });

  it.each(FIGURES)('%s has %s with its sentence, footnotes and the figures of the service', async (path, id, said) => {
    await open(path);
    const sentence = (await figure(id).locator('.analyse-sentence').textContent()) ?? '';
    expect(sentence).toContain(said);
    const picture = figure(id).getByRole('img');
    expect(await picture.getAttribute('aria-label')).toContain(sentence);
    expect(await figure(id).getByRole('list', { name: 'Anmerkungen' }).textContent()).toContain('synthetisch');
    const expected = EXPECTED[id]().map(texts);
    const shown = (await tableOf(id)).slice(1);
    expect(UNNAMED.includes(id) ? shown.map((row) => row.slice(1)) : shown).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1);
  });

  it.each(FIGURES)('%s gives %s away as SVG, PNG, CSV and XLSX', async (path, id, _said) => {
    await open(path);
    const svg = (await saved(id, 'SVG')).toString();
    const read = await reader.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        isWellFormed: parsed.querySelector('parsererror') === null,
        root: parsed.documentElement.nodeName,
        size: ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name))),
        text: [...parsed.querySelectorAll('text')].map((part) => part.textContent).join(' '),
        marks: parsed.querySelectorAll('svg svg rect').length,
      };
    }, svg);
    expect(read).toMatchObject({ isWellFormed: true, root: 'svg' });
    expect(read.marks).toBeGreaterThan(1);
    const title = (await figure(id).getByRole('heading').first().textContent()) ?? '';
    expect(read.text).toContain(title);
    // What is said of the answers goes with the picture.
    expect(read.text).toContain('synthetisch');
    const png = await saved(id, 'PNG');
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(read.size.map((side) => Math.trunc(side) * 2));
    const table = await tableOf(id);
    const csv = (await saved(id, 'CSV')).toString();
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(cellsOf(csv.slice(1))).toEqual(table);
    const { rows, formulas } = await readFirstSheet(await saved(id, 'XLSX'));
    expect(rows).toEqual(table);
    expect(formulas).toBe(0);
  });

  // Break it by saving without a pause (service/save-blob.ts): Chromium drops the eleventh within a second.
  it('gives every file away, however fast they are asked for', async () => {
    await open(OVERVIEW);
    const files: string[] = [];
    const count = 24;
    const all = new Promise<void>((resolve) => {
      analyst.page.on('download', (file) => {
        files.push(file.suggestedFilename());
        if (files.length === count) resolve();
      });
    });
    await analyst.page.evaluate((times) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('.analyse-tools button')];
      const csv = buttons.filter(({ ariaLabel }) => ariaLabel?.startsWith('CSV:') === true);
      for (let time = 0; time < times; time += 1) csv[time % csv.length]?.click();
    }, count);
    await all;
    expect(files).toHaveLength(count);
    analyst.page.removeAllListeners('download');
  });

  it.each([OVERVIEW, QUESTION])('%s: the query behind each figure runs as it is and gives the same', async (path) => {
    await analyst.page.goto('about:blank');
    const [response] = await Promise.all([
      analyst.page.waitForResponse((one) => one.request().postData()?.includes('query Analyse') === true),
      open(path),
    ]);
    const answered = ((await response.json()) as { data: object }).data;
    const queries = new Set<string>();
    for (const [, id] of FIGURES.filter(([at]) => at === path)) {
      await figure(id).getByRole('button', { name: 'Abfrage:' }).click();
      queries.add((await analyst.page.locator('dialog pre').textContent()) ?? '');
      await analyst.page.keyboard.press('Escape');
      expect(await analyst.page.locator('dialog').count()).toBe(0);
    }
    // A page comes from one request, and so do its figures.
    expect(queries.size).toBe(1);
    for (const text of queries) expect((await site.api.query<object>(text, {}, token)).data).toEqual(answered);
  });

  it('has a link that shows the same again, down to the figure', async () => {
    const path = '/analyse/integration-2021';
    const before = await site.visit(Role.ANALYST, { study: 'integration-2021' }, { language: 'en' });
    await before.page.goto(`${site.url}${path}`);
    await before.page.locator('figure').first().waitFor();
    await before.page.getByLabel('Basis').selectOption('REPORTED');
    await before.page.getByRole('button', { name: 'Show all' }).click();
    const shown = before.page.locator('figure[id="grid/impact/after"]');
    const link = (await shown.getByRole('link', { name: 'Link:' }).getAttribute('href')) ?? '';
    const ranking = await before.page.locator('figure[id="ranking"]').textContent();
    await before.close();
    const after = await site.visit(Role.ANALYST, { study: 'integration-2021' }, { language: 'de', width: 800 });
    await after.page.goto(`${site.url}${link}`);
    await after.page.locator('figure[id="grid/impact/after"] svg[role=img]').waitFor();
    expect(new URL(after.page.url()).searchParams.toString()).toBe('basis=REPORTED&bars=all&from=2017&to=2018&lang=en');
    // Also in the language in which it was sent.
    expect(await after.page.locator('figure[id="ranking"]').textContent()).toBe(ranking);
    await after.page.waitForFunction(() => {
      const top = document.getElementById('grid/impact/after')?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < innerHeight;
    });
    expect(after.problems).toEqual([]);
    await after.close();
  });

  it('leaves no error on the console and asks no other host', () => {
    expect(analyst.problems).toEqual([]);
  });
});

/** Cells of a file with semicolons, quoted where they need it. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n|$)/gy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}
