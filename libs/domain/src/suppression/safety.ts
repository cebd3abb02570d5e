import { numberDirection } from '../comparison/number-change.js';
import type { NumberPair } from '../comparison/number-change.js';
import { stateAt } from '../comparison/state-map.js';
import type { Side } from '../comparison/state-map.js';
import { BY_VALUE, outcomesOf } from '../comparison/tally.js';
import type { Reading } from '../comparison/tally.js';
import { tableSize } from '../comparison/transition-table.js';
import type { Labels, Partition } from './partition.js';
import type { SuppressionRules } from './suppression.types.js';

/** Answers that a figure would show. `values`: a NUMBER, whose level 0 says nothing but "answered". */
export interface AnswerSide {
  readonly side: Side;
  readonly values?: Float64Array;
}

/** Directions that a figure would show. */
export interface Change {
  readonly reading: Reading;
  readonly from: Side;
  readonly to: Side;
  readonly numbers?: NumberPair;
}

/** Everything that the figures of one column on one view are counted from. */
export interface Evidence {
  /** 1 = the municipality responded in the view's rounds, so that the figures depend on its answers. */
  readonly support: Labels;
  readonly sides: readonly AnswerSide[];
  readonly change: Change | null;
}

/** Municipalities a category was seen on, atom by atom: how many, the first category, and whether there was another. */
class Seen {
  readonly count: Int32Array;
  private readonly first: Float64Array;
  private readonly mixed: Uint8Array;

  constructor(atoms: number) {
    this.count = new Int32Array(atoms);
    this.first = new Float64Array(atoms);
    this.mixed = new Uint8Array(atoms);
  }

  add(atom: number, category: number): void {
    if (this.count[atom] === 0) this.first[atom] = category;
    else if (this.first[atom] !== category) this.mixed[atom] = 1;
    this.count[atom] = this.count[atom]! + 1;
  }

  /** Whether a figure on those seen is fit to be shown. Nobody is. */
  isSafe(atom: number, { base, unanimity }: SuppressionRules, smallestBase: number): boolean {
    const count = this.count[atom]!;
    if (count === 0) return true;
    return (!base || count >= smallestBase) && (!unanimity || this.mixed[atom] === 1);
  }
}

interface SeenOfSide extends AnswerSide {
  readonly levels: Seen;
  readonly reasons: Seen;
}

/** Atoms with municipalities of a support, 1 = has some. */
interface Concerned {
  readonly atoms: Uint8Array;
  readonly count: number;
}

const concerned = new WeakMap<Partition, WeakMap<Labels, Concerned>>();

function concernedBy(support: Labels, partition: Partition): Concerned {
  const known = concerned.get(partition) ?? new WeakMap<Labels, Concerned>();
  concerned.set(partition, known);
  const before = known.get(support);
  if (before !== undefined) return before;
  const atoms = new Uint8Array(partition.sizes.length);
  for (let row = 0; row < support.length; row += 1) if (support[row] !== 0) atoms[partition.atoms[row]!] = 1;
  const result = { atoms, count: atoms.reduce((sum, byte) => sum + byte, 0) };
  known.set(support, result);
  return result;
}

const NO_CHANGE = new Uint8Array(0);

/** 0, 1, 2, … for increased, decreased, unchanged, changed; 4 and more for the rest. */
function directionAt(change: Change, outcomes: Uint8Array, from: number, to: number, row: number): number {
  const outcome = outcomes[from * tableSize(change.to.map.levels) + to] ?? 4;
  if (outcome !== BY_VALUE) return outcome;
  const { numbers } = change;
  return numbers === undefined ? 4 : 1 + numberDirection(numbers.from[row]!, numbers.to[row]!, numbers.rule);
}

const FIRST_REASON = 4;

/**
 * The atoms of a partition in which a column's figures on a view would disclose something.
 *
 * An atom is safe if its respondents are none or at least `smallestBase`, and if on each side those with a valid answer
 * are none or as many and not all of one level (where there are none: not all of one reason), and if those comparable are
 * none or as many and not all of one direction. Numbers are levels of their own: equal values are unanimous.
 * @param partition one in which no atom lies across the border of the support
 * @returns one byte an atom, 1 = unsafe; null if all are safe
 */
export function unsafeAtoms(
  { support, sides, change }: Evidence,
  partition: Partition,
  rules: SuppressionRules,
  smallestBase: number,
): Uint8Array | null {
  const { atoms, sizes } = partition;
  const count = sizes.length;
  const seen: readonly SeenOfSide[] = sides.map((side) => ({
    ...side,
    levels: new Seen(count),
    reasons: new Seen(count),
  }));
  const directions = new Seen(count);
  const { atoms: isConcerned, count: open } = concernedBy(support, partition);
  let settled = 0;
  const outcomes = change === null ? NO_CHANGE : outcomesOf(change.reading, change.to.map.levels);
  const isSettled = new Uint8Array(count);
  for (let row = 0; row < atoms.length; row += 1) {
    if (support[row] === 0) continue;
    const atom = atoms[row]!;
    if (isSettled[atom] === 1) continue;
    for (const { side, values, levels, reasons } of seen) {
      const state = stateAt(side, row);
      if (state >= side.map.levels) reasons.add(atom, state);
      else levels.add(atom, values === undefined ? state : values[row]!);
    }
    if (change !== null) {
      const direction = directionAt(change, outcomes, stateAt(change.from, row), stateAt(change.to, row), row);
      if (direction < FIRST_REASON) directions.add(atom, direction);
    }
    // More of the same cannot make it unsafe again: most atoms of a large panel are settled by their first rows.
    if ((row & 3) !== 0 || !isAtomSettled(atom)) continue;
    isSettled[atom] = 1;
    settled += 1;
    if (settled === open) break;
  }
  function isAtomSettled(atom: number): boolean {
    return (
      seen.every(({ levels }) => levels.count[atom]! > 0 && levels.isSafe(atom, rules, smallestBase)) &&
      (change === null || (directions.count[atom]! > 0 && directions.isSafe(atom, rules, smallestBase)))
    );
  }
  const unsafe = new Uint8Array(count);
  let found = false;
  for (let atom = 0; atom < count; atom += 1) {
    if (isConcerned[atom] === 0) continue;
    const isSafe =
      (!rules.base || sizes[atom]! >= smallestBase) &&
      directions.isSafe(atom, rules, smallestBase) &&
      seen.every(({ levels, reasons }) =>
        levels.count[atom]! > 0
          ? levels.isSafe(atom, rules, smallestBase)
          : reasons.isSafe(atom, { ...rules, base: false }, smallestBase),
      );
    if (isSafe) continue;
    unsafe[atom] = 1;
    found = true;
  }
  return found ? unsafe : null;
}
