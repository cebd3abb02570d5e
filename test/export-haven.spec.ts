import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MISSING_KINDS, type Cell, type Dataset, type MissingKind } from '../libs/exchange/src/export/dataset.js';
import { writeDta } from '../libs/exchange/src/export/dta.js';
import { aDataset, aVariable } from '../libs/exchange/src/export/haven-dataset.builder.js';
import { writeSav } from '../libs/exchange/src/export/sav.js';
import { missingCodeOf } from '../libs/exchange/src/export/wide-columns.js';

/** R's haven is another reader than ours. Debian: r-cran-haven r-cran-jsonlite. */
const hasHaven = spawnSync('Rscript', ['-e', 'library(haven); library(jsonlite)']).status === 0;
const script = fileURLToPath(new URL('fixtures/read-haven.R', import.meta.url));

interface HavenColumn {
  readonly name: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly labels: readonly { readonly value: string; readonly label: string }[];
  readonly range: readonly string[];
  readonly isMissing: readonly boolean[];
  readonly format: string;
}
interface HavenFile {
  readonly rows: number;
  readonly columns: readonly HavenColumn[];
}

const formats = { sav: writeSav, dta: writeDta } as const;
type Format = keyof typeof formats;
const bothFormats = Object.keys(formats) as readonly Format[];

const missing = (kind: MissingKind): Cell => ({ missing: kind, code: kind.toLowerCase() });
const kinds = MISSING_KINDS.map((kind) => [kind] as const);
const longText = 'Straße 🚲 '.repeat(300).trim();

const variables = [
  aVariable({
    name: 'with',
    type: 'LEVEL',
    ordered: true,
    label: { de: 'Wie groß?' },
    levels: [
      { code: 'z', value: 1, label: { de: 'zu klein' } },
      { code: 'a', value: 2, label: { de: 'angemessen' } },
      { code: 'm', value: 3, label: { de: 'mächtig' } },
    ],
    missing: [{ code: 'dk', kind: 'DONT_KNOW', label: { de: 'weiß ich nicht' } }],
  }),
  aVariable({ name: 'code', type: 'LEVEL', levels: [{ code: '9999', value: 9999, label: { de: 'viel' } }] }),
  aVariable({ name: 'amount', type: 'NUMBER', decimals: 2 }),
  aVariable({ name: 'flag', type: 'BOOLEAN' }),
  aVariable({ name: 'remark', type: 'TEXT' }),
  aVariable({ name: 'essay', type: 'TEXT' }),
];
const rows: readonly (readonly Cell[])[] = [
  [1, 9999, 0.1, 0, '=1+1', longText],
  [2, 9999, -0, 1, 'Übergröße 🚲', 'kurz'],
  [3, 9999, 1e15, 1, '', ''],
  [2, 9999, -9995, 0, ' vorn', 'x'.repeat(256)],
  ...kinds.map(([kind]) => [missing(kind), missing(kind), missing(kind), missing(kind), missing(kind), missing(kind)]),
];

const numberText = (value: number): string =>
  Object.is(value, -0) ? '-0' : value === 0.1 ? '0.10000000000000001' : String(value);

function expected(format: Format, column: number, cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  const variable = variables[column]!;
  if (variable.type === 'TEXT') return '';
  return format === 'dta'
    ? `.${'abcdef'[MISSING_KINDS.indexOf(cell.missing)]}`
    : String(missingCodeOf(variable, cell.missing));
}

(hasHaven ? describe : describe.skip)('R haven (skipped without Rscript, r-cran-haven and r-cran-jsonlite)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-haven-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function read(dataset: Dataset, format: Format): Promise<HavenFile> {
    const path = join(folder, `data.${format}`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of formats[format](dataset)) chunks.push(chunk);
    writeFileSync(path, Buffer.concat(chunks));
    return JSON.parse(execFileSync('Rscript', [script, path], { encoding: 'utf8', maxBuffer: 1e8 })) as HavenFile;
  }

  it.each(bothFormats)('reads every cell of a .%s', async (format) => {
    const attributes = [{ code: 'Größe', label: { de: 'Größenklasse' } }];
    const file = await read(aDataset(variables, rows, attributes, [['groß'], [null]]), format);

    expect(file.columns.map(({ name }) => name)).toEqual([
      ...['municipality', 'municipality_name', 'official_key', 'round', 'year', 'submitted_at', 'attribute_groesse'],
      ...['with_2', 'code', 'amount', 'flag', 'remark', 'essay'],
    ]);
    const [code, name, key, round, year, at, attribute, ...own] = file.columns;
    expect([code, name, key, round, year].map((column) => column?.cells[1])).toEqual([
      'K2',
      'Müllrose 🌲 2',
      '02',
      '2018',
      '2018',
    ]);
    expect(at?.cells[1]).toBe(String(Date.UTC(2018, 4, 17, 8, 30, 1) / 1000));
    expect(attribute).toMatchObject({ label: 'Größenklasse', cells: ['groß', ...rows.slice(1).map(() => '')] });
    expect(own.map(({ cells }) => cells)).toEqual(
      variables.map((_, column) => rows.map((row) => expected(format, column, row[column]!))),
    );
  });

  it.each(bothFormats)('reads labels and missing values of a .%s', async (format) => {
    const { columns } = await read(aDataset(variables, rows), format);

    const level = columns[6]!;
    const code = (column: number, kind: MissingKind): string => expected(format, column, missing(kind));
    expect(level.label).toBe('Wie groß?');
    // haven gives SPSS labels in the order of the file, Stata's as well.
    expect(level.labels).toEqual([
      { value: '1', label: 'zu klein' },
      { value: '2', label: 'angemessen' },
      { value: '3', label: 'mächtig' },
      { value: code(0, 'NOT_ASKED'), label: 'nicht gefragt' },
      { value: code(0, 'SKIPPED'), label: 'übersprungen' },
      { value: code(0, 'NO_ANSWER'), label: 'keine Antwort' },
      { value: code(0, 'DONT_KNOW'), label: 'weiß ich nicht' },
      { value: code(0, 'REFUSED'), label: 'verweigert' },
      { value: code(0, 'NOT_APPLICABLE'), label: 'trifft nicht zu' },
    ]);
    const isMissing = rows.map(([cell]) => typeof cell === 'object');
    for (const column of columns.slice(6, 10))
      expect([column.name, column.isMissing]).toEqual([column.name, isMissing]);
    if (format === 'sav') {
      expect(columns.slice(6, 10).map(({ range }) => range)).toEqual([
        ['-9996', '-9991'],
        ['-9996', '-9991'],
        ['-9999999996', '-9999999991'],
        ['-9996', '-9991'],
      ]);
      expect(columns.map(({ format: spss }) => spss).slice(5, 9)).toEqual(['DATETIME20', 'F8.0', 'F8.0', 'F22.2']);
    }
  });

  it.each(bothFormats)('reads a .%s without rows', async (format) => {
    const file = await read(aDataset(variables, []), format);

    expect([file.rows, file.columns.length]).toEqual([0, 12]);
  });

  it.each(bothFormats)('reads 300 variables of a .%s', async (format) => {
    const many = Array.from({ length: 300 }, (_, index) =>
      aVariable({ name: `q${index}`, type: index % 3 === 0 ? 'TEXT' : 'NUMBER' }),
    );
    const cells = many.map(({ type }, index) => (type === 'TEXT' ? 'ü'.repeat(index) : index / 8));
    const file = await read(aDataset(many, [cells, cells]), format);

    expect(file.columns.slice(6).map((column) => column.cells)).toEqual(
      cells.map((cell) => [String(cell), String(cell)]),
    );
  });
});
