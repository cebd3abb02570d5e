import { MAX_NARROW_LEVELS, UNSET, WIDE_REASONS } from './answer-state.js';
import type { Question, QuestionSet } from '../question-set/question-set.js';

/** Where one slot lies in a submission's vector. */
export interface Slot {
  readonly question: Question;
  /** Option code, for the slots of a MULTI_CHOICE question. */
  readonly option?: string;
  /** First byte in the vector. */
  readonly offset: number;
  /** Bytes: 2 where the scale has more than 200 levels. */
  readonly width: 1 | 2;
}

/** Where everything of a submission lies: one slot per question, or per option of a MULTI_CHOICE question. */
export interface SubmissionLayout {
  readonly questionSet: QuestionSet;
  readonly slots: readonly Slot[];
  /** Slot positions of each question, in question order: one, or one per option. */
  readonly slotsOf: ReadonlyMap<string, readonly number[]>;
  /** Position of each NUMBER question among the numbers beside the vector. */
  readonly numberIndex: ReadonlyMap<string, number>;
  /** Length of the vector in bytes. */
  readonly bytes: number;
}

const layouts = new WeakMap<QuestionSet, SubmissionLayout>();

/** The layout of a question set; computed once per set. */
export function layoutOf(questionSet: QuestionSet): SubmissionLayout {
  const known = layouts.get(questionSet);
  if (known !== undefined) return known;
  const slots: Slot[] = [];
  const slotsOf = new Map<string, readonly number[]>();
  const numberIndex = new Map<string, number>();
  let bytes = 0;
  const add = (question: Question, option?: string): number => {
    const width = question.type !== 'MULTI_CHOICE' && question.scale.levels.length > MAX_NARROW_LEVELS ? 2 : 1;
    slots.push({ question, ...(option === undefined ? {} : { option }), offset: bytes, width });
    bytes += width;
    return slots.length - 1;
  };
  for (const question of questionSet.questions) {
    if (question.type === 'NUMBER') numberIndex.set(question.code, numberIndex.size);
    slotsOf.set(
      question.code,
      question.type === 'MULTI_CHOICE' ? question.scale.levels.map(({ code }) => add(question, code)) : [add(question)],
    );
  }
  const layout = { questionSet, slots, slotsOf, numberIndex, bytes };
  layouts.set(questionSet, layout);
  return layout;
}

/** Writes a state; reasons (200 and above) of a two-byte slot are moved out of the way of its ranks. */
export function writeSlot(vector: Uint8Array, { offset, width }: Slot, state: number, isReason: boolean): void {
  if (width === 1) {
    vector[offset] = state;
    return;
  }
  const wide = isReason ? WIDE_REASONS + state : state;
  vector[offset] = wide & 0xff;
  vector[offset + 1] = wide >> 8;
}

/** Reads a state as it stands: a rank, or a reason (in two-byte slots from WIDE_REASONS on). */
export const readSlot = (vector: Uint8Array, { offset, width }: Slot): number =>
  width === 1 ? vector[offset]! : vector[offset]! | (vector[offset + 1]! << 8);

/** The reason in a slot's state (200 to 255), or null where the state is a rank. */
export function reasonIn(state: number, { width }: Slot): number | null {
  if (width === 1) return state >= MAX_NARROW_LEVELS ? state : null;
  return state >= WIDE_REASONS ? state - WIDE_REASONS : null;
}

/** A vector in which every slot is still open. */
export const newVector = (layout: SubmissionLayout): Uint8Array => new Uint8Array(layout.bytes).fill(UNSET);

/** Whether nothing has been written to a question yet. */
export function isUnset(layout: SubmissionLayout, vector: Uint8Array, question: string): boolean {
  const first = layout.slotsOf.get(question)?.[0];
  const slot = first === undefined ? undefined : layout.slots[first];
  return slot !== undefined && reasonIn(readSlot(vector, slot), slot) === UNSET;
}
