import type { AnswerValue } from '../answer/answer-value.js';
import { checkAnswer, expectationOf } from '../answer/check-answer.js';
import type { QuestionSet } from '../question-set/question-set.js';
import { visibilityOf, type Visibility } from './visibility.js';

export type SubmissionFaultCode = 'REQUIRED' | 'INVALID_VALUE' | 'UNKNOWN_QUESTION';

/** What keeps a sheet from being handed in. */
export interface SubmissionFault {
  readonly code: SubmissionFaultCode;
  /** Code of the question. */
  readonly path: readonly [string];
  readonly message: string;
  readonly expected?: string;
}

/**
 * Checks a whole sheet before it is frozen: every required question that is visible has an answer, every answer fits.
 * Answers to hidden questions are not checked, since they will not be part of the submission.
 * @returns every fault in the order of the sheet, answers to questions that the set lacks last. Total: never throws.
 */
export function checkSubmission(
  questionSet: QuestionSet,
  answers: ReadonlyMap<string, AnswerValue>,
  visibility: Visibility = visibilityOf(questionSet, answers),
): readonly SubmissionFault[] {
  const faults: SubmissionFault[] = [];
  for (const question of questionSet.questions) {
    if (!visibility.visible.has(question.code)) continue;
    const value = answers.get(question.code);
    if (value === undefined) {
      if (visibility.required.has(question.code))
        faults.push({
          code: 'REQUIRED',
          path: [question.code],
          message: `${question.code} needs an answer.`,
          expected: expectationOf(question),
        });
      continue;
    }
    const checked = checkAnswer(question, value);
    if (checked.ok) continue;
    for (const { message, expected } of checked.errors)
      faults.push({ code: 'INVALID_VALUE', path: [question.code], message, expected });
  }
  for (const code of answers.keys())
    if (!questionSet.byCode.has(code))
      faults.push({ code: 'UNKNOWN_QUESTION', path: [code], message: `The set does not ask ${code}.` });
  return faults;
}
