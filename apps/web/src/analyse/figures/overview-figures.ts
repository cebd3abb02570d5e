import { agreementFigure } from './transition-figures.js';
import { rankingFigure } from './change-figures.js';
import { rankedDeltas, type Comparison, type Delta, type Words } from './deltas.js';
import type { FigureModel } from './figure-model.js';
import { gridFigures, ratingFigures } from './level-figures.js';

export type BasisChoice = Delta['basis'] | null;

/**
 * Every picture of a comparison as a whole, in the order of the study: what changed most, what was rated how in either round,
 * the grids, computed beside reported change.
 * @param basis only changes of this basis in the ranking; null both
 * @param shown bars of one picture; tables have all rows
 */
export function overviewFigures(
  comparison: Comparison,
  basis: BasisChoice,
  shown: number,
  words: Words,
): readonly FigureModel[] {
  const ranked = rankedDeltas(comparison.deltas).filter((delta) => basis === null || delta.basis === basis);
  const agreement = agreementFigure(comparison, words);
  return [
    ...(ranked.length === 0 ? [] : [rankingFigure(ranked, shown, words)]),
    ...(['before', 'after'] as const).flatMap((side) => ratingFigures(comparison.deltas, side, shown, words)),
    ...(['before', 'after'] as const).flatMap((side) => gridFigures(comparison, side, words)),
    ...(agreement === null ? [] : [agreement]),
  ];
}
