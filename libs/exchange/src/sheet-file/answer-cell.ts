import {
  canonicalOf,
  checkAnswer,
  numberText,
  parseCanonical,
  type AnswerFaultCode,
  type AnswerValue,
  type Question,
} from '@reflexbogen/domain';
import type { Choices } from './answer-choices.js';
import { quote, type Language, type SheetFileFormat } from './sheet-file.js';
import { numberIn } from './sheet-rows.js';

/** A cell as it was read. DATE is a number that the workbook shows as a date or time. */
export type AnswerCell =
  | { readonly text: string; readonly kind: 'TEXT' | 'NUMBER' | 'DATE' }
  /** A formula or an error: nothing that can be relied on. */
  | { readonly refused: string };

/** An answer, null for an empty cell, or why the cell holds none. */
export type CellOutcome =
  | { readonly value: AnswerValue | null }
  | { readonly code: AnswerFaultCode | 'FORMULA' | 'DATE' | 'AMBIGUOUS'; readonly message: string };

/** A text without a letter to see is an empty cell: a blank typed to clear it is no answer. */
export const isBlank = (text: string): boolean => text.trim() === '';

/** Why a cell cannot be taken. */
export type CellFault = Exclude<CellOutcome, { readonly value: unknown }>;

/**
 * What a cell of any column holds.
 * @param what names the cell in the message, e.g. `The comment on staff`
 */
export function contentOf(
  cell: AnswerCell,
  what: string,
): { readonly text: string; readonly kind: 'TEXT' | 'NUMBER' } | CellFault {
  if ('refused' in cell) return { code: 'FORMULA', message: `${what} holds ${cell.refused}.` };
  const { text, kind } = cell;
  if (kind !== 'DATE') return { text, kind };
  return {
    code: 'DATE',
    message: `${what} has been turned into a date or time (${quote(text)} for the spreadsheet).`,
  };
}

/**
 * Reads the answer to a question from its cell. For MULTI_CHOICE this is the row of the question, which takes missing codes.
 *
 * NUMBER: a number as the spreadsheet stores it, or a text with comma or point. A text that a reader of the file's language may
 * take for thousands (`1.234` in German, `1,234` in English) is refused as ambiguous rather than guessed.
 */
export function readAnswerCell(
  question: Question,
  cell: AnswerCell,
  choices: Choices,
  language: Language,
): CellOutcome {
  const content = contentOf(cell, `The answer to ${question.code}`);
  if ('code' in content) return content;
  const { text, kind } = content;
  if (isBlank(text)) return { value: null };
  switch (question.type) {
    case 'TEXT':
      return outcomeOf(parseCanonical(question, text.replaceAll('\r\n', '\n')));
    case 'NUMBER':
      return kind === 'NUMBER'
        ? outcomeOf(checkAnswer(question, { kind: 'NUMBER', number: Number(text) }))
        : readNumberText(question, text.trim(), choices, language);
    case 'SCALE':
    case 'CHOICE':
    case 'BOOLEAN':
    case 'MULTI_CHOICE':
      return chosen(question, text, choices);
  }
}

function outcomeOf(result: ReturnType<typeof checkAnswer>): CellOutcome {
  if (result.ok) return { value: result.value };
  const [first] = result.errors;
  if (first === undefined) throw new Error('A failed check names no fault.');
  return { code: first.code, message: first.message };
}

function chosen(question: Question, text: string, choices: Choices): CellOutcome {
  const found = choices.find(text);
  const [only] = found;
  if (only === undefined) return { code: 'UNKNOWN_LEVEL', message: `${quote(text)} is no answer to ${question.code}.` };
  if (found.length > 1)
    return {
      code: 'AMBIGUOUS',
      message: `${quote(text)} can mean ${found.map(({ code, label }) => `${code} (${label})`).join(' or ')} in ${question.code}.`,
    };
  return { value: only.value };
}

function readNumberText(question: Question, text: string, choices: Choices, language: Language): CellOutcome {
  const exact = choices.exact(text);
  if (exact !== undefined) return { value: exact.value };
  const plain = text.replace(/^\u2212/, '-').replace(/^\+(?=\d)/, '');
  const mark = /^-?\d+([.,])\d+$/.exec(plain)?.[1];
  const isForeign = mark !== undefined && mark !== (language === 'de' ? ',' : '.');
  if (isForeign && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plain))
    return {
      code: 'AMBIGUOUS',
      message: `${quote(text)} can mean ${plain.replace(/[.,]/, '')} or ${plain.replace(/[.,]/, language === 'de' ? ',' : '.')} in ${question.code}.`,
    };
  if (/^-?\d+([.,]\d+)?$/.test(plain)) return outcomeOf(parseCanonical(question, plain.replace(',', '.')));
  const [only, ...others] = choices.find(text);
  if (only !== undefined && others.length === 0) return { value: only.value };
  return {
    code: 'NOT_A_NUMBER',
    message: `${quote(text)} is no number without thousands separators and exponent.`,
  };
}

/**
 * The cell that an answer is written as: a number in a workbook, else text. Of the ways to write it, the first one that
 * `readAnswerCell` gives the same value back for. Not for options of MULTI_CHOICE, which stand in rows of their own.
 * @throws RangeError where there is none, which takes missing codes that read like numbers of the file's language
 */
export function writeAnswerCell(
  question: Question,
  value: AnswerValue,
  choices: Choices,
  language: Language,
  format: SheetFileFormat,
): string | number {
  if (value.kind === 'NUMBER' && format === 'XLSX') return value.number;
  const canonical = canonicalOf(question, value);
  const ways =
    value.kind === 'NUMBER'
      ? [numberIn(value.number, language), numberText(value.number), `${numberIn(value.number, language)}0`]
      : [choices.all.find(({ code }) => code === canonical && value.kind !== 'TEXT')?.entry ?? canonical];
  const way = ways.find((text) => {
    const read = readAnswerCell(question, { text, kind: 'TEXT' }, choices, language);
    return 'value' in read && read.value !== null && canonicalOf(question, read.value) === canonical;
  });
  // A text of blanks alone reads as an empty cell, and nothing but blanks is lost.
  if (way === undefined && !isBlank(canonical))
    throw new RangeError(`The answer ${quote(canonical)} to ${question.code} cannot be written so that it reads back.`);
  return way ?? canonical;
}
