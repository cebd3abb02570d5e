import type { ChangeCount } from './signed-rank.js';

/** Figures of the change of a NUMBER, in the question's unit. Null where they are not defined. */
export interface ChangeSummary {
  /** Municipalities with a number on both sides. */
  readonly n: number;
  readonly mean: number | null;
  /** With n − 1; null for n < 2. */
  readonly standardDeviation: number | null;
  /** Of two middle values their mean. */
  readonly median: number | null;
  /** Quartiles of type 7 (Hyndman & Fan 1996; R's default). */
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** Neumaier's compensated sum: the order of municipalities must not show in the last digits. */
function sumOf(changes: readonly ChangeCount[], term: (value: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (const { value, count } of changes) {
    const added = term(value) * count;
    const next = sum + added;
    lost += Math.abs(sum) >= Math.abs(added) ? sum - next + added : added - next + sum;
    sum = next;
  }
  return sum + lost;
}

/**
 * Summarises a histogram of changes. Histograms of disjoint groups merge by adding counts, and the summary of the merged
 * histogram is that of all its municipalities: nothing depends on their order.
 * @param changes distinct values with counts ≥ 1, in any order
 * @returns n 0 and nulls where there is none
 * Source: docs/methodology.md#numbers-beyond-the-counts
 */
export function changeSummary(changes: readonly ChangeCount[]): ChangeSummary {
  const sorted = changes.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  const mean = n === 0 ? null : sumOf(sorted, (value) => value) / n;
  return {
    n,
    mean,
    standardDeviation:
      mean === null || n < 2 ? null : Math.sqrt(sumOf(sorted, (value) => (value - mean) ** 2) / (n - 1)),
    median: quantile(sorted, n, 0.5),
    lowerQuartile: quantile(sorted, n, 0.25),
    upperQuartile: quantile(sorted, n, 0.75),
    minimum: sorted[0]?.value ?? null,
    maximum: sorted.at(-1)?.value ?? null,
  };
}

/** Type 7: linear between the order statistics around (n − 1)p + 1. */
function quantile(sorted: readonly ChangeCount[], n: number, p: number): number | null {
  if (n === 0) return null;
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = orderStatistic(sorted, below);
  const high = orderStatistic(sorted, Math.min(n - 1, below + 1));
  return low === high ? low : low + (position - below) * (high - low);
}

function orderStatistic(sorted: readonly ChangeCount[], rank: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (passed > rank) return value;
  }
  throw new RangeError(`rank ${rank} of ${passed} values`);
}
