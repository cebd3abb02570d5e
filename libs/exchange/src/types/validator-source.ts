import { DEFAULT_DECIMALS, FORBIDDEN_CHARACTERS, MAX_SIGNIFICANT_DIGITS, MAX_TEXT } from '@reflexbogen/domain';

/** Faults that a generated validator lists; a sheet with more is wrong as a whole. */
export const MAX_SHEET_ERRORS = 1000;

/**
 * The part of a generated module that is the same for every question set: it reads RULES and says of a sheet what
 * `checkAnswer` says of each answer. Plain ECMAScript 2022 without imports.
 */
export const VALIDATOR_SOURCE = `/** One thing wrong with a sheet. \`path\` is the question's code, empty for the sheet as a whole. */
export interface SheetError {
  readonly path: string;
  readonly message: string;
}

export type ParsedSheet =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly errors: readonly SheetError[] };

interface Rule {
  readonly type: 'SCALE' | 'NUMBER' | 'BOOLEAN' | 'CHOICE' | 'MULTI_CHOICE' | 'TEXT';
  /** In scale order, without archived ones. */
  readonly levels: readonly string[];
  readonly missing: readonly string[];
  readonly isRequired: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
}

type Checked = { readonly value: unknown } | { readonly message: string };

const FORBIDDEN = /${FORBIDDEN_CHARACTERS.source}/${FORBIDDEN_CHARACTERS.flags};

function numberText(value: number): string {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  return sign + '0.' + '0'.repeat(-Number(exponent) - 1) + mantissa.replace(/[-.]/g, '');
}

function checkNumber(rule: Rule, value: number): Checked {
  if (!Number.isFinite(value)) return { message: 'a finite number is expected' };
  if (Math.abs(value) >= 1e15) return { message: 'a number below 1e15 is expected' };
  const text = numberText(value);
  if (text.replace(/[-.]/g, '').replace(/^0+/, '').length > ${MAX_SIGNIFICANT_DIGITS})
    return { message: 'at most ${MAX_SIGNIFICANT_DIGITS} significant digits are expected' };
  const decimals = rule.decimals ?? ${DEFAULT_DECIMALS};
  if ((text.split('.')[1] ?? '').length > decimals) return { message: 'at most ' + decimals + ' decimals are expected' };
  if (rule.min !== undefined && value < rule.min) return { message: 'at least ' + rule.min + ' is expected' };
  if (rule.max !== undefined && value > rule.max) return { message: 'at most ' + rule.max + ' is expected' };
  return { value: value === 0 ? 0 : value };
}

function checkText(value: string): Checked {
  const text = value.replaceAll('\\r\\n', '\\n');
  if (text === '') return { message: 'a text is expected; leave the question out instead' };
  if (text.length > ${MAX_TEXT}) return { message: 'at most ${MAX_TEXT} characters are expected' };
  if (FORBIDDEN.test(text)) return { message: 'the text contains a control or direction character' };
  return { value: text };
}

function checkOptions(rule: Rule, value: readonly unknown[]): Checked {
  const chosen = new Set(value);
  if (chosen.size === 0) return { message: 'at least one option is expected; leave the question out instead' };
  if (chosen.size < value.length) return { message: 'an option is named twice' };
  if (value.some((option) => typeof option !== 'string' || !rule.levels.includes(option)))
    return { message: expectationOf(rule) };
  return { value: rule.levels.filter((level) => chosen.has(level)) };
}

function expectationOf(rule: Rule): string {
  const codes = [...rule.levels, ...rule.missing];
  const listed = codes.slice(0, 12).join(', ') + (codes.length > 12 ? ' and ' + (codes.length - 12) + ' more' : '');
  const missing = rule.missing.length === 0 ? '' : ' or one of ' + rule.missing.join(', ');
  switch (rule.type) {
    case 'SCALE':
    case 'CHOICE':
      return 'one of ' + listed + ' is expected';
    case 'MULTI_CHOICE':
      return 'a list out of ' + rule.levels.slice(0, 12).join(', ') + missing + ' is expected';
    case 'NUMBER':
      return 'a number' + missing + ' is expected';
    case 'BOOLEAN':
      return 'true or false' + missing + ' is expected';
    case 'TEXT':
      return 'a text is expected';
  }
}

function checkAnswer(rule: Rule, value: unknown): Checked {
  if (typeof value === 'string' && rule.missing.includes(value)) return { value };
  switch (rule.type) {
    case 'SCALE':
    case 'CHOICE':
      if (typeof value === 'string' && rule.levels.includes(value)) return { value };
      break;
    case 'MULTI_CHOICE':
      if (Array.isArray(value)) return checkOptions(rule, value);
      break;
    case 'NUMBER':
      if (typeof value === 'number') return checkNumber(rule, value);
      break;
    case 'BOOLEAN':
      if (typeof value === 'boolean') return { value };
      break;
    case 'TEXT':
      if (typeof value === 'string') return checkText(value);
      break;
  }
  return { message: expectationOf(rule) };
}

/**
 * Checks a sheet that comes from outside. Rules (visibleIf, requiredIf, valid, plausible) are the service's to check.
 * @returns the sheet in canonical form (options in scale order, line ends as \\\\n, no -0), or the errors, at most ${MAX_SHEET_ERRORS}
 */
export function parseSheet(value: unknown): ParsedSheet {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, errors: [{ path: '', message: 'an object of question code to answer is expected' }] };
  const given = new Map<string, unknown>(Object.entries(value));
  const errors: SheetError[] = [];
  const sheet: [string, unknown][] = [];
  for (const [code, rule] of RULES) {
    const answer = given.get(code);
    given.delete(code);
    if (answer === undefined) {
      if (rule.isRequired) errors.push({ path: code, message: 'an answer is required' });
      // A code such as "constructor" must not read as the member that every object inherits.
      else if (code in {}) sheet.push([code, undefined]);
      continue;
    }
    const checked = checkAnswer(rule, answer);
    if ('value' in checked) sheet.push([code, checked.value]);
    else errors.push({ path: code, message: checked.message });
  }
  for (const code of given.keys()) errors.push({ path: code, message: 'the set has no such question' });
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, ${MAX_SHEET_ERRORS}) };
  // Every question of the set was checked against its rule, and there is no other.
  return { ok: true, sheet: Object.fromEntries(sheet) as unknown as Sheet };
}
`;
