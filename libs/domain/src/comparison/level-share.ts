import { NOT_IN_PANEL, UNIT_CHANGED, WIDE_REASONS } from '../response/answer-state.js';
import type { Exclusion, ExclusionReason, Column } from './comparison.types.js';
import { EXCLUSION_REASONS } from './exclusion.js';
import { isOutside, stateAt, stateMapOf, STATE_REASONS } from './state-map.js';
import type { Side, StateReason } from './state-map.js';

/** How a question was answered in one round. */
export interface Distribution {
  /** Level codes in scale order with their municipalities, 0 included. BOOLEAN and options: `false`, `true`; NUMBER: none. */
  readonly levels: readonly { readonly code: string; readonly count: number }[];
  /** Valid answers. */
  readonly answered: number;
  /** Municipalities without a valid answer, by reason; answered + exclusions = panelSize. */
  readonly exclusions: readonly Exclusion[];
  readonly panelSize: number;
  readonly ordered: boolean;
}

export interface DistributionOptions {
  /** Which round of a comparison this is: names NO_RESPONSE accordingly. A single round is a TO. */
  readonly side?: 'FROM' | 'TO';
  /** 1 = counted. */
  readonly selection?: Uint8Array;
  /**
   * Unit states of the other round of a comparison (`unitsOf`): municipalities that are members only there are then listed
   * as NOT_IN_PANEL or UNIT_CHANGED, as in the delta. Without it the panel is this round's members.
   */
  readonly otherUnits?: Uint8Array | Uint16Array;
}

const exclusionReason = (reason: StateReason, side: 'FROM' | 'TO'): ExclusionReason =>
  reason === 'NO_RESPONSE' ? `NO_RESPONSE_${side}` : reason;

function levelsOf({ question, option }: Column): readonly string[] {
  if (option !== undefined) return ['false', 'true'];
  return question.type === 'NUMBER' || question.type === 'TEXT' ? [''] : question.scale.levels.map(({ code }) => code);
}

/**
 * Counts one column on its own scale, without regard to any other revision of the question.
 * @throws RangeError for a state that the question cannot have
 * Source: docs/methodology.md#level-shares
 */
export function distributionOf(column: Column, options: DistributionOptions = {}): Distribution {
  const { side = 'TO', selection, otherUnits } = options;
  const codes = levelsOf(column);
  const ranks = codes.map((_, rank) => rank);
  const own: Side = { states: column.states, map: stateMapOf(codes.length, ranks, column.question.scale.missing) };
  const counts = new Uint32Array(codes.length + STATE_REASONS.length);
  const { rows, sample } = rowsByState(column.states, selection, otherUnits);
  let panelSize = 0;
  rows.forEach((count, stored) => {
    if (count === 0) return;
    const row = sample[stored]!;
    const state = stateAt(own, row);
    if (state < 0)
      throw new RangeError(
        `municipality ${row} has an answer state that question ${column.question.code} does not have`,
      );
    counts[state] = counts[state]! + count;
    panelSize += count;
  });
  const answered = counts.subarray(0, codes.length).reduce((sum, count) => sum + count, 0);
  const hasLevels = codes[0] !== '' || codes.length > 1;
  const { type, scale } = column.question;
  return {
    levels: hasLevels ? codes.map((code, rank) => ({ code, count: counts[rank]! })) : [],
    answered,
    exclusions: exclusionsOf(counts.subarray(codes.length), side),
    panelSize,
    ordered: hasLevels && (column.option !== undefined || (type !== 'CHOICE' && scale.ordered)),
  };
}

/**
 * How many municipalities of the panel have each stored state, and one of them: what a state means is looked up once, not a
 * municipality, and the loop stays as short as reading bytes.
 */
function rowsByState(
  states: Uint8Array | Uint16Array,
  selection: Uint8Array | undefined,
  otherUnits: Uint8Array | Uint16Array | undefined,
): { readonly rows: Uint32Array; readonly sample: Uint32Array } {
  const isWide = states.BYTES_PER_ELEMENT === 2;
  const reasons = isWide ? WIDE_REASONS : 0;
  const rows = new Uint32Array(isWide ? 0x1_0000 : 0x100);
  const sample = new Uint32Array(rows.length);
  for (let row = 0; row < states.length; row += 1) {
    if (selection !== undefined && (selection[row]! & 1) === 0) continue;
    const state = states[row]!;
    const isMissing = state === reasons + NOT_IN_PANEL || state === reasons + UNIT_CHANGED;
    if (isMissing && (otherUnits === undefined || isOutside(otherUnits, row))) continue;
    rows[state] = rows[state]! + 1;
    sample[state] = row;
  }
  return { rows, sample };
}

function exclusionsOf(counts: Uint32Array, side: 'FROM' | 'TO'): readonly Exclusion[] {
  const byReason = new Map(STATE_REASONS.map((reason, index) => [exclusionReason(reason, side), counts[index] ?? 0]));
  return EXCLUSION_REASONS.flatMap((reason) => {
    const count = byReason.get(reason) ?? 0;
    return count === 0 ? [] : [{ reason, count }];
  });
}

/** "15 of 15 rate it (very) big". */
export interface LevelShare {
  /** Valid answers in the box's levels. */
  readonly count: number;
  /** Valid answers of the round. */
  readonly of: number;
  readonly exclusions: readonly Exclusion[];
}

/**
 * Share of a box of levels.
 * @param levels level codes of the box; codes that the scale lacks count nobody
 * Total: never throws; nobody answered gives 0 of 0.
 */
export function levelShare(distribution: Distribution, levels: readonly string[]): LevelShare {
  const box = new Set(levels);
  const count = distribution.levels.reduce((sum, level) => (box.has(level.code) ? sum + level.count : sum), 0);
  return { count, of: distribution.answered, exclusions: distribution.exclusions };
}

/**
 * Median level: inverse of the empirical distribution (type 1 of Hyndman & Fan 1996), a level, never between two.
 * @returns the level's code; null for nominal scales, numbers, and where nobody answered
 */
export function medianLevel(distribution: Distribution): string | null {
  if (!distribution.ordered) return null;
  let below = 0;
  for (const { code, count } of distribution.levels) {
    below += count;
    if (count > 0 && below * 2 >= distribution.answered) return code;
  }
  return null;
}
