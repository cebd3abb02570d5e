import type { CompareByAttributeQuery, CompareQuery } from '@reflexbogen/client';

type Comparison = NonNullable<CompareQuery['comparison']>;
type Delta = Comparison['deltas'][number];
export type Breakdown = NonNullable<CompareByAttributeQuery['comparison']>;
export type Language = 'de' | 'en';

const WORDS = {
  de: {
    of: (count: number, base: number) => `${count} von ${base}`,
    head: (study: string, from: string, to: string, panel: number) =>
      `${study}: ${to} gegenüber ${from}, Panel von ${panel} Kommunen`,
    columns: ['gestiegen', 'gesunken', 'unverändert', 'ausgeschlossen', 'Grundlage', 'Frage'],
    changed: 'verändert',
    basis: { COMPUTED: 'berechnet', REPORTED: 'berichtet' },
    marks: { RECODED: 'umgeschlüsselt', COMPARABLE: 'umformuliert, gleiche Bedeutung', BREAK: 'nicht vergleichbar' },
    notStated: 'keine Angabe',
    without: (count: number) =>
      `${count} weitere Fragen ohne vergleichbare Antworten (meist nur in einer Runde gestellt); --format csv nennt sie mit Gründen.`,
    withheld: (count: number) => `${count} Fragen zum Schutz einzelner Antworten nicht ausgewiesen.`,
  },
  en: {
    of: (count: number, base: number) => `${count} of ${base}`,
    head: (study: string, from: string, to: string, panel: number) =>
      `${study}: ${to} compared with ${from}, panel of ${panel} municipalities`,
    columns: ['increased', 'decreased', 'unchanged', 'excluded', 'basis', 'question'],
    changed: 'changed',
    basis: { COMPUTED: 'computed', REPORTED: 'reported' },
    marks: { RECODED: 'recoded', COMPARABLE: 'reworded, same meaning', BREAK: 'not comparable' },
    notStated: 'not stated',
    without: (count: number) =>
      `${count} more questions without comparable answers (most were asked in one round only); --format csv lists them with reasons.`,
    withheld: (count: number) => `${count} questions withheld to protect single answers.`,
  },
} as const;

const MARKS = { RECODED: '¹', COMPARABLE: '²', BREAK: '³' } as const;
const markOf = ({ comparability }: Delta): string =>
  comparability && comparability in MARKS ? MARKS[comparability as keyof typeof MARKS] : '';

const cut = (text: string, width: number): string =>
  [...text].length <= width ? text : `${[...text].slice(0, width - 1).join('')}…`;
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - [...text].length));

/** Lays out rows in columns; the last column takes what is left of the width. */
function layOut(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length))) ?? [];
  const last = widths.length - 1;
  const room = Math.max(20, width - widths.slice(0, last).reduce((sum, value) => sum + value + 2, 0));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === last ? cut(cell, room) : pad(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** The ranking as a terminal shows it, in the order in which the deltas come. */
export function comparisonTable(study: string, comparison: Comparison, language: Language, width: number): string {
  const words = WORDS[language];
  const withheld = comparison.deltas.filter(({ tally }) => tally === null || tally === undefined).length;
  const shown = comparison.deltas.flatMap((delta) =>
    delta.tally && delta.tally.comparable > 0 ? [{ ...delta, tally: delta.tally }] : [],
  );
  const hidden = comparison.deltas.length - shown.length - withheld;
  const rows = shown.map((delta) => {
    const { increased, decreased, unchanged, changed, comparable, excluded } = delta.tally;
    const first =
      increased === null || increased === undefined
        ? `${words.of(changed, comparable)} ${words.changed}`
        : words.of(increased, comparable);
    return [
      first,
      decreased === null || decreased === undefined ? '–' : String(decreased),
      String(unchanged),
      String(excluded),
      words.basis[delta.basis],
      `${delta.question.text}${markOf(delta)}`,
    ];
  });
  const used = new Set(shown.map(({ comparability }) => comparability));
  const notes = (Object.keys(MARKS) as (keyof typeof MARKS)[])
    .filter((verdict) => used.has(verdict))
    .map((verdict) => `${MARKS[verdict]} ${words.marks[verdict]}`);
  return [
    words.head(study, comparison.from.code, comparison.to.code, comparison.panelSize),
    '',
    ...layOut([words.columns, ...rows], width),
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(hidden > 0 ? ['', words.without(hidden)] : []),
    ...(withheld > 0 ? ['', words.withheld(withheld)] : []),
    '',
  ].join('\n');
}

/** One column per value of the attribute, "k of n" in each. */
export function breakdownTable(breakdown: Breakdown, language: Language, width: number): string {
  const words = WORDS[language];
  const values = [...new Set(breakdown.deltas.flatMap(({ groups }) => groups.map(({ value }) => value ?? null)))];
  const figure = (
    tally:
      | { readonly increased?: number | null; readonly unchanged: number; readonly comparable: number }
      | null
      | undefined,
  ): string => (tally ? words.of(tally.increased ?? tally.comparable - tally.unchanged, tally.comparable) : '–');
  const rows = breakdown.deltas.map((delta) => [
    figure(delta.tally),
    ...values.map((value) => figure(delta.groups.find((group) => (group.value ?? null) === value)?.tally)),
    delta.question.code,
  ]);
  const total = language === 'de' ? 'gesamt' : 'total';
  return [
    ...layOut([[total, ...values.map((value) => value ?? words.notStated), words.columns[5]], ...rows], width),
    '',
  ].join('\n');
}

/** A cell as RFC 4180 has it; text that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

export const comparisonCsv = (comparison: Comparison): string =>
  csv([
    [
      'question',
      'text',
      'basis',
      'comparability',
      'increased',
      'decreased',
      'unchanged',
      'changed',
      'comparable',
      'excluded',
      'exclusions',
      'sentence',
    ],
    ...comparison.deltas.map(({ question, basis, comparability, tally, sentence }) => [
      question.code,
      question.text,
      basis,
      comparability,
      tally?.increased,
      tally?.decreased,
      tally?.unchanged,
      tally?.changed,
      tally?.comparable,
      tally?.excluded,
      tally?.exclusions.map(({ reason, count }) => `${reason} ${count}`).join('; '),
      sentence,
    ]),
  ]);

export const breakdownCsv = (breakdown: Breakdown): string =>
  csv([
    ['question', 'value', 'increased', 'decreased', 'unchanged', 'comparable', 'excluded'],
    ...breakdown.deltas.flatMap((delta) =>
      delta.groups.map(({ value, tally }) => [
        delta.question.code,
        value,
        tally?.increased,
        tally?.decreased,
        tally?.unchanged,
        tally?.comparable,
        tally?.excluded,
      ]),
    ),
  ]);
