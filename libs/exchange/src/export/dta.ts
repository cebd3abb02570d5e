import { MISSING_KINDS, type Dataset, type DatasetRow } from './dataset.js';
import { dtaColumn, headerSection, valueLabelSection, variableSections, type DtaColumn } from './dta-sections.js';
import { chunksOf, countedRows, havenColumns, int32, misfit, typedValue, uint64 } from './haven-columns.js';

/**
 * The submissions as a Stata file (`.dta`, release 118, for Stata 14 and later), in chunks of 64 kB.
 *
 * A missing LEVEL, BOOLEAN or NUMBER is `.a` to `.f` in the order of MISSING_KINDS, labelled. A missing TEXT and an
 * attribute that is not stated are the empty text. Texts are whole: `str#` up to 2,045 bytes of UTF-8, `strL` beyond.
 * Variable labels and the title are cut at 80 characters. Equal snapshots give equal bytes. With a `strL`, rows are read
 * three times (sizes, which the file tells in front, then data, then long texts), else once.
 * @throws where a number has no place in the file: beyond Stata's range (-1.798e308 to 8.988e307), or not finite.
 * Source: Stata's help file `dta_118`, "Description of .dta file format 118".
 */
export async function* writeDta(dataset: Dataset): AsyncGenerator<Uint8Array> {
  yield* chunksOf(pieces(dataset));
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const ROOT = ascii('<stata_dta>');
const MAP_SIZE = '<map></map>'.length + 14 * 8;

async function* pieces(dataset: Dataset): AsyncGenerator<Uint8Array> {
  const columns = havenColumns(dataset).map(dtaColumn);
  const rowSize = columns.reduce((sum, { size }) => sum + size, 0);
  const header = headerSection(dataset, columns);
  const sections = variableSections(columns);
  const longTextBytes = await sizeOfLongTexts(dataset, columns);
  const labelBytes = [...valueLabelSection(columns)].reduce((sum, { length }) => sum + length, 0);

  yield ROOT;
  yield header;
  const lengths = [
    ROOT.length + header.length,
    MAP_SIZE,
    ...sections.map(({ length }) => length),
    '<data></data>'.length + rowSize * dataset.rowCount,
    '<strls></strls>'.length + longTextBytes,
    labelBytes,
    '</stata_dta>'.length,
  ];
  yield ascii('<map>');
  yield Buffer.concat([0, ...runningSums(lengths)].map(uint64));
  yield ascii('</map>');
  yield* sections;
  yield ascii('<data>');
  let observation = 0;
  for await (const row of countedRows(dataset)) {
    observation += 1;
    yield rowBytes(columns, row, rowSize, observation);
  }
  yield ascii('</data><strls>');
  yield* longTexts(dataset, columns);
  yield ascii('</strls>');
  yield* valueLabelSection(columns);
  yield ascii('</stata_dta>');
}

function runningSums(lengths: readonly number[]): readonly number[] {
  let sum = 0;
  return lengths.map((length) => (sum += length));
}

/** Stata's epoch, 1960, to 1970 in milliseconds. */
const STATA_EPOCH = 315_619_200_000;
/** 2 to the power of 1023: from here on a double is a missing value. */
const FIRST_MISSING_DOUBLE = 2 ** 1023;

function rowBytes(columns: readonly DtaColumn[], row: DatasetRow, size: number, observation: number): Buffer {
  const bytes = Buffer.alloc(size);
  let offset = 0;
  columns.forEach((column, index) => {
    const value = typedValue(column, row);
    if ('date' in value) bytes.writeDoubleLE(value.date.getTime() + STATA_EPOCH, offset);
    else if ('number' in value) writeNumber(bytes, offset, column, row, value.number);
    else if ('missing' in value) writeMissing(bytes, offset, column, MISSING_KINDS.indexOf(value.missing) + 1);
    else if (column.storage === 'FIXED_TEXT') {
      const text = Buffer.from(value.text, 'utf8');
      if (text.length > column.size) throw misfit(column, row, `the text is longer than ${column.size} bytes`);
      text.copy(bytes, offset);
    } else if (value.text !== '') {
      bytes.writeUInt16LE(index + 1, offset);
      bytes.writeUIntLE(observation, offset + 2, 6);
    }
    offset += column.size;
  });
  return bytes;
}

function writeNumber(bytes: Buffer, offset: number, column: DtaColumn, row: DatasetRow, value: number): void {
  if (column.storage === 'DOUBLE') {
    if (value >= FIRST_MISSING_DOUBLE) throw misfit(column, row, `the number ${value} is beyond Stata's range`);
    bytes.writeDoubleLE(value, offset);
    return;
  }
  const [low, high] = column.storage === 'BYTE' ? [-127, 100] : [-32_767, 32_740];
  if (!Number.isInteger(value) || value < low || value > high)
    throw misfit(column, row, `${value} is no whole number from ${low} to ${high}`);
  if (column.storage === 'BYTE') bytes.writeInt8(value, offset);
  else bytes.writeInt16LE(value, offset);
}

/** @param letter 1 for `.a` */
function writeMissing(bytes: Buffer, offset: number, column: DtaColumn, letter: number): void {
  if (column.storage === 'BYTE') bytes.writeInt8(101 + letter, offset);
  else if (column.storage === 'INT') bytes.writeInt16LE(32_741 + letter, offset);
  else bytes.writeBigUInt64LE(0x7fe0_0000_0000_0000n + (BigInt(letter) << 40n), offset);
}

const longColumns = (columns: readonly DtaColumn[]): readonly (readonly [number, DtaColumn])[] =>
  [...columns.entries()].filter(([, { storage }]) => storage === 'LONG_TEXT');

/** `GSO`, variable, observation, kind, length; the closing zero comes after the text. */
const GSO_EXTRA = 3 + 4 + 8 + 1 + 4 + 1;
/** Text, not bytes. */
const GSO_TEXT = 130;

async function sizeOfLongTexts(dataset: Dataset, columns: readonly DtaColumn[]): Promise<number> {
  const long = longColumns(columns);
  if (long.length === 0) return 0;
  let bytes = 0;
  for await (const row of countedRows(dataset)) {
    for (const [, column] of long) {
      const text = longTextOf(column, row);
      if (text !== '') bytes += GSO_EXTRA + Buffer.byteLength(text, 'utf8');
    }
  }
  return bytes;
}

async function* longTexts(dataset: Dataset, columns: readonly DtaColumn[]): AsyncGenerator<Uint8Array> {
  const long = longColumns(columns);
  if (long.length === 0) return;
  let observation = 0;
  for await (const row of countedRows(dataset)) {
    observation += 1;
    for (const [index, column] of long) {
      const text = Buffer.from(longTextOf(column, row), 'utf8');
      if (text.length === 0) continue;
      const head = [ascii('GSO'), int32(index + 1), uint64(observation), Buffer.from([GSO_TEXT])];
      yield Buffer.concat([...head, int32(text.length + 1), text, Buffer.alloc(1)]);
    }
  }
}

function longTextOf(column: DtaColumn, row: DatasetRow): string {
  const value = typedValue(column, row);
  return 'text' in value ? value.text : '';
}
