import { canonicalOf, type AnswerValue, type QuestionSet } from '@reflexbogen/domain';
import { isBlank } from './answer-cell.js';
import type { ReadSheet } from './sheet-file.js';

/** An answer as it is stored. */
export interface StoredAnswer {
  readonly value: AnswerValue | null;
  readonly comment: string | null;
}

/** ADDED, CHANGED, REMOVED: what becomes of the answer, whatever becomes of its comment. COMMENT: the comment alone differs. */
export type SheetDifferenceKind = 'ADDED' | 'CHANGED' | 'REMOVED' | 'COMMENT';

/** What a file would change in one question. */
export interface SheetDifference {
  readonly question: string;
  readonly kind: SheetDifferenceKind;
  /** Canonical text (docs: study package) of the stored answer; null where there is none. */
  readonly from: string | null;
  /** Canonical text of the answer that would be stored; null where there would be none. Equal to `from` for COMMENT. */
  readonly to: string | null;
  /** The answer that would be stored, as a value. */
  readonly value: AnswerValue | null;
  /** Equal to `commentTo` where the comment stays. */
  readonly commentFrom: string | null;
  readonly commentTo: string | null;
}

export interface SheetDifferencesOptions {
  /** An empty cell deletes the stored answer or comment (default false: it says nothing). */
  readonly emptyDeletes?: boolean;
}

/**
 * What taking over a file would change: the dry run of an upload, and the list of what the upload then does.
 * @param stored by question code; a question that is not there has neither answer nor comment
 * @param read what `readSheetFile` gave, without faults. Questions whose rows were deleted, and comments of a file without that
 *   column, stay as they are.
 * @returns one entry per question that would change, in the order of the question set; empty where nothing would
 */
export function sheetDifferences(
  questionSet: QuestionSet,
  stored: ReadonlyMap<string, StoredAnswer>,
  read: Pick<ReadSheet, 'answers'>,
  { emptyDeletes = false }: SheetDifferencesOptions = {},
): readonly SheetDifference[] {
  const byQuestion = new Map(read.answers.map((answer) => [answer.question, answer]));
  return questionSet.questions.flatMap((question): readonly SheetDifference[] => {
    const answer = byQuestion.get(question.code);
    if (answer === undefined) return [];
    const before = stored.get(question.code) ?? { value: null, comment: null };
    const textOf = (value: AnswerValue | null) => (value === null ? null : canonicalOf(question, value));
    // A file cannot tell a text of blanks alone from none.
    const isBlankText = before.value?.kind === 'TEXT' && isBlank(before.value.text);
    const value = answer.value ?? (emptyDeletes && !isBlankText ? null : before.value);
    const commentFrom = before.comment === null || isBlank(before.comment) ? null : before.comment;
    const commentTo =
      answer.comment === undefined ? commentFrom : (answer.comment ?? (emptyDeletes ? null : commentFrom));
    const [from, to] = [textOf(before.value), textOf(value)];
    if (from === to && commentFrom === commentTo) return [];
    const kind = from === to ? 'COMMENT' : from === null ? 'ADDED' : to === null ? 'REMOVED' : 'CHANGED';
    return [{ question: question.code, kind, from, to, value, commentFrom, commentTo }];
  });
}
