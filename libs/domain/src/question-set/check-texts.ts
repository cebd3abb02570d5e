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
    faults.add('CODE_CHARACTERS', path, { code: code.slice(0, MAX_CODE), most: MAX_CODE });
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
    // Blanks and control characters are to be seen.
    faults.add('LEVEL_CODE_CHARACTERS', path, {
      code: JSON.stringify(code.slice(0, MAX_CODE)).slice(1, -1),
      most: MAX_CODE,
    });
}

/** A wording that readers see: at least one translation, every one of bounded length and free of disguising characters. */
export function checkText(faults: FaultList, text: LocalizedText, path: DocumentPath): void {
  const translations = Object.entries(text);
  if (translations.every(([, translation]) => translation.trim() === '')) faults.add('TEXT_NOWHERE', path, {});
  for (const [language, translation] of translations) {
    if (!LANGUAGE_TAG.test(language))
      faults.add('LANGUAGE_TAG', [...path, language], { locale: language.slice(0, MAX_CODE) });
    if (translation.length > MAX_TEXT)
      faults.add('TEXT_LENGTH', [...path, language], { count: translation.length, most: MAX_TEXT });
    if (FORBIDDEN_CHARACTERS.test(translation)) faults.add('TEXT_CHARACTERS', [...path, language], {});
  }
}

export function checkOptionalText(faults: FaultList, text: LocalizedText | undefined, path: DocumentPath): void {
  if (text !== undefined) checkText(faults, text, path);
}
