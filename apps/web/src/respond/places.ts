import type { SheetData } from '@reflexbogen/client/sheet';
import { questionId } from './focus.js';

/** Where a question stands in its sheet: the address that leads there. */
export const addressOf = (sheet: SheetData, code: string): string => {
  const section = sheet.sections.find(({ questions }) => questions.some(({ question }) => question.code === code));
  return `?section=${encodeURIComponent(section?.code ?? '')}#${questionId(code)}`;
};

/** The wording of a question; its code where the sheet does not have it. */
export const textOf = (sheet: SheetData, code: string): string =>
  sheet.sections.flatMap(({ questions }) => questions).find(({ question }) => question.code === code)?.question.text ??
  code;
