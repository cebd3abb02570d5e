import type { AnalyseComparisonQuery, AnalyseQuestionQuery } from '@reflexbogen/client';
import type { TFunction } from 'i18next';
import type { ChangeCounts, ChangeWords, LevelName } from '../charts/chart-model.js';

export type Comparison = NonNullable<AnalyseComparisonQuery['comparison']>;
export type Delta = Comparison['deltas'][number];
export type QuestionDelta = NonNullable<AnalyseQuestionQuery['comparison']>['deltas'][number];

/** Codes of the two rounds. */
export type Pair = Readonly<Record<'from' | 'to', string>>;

/** What every figure is worded with. */
export interface Words {
  readonly t: TFunction<'analyse'>;
  readonly pair: Pair;
}

/** Name of a figure: the question's text, which of an option says the option too. */
export const nameOf = ({ question }: { readonly question: Pick<Delta['question'], 'text'> }): string => question.text;

export const keyOf = ({ question, option, basis }: Pick<Delta, 'question' | 'option' | 'basis'>): string =>
  [question.code, option?.code, basis].filter(Boolean).join('/');

/** Whether more and less mean something here; also told for what is withheld, where the counts do not tell. */
const isOrdered = ({ tally, option, question: { scale } }: Pick<Delta, 'tally' | 'option' | 'question'>): boolean =>
  tally ? tally.increased != null : option != null || (scale?.ordered ?? true);

/** Deltas with an order that somebody can be compared in, as the service sorts them; those that are withheld come last. */
export function rankedDeltas(deltas: readonly Delta[]): readonly Delta[] {
  const ordered = deltas.filter(isOrdered);
  return [
    ...ordered.filter(({ tally }) => tally && tally.comparable > 0),
    ...ordered.filter(({ suppressed }) => suppressed),
  ];
}

/** Deltas that know only same and different. */
export const nominalDeltas = (deltas: readonly Delta[]): readonly Delta[] =>
  deltas.filter((delta) => !isOrdered(delta) && (delta.suppressed || (delta.tally?.comparable ?? 0) > 0));

interface Counted {
  readonly tally?:
    | { readonly increased?: number | null; readonly decreased?: number | null; readonly unchanged: number }
    | null
    | undefined;
}

/** Null where they are withheld, and where there is no more or less. */
export const countsOf = ({ tally }: Counted): ChangeCounts | null =>
  tally?.increased == null || tally.decreased == null
    ? null
    : { increased: tally.increased, decreased: tally.decreased, unchanged: tally.unchanged };

/** Questions that only one round asks, or that cannot be compared: they have answers, but no change. */
export const otherDeltas = (deltas: readonly Delta[]): readonly Delta[] =>
  deltas.filter(({ tally, suppressed }) => !suppressed && (tally?.comparable ?? 0) === 0);

/** What could be answered, lowest first: levels of the scale, no and yes; empty for numbers. */
export const levelsOf = (
  { question, option }: { readonly question: Pick<Delta['question'], 'type' | 'scale'> } & Pick<Delta, 'option'>,
  { t }: Words,
): readonly LevelName[] =>
  option || question.type === 'BOOLEAN'
    ? [
        { code: 'false', label: t('no') },
        { code: 'true', label: t('yes') },
      ]
    : (question.scale?.levels ?? []);

/** Counts of a distribution by level; null for an empty one. */
export const countsByLevel = (
  levels: readonly LevelName[],
  distribution: readonly { readonly value: string; readonly count: number }[],
): readonly number[] | null =>
  distribution.length === 0
    ? null
    : levels.map(({ code }) => distribution.find(({ value }) => value === code)?.count ?? 0);

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const changeWords = ({ t }: Words): ChangeWords => ({
  increased: t('increased'),
  decreased: t('decreased'),
  unchanged: t('unchanged'),
  withheld: t('suppressed'),
});

/** “big” or “very big”. */
export const levelsText = (labels: readonly string[], { t }: Words): string =>
  labels.map((label) => t('quoted', { text: label })).join(` ${t('or')} `);
