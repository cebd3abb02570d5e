import { FORBIDDEN_CHARACTERS, MAX_TEXT } from '../answer/check-answer.js';
import type { LocalizedText } from '../text/localized-text.js';
import type { DocumentPath, FaultList } from './question-set-fault.js';

/** Longest code of a question, section, scale, level, row or column, in characters. */
export const MAX_CODE = 100;

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Codes of questions, sections, scales, rows and columns: they stand in rules, addresses and column headings. */
export function checkCode(faults: FaultList, code: string, path: DocumentPath): void {
  if (!CODE.test(code) || code.length > MAX_CODE)
    faults.add(
      'INVALID_CODE',
      path,
      `"${code.slice(0, MAX_CODE)}" is no code.`,
      `letters A–Z, digits, ".", "_" and "-", beginning with a letter or digit, at most ${MAX_CODE} characters`,
    );
}

/** Codes of levels and missing codes: they stand in answers, where `|` joins several and blanks at the ends get lost. */
export function checkAnswerCode(faults: FaultList, code: string, path: DocumentPath): void {
  if (
    code === '' ||
    code.length > MAX_CODE ||
    code.trim() !== code ||
    /[|\n\t]/.test(code) ||
    FORBIDDEN_CHARACTERS.test(code)
  )
    faults.add(
      'INVALID_CODE',
      path,
      `${JSON.stringify(code.slice(0, MAX_CODE))} is no code of a level.`,
      `1 to ${MAX_CODE} characters without "|", line breaks, control characters or blanks at the ends`,
    );
}

/** A wording that readers see: at least one translation, every one of bounded length and free of disguising characters. */
export function checkText(faults: FaultList, text: LocalizedText, path: DocumentPath): void {
  const translations = Object.entries(text);
  if (translations.every(([, translation]) => translation.trim() === ''))
    faults.add(
      'MISSING_TEXT',
      path,
      'There is no text in any language.',
      'a text in at least one language, e.g. { de: … }',
    );
  for (const [language, translation] of translations) {
    if (!LANGUAGE_TAG.test(language))
      faults.add(
        'INVALID_CODE',
        [...path, language],
        `"${language.slice(0, MAX_CODE)}" is no language tag.`,
        'a tag like de or de-AT',
      );
    if (translation.length > MAX_TEXT)
      faults.add(
        'LIMIT_EXCEEDED',
        [...path, language],
        `The text has ${translation.length} characters.`,
        `at most ${MAX_TEXT}`,
      );
    if (FORBIDDEN_CHARACTERS.test(translation))
      faults.add(
        'FORBIDDEN_CHARACTER',
        [...path, language],
        'The text contains a control character or one that turns the direction of writing.',
        'printable characters, tabs and line feeds',
      );
  }
}

export function checkOptionalText(faults: FaultList, text: LocalizedText | undefined, path: DocumentPath): void {
  if (text !== undefined) checkText(faults, text, path);
}
