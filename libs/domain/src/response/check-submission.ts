import type { AnswerValue } from '../answer/answer-value.js';
import { checkAnswer, expectationOf } from '../answer/check-answer.js';
import type { QuestionSet } from '../question-set/question-set.js';
import type { AnswerSource } from '../rule/rule.js';
import { localize, type LocalizedText } from '../text/localized-text.js';
import { checkAnswers } from './answer-checks.js';
import { visibilityOf, type Visibility } from './visibility.js';

export type SubmissionFaultCode =
  | 'REQUIRED'
  | 'INVALID_VALUE'
  | 'UNKNOWN_QUESTION'
  /** The rule of a `valid` check is false. */
  | 'RULE_NOT_MET'
  /** The rule of a `plausible` check is true, and there is no comment. */
  | 'COMMENT_REQUIRED';

/** What keeps a sheet from being handed in. */
export interface SubmissionFault {
  readonly code: SubmissionFaultCode;
  /** Code of the question. */
  readonly path: readonly [string];
  readonly message: string;
  readonly expected?: string;
  /** What the designer says to it, in every language; only for RULE_NOT_MET and COMMENT_REQUIRED. */
  readonly reason?: LocalizedText;
}

/** What stands beside the answers of a sheet. */
export interface SubmissionContext {
  /** Last round's submitted answer where the verdict lets the two be compared; without it there is none. */
  readonly previous?: AnswerSource;
  /** Question code to comment; without it the sheet has none. */
  readonly comments?: ReadonlyMap<string, string>;
}

/**
 * Checks a whole sheet before it is frozen: every required question that is visible has an answer, every answer fits, and the
 * designer's checks are met by the answers that fit. Answers to hidden questions are not checked, since they will not be
 * part of the submission.
 * @returns every fault in the order of the sheet, answers to questions that the set lacks last. Total: never throws.
 */
export function checkSubmission(
  questionSet: QuestionSet,
  answers: ReadonlyMap<string, AnswerValue>,
  visibility: Visibility = visibilityOf(questionSet, answers),
  { previous, comments }: SubmissionContext = {},
): readonly SubmissionFault[] {
  const faults = new Map<string, SubmissionFault[]>(questionSet.questions.map(({ code }) => [code, []]));
  const fitting = new Map<string, AnswerValue>();
  for (const question of questionSet.questions) {
    if (!visibility.visible.has(question.code)) continue;
    const value = answers.get(question.code);
    if (value === undefined) {
      if (visibility.required.has(question.code))
        faults.get(question.code)?.push({
          code: 'REQUIRED',
          path: [question.code],
          message: `${question.code} needs an answer.`,
          expected: expectationOf(question),
        });
      continue;
    }
    const checked = checkAnswer(question, value);
    if (checked.ok) fitting.set(question.code, checked.value);
    else
      for (const { message, expected } of checked.errors)
        faults.get(question.code)?.push({ code: 'INVALID_VALUE', path: [question.code], message, expected });
  }
  for (const { question, kind, message } of checkAnswers(questionSet, fitting, previous, comments, visibility))
    faults.get(question)?.push({
      code: kind === 'VALID' ? 'RULE_NOT_MET' : 'COMMENT_REQUIRED',
      path: [question],
      message: `${question}: ${localize(message, 'en')}`,
      expected: kind === 'VALID' ? 'answers that meet the rule' : 'a comment, or another answer',
      reason: message,
    });
  const unknown = [...answers.keys()]
    .filter((code) => !questionSet.byCode.has(code))
    .map((code): SubmissionFault => ({
      code: 'UNKNOWN_QUESTION',
      path: [code],
      message: `The set does not ask ${code}.`,
    }));
  return [...[...faults.values()].flat(), ...unknown];
}
