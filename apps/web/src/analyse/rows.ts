import type { AnalyseComparisonQuery } from '@reflexbogen/client';
import type { ChangeRow } from './charts.js';

export type Delta = NonNullable<AnalyseComparisonQuery['comparison']>['deltas'][number];

/** Name of a figure: the question's text, and the option's where there is one. */
export const nameOf = ({ question, option }: Pick<Delta, 'question' | 'option'>): string =>
  option ? `${question.text}: ${option.label}` : question.text;

export const keyOf = ({ question, option, basis }: Pick<Delta, 'question' | 'option' | 'basis'>): string =>
  [question.code, option?.code, basis].filter(Boolean).join('/');

/** Deltas that have an order and somebody to compare, those that increased most first, as the service sorts them. */
export const orderedRows = (deltas: readonly Delta[]): readonly (ChangeRow & { readonly delta: Delta })[] =>
  deltas.flatMap((delta) => {
    const { tally } = delta;
    if (!tally || tally.comparable === 0 || tally.increased == null || tally.decreased == null) return [];
    const { increased, decreased, unchanged } = tally;
    return [{ key: keyOf(delta), label: nameOf(delta), increased, decreased, unchanged, delta }];
  });

export const nominalRows = (deltas: readonly Delta[]): readonly Delta[] =>
  deltas.filter(({ tally }) => tally && tally.comparable > 0 && tally.increased == null);
