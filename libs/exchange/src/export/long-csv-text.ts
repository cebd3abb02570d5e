/** Options of the CSV writers. */
export interface CsvOptions {
  /** Guard text that a spreadsheet would run as a formula (default true). */
  readonly guardFormulas?: boolean;
}

/** The smallest chunk that leaves a writer, in characters; the last may be smaller. */
const CHUNK = 65_536;
const RISKY = /^['=+\-@\t\r\n＝＋－＠]/;
const NUMERIC = /^[+-]?\d+(\.\d+)?$/;

/**
 * Text as OWASP advises: an apostrophe before one that starts a formula. Text that starts with an apostrophe gets one as
 * well, so that taking one leading apostrophe away always gives the text back.
 */
export const guarded = (text: string): string => (RISKY.test(text) ? `'${text}` : text);

/** A code is guarded like text unless it is a number (`-1`), which no spreadsheet runs. */
export const guardedCode = (code: string): string => (NUMERIC.test(code) ? code : guarded(code));

/** A line of RFC 4180, ended by `\n`. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A number as text that reads back as the same number; -0 is 0. */
export const numberText = (value: number): string => String(value);

/** Joins lines to chunks of UTF-8; a lone surrogate becomes U+FFFD. */
export async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk !== '') yield Buffer.from(chunk);
}
