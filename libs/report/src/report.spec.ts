import fc from 'fast-check';
import { toHtml } from './html.js';
import { toMarkdown } from './markdown.js';
import { toPdf } from './pdf.js';
import type { ReportData, ReportDelta } from './report-data.js';
import { reportOf, type ReportModel } from './report-model.js';
import { stackedBarChart } from './stacked-bar-chart.js';

const scale = (words = 'Stufe') => ({
  code: 'challenge',
  ordered: true,
  levels: ['1', '2', '3'].map((code) => ({ code, label: `${words} ${code}` })),
  boxes: [{ name: 'high', levels: ['3'] }],
});

const delta = (code: string, given: Partial<ReportDelta> = {}): ReportDelta => ({
  question: { code, text: `Frage ${code}`, type: 'SCALE', scale: scale() },
  basis: 'COMPUTED',
  comparability: 'IDENTICAL',
  notes: [],
  polarity: 'HIGHER_IS_WORSE',
  suppressed: false,
  tally: { increased: 8, decreased: 2, unchanged: 5, changed: 10, comparable: 15, excluded: 0, exclusions: [] },
  sentence: 'In 8 von 15 Kommunen gegenüber 2017 gestiegen',
  from: [
    { value: '1', count: 4 },
    { value: '2', count: 5 },
    { value: '3', count: 6 },
  ],
  to: [
    { value: '1', count: 1 },
    { value: '2', count: 6 },
    { value: '3', count: 8 },
  ],
  ...given,
});

const data = (deltas: readonly ReportDelta[], given: Partial<ReportData> = {}): ReportData => ({
  locale: 'de',
  study: { slug: 'study', title: 'Studie', description: 'Synthetische Antworten.' },
  from: { code: '2017', year: 2017 },
  to: { code: '2018', year: 2018 },
  panelSize: 15,
  freeze: null,
  asOf: '1. Januar 2020',
  deltas,
  sections: [],
  agreements: [],
  ...given,
});

/** Parses strictly: every tag closed in order, every attribute quoted, no stray markup. Throws at the first fault. */
function checkXml(text: string): void {
  const open: string[] = [];
  let rest = text.replace(/^<!doctype html>\n/, '');
  while (rest !== '') {
    const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    if (tag) {
      const [all, end, name = '', , isEmpty] = tag;
      if (end) expect(open.pop()).toBe(name);
      else if (!isEmpty) open.push(name);
      rest = rest.slice(all.length);
    } else {
      const words = /^[^<]+/.exec(rest)?.[0];
      if (words === undefined) throw new Error(`not well-formed: ${rest.slice(0, 60)}`);
      if (open.at(-1) !== 'style') expect(words).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      rest = rest.slice(words.length);
    }
  }
  expect(open).toEqual([]);
}

const figuresOf = (model: ReportModel) => model.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));

describe('a report', () => {
  const three = ['a', 'b', 'c'].map((code) => delta(code));

  it('reads like the publication, in German', () => {
    const text = toMarkdown(reportOf(data([delta('housing', { basis: 'REPORTED', from: [], to: [] }), ...three])));
    expect(text).toContain(
      '# Studie\n\n2018 gegenüber 2017 · Panel von 15 Kommunen · Stand 1. Januar 2020\n\n> Synthetische Antworten.',
    );
    expect(text).toContain('- Frage a (6 von 15)');
    expect(text).toContain('- Frage housing (in 8 von 15 Kommunen gegenüber 2017 gestiegen)');
    expect(text).toContain('| Frage housing | 8 | 2 | 5 | 15 | 0 |');
  });

  it.each([
    [0, 15, 'in 0 von 15 Kommunen gegenüber 2017 gestiegen', 'increased in 0 of 15 municipalities compared with 2017'],
    [1, 1, 'in 1 von 1 Kommune gegenüber 2017 gestiegen', 'increased in 1 of 1 municipality compared with 2017'],
    [3, 3, 'in 3 von 3 Kommunen gegenüber 2017 gestiegen', 'increased in 3 of 3 municipalities compared with 2017'],
  ])('words %i of %i', (increased, comparable, german, english) => {
    const tally = {
      increased,
      decreased: 0,
      unchanged: comparable - increased,
      changed: increased,
      comparable,
      excluded: 0,
      exclusions: [],
    };
    const only = [delta('a', { tally })];
    expect(toMarkdown(reportOf(data(only)))).toContain(german);
    expect(toMarkdown(reportOf(data(only, { locale: 'en' })))).toContain(english);
  });

  it('numbers footnotes once and refers to them', () => {
    const recoded = { comparability: 'RECODED', notes: ['Fünf Stufen statt drei.'] };
    const excluded = {
      ...delta('x').tally!,
      comparable: 14,
      excluded: 1,
      exclusions: [{ reason: 'DONT_KNOW', count: 1 }],
    };
    const model = reportOf(data([delta('a', recoded), delta('b', { ...recoded, tally: excluded })]));
    const notes = model.blocks.find((block) => block.kind === 'footnotes');
    expect(notes).toMatchObject({
      items: ['Skala geändert; frühere Antworten umgeschlüsselt. Fünf Stufen statt drei.', 'weiß nicht: 1'],
    });
    const table = model.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows.map(([label]) => label) : []).toEqual(['Frage a ¹', 'Frage b ¹ ²']);
  });

  it('shows nothing of a withheld figure but that it is withheld', () => {
    const model = reportOf(data([delta('secret', { suppressed: true, tally: null, from: [], to: [] }), ...three]));
    const html = toHtml(model);
    expect(html).toContain('· = zum Schutz einzelner Antworten nicht ausgewiesen');
    expect(figuresOf(model).flatMap(({ chart }) => chart.bars.filter(({ counts }) => counts === null))).toHaveLength(1);
  });

  it('draws what it says: bars add up to those who answered', () => {
    for (const { chart } of figuresOf(reportOf(data(three))))
      for (const { counts } of chart.bars) expect(counts?.reduce((sum, count) => sum + count, 0)).toBe(15);
  });

  it('stays well-formed and without a script whatever the study says', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        ']]>',
        '"><svg onload="x">',
        '&amp;&',
        "'",
        '\u0000\u000b',
        'x'.repeat(300),
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (words, other) => {
        const question = { code: words, text: other, type: 'SCALE', scale: scale(words) };
        const model = reportOf(
          data(
            ['a', 'b', 'c'].map((code) => delta(code, { question, notes: [words], comparability: 'RECODED' })),
            { study: { slug: 's', title: words, description: other } },
          ),
        );
        const html = toHtml(model);
        checkXml(html);
        expect(html).not.toMatch(/<script|<[^>]*\son\w+=/i);
        for (const { chart, title } of figuresOf(model))
          checkXml(stackedBarChart(chart, { title, description: words, withheld: other }));
      }),
      { numRuns: 200 },
    );
  });

  it('prints as PDF, the same bytes for the same date', async () => {
    const model = reportOf(data(three));
    const date = new Date('2020-01-01T00:00:00Z');
    const [first, second] = [await toPdf(model, { date }), await toPdf(model, { date })];
    expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
