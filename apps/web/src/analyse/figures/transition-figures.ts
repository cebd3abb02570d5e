import type { ChangeBar, ChangeCounts } from '../charts/chart-model.js';
import { numbersOf } from './change-figures.js';
import { changeWords, countsOf, keyOf, levelsOf, type Comparison, type QuestionDelta, type Words } from './deltas.js';
import type { FigureModel } from './figure-model.js';
import { notesOf } from './notes.js';

const MOST_LEVELS = 12;

/** From which level to which; null for what has no levels and for what is withheld. */
export function transitionFigure(delta: QuestionDelta, words: Words): FigureModel | null {
  const { t, pair } = words;
  const levels = levelsOf(delta, words);
  if (levels.length < 2 || levels.length > MOST_LEVELS || delta.transitions.length === 0) return null;
  const labelOf = (code: string): string => levels.find((level) => level.code === code)?.label ?? code;
  return {
    id: `${keyOf(delta)}/transitions`,
    title: t('transitions'),
    sentence: delta.sentence,
    caption: t('transitionsCaption', pair),
    notes: notesOf(delta, words),
    chart: { kind: 'transitions', levels, cells: delta.transitions },
    table: {
      head: [pair.from, pair.to, t('count')],
      rows: delta.transitions.map(({ from, to, count }) => [labelOf(from), labelOf(to), count]),
    },
  };
}

/** Computed beside reported change, topic by topic, with those in which both differ; null where no topic has both. */
export function agreementFigure({ agreements }: Comparison, words: Words): FigureModel | null {
  const { t } = words;
  const shown = agreements.filter(({ comparable }) => comparable !== 0);
  if (shown.length === 0) return null;
  const known = shown.flatMap(({ comparable, agree }) =>
    comparable == null || agree == null ? [] : [{ comparable, agree }],
  );
  const total = (part: 'comparable' | 'agree'): number => known.reduce((sum, one) => sum + one[part], 0);
  return {
    id: 'agreement',
    title: t('agreement'),
    sentence:
      known.length === 0
        ? t('suppressedText')
        : t('agreementSentence', { agree: total('agree'), of: total('comparable'), topics: known.length }),
    caption: t('agreementCaption'),
    notes: [
      ...shown.flatMap(({ computed, disagreements }) => {
        const all = disagreements?.edges ?? [];
        const more = (disagreements?.totalCount ?? 0) - all.length;
        const named = all.map(
          ({ node }) =>
            `${node.municipality.name} (${t('basis.COMPUTED')}: ${t(`direction.${node.computed}`)}, ${t('basis.REPORTED')}: ${t(`direction.${node.reported}`)})`,
        );
        return named.length === 0
          ? []
          : [`${computed.question.text}: ${[...named, ...(more > 0 ? [t('andMore', { more })] : [])].join('; ')}`];
      }),
      ...(known.length < shown.length ? [t('suppressedText')] : []),
    ],
    chart: {
      kind: 'change',
      words: changeWords(words),
      bars: shown.flatMap(({ computed, reported }): readonly ChangeBar[] => {
        const bar = (basis: 'COMPUTED' | 'REPORTED', counts: ChangeCounts | null): ChangeBar => ({
          key: `${computed.question.code}/${basis}`,
          label: t(`basis.${basis}`),
          heading: basis === 'COMPUTED' ? computed.question.text : null,
          counts,
        });
        return [bar('COMPUTED', countsOf(computed)), bar('REPORTED', countsOf(reported))];
      }),
    },
    table: {
      head: [
        t('question'),
        ...(['COMPUTED', 'REPORTED'] as const).flatMap((basis) =>
          (['increased', 'decreased', 'unchanged'] as const).map((kind) => `${t(`basis.${basis}`)}: ${t(kind)}`),
        ),
        t('agree'),
        t('comparable'),
      ],
      rows: shown.map(({ computed, reported, agree, comparable }) => [
        computed.question.text,
        ...[computed, reported].flatMap((side) => numbersOf(countsOf(side), words)),
        agree ?? t('suppressed'),
        comparable ?? t('suppressed'),
      ]),
    },
  };
}
