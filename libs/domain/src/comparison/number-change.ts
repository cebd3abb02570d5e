import type { Tolerance } from '../question-set/question-set.js';
import type { ChangeCount } from '../statistics/signed-rank.js';
import type { ValueCounts } from './tally.js';

/** How the change of a NUMBER is judged: the later question's decimals and tolerance. */
export interface ChangeRule {
  /** 0 to 9; default 9. Differences are rounded to it before any comparison. */
  readonly decimals?: number;
  readonly tolerance?: Tolerance;
}

/** Most decimals an answer can have; the unit of exact arithmetic below. */
const DECIMALS = 9;
const UNIT = 10n ** BigInt(DECIMALS);

/** The decimal that a double stands for, in units of 1e-9: answers have at most 15 digits, which a double keeps apart. */
function decimalUnits(value: number): bigint {
  const size = Math.abs(value);
  if (size >= 1e15) return BigInt(value);
  const [whole = '0', fraction = ''] = (size < 1e-6 ? size.toFixed(DECIMALS) : String(size)).split('.');
  const units = BigInt(whole) * UNIT + BigInt(fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
  return value < 0 ? -units : units;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Units of a value of any size: `decimalUnits` leaves integers of 1e15 and more unscaled. */
const unitsOf = (value: number): bigint => (Math.abs(value) >= 1e15 ? decimalUnits(value) * UNIT : decimalUnits(value));

function exactDirection(from: number, to: number, decimals: number, tolerance: Tolerance | undefined): number {
  const step = 10n ** BigInt(DECIMALS - decimals);
  const difference = unitsOf(to) - unitsOf(from);
  const rounded = ((magnitude(difference) + step / 2n) / step) * step;
  const within =
    tolerance === undefined
      ? rounded === 0n
      : 'absolute' in tolerance
        ? rounded <= unitsOf(tolerance.absolute)
        : rounded * 100n * UNIT <= unitsOf(tolerance.percent) * magnitude(unitsOf(from));
  return within ? 0 : difference > 0n ? 1 : -1;
}

/**
 * Direction of the change of a number.
 * The difference is rounded to the question's decimals first (half away from zero), so that 1.666667 − 1.333333 ties with
 * 0.333333, and counts as unchanged when it is 0 or within the tolerance: `absolute` units, or `percent` of |from|, the
 * bound included. Doubles decide the clear cases; where rounding could, exact decimals do.
 * @param from, to answers of at most 15 significant digits and 9 decimals, never NaN
 * @returns 1 increased, 0 unchanged, -1 decreased
 * @throws RangeError for NaN or infinity: a missing answer must not reach a subtraction
 * Source: docs/methodology.md#direction
 */
export function numberDirection(from: number, to: number, { decimals = DECIMALS, tolerance }: ChangeRule): -1 | 0 | 1 {
  const difference = to - from;
  const power = 10 ** decimals;
  const scaled = Math.abs(difference) * power;
  const steps = Math.round(scaled);
  if (!Number.isFinite(difference)) throw new RangeError(`cannot compare ${from} with ${to}`);
  const isClear = Math.max(Math.abs(from), Math.abs(to)) * power < 1e15 && Math.abs(scaled - steps) <= 0.25;
  if (!isClear) return exactDirection(from, to, decimals, tolerance) as -1 | 0 | 1;
  const sign = difference > 0 ? 1 : -1;
  if (steps === 0) return 0;
  if (tolerance === undefined) return sign;
  // steps / power is the double nearest to the rounded decimal, hence equal to the tolerance's double when they tie.
  if ('absolute' in tolerance) return steps / power <= tolerance.absolute ? 0 : sign;
  const change = (steps / power) * 100;
  const bound = tolerance.percent * Math.abs(from);
  if (Math.abs(change - bound) <= 1e-9 * bound) return exactDirection(from, to, decimals, tolerance) as -1 | 0 | 1;
  return change <= bound ? 0 : sign;
}

/** Two columns of a NUMBER in panel order; only pairs with both states 0 are read. */
export interface NumberPair {
  readonly fromStates: Uint8Array | Uint16Array;
  readonly toStates: Uint8Array | Uint16Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly rule: ChangeRule;
}

/**
 * Counts directions of all pairs that have a number on both sides.
 * @param groups group number of each municipality; without it all form group 0
 * @param selection 1 = counted
 * @returns one mergeable summary per group; groups of disjoint municipalities add up
 */
export function numberChanges(
  pair: NumberPair,
  groupCount = 1,
  groups?: Uint8Array | Uint16Array,
  selection?: Uint8Array,
): readonly ValueCounts[] {
  const { fromStates, toStates, from, to, rule } = pair;
  const counts = new Uint32Array(groupCount * 3);
  for (let row = 0; row < from.length; row += 1) {
    if (fromStates[row] !== 0 || toStates[row] !== 0) continue;
    if (selection !== undefined && (selection[row]! & 1) === 0) continue;
    const cell = (groups === undefined ? 0 : groups[row]!) * 3 + 1 + numberDirection(from[row]!, to[row]!, rule);
    counts[cell] = counts[cell]! + 1;
  }
  return Array.from({ length: groupCount }, (_, group) => ({
    decreased: counts[group * 3]!,
    unchanged: counts[group * 3 + 1]!,
    increased: counts[group * 3 + 2]!,
  }));
}

/**
 * The change of a number, rounded to the question's decimals (half away from zero) in exact decimals, so that
 * 1.666667 − 1.333333 is 0.333334 and nothing else.
 * @throws RangeError for NaN or infinity
 */
export function numberChange(from: number, to: number, decimals = DECIMALS): number {
  if (!Number.isFinite(to - from)) throw new RangeError(`cannot compare ${from} with ${to}`);
  const step = 10n ** BigInt(DECIMALS - decimals);
  const difference = unitsOf(to) - unitsOf(from);
  const rounded = ((magnitude(difference) + step / 2n) / step) * step;
  return Number(difference < 0n ? -rounded : rounded) / Number(UNIT) || 0;
}

/**
 * Histogram of the changes of all pairs that have a number on both sides, by value: the mergeable summary that the
 * figures of a NUMBER rest on.
 * @param settled changes within the tolerance count as 0, as the direction does; without it they keep their size
 */
export function changeCounts(
  pair: NumberPair,
  { selection, settled = false }: { readonly selection?: Uint8Array; readonly settled?: boolean } = {},
): readonly ChangeCount[] {
  const { fromStates, toStates, from, to, rule } = pair;
  const counts = new Map<number, number>();
  for (let row = 0; row < from.length; row += 1) {
    if (fromStates[row] !== 0 || toStates[row] !== 0) continue;
    if (selection !== undefined && (selection[row]! & 1) === 0) continue;
    const isSettled = settled && numberDirection(from[row]!, to[row]!, rule) === 0;
    const value = isSettled ? 0 : numberChange(from[row]!, to[row]!, rule.decimals);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** Adds the summaries of disjoint groups. */
export const addValueCounts = (a: ValueCounts, b: ValueCounts): ValueCounts => ({
  increased: a.increased + b.increased,
  decreased: a.decreased + b.decreased,
  unchanged: a.unchanged + b.unchanged,
});
