import { textIn, MISSING_KINDS, type Dataset } from './dataset.js';
import { float64, int32, MONTHS, padded, uint64, utf8Within, type HavenColumn } from './haven-columns.js';
import { missingCodeOf } from './wide-columns.js';

const SPACE = 0x20;
const MAX_TEXT = 32_767;
export const SYSTEM_MISSING = -Number.MAX_VALUE;
const HIGHEST = Number.MAX_VALUE;
/** The next double above the system-missing value. */
const LOWEST = -1.7976931348623155e308;

/** A column with its place in the file. */
export interface SavColumn extends HavenColumn {
  /** TEXT: bytes of the value, 1 to 32,767; 0 for numbers. */
  readonly width: number;
  readonly shortName: string;
  /** Widths of the variables that stand for it: a text above 255 bytes takes several; one of 0 for a number. */
  readonly segments: readonly number[];
}

/** A very long text of width w has ⌈w / 252⌉ segments of 255 bytes, the last of what remains. */
function segmentsOf(width: number): readonly number[] {
  if (width <= 255) return [width];
  const count = Math.ceil(width / 252);
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? 255 : width - index * 252));
}

export function savColumns(columns: readonly HavenColumn[]): readonly SavColumn[] {
  return columns.map((column, index) => {
    const width = column.kind === 'TEXT' ? Math.min(MAX_TEXT, Math.max(1, column.maxBytes)) : 0;
    return { ...column, width, shortName: `V${index + 1}`, segments: segmentsOf(width) };
  });
}

export const octetsOf = (width: number): number => Math.max(1, Math.ceil(width / 8));

const ascii = (text: string, width: number): Buffer => padded(Buffer.from(text, 'latin1'), width, SPACE);

/** Everything before the data. */
export function* dictionary(dataset: Dataset, columns: readonly SavColumn[]): Generator<Uint8Array> {
  yield header(dataset, columns);
  let extra = 0;
  for (const column of columns) {
    for (const [index, width] of column.segments.entries()) {
      // Names of further segments are seen by very old readers only; `S` keeps them apart from `V`.
      const name = index === 0 ? column.shortName : `S${(extra += 1).toString(36).toUpperCase()}`;
      yield variableRecord(column, name, width, index === 0);
    }
  }
  yield* valueLabels(columns);
  yield extension(3, 4, int32(1, 0, 0, -1, 1, 1, 2, 65_001));
  yield extension(4, 8, float64(SYSTEM_MISSING, HIGHEST, LOWEST));
  yield extension(11, 4, int32(...columns.flatMap(displayOf)));
  yield extension(13, 1, Buffer.from(columns.map(({ shortName, name }) => `${shortName}=${name}`).join('\t')));
  const long = columns.filter(({ segments }) => segments.length > 1);
  if (long.length > 0) {
    const widths = long.map(({ shortName, width }) => `${shortName}=${String(width).padStart(5, '0')}\0\t`);
    yield extension(14, 1, Buffer.from(widths.join('')));
  }
  yield extension(16, 8, Buffer.concat([uint64(1), uint64(dataset.rowCount)]));
  yield extension(20, 1, Buffer.from('UTF-8'));
  yield int32(999, 0);
}

function header(dataset: Dataset, columns: readonly SavColumn[]): Buffer {
  const at = dataset.takenAt;
  const two = (value: number): string => String(value).padStart(2, '0');
  const octets = columns.flatMap(({ segments }) => segments).reduce((sum, width) => sum + octetsOf(width), 0);
  return Buffer.concat([
    ascii('$FL2', 4),
    ascii('@(#) SPSS DATA FILE Reflexbogen', 60),
    int32(2, octets, 1, 0, dataset.rowCount),
    float64(100),
    ascii(`${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCFullYear() % 100)}`, 9),
    ascii(`${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`, 8),
    padded(utf8Within(textIn(dataset.study.title, dataset.locale), 64), 64, SPACE),
    Buffer.alloc(3),
  ]);
}

/** Type, width and decimals as SPSS packs them. */
function formatOf(column: SavColumn, width: number): number {
  if (column.kind === 'TEXT') return (1 << 16) | (width << 8);
  if (column.kind === 'DATETIME') return (22 << 16) | (20 << 8);
  const decimals = column.kind === 'NUMBER' ? (column.decimals ?? 2) : 0;
  // Wide enough for the missing codes with 9 decimals.
  const shown = column.kind === 'NUMBER' && column.variable !== null ? 22 : 8;
  return (5 << 16) | (shown << 8) | decimals;
}

function missingRange(column: SavColumn): readonly [number, number] | null {
  const [first, last] = [MISSING_KINDS[0], MISSING_KINDS.at(-1)];
  if (column.variable === null || first === undefined || last === undefined) return null;
  const high = missingCodeOf(column.variable, first);
  const low = missingCodeOf(column.variable, last);
  return high === null || low === null ? null : [low, high];
}

/** The variable and the dummies that a text beyond 8 bytes takes up. */
function variableRecord(column: SavColumn, name: string, width: number, isFirst: boolean): Buffer {
  const label = isFirst ? utf8Within(column.label, 255) : Buffer.alloc(0);
  const missing = isFirst ? missingRange(column) : null;
  const format = formatOf(column, width);
  const parts = [int32(2, width, label.length > 0 ? 1 : 0, missing === null ? 0 : -2, format, format), ascii(name, 8)];
  if (label.length > 0) parts.push(int32(label.length), padded(label, 4 * Math.ceil(label.length / 4), SPACE));
  if (missing !== null) parts.push(float64(...missing));
  const dummy = Buffer.concat([int32(2, -1, 0, 0, 0, 0), ascii('', 8)]);
  for (let octet = 1; octet < octetsOf(width); octet += 1) parts.push(dummy);
  return Buffer.concat(parts);
}

function* valueLabels(columns: readonly SavColumn[]): Generator<Uint8Array> {
  let position = 1;
  for (const column of columns) {
    const codes = MISSING_KINDS.map((kind) => (column.variable === null ? null : missingCodeOf(column.variable, kind)));
    const labels = [
      ...column.levels,
      ...column.missing.map((label, index) => ({ value: codes[index] ?? SYSTEM_MISSING, label })),
    ];
    if (labels.length > 0) {
      yield int32(3, labels.length);
      for (const { value, label } of labels) {
        const bytes = utf8Within(label, 120);
        const width = 8 * Math.ceil((bytes.length + 1) / 8);
        yield Buffer.concat([
          float64(value),
          padded(Buffer.concat([Buffer.from([bytes.length]), bytes]), width, SPACE),
        ]);
      }
      yield int32(4, 1, position);
    }
    for (const width of column.segments) position += octetsOf(width);
  }
}

/** Measurement level (1 nominal, 2 ordinal, 3 scale), display width, alignment (0 left, 1 right), once per segment. */
function displayOf(column: SavColumn): readonly number[] {
  const measure = column.kind === 'NUMBER' || column.kind === 'DATETIME' ? 3 : column.ordered ? 2 : 1;
  return column.segments.flatMap((width) => (width > 0 ? [1, Math.min(40, width), 0] : [measure, 12, 1]));
}

function extension(subtype: number, size: number, content: Uint8Array): Buffer {
  return Buffer.concat([int32(7, subtype, size, content.length / size), content]);
}
