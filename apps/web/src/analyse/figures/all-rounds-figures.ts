import type { AnalyseAllRoundsQuery } from '@reflexbogen/client';
import type { ChangeBar, LevelBar, LevelName } from '../charts/chart-model.js';
import { changeWords, countsByLevel, countsOf, levelsOf, levelsText, nameOf, sumOf, type Words } from './deltas.js';
import type { FigureModel } from './figure-model.js';
import { barWords, boxOf, countIn, labelsOf, levelTable, MOST_LEVELS } from './level-figures.js';
import { answeredPoints } from './answered-points.js';
import { numbersOf } from './change-figures.js';

export type Series = NonNullable<AnalyseAllRoundsQuery['allSeries']>[number];
type Point = Series['points'][number];

/** A question with levels in an order, over the rounds that asked it. */
interface Ordered {
  readonly series: Series;
  readonly levels: readonly LevelName[];
  /** Codes of the levels whose share is followed. */
  readonly box: readonly string[];
  readonly bars: readonly LevelBar[];
  /** How far the share went from the first to the last round since the last break, 0 to 1; null where two rounds are missing. */
  readonly way: number | null;
}

/** Fewer rounds are no series. */
const FEWEST_ROUNDS = 2;

/**
 * All rounds of a study at once: what changed from each round to the next, and the levels of each round, a picture for each
 * scale; the question whose upper levels went furthest comes first.
 * @param shown questions of one picture; tables have all of them
 */
export function allRoundsFigures(all: readonly Series[], shown: number, words: Words): readonly FigureModel[] {
  const ordered = all.flatMap((series) => orderedOf({ ...series, points: answeredPoints(series.points) }, words));
  const byScale = new Map<string, Ordered[]>();
  for (const one of ordered) {
    const key = one.series.question.scale?.code ?? one.series.question.type;
    byScale.set(key, [...(byScale.get(key) ?? []), one]);
  }
  const change = changeFigure(ordered, shown, words);
  return [
    ...(change === null ? [] : [change]),
    ...[...byScale].map(([code, questions]) => levelFigure(code, [...questions].sort(byWay), shown, words)),
  ];
}

function orderedOf(series: Series, words: Words): readonly Ordered[] {
  const { question, points } = series;
  const levels = levelsOf({ question, option: null }, words);
  const isOrdered = question.type === 'BOOLEAN' || question.scale?.ordered === true;
  if (!isOrdered || points.length < FEWEST_ROUNDS || levels.length === 0 || levels.length > MOST_LEVELS) return [];
  const box = question.scale ? boxOf(question.scale) : [levels.at(-1)?.code ?? ''];
  const bars = points.map(({ round, comparability, distribution }, index): LevelBar => ({
    key: `${question.code} ${round.code}`,
    label: round.code,
    heading: index === 0 ? nameOf({ question }) : null,
    counts: countsByLevel(levels, distribution),
    isBreak: comparability === 'BREAK',
  }));
  const since = bars.slice(
    Math.max(
      0,
      bars.findLastIndex(({ isBreak }) => isBreak),
    ),
  );
  const shares = since.flatMap(({ counts }) =>
    counts === null || sumOf(counts) === 0 ? [] : [countIn(box, levels, counts) / sumOf(counts)],
  );
  const [first] = shares;
  const last = shares.at(-1);
  const way =
    first === undefined || last === undefined || shares.length < FEWEST_ROUNDS ? null : Math.abs(last - first);
  return [{ series, levels, box, bars, way }];
}

const byWay = (one: Ordered, other: Ordered): number => (other.way ?? -1) - (one.way ?? -1);

/** Of points that are not comparable with the one before, and of the first, there is no change. */
const stepsOf = ({ points }: Series): readonly { readonly point: Point; readonly before: Point }[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined ? [] : [{ point, before }];
  });

const isStep = ({ point }: { readonly point: Point }): boolean =>
  point.suppressed || (point.tally?.comparable ?? 0) > 0 || point.comparability === 'BREAK';

/** How many municipalities increased over all steps together: what the pictures begin with. */
const increasedIn = (series: Series): number =>
  stepsOf(series).reduce((sum, { point }) => sum + (point.tally?.increased ?? 0), 0);

function changeFigure(ordered: readonly Ordered[], shown: number, words: Words): FigureModel | null {
  const { t } = words;
  const ranked = ordered
    .map(({ series }) => ({ series, steps: stepsOf(series).filter(isStep) }))
    .filter(({ steps }) => steps.length > 0)
    .sort((one, other) => increasedIn(other.series) - increasedIn(one.series));
  const [first] = ranked;
  if (first === undefined) return null;
  const labelOf = (point: Point, before: Point): string =>
    `${before.round.code} → ${point.round.code}${point.comparability === 'BREAK' ? ` – ${t('notComparable')}` : ''}`;
  const bars = ranked.slice(0, shown).flatMap(({ series: { question }, steps }) =>
    steps.map(({ point, before }, index): ChangeBar => ({
      key: `${question.code} ${point.round.code}`,
      label: labelOf(point, before),
      heading: index === 0 ? nameOf({ question }) : null,
      counts: point.comparability === 'BREAK' ? { increased: 0, decreased: 0, unchanged: 0 } : countsOf(point),
    })),
  );
  const steps = first.steps.flatMap(({ point, before }) => {
    const counts = countsOf(point);
    return counts === null || point.comparability === 'BREAK'
      ? []
      : [
          `${before.round.code} → ${point.round.code}: ${t('of', { share: counts.increased, of: point.tally?.comparable })}`,
        ];
  });
  return {
    id: 'rounds/change',
    title: t('allChange'),
    sentence: t('allChangeSentence', { question: nameOf(first.series), steps: steps.join(', ') }),
    caption: t('allChangeCaption'),
    notes: notesOf(
      ranked.map(({ series }) => series),
      words,
    ),
    chart: { kind: 'change', words: changeWords(words), bars },
    table: {
      head: [t('question'), t('from'), t('to'), t('increased'), t('decreased'), t('unchanged'), t('comparable')],
      rows: ranked.flatMap(({ series, steps: all }) =>
        all.map(({ point, before }) => [
          nameOf(series),
          before.round.code,
          point.round.code,
          ...(point.comparability === 'BREAK'
            ? [t('notComparable'), t('notComparable'), t('notComparable'), 0]
            : [...numbersOf(countsOf(point), words), point.tally?.comparable ?? t('suppressed')]),
        ]),
      ),
    },
  };
}

function levelFigure(code: string, questions: readonly Ordered[], shown: number, words: Words): FigureModel {
  const { t } = words;
  const [first] = questions;
  if (first === undefined) throw new Error('a scale without questions');
  const { levels, box } = first;
  const shares = first.bars.flatMap(({ label, counts }) =>
    counts === null ? [] : [`${label}: ${t('of', { share: countIn(box, levels, counts), of: sumOf(counts) })}`],
  );
  const table = levelTable(
    t('question'),
    levels,
    questions.flatMap(({ series, bars }) => bars.map((bar) => ({ ...bar, label: nameOf(series) }))),
    words,
  );
  const rounds = questions.flatMap(({ bars }) => bars.map(({ label }) => label));
  return {
    id: `rounds/levels/${code}`,
    title: t('allLevels', { levels: levelsText(labelsOf(box, levels), words) }),
    sentence: t('allLevelsSentence', {
      question: nameOf(first.series),
      levels: levelsText(labelsOf(box, levels), words),
      shares: shares.join(', '),
    }),
    caption: t('allLevelsCaption'),
    notes: [
      t('ratingsNote'),
      ...notesOf(
        questions.map(({ series }) => series),
        words,
      ),
    ],
    chart: {
      kind: 'levels',
      levels,
      bars: questions.slice(0, shown).flatMap(({ bars }) => bars),
      words: barWords(words),
    },
    table: {
      head: [table.head[0] ?? '', t('round'), ...table.head.slice(1)],
      rows: table.rows.map(([question = '', ...counts], index) => [question, rounds[index] ?? '', ...counts]),
    },
  };
}

/** What holds for a picture of several series: breaks by name, verdicts other than identical, and what is withheld. */
function notesOf(all: readonly Series[], { t }: Words): readonly string[] {
  const places = (verdict: string): readonly string[] =>
    all.flatMap((series) =>
      series.points
        .filter(({ comparability }) => comparability === verdict)
        .map(({ round }) => `${nameOf(series)}, ${round.code}`),
    );
  const breaks = places('BREAK');
  return [
    ...(breaks.length === 0 ? [] : [t('breakNote'), `${t('reason.NOT_COMPARABLE')}: ${breaks.join('; ')}`]),
    ...(['EDITORIAL', 'COMPARABLE', 'RECODED'] as const).flatMap((verdict) => {
      const found = places(verdict);
      return found.length === 0 ? [] : [`${found.join('; ')}: ${t(`comparability.${verdict}`)}`];
    }),
    ...(all.some(({ points }) => points.some(({ suppressed }) => suppressed)) ? [t('suppressedText')] : []),
  ];
}
