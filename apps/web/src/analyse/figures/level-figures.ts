import type { AnalyseQuestionQuery } from '@reflexbogen/client';
import type { LevelBar, LevelName } from '../charts/chart-model.js';
import {
  countsByLevel,
  keyOf,
  levelsOf,
  levelsText,
  nameOf,
  sumOf,
  type Comparison,
  type Delta,
  type QuestionDelta,
  type Words,
} from './deltas.js';
import { answeredPoints } from './answered-points.js';
import type { FigureModel, Table } from './figure-model.js';
import { notesOf } from './notes.js';

/** Beyond this a stacked bar is no picture any more. */
export const MOST_LEVELS = 12;
/** Questions on one scale that make a figure of their own. */
const FEWEST_QUESTIONS = 2;

type Scale = NonNullable<Delta['question']['scale']>;
type Side = 'before' | 'after';

const roundOf = (side: Side, { pair }: Words): string => (side === 'before' ? pair.from : pair.to);

/** The levels a sentence counts: the first box with the uppermost level, else the first box, else the uppermost level alone. */
export function boxOf({ boxes, levels }: Scale): readonly string[] {
  const top = levels.at(-1)?.code ?? '';
  return (boxes.find((box) => box.levels.includes(top)) ?? boxes[0])?.levels ?? [top];
}

export const countIn = (codes: readonly string[], levels: readonly LevelName[], counts: readonly number[]): number =>
  sumOf(counts.filter((_, index) => codes.includes(levels[index]?.code ?? '')));

export const labelsOf = (codes: readonly string[], levels: readonly LevelName[]): readonly string[] =>
  levels.filter(({ code }) => codes.includes(code)).map(({ label }) => label);

export const levelTable = (
  first: string,
  levels: readonly LevelName[],
  bars: readonly Pick<LevelBar, 'label' | 'heading' | 'counts'>[],
  { t }: Words,
): Table => ({
  head: [first, ...levels.map(({ label }) => label), 'n'],
  rows: bars.map(({ label, counts }) => [
    label,
    ...levels.map((_, index) => counts?.[index] ?? t('suppressed')),
    counts === null ? t('suppressed') : sumOf(counts),
  ]),
});

export const barWords = ({ t }: Words) => ({ notComparable: t('notComparable'), withheld: t('suppressed') });

/** How one round rated what several questions ask on one ordered scale, highest share of the upper levels first. */
export function ratingFigures(
  deltas: readonly Delta[],
  side: Side,
  shown: number,
  words: Words,
): readonly FigureModel[] {
  const { t } = words;
  const byScale = new Map<string, { scale: Scale; rated: { delta: Delta; counts: readonly number[] }[] }>();
  for (const delta of deltas) {
    const { scale, grid, type } = delta.question;
    if (type !== 'SCALE' || !scale?.ordered || grid || delta.option || delta.basis === 'REPORTED') continue;
    const counts = countsByLevel(scale.levels, delta[side]);
    if (counts === null || sumOf(counts) === 0 || scale.levels.length > MOST_LEVELS) continue;
    const known = byScale.get(scale.code);
    if (known === undefined) byScale.set(scale.code, { scale, rated: [{ delta, counts }] });
    else known.rated.push({ delta, counts });
  }
  return [...byScale].flatMap(([code, { scale, rated }]): readonly FigureModel[] => {
    if (rated.length < FEWEST_QUESTIONS) return [];
    const box = boxOf(scale);
    const shareOf = ({ counts }: { readonly counts: readonly number[] }): number =>
      countIn(box, scale.levels, counts) / sumOf(counts);
    const ranked = [...rated].sort((one, other) => shareOf(other) - shareOf(one));
    const [first] = ranked;
    if (first === undefined) return [];
    const round = roundOf(side, words);
    const bars = ranked.map(({ delta, counts }): LevelBar => ({
      key: keyOf(delta),
      label: nameOf(delta),
      heading: null,
      counts,
      isBreak: false,
    }));
    const levels = levelsText(labelsOf(box, scale.levels), words);
    return [
      {
        id: `levels/${code}/${side}`,
        title: t('ratings', { levels, round }),
        sentence: levelSentence(nameOf(first.delta), box, scale.levels, first.counts, round, words),
        caption: t('ratingsCaption', { round }),
        notes: [t('ratingsNote')],
        chart: { kind: 'levels', levels: scale.levels, bars: bars.slice(0, shown), words: barWords(words) },
        table: levelTable(t('question'), scale.levels, bars, words),
      },
    ];
  });
}

const levelSentence = (
  question: string,
  box: readonly string[],
  levels: readonly LevelName[],
  counts: readonly number[],
  round: string,
  words: Words,
): string =>
  words.t('levelSentence', {
    question,
    round,
    levels: levelsText(labelsOf(box, levels), words),
    share: countIn(box, levels, counts),
    of: sumOf(counts),
  });

/** A grid of one round: its rows as headings, a bar a column. */
export function gridFigures(comparison: Comparison, side: Side, words: Words): readonly FigureModel[] {
  const { t } = words;
  const { questionSet } = side === 'before' ? comparison.from : comparison.to;
  const questions = (questionSet?.sections ?? []).flatMap((section) => section.questions);
  return questions.flatMap((grid): readonly FigureModel[] => {
    if (grid.type !== 'GRID') return [];
    const round = roundOf(side, words);
    const cells = grid.rows.flatMap((row) =>
      grid.columns.flatMap((column, index) => {
        const delta = comparison.deltas.find(
          ({ question }) =>
            question.grid?.code === grid.code && question.grid.row === row.code && question.grid.column === column.code,
        );
        if (delta === undefined) return [];
        const levels = levelsOf(delta, words);
        const counts = countsByLevel(levels, delta[side]);
        const bar = { key: keyOf(delta), label: column.text, heading: index === 0 ? row.text : null, isBreak: false };
        return [
          {
            name: `${row.text}, ${column.text}`,
            levels,
            scale: delta.question.scale ?? null,
            counts,
            bar: { ...bar, counts },
          },
        ];
      }),
    );
    const [any] = cells;
    if (!any?.scale || any.levels.length > MOST_LEVELS || cells.every(({ counts }) => counts === null)) return [];
    return [
      {
        id: `grid/${grid.code}/${side}`,
        title: `${grid.text}, ${round}`,
        sentence: gridSentence(cells, any.scale, round, words),
        caption: t('gridCaption', { round }),
        notes: [t('ratingsNote'), ...(cells.some(({ counts }) => counts === null) ? [t('suppressedText')] : [])],
        chart: { kind: 'levels', levels: any.levels, bars: cells.map(({ bar }) => bar), words: barWords(words) },
        table: levelTable(
          t('cell'),
          any.levels,
          cells.map(({ name, bar }) => ({ ...bar, label: name })),
          words,
        ),
      },
    ];
  });
}

/** The cell on which most agree in one box. */
function gridSentence(
  cells: readonly { readonly name: string; readonly counts: readonly number[] | null }[],
  scale: Scale,
  round: string,
  words: Words,
): string {
  const boxes = scale.boxes.length > 0 ? scale.boxes.map(({ levels }) => levels) : [boxOf(scale)];
  const [first] = cells
    .flatMap(({ name, counts }) =>
      counts === null || sumOf(counts) === 0
        ? []
        : boxes.map((box) => ({ name, counts, box, share: countIn(box, scale.levels, counts) / sumOf(counts) })),
    )
    .sort((one, other) => other.share - one.share);
  return first === undefined ? '' : levelSentence(first.name, first.box, scale.levels, first.counts, round, words);
}

/** What a question's answers were in both rounds; for answers without levels nothing. */
export function distributionFigure(delta: QuestionDelta, words: Words): FigureModel | null {
  const { t, pair } = words;
  const levels = namesOf(delta, [delta.before, delta.after], words);
  const bars = (
    [
      ['before', pair.from],
      ['after', pair.to],
    ] as const
  ).flatMap(([side, round]): readonly LevelBar[] => {
    const counts = countsByLevel(levels, delta[side]);
    return counts === null && !delta.suppressed
      ? []
      : [
          {
            key: side,
            label: round,
            heading: null,
            counts,
            isBreak: side === 'after' && delta.comparability === 'BREAK',
          },
        ];
  });
  if (bars.length === 0 || levels.length === 0 || levels.length > MOST_LEVELS) return null;
  return {
    id: `${keyOf(delta)}/levels`,
    title: t('levels'),
    sentence: delta.sentence,
    caption: t('levelsCaption', pair),
    notes: notesOf(delta, words),
    chart: { kind: 'levels', levels, bars, words: barWords(words) },
    table: levelTable(t('round'), levels, bars, words),
  };
}

/** What could be answered, then values of earlier scales that are no longer among it. */
function namesOf(
  delta: Pick<QuestionDelta, 'question' | 'option'>,
  distributions: readonly (readonly { readonly value: string }[])[],
  words: Words,
): readonly LevelName[] {
  const levels = levelsOf(delta, words);
  const others = new Set(distributions.flat().map(({ value }) => value));
  for (const { code } of levels) others.delete(code);
  return [...levels, ...[...others].map((code) => ({ code, label: code }))];
}

/** One question over all rounds that asked it, with a line where two are not comparable; null for fewer than two rounds. */
export function seriesFigure(
  delta: QuestionDelta,
  series: AnalyseQuestionQuery['series'],
  words: Words,
): FigureModel | null {
  const { t } = words;
  const points = answeredPoints(series?.points ?? []);
  const levels = namesOf(
    delta,
    points.map(({ distribution }) => distribution),
    words,
  );
  if (points.length < 2 || levels.length === 0 || levels.length > MOST_LEVELS) return null;
  const bars = points.map(({ round, comparability, distribution }): LevelBar => ({
    key: round.code,
    label: round.code,
    heading: null,
    counts: countsByLevel(levels, distribution),
    isBreak: comparability === 'BREAK',
  }));
  const { scale } = delta.question;
  const box = scale && !delta.option ? boxOf(scale) : [levels.at(-1)?.code ?? ''];
  const shares = bars.flatMap(({ label, counts }) =>
    counts === null ? [] : [`${label}: ${t('of', { share: countIn(box, levels, counts), of: sumOf(counts) })}`],
  );
  const hasBreak = bars.some(({ isBreak }) => isBreak);
  return {
    id: `${keyOf(delta)}/series`,
    title: t('series'),
    sentence: t('seriesSentence', { levels: levelsText(labelsOf(box, levels), words), shares: shares.join(', ') }),
    caption: t('seriesCaption'),
    notes: [
      ...(hasBreak ? [t('breakNote')] : []),
      ...(points.some(({ suppressed }) => suppressed) ? [t('suppressedText')] : []),
    ],
    chart: { kind: 'levels', levels, bars, words: barWords(words) },
    table: levelTable(t('round'), levels, bars, words),
  };
}
