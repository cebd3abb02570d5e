import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { readCsv } from '../csv-reader.js';
import { FaultCollector } from '../package-fault.js';
import { columnOf } from '../xlsform/cell-formula.js';
import { UnreadableXlsxError } from '../xlsform/xlsform-fault.js';
import { readXlsxParts, XLSX_LIMITS, type XlsxLimits } from '../xlsform/xlsx-parts.js';
import { readXlsx, type XlsxSheet } from '../xlsform/xlsx-reader.js';
import type { AnswerCell } from './answer-cell.js';
import { cellKinds } from './cell-kinds.js';
import { unprotectedText } from './csv-text.js';
import {
  LISTS_SHEET,
  SHEET_NAMES,
  type IgnoredPart,
  type SheetFaults,
  type SheetFileFormat,
  type SheetPlace,
} from './sheet-file.js';

export interface TableRow {
  /** From 1, as spreadsheets count; in CSV the line of the file. */
  readonly number: number;
  /** By column from 0; empty cells may be left out. */
  readonly cells: ReadonlyMap<number, AnswerCell>;
}

/** An entry of whose sheet it is. */
export interface KeyEntry {
  readonly cell: AnswerCell;
  readonly place: SheetPlace;
}

/** A file as rows of cells, apart from its format. */
export interface SheetTable {
  readonly format: SheetFileFormat;
  /** Name of the sheet of answers; null for CSV. */
  readonly sheet: string | null;
  /** By key; of one that stands there twice, both. */
  readonly keys: ReadonlyMap<string, readonly KeyEntry[]>;
  /** Row with the headings. */
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly ignored: readonly IgnoredPart[];
}

const NOWHERE: SheetPlace = { sheet: null, row: null, column: null };
/** Workbooks of old Excel, and those with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** What a file is, told by its first bytes and never by its name. */
export const formatOf = (bytes: Uint8Array): SheetFileFormat => (startsWith(bytes, [0x50, 0x4b]) ? 'XLSX' : 'CSV');

/**
 * Reads a file as a table.
 * @param maxRows rows that are read; content beyond them is a fault
 * @returns null where the file cannot be read, with the fault added
 */
export async function readTable(bytes: Uint8Array, maxRows: number, faults: SheetFaults): Promise<SheetTable | null> {
  if (bytes.byteLength > XLSX_LIMITS.fileBytes) {
    faults.add(
      'UNREADABLE',
      NOWHERE,
      `The file has ${bytes.byteLength} bytes.`,
      `at most ${XLSX_LIMITS.fileBytes} bytes`,
    );
    return null;
  }
  if (startsWith(bytes, OLE)) {
    faults.add(
      'UNREADABLE',
      NOWHERE,
      'The file is an old .xls workbook, or one with a password.',
      'a workbook saved as .xlsx without password, or CSV UTF-8',
    );
    return null;
  }
  return formatOf(bytes) === 'XLSX'
    ? readWorkbook(bytes, { ...XLSX_LIMITS, rows: maxRows }, faults)
    : readLines(bytes, maxRows, faults);
}

const named = (of: 'answers' | 'identity'): ReadonlySet<string> =>
  new Set(Object.values(SHEET_NAMES).map((names) => names[of].toLowerCase()));
const ANSWERS = named('answers');
const IDENTITY = named('identity');

async function readWorkbook(bytes: Uint8Array, limits: XlsxLimits, faults: SheetFaults): Promise<SheetTable | null> {
  try {
    const sheets = await readXlsx(bytes, new Set([...ANSWERS, ...IDENTITY]), limits);
    const answers = onlySheet(sheets, ANSWERS, faults);
    const identity = onlySheet(sheets, IDENTITY, faults);
    if (answers === null || identity === null) return null;
    const kinds = cellKinds(await readXlsxParts(bytes, limits), answers.name);
    const rows = answers.rows.map(({ number, cells }): TableRow => ({
      number,
      cells: new Map(
        [...cells].map(([column, cell]): [number, AnswerCell] => [
          column,
          'refused' in cell ? cell : { text: cell.text, kind: kinds.get(number)?.get(column) ?? 'TEXT' },
        ]),
      ),
    }));
    const [header, ...rest] = rows;
    if (header === undefined) {
      faults.add('NO_SHEET', { ...NOWHERE, sheet: answers.name }, 'The sheet is empty.', 'the headings, then the rows');
      return null;
    }
    return {
      format: 'XLSX',
      sheet: answers.name,
      keys: keysOf(
        identity.rows.map(({ number, cells }) => ({
          key: cells.get(0),
          entry: {
            cell: asText(cells.get(1) ?? { text: '' }),
            place: { sheet: identity.name, row: number, column: 1 },
          },
        })),
      ),
      header,
      rows: rest,
      ignored: sheets
        .filter((sheet) => sheet !== answers && sheet !== identity && sheet.name !== LISTS_SHEET)
        .map(({ name }) => ({ what: `sheet ${name}`, why: 'Only the sheet of answers is read.' })),
    };
  } catch (error) {
    if (!(error instanceof UnreadableXlsxError)) throw error;
    const { sheet, row, column, message, expected } = error.fault;
    faults.add('UNREADABLE', { sheet, row, column: column === null ? null : columnOf(column) }, message, expected);
    return null;
  }
}

const asText = (cell: { readonly text: string } | { readonly refused: string }): AnswerCell =>
  'refused' in cell ? cell : { text: cell.text, kind: 'TEXT' };

function onlySheet(sheets: readonly XlsxSheet[], names: ReadonlySet<string>, faults: SheetFaults): XlsxSheet | null {
  const found = sheets.filter(({ name }) => names.has(name.trim().toLowerCase()));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const expected = `exactly one sheet ${Object.values(SHEET_NAMES)
    .map((both) => both[names === ANSWERS ? 'answers' : 'identity'])
    .join(' or ')}`;
  const message =
    only === undefined
      ? `The workbook has no such sheet among ${sheets
          .map(({ name }) => name)
          .slice(0, 10)
          .join(', ')
          .slice(0, 200)}.`
      : `The workbook has the sheets ${found
          .map(({ name }) => name)
          .slice(0, 10)
          .join(' and ')}.`;
  faults.add('NO_SHEET', NOWHERE, message, expected);
  return null;
}

function keysOf(
  rows: readonly {
    readonly key: { readonly text: string } | { readonly refused: string } | undefined;
    readonly entry: KeyEntry;
  }[],
): ReadonlyMap<string, readonly KeyEntry[]> {
  const keys = new Map<string, KeyEntry[]>();
  for (const { key, entry } of rows)
    if (key !== undefined && 'text' in key) {
      const name = key.text.trim();
      keys.set(name, [...(keys.get(name) ?? []), entry].slice(0, 2));
    }
  return keys;
}

/** CSV: lines whose first field begins with `#` say whose sheet it is. */
async function readLines(bytes: Uint8Array, maxRows: number, faults: SheetFaults): Promise<SheetTable | null> {
  const rows: TableRow[] = [];
  const keys: { key: { text: string }; entry: KeyEntry }[] = [];
  const headers: TableRow[] = [];
  let isFull = false;
  const rowOf = (fields: readonly string[], line: number): TableRow => ({
    number: line,
    cells: new Map(fields.map((field, column) => [column, { text: unprotectedText(field), kind: 'TEXT' }])),
  });
  const form = new FaultCollector();
  const stream = Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
  await readCsv('The file', stream, form, {
    header: (fields) => {
      if (fields.length <= XLSX_LIMITS.columns) headers.push(rowOf(fields, 1));
      else
        faults.add(
          'UNREADABLE',
          { sheet: null, row: 1, column: null },
          `The file has ${fields.length} columns.`,
          `at most ${XLSX_LIMITS.columns} columns`,
        );
      return headers.length === 1;
    },
    record: (fields, line) => {
      const [first = '', second = ''] = fields;
      if (first.startsWith('#') && keys.length < maxRows)
        keys.push({
          key: { text: first.slice(1) },
          entry: {
            cell: { text: unprotectedText(second), kind: 'TEXT' },
            place: { sheet: null, row: line, column: 1 },
          },
        });
      else if (fields.every((field) => field.trim() === '')) return;
      else if (rows.length < maxRows) rows.push(rowOf(fields, line));
      else if (!isFull) {
        isFull = true;
        faults.add(
          'TOO_MANY_ROWS',
          { sheet: null, row: line, column: null },
          `The file has more than ${maxRows} rows.`,
          `at most ${maxRows} rows`,
        );
      }
    },
  });
  for (const { code, line, column, message, expected } of form.faults)
    faults.add(
      'UNREADABLE',
      { sheet: null, row: line, column: null },
      column === null ? message : `${message} Character ${column} of the line.`,
      code === 'NOT_UTF8' ? 'a file saved as "CSV UTF-8", or as .xlsx' : expected,
    );
  const [header] = headers;
  if (header === undefined || form.count > 0) return null;
  return { format: 'CSV', sheet: null, keys: keysOf(keys), header, rows, ignored: [] };
}
