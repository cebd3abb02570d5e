import { compareRounds, unitsOf } from '../comparison/compare-rounds.js';
import { columnKey } from '../comparison/comparison.types.js';
import type { Column, RoundColumns } from '../comparison/comparison.types.js';
import type { Delta } from '../comparison/delta.js';
import { reportedMapOf } from '../comparison/reported-change.js';
import { stateMapOf } from '../comparison/state-map.js';
import { NO_RESPONSE, NOT_IN_PANEL, UNIT_CHANGED, WIDE_REASONS } from '../response/answer-state.js';
import { compileRule } from '../rule/rule.js';
import type { Labels } from './partition.js';
import type { AnswerSide, Evidence } from './safety.js';
import type { ReleaseInput } from './suppression.types.js';

/** Rounds of a view, by code. */
export type View = readonly string[];

export const viewKey = (view: View): string => JSON.stringify(view);

/** A release with what its views are made of; supports and evidence are made once. */
export interface ReleasedViews {
  readonly release: ReleaseInput;
  readonly size: number;
  /** Pairs first, the latest rounds first; then single rounds, the latest first. */
  readonly views: readonly View[];
  readonly columnKeys: readonly string[];
  /** 1 = responded in every round of the view. */
  readonly supportOf: (view: View) => Labels;
  /** Null where a column shows nothing on a view that is not known anyway. */
  readonly evidenceOf: (view: View, key: string, withDependence: boolean) => Evidence | null;
}

/** Whether an answer state is known to everybody who knows who responded. */
function isPublicState(state: number, isWide: boolean): boolean {
  const reason = isWide ? state - WIDE_REASONS : state;
  return reason === NO_RESPONSE || reason === NOT_IN_PANEL || reason === UNIT_CHANGED;
}

export function respondents(round: RoundColumns): Uint8Array {
  const units = unitsOf(round);
  const isWide = units.BYTES_PER_ELEMENT === 2;
  return Uint8Array.from(units, (state) => Number(!isPublicState(state, isWide)));
}

/**
 * Whether a delta compares answers at all. Where it does not, since a round lacks the question or the revisions are not the
 * same measurement, protected viewers get the numbers of those who responded and nothing of what they answered.
 */
export function comparesAnswers(delta: Pick<Delta, 'basis' | 'comparability' | 'question'>): boolean {
  if (delta.basis === 'REPORTED') return true;
  const verdict = delta.comparability?.verdict ?? 'BREAK';
  return verdict !== 'BREAK' && !(verdict === 'RECODED' && delta.question.type === 'NUMBER');
}

const ownLevels = ({ question, option }: Column): number => {
  if (option !== undefined) return 2;
  return question.type === 'NUMBER' || question.type === 'TEXT' ? 1 : question.scale.levels.length;
};

function ownSide(column: Column): AnswerSide {
  const levels = ownLevels(column);
  const ranks = Array.from({ length: levels }, (_, rank) => rank);
  const side = { states: column.states, map: stateMapOf(levels, ranks, column.question.scale.missing) };
  return column.numbers === undefined ? { side } : { side, values: column.numbers };
}

export function columnKeysOf(release: ReleaseInput): readonly string[] {
  const keys = new Set<string>();
  for (const { columns } of release.rounds)
    for (const [key, { question }] of columns) if (question.type !== 'TEXT') keys.add(key);
  return [...keys];
}

/** Codes of the questions that decide whether a question is shown or required in a round. */
export function conditionsOf({ questionSet }: RoundColumns, code: string): readonly string[] {
  const question = questionSet.byCode.get(code);
  const rules = [question?.visibleIf, question?.requiredIf].filter((rule) => rule !== undefined);
  return rules.flatMap((rule) => {
    const compiled = compileRule(rule, questionSet.byCode);
    // A published set's rules have been checked; one that does not compile hides nothing.
    return compiled.ok ? compiled.value.references : [];
  });
}

function allConditions(round: RoundColumns, code: string): readonly string[] {
  const found = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const condition of conditionsOf(round, next))
      if (!found.has(condition)) {
        found.add(condition);
        open.push(condition);
      }
  return [...found];
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

/**
 * @param supports those made so far, of all releases; new ones are added
 * @throws RangeError for rounds of different panels or of one code
 */
export function releasedViews(release: ReleaseInput, supports: Uint8Array[]): ReleasedViews {
  const { rounds, history } = release;
  const byCode = new Map(rounds.map((round) => [round.code, round]));
  const size = rounds[0]?.size ?? 0;
  if (byCode.size !== rounds.length) throw new RangeError('two rounds of a release have the same code');
  if (rounds.some((round) => round.size !== size)) throw new RangeError('the rounds of a release follow one panel');
  const roundOf = (code: string): RoundColumns => {
    const round = byCode.get(code);
    if (round === undefined) throw new RangeError(`the release has no round ${code}`);
    return round;
  };
  const late = rounds.map(({ code }) => code).toReversed();
  const pairs = late.flatMap((to, index) => late.slice(index + 1).map((from): View => [from, to]));
  const respondentsOf = memo((code) => respondents(roundOf(code)));
  const supportByKey = memo((key) => {
    const [first, ...others] = (JSON.parse(key) as string[]).map(respondentsOf);
    const both = first ?? new Uint8Array(size);
    const own =
      others.length === 0 ? both : both.map((byte, row) => (others.every((other) => other[row] === 1) ? byte : 0));
    // Equal supports are one object, so that what is known of one is known of all.
    const equal = supports.find((known) => known.every((byte, row) => byte === own[row]));
    if (equal === undefined) supports.push(own);
    return equal ?? own;
  });
  const deltasOf = memo((key) => {
    const [from, to] = JSON.parse(key) as [string, string];
    const compared = compareRounds({ from: roundOf(from), to: roundOf(to), history });
    const deltas = compared.ok ? compared.value.deltas : [];
    return new Map(deltas.map((delta) => [columnKey(delta.question.code, delta.option), delta]));
  });
  const conditionSides = memo((key) => {
    const [code, question] = JSON.parse(key) as [string, string];
    const round = roundOf(code);
    const conditions = new Set(allConditions(round, question));
    const columns = [...round.columns.values()].filter((column) => conditions.has(column.question.code));
    return columns.map(ownSide);
  });
  const evidenceOf = (view: View, key: string, withDependence: boolean): Evidence | null => {
    const own =
      view.length === 1 ? singleEvidence(roundOf(view[0]!), key) : pairEvidence(deltasOf(viewKey(view)).get(key));
    if (own === null) return null;
    const support = supportByKey(viewKey(view));
    const question = key.split('|')[0]!;
    const conditions = withDependence ? view.flatMap((code) => conditionSides(JSON.stringify([code, question]))) : [];
    return { support, sides: [...own.sides, ...conditions], change: own.change };
  };
  return {
    release,
    size,
    views: [...pairs, ...late.map((code): View => [code])],
    columnKeys: columnKeysOf(release),
    supportOf: (view) => supportByKey(viewKey(view)),
    evidenceOf,
  };
}

type OwnEvidence = Omit<Evidence, 'support'>;

/** A reported change rests on one round alone, and is as safe as that round's distribution. */
function singleEvidence({ columns }: RoundColumns, key: string): OwnEvidence | null {
  const column = columns.get(key);
  if (column === undefined) return null;
  const { question, states } = column;
  const reported = question.reportsChangeOf === undefined ? [] : [{ side: { states, map: reportedMapOf(question) } }];
  return { sides: [ownSide(column), ...reported], change: null };
}

function pairEvidence(delta: Delta | undefined): OwnEvidence | null {
  if (delta === undefined || delta.basis === 'REPORTED' || !comparesAnswers(delta)) return null;
  const { reading, from, to, numbers } = delta.source;
  const sideOf = (side: AnswerSide['side'], values: Float64Array | undefined): AnswerSide =>
    values === undefined ? { side } : { side, values };
  return {
    sides: [sideOf(from, numbers?.from), sideOf(to, numbers?.to)],
    change: { reading, from, to, ...(numbers === undefined ? {} : { numbers }) },
  };
}
