import type { AnswerValue } from '../answer/answer-value.js';
import { canonicalOf } from '../answer/check-answer.js';
import type { QuestionSet } from '../question-set/question-set.js';

/** A submission as far as two are compared. */
export interface ComparedSubmission {
  readonly questionSet: QuestionSet;
  readonly answers: ReadonlyMap<string, AnswerValue>;
  readonly comments: ReadonlyMap<string, string>;
}

/** One field in which two submissions of a sheet differ. */
export interface SubmissionDifference {
  readonly question: string;
  readonly field: 'VALUE' | 'COMMENT';
  /** Canonical text; null = none. */
  readonly old: string | null;
  readonly new: string | null;
}

/** The fields in which two submissions of one sheet differ, in the order of the later one's set, removed questions last. */
export function submissionDifferences(
  from: ComparedSubmission,
  to: ComparedSubmission,
): readonly SubmissionDifference[] {
  const codes = new Set([
    ...to.questionSet.questions.map(({ code }) => code),
    ...from.questionSet.questions.map(({ code }) => code),
  ]);
  return [...codes].flatMap((question) => {
    const fields = [
      ['VALUE', valueIn(from, question), valueIn(to, question)],
      ['COMMENT', from.comments.get(question) ?? null, to.comments.get(question) ?? null],
    ] as const;
    return fields
      .filter(([, before, after]) => before !== after)
      .map(([field, before, after]) => ({ question, field, old: before, new: after }));
  });
}

function valueIn({ questionSet, answers }: ComparedSubmission, code: string): string | null {
  const question = questionSet.byCode.get(code);
  const value = answers.get(code);
  return question === undefined || value === undefined ? null : canonicalOf(question, value);
}
