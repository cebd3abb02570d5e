import {
  MISSING_KINDS,
  textIn,
  type Cell,
  type Dataset,
  type DatasetRow,
  type MissingKind,
  type Variable,
} from './dataset.js';
import { columnNames, identificationOf, missingLabelOf } from './wide-columns.js';

/** A column as SPSS and Stata see it. */
export interface HavenColumn {
  readonly name: string;
  readonly label: string;
  readonly kind: 'TEXT' | 'NUMBER' | 'DATETIME' | 'LEVEL';
  /** TEXT: longest value in UTF-8 bytes. */
  readonly maxBytes: number;
  /** NUMBER: decimals to show; null where unknown. */
  readonly decimals: number | null;
  readonly ordered: boolean;
  /** Ascending by value. */
  readonly levels: readonly { readonly value: number; readonly label: string }[];
  /** Labels in the order of MISSING_KINDS; empty where the column has no missing codes. */
  readonly missing: readonly string[];
  readonly variable: Variable | null;
  readonly valueOf: (row: DatasetRow) => Cell | Date;
}

/** Identification, attributes and variables, with labels in the data set's locale. */
export function havenColumns(dataset: Dataset): readonly HavenColumn[] {
  const { identification, attributes, variables } = columnNames(dataset);
  const plain = { decimals: 0, ordered: false, levels: [], missing: [], variable: null };
  return [
    ...identification.map(({ name, label, type, maxBytes }, index) => ({
      ...plain,
      name,
      label,
      kind: type,
      maxBytes,
      valueOf: (row: DatasetRow) => identificationOf(row)[index] ?? '',
    })),
    ...attributes.map(({ name, attribute }, index) => ({
      ...plain,
      name,
      label: textIn(attribute.label, dataset.locale),
      kind: 'TEXT' as const,
      maxBytes: attribute.maxBytes,
      valueOf: (row: DatasetRow) => row.attributes[index] ?? '',
    })),
    ...variables.map(({ name, variable }, index) => ({
      name,
      label: textIn(variable.label, dataset.locale),
      kind: variable.type === 'BOOLEAN' ? ('LEVEL' as const) : variable.type,
      maxBytes: variable.maxBytes,
      decimals: variable.decimals,
      ordered: variable.ordered,
      levels: levelsOf(variable, dataset.locale),
      missing:
        variable.type === 'TEXT' ? [] : MISSING_KINDS.map((kind) => missingLabelOf(variable, kind, dataset.locale)),
      variable,
      valueOf: (row: DatasetRow) => cellOf(row, index),
    })),
  ];
}

function cellOf(row: DatasetRow, index: number): Cell {
  const cell = row.cells[index];
  if (cell === undefined) throw new Error(`A row of ${row.municipality.code} has no cell ${index}.`);
  return cell;
}

function levelsOf(variable: Variable, locale: string): HavenColumn['levels'] {
  if (variable.type === 'BOOLEAN') {
    const [no, yes] = locale === 'de' ? ['nein', 'ja'] : ['no', 'yes'];
    return [
      { value: 0, label: no },
      { value: 1, label: yes },
    ];
  }
  return variable.levels
    .map(({ value, label, code }) => ({ value, label: textIn(label, locale) || code }))
    .sort((one, other) => one.value - other.value);
}

/** A row's value in a column, told apart by what it is. @throws where it does not fit the column. */
export function typedValue(
  column: HavenColumn,
  row: DatasetRow,
):
  | { readonly text: string }
  | { readonly number: number }
  | { readonly missing: MissingKind }
  | { readonly date: Date } {
  const value = column.valueOf(row);
  if (value instanceof Date) return { date: value };
  if (typeof value === 'object') return column.kind === 'TEXT' ? { text: '' } : { missing: value.missing };
  if (typeof value === 'string') {
    if (column.kind === 'TEXT') return { text: value };
  } else if (column.kind !== 'TEXT' && Number.isFinite(value)) return { number: value };
  throw misfit(column, row, `${String(value)} is no ${column.kind} value`);
}

export function misfit(column: HavenColumn, row: DatasetRow, reason: string): Error {
  return new Error(`${column.name} of ${row.municipality.code} in ${row.round.code}: ${reason}.`);
}

/** The longest start of a text within a number of UTF-8 bytes, never half a character. */
export function utf8Within(text: string, maxBytes: number): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= maxBytes) return bytes;
  let end = maxBytes;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

/** Rows of the data set. @throws where there are more or fewer than it announced, because headers tell their number. */
export async function* countedRows(dataset: Dataset): AsyncGenerator<DatasetRow> {
  let count = 0;
  for await (const row of dataset.rows()) {
    count += 1;
    yield row;
  }
  if (count !== dataset.rowCount) throw new Error(`${count} rows came where ${dataset.rowCount} were announced.`);
}

const CHUNK = 65_536;

/** Gathers pieces to chunks of 64 kB; a piece that is longer is divided. */
export async function* chunksOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let chunk = Buffer.alloc(CHUNK);
  let used = 0;
  for await (const piece of pieces) {
    for (let offset = 0; offset < piece.length;) {
      const part = piece.subarray(offset, offset + CHUNK - used);
      chunk.set(part, used);
      used += part.length;
      offset += part.length;
      if (used < CHUNK) continue;
      yield chunk;
      chunk = Buffer.alloc(CHUNK);
      used = 0;
    }
  }
  if (used > 0) yield chunk.subarray(0, used);
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

export const int32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeInt32LE(value, 4 * index));
  return bytes;
};

export const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

export const float64 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, index) => bytes.writeDoubleLE(value, 8 * index));
  return bytes;
};

/** Bytes padded to a width, by zeros unless said otherwise. */
export function padded(bytes: Uint8Array, width: number, fill = 0): Buffer {
  const field = Buffer.alloc(width, fill);
  field.set(bytes);
  return field;
}
