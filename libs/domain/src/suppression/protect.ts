import { columnKey } from '../comparison/comparison.types.js';
import type { Column, Tally } from '../comparison/comparison.types.js';
import type { Delta, Group } from '../comparison/delta.js';
import type { Distribution } from '../comparison/level-share.js';
import { REASON_INDEX } from '../comparison/state-map.js';
import type { Side, StateReason } from '../comparison/state-map.js';
import { netChange, outcomeCounts, tallyOfCounts } from '../comparison/tally.js';
import { tableSize } from '../comparison/transition-table.js';
import type { TransitionTable } from '../comparison/transition-table.js';
import { comparesAnswers, viewKey } from './released-views.js';
import { ALL_RULES } from './suppression.types.js';
import type { SuppressionPlan, SuppressionRules } from './suppression.types.js';

/** A figure that exists and is not shown. */
export const WITHHELD = 'WITHHELD';
export type Withheld = typeof WITHHELD;

/** What is shown of a delta or of one of its groups; further figures are to be derived from this alone. */
export interface ProtectedDelta {
  readonly panelSize: number;
  readonly tally: Tally;
  readonly netChange: number | null;
  /** Null for a reported change. Cells that would tell an answer to one round only are emptied into NOT_COMPARABLE. */
  readonly table: TransitionTable | null;
}

export interface ProtectedGroup {
  /** Null = not stated. */
  readonly value: string | null;
  readonly figures: ProtectedDelta | Withheld;
}

/** A column on a comparison (two round codes in order of time) or on a single round. */
export interface ReleasedFigure {
  readonly question: string;
  readonly option?: string;
  readonly rounds: readonly string[];
}

/** Which group: of one attribute, as in a breakdown. */
export interface GroupOf {
  readonly attribute: string;
  readonly value: string | null;
}

/**
 * Whether a figure may be shown at all. Whoever shows something that is not a delta or a distribution (the mean of a
 * number, a test) asks this first; minimum, maximum and quantiles of numbers are single answers and never shown.
 * @returns false for what the plan does not know: another release, rounds in the wrong order, an attribute not in the policy
 */
export function isReleased(
  plan: SuppressionPlan,
  { question, option, rounds }: ReleasedFigure,
  group?: GroupOf,
): boolean {
  const key = columnKey(question, option);
  const column = Object.hasOwn(plan.columns, key) ? plan.columns[key] : undefined;
  const position = plan.views.findIndex((view) => viewKey(view) === viewKey(rounds));
  if (column === undefined || !column.views.includes(position)) return false;
  if (group === undefined) return true;
  const { attribute, value } = group;
  const breakdown = Object.hasOwn(column.breakdowns, attribute) ? column.breakdowns[attribute] : undefined;
  return breakdown !== undefined && breakdown.views.includes(position) && !breakdown.joined.includes(value);
}

type DeltaLike = Pick<
  Delta,
  | 'question'
  | 'option'
  | 'basis'
  | 'comparability'
  | 'ordered'
  | 'panelSize'
  | 'tally'
  | 'netChange'
  | 'table'
  | 'source'
>;

/** A reported change is counted from the later round alone. */
const figureOf = ({ question, option, basis }: DeltaLike, rounds: readonly string[]): ReleasedFigure => ({
  question: question.code,
  ...(option === undefined ? {} : { option }),
  rounds: basis === 'REPORTED' ? rounds.slice(-1) : rounds,
});

/**
 * What protected viewers see of a delta in total.
 * @param rounds codes of its rounds, in order of time
 * @param group the one group that the delta's selection stands for; a delta of any other selection must not be shown
 */
export function protectDelta(
  plan: SuppressionPlan,
  delta: DeltaLike,
  rounds: readonly [from: string, to: string],
  group?: GroupOf,
  rules: SuppressionRules = ALL_RULES,
): ProtectedDelta | Withheld {
  if (!plan.views.some((view) => viewKey(view) === viewKey(rounds))) return WITHHELD;
  const shows = showsAnswers(delta);
  if (shows && !isReleased(plan, figureOf(delta, rounds), group)) return WITHHELD;
  return restricted(delta, delta, shows, rules);
}

/** A side of which everybody who responded is NOT_ASKED, since the round's set lacks the question. */
const lacks = ({ map }: Side): boolean => map.narrow[0] === map.levels + REASON_INDEX.NOT_ASKED;

/** A report of change that the later round does not ask shows nothing but who responded. */
const showsAnswers = (delta: DeltaLike): boolean =>
  delta.basis === 'REPORTED' ? !lacks(delta.source.to) : comparesAnswers(delta);

/** What protected viewers see of a delta's groups: every group is listed, so that it is seen which are withheld. */
export function protectGroups(
  plan: SuppressionPlan,
  delta: DeltaLike,
  rounds: readonly [from: string, to: string],
  attribute: string,
  groups: readonly Group[],
  rules: SuppressionRules = ALL_RULES,
): readonly ProtectedGroup[] {
  const isInPlan = plan.views.some((view) => viewKey(view) === viewKey(rounds));
  const shows = showsAnswers(delta);
  return groups.map((group): ProtectedGroup => {
    const { value } = group;
    const isShown = isInPlan && (!shows || isReleased(plan, figureOf(delta, rounds), { attribute, value }));
    const figures = isShown ? restricted(group, delta, shows, rules) : WITHHELD;
    return { value, figures };
  });
}

function restricted(
  { panelSize, tally, netChange: net, table }: ProtectedDelta,
  { source, ordered }: DeltaLike,
  shows: boolean,
  { oneSided }: SuppressionRules,
): ProtectedDelta {
  if (table === null) return { panelSize, tally, netChange: net, table };
  if (shows) return { panelSize, tally, netChange: net, table: oneSided ? collapsedTable(table) : table };
  const hidden = (side: Side): StateReason => (lacks(side) ? 'NOT_ASKED' : 'NOT_COMPARABLE');
  const collapsed = collapsedTable(table, { from: hidden(source.from), to: hidden(source.to) });
  const own = tallyOfCounts(outcomeCounts(collapsed, source.reading), ordered);
  return { panelSize, tally: own, netChange: netChange(own), table: collapsed };
}

/**
 * Empties the cells that tell what was answered by those who responded in one of the rounds only: they count under their
 * exclusion reason, which does not depend on the answer. `total` stays.
 * @param hidden reasons to put in place of the answers of those who responded in both rounds, where these are not shown either
 */
export function collapsedTable(
  table: TransitionTable,
  hidden?: { readonly from: StateReason; readonly to: StateReason },
): TransitionTable {
  const { levels } = table;
  const size = tableSize(levels);
  const isUnit = (state: number): boolean => state >= levels && state <= levels + REASON_INDEX.NO_RESPONSE;
  const from = levels + REASON_INDEX[hidden?.from ?? 'NOT_COMPARABLE'];
  const to = levels + REASON_INDEX[hidden?.to ?? 'NOT_COMPARABLE'];
  const counts = new Uint32Array(size * size);
  table.counts.forEach((count, cell) => {
    if (count === 0) return;
    const [row, column] = [Math.floor(cell / size), cell % size];
    const stays = hidden === undefined && !isUnit(row) && !isUnit(column);
    const target = stays ? cell : (isUnit(row) ? row : from) * size + (isUnit(column) ? column : to);
    counts[target] = counts[target]! + count;
  });
  return { levels, counts, total: table.total };
}

/** What protected viewers see of a round's distribution: all of it or nothing. A group as for `protectDelta`. */
export function protectDistribution(
  plan: SuppressionPlan,
  { question, option }: Pick<Column, 'question' | 'option'>,
  round: string,
  distribution: Distribution,
  group?: GroupOf,
): Distribution | Withheld {
  const figure = { question: question.code, ...(option === undefined ? {} : { option }), rounds: [round] };
  return isReleased(plan, figure, group) ? distribution : WITHHELD;
}
