/** Asks the domain and the oracle the same, and names every figure in which they differ. */
import {
  attributeIn,
  compareRounds,
  directionOfEach,
  distributionOf,
  groupingOf,
  groupsOf,
  levelShare,
  medianLevel,
  roundRows,
  seriesOf,
  transitionsOf,
  unitsOf,
} from '@reflexbogen/domain';
import type { Column, Delta, QuestionSet, RoundColumns } from '@reflexbogen/domain';
import { oracleKeys, oracleRows, oracleTally } from './comparison-oracle.js';
import type { OracleKey, OracleRound } from './comparison-oracle.js';
import { domainRound } from './domain-study.js';
import { oracleComparability } from './oracle-comparability.js';
import {
  oracleDistribution,
  oracleGroups,
  oracleMedian,
  oracleNetChange,
  oracleSeries,
  oracleTransitions,
} from './oracle-figures.js';
import { oracleRegions, oracleRound } from './oracle-study.js';
import type { RandomStudy } from './random-study.js';

// Looking up a global is slow inside jest.
const { isArray } = Array;
const { keys: namesOf } = Object;
const isList = (value: unknown): value is readonly unknown[] => isArray(value);

/** How often each thing was met, by name: a generator that no longer makes some kind of case must not pass for agreement. */
export type Coverage = Map<string, number>;

export interface Difference {
  readonly figure: string;
  readonly domain: unknown;
  readonly oracle: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Deep equality of plain values; jest's own takes most of the time of thousands of cases. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b) || isList(a) || isList(b)) return false;
  const names = namesOf(a);
  return names.length === namesOf(b).length && names.every((name) => isSame(a[name], b[name]));
}

class Comparison {
  readonly differences: Difference[] = [];

  constructor(private readonly coverage: Coverage) {}

  expect(figure: string, domain: unknown, oracle: unknown): void {
    if (!isSame(domain, oracle)) this.differences.push({ figure, domain, oracle });
  }

  saw(name: string, times = 1): void {
    this.coverage.set(name, (this.coverage.get(name) ?? 0) + times);
  }
}

interface Sides {
  readonly study: RandomStudy;
  readonly from: RoundColumns;
  readonly to: RoundColumns;
  readonly a: OracleRound;
  readonly b: OracleRound;
  readonly isCounted: (row: number) => boolean;
  readonly selection: { readonly selection?: Uint8Array };
}

const nameOf = ({ code, option }: OracleKey): string => (option === undefined ? code : `${code}|${option}`);

function compareDelta(
  delta: Delta,
  key: OracleKey,
  sides: Sides,
  regions: readonly (string | null)[],
  check: Comparison,
) {
  const { a, b, study, isCounted } = sides;
  const name = nameOf(key);
  const all = oracleRows(key, a, b, study.history);
  const rows = all.map((row, index) => (isCounted(index) ? row : null));
  const outcomes = rows.map((row) => row?.outcome ?? null);
  const tally = oracleTally(outcomes, delta.ordered);
  const question = b.questionSet.byCode.get(key.code) ?? a.questionSet.byCode.get(key.code)!;
  const isReported = question.reportsChangeOf !== undefined;
  const { type } = question;
  const isNominal = type === 'CHOICE' || (type === 'SCALE' && !question.scale.ordered);
  check.expect(`${name} basis`, delta.basis, isReported ? 'REPORTED' : 'COMPUTED');
  check.expect(`${name} ordered`, delta.ordered, isReported || !isNominal);
  check.expect(`${name} outcomes`, directionOfEach(delta), outcomes);
  check.expect(`${name} panel`, delta.panelSize, outcomes.filter((outcome) => outcome !== null).length);
  check.expect(`${name} tally`, delta.tally, tally);
  check.expect(`${name} net change`, delta.netChange, oracleNetChange(tally));
  const codes =
    key.option !== undefined || type === 'BOOLEAN' ? ['false', 'true'] : question.scale.levels.map(({ code }) => code);
  check.expect(`${name} transitions`, transitionsOf(delta), isReported ? [] : oracleTransitions(rows, codes));
  const groups = groupsOf(delta, groupingOf(regions)).map(({ table: _, ...group }) => group);
  check.expect(`${name} groups`, groups, oracleGroups(rows, regions, delta.ordered));
  const isBoth = a.questionSet.byCode.has(key.code) && b.questionSet.byCode.has(key.code);
  const verdict =
    isBoth && !isReported ? oracleComparability(key.code, a.questionSet, b.questionSet, study.history).verdict : null;
  check.expect(`${name} verdict`, delta.comparability?.verdict ?? null, verdict);
  if (isBoth && !isReported) sawChain(key.code, sides, verdict, check);
  check.saw(`type ${isReported ? 'REPORTED' : type}`);
  check.saw(`verdict ${verdict ?? 'none'}`);
  if (isNominal) check.saw('nominal');
  for (const outcome of outcomes) if (outcome !== null) check.saw(`outcome ${outcome}`);
}

/** Which kinds of chain lie between the two revisions. */
function sawChain(code: string, { a, b, study }: Sides, verdict: string | null, check: Comparison): void {
  const isBetween = ({ year, revision }: QuestionSet): boolean =>
    [year, revision].join() > [a.questionSet.year, a.questionSet.revision].join() &&
    [year, revision].join() < [b.questionSet.year, b.questionSet.revision].join();
  const between = study.history.filter(isBetween);
  if (between.some((set) => !set.byCode.has(code))) check.saw('question not asked in between');
  if (verdict === 'RECODED' && between.some((set) => set.byCode.has(code))) check.saw('recode over several revisions');
}

function compareSide(column: Column, side: 'FROM' | 'TO', sides: Sides, check: Comparison): void {
  const { question, option } = column;
  const { a, b, from, to, isCounted, selection } = sides;
  const [own, other] = side === 'FROM' ? [a, b] : [b, a];
  const otherUnits = unitsOf(side === 'FROM' ? to : from);
  const distribution = distributionOf(column, { side, otherUnits, ...selection });
  const expected = oracleDistribution(question, option, own.sheets, { side, isCounted, others: other.sheets });
  const name = `${side} ${nameOf({ code: question.code, ...(option === undefined ? {} : { option }) })}`;
  check.expect(`${name} distribution`, distribution, expected);
  check.expect(`${name} median`, medianLevel(distribution), oracleMedian(expected));
  const box = question.scale.boxes.high ?? [];
  const share = levelShare(distribution, box);
  const inBox = expected.levels.filter(({ code }) => box.includes(code)).reduce((sum, { count }) => sum + count, 0);
  check.expect(`${name} share`, [share.count, share.of], [inBox, expected.answered]);
  check.expect(`${name} share's exclusions`, share.exclusions, expected.exclusions);
}

function compareSeries(
  sides: Sides,
  columns: readonly RoundColumns[],
  rounds: readonly OracleRound[],
  check: Comparison,
) {
  const { study, isCounted, selection } = sides;
  const { question, option } = study.series;
  const { history } = study;
  const key: OracleKey = { code: question, ...(option === undefined ? {} : { option }) };
  const points = seriesOf({ rounds: columns, history, ...study.series, ...selection });
  const expected = oracleSeries(key, rounds, history, isCounted);
  check.expect(
    `series ${nameOf(key)}`,
    points.map(({ distribution, delta, previous }) => ({
      distribution,
      outcomes: delta === null ? null : directionOfEach(delta),
      previous: previous === null ? null : columns.indexOf(previous),
    })),
    expected,
  );
  for (const { distribution, outcomes } of expected)
    check.saw(distribution === null ? 'series gap' : outcomes === null ? 'series start' : 'series change');
}

/** Every figure of one study, by both. */
export function differencesIn(study: RandomStudy, coverage: Coverage = new Map()): readonly Difference[] {
  const check = new Comparison(coverage);
  const columns = study.rounds.map((round) => domainRound(study, round));
  const rounds = study.rounds.map((round) => oracleRound(study, round));
  const [first, second] = study.pair.map((wanted) => study.rounds.findIndex(({ code }) => code === wanted));
  const later = study.rounds[second!]!;
  const { filter, municipalities } = study;
  const isCounted = (row: number): boolean => filter === null || filter.has(municipalities[row]!.code);
  const sides: Sides = {
    study,
    from: columns[first!]!,
    to: columns[second!]!,
    a: rounds[first!]!,
    b: rounds[second!]!,
    isCounted,
    selection:
      filter === null ? {} : { selection: Uint8Array.from(municipalities, (_, row) => Number(isCounted(row))) },
  };
  const regions = roundRows(municipalities, later.year).panel.map((each) => attributeIn(each, 'region', later.code));
  check.expect('regions', regions, oracleRegions(study, later));
  const compared = compareRounds({ from: sides.from, to: sides.to, history: study.history, ...sides.selection });
  const deltas = compared.ok ? compared.value.deltas : [];
  const keys = oracleKeys(sides.a.questionSet, sides.b.questionSet);
  check.expect(
    'questions',
    deltas.map(({ question, option }) => nameOf({ code: question.code, ...(option === undefined ? {} : { option }) })),
    keys.map(nameOf),
  );
  keys.forEach((key, index) => {
    const delta = deltas[index];
    if (delta !== undefined) compareDelta(delta, key, sides, regions, check);
  });
  for (const column of sides.from.columns.values()) compareSide(column, 'FROM', sides, check);
  for (const column of sides.to.columns.values()) compareSide(column, 'TO', sides, check);
  compareSeries(sides, columns, rounds, check);
  check.saw(filter === null ? 'no filter' : 'filter');
  check.saw(`${Math.ceil(municipalities.length / 10)}0 municipalities at most`);
  if (municipalities.some(({ carriesOn }) => carriesOn !== undefined)) check.saw('succession');
  if (study.rounds.some(({ questionSet, handIns }) => handIns.some((each) => each.questionSet.id !== questionSet.id)))
    check.saw('another revision within a round');
  check.saw(`${study.history.length} question sets`);
  if (columns.some((round) => [...round.columns.values()].some(({ states }) => states.BYTES_PER_ELEMENT === 2)))
    check.saw('scale of two bytes');
  return check.differences;
}
