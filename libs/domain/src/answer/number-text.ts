/** Significant digits an answer may have: float64 gives every such decimal back exactly. */
export const MAX_SIGNIFICANT_DIGITS = 15;
/** Decimals of a NUMBER that states none. */
export const DEFAULT_DECIMALS = 9;

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * The canonical text of a number: decimal point, no exponent, no trailing zeros, no negative zero.
 * @param value finite and of absolute value below 1e15
 */
export function numberText(value: number): string {
  if (value === 0) return '0';
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  // String() turns to exponents below 1e-6 only, given the upper bound: put the zeros back.
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${digits}`;
}

/** Digits after the point in a decimal text. */
export const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

/** Digits of a decimal text from the first that is not zero. */
export const significantDigits = (text: string): number => text.replace(/[-.]/g, '').replace(/^0+/, '').length;

/** Reads a decimal as the study package writes it; null for anything else (comma, exponent, plus sign, blanks). */
export const parseDecimal = (text: string): number | null => (DECIMAL.test(text) ? Number(text) : null);
