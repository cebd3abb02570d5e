import { signTest } from '../statistics/paired-tests.js';
import type { Question } from '../question-set/question-set.js';
import type { Basis, Comparability, Tally } from './comparison.types.js';
import { numberChanges, numberDirection } from './number-change.js';
import type { NumberPair } from './number-change.js';
import type { Side } from './state-map.js';
import { stateAt } from './state-map.js';
import { outcomesByGroup } from './group-outcomes.js';
import {
  BY_VALUE,
  NO_OUTCOME,
  OUTCOMES,
  netChange,
  outcomeCounts,
  outcomesOf,
  tallyOfCounts,
  withValues,
} from './tally.js';
import type { Outcome, Reading } from './tally.js';
import { tableSize, transitionTable, transitionTablesByGroup } from './transition-table.js';
import type { TransitionTable } from './transition-table.js';

/** Where a delta's counts come from: enough to count it again by group or municipality by municipality. */
export interface DeltaSource {
  readonly reading: Reading;
  readonly from: Side;
  readonly to: Side;
  /** NUMBER only, and only where numbers may be compared. */
  readonly numbers?: NumberPair;
  readonly selection?: Uint8Array;
  /** Codes of the table's levels, by rank; empty for NUMBER and REPORTED. */
  readonly levelCodes: readonly string[];
}

/** The change of one question (or one option of a MULTI_CHOICE question) between two rounds. */
export interface Delta {
  /** The later round's question; the earlier one's where only that round asks it. */
  readonly question: Question;
  readonly option?: string;
  readonly basis: Basis;
  /** REPORTED: the question and the year whose change was asked for. */
  readonly reports?: { readonly question: string; readonly since: number };
  /** Null where there are no two revisions to compare: asked in one round only, or reported. */
  readonly comparability: Comparability | null;
  /** False where only changed and unchanged exist. */
  readonly ordered: boolean;
  /** Municipalities that are members in either round and selected: comparable + excluded. */
  readonly panelSize: number;
  readonly tally: Tally;
  /** (increased − decreased) / comparable; null for nominal questions and where nothing is comparable. */
  readonly netChange: number | null;
  /** Null for a reported change. NUMBER: one level, which means answered. */
  readonly table: TransitionTable | null;
  readonly source: DeltaSource;
}

/** Counts a delta. @throws RangeError for corrupt columns, as transitionTable does */
export function deltaOf(
  about: Pick<Delta, 'question' | 'option' | 'basis' | 'reports' | 'comparability'>,
  source: DeltaSource,
): Delta {
  const { reading, from, to, numbers, selection } = source;
  const table = transitionTable(from, to, selection);
  const values = numbers === undefined ? undefined : numberChanges(numbers, 1, undefined, selection)[0];
  const ordered = reading !== 'NOMINAL';
  const tally = tallyOfCounts(outcomeCounts(table, reading, values), ordered);
  // Written out: a literal that begins with a spread takes longer to fill than the counting of a thousand municipalities.
  const counted: Delta = {
    question: about.question,
    basis: about.basis,
    comparability: about.comparability,
    ordered,
    panelSize: table.total,
    tally,
    netChange: netChange(tally),
    table: reading === 'REPORTED' ? null : table,
    source,
  };
  if (about.option === undefined && about.reports === undefined) return counted;
  return {
    ...counted,
    ...(about.option === undefined ? {} : { option: about.option }),
    ...(about.reports === undefined ? {} : { reports: about.reports }),
  };
}

/** Municipalities by the value of an attribute. */
export interface Grouping {
  /** Group values; null = not stated. */
  readonly values: readonly (string | null)[];
  /** For each municipality in panel order the position of its value in `values`. */
  readonly index: Uint8Array | Uint16Array;
}

/**
 * Groups municipalities by a value.
 * @param valueOf each municipality's value in panel order; null or undefined = not stated
 * @param declared values in the order to show them; others follow in order of their code, "not stated" comes last
 * @throws RangeError beyond 65,536 different values
 */
export function groupingOf(
  valueOf: readonly (string | null | undefined)[],
  declared: readonly string[] = [],
): Grouping {
  const present = new Set<string | null>();
  for (const value of valueOf) present.add(value ?? null);
  const listed = new Set(declared);
  const others = [...present].filter((value): value is string => value !== null && !listed.has(value)).sort();
  const values: (string | null)[] = [...[...listed].filter((value) => present.has(value)), ...others];
  if (present.has(null)) values.push(null);
  if (values.length > 0x10000) throw new RangeError(`${values.length} groups are more than a breakdown can hold`);
  const positions = new Map(values.map((value, position) => [value, position]));
  const index = values.length <= 256 ? new Uint8Array(valueOf.length) : new Uint16Array(valueOf.length);
  for (let row = 0; row < valueOf.length; row += 1) index[row] = positions.get(valueOf[row] ?? null)!;
  return { values, index };
}

/** One group of a breakdown. */
export interface Group {
  /** Null = not stated. */
  readonly value: string | null;
  readonly panelSize: number;
  readonly tally: Tally;
  readonly netChange: number | null;
  /** Null for a reported change. */
  readonly table: TransitionTable | null;
}

/**
 * Breaks a delta down. Groups partition the panel: every count of the groups sums to the delta's.
 * @returns the groups that have at least one municipality of the panel, in the grouping's order
 */
export function groupsOf(delta: Delta, grouping: Grouping): readonly Group[] {
  const { reading, from, to, numbers, selection } = delta.source;
  const count = grouping.values.length;
  // Tables are counted when the first one is asked for, all groups at once.
  let known: readonly TransitionTable[] | undefined;
  const tables = (): readonly TransitionTable[] =>
    (known ??= transitionTablesByGroup(from, to, grouping.index, count, selection));
  const outcomes =
    outcomesByGroup(from, to, reading, grouping.index, count, selection) ??
    tables().map((table) => ({ panelSize: table.total, counts: outcomeCounts(table, reading) }));
  const values = numbers === undefined ? undefined : numberChanges(numbers, count, grouping.index, selection);
  const groups: Group[] = [];
  for (let position = 0; position < count; position += 1) {
    const { panelSize, counts } = outcomes[position]!;
    if (panelSize === 0) continue;
    const tally = tallyOfCounts(withValues(counts, values?.[position]), delta.ordered);
    const tableOf = reading === 'REPORTED' ? null : () => tables()[position]!;
    groups.push(new CountedGroup(grouping.values[position]!, panelSize, tally, tableOf));
  }
  return groups;
}

/** A class for its one accessor: an object literal with one takes longer to make than the group's counting. */
class CountedGroup implements Group {
  readonly netChange: number | null;
  readonly #tableOf: (() => TransitionTable) | null;

  constructor(
    readonly value: string | null,
    readonly panelSize: number,
    readonly tally: Tally,
    tableOf: (() => TransitionTable) | null,
  ) {
    this.netChange = netChange(tally);
    this.#tableOf = tableOf;
  }

  get table(): TransitionTable | null {
    return this.#tableOf === null ? null : this.#tableOf();
  }
}

/**
 * What became of each municipality; counting the result gives the delta's tally.
 * @returns in panel order; null = member in neither round or filtered out
 */
export function directionOfEach(delta: Delta): readonly (Outcome | null)[] {
  const { reading, from, to, numbers, selection } = delta.source;
  const outcomes = outcomesOf(reading, from.map.levels);
  const size = tableSize(from.map.levels);
  return Array.from({ length: from.states.length }, (_, row): Outcome | null => {
    if (selection !== undefined && (selection[row]! & 1) === 0) return null;
    const outcome = outcomes[stateAt(from, row) * size + stateAt(to, row)] ?? NO_OUTCOME;
    if (outcome === NO_OUTCOME) return null;
    if (outcome !== BY_VALUE) return OUTCOMES[outcome] ?? null;
    if (numbers === undefined) return null;
    const direction = numberDirection(numbers.from[row]!, numbers.to[row]!, numbers.rule);
    return direction > 0 ? 'INCREASED' : direction < 0 ? 'DECREASED' : 'UNCHANGED';
  });
}

/** Municipalities that went from one level to another. */
export interface Transition {
  /** Level code in the later question's scale, after a recode. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The nonzero cells of the comparable part of a table, in order of levels; sums to `comparable`. Empty for NUMBER and REPORTED. */
export function transitionsOf(delta: Pick<Delta, 'table' | 'source'>): readonly Transition[] {
  const { table, source } = delta;
  if (table === null) return [];
  const size = tableSize(table.levels);
  return source.levelCodes.flatMap((from, row) =>
    source.levelCodes.flatMap((to, column) => {
      const count = table.counts[row * size + column] ?? 0;
      return count === 0 ? [] : [{ from, to, count }];
    }),
  );
}

/** Municipalities by several attributes at once. */
export interface CrossedGrouping {
  /** For each group its value of every attribute, in the order asked for; null = not stated. */
  readonly values: readonly (readonly (string | null)[])[];
  /** Its values are the positions in `values`. */
  readonly grouping: Grouping;
}

/**
 * Crosses groupings: one group per combination of values that occurs, in the order of the groupings' own values.
 * @throws RangeError beyond 65,536 combinations
 */
export function crossGroupings(groupings: readonly Grouping[]): CrossedGrouping {
  const size = groupings[0]?.index.length ?? 0;
  const keyOf = (row: number): number =>
    groupings.reduce((key, { index, values }) => key * values.length + index[row]!, 0);
  const keys = Array.from({ length: size }, (_, row) => keyOf(row));
  const present = [...new Set(keys)].sort((a, b) => a - b);
  if (present.length > 0x10000) throw new RangeError(`${present.length} groups are more than a breakdown can hold`);
  const positions = new Map(present.map((key, position) => [key, position]));
  const values = present.map((key) => {
    let rest = key;
    return groupings
      .toReversed()
      .map(({ values: own }) => {
        const value = own[rest % own.length] ?? null;
        rest = Math.floor(rest / own.length);
        return value;
      })
      .toReversed();
  });
  return {
    values,
    grouping: {
      values: present.map((_, position) => String(position)),
      index: Uint16Array.from(keys, (key) => positions.get(key)!),
    },
  };
}

/** WORSENED and IMPROVED read the direction by the question's polarity; neutral questions have neither. */
export type DeltaOrder =
  | 'QUESTION'
  | 'INCREASED_DESC'
  | 'DECREASED_DESC'
  | 'CHANGED_DESC'
  | 'NET_DESC'
  | 'WORSENED_DESC'
  | 'IMPROVED_DESC'
  | 'P_VALUE_ASC';

/**
 * Municipalities whose change is for the worse.
 * @returns null for neutral questions and where levels have no order
 */
export function worsened({ question, tally }: Pick<Delta, 'question' | 'tally'>): number | null {
  if (question.polarity === 'NEUTRAL') return null;
  return question.polarity === 'HIGHER_IS_WORSE' ? tally.increased : tally.decreased;
}

/** Municipalities whose change is for the better; null as in `worsened`. */
export function improved({ question, tally }: Pick<Delta, 'question' | 'tally'>): number | null {
  if (question.polarity === 'NEUTRAL') return null;
  return question.polarity === 'HIGHER_IS_WORSE' ? tally.decreased : tally.increased;
}

type Orderable = Pick<Delta, 'question' | 'tally' | 'netChange'>;

/** The larger, the earlier. */
const ORDER_KEYS: Readonly<Record<Exclude<DeltaOrder, 'QUESTION'>, (delta: Orderable) => number | null>> = {
  INCREASED_DESC: ({ tally }) => tally.increased,
  DECREASED_DESC: ({ tally }) => tally.decreased,
  CHANGED_DESC: ({ tally }) => tally.changed,
  NET_DESC: ({ netChange: net }) => net,
  WORSENED_DESC: worsened,
  IMPROVED_DESC: improved,
  P_VALUE_ASC: ({ tally: { increased, decreased } }) =>
    increased === null || decreased === null ? null : -signTest(increased, decreased).log10PValue,
};

/**
 * Orders deltas by a figure; equal ones keep their order, and those without the figure come last.
 * @returns a new array; QUESTION keeps the order of the question set
 */
export function orderDeltas<D extends Orderable>(deltas: readonly D[], order: DeltaOrder): readonly D[] {
  if (order === 'QUESTION') return deltas.slice();
  const keyOf = ORDER_KEYS[order];
  const keyed = deltas.map((delta) => ({ delta, key: keyOf(delta) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return b.key - a.key;
  });
  return keyed.map(({ delta }) => delta);
}
