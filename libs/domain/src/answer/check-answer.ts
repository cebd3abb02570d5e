import { failed, ok, type Result } from '../result.js';
import type { Question } from '../question-set/question-set.js';
import { localize } from '../text/localized-text.js';
import type { AnswerValue } from './answer-value.js';
import {
  decimalsOf,
  DEFAULT_DECIMALS,
  MAX_SIGNIFICANT_DIGITS,
  numberText,
  parseDecimal,
  significantDigits,
} from './number-text.js';

export type AnswerFaultCode =
  | 'WRONG_KIND'
  | 'UNKNOWN_LEVEL'
  | 'UNKNOWN_MISSING_CODE'
  | 'DUPLICATE_LEVEL'
  | 'EMPTY'
  | 'NOT_A_NUMBER'
  | 'TOO_PRECISE'
  | 'OUT_OF_RANGE'
  | 'TOO_LONG'
  | 'FORBIDDEN_CHARACTER';

/** Why a value does not fit its question. */
export interface AnswerFault {
  readonly code: AnswerFaultCode;
  readonly message: string;
  /** What was expected, e.g. the level codes. */
  readonly expected: string;
}

/** Longest text answer and comment, in UTF-16 units. */
export const MAX_TEXT = 10_000;
/** Control characters other than tab and line feed, bidirectional overrides that disguise text, and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- naming them is the purpose
export const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

const KIND_OF_TYPE = {
  SCALE: 'LEVEL',
  CHOICE: 'LEVEL',
  MULTI_CHOICE: 'LEVELS',
  NUMBER: 'NUMBER',
  BOOLEAN: 'BOOLEAN',
  TEXT: 'TEXT',
} as const;

const fault = (code: AnswerFaultCode, message: string, expected: string) =>
  failed<AnswerFault>({ code, message, expected });

/** Levels that may be chosen: an archived one keeps its code and is offered no more. */
const offered = ({ scale }: Question) => scale.levels.filter(({ archived }) => archived !== true);

/** What a question takes, for people. */
export function expectationOf(question: Question): string {
  const codes = [...offered(question), ...question.scale.missing].map(({ code }) => code);
  const listed =
    codes.length > 12 ? `${codes.slice(0, 12).join(', ')} and ${codes.length - 12} more` : codes.join(', ');
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE':
      return `one of ${listed}`;
    case 'MULTI_CHOICE':
      return `codes joined by |, out of ${listed}`;
    case 'NUMBER':
      return `a decimal number with a point${rangeText(question)}${listed === '' ? '' : `, or one of ${listed}`}`;
    case 'BOOLEAN':
      return 'true or false';
    case 'TEXT':
      return `text of at most ${MAX_TEXT} characters`;
  }
}

function rangeText({ min, max, decimals }: Question): string {
  const range =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : '';
  return `${range}${decimals === undefined ? '' : `, at most ${decimals} decimals`}`;
}

/**
 * Checks a typed value against its question.
 * @returns the value in canonical form (chosen options in scale order, no negative zero), or the one fault found first
 */
export function checkAnswer(question: Question, value: AnswerValue): Result<AnswerValue, AnswerFault> {
  const expected = expectationOf(question);
  if (value.kind === 'MISSING') {
    return question.scale.missing.some(({ code }) => code === value.missing)
      ? ok(value)
      : fault('UNKNOWN_MISSING_CODE', `"${value.missing}" is no missing code of ${question.code}.`, expected);
  }
  if (KIND_OF_TYPE[question.type] !== value.kind)
    return fault('WRONG_KIND', `${question.code} takes another kind of answer.`, expected);
  switch (value.kind) {
    case 'LEVEL':
      return offered(question).some(({ code }) => code === value.level)
        ? ok(value)
        : fault('UNKNOWN_LEVEL', `"${value.level}" is no level of ${question.code}.`, expected);
    case 'LEVELS':
      return checkLevels(question, value.levels, expected);
    case 'NUMBER':
      return checkNumber(question, value.number, expected);
    case 'BOOLEAN':
      return ok(value);
    case 'TEXT':
      return checkText(question, value, expected);
  }
}

function checkLevels(
  question: Question,
  levels: readonly string[],
  expected: string,
): Result<AnswerValue, AnswerFault> {
  if (levels.length === 0) return fault('EMPTY', `${question.code} names no option.`, expected);
  const chosen = new Set(levels);
  if (chosen.size < levels.length) return fault('DUPLICATE_LEVEL', `${question.code} names an option twice.`, expected);
  const known = question.scale.levels.map(({ code }) => code);
  const offeredNow = new Set(offered(question).map(({ code }) => code));
  const unknown = levels.find((level) => !offeredNow.has(level));
  if (unknown !== undefined) return fault('UNKNOWN_LEVEL', `"${unknown}" is no option of ${question.code}.`, expected);
  return ok({ kind: 'LEVELS', levels: known.filter((code) => chosen.has(code)) });
}

function checkNumber(question: Question, number: number, expected: string): Result<AnswerValue, AnswerFault> {
  if (!Number.isFinite(number)) return fault('NOT_A_NUMBER', `${question.code} takes a finite number.`, expected);
  if (Math.abs(number) >= 1e15) return fault('TOO_PRECISE', `${question.code} takes numbers below 1e15.`, expected);
  const text = numberText(number);
  if (significantDigits(text) > MAX_SIGNIFICANT_DIGITS)
    return fault(
      'TOO_PRECISE',
      `${question.code} takes at most ${MAX_SIGNIFICANT_DIGITS} significant digits.`,
      expected,
    );
  const decimals = question.decimals ?? DEFAULT_DECIMALS;
  if (decimalsOf(text) > decimals)
    return fault('TOO_PRECISE', `${question.code} takes at most ${decimals} decimals.`, expected);
  if ((question.min !== undefined && number < question.min) || (question.max !== undefined && number > question.max))
    return fault('OUT_OF_RANGE', `${text} is out of range for ${question.code}.`, expected);
  return ok({ kind: 'NUMBER', number: number === 0 ? 0 : number });
}

function checkText(
  question: Question,
  given: AnswerValue & { kind: 'TEXT' },
  expected: string,
): Result<AnswerValue, AnswerFault> {
  // Spreadsheets and browsers end lines in two characters; one text must have one form.
  const value = { kind: 'TEXT', text: given.text.replaceAll('\r\n', '\n') } as const;
  if (value.text === '')
    return fault('EMPTY', `${question.code} has an empty text; leave it unanswered instead.`, expected);
  if (value.text.length > MAX_TEXT)
    return fault('TOO_LONG', `${question.code} has ${value.text.length} characters.`, expected);
  if (FORBIDDEN_CHARACTERS.test(value.text))
    return fault('FORBIDDEN_CHARACTER', `${question.code} contains a control or direction character.`, expected);
  // A text that reads like a missing code could not be told from it in a package.
  if (question.scale.missing.some(({ code }) => code === value.text))
    return ok({ kind: 'MISSING', missing: value.text });
  return ok(value);
}

/** @returns why a comment is refused, or null; an empty one is no comment and never wrong */
export function checkComment(text: string): AnswerFault | null {
  const expected = `text of at most ${MAX_TEXT} characters`;
  if (text.length > MAX_TEXT)
    return { code: 'TOO_LONG', message: `The comment has ${text.length} characters.`, expected };
  if (FORBIDDEN_CHARACTERS.test(text))
    return { code: 'FORBIDDEN_CHARACTER', message: 'The comment contains a control or direction character.', expected };
  return null;
}

/**
 * The text form of a value as study packages write it: level code, decimal with a point, true/false, codes joined by `|` in
 * scale order, text, or a missing code. Inverse of `parseCanonical` for every value that `checkAnswer` accepts.
 */
export function canonicalOf(question: Question, value: AnswerValue): string {
  switch (value.kind) {
    case 'LEVEL':
      return value.level;
    case 'LEVELS':
      return question.scale.levels
        .map(({ code }) => code)
        .filter((code) => value.levels.includes(code))
        .join('|');
    case 'NUMBER':
      return numberText(value.number);
    case 'BOOLEAN':
      return String(value.boolean);
    case 'TEXT':
      return value.text;
    case 'MISSING':
      return value.missing;
  }
}

/**
 * Reads the text form of a value.
 * @param text not empty: an empty value means that the question was left unanswered, which is no value
 */
export function parseCanonical(question: Question, text: string): Result<AnswerValue, AnswerFault> {
  if (question.scale.missing.some(({ code }) => code === text)) return ok({ kind: 'MISSING', missing: text });
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE':
      return checkAnswer(question, { kind: 'LEVEL', level: text });
    case 'MULTI_CHOICE':
      return checkAnswer(question, { kind: 'LEVELS', levels: text.split('|') });
    case 'NUMBER': {
      const number = parseDecimal(text);
      if (number === null) return fault('NOT_A_NUMBER', `"${text}" is no decimal number.`, expectationOf(question));
      if (significantDigits(text) > MAX_SIGNIFICANT_DIGITS)
        return fault(
          'TOO_PRECISE',
          `"${text}" has more than ${MAX_SIGNIFICANT_DIGITS} significant digits.`,
          expectationOf(question),
        );
      return checkAnswer(question, { kind: 'NUMBER', number });
    }
    case 'BOOLEAN':
      return text === 'true' || text === 'false'
        ? ok({ kind: 'BOOLEAN', boolean: text === 'true' })
        : fault('UNKNOWN_LEVEL', `"${text}" is neither true nor false.`, expectationOf(question));
    case 'TEXT':
      return checkAnswer(question, { kind: 'TEXT', text });
  }
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than using it. Readers send their language, so an unusable tag falls back to German. */
function numberFormat(locale: string): Intl.NumberFormat {
  let format = numberFormats.get(locale);
  if (format === undefined) {
    try {
      format = new Intl.NumberFormat(locale, { maximumFractionDigits: DEFAULT_DECIMALS });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return numberFormat('de');
    }
    if (numberFormats.size < 50) numberFormats.set(locale, format);
  }
  return format;
}

/** A value as a reader sees it. Levels and missing codes by their label, numbers with the locale's own separators. */
export function labelOf(question: Question, value: AnswerValue, locale: string): string {
  const levelLabel = (code: string): string => {
    const level = question.scale.levels.find((candidate) => candidate.code === code);
    return level === undefined ? code : localize(level.label, locale);
  };
  switch (value.kind) {
    case 'LEVEL':
      return levelLabel(value.level);
    case 'LEVELS':
      return value.levels.map(levelLabel).join(', ');
    case 'NUMBER':
      return numberFormat(locale).format(value.number);
    case 'BOOLEAN':
      return levelLabel(String(value.boolean));
    case 'TEXT':
      return value.text;
    case 'MISSING': {
      const missing = question.scale.missing.find((candidate) => candidate.code === value.missing);
      return missing === undefined ? value.missing : localize(missing.label, locale);
    }
  }
}
