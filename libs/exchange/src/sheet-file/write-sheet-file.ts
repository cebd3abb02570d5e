import { checkAnswer, checkComment, type AnswerValue } from '@reflexbogen/domain';
import { UnreadableXlsxError } from '../xlsform/xlsform-fault.js';
import { readXlsxParts, XLSX_LIMITS } from '../xlsform/xlsx-parts.js';
import { choicesIn } from './answer-choices.js';
import { writeAnswerCell } from './answer-cell.js';
import { protectedText, semicolonLine } from './csv-text.js';
import {
  IDENTITY_KEYS,
  languageOf,
  MARK,
  quote,
  SHEET_COLUMNS,
  type IdentityKey,
  type SheetFileContent,
  type SheetFileFormat,
} from './sheet-file.js';
import { identityOf, isLanguageTag, meaningsOf } from './sheet-identity.js';
import { sheetRowsOf, type SheetRow } from './sheet-rows.js';
import { sheetWorkbook, type FilledRow } from './sheet-workbook.js';

/**
 * One municipality's sheet as a file to fill in: a row per question (grids cell by cell), below a MULTI_CHOICE question a row per
 * option, with what has been answered so far. `readSheetFile` gives every answer and comment back; texts of blanks alone come
 * back as empty.
 *
 * An answer stands there as its entry in the list (`4 – groß`), a number as a number (in CSV with the decimal mark of the
 * language), a text as it is, a chosen option as `x`. In CSV, text that a spreadsheet would run or convert begins with an
 * apostrophe; in a workbook all text is stored as text.
 * @returns the same bytes for the same content
 * @throws RangeError for an answer or comment that does not fit its question, a question that the set lacks, a language tag that
 *   is none, and a sheet that a workbook cannot hold or `readSheetFile` would not read
 */
export async function writeSheetFile(content: SheetFileContent): Promise<Uint8Array> {
  const { questionSet, locale, format } = content;
  if (!isLanguageTag(locale)) throw new RangeError(`${quote(locale)} is no language tag.`);
  const language = languageOf(locale);
  const choicesOf = choicesIn(locale);
  const answers = checkedAnswers(content);
  const rows = sheetRowsOf(questionSet, locale, choicesOf).map((row): FilledRow => ({
    ...row,
    answer: answerIn(row, answers.get(row.question.code)),
    comment: row.option === null ? (content.comments.get(row.question.code) ?? '') : '',
  }));
  const values = identityOf(content, locale);
  const meanings = meaningsOf(content, language);
  const identity = IDENTITY_KEYS.map((key) => [key, values[key], meanings[key]] as const);
  const bytes = format === 'XLSX' ? await sheetWorkbook(rows, identity, choicesOf, language) : sheetCsv(rows, identity);
  await checkReadable(bytes, format);
  return bytes;

  function answerIn({ question, option }: SheetRow, value: AnswerValue | undefined): string | number {
    if (value === undefined) return '';
    if (option !== null) return value.kind === 'LEVELS' && value.levels.includes(option) ? MARK : '';
    return value.kind === 'LEVELS' ? '' : writeAnswerCell(question, value, choicesOf(question), language, format);
  }
}

/** The answers in canonical form. What would not come back, or not as it is, is a bug of the caller. */
function checkedAnswers({ questionSet, answers, comments }: SheetFileContent): ReadonlyMap<string, AnswerValue> {
  const canonical = new Map<string, AnswerValue>();
  for (const [code, value] of answers) {
    const question = questionSet.byCode.get(code);
    if (question === undefined) throw new RangeError(`The question set lacks ${quote(code)}, which has an answer.`);
    const checked = checkAnswer(question, value);
    if (!checked.ok) throw new RangeError(`The answer does not fit: ${checked.errors[0]?.message ?? code}`);
    canonical.set(code, checked.value);
  }
  for (const [code, comment] of comments) {
    if (!questionSet.byCode.has(code))
      throw new RangeError(`The question set lacks ${quote(code)}, which has a comment.`);
    const fault = checkComment(comment);
    if (fault !== null) throw new RangeError(`The comment on ${code} does not fit: ${fault.message}`);
  }
  return canonical;
}

/** A file that `readSheetFile` would refuse for its size is not handed out for people to fill in. */
async function checkReadable(bytes: Uint8Array, format: SheetFileFormat): Promise<void> {
  const tooLarge = (why: string) => new RangeError(`The sheet is larger than any that is read back: ${why}`);
  if (bytes.byteLength > XLSX_LIMITS.fileBytes) throw tooLarge(`${bytes.byteLength} bytes.`);
  if (format === 'CSV') return;
  try {
    await readXlsxParts(bytes);
  } catch (error) {
    if (error instanceof UnreadableXlsxError) throw tooLarge(error.message);
    throw error;
  }
}

/** The header, whose sheet it is in lines that begin with `#`, then the rows. */
function sheetCsv(
  rows: readonly FilledRow[],
  identity: readonly (readonly [IdentityKey, string, string])[],
): Uint8Array {
  const codes = SHEET_COLUMNS.map(({ code }) => code);
  const own = identity.map(([key, value, meaning]) => {
    const cells = [`#${key}`, protectedText(value), '', protectedText(meaning)];
    return [...cells, ...Array.from({ length: codes.length - cells.length }, () => '')];
  });
  const asked = rows.map(({ question, option, section, text, type, allowed, answer, comment }) => [
    ...[section, question.code, option ?? '', text, type, allowed].map(protectedText),
    // A number stays one, for spreadsheets to compute with; no spreadsheet runs it.
    question.type === 'NUMBER' && /^-?\d+([.,]\d+)?$/.test(String(answer))
      ? String(answer)
      : protectedText(String(answer)),
    protectedText(comment),
  ]);
  return Buffer.from(`\ufeff${[codes, ...own, ...asked].map(semicolonLine).join('')}`);
}
