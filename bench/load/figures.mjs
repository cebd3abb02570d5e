/** Figures of a run: percentiles that were seen, and how a quantity grows with its confidence. */

/** The smallest value that at least the share does not exceed; null of nothing. @param values in any order */
export function percentile(values, share) {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** 50, 95 and 99 of a hundred, and all; null each of nothing. */
export const spread = (values) => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
  most: percentile(values, 1),
});

const NORMAL_975 = 1.959_963_984_540_054;

/** 97.5 of a hundred of Student's t, by its expansion about the normal (Abramowitz, Stegun 26.7.5); from 5 degrees on exact to 0.01. */
export function studentT(degrees) {
  const z = NORMAL_975;
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9];
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * degrees ** 4)
  );
}

/**
 * Least squares with the 95 % confidence of its slope.
 * @param points `[x, y]`, at least seven
 * @returns slope, and the ends of its confidence; null with fewer points
 */
export function slopeOf(points) {
  const count = points.length;
  if (count < 7) return null;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const squares = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / squares;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  const half = studentT(count - 2) * Math.sqrt(rest / (count - 2) / squares);
  return { slope, low: slope - half, high: slope + half };
}

/**
 * Takes readings together, so that those of one garbage collection count once.
 * @param readings `[seconds, value]`; those before `after` are the warm-up's
 * @param take of the values of one stretch: `Math.min` for what garbage is piled upon
 * @returns `[seconds, value]` for each whole stretch
 */
export function stretches(readings, { after, every, take }) {
  const byStretch = new Map();
  for (const [at, value] of readings) {
    if (at < after) continue;
    const index = Math.floor((at - after) / every);
    byStretch.set(index, [...(byStretch.get(index) ?? []), value]);
  }
  const last = Math.max(...byStretch.keys());
  return [...byStretch]
    .filter(([index]) => index < last)
    .map(([index, values]) => [after + (index + 0.5) * every, take(...values)]);
}
