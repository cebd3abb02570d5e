import { checkAnswer, parseCanonical, type AnswerFault } from '../answer/check-answer.js';
import type { AnswerValue } from '../answer/answer-value.js';
import type { Question } from '../question-set/question-set.js';
import { FIRST_MISSING, MAX_NARROW_LEVELS, NO_ANSWER, SKIPPED } from './answer-state.js';
import { closeVector, decodeSubmission, writeAnswer, writeReason, type EncodedSubmission } from './submission-codec.js';
import { isUnset, newVector, writeSlot, type Slot, type SubmissionLayout } from './submission-layout.js';
import { hasRules, visibilityOf } from './visibility.js';

/** A submission being filled line by line, as an import does it. */
export interface SheetDraft {
  readonly vector: Uint8Array;
  readonly numbers: Float64Array | null;
  texts: Record<string, string> | null;
  comments: Record<string, string> | null;
  answered: number;
}

/** What became of a line: written, or why not. */
export type WriteOutcome = 'WRITTEN' | 'DUPLICATE' | 'UNKNOWN_QUESTION' | readonly AnswerFault[];

/** Writes canonical texts into drafts of one question set. One writer serves all sheets of an import. */
export interface SheetWriter {
  readonly open: () => SheetDraft;
  /** Writes one answer. An empty text says that the question was left unanswered; it may be said once, like an answer. */
  readonly write: (draft: SheetDraft, question: string, text: string, comment?: string) => WriteOutcome;
  /**
   * Ends a sheet: what was not written becomes NO_ANSWER, or SKIPPED where `visibleIf` hides the question.
   * @returns the submission, and the hidden questions that had an answer nevertheless (left out of it), in set order
   */
  readonly close: (draft: SheetDraft) => {
    readonly submission: EncodedSubmission;
    readonly hiddenAnswers: readonly string[];
  };
}

interface QuestionWriter {
  readonly question: Question;
  readonly slot: Slot;
  /** Canonical text to state, for the types whose values are states of one byte; the way that nearly every line takes. */
  readonly states: ReadonlyMap<string, number> | null;
  readonly numberIndex: number;
}

/** @returns a writer for sheets of the layout's question set */
export function sheetWriterOf(layout: SubmissionLayout): SheetWriter {
  const writers = new Map<string, QuestionWriter>();
  for (const question of layout.questionSet.questions) {
    const slot = layout.slots[layout.slotsOf.get(question.code)?.[0] ?? -1];
    if (slot === undefined) continue;
    writers.set(question.code, {
      question,
      slot,
      states: statesOf(question, slot),
      numberIndex: layout.numberIndex.get(question.code) ?? -1,
    });
  }

  const write = (draft: SheetDraft, code: string, text: string, comment?: string): WriteOutcome => {
    const writer = writers.get(code);
    if (writer === undefined) return 'UNKNOWN_QUESTION';
    if (!isUnset(layout, draft.vector, code)) return 'DUPLICATE';
    if (comment !== undefined && comment !== '') {
      const faults = faultsOfComment(writer.question, comment);
      if (faults !== null) return faults;
      (draft.comments ??= {})[code] = comment.replaceAll('\r\n', '\n');
    }
    if (text === '') {
      writeReason(layout, draft.vector, code, NO_ANSWER);
      return 'WRITTEN';
    }
    const state = writer.states?.get(text);
    // Stryker disable next-line ConditionalExpression,BlockStatement: a shortcut; parsed, the line says the same
    if (state !== undefined) {
      draft.vector[writer.slot.offset] = state;
      draft.answered += 1;
      return 'WRITTEN';
    }
    return writeParsed(layout, draft, writer, text);
  };

  return {
    open: () => ({
      vector: newVector(layout),
      numbers: layout.numberIndex.size === 0 ? null : new Float64Array(layout.numberIndex.size).fill(NaN),
      texts: null,
      comments: null,
      answered: 0,
    }),
    write,
    close: (draft) => closeDraft(layout, draft),
  };
}

/** Only where one byte says everything: not for numbers, texts, several options, or scales of two bytes. */
function statesOf(question: Question, slot: Slot): ReadonlyMap<string, number> | null {
  // Stryker disable all: a shortcut for the types that it knows; without it the line is parsed, and says the same
  if (slot.width === 2 || question.scale.levels.length > MAX_NARROW_LEVELS) return null;
  if (question.type !== 'SCALE' && question.type !== 'CHOICE' && question.type !== 'BOOLEAN') return null;
  // Stryker restore all
  const states = new Map(question.scale.levels.map(({ code }, rank) => [code, rank]));
  question.scale.missing.forEach(({ code }, index) => states.set(code, FIRST_MISSING + index));
  return states;
}

function writeParsed(layout: SubmissionLayout, draft: SheetDraft, writer: QuestionWriter, text: string): WriteOutcome {
  const { question, slot, numberIndex } = writer;
  const parsed = parseCanonical(question, text);
  if (!parsed.ok) return parsed.errors;
  const value: AnswerValue = parsed.value;
  if (value.kind === 'NUMBER' && draft.numbers !== null) {
    draft.numbers[numberIndex] = value.number;
    writeSlot(draft.vector, slot, 0, false);
  } else {
    writeAnswer(layout, draft.vector, question, value);
    if (value.kind === 'TEXT') (draft.texts ??= {})[question.code] = value.text;
  }
  draft.answered += 1;
  return 'WRITTEN';
}

/** A comment is a text like any other, whatever the type of its question. */
function faultsOfComment(question: Question, comment: string): readonly AnswerFault[] | null {
  const checked = checkAnswer({ ...question, type: 'TEXT' }, { kind: 'TEXT', text: comment });
  return checked.ok ? null : checked.errors;
}

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

function closeDraft(
  layout: SubmissionLayout,
  draft: SheetDraft,
): { submission: EncodedSubmission; hiddenAnswers: readonly string[] } {
  const { questionSet } = layout;
  closeVector(layout, draft.vector, NOTHING_HIDDEN);
  if (!hasRules(questionSet)) return { submission: draft, hiddenAnswers: [] };
  const answers = decodeSubmission(layout, draft);
  const { hidden } = visibilityOf(questionSet, answers);
  const hiddenAnswers = questionSet.questions
    .map(({ code }) => code)
    .filter((code) => hidden.has(code) && answers.has(code));
  for (const code of hidden) {
    writeReason(layout, draft.vector, code, SKIPPED);
    const index = layout.numberIndex.get(code);
    if (index !== undefined && draft.numbers !== null) draft.numbers[index] = NaN;
    if (draft.texts !== null) delete draft.texts[code];
  }
  if (draft.texts !== null && Object.keys(draft.texts).length === 0) draft.texts = null;
  draft.answered -= hiddenAnswers.length;
  return { submission: draft, hiddenAnswers };
}
