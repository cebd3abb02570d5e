import { sumOf } from './deltas.js';

interface Point {
  readonly comparability: string | null;
  readonly suppressed: boolean;
  readonly distribution: readonly { readonly count: number }[];
}

/**
 * Points of a series without rounds in which nobody has answered, as one that has just been opened. A break that lies there is one
 * before the next round. What is withheld stays.
 */
export function answeredPoints<P extends Point>(points: readonly P[]): readonly P[] {
  let isBreak = false;
  return points.flatMap((point): readonly P[] => {
    isBreak ||= point.comparability === 'BREAK';
    if (!point.suppressed && sumOf(point.distribution.map(({ count }) => count)) === 0) return [];
    const shown = isBreak ? { ...point, comparability: 'BREAK' } : point;
    isBreak = false;
    return [shown];
  });
}
