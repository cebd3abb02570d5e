import type { Side } from './state-map.js';
import { BY_VALUE, NO_OUTCOME, outcomesOf, type Reading } from './tally.js';
import { tableSize } from './transition-table.js';

/** Slots per group: a power of two above the outcomes and the three below. */
const STRIDE = 32;
const NO_OUTCOME_SLOT = 29;
const BY_VALUE_SLOT = 30;
const IMPOSSIBLE_SLOT = 31;

/** Slot of every pair of one-byte states; IMPOSSIBLE_SLOT between calls. */
const slotOfPair = new Uint8Array(0x10000).fill(IMPOSSIBLE_SLOT);

const slotOf = (outcome: number): number =>
  outcome === NO_OUTCOME ? NO_OUTCOME_SLOT : outcome === BY_VALUE ? BY_VALUE_SLOT : outcome;

/** Writes, or with `reading` null takes back, the slots of the pairs that these two sides can have. */
function fillPairs({ map: from }: Side, { map: to }: Side, reading: Reading | null): void {
  const outcomes = reading === null ? null : outcomesOf(reading, from.levels);
  const size = tableSize(from.levels);
  for (const a of from.possible) {
    const row = from.narrow[a]! * size;
    for (const b of to.possible)
      slotOfPair[(a << 8) | b] = outcomes === null ? IMPOSSIBLE_SLOT : slotOf(outcomes[row + to.narrow[b]!]!);
  }
}

/** Four at a time: all slots are known before the first is written, so that no read waits for a write. */
function countAll(a: Uint8Array, b: Uint8Array, groups: Uint8Array | Uint16Array, counts: Uint32Array): void {
  let row = 0;
  for (; row + 3 < a.length; row += 4) {
    const first = (groups[row]! << 5) | slotOfPair[(a[row]! << 8) | b[row]!]!;
    const second = (groups[row + 1]! << 5) | slotOfPair[(a[row + 1]! << 8) | b[row + 1]!]!;
    const third = (groups[row + 2]! << 5) | slotOfPair[(a[row + 2]! << 8) | b[row + 2]!]!;
    const fourth = (groups[row + 3]! << 5) | slotOfPair[(a[row + 3]! << 8) | b[row + 3]!]!;
    counts[first] = counts[first]! + 1;
    counts[second] = counts[second]! + 1;
    counts[third] = counts[third]! + 1;
    counts[fourth] = counts[fourth]! + 1;
  }
  for (; row < a.length; row += 1) {
    const slot = (groups[row]! << 5) | slotOfPair[(a[row]! << 8) | b[row]!]!;
    counts[slot] = counts[slot]! + 1;
  }
}

/** Counts by outcome of one group. */
export interface GroupOutcomes {
  /** Municipalities that are members in at least one of the rounds. */
  readonly panelSize: number;
  /** Counts by position in OUTCOMES, pairs of numbers among none of them. */
  readonly counts: Uint32Array;
}

/**
 * Counts what became of the municipalities of each group, without the transitions in between: a breakdown is mostly asked
 * for its tallies, and counting those alone takes a third of the time of counting tables.
 * @param groups group number of each municipality, from 0, below `groupCount`
 * @param selection one byte a municipality, 1 = counted; all are counted without it
 * @returns one entry a group; null for columns of two bytes and for states that the questions cannot have: counting the
 *   tables then does what is to be done
 */
export function outcomesByGroup(
  from: Side,
  to: Side,
  reading: Reading,
  groups: Uint8Array | Uint16Array,
  groupCount: number,
  selection?: Uint8Array,
): readonly GroupOutcomes[] | null {
  const [a, b] = [from.states, to.states];
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return null;
  if (a.length !== b.length || a.length !== groups.length || from.map.levels !== to.map.levels) return null;
  const counts = new Uint32Array(groupCount * STRIDE);
  fillPairs(from, to, reading);
  if (selection === undefined) countAll(a, b, groups, counts);
  else
    for (let row = 0; row < a.length; row += 1) {
      const slot = (groups[row]! << 5) | slotOfPair[(a[row]! << 8) | b[row]!]!;
      counts[slot] = counts[slot]! + (selection[row]! & 1);
    }
  fillPairs(from, to, null);
  const byGroup: GroupOutcomes[] = [];
  for (let start = 0; start < counts.length; start += STRIDE) {
    if (counts[start + IMPOSSIBLE_SLOT] !== 0) return null;
    let panelSize = 0;
    for (let slot = start; slot < start + STRIDE; slot += 1) panelSize += counts[slot]!;
    byGroup.push({
      panelSize: panelSize - counts[start + NO_OUTCOME_SLOT]!,
      counts: counts.subarray(start, start + NO_OUTCOME_SLOT),
    });
  }
  return byGroup;
}
