import {
  CARRIED_OVER,
  FIRST_MISSING,
  MAX_LEVELS,
  NO_ANSWER,
  NO_RESPONSE,
  NOT_ASKED,
  NOT_COMPARABLE,
  NOT_IN_PANEL,
  SKIPPED,
  UNIT_CHANGED,
  WIDE_REASONS,
} from '../response/answer-state.js';
import type { MissingCode } from '../scale/scale.js';

/** A reason as one side of a pair can have it: the tail of a transition table's states, in this order. */
export type StateReason =
  | 'UNIT_CHANGED'
  | 'NOT_IN_PANEL'
  | 'NO_RESPONSE'
  | 'NOT_ASKED'
  | 'SKIPPED'
  | 'NO_ANSWER'
  | 'DONT_KNOW'
  | 'REFUSED'
  | 'NOT_APPLICABLE'
  | 'CARRIED_OVER'
  | 'NOT_COMPARABLE';

export const STATE_REASONS: readonly StateReason[] = [
  'UNIT_CHANGED',
  'NOT_IN_PANEL',
  'NO_RESPONSE',
  'NOT_ASKED',
  'SKIPPED',
  'NO_ANSWER',
  'DONT_KNOW',
  'REFUSED',
  'NOT_APPLICABLE',
  'CARRIED_OVER',
  'NOT_COMPARABLE',
];

/** Position of a reason in STATE_REASONS; a table's state is `levels + REASON_INDEX[reason]`. */
export const REASON_INDEX: Readonly<Record<StateReason, number>> = {
  UNIT_CHANGED: 0,
  NOT_IN_PANEL: 1,
  NO_RESPONSE: 2,
  NOT_ASKED: 3,
  SKIPPED: 4,
  NO_ANSWER: 5,
  DONT_KNOW: 6,
  REFUSED: 7,
  NOT_APPLICABLE: 8,
  CARRIED_OVER: 9,
  NOT_COMPARABLE: 10,
};

const REASON_STATES: readonly (readonly [number, StateReason])[] = [
  [NO_ANSWER, 'NO_ANSWER'],
  [SKIPPED, 'SKIPPED'],
  [NOT_ASKED, 'NOT_ASKED'],
  [NOT_COMPARABLE, 'NOT_COMPARABLE'],
  [NO_RESPONSE, 'NO_RESPONSE'],
  [NOT_IN_PANEL, 'NOT_IN_PANEL'],
  [UNIT_CHANGED, 'UNIT_CHANGED'],
  [CARRIED_OVER, 'CARRIED_OVER'],
];

/** Reasons of a municipality that is no member in a round: the first ones of STATE_REASONS. */
export const OUTSIDE_REASONS = 2;

/** Whether an answer state of a column says that the municipality is no member in that round, for whatever cause. */
export function isOutside(states: Uint8Array | Uint16Array, row: number): boolean {
  const state = states[row]! - (states.BYTES_PER_ELEMENT === 2 ? WIDE_REASONS : 0);
  return state === NOT_IN_PANEL || state === UNIT_CHANGED;
}

/** Marks a state that a column of this question cannot hold. */
export const IMPOSSIBLE = -1;

/**
 * How one side's answer states become states of a transition table with `levels` levels: by lookup, so that counting
 * allocates nothing per municipality and a recode costs nothing.
 */
export interface StateMap {
  /** Levels of the table. */
  readonly levels: number;
  /** Table state of a one-byte answer state, IMPOSSIBLE for states this side cannot have. */
  readonly narrow: Int16Array;
  /** Table state of a rank, for columns of two bytes. */
  readonly ranks: Int16Array;
  /** The one-byte answer states that this side can have, ascending. */
  readonly possible: Uint8Array;
}

const possibleIn = (narrow: Int16Array): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, state) => state).filter((state) => narrow[state]! !== IMPOSSIBLE);

/**
 * Builds the lookup of one side.
 * @param levels levels of the table, i.e. of the later question's scale
 * @param ranks for each rank of this side's own scale the rank in the table, or 'NOT_COMPARABLE' where a recode or a BREAK
 *   leaves it out
 * @param missing this side's own missing codes; each becomes the reason of its kind
 */
export function stateMapOf(
  levels: number,
  ranks: readonly (number | 'NOT_COMPARABLE')[],
  missing: readonly MissingCode[],
): StateMap {
  const rankStates = Int16Array.from(ranks, (rank) => (rank === 'NOT_COMPARABLE' ? levels + REASON_INDEX[rank] : rank));
  const narrow = new Int16Array(256).fill(IMPOSSIBLE);
  narrow.set(rankStates.subarray(0, FIRST_MISSING));
  missing.forEach((code, index) => {
    narrow[FIRST_MISSING + index] = levels + REASON_INDEX[code.kind];
  });
  for (const [state, reason] of REASON_STATES) narrow[state] = levels + REASON_INDEX[reason];
  return { levels, narrow, ranks: rankStates, possible: possibleIn(narrow) };
}

/**
 * The lookup of a side that has only unit-level states: every municipality that responded gets `reason`,
 * because its set lacks the question (NOT_ASKED).
 * @param isWide whether the column that tells uses two bytes a state
 */
export function unitMapOf(levels: number, reason: 'NOT_ASKED', isWide = false): StateMap {
  const item = levels + REASON_INDEX[reason];
  const narrow = new Int16Array(256).fill(item);
  narrow[NO_RESPONSE] = levels + REASON_INDEX.NO_RESPONSE;
  narrow[NOT_IN_PANEL] = levels + REASON_INDEX.NOT_IN_PANEL;
  narrow[UNIT_CHANGED] = levels + REASON_INDEX.UNIT_CHANGED;
  return { levels, narrow, ranks: new Int16Array(isWide ? MAX_LEVELS : 0).fill(item), possible: possibleIn(narrow) };
}

/** One side of a pair: its column and how to read it. */
export interface Side {
  readonly states: Uint8Array | Uint16Array;
  readonly map: StateMap;
}

/**
 * Table state of one municipality.
 * @returns the state, or IMPOSSIBLE for a byte that a column of this question cannot hold
 */
export function stateAt(side: Side, row: number): number {
  const { states, map } = side;
  const state = states[row];
  if (state === undefined) return IMPOSSIBLE;
  if (states.BYTES_PER_ELEMENT === 1) return map.narrow[state] ?? IMPOSSIBLE;
  if (state >= WIDE_REASONS) return map.narrow[state - WIDE_REASONS] ?? IMPOSSIBLE;
  return map.ranks[state] ?? IMPOSSIBLE;
}
