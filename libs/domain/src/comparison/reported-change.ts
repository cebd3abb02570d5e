import type { Direction } from '../scale/scale.js';
import type { Question } from '../question-set/question-set.js';
import type { Delta } from './delta.js';
import { directionOfEach } from './delta.js';
import { stateMapOf } from './state-map.js';
import type { StateMap } from './state-map.js';
import { REPORTED_LEVELS, REPORTED_UNCHANGED } from './tally.js';

const LEVEL_OF: Readonly<Record<Direction, number>> = {
  DECREASED: REPORTED_UNCHANGED - 1,
  UNCHANGED: REPORTED_UNCHANGED,
  INCREASED: REPORTED_UNCHANGED + 1,
};

/**
 * Reads the answers to "has it grown since?" as levels 0 decreased, 1 unchanged, 2 increased. Together with an earlier side
 * that always says "unchanged" the change of these levels is the reported change, so that one kernel counts both bases.
 * A level without a direction is not comparable, and neither is any answer of a question that is not on a scale.
 */
export function reportedMapOf(question: Question): StateMap {
  const levels = question.type === 'SCALE' || question.type === 'CHOICE' ? question.scale.levels : [{}, {}];
  const ranks = levels.map((level: { direction?: Direction }) =>
    level.direction === undefined ? ('NOT_COMPARABLE' as const) : LEVEL_OF[level.direction],
  );
  return stateMapOf(REPORTED_LEVELS, ranks, question.scale.missing);
}

/** Computed and reported change of one topic, municipality by municipality. */
export interface Agreement {
  readonly computed: Delta;
  readonly reported: Delta;
  /** Municipalities that have both figures. */
  readonly comparable: number;
  readonly agree: number;
  /** Rows (panel order) of those whose answers and whose own report differ. */
  readonly disagreeing: readonly number[];
}

const isDirection = (outcome: string | null | undefined): boolean =>
  outcome === 'INCREASED' || outcome === 'DECREASED' || outcome === 'UNCHANGED';

/**
 * Puts computed and reported change side by side.
 * @param fromYear year of the earlier round: a report since another year is about another change
 * @returns one entry per reported delta whose question has a computed, ordered delta in the list
 */
export function agreementsOf(deltas: readonly Delta[], fromYear: number): readonly Agreement[] {
  return deltas.flatMap((reported) => {
    if (reported.reports === undefined || reported.reports.since !== fromYear) return [];
    const topic = reported.reports.question;
    const computed = deltas.find(
      ({ question, basis, ordered }) => basis === 'COMPUTED' && ordered && question.code === topic,
    );
    if (computed === undefined || computed.option !== undefined) return [];
    return [agreementOf(computed, reported)];
  });
}

function agreementOf(computed: Delta, reported: Delta): Agreement {
  const own = directionOfEach(reported);
  let comparable = 0;
  const disagreeing: number[] = [];
  directionOfEach(computed).forEach((outcome, row) => {
    if (!isDirection(outcome) || !isDirection(own[row])) return;
    comparable += 1;
    if (outcome !== own[row]) disagreeing.push(row);
  });
  return { computed, reported, comparable, agree: comparable - disagreeing.length, disagreeing };
}
