import type { QuestionSet } from '../question-set/question-set.js';
import { fill, type TemplateValues } from '../text/sentence-template.js';
import { diffQuestionSets } from './question-set-diff.js';

/** Everything that a correction of wording must not touch, in English. */
export const EDITORIAL_REASONS = {
  QUESTION_ADDED: { message: '"{question}" is new.' },
  QUESTION_DROPPED: { message: '"{question}" is asked no more.' },
  QUESTION_MOVED: { message: '"{question}" stands elsewhere.' },
  MORE_THAN_WORDING: { message: '"{question}" differs in more than its wording: {fields}.' },
  JUDGED_OTHERWISE: { message: '"{question}" is {verdict}.', expected: 'EDITORIAL' },
  NOT_JUDGED: { message: '"{question}" is without verdict.', expected: 'EDITORIAL' },
} as const;
export type EditorialReason = keyof typeof EDITORIAL_REASONS;

/** Something that a correction of wording must not touch. */
export interface EditorialFault {
  readonly question: string;
  readonly reason: EditorialReason;
  /** What the sentence of the reason names: the question, and fields by commas or the verdict. */
  readonly parameters: TemplateValues;
  readonly message: string;
  readonly expected?: string;
}

function faultOf(reason: EditorialReason, question: string, more: TemplateValues = {}): EditorialFault {
  const parameters = { question, ...more };
  const { message, ...rest } = EDITORIAL_REASONS[reason];
  return { question, reason, parameters, message: fill(message, parameters), ...rest };
}

/**
 * Whether a later revision corrects wordings of an earlier one and nothing else, so that a round in the field can move on to
 * it with every answer kept: the same questions, levels, rules and bounds in the same order, and for every text that reads
 * otherwise the designer's verdict that nothing is meant otherwise (EDITORIAL).
 * @param history the template's published sets
 * @returns everything else that differs, by question; empty for a correction. Total: never throws.
 */
export function checkEditorial(
  from: QuestionSet,
  to: QuestionSet,
  history: readonly QuestionSet[],
): readonly EditorialFault[] {
  const diff = diffQuestionSets(from, to, { history });
  return [
    ...diff.added.map(({ code }) => faultOf('QUESTION_ADDED', code)),
    ...diff.removed.map(({ code }) => faultOf('QUESTION_DROPPED', code)),
    ...diff.moved.map(({ code }) => faultOf('QUESTION_MOVED', code)),
    ...diff.changed.flatMap(({ code, fields, verdict }) => {
      const others = fields.filter(({ field }) => field !== 'module').map(({ field }) => field);
      if (others.length > 0) return [faultOf('MORE_THAN_WORDING', code, { fields: others.join(', ') })];
      if (verdict === 'EDITORIAL' || verdict === 'IDENTICAL') return [];
      return [verdict === null ? faultOf('NOT_JUDGED', code) : faultOf('JUDGED_OTHERWISE', code, { verdict })];
    }),
  ];
}
