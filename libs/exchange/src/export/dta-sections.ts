import { textIn, MISSING_KINDS, type Dataset } from './dataset.js';
import { int16, int32, MONTHS, padded, uint64, utf8Within, type HavenColumn } from './haven-columns.js';

const MAX_FIXED_TEXT = 2045;
const LONG_TEXT = 32_768;
const DOUBLE = 65_526;
const INT = 65_529;
const BYTE = 65_530;

export type DtaStorage = 'BYTE' | 'INT' | 'DOUBLE' | 'FIXED_TEXT' | 'LONG_TEXT';

/** A column with the way Stata stores it. */
export interface DtaColumn extends HavenColumn {
  readonly storage: DtaStorage;
  /** Bytes in a row. */
  readonly size: number;
  readonly type: number;
  readonly format: string;
  readonly hasLabels: boolean;
}

export function dtaColumn(column: HavenColumn): DtaColumn {
  const hasLabels = column.levels.length + column.missing.length > 0;
  const stored = (storage: DtaStorage, size: number, type: number, format: string): DtaColumn => ({
    ...column,
    hasLabels,
    storage,
    size,
    type,
    format,
  });
  if (column.kind === 'TEXT') {
    const width = Math.max(1, column.maxBytes);
    if (width > MAX_FIXED_TEXT) return stored('LONG_TEXT', 8, LONG_TEXT, '%-40s');
    return stored('FIXED_TEXT', width, width, `%-${Math.min(width, 244)}s`);
  }
  if (column.kind === 'DATETIME') return stored('DOUBLE', 8, DOUBLE, '%tcCCYY-NN-DD!THH:MM:SS');
  if (column.kind === 'LEVEL') {
    const isSmall = column.levels.every(({ value }) => value <= 100);
    return isSmall ? stored('BYTE', 1, BYTE, '%8.0g') : stored('INT', 2, INT, '%8.0g');
  }
  if (column.variable === null) return stored('INT', 2, INT, '%8.0g');
  return stored('DOUBLE', 8, DOUBLE, column.decimals === null ? '%12.0g' : `%20.${column.decimals}f`);
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const tagged = (name: string, ...content: readonly Uint8Array[]): Buffer =>
  Buffer.concat([ascii(`<${name}>`), ...content, ascii(`</${name}>`)]);

/** At most so many characters, as Stata counts labels. */
const charactersOf = (text: string, count: number): Buffer =>
  Buffer.from(Array.from(text).slice(0, count).join(''), 'utf8');

export function headerSection(dataset: Dataset, columns: readonly DtaColumn[]): Buffer {
  const title = charactersOf(textIn(dataset.study.title, dataset.locale), 80);
  return tagged(
    'header',
    ascii('<release>118</release><byteorder>LSF</byteorder>'),
    tagged('K', int16(columns.length)),
    tagged('N', uint64(dataset.rowCount)),
    tagged('label', int16(title.length), title),
    tagged('timestamp', Buffer.from([17]), ascii(timestampOf(dataset.takenAt))),
  );
}

/** `23 Nov 2026 21:05`, UTC. */
function timestampOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** What describes the variables, in the order of the file and of the map. */
export function variableSections(columns: readonly DtaColumn[]): readonly Buffer[] {
  const fields = (name: string, width: number, text: (column: DtaColumn) => Uint8Array): Buffer =>
    tagged(name, ...columns.map((column) => padded(text(column), width)));
  return [
    tagged('variable_types', ...columns.map(({ type }) => int16(type))),
    fields('varnames', 129, ({ name }) => ascii(name)),
    tagged('sortlist', Buffer.alloc(2 * (columns.length + 1))),
    fields('formats', 57, ({ format }) => ascii(format)),
    fields('value_label_names', 129, ({ name, hasLabels }) => ascii(hasLabels ? name : '')),
    fields('variable_labels', 321, ({ label }) => charactersOf(label, 80)),
    tagged('characteristics'),
  ];
}

/** `.a` as a 32-bit number; `.b` to `.f` follow. */
const MISSING_A = 2_147_483_622;
const MAX_LABEL = 32_000;

/** One table per labelled variable, called as the variable is. */
export function* valueLabelSection(columns: readonly DtaColumn[]): Generator<Uint8Array> {
  yield ascii('<value_labels>');
  for (const column of columns) if (column.hasLabels) yield labelTable(column);
  yield ascii('</value_labels>');
}

function labelTable({ name, levels, missing }: DtaColumn): Buffer {
  const labels = [
    ...levels,
    ...MISSING_KINDS.flatMap((_, index) => {
      const label = missing[index];
      return label === undefined ? [] : [{ value: MISSING_A + index, label }];
    }),
  ];
  const texts = labels.map(({ label }) => Buffer.concat([utf8Within(label, MAX_LABEL), Buffer.alloc(1)]));
  let length = 0;
  const offsets = texts.map((text) => {
    const offset = length;
    length += text.length;
    return offset;
  });
  const table = Buffer.concat([
    int32(labels.length, length, ...offsets, ...labels.map(({ value }) => value)),
    ...texts,
  ]);
  return tagged('lbl', int32(table.length), padded(ascii(name), 129), Buffer.alloc(3), table);
}
