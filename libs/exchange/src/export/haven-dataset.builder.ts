import fc from 'fast-check';
import {
  MISSING_KINDS,
  type Cell,
  type Dataset,
  type DatasetAttribute,
  type DatasetRow,
  type Variable,
} from './dataset.js';

// For specs only.

/** A variable of a type, with valid rest. */
export function aVariable(fields: Partial<Variable> & Pick<Variable, 'name' | 'type'>): Variable {
  return {
    question: fields.name,
    option: null,
    revision: '2018.1',
    label: { de: `Frage ${fields.name}` },
    levels: [],
    ordered: false,
    missing: [],
    unit: null,
    decimals: null,
    maxBytes: 0,
    ...fields,
  };
}

/** A data set of rows of cells; `maxBytes` of texts is counted. */
export function aDataset(
  variables: readonly Variable[],
  cells: readonly (readonly Cell[])[],
  attributes: readonly Pick<DatasetAttribute, 'code' | 'label'>[] = [],
  attributeValues: readonly (readonly (string | null)[])[] = [],
): Dataset {
  const rows: readonly DatasetRow[] = cells.map((row, index) => ({
    municipality: { code: `K${index + 1}`, name: `Müllrose 🌲 ${index + 1}`, officialKey: `0${index + 1}` },
    round: { code: '2018', year: 2018 },
    attributes: attributes.map((_, attribute) => attributeValues[index]?.[attribute] ?? null),
    submittedAt: new Date(Date.UTC(2018, 4, 17, 8, 30, index)),
    cells: row,
    comments: new Map(),
    sectionComments: new Map(),
    provenanceOf: () => 'TYPED',
  }));
  const longest = (texts: readonly unknown[]): number =>
    Math.max(0, ...texts.map((text) => (typeof text === 'string' ? Buffer.byteLength(text) : 0)));
  return {
    study: { slug: 'studie', title: { de: 'Größen & Grenzen' } },
    locale: 'de',
    takenAt: new Date('2026-11-23T20:00:00Z'),
    attributes: attributes.map((attribute, index) => ({
      ...attribute,
      values: [],
      maxBytes: longest(rows.map((row) => row.attributes[index])),
    })),
    variables: variables.map((variable, index) => ({
      ...variable,
      maxBytes: variable.type === 'TEXT' ? longest(rows.map((row) => row.cells[index])) : 0,
    })),
    rowCount: rows.length,
    maxBytes: {
      code: longest(rows.map(({ municipality }) => municipality.code)),
      name: longest(rows.map(({ municipality }) => municipality.name)),
      officialKey: longest(rows.map(({ municipality }) => municipality.officialKey)),
      round: longest(rows.map(({ round }) => round.code)),
    },
    async *rows() {
      await Promise.resolve();
      yield* rows;
    },
  };
}

/** Any missing cell. */
const someMissing: fc.Arbitrary<Cell> = fc
  .constantFrom(...MISSING_KINDS)
  .map((kind) => ({ missing: kind, code: kind.toLowerCase() }));
// PostgreSQL keeps no zero character and no half surrogate in a text, so neither comes here.
const someText = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.replaceAll('\0', ''))
  .chain((text) => fc.constantFrom(1, 1, 1, 30, 400).map((times) => text.repeat(times)));
const someNumber = fc.oneof(
  fc.constantFrom(0, -0, 0.1, 1e15, -99, -100, 151, 152, -9991, -9996, 5e-324),
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
);
const CELLS = {
  LEVEL: fc.integer({ min: 1, max: 9999 }),
  NUMBER: someNumber,
  BOOLEAN: fc.constantFrom(0, 1),
  TEXT: someText,
} as const satisfies Record<Variable['type'], fc.Arbitrary<Cell>>;

/** Up to eight variables of any type and rows that fit them. */
export const someTable: fc.Arbitrary<{ variables: readonly Variable[]; cells: readonly (readonly Cell[])[] }> = fc
  .array(fc.constantFrom(...(Object.keys(CELLS) as Variable['type'][])), { maxLength: 8 })
  .chain((types) =>
    fc.record({
      variables: fc.constant(
        types.map((type, index) =>
          aVariable({
            name: `q${index}`,
            type,
            levels: type === 'LEVEL' ? [{ code: '9999', value: 9999, label: { de: 'viel' } }] : [],
          }),
        ),
      ),
      cells: fc.array(fc.tuple(...types.map((type) => fc.oneof(CELLS[type] as fc.Arbitrary<Cell>, someMissing))), {
        maxLength: 6,
      }),
    }),
  );
