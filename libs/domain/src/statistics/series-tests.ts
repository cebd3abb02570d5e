import { chiSquareTail } from './special-functions.js';

/** Values of one municipality over three or more rounds, and how many have exactly these. Complete cases only. */
export interface SeriesPattern {
  readonly values: readonly number[];
  readonly count: number;
}

export interface SeriesTest {
  /** Municipalities with a value in every round. */
  readonly n: number;
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

const caseCount = (patterns: readonly SeriesPattern[]): number => patterns.reduce((sum, { count }) => sum + count, 0);

/**
 * Cochran's Q: whether the share of 1 is the same in k rounds. Q = (k−1)(k ΣC² − N²)/(kN − ΣR²), C column and R row sums,
 * N all ones; df = k − 1.
 * @param patterns values 0 or 1
 * @param rounds k ≥ 3
 * @returns Q 0 and p 1 where no municipality varies
 * Source: Cochran 1950; = R `DescTools::CochranQTest`
 */
export function cochranQ(patterns: readonly SeriesPattern[], rounds: number): SeriesTest {
  const n = caseCount(patterns);
  const columns = new Array<number>(rounds).fill(0);
  let ones = 0;
  let rowSquares = 0;
  for (const { values, count } of patterns) {
    const row = values.reduce((sum, value) => sum + value, 0);
    ones += row * count;
    rowSquares += row * row * count;
    values.forEach((value, round) => (columns[round] = columns[round]! + value * count));
  }
  const squares = columns.reduce((sum, column) => sum + column * column, 0);
  const denominator = rounds * ones - rowSquares;
  const chiSquared = denominator === 0 ? 0 : ((rounds - 1) * (rounds * squares - ones * ones)) / denominator;
  return {
    n,
    chiSquared,
    degreesOfFreedom: rounds - 1,
    pValue: denominator === 0 ? 1 : chiSquareTail(chiSquared, rounds - 1),
  };
}

/**
 * Friedman's rank test with tie correction: whether values lie equally high in k rounds.
 * @param patterns values of any unit; only their order within a municipality counts
 * @param rounds k ≥ 3
 * @returns χ² 0 and p 1 where no municipality varies
 * Source: Friedman 1937; = R `friedman.test`
 */
export function friedman(patterns: readonly SeriesPattern[], rounds: number): SeriesTest {
  const n = caseCount(patterns);
  const sums = new Array<number>(rounds).fill(0);
  let ties = 0;
  for (const { values, count } of patterns) {
    midranks(values).forEach((rank, round) => (sums[round] = sums[round]! + rank * count));
    const sizes = new Map<number, number>();
    for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
    for (const size of sizes.values()) ties += (size ** 3 - size) * count;
  }
  const mean = (n * (rounds + 1)) / 2;
  const squares = sums.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const denominator = n * rounds * (rounds + 1) - ties / (rounds - 1);
  const isConstant = n === 0 || denominator < 1e-9;
  const chiSquared = isConstant ? 0 : (12 * squares) / denominator;
  return {
    n,
    chiSquared,
    degreesOfFreedom: rounds - 1,
    pValue: isConstant ? 1 : chiSquareTail(chiSquared, rounds - 1),
  };
}

function midranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    let below = 0;
    let equal = 0;
    for (const other of values) {
      if (other < value) below += 1;
      else if (other === value) equal += 1;
    }
    return below + (equal + 1) / 2;
  });
}
