import type { AnalyseComparisonQuery } from '@reflexbogen/client';
import { isByLand, landOf } from '../charts/laender.js';
import type { ChangeCounts } from '../charts/chart-model.js';
import { changeWords, countsOf, keyOf, nameOf, type Delta, type QuestionDelta, type Words } from './deltas.js';
import type { FigureModel, Table } from './figure-model.js';
import { notesOf, notesOfAll } from './notes.js';

export type Attribute = NonNullable<AnalyseComparisonQuery['study']>['attributes'][number];

/** What changed most, as diverging bars. @param deltas in the order of the bars, at least one; @param shown how many bars */
export function rankingFigure(deltas: readonly Delta[], shown: number, words: Words): FigureModel {
  const { t, pair } = words;
  const [first] = deltas;
  const bars = deltas.slice(0, shown);
  return {
    id: 'ranking',
    title: t('ranking'),
    sentence: first === undefined ? t('none') : `${nameOf(first)}: ${first.sentence}`,
    caption: t('rankingCaption', pair),
    notes: notesOfAll(bars, words),
    chart: {
      kind: 'change',
      words: changeWords(words),
      bars: bars.map((delta) => ({
        key: keyOf(delta),
        label: labelOf(delta, words),
        heading: null,
        counts: countsOf(delta),
      })),
    },
    table: changeTable(deltas, words),
  };
}

/** One question's change, for a report. */
export function changeFigure(delta: Delta, words: Words): FigureModel {
  const { t, pair } = words;
  return {
    id: keyOf(delta),
    title: nameOf(delta),
    sentence: delta.sentence,
    caption: t('rankingCaption', pair),
    notes: notesOf(delta, words),
    chart: {
      kind: 'change',
      words: changeWords(words),
      bars: [{ key: keyOf(delta), label: labelOf(delta, words), heading: null, counts: countsOf(delta) }],
    },
    table: changeTable([delta], words),
  };
}

const labelOf = (delta: Delta, { t }: Words): string =>
  delta.basis === 'REPORTED' ? `${nameOf(delta)} (${t('basis.REPORTED')})` : nameOf(delta);

function changeTable(deltas: readonly Delta[], words: Words): Table {
  const { t } = words;
  return {
    head: [
      t('question'),
      t('basisHead'),
      t('increased'),
      t('decreased'),
      t('unchanged'),
      t('comparable'),
      t('excluded'),
      t('sentence'),
    ],
    rows: deltas.map((delta) => {
      const { tally } = delta;
      return [
        nameOf(delta),
        t(`basis.${delta.basis}`),
        ...numbersOf(countsOf(delta), words),
        tally?.comparable ?? t('suppressed'),
        tally?.excluded ?? t('suppressed'),
        delta.sentence,
      ];
    }),
  };
}

/** Increased, decreased, unchanged, as cells of a table. */
export const numbersOf = (counts: ChangeCounts | null, { t }: Words): readonly (string | number)[] =>
  counts === null
    ? [t('suppressed'), t('suppressed'), t('suppressed')]
    : [counts.increased, counts.decreased, counts.unchanged];

/** One question by the values of an attribute, as small multiples; where the attribute is the Land, as tiles as well. */
export function groupFigures(delta: QuestionDelta, attribute: Attribute, words: Words): readonly FigureModel[] {
  const { t, pair } = words;
  const groups = (delta.groups ?? []).map(({ value, tally }) => ({
    value: value ?? null,
    label: value == null ? t('notStated') : (attribute.values.find(({ code }) => code === value)?.label ?? value),
    counts: countsOf({ tally }),
    comparable: tally?.comparable ?? null,
  }));
  if (groups.length === 0) return [];
  const increased = groups
    .flatMap(({ label, counts, comparable }) =>
      counts === null || !comparable ? [] : [{ label, comparable, ...counts }],
    )
    .sort((one, other) => other.increased / other.comparable - one.increased / one.comparable)
    .at(0);
  const shared = {
    sentence:
      increased === undefined
        ? delta.sentence
        : t('groupsSentence', { group: increased.label, increased: increased.increased, of: increased.comparable }),
    notes: [
      ...notesOf(delta, words),
      ...(!delta.suppressed && groups.some(({ counts }) => counts === null) ? [t('suppressedText')] : []),
    ],
    table: {
      head: [attribute.label, t('increased'), t('decreased'), t('unchanged'), t('comparable')],
      rows: groups.map(({ label, counts, comparable }) => [
        label,
        ...numbersOf(counts, words),
        comparable ?? t('suppressed'),
      ]),
    },
  };
  const multiples: FigureModel = {
    ...shared,
    id: `${keyOf(delta)}/${attribute.code}`,
    title: `${t('groups')}: ${attribute.label}`,
    caption: t('groupsCaption', pair),
    chart: {
      kind: 'multiples',
      words: changeWords(words),
      panels: groups.map(({ label, counts }) => ({ label, counts })),
    },
  };
  if (!isByLand(attribute.values)) return [multiples];
  const values = new Map(
    groups.flatMap(({ value, counts }) => {
      const land = value === null ? null : landOf(value);
      return land === null ? [] : [[land, counts] as const];
    }),
  );
  return [
    multiples,
    {
      ...shared,
      id: `${keyOf(delta)}/map`,
      title: t('tiles'),
      caption: t('tilesCaption'),
      chart: { kind: 'tiles', values },
    },
  ];
}
