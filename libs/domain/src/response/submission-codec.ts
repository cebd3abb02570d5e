import type { AnswerValue } from '../answer/answer-value.js';
import type { Question } from '../question-set/question-set.js';
import { rankOf } from '../scale/scale.js';
import { FIRST_MISSING, NO_ANSWER, SKIPPED, UNSET } from './answer-state.js';
import { newVector, readSlot, reasonIn, writeSlot, type SubmissionLayout } from './submission-layout.js';

/** A submission as it is stored: states in the vector, values that are no state beside it. */
export interface EncodedSubmission {
  readonly vector: Uint8Array;
  /** One per NUMBER question in set order, NaN where there is none; null when the set has no NUMBER question. */
  readonly numbers: Float64Array | null;
  /** Question code to text, TEXT questions only; null when there is none. */
  readonly texts: Readonly<Record<string, string>> | null;
  /** Question code to comment; null when there is none. */
  readonly comments: Readonly<Record<string, string>> | null;
  /** Questions with an answer, missing codes included. */
  readonly answered: number;
}

/** Writes one question's slots. `value` must have passed `checkAnswer`. */
export function writeAnswer(
  layout: SubmissionLayout,
  vector: Uint8Array,
  question: Question,
  value: AnswerValue,
): void {
  const slots = layout.slotsOf.get(question.code) ?? [];
  for (const position of slots) {
    const slot = layout.slots[position]!;
    const state = stateOf(question, value, slot.option);
    writeSlot(vector, slot, state.state, state.isReason);
  }
}

function stateOf(
  question: Question,
  value: AnswerValue,
  option: string | undefined,
): { state: number; isReason: boolean } {
  switch (value.kind) {
    case 'LEVEL':
      return { state: rankOf(question.scale, value.level), isReason: false };
    case 'LEVELS':
      return { state: option !== undefined && value.levels.includes(option) ? 1 : 0, isReason: false };
    case 'BOOLEAN':
      return { state: value.boolean ? 1 : 0, isReason: false };
    case 'NUMBER':
    case 'TEXT':
      return { state: 0, isReason: false };
    case 'MISSING':
      return {
        state: FIRST_MISSING + question.scale.missing.findIndex(({ code }) => code === value.missing),
        isReason: true,
      };
  }
}

/** Writes a reason (NO_ANSWER, SKIPPED) to all slots of a question. */
export function writeReason(layout: SubmissionLayout, vector: Uint8Array, question: string, reason: number): void {
  for (const position of layout.slotsOf.get(question) ?? []) writeSlot(vector, layout.slots[position]!, reason, true);
}

/**
 * Freezes a sheet.
 * @param answers question code to checked value; answers to hidden questions are left out of the submission
 * @param hidden codes of the questions that `visibleIf` hides
 * @param comments question code to comment; empty ones are left out
 */
export function encodeSubmission(
  layout: SubmissionLayout,
  answers: ReadonlyMap<string, AnswerValue>,
  hidden: ReadonlySet<string>,
  comments: ReadonlyMap<string, string> = new Map(),
): EncodedSubmission {
  const vector = newVector(layout);
  const numbers = layout.numberIndex.size === 0 ? null : new Float64Array(layout.numberIndex.size).fill(NaN);
  const texts: Record<string, string> = {};
  let answered = 0;
  for (const question of layout.questionSet.questions) {
    const value = answers.get(question.code);
    if (hidden.has(question.code)) writeReason(layout, vector, question.code, SKIPPED);
    else if (value === undefined) writeReason(layout, vector, question.code, NO_ANSWER);
    else {
      answered += 1;
      writeAnswer(layout, vector, question, value);
      if (value.kind === 'NUMBER' && numbers) numbers[layout.numberIndex.get(question.code)!] = value.number;
      if (value.kind === 'TEXT') texts[question.code] = value.text;
    }
  }
  const kept = [...comments].filter(([, text]) => text !== '');
  return {
    vector,
    numbers,
    texts: Object.keys(texts).length === 0 ? null : texts,
    comments: kept.length === 0 ? null : Object.fromEntries(kept),
    answered,
  };
}

/** The value of one question in a submission; undefined where it is hidden, empty, or unknown to the set. */
export function answerIn(
  layout: SubmissionLayout,
  question: Question,
  stored: Pick<EncodedSubmission, 'vector' | 'numbers' | 'texts'>,
): AnswerValue | undefined {
  const slots = (layout.slotsOf.get(question.code) ?? []).map((position) => layout.slots[position]!);
  const first = slots[0];
  if (first === undefined) return undefined;
  const state = readSlot(stored.vector, first);
  const reason = reasonIn(state, first);
  if (reason !== null) {
    const missing = question.scale.missing[reason - FIRST_MISSING];
    // Reasons from NO_ANSWER on lie behind the last missing code of any scale.
    return missing === undefined ? undefined : { kind: 'MISSING', missing: missing.code };
  }
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE': {
      const level = question.scale.levels[state];
      return level === undefined ? undefined : { kind: 'LEVEL', level: level.code };
    }
    case 'MULTI_CHOICE':
      return {
        kind: 'LEVELS',
        levels: slots.filter((slot) => readSlot(stored.vector, slot) === 1).map((slot) => slot.option!),
      };
    case 'BOOLEAN':
      return { kind: 'BOOLEAN', boolean: state === 1 };
    case 'NUMBER': {
      const number = stored.numbers?.[layout.numberIndex.get(question.code) ?? -1];
      return number === undefined ? undefined : { kind: 'NUMBER', number };
    }
    case 'TEXT': {
      const text = stored.texts?.[question.code];
      return text === undefined ? undefined : { kind: 'TEXT', text };
    }
  }
}

/** Every answer of a submission by question code, in set order. Inverse of `encodeSubmission` for visible questions. */
export function decodeSubmission(
  layout: SubmissionLayout,
  stored: Pick<EncodedSubmission, 'vector' | 'numbers' | 'texts'>,
): Map<string, AnswerValue> {
  const answers = new Map<string, AnswerValue>();
  for (const question of layout.questionSet.questions) {
    const value = answerIn(layout, question, stored);
    if (value !== undefined) answers.set(question.code, value);
  }
  return answers;
}

/** Closes the slots that nothing was written to: SKIPPED for hidden questions, NO_ANSWER for the others. */
export function closeVector(layout: SubmissionLayout, vector: Uint8Array, hidden: ReadonlySet<string>): void {
  for (const slot of layout.slots) {
    if (reasonIn(readSlot(vector, slot), slot) !== UNSET) continue;
    writeSlot(vector, slot, hidden.has(slot.question.code) ? SKIPPED : NO_ANSWER, true);
  }
}
