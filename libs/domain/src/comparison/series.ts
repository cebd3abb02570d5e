import type { AnswerableType, Question, QuestionSet } from '../question-set/question-set.js';
import { compareRounds } from './compare-rounds.js';
import { columnKey } from './comparison.types.js';
import type { RoundColumns } from './comparison.types.js';
import type { Delta } from './delta.js';
import { distributionOf } from './level-share.js';
import type { Distribution } from './level-share.js';

/** One round in the life of a question. */
export interface SeriesPoint {
  readonly round: RoundColumns;
  /** Null where the round's set does not ask the question: a gap. */
  readonly distribution: Distribution | null;
  /**
   * Change since the previous round that asked it; null at the first and at a gap. A BREAK is seen in its comparability.
   * A reported change needs no previous point: it is null only at gaps and at the first round of all.
   */
  readonly delta: Delta | null;
  /** The round that the delta compares with; null without a delta. */
  readonly previous: RoundColumns | null;
}

export interface SeriesRequest {
  /** In order of time. */
  readonly rounds: readonly RoundColumns[];
  readonly question: string;
  /** Of a MULTI_CHOICE question; without it its first option stands for it. */
  readonly option?: string;
  readonly history: readonly QuestionSet[];
  readonly selection?: Uint8Array;
}

/**
 * One question over all rounds, with gaps and breaks marked.
 * @returns one point per round, gaps included; [] points without figures for a question that no round asks
 */
export function seriesOf(request: SeriesRequest): readonly SeriesPoint[] {
  const { rounds, question, history } = request;
  const selection = request.selection === undefined ? {} : { selection: request.selection };
  let previous: RoundColumns | null = null;
  return rounds.map((round, index): SeriesPoint => {
    const asked = round.questionSet.byCode.get(question);
    const option = asked?.type === 'MULTI_CHOICE' ? (request.option ?? asked.scale.levels[0]?.code) : undefined;
    const column = asked === undefined ? undefined : round.columns.get(columnKey(question, option));
    if (asked === undefined || column === undefined) return { round, distribution: null, delta: null, previous: null };
    // A report of change speaks of an earlier year by itself, so that the round before serves as the other side.
    const before: RoundColumns | null = asked.reportsChangeOf === undefined ? previous : (rounds[index - 1] ?? null);
    previous = round;
    const distribution = distributionOf(column, selection);
    if (before === null) return { round, distribution, delta: null, previous: null };
    const compared = compareRounds({ from: before, to: round, history, questions: [question], ...selection });
    const deltas = compared.ok ? compared.value.deltas : [];
    const delta = deltas.find((candidate) => candidate.option === option) ?? null;
    return { round, distribution, delta, previous: delta === null ? null : before };
  });
}

/** Types of which each answer is one level: their series is one of level shares. */
const ONE_LEVEL: ReadonlySet<AnswerableType> = new Set(['SCALE', 'CHOICE', 'BOOLEAN']);

/**
 * Every question with levels over several rounds, as it was asked last.
 * @param sets question sets of the rounds, the earliest first
 * @returns each code once: those of the last round in its order, then those that only earlier rounds asked. MULTI_CHOICE
 *   (a series for each option), NUMBER and TEXT are left out. Total: never throws.
 */
export function questionsWithLevels(sets: readonly Pick<QuestionSet, 'questions'>[]): readonly Question[] {
  const found = new Map<string, Question>();
  for (const { questions } of sets.toReversed())
    for (const question of questions)
      if (!found.has(question.code) && ONE_LEVEL.has(question.type)) found.set(question.code, question);
  return [...found.values()];
}
