import { guarded } from '../export/long-csv-text.js';

const PLAIN_INTEGER = /^-?(0|[1-9]\d{0,14})$/;
const TRUTH = /^\s*(true|false|wahr|falsch)\s*$/i;
const EXPONENT = /^\s*[+-]?\d+([.,]\d+)?e[+-]?\d+\s*$/i;
/** Names of months and times of day, German and English, the longest first. */
const MONTH =
  /januar|jänner|february|februar|september|november|december|dezember|october|oktober|january|august|april|märz|march|juni|juli|june|july|sept|uhr|jan|feb|mär|mrz|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|am|pm/gi;
/** Spreadsheets take nothing longer for a date. */
const MAX_DATE = 60;

/** Whether a spreadsheet that opens CSV may turn a text into a number, date, time or truth: `0123`, `1.5.`, `3/4`, `MAR1`. */
const isConverted = (text: string): boolean =>
  TRUTH.test(text) ||
  EXPONENT.test(text) ||
  (text.length <= MAX_DATE &&
    /\d/.test(text) &&
    !PLAIN_INTEGER.test(text) &&
    /^[\d\s.,:/+\-%€$£]*$/.test(text.replaceAll(MONTH, '')));

/**
 * Text as a cell of CSV that is opened in a spreadsheet: with an apostrophe before it where it would be run as a formula,
 * turned into something else, or, beginning with `#`, be taken for a line that says whose sheet it is. `unprotected` takes the apostrophe away again.
 */
export const protectedText = (text: string): string => {
  const safe = guarded(text);
  return safe === text && (text.startsWith('#') || isConverted(text)) ? `'${text}` : safe;
};

/** The inverse of `protectedText`. An apostrophe that it would not have set stays. */
export const unprotectedText = (cell: string): string =>
  cell.startsWith("'") && protectedText(cell.slice(1)) === cell ? cell.slice(1) : cell;

/** A line of RFC 4180 with `;`, ended by CRLF. */
export const semicolonLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[";\r\n\t]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
