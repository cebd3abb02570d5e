import type { QuestionSet } from '../question-set/question-set.js';
import { diffQuestionSets } from './question-set-diff.js';

/** Something that a correction of wording must not touch. */
export interface EditorialFault {
  readonly question: string;
  readonly message: string;
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
    ...diff.added.map(({ code }) => ({ question: code, message: `"${code}" is new.` })),
    ...diff.removed.map(({ code }) => ({ question: code, message: `"${code}" is asked no more.` })),
    ...diff.moved.map(({ code }) => ({ question: code, message: `"${code}" stands elsewhere.` })),
    ...diff.changed.flatMap(({ code, fields, verdict }) => {
      const others = fields.filter(({ field }) => field !== 'module').map(({ field }) => field);
      if (others.length > 0)
        return [{ question: code, message: `"${code}" differs in more than its wording: ${others.join(', ')}.` }];
      return verdict === 'EDITORIAL' || verdict === 'IDENTICAL'
        ? []
        : [{ question: code, message: `"${code}" is ${verdict ?? 'without verdict'}; expected EDITORIAL.` }];
    }),
  ];
}
