import { betaQuantile } from './special-functions.js';

export type IntervalMethod = 'WILSON' | 'CLOPPER_PEARSON';

/** A share with its 95 % confidence interval, all from 0 to 1 and unrounded. */
export interface ShareInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly method: IntervalMethod;
}

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Share k / n with its Wilson score interval: centre (p + z²/2n)/(1 + z²/n), half width z/(1 + z²/n)·√(p(1−p)/n + z²/4n²).
 * @param k cases, 0 to n
 * @param n base: municipalities that are comparable
 * @returns null for n = 0
 * Source: Wilson 1927; = R `prop.test(k, n, correct = FALSE)$conf.int`
 */
export function wilsonInterval(k: number, n: number): ShareInterval | null {
  if (n === 0) return null;
  const p = k / n;
  const denominator = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / denominator;
  const half = (Z / denominator) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return {
    estimate: p,
    low: k === 0 ? 0 : centre - half,
    high: k === n ? 1 : centre + half,
    method: 'WILSON',
  };
}

/**
 * Share k / n with its Clopper–Pearson ("exact") interval: Beta quantiles (.025; k, n−k+1) and (.975; k+1, n−k).
 * @returns null for n = 0; the bounds are 0 for k = 0 and 1 for k = n
 * Source: Clopper & Pearson 1934; = R `binom.test(k, n)$conf.int`
 */
export function clopperPearsonInterval(k: number, n: number): ShareInterval | null {
  if (n === 0) return null;
  return {
    estimate: k / n,
    low: k === 0 ? 0 : betaQuantile(0.025, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(0.975, k + 1, n - k),
    method: 'CLOPPER_PEARSON',
  };
}
