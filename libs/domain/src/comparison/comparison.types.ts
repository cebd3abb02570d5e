import type { Question, QuestionSet, Verdict } from '../question-set/question-set.js';

/** Why a municipality is not comparable on a question, in order of precedence. docs/methodology.md#accounting-identity */
export type ExclusionReason =
  | 'UNIT_CHANGED'
  | 'NOT_IN_PANEL'
  | 'NO_RESPONSE_FROM'
  | 'NO_RESPONSE_TO'
  | 'NO_RESPONSE_BOTH'
  | 'NOT_ASKED'
  | 'SKIPPED'
  | 'NO_ANSWER'
  | 'DONT_KNOW'
  | 'REFUSED'
  | 'NOT_APPLICABLE'
  | 'CARRIED_OVER'
  | 'NOT_COMPARABLE';

export interface Exclusion {
  readonly reason: ExclusionReason;
  /** Municipalities, at least 1: reasons without a case are left out. */
  readonly count: number;
}

/**
 * Counts of municipalities for one question (or option) between two rounds.
 * `increased + decreased + unchanged === comparable` for ordered ones; `changed + unchanged === comparable` always;
 * `comparable + excluded === panelSize`. `increased` and `decreased` are null where there is no order (nominal).
 */
export interface Tally {
  readonly increased: number | null;
  readonly decreased: number | null;
  readonly unchanged: number;
  readonly changed: number;
  readonly comparable: number;
  readonly excluded: number;
  /** In the order of ExclusionReason; sums to `excluded`. */
  readonly exclusions: readonly Exclusion[];
}

/** Whether a change was taken by difference of two answers or asked for directly. */
export type Basis = 'COMPUTED' | 'REPORTED';

/**
 * One question (or option) of one round as a dense column in panel order.
 * `states[i]` is an answer state (response/answer-state.ts) of municipality i; `numbers[i]` the value of a NUMBER where
 * `states[i] === 0`, else NaN.
 */
export interface Column {
  readonly question: Question;
  /** Code of the option for a column of a MULTI_CHOICE question. */
  readonly option?: string;
  readonly states: Uint8Array | Uint16Array;
  readonly numbers?: Float64Array;
}

/** One round's answers as columns, all of the same length: the study's municipalities in panel order. */
export interface RoundColumns {
  readonly code: string;
  readonly year: number;
  readonly questionSet: QuestionSet;
  readonly size: number;
  /** By `columnKey(question, option)`. A question that the round's set lacks has no column. */
  readonly columns: ReadonlyMap<string, Column>;
  /**
   * Optional: why municipality i has no answers at all (UNIT_CHANGED, NOT_IN_PANEL, NO_RESPONSE), any other state where it
   * responded. Without it the first column tells, since these states are the same in every column of a round.
   */
  readonly units?: Uint8Array;
}

/** Key of a column: the question's code, or `code|option` for an option of a MULTI_CHOICE question. */
export const columnKey = (question: string, option?: string): string =>
  option === undefined ? question : `${question}|${option}`;

/** How two revisions of a question compare, over the whole chain between them. */
export interface Comparability {
  /** The weakest verdict of the chain. */
  readonly verdict: Verdict;
  /** Composed recode, earlier level code to later level code; absent where levels carry over by equal code. */
  readonly recode?: ReadonlyMap<string, string>;
  /** The designers' notes along the chain, earliest first. */
  readonly notes: readonly string[];
}
