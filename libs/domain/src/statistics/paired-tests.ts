import { chiSquareTail, logGamma } from './special-functions.js';

export interface SignTest {
  readonly increased: number;
  readonly decreased: number;
  /** 0 to 1; may underflow to 0 where log10PValue does not. */
  readonly pValue: number;
  readonly log10PValue: number;
}

/**
 * Exact two-sided sign test. Ties are dropped; X ~ Bin(increased + decreased, ½), p = min(1, 2·P(X ≤ min)).
 * @returns p = 1 where nobody changed
 * Source: Dixon & Mood 1946; = R `binom.test(increased, increased + decreased)`
 */
export function signTest(increased: number, decreased: number): SignTest {
  const n = increased + decreased;
  const k = Math.min(increased, decreased);
  if (2 * k >= n) return { increased, decreased, pValue: 1, log10PValue: 0 };
  // P(X ≤ k) = C(n, k)·2^−n · Σ C(n, j)/C(n, k), the sum's terms falling from 1.
  let sum = 1;
  for (let j = k, term = 1; j > 0 && term > sum * 1e-18; j -= 1) {
    term *= j / (n - j + 1);
    sum += term;
  }
  const logChoose = k === 0 ? 0 : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const log = Math.min(0, Math.LN2 + logChoose - n * Math.LN2 + Math.log(sum));
  return { increased, decreased, pValue: Math.exp(log), log10PValue: log / Math.LN10 || 0 };
}

export interface McNemarTest {
  /** (b − c)²/(b + c), one degree of freedom; null where nobody changed. */
  readonly chiSquared: number | null;
  /** Asymptotic; 1 where nobody changed. */
  readonly pValue: number;
  /** = sign test. */
  readonly pValueExact: number;
}

/**
 * McNemar's test of a 2 × 2 table without continuity correction.
 * @param b from no to yes @param c from yes to no
 * Source: McNemar 1947; = R `mcnemar.test(x, correct = FALSE)`
 */
export function mcnemarTest(b: number, c: number): McNemarTest {
  const pValueExact = signTest(b, c).pValue;
  if (b + c === 0) return { chiSquared: null, pValue: 1, pValueExact };
  const chiSquared = (b - c) ** 2 / (b + c);
  return { chiSquared, pValue: chiSquareTail(chiSquared, 1), pValueExact };
}

export interface MarginalHomogeneity {
  /** Stuart–Maxwell statistic, ≥ 0. */
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Stuart–Maxwell test of marginal homogeneity: d_i = n_i. − n_.i; V_ii = n_i. + n_.i − 2n_ii, V_ij = −(n_ij + n_ji);
 * Q = d′V⁻d, df = rank V. V is the Laplacian of the graph whose edges are the moves between levels, so that its rank is
 * the levels less the connected components, and one level of each component may be left out.
 * @param levels number of levels
 * @param cell municipalities that went from level i to level j
 * @returns Q 0, df 0, p 1 where nobody changed
 * Source: Stuart 1955, Maxwell 1970; = R `coin::mh_test`. For two levels equal to McNemar without correction.
 */
export function marginalHomogeneity(levels: number, cell: (i: number, j: number) => number): MarginalHomogeneity {
  let chiSquared = 0;
  let degreesOfFreedom = 0;
  for (const component of componentsOf(levels, cell)) {
    const kept = component.slice(1);
    const v = kept.map((i) =>
      kept.map((j) =>
        i === j
          ? component.reduce((sum, other) => (other === i ? sum : sum + cell(i, other) + cell(other, i)), 0)
          : -(cell(i, j) + cell(j, i)),
      ),
    );
    const d = kept.map((i) => component.reduce((sum, other) => sum + cell(i, other) - cell(other, i), 0));
    chiSquared += quadraticForm(v, d);
    degreesOfFreedom += kept.length;
  }
  return { chiSquared, degreesOfFreedom, pValue: chiSquareTail(chiSquared, degreesOfFreedom) };
}

/** Levels connected by moves, each component with at least two of them. */
function componentsOf(levels: number, cell: (i: number, j: number) => number): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (let start = 0; start < levels; start += 1) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component = [start];
    for (const i of component)
      for (let j = 0; j < levels; j += 1)
        if (!seen.has(j) && cell(i, j) + cell(j, i) > 0) {
          seen.add(j);
          component.push(j);
        }
    if (component.length > 1) components.push(component.sort((a, b) => a - b));
  }
  return components;
}

/** d′V⁻¹d for a symmetric positive definite V, by Cholesky. */
function quadraticForm(v: readonly (readonly number[])[], d: readonly number[]): number {
  const size = d.length;
  const lower: number[][] = [];
  const y: number[] = [];
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      let sum = v[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * (i === j ? (row[k] ?? 0) : lower[j]![k]!);
      row.push(i === j ? Math.sqrt(sum) : sum / lower[j]![j]!);
    }
    lower.push(row);
    let sum = d[i]!;
    for (let k = 0; k < i; k += 1) sum -= row[k]! * y[k]!;
    y.push(sum / row[i]!);
  }
  return y.reduce((sum, value) => sum + value * value, 0);
}
