import { normalTwoSided } from './special-functions.js';

/** A change and how many municipalities had it. */
export interface ChangeCount {
  readonly value: number;
  readonly count: number;
}

/** What becomes of those who did not change. */
export type ZeroHandling = 'PRATT' | 'WILCOXON';

export interface SignedRankTest {
  readonly zeros: ZeroHandling;
  /** Municipalities that changed. */
  readonly changed: number;
  /** Standardised sum of the ranks of increases; null where nobody changed. */
  readonly z: number | null;
  /** Asymptotic, without continuity correction; 1 where nobody changed. */
  readonly pValue: number;
  /** Exact over all sign patterns of the observed midranks; null beyond 700 changes or where that takes too long. */
  readonly pValueExact: number | null;
}

/** Changes up to which the exact distribution is worked out. */
const MAX_EXACT = 700;
/** Additions that the exact distribution may take: about a second. */
const MAX_STEPS = 400_000_000;

interface RankGroup {
  readonly rank: number;
  readonly positive: number;
  readonly negative: number;
}

/** Midranks of |change|: groups of equal size share the mean of their ranks. */
function rankGroups(changes: readonly ChangeCount[], zeros: ZeroHandling): readonly RankGroup[] {
  const bySize = new Map<number, { positive: number; negative: number }>();
  let unchanged = 0;
  for (const { value, count } of changes) {
    if (value === 0) {
      unchanged += count;
      continue;
    }
    const group = bySize.get(Math.abs(value)) ?? { positive: 0, negative: 0 };
    if (value > 0) group.positive += count;
    else group.negative += count;
    bySize.set(Math.abs(value), group);
  }
  let below = zeros === 'PRATT' ? unchanged : 0;
  return [...bySize]
    .sort(([a], [b]) => a - b)
    .flatMap(([, { positive, negative }]) => {
      const size = positive + negative;
      if (size === 0) return [];
      const rank = below + (size + 1) / 2;
      below += size;
      return [{ rank, positive, negative }];
    });
}

/**
 * Wilcoxon signed rank test on midranks of |change|. `WILCOXON`: zeros are dropped before ranking; `PRATT`: they are
 * ranked, and their ranks then dropped. z = (W₊ − Σr/2)/√(Σr²/4).
 * @param changes histogram of changes; values are finite, counts ≥ 0
 * Source: Wilcoxon 1945, Pratt 1959; = R `coin::wilcoxsign_test(…, zero.method = "Pratt" | "Wilcoxon")`
 */
export function signedRankTest(changes: readonly ChangeCount[], zeros: ZeroHandling): SignedRankTest {
  const groups = rankGroups(changes, zeros);
  let changed = 0;
  let ranks = 0;
  let squares = 0;
  let positive = 0;
  for (const group of groups) {
    const size = group.positive + group.negative;
    changed += size;
    ranks += size * group.rank;
    squares += size * group.rank * group.rank;
    positive += group.positive * group.rank;
  }
  if (changed === 0) return { zeros, changed, z: null, pValue: 1, pValueExact: 1 };
  const z = (positive - ranks / 2) / Math.sqrt(squares / 4);
  return { zeros, changed, z, pValue: normalTwoSided(z), pValueExact: exactPValue(groups, changed, positive, ranks) };
}

/** P(|W₊ − E| ≥ observed) over the 2^m equally likely sign patterns; doubled midranks are whole numbers. */
function exactPValue(groups: readonly RankGroup[], changed: number, positive: number, ranks: number): number | null {
  const total = Math.round(2 * ranks);
  if (changed > MAX_EXACT || changed * total > MAX_STEPS) return null;
  const probability = new Float64Array(total + 1);
  probability[0] = 1;
  let reached = 0;
  for (const group of groups) {
    const step = Math.round(2 * group.rank);
    for (let member = 0; member < group.positive + group.negative; member += 1) {
      reached += step;
      for (let sum = reached; sum >= step; sum -= 1)
        probability[sum] = (probability[sum]! + probability[sum - step]!) / 2;
      for (let sum = Math.min(step, reached) - 1; sum >= 0; sum -= 1) probability[sum] = probability[sum]! / 2;
    }
  }
  const observed = Math.round(2 * positive);
  const far = Math.max(observed, total - observed);
  let tail = 0;
  for (let sum = total; sum >= far; sum -= 1) tail += probability[sum]!;
  return Math.min(1, 2 * tail);
}
