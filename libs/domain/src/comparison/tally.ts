import type { Exclusion, ExclusionReason, Tally } from './comparison.types.js';
import { EXCLUSION_REASONS, exclusionOf, reasonOf } from './exclusion.js';
import { OUTSIDE_REASONS } from './state-map.js';
import { tableSize } from './transition-table.js';
import type { TransitionTable } from './transition-table.js';

/**
 * What became of one municipality. CHANGED is the nominal counterpart of INCREASED and DECREASED.
 * docs/methodology.md#accounting-identity
 */
export type Outcome = 'INCREASED' | 'DECREASED' | 'UNCHANGED' | 'CHANGED' | ExclusionReason;

/** How pairs of levels are read. REPORTED: see reported-change.ts. NUMBER: level 0 means answered, the values decide. */
export type Reading = 'ORDERED' | 'NOMINAL' | 'REPORTED' | 'NUMBER';

/** Outcomes as small integers: position in OUTCOMES. */
export const OUTCOMES: readonly Outcome[] = ['INCREASED', 'DECREASED', 'UNCHANGED', 'CHANGED', ...EXCLUSION_REASONS];
/** A municipality outside the comparison. */
export const NO_OUTCOME = 254;
/** Two numbers whose values decide. */
export const BY_VALUE = 255;

const INCREASED = 0;
const DECREASED = 1;
const UNCHANGED = 2;
const CHANGED = 3;
const FIRST_REASON = 4;

/** The level that stands for "no change" in the table of a reported change: 0 decreased, 1 unchanged, 2 increased. */
export const REPORTED_LEVELS = 3;
export const REPORTED_UNCHANGED = 1;

function levelOutcome(reading: Reading, from: number, to: number): number {
  if (reading === 'NUMBER') return BY_VALUE;
  if (from === to) return UNCHANGED;
  if (reading === 'NOMINAL') return CHANGED;
  return from < to ? INCREASED : DECREASED;
}

const isOutsideState = (levels: number, state: number): boolean => state >= levels && state < levels + OUTSIDE_REASONS;

function cellOutcome(reading: Reading, levels: number, from: number, to: number): number {
  if (isOutsideState(levels, from) && isOutsideState(levels, to)) return NO_OUTCOME;
  // A reported change asks nothing of the earlier round, so that whatever happened there stands for "no change".
  const row = reading === 'REPORTED' ? REPORTED_UNCHANGED : from;
  const reason = exclusionOf(reasonOf(levels, row), reasonOf(levels, to));
  return reason === null ? levelOutcome(reading, row, to) : FIRST_REASON + EXCLUSION_REASONS.indexOf(reason);
}

const outcomeTables = new Map<string, Uint8Array>();

/**
 * The outcome of every cell of a transition table, row-major: the one definition that tallies, breakdowns and lists of
 * municipalities share, so that they cannot disagree.
 * @returns positions in OUTCOMES, NO_OUTCOME or BY_VALUE
 */
export function outcomesOf(reading: Reading, levels: number): Uint8Array {
  const key = `${reading} ${levels}`;
  const known = outcomeTables.get(key);
  if (known !== undefined) return known;
  const size = tableSize(levels);
  const outcomes = new Uint8Array(size * size);
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) outcomes[from * size + to] = cellOutcome(reading, levels, from, to);
  }
  // Long scales are rare and their tables large; the usual ones are kept.
  if (levels <= 50) outcomeTables.set(key, outcomes);
  return outcomes;
}

/** Builds a tally from counts by outcome. */
export function tallyOfCounts(counts: ArrayLike<number>, ordered: boolean): Tally {
  const exclusions: Exclusion[] = [];
  let excluded = 0;
  for (let index = 0; index < EXCLUSION_REASONS.length; index += 1) {
    const count = counts[FIRST_REASON + index] ?? 0;
    if (count === 0) continue;
    exclusions.push({ reason: EXCLUSION_REASONS[index]!, count });
    excluded += count;
  }
  const increased = counts[INCREASED] ?? 0;
  const decreased = counts[DECREASED] ?? 0;
  const unchanged = counts[UNCHANGED] ?? 0;
  const changed = increased + decreased + (counts[CHANGED] ?? 0);
  return {
    increased: ordered ? increased : null,
    decreased: ordered ? decreased : null,
    unchanged,
    changed,
    comparable: changed + unchanged,
    excluded,
    exclusions,
  };
}

/** What a NUMBER's values decided for the pairs that have both. */
export interface ValueCounts {
  readonly increased: number;
  readonly decreased: number;
  readonly unchanged: number;
}

/** Counts by outcome of a table under a reading, `values` taking the place of the BY_VALUE cells. */
export function outcomeCounts(table: TransitionTable, reading: Reading, values?: ValueCounts): ArrayLike<number> {
  const outcomes = outcomesOf(reading, table.levels);
  const counts = new Array<number>(OUTCOMES.length).fill(0);
  for (let cell = 0; cell < outcomes.length; cell += 1) {
    const count = table.counts[cell]!;
    if (count === 0) continue;
    const outcome = outcomes[cell]!;
    // NO_OUTCOME and BY_VALUE are counted by nobody.
    if (outcome < counts.length) counts[outcome] = counts[outcome]! + count;
  }
  return withValues(counts, values);
}

/** Counts by outcome with those of a NUMBER's pairs of values. */
export function withValues(counts: ArrayLike<number>, values: ValueCounts | undefined): ArrayLike<number> {
  if (values === undefined) return counts;
  const filled = Array.from(counts);
  filled[INCREASED] = values.increased;
  filled[DECREASED] = values.decreased;
  filled[UNCHANGED] = values.unchanged;
  return filled;
}

/**
 * Reads the direction of change off a transition table.
 * @param table counts of municipalities, states of the earlier round as rows, of the later as columns
 * @param options.ordered false for nominal questions: `increased` and `decreased` are then null
 * @returns increased + decreased + unchanged === comparable (ordered), changed + unchanged === comparable (always), and
 *   comparable + excluded === table.total
 * Total: never throws; an empty table gives zeros. Source: docs/methodology.md#accounting-identity
 * @example tallyOf(transitionTable(from, to), { ordered: true }) // increased 8, comparable 15, excluded 0
 */
export function tallyOf(table: TransitionTable, { ordered }: { readonly ordered: boolean }): Tally {
  return tallyOfCounts(outcomeCounts(table, ordered ? 'ORDERED' : 'NOMINAL'), ordered);
}

/**
 * Share of comparable municipalities that increased less the share that decreased.
 * @returns -1 to 1, unrounded; null for nominal questions and where nothing is comparable
 */
export function netChange(tally: Tally): number | null {
  if (tally.increased === null || tally.decreased === null || tally.comparable === 0) return null;
  return (tally.increased - tally.decreased) / tally.comparable;
}
