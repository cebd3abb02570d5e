import { codesNamed } from '../question-set/expand-questions.js';
import type { Question, QuestionSet } from '../question-set/question-set.js';
import { NOT_ASKED } from '../response/answer-state.js';
import { failed, ok } from '../result.js';
import type { Result } from '../result.js';
import { BOOLEAN_SCALE } from '../scale/scale.js';
import { comparabilityOf } from './comparability.js';
import { columnKey } from './comparison.types.js';
import type { Column, Comparability, RoundColumns } from './comparison.types.js';
import { deltaOf } from './delta.js';
import type { Delta } from './delta.js';
import { reportedMapOf } from './reported-change.js';
import { isOutside, stateMapOf, unitMapOf } from './state-map.js';
import type { Side, StateMap } from './state-map.js';
import { REPORTED_LEVELS } from './tally.js';
import type { Reading } from './tally.js';

export interface RoundPair {
  readonly from: RoundColumns;
  readonly to: RoundColumns;
  /** The template's published question sets: the way from one revision to another. */
  readonly history: readonly QuestionSet[];
  /** Codes of questions, or of grids for all their cells; all questions without it. */
  readonly questions?: readonly string[];
  /** One byte a municipality in panel order, 1 = in. */
  readonly selection?: Uint8Array;
}

export interface UnknownQuestion {
  readonly code: 'UNKNOWN_QUESTION';
  readonly message: string;
  readonly question: string;
}

export interface RoundComparison {
  /** Municipalities that are members in either round and selected. */
  readonly panelSize: number;
  /** In the order of the later question set, then questions that only the earlier one asks; TEXT is left out. */
  readonly deltas: readonly Delta[];
}

/**
 * Compares every question of two rounds.
 * Both rounds' columns must follow the same panel order. Questions that one round lacks are NOT_ASKED there; a MULTI_CHOICE
 * question gives one delta per option of either set.
 * @returns the deltas, or one error per code of `questions` that neither set knows
 * @throws RangeError for columns that do not fit each other or their questions: corrupt data never becomes a figure
 * Source: docs/methodology.md
 */
export function compareRounds(pair: RoundPair): Result<RoundComparison, UnknownQuestion> {
  const { from, to } = pair;
  if (from.size !== to.size)
    throw new RangeError(`rounds of ${from.size} and ${to.size} municipalities cannot be compared`);
  const wanted = wantedCodes(pair);
  if (!wanted.ok) return wanted;
  const units: UnitStates = { from: unitsOf(from), to: unitsOf(to) };
  const deltas = questionsOf(from.questionSet, to.questionSet)
    .filter((code) => wanted.value === null || wanted.value.has(code))
    .flatMap((code) => deltasOf(code, pair, units));
  return ok({ panelSize: deltas[0]?.panelSize ?? panelSizeOf(units, pair.selection), deltas });
}

interface UnitStates {
  readonly from: Uint8Array | Uint16Array;
  readonly to: Uint8Array | Uint16Array;
}

function wantedCodes({ from, to, questions }: RoundPair): Result<ReadonlySet<string> | null, UnknownQuestion> {
  if (questions === undefined) return ok(null);
  const wanted = new Set<string>();
  const errors: UnknownQuestion[] = [];
  for (const question of questions) {
    const codes = [...(codesNamed(to.questionSet, question) ?? []), ...(codesNamed(from.questionSet, question) ?? [])];
    if (codes.length === 0) {
      const message = `neither round asks a question "${question}"`;
      errors.push({ code: 'UNKNOWN_QUESTION', message, question });
    }
    for (const code of codes) wanted.add(code);
  }
  return errors.length === 0 ? ok(wanted) : failed(...errors);
}

const questionsOf = (from: QuestionSet, to: QuestionSet): readonly string[] => [
  ...to.questions.map(({ code }) => code),
  ...from.questions.filter(({ code }) => !to.byCode.has(code)).map(({ code }) => code),
];

/** Why municipalities have no answers at all, as any column of the round tells. */
export function unitsOf(round: RoundColumns): Uint8Array | Uint16Array {
  if (round.units !== undefined) return round.units;
  for (const { states } of round.columns.values()) return states;
  // A set without questions: nobody was asked anything.
  return new Uint8Array(round.size).fill(NOT_ASKED);
}

function panelSizeOf(units: UnitStates, selection: Uint8Array | undefined): number {
  let size = 0;
  for (let row = 0; row < units.from.length; row += 1) {
    if (selection !== undefined && (selection[row]! & 1) === 0) continue;
    if (!isOutside(units.from, row) || !isOutside(units.to, row)) size += 1;
  }
  return size;
}

function deltasOf(code: string, pair: RoundPair, units: UnitStates): readonly Delta[] {
  const earlier = pair.from.questionSet.byCode.get(code);
  const later = pair.to.questionSet.byCode.get(code);
  const question = later ?? earlier;
  if (question === undefined || question.type === 'TEXT') return [];
  const selection = pair.selection === undefined ? {} : { selection: pair.selection };
  if (question.reportsChangeOf !== undefined) return reportedDeltas(question, pair, units, selection);
  const comparability = comparabilityOf(code, pair.from.questionSet, pair.to.questionSet, pair.history);
  const context: Context = { question, earlier, later, comparability, pair, units, selection };
  if (question.type === 'MULTI_CHOICE') return optionsOf(earlier, later).map((option) => optionDelta(option, context));
  return [question.type === 'NUMBER' ? numberDelta(context) : levelDelta(context)];
}

interface Context {
  readonly question: Question;
  readonly earlier: Question | undefined;
  readonly later: Question | undefined;
  readonly comparability: Comparability | null;
  readonly pair: RoundPair;
  readonly units: UnitStates;
  readonly selection: { readonly selection?: Uint8Array };
}

const about = ({ question, comparability }: Context) => ({ question, basis: 'COMPUTED' as const, comparability });

function columnOf(round: RoundColumns, key: string): Column {
  const column = round.columns.get(key);
  if (column === undefined) throw new RangeError(`round ${round.code} has no column ${key}`);
  return column;
}

/** A side on which nothing but unit-level reasons matters. */
const notAsked = (states: Uint8Array | Uint16Array, levels: number): Side => ({
  states,
  map: unitMapOf(levels, 'NOT_ASKED', states.BYTES_PER_ELEMENT === 2),
});

/** The first column of a question: its own, or its first option's, whose reasons are those of all options. */
function anyColumn(round: RoundColumns, question: Question): Column {
  const option = question.type === 'MULTI_CHOICE' ? question.scale.levels[0]?.code : undefined;
  return columnOf(round, columnKey(question.code, option));
}

/** Levels of a question's own column. */
function ownLevels(question: Question): number {
  if (question.type === 'NUMBER' || question.type === 'TEXT') return 1;
  return question.type === 'MULTI_CHOICE' ? 2 : question.scale.levels.length;
}

const ranksUpTo = (levels: number): readonly number[] => Array.from({ length: levels }, (_, rank) => rank);

/** The earlier side of a question of another type: its reasons stay, its answers are not comparable. */
function brokenSide(round: RoundColumns, question: Question, levels: number): Side {
  const ranks = ranksUpTo(ownLevels(question)).map(() => 'NOT_COMPARABLE' as const);
  return { states: anyColumn(round, question).states, map: stateMapOf(levels, ranks, question.scale.missing) };
}

function levelDelta(context: Context): Delta {
  const { question, earlier, later, comparability, pair, units, selection } = context;
  const levelCodes = question.scale.levels.map(({ code }) => code);
  const levels = levelCodes.length;
  const own = (round: RoundColumns): Side => ({
    states: columnOf(round, question.code).states,
    map: ownMapOf(question),
  });
  const from = (): Side => {
    if (earlier === undefined) return notAsked(units.from, levels);
    if (later === undefined) return own(pair.from);
    if (earlier.type !== question.type) return brokenSide(pair.from, earlier, levels);
    return { states: columnOf(pair.from, earlier.code).states, map: mapOnto(earlier, question, comparability) };
  };
  const reading: Reading = question.type !== 'CHOICE' && question.scale.ordered ? 'ORDERED' : 'NOMINAL';
  const to = later === undefined ? notAsked(units.to, levels) : own(pair.to);
  return deltaOf(about(context), { reading, from: from(), to, levelCodes, ...selection });
}

const ownMaps = new WeakMap<Question, StateMap>();

/** How a question's own column is read; made once a question. */
function ownMapOf(question: Question): StateMap {
  let map = ownMaps.get(question);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (map === undefined) {
    const levels = question.scale.levels.length;
    ownMaps.set(question, (map = stateMapOf(levels, ranksUpTo(levels), question.scale.missing)));
  }
  return map;
}

interface KnownMap {
  readonly comparability: Comparability | null;
  readonly map: StateMap;
}

const mapsOnto = new WeakMap<Question, WeakMap<Question, KnownMap>>();

/** How the earlier question's column is read onto the later question's levels; made once for the same comparability. */
function mapOnto(earlier: Question, later: Question, comparability: Comparability | null): StateMap {
  let byLater = mapsOnto.get(earlier);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (byLater === undefined) mapsOnto.set(earlier, (byLater = new WeakMap<Question, KnownMap>()));
  const known = byLater.get(later);
  if (known !== undefined && known.comparability === comparability) return known.map;
  const ranks = ranksOnto(earlier, later, comparability);
  const map = stateMapOf(later.scale.levels.length, ranks, earlier.scale.missing);
  // Stryker disable next-line ObjectLiteral: made anew, the result is the same
  byLater.set(later, { comparability, map });
  return map;
}

/** Ranks of the earlier scale on the later one: by the composed recode, else by equal code. */
function ranksOnto(
  earlier: Question,
  later: Question,
  comparability: Comparability | null,
): readonly (number | 'NOT_COMPARABLE')[] {
  const rankOfCode = new Map(later.scale.levels.map(({ code }, rank) => [code, rank]));
  return earlier.scale.levels.map(({ code }) => {
    if (comparability === null || comparability.verdict === 'BREAK') return 'NOT_COMPARABLE';
    const target = comparability.recode === undefined ? code : comparability.recode.get(code);
    return (target === undefined ? undefined : rankOfCode.get(target)) ?? 'NOT_COMPARABLE';
  });
}

function numberDelta(context: Context): Delta {
  const { question, earlier, later, comparability, pair, units, selection } = context;
  // A level map cannot carry a number over, so that RECODED leaves every number out.
  const isComparable =
    comparability !== null && comparability.verdict !== 'BREAK' && comparability.verdict !== 'RECODED';
  const sideOf = (round: RoundColumns, asked: Question, ranks: readonly (number | 'NOT_COMPARABLE')[]): Side => ({
    states: columnOf(round, asked.code).states,
    map: stateMapOf(1, ranks, asked.scale.missing),
  });
  const from = (): Side => {
    if (earlier === undefined) return notAsked(units.from, 1);
    if (earlier.type !== 'NUMBER') return brokenSide(pair.from, earlier, 1);
    return sideOf(pair.from, earlier, [isComparable ? 0 : 'NOT_COMPARABLE']);
  };
  const to = later === undefined ? notAsked(units.to, 1) : sideOf(pair.to, later, [0]);
  const source = { reading: 'NUMBER' as const, from: from(), to, levelCodes: [], ...selection };
  if (!isComparable) return deltaOf(about(context), source);
  const rule = {
    ...(question.decimals === undefined ? {} : { decimals: question.decimals }),
    ...(question.tolerance === undefined ? {} : { tolerance: question.tolerance }),
  };
  const numbers = {
    fromStates: source.from.states,
    toStates: to.states,
    from: numbersOf(pair.from, question.code),
    to: numbersOf(pair.to, question.code),
    rule,
  };
  return deltaOf(about(context), { ...source, numbers });
}

function numbersOf(round: RoundColumns, code: string): Float64Array {
  const { numbers } = columnOf(round, code);
  if (numbers === undefined) throw new RangeError(`column ${code} of round ${round.code} has no numbers`);
  return numbers;
}

const optionsOf = (earlier: Question | undefined, later: Question | undefined): readonly string[] => {
  const asked = [later, earlier].filter((question) => question?.type === 'MULTI_CHOICE');
  return [...new Set(asked.flatMap((question) => question!.scale.levels.map(({ code }) => code)))];
};

const BOOLEAN_CODES = BOOLEAN_SCALE.levels.map(({ code }) => code);

function optionDelta(option: string, context: Context): Delta {
  const { earlier, later, pair, units, selection } = context;
  const hasOption = later?.scale.levels.some(({ code }) => code === option) === true;
  const to: Side =
    later === undefined || !hasOption
      ? notAsked(units.to, 2)
      : { states: columnOf(pair.to, columnKey(later.code, option)).states, map: optionMap(later, true) };
  const from = earlier === undefined ? notAsked(units.from, 2) : earlierOption(option, earlier, context);
  return deltaOf(
    { ...about(context), option },
    { reading: 'ORDERED', from, to, levelCodes: BOOLEAN_CODES, ...selection },
  );
}

const optionMap = (question: Question, isComparable: boolean): StateMap =>
  stateMapOf(2, isComparable ? [0, 1] : ['NOT_COMPARABLE', 'NOT_COMPARABLE'], question.scale.missing);

/** The earlier side of an option: the options that the recode maps onto it, chosen where any of them was. */
function earlierOption(option: string, earlier: Question, { comparability, pair, units }: Context): Side {
  if (earlier.type !== 'MULTI_CHOICE') return brokenSide(pair.from, earlier, 2);
  const codes = earlier.scale.levels.map(({ code }) => code);
  const recode = comparability?.verdict === 'BREAK' ? undefined : comparability?.recode;
  const sources =
    recode === undefined
      ? codes.filter((code) => code === option)
      : codes.filter((code) => recode.get(code) === option);
  const columns = sources.map((code) => columnOf(pair.from, columnKey(earlier.code, code)).states);
  const isComparable = comparability === null || comparability.verdict !== 'BREAK';
  const first = columns[0];
  if (first !== undefined)
    return { states: columns.length === 1 ? first : anyChosen(columns), map: optionMap(earlier, isComparable) };
  // Offered then under this code, but the recode leaves it out: not comparable. Not offered then: not asked.
  if (!codes.includes(option)) return notAsked(units.from, 2);
  return { states: columnOf(pair.from, columnKey(earlier.code, option)).states, map: optionMap(earlier, false) };
}

/** Reasons are the same in all options of a question, and above both levels: the largest state is the union. */
function anyChosen(columns: readonly (Uint8Array | Uint16Array)[]): Uint8Array | Uint16Array {
  const union = columns[0]!.slice();
  for (const column of columns)
    for (let row = 0; row < union.length; row += 1) union[row] = Math.max(union[row]!, column[row]!);
  return union;
}

function reportedDeltas(
  question: Question,
  { to }: RoundPair,
  units: UnitStates,
  selection: { readonly selection?: Uint8Array },
): readonly Delta[] {
  const later = to.questionSet.byCode.get(question.code);
  const earlierSide = notAsked(units.from, REPORTED_LEVELS);
  const laterSide: Side =
    later === undefined
      ? notAsked(units.to, REPORTED_LEVELS)
      : { states: anyColumn(to, later).states, map: reportedMapOf(later) };
  const source = { reading: 'REPORTED' as const, from: earlierSide, to: laterSide, levelCodes: [], ...selection };
  const reports = question.reportsChangeOf;
  return [
    deltaOf(
      { question, basis: 'REPORTED', comparability: null, ...(reports === undefined ? {} : { reports }) },
      source,
    ),
  ];
}
