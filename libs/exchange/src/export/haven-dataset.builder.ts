import type { Cell, Dataset, DatasetAttribute, DatasetRow, Variable } from './dataset.js';

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
