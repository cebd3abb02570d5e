import { createHash } from 'node:crypto';
import type { AnswerValue } from '../answer/answer-value.js';
import { canonicalOf } from '../answer/check-answer.js';
import type { QuestionSet } from '../question-set/question-set.js';

export interface ReceiptSubject {
  readonly study: string;
  readonly municipality: string;
  readonly round: string;
  readonly questionSet: QuestionSet;
  /** Content hash of the question set. */
  readonly questionSetHash: string;
  /** Number of the submission within its response, from 1. */
  readonly number: number;
  readonly answers: ReadonlyMap<string, AnswerValue>;
  readonly comments?: ReadonlyMap<string, string>;
}

/**
 * The municipality's receipt: SHA-256 in hex over UTF-8 lines, each a JSON array and a line feed:
 * `["reflexbogen-receipt/1", study, municipality, round, question set hash, number]`, then
 * `[question, canonical value, comment or null]` for every question with an answer or a comment, in the order of the set.
 */
export function receiptOf(subject: ReceiptSubject): string {
  const hash = createHash('sha256');
  const line = (...parts: readonly (string | number | null)[]) => hash.update(`${JSON.stringify(parts)}\n`);
  line(
    'reflexbogen-receipt/1',
    subject.study,
    subject.municipality,
    subject.round,
    subject.questionSetHash,
    subject.number,
  );
  for (const question of subject.questionSet.questions) {
    const value = subject.answers.get(question.code);
    const comment = subject.comments?.get(question.code);
    if (value === undefined && !comment) continue;
    line(question.code, value === undefined ? null : canonicalOf(question, value), comment ? comment : null);
  }
  return hash.digest('hex');
}
