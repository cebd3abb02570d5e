import type { AggregateFigure } from '@reflexbogen/exchange';
import type { ComparisonService } from '../comparison/comparison.service.js';
import type { DeltaParent } from '../comparison/comparison-parent.js';
import type { StudyView } from '../comparison/study-view.js';

/**
 * Deltas of every pair of consecutive rounds, in total and by each attribute.
 * @param rounds codes of the rounds to look at; null = all
 */
export async function* aggregateFigures(
  view: StudyView,
  rounds: readonly string[] | null,
  comparisons: ComparisonService,
): AsyncGenerator<AggregateFigure> {
  const chosen = view.rounds.filter(({ code }) => rounds === null || rounds.includes(code));
  for (const [index, to] of chosen.entries()) {
    const from = chosen[index - 1];
    if (from === undefined || from.year > to.year) continue;
    const comparison = await comparisons.compareIn(view, { from: from.code, to: to.code });
    for (const delta of comparison?.deltasInOrder('QUESTION') ?? []) {
      const about = aboutOf(delta, view.study.slug, from.code, to.code, to.year);
      yield { ...about, group: null, tally: delta.tally };
      for (const { code } of view.study.attributes)
        for (const { value, tally } of delta.groups(code, 'TO'))
          yield { ...about, group: { attribute: code, value }, tally };
    }
  }
}

function aboutOf(
  { question, option, basis, comparability, notes }: DeltaParent,
  study: string,
  from: string,
  to: string,
  year: number,
): Omit<AggregateFigure, 'group' | 'tally'> {
  return {
    study,
    question: (question as { readonly code: string }).code,
    option: (option as { readonly code: string } | null)?.code ?? null,
    from,
    to,
    year,
    basis,
    comparability,
    notes,
  };
}
