export function percentile(values: readonly number[], share: number): number | null;
export function spread(values: readonly number[]): Readonly<Record<'p50' | 'p95' | 'p99' | 'most', number | null>>;
export function studentT(degrees: number): number;
export function slopeOf(
  points: readonly (readonly [number, number])[],
): { readonly slope: number; readonly low: number; readonly high: number } | null;
export function stretches(
  readings: readonly (readonly [number, number])[],
  options: { readonly after: number; readonly every: number; readonly take: (...values: number[]) => number },
): readonly (readonly [number, number])[];
