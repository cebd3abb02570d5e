import type { Dataset, DatasetRow } from './dataset.js';
import { chunksOf, countedRows, havenColumns, misfit, typedValue, utf8Within } from './haven-columns.js';
import { dictionary, octetsOf, savColumns, SYSTEM_MISSING, type SavColumn } from './sav-dictionary.js';
import { missingCodeOf } from './wide-columns.js';

/**
 * The submissions as an SPSS system file (`.sav`): little endian, UTF-8, compressed by bytecodes, in chunks of 64 kB.
 *
 * A missing LEVEL, BOOLEAN or NUMBER is its labelled code (`missingCodeOf`), declared as user-missing. A missing TEXT and an
 * attribute that is not stated are the empty text, which SPSS cannot tell from a text of blanks; it also ignores blanks
 * at the end. Texts are whole up to 32,767 bytes of UTF-8, SPSS's limit, and are cut there at a character. Variable
 * labels are cut at 255 bytes, value labels at 120, the title at 64. Equal snapshots give equal bytes.
 * @throws where a number has no place in the file: a NUMBER that is one of its missing codes, or one that is not finite.
 * Source: GNU PSPP Developers Guide, "System File Format".
 */
export async function* writeSav(dataset: Dataset): AsyncGenerator<Uint8Array> {
  yield* chunksOf(pieces(dataset));
}

async function* pieces(dataset: Dataset): AsyncGenerator<Uint8Array> {
  const columns = savColumns(havenColumns(dataset));
  yield* dictionary(dataset, columns);
  const compressor = new Compressor();
  for await (const row of countedRows(dataset)) {
    for (const column of columns) writeCell(compressor, column, row);
    yield compressor.take();
  }
  yield compressor.end();
}

/** Seconds from the Gregorian reform, 1582-10-14, to 1970. */
const SPSS_EPOCH = 12_219_379_200;

function writeCell(compressor: Compressor, column: SavColumn, row: DatasetRow): void {
  const value = typedValue(column, row);
  if ('date' in value) compressor.number(value.date.getTime() / 1000 + SPSS_EPOCH);
  else if ('text' in value) writeText(compressor, column, row, value.text);
  else if ('missing' in value) {
    const code = column.variable === null ? null : missingCodeOf(column.variable, value.missing);
    compressor.number(code ?? SYSTEM_MISSING);
  } else {
    const low = column.variable && missingCodeOf(column.variable, 'NOT_APPLICABLE');
    const high = column.variable && missingCodeOf(column.variable, 'NOT_ASKED');
    const isMissingCode = low !== null && high !== null && value.number >= low && value.number <= high;
    if (isMissingCode || value.number === SYSTEM_MISSING)
      throw misfit(column, row, `the number ${value.number} stands for a missing value in SPSS`);
    compressor.number(value.number);
  }
}

/** 255 bytes per segment whatever its width, blanks behind. */
function writeText(compressor: Compressor, column: SavColumn, row: DatasetRow, text: string): void {
  const bytes = utf8Within(text, 32_767);
  if (bytes.length > column.width) throw misfit(column, row, `the text is longer than ${column.width} bytes`);
  column.segments.forEach((width, index) => {
    const part = column.segments.length === 1 ? bytes : bytes.subarray(index * 255, index * 255 + Math.min(width, 255));
    for (let octet = 0; octet < octetsOf(width); octet += 1) compressor.text(part.subarray(octet * 8, octet * 8 + 8));
  });
}

const RAW = 253;
const BLANKS = 254;
const MISSING = 255;
const BIAS = 100;

/** Eight codes, then the values that the codes do not say by themselves. */
class Compressor {
  private readonly codes = Buffer.alloc(8);
  private count = 0;
  private readonly values = Buffer.alloc(64);
  private valueBytes = 0;
  private done: Buffer[] = [];

  number(value: number): void {
    if (value === SYSTEM_MISSING) this.code(MISSING);
    else if (Number.isInteger(value) && !Object.is(value, -0) && value >= 1 - BIAS && value <= 251 - BIAS)
      this.code(value + BIAS);
    else {
      this.valueBytes = this.values.writeDoubleLE(value, this.valueBytes);
      this.code(RAW);
    }
  }

  /** Up to eight bytes, filled up with blanks. */
  text(bytes: Uint8Array): void {
    if (bytes.every((byte) => byte === 0x20)) {
      this.code(BLANKS);
      return;
    }
    this.values.fill(0x20, this.valueBytes, this.valueBytes + 8);
    this.values.set(bytes, this.valueBytes);
    this.valueBytes += 8;
    this.code(RAW);
  }

  private code(code: number): void {
    this.codes[this.count] = code;
    this.count += 1;
    if (this.count === 8) this.flush();
  }

  private flush(): void {
    this.done.push(Buffer.concat([this.codes, this.values.subarray(0, this.valueBytes)]));
    this.codes.fill(0);
    this.count = 0;
    this.valueBytes = 0;
  }

  /** What is complete so far. */
  take(): Buffer {
    const bytes = Buffer.concat(this.done);
    this.done = [];
    return bytes;
  }

  end(): Buffer {
    if (this.count > 0) this.flush();
    return this.take();
  }
}
