import fc from 'fast-check';
import { MISSING_KINDS, type Cell, type Dataset, type DatasetRow, type Variable } from './dataset.js';

// For specs only: data sets in memory, with defaults that are valid, and random ones with hostile texts.

/** A variable; TEXT unless said otherwise. */
export function aVariable(given: Partial<Variable> = {}): Variable {
  return {
    name: 'q1',
    question: 'Q1',
    option: null,
    revision: '2018.1',
    type: 'TEXT',
    label: { en: 'Question' },
    levels: [],
    ordered: false,
    missing: [],
    unit: null,
    decimals: null,
    maxBytes: 0,
    ...given,
  };
}

/** A submission of municipality M1 in 2018. */
export function aRow(cells: readonly Cell[], given: Partial<DatasetRow> = {}): DatasetRow {
  return {
    municipality: { code: 'M1', name: 'Musterstadt', officialKey: '01001000' },
    round: { code: '2018', year: 2018 },
    attributes: [],
    submittedAt: new Date('2018-06-01T10:20:30.123Z'),
    cells,
    comments: new Map(),
    sectionComments: new Map(),
    provenanceOf: () => 'TYPED',
    ...given,
  };
}

/** A data set; `rows` may be a generator function for many rows. */
export function dataset({
  rows = [],
  ...given
}: Partial<Omit<Dataset, 'rows'>> & {
  readonly rows?: readonly DatasetRow[] | (() => Iterable<DatasetRow>);
} = {}): Dataset {
  const source = typeof rows === 'function' ? rows : () => rows;
  return {
    study: { slug: 'study', title: { en: 'Study' } },
    locale: 'en',
    takenAt: new Date('2020-01-01T00:00:00Z'),
    attributes: [],
    variables: [aVariable()],
    rowCount: typeof rows === 'function' ? 0 : rows.length,
    maxBytes: { code: 64, name: 256, officialKey: 64, round: 64 },
    ...given,
    async *rows() {
      await Promise.resolve();
      yield* source();
    },
  };
}

const UNITS = [
  '"',
  "'",
  ',',
  ';',
  '\n',
  '\r',
  '\t',
  '=',
  '+',
  '-',
  '@',
  '\\',
  '<',
  '&',
  '_x0041_',
  'NA',
  'ü',
  '😀',
  '\u202e',
  'א',
  '\u0001',
  '\u001f',
  '\uffff',
  ' ',
  'a',
  '0',
  '`',
  '%',
];

/** Text with whatever breaks out of quotes, XML, CSV or R; no NUL (PostgreSQL holds none), no lone surrogate. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...UNITS), { maxLength: 8 })
  .map((units) => units.join(''));

/** A data set of every type of variable, with missing cells, hostile texts, labels and level codes. */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .record({
    codes: fc.uniqueArray(
      hostileText.filter((code) => code !== ''),
      { minLength: 1, maxLength: 4 },
    ),
    labels: fc.array(hostileText, { minLength: 12, maxLength: 12 }),
    name: hostileText,
  })
  .chain(({ codes, labels, name }) => {
    const label = (index: number) => ({ en: labels[index] ?? '' });
    const missing = [
      { code: 'dk', kind: 'DONT_KNOW', label: label(4) },
      { code: 'no_idea', kind: 'DONT_KNOW', label: label(5) },
    ] as const;
    const levels = codes.map((code, index) => ({ code, value: index + 1, label: label(index) }));
    const variables = [
      aVariable({ name: 'level', type: 'LEVEL', levels, ordered: true, missing, label: label(6) }),
      aVariable({ name: 'number', type: 'NUMBER', unit: label(7), decimals: 3, label: label(8) }),
      aVariable({ name: 'boolean', type: 'BOOLEAN', option: 'o', label: label(9) }),
      aVariable({ name: 'text', label: label(10) }),
      aVariable({ name: 'year', label: label(11) }),
    ];
    const absent = fc.oneof(
      fc
        .constantFrom(...MISSING_KINDS)
        .map((kind) => ({ missing: kind, code: kind === 'DONT_KNOW' ? 'dk' : kind.toLowerCase() })),
      fc.constant({ missing: 'DONT_KNOW', code: 'no_idea' } as const),
    );
    const plain = fc.constantFrom(...MISSING_KINDS).map((kind) => ({ missing: kind, code: kind.toLowerCase() }));
    const row = fc.record({
      cells: fc.tuple(
        fc.oneof(fc.integer({ min: 1, max: codes.length }), absent),
        fc.oneof(
          fc.integer({ min: -9_000_000, max: 9_000_000 }).map((value) => value / 1000),
          plain,
        ),
        fc.oneof(fc.constantFrom(0, 1), plain),
        fc.oneof(hostileText, plain),
        fc.oneof(hostileText, plain),
      ),
      // An attribute without a text is not stated.
      attribute: fc.option(hostileText.filter((text) => text !== '')),
      comment: hostileText,
    });
    return fc.array(row, { maxLength: 8 }).map((rows) =>
      dataset({
        study: { slug: 'study', title: { en: name } },
        attributes: [{ code: 'type', label: label(3), values: [], maxBytes: 64 }],
        variables,
        rows: rows.map(({ cells, attribute, comment }, index) =>
          aRow(cells, {
            municipality: { code: `M${index}`, name, officialKey: '01001000' },
            attributes: [attribute],
            comments: comment === '' ? new Map() : new Map([[3, comment]]),
          }),
        ),
      }),
    );
  });

/** All rows of a data set. */
export async function rowsOf(data: Dataset): Promise<readonly DatasetRow[]> {
  const rows: DatasetRow[] = [];
  for await (const row of data.rows()) rows.push(row);
  return rows;
}
