import { WIDE_REASONS } from '../response/answer-state.js';
import { OUTSIDE_REASONS, STATE_REASONS } from './state-map.js';
import type { Side, StateMap } from './state-map.js';

/**
 * How many municipalities went from state a (row, earlier round) to state b (column, later round).
 * A state is a rank of the later question's scale, from 0, or `levels + i` for STATE_REASONS[i].
 * Municipalities that are members in neither round are not in it. Tables of disjoint groups add up.
 */
export interface TransitionTable {
  readonly levels: number;
  /** size × size counts, row-major; size = levels + STATE_REASONS.length. */
  readonly counts: Uint32Array;
  /** Municipalities counted: the panel (or group) size. */
  readonly total: number;
}

/** Rows (and columns) of a table with this many levels. */
export const tableSize = (levels: number): number => levels + STATE_REASONS.length;

/** A table of nobody. */
export const emptyTable = (levels: number): TransitionTable => ({
  levels,
  counts: new Uint32Array(tableSize(levels) ** 2),
  total: 0,
});

/**
 * Adds tables of disjoint groups of municipalities.
 * @throws RangeError if the tables differ in their levels (a bug of the caller)
 */
export function addTables(a: TransitionTable, b: TransitionTable): TransitionTable {
  if (a.levels !== b.levels) throw new RangeError(`cannot add tables of ${a.levels} and ${b.levels} levels`);
  const counts = a.counts.slice();
  for (let cell = 0; cell < counts.length; cell += 1) counts[cell] = counts[cell]! + b.counts[cell]!;
  return { levels: a.levels, counts, total: a.total + b.total };
}

/** Four counters in turn: equal neighbours then do not wait for each other's increment. Zero between calls. */
const SECOND = 0x10000;
const THIRD = 0x20000;
const FOURTH = 0x30000;
const joint = new Uint32Array(0x40000);

function countBytes(a: Uint8Array, b: Uint8Array): void {
  const size = a.length;
  let row = 0;
  for (; row + 3 < size; row += 4) {
    const first = (a[row]! << 8) | b[row]!;
    const second = SECOND | (a[row + 1]! << 8) | b[row + 1]!;
    const third = THIRD | (a[row + 2]! << 8) | b[row + 2]!;
    const fourth = FOURTH | (a[row + 3]! << 8) | b[row + 3]!;
    joint[first] = joint[first]! + 1;
    joint[second] = joint[second]! + 1;
    joint[third] = joint[third]! + 1;
    joint[fourth] = joint[fourth]! + 1;
  }
  for (; row < size; row += 1) {
    const cell = (a[row]! << 8) | b[row]!;
    joint[cell] = joint[cell]! + 1;
  }
}

function countSelectedBytes(a: Uint8Array, b: Uint8Array, selection: Uint8Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const cell = ((row & 3) << 16) | (a[row]! << 8) | b[row]!;
    joint[cell] = joint[cell]! + (selection[row]! & 1);
  }
}

/** Moves the joint histogram into a table's cells and leaves zeros; only cells both sides can have are looked at. */
function compact(from: StateMap, to: StateMap, size: number, counts: Uint32Array): number {
  const { narrow: rows, possible: as } = from;
  const { narrow: columns, possible: bs } = to;
  let sum = 0;
  for (let i = 0; i < as.length; i += 1) {
    const a = as[i]!;
    const row = rows[a]! * size;
    for (let j = 0; j < bs.length; j += 1) {
      const b = bs[j]!;
      const cell = (a << 8) | b;
      const count = joint[cell]! + joint[cell | SECOND]! + joint[cell | THIRD]! + joint[cell | FOURTH]!;
      if (count === 0) continue;
      joint[cell] = joint[cell | SECOND] = joint[cell | THIRD] = joint[cell | FOURTH] = 0;
      const target = row + columns[b]!;
      counts[target] = counts[target]! + count;
      sum += count;
    }
  }
  return sum;
}

const selectedRows = (size: number, selection: Uint8Array | undefined): number => {
  if (selection === undefined) return size;
  let rows = 0;
  for (let row = 0; row < size; row += 1) rows += selection[row]! & 1;
  return rows;
};

/** Any width, any grouping: one lookup a side. Counts of group g start at g × size². */
function countMapped(
  from: Side,
  to: Side,
  size: number,
  counts: Uint32Array,
  groups: Uint8Array | Uint16Array | undefined,
  selection: Uint8Array | undefined,
): void {
  const a = from.states;
  const b = to.states;
  const aWide = a.BYTES_PER_ELEMENT === 2;
  const bWide = b.BYTES_PER_ELEMENT === 2;
  const { narrow: aNarrow, ranks: aRanks } = from.map;
  const { narrow: bNarrow, ranks: bRanks } = to.map;
  const cells = size * size;
  for (let row = 0; row < a.length; row += 1) {
    if (selection !== undefined && (selection[row]! & 1) === 0) continue;
    const aState = a[row]!;
    const bState = b[row]!;
    const r = !aWide
      ? aNarrow[aState]!
      : aState >= WIDE_REASONS
        ? aNarrow[aState - WIDE_REASONS]!
        : (aRanks[aState] ?? -1);
    const c = !bWide
      ? bNarrow[bState]!
      : bState >= WIDE_REASONS
        ? bNarrow[bState - WIDE_REASONS]!
        : (bRanks[bState] ?? -1);
    const group = groups === undefined ? 0 : groups[row]!;
    const cell = group * cells + r * size + c;
    // The only check in the loop: a negative state must not land in a neighbouring row.
    if (r < 0 || c < 0 || cell >= counts.length) throw impossible(aState, bState, row, group);
    counts[cell] = counts[cell]! + 1;
  }
}

/** Table states × step of each byte; bytes that a column cannot hold point behind `end`, where typed arrays drop writes. */
function offsetsOf({ narrow }: StateMap, step: number, end: number): Int32Array {
  const offsets = new Int32Array(256);
  for (let state = 0; state < 256; state += 1) offsets[state] = narrow[state]! < 0 ? end : narrow[state]! * step;
  return offsets;
}

/** The usual case of a breakdown, without a check in the loop: whoever falls outside the tables is missing from their sum. */
function countGroupedBytes(
  [a, aMap]: readonly [Uint8Array, StateMap],
  [b, bMap]: readonly [Uint8Array, StateMap],
  size: number,
  counts: Uint32Array,
  groups: Uint8Array | Uint16Array,
  selection: Uint8Array | undefined,
): void {
  const rows = offsetsOf(aMap, size, counts.length);
  const columns = offsetsOf(bMap, 1, counts.length);
  const cells = size * size;
  if (selection === undefined) {
    let row = 0;
    // Four at a time: all cells are known before the first is written, so that no read waits for a write.
    for (; row + 3 < a.length; row += 4) {
      const first = groups[row]! * cells + rows[a[row]!]! + columns[b[row]!]!;
      const second = groups[row + 1]! * cells + rows[a[row + 1]!]! + columns[b[row + 1]!]!;
      const third = groups[row + 2]! * cells + rows[a[row + 2]!]! + columns[b[row + 2]!]!;
      const fourth = groups[row + 3]! * cells + rows[a[row + 3]!]! + columns[b[row + 3]!]!;
      counts[first] = counts[first]! + 1;
      counts[second] = counts[second]! + 1;
      counts[third] = counts[third]! + 1;
      counts[fourth] = counts[fourth]! + 1;
    }
    for (; row < a.length; row += 1) {
      const cell = groups[row]! * cells + rows[a[row]!]! + columns[b[row]!]!;
      counts[cell] = counts[cell]! + 1;
    }
    return;
  }
  for (let row = 0; row < a.length; row += 1) {
    const cell = groups[row]! * cells + rows[a[row]!]! + columns[b[row]!]!;
    counts[cell] = counts[cell]! + (selection[row]! & 1);
  }
}

const sumOf = (counts: Uint32Array): number => {
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell += 1) sum += counts[cell]!;
  return sum;
};

const impossible = (a: number, b: number, row: number, group: number): RangeError =>
  new RangeError(
    `municipality ${row} of group ${group} has the answer states ${a} and ${b}, which its question does not have`,
  );

/** Where the unchecked count of bytes missed somebody and the checked one finds nothing wrong, the fault is ours. */
const miscounted = (rows: number): Error => new Error(`the transitions of ${rows} municipalities were miscounted`);

/** Municipalities that are members in neither round are not part of the comparison, for whatever cause they are none. */
function withoutOutsiders(levels: number, counts: Uint32Array, sum: number): TransitionTable {
  const size = tableSize(levels);
  let total = sum;
  for (let from = levels; from < levels + OUTSIDE_REASONS; from += 1) {
    for (let to = levels; to < levels + OUTSIDE_REASONS; to += 1) {
      total -= counts[from * size + to]!;
      counts[from * size + to] = 0;
    }
  }
  return { levels, counts, total };
}

function checkLengths(from: Side, to: Side, selection: Uint8Array | undefined): void {
  if (from.map.levels !== to.map.levels) throw new RangeError('both sides must be read onto the same levels');
  const size = from.states.length;
  if (to.states.length !== size || (selection !== undefined && selection.length !== size)) {
    throw new RangeError(`columns of ${size} and ${to.states.length} municipalities cannot be compared`);
  }
}

/**
 * Counts the transitions of one question: a joint histogram of two columns.
 * @param from the earlier column, read onto the later question's levels
 * @param to the later column
 * @param selection one byte a municipality, 1 = counted, 0 = filtered out; all are counted without it
 * @returns counts of municipalities; `total` = those selected that are members in at least one of the rounds
 * @throws RangeError for columns of different length or a state its question cannot have (corrupt data, never a figure); Error where we
 * have miscounted (a bug of ours, never a figure)
 */
export function transitionTable(from: Side, to: Side, selection?: Uint8Array): TransitionTable {
  checkLengths(from, to, selection);
  const { levels } = from.map;
  const size = tableSize(levels);
  const counts = new Uint32Array(size * size);
  const rows = selectedRows(from.states.length, selection);
  if (from.states instanceof Uint8Array && to.states instanceof Uint8Array) {
    if (selection === undefined) countBytes(from.states, to.states);
    else countSelectedBytes(from.states, to.states, selection);
    if (compact(from.map, to.map, size, counts) === rows) return withoutOutsiders(levels, counts, rows);
    // An impossible state: clean up for the next call, then name it through the checking path.
    joint.fill(0);
    counts.fill(0);
    countMapped(from, to, size, counts, undefined, selection);
    throw miscounted(rows);
  }
  countMapped(from, to, size, counts, undefined, selection);
  return withoutOutsiders(levels, counts, rows);
}

/**
 * The same, one table per group, in one pass.
 * @param groups group number of each municipality, from 0
 * @param groupCount number of groups; every entry of `groups` is below it
 * @returns groupCount tables that sum to the table of the whole selection
 * @throws RangeError as transitionTable, and for a group number out of range
 */
export function transitionTablesByGroup(
  from: Side,
  to: Side,
  groups: Uint8Array | Uint16Array,
  groupCount: number,
  selection?: Uint8Array,
): readonly TransitionTable[] {
  checkLengths(from, to, selection);
  if (groups.length !== from.states.length) throw new RangeError('every municipality needs a group');
  const { levels } = from.map;
  const size = tableSize(levels);
  const cells = size * size;
  const counts = new Uint32Array(cells * groupCount);
  const [a, b] = [from.states, to.states];
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    countGroupedBytes([a, from.map], [b, to.map], size, counts, groups, selection);
    const rows = selectedRows(a.length, selection);
    if (sumOf(counts) !== rows) {
      counts.fill(0);
      countMapped(from, to, size, counts, groups, selection);
      throw miscounted(rows);
    }
  } else countMapped(from, to, size, counts, groups, selection);
  return Array.from({ length: groupCount }, (_, group) => {
    const own = counts.subarray(group * cells, (group + 1) * cells);
    return withoutOutsiders(levels, own, sumOf(own));
  });
}
