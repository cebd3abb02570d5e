import type { QuestionDefinition } from '@reflexbogen/domain';
import { xpathNumber, xpathOf, type AskedInForm } from './cel-to-xpath.js';

type Ruled = Pick<QuestionDefinition, 'code' | 'required' | 'visibleIf' | 'requiredIf' | 'valid' | 'min' | 'max'>;

/** The cell `relevant` of a question; undefined for none, and where XPath has no equal. */
export const relevantCell = (question: Pick<Ruled, 'visibleIf'>, asked: AskedInForm): string | undefined =>
  question.visibleIf === undefined ? undefined : (xpathOf(question.visibleIf, asked) ?? undefined);

/** The cell `required`: `yes`, or the condition of a question that is not always required. */
export function requiredCell(question: Pick<Ruled, 'required' | 'requiredIf'>, asked: AskedInForm): string | undefined {
  if (question.required) return 'yes';
  return question.requiredIf === undefined ? undefined : (xpathOf(question.requiredIf, asked) ?? undefined);
}

/** The cell `constraint`: the smallest and largest number, and the check of the answer. */
export function constraintCell(
  question: Pick<Ruled, 'code' | 'min' | 'max' | 'valid'>,
  asked: AskedInForm,
): string | undefined {
  const { code, min, max, valid } = question;
  const parts = [
    min === undefined ? null : `. >= ${xpathNumber(min)}`,
    max === undefined ? null : `. <= ${xpathNumber(max)}`,
    valid === undefined ? null : xpathOf(valid.rule, asked, true, code),
  ].filter((part) => part !== null);
  if (parts.length < 2) return parts[0];
  return parts.map((part) => (part.includes(' or ') ? `(${part})` : part)).join(' and ');
}
