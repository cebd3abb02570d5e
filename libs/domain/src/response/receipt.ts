import { createHash } from 'node:crypto';
import type { AnswerValue } from '../answer/answer-value.js';
import { canonicalOf } from '../answer/check-answer.js';
import type { Provenance } from './provenance.js';
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
  /** Question code to how its answer came about; what is absent was typed. */
  readonly provenance?: ReadonlyMap<string, Provenance>;
  /** Section code to comment. */
  readonly sectionComments?: ReadonlyMap<string, string>;
}

/**
 * The municipality's receipt: SHA-256 in hex over UTF-8 lines, each a JSON array and a line feed:
 * `["reflexbogen-receipt/1", study, municipality, round, question set hash, number]`, then
 * `[question, canonical value, comment or null]` for every question with an answer or a comment, in the order of the set,
 * with the provenance as a fourth element where the answer was not typed; then `[section, comment]` for every section with
 * a comment, in the order of the set.
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
    const provenance = value === undefined ? 'TYPED' : (subject.provenance?.get(question.code) ?? 'TYPED');
    line(
      question.code,
      value === undefined ? null : canonicalOf(question, value),
      comment ? comment : null,
      ...(provenance === 'TYPED' ? [] : [provenance]),
    );
  }
  for (const { code } of subject.questionSet.document.sections) {
    const comment = subject.sectionComments?.get(code);
    if (comment) line(code, comment);
  }
  return hash.digest('hex');
}
