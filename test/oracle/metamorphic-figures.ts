/** The domain's figures of a study as plain values, to be compared with those of a changed study. */
import {
  addTables,
  attributeIn,
  compareRounds,
  directionOfEach,
  distributionOf,
  groupingOf,
  groupsOf,
  roundRows,
  transitionsOf,
  unitsOf,
} from '@reflexbogen/domain';
import type { Delta, Distribution, Group, RoundColumns, Tally, Transition, TransitionTable } from '@reflexbogen/domain';
import { domainRound } from './domain-study.js';
import type { RandomStudy, StudyRound } from './random-study.js';

export interface Figure {
  readonly panelSize: number;
  readonly tally: Tally;
  readonly netChange: number | null;
  readonly transitions: readonly Transition[];
  readonly groups: readonly Group[];
  readonly table: TransitionTable | null;
  readonly verdict: string | null;
}

/** Everything that does not speak of single municipalities, by question (or `question|option`). */
export interface Figures {
  readonly panelSize: number;
  readonly deltas: Readonly<Record<string, Figure>>;
  readonly shares: Readonly<Record<string, Distribution>>;
}

export const keyOf = ({ question, option }: Pick<Delta, 'question' | 'option'>): string =>
  option === undefined ? question.code : `${question.code}|${option}`;

export const roundsOf = ({ rounds, pair }: RandomStudy): readonly [StudyRound, StudyRound] => {
  const [from, to] = pair.map((wanted) => rounds.find(({ code }) => code === wanted));
  if (from === undefined || to === undefined) throw new Error('a study lacks a round of its pair');
  return [from, to];
};

export const selectionOf = ({ filter, municipalities }: RandomStudy): { readonly selection?: Uint8Array } =>
  filter === null ? {} : { selection: Uint8Array.from(municipalities, ({ code }) => Number(filter.has(code))) };

/** The deltas of a study's pair of rounds. */
export function deltasOf(study: RandomStudy, from: RoundColumns, to: RoundColumns): readonly Delta[] {
  const compared = compareRounds({ from, to, history: study.history, ...selectionOf(study) });
  if (!compared.ok) throw new Error(compared.errors.map(({ message }) => message).join());
  return compared.value.deltas;
}

/** What became of each municipality, by its code, and question by question. */
export function outcomesOf(study: RandomStudy): Readonly<Record<string, unknown>> {
  const [from, to] = roundsOf(study).map((round) => domainRound(study, round));
  return Object.fromEntries(
    deltasOf(study, from!, to!).map((delta) => {
      const outcomes = directionOfEach(delta);
      return [keyOf(delta), Object.fromEntries(study.municipalities.map(({ code }, row) => [code, outcomes[row]]))];
    }),
  );
}

export function figuresOf(study: RandomStudy): Figures {
  const [earlier, later] = roundsOf(study);
  const [from, to] = [domainRound(study, earlier), domainRound(study, later)];
  const deltas = deltasOf(study, from, to);
  const standing = roundRows(study.municipalities, later.year).panel;
  const grouping = groupingOf(standing.map((municipality) => attributeIn(municipality, 'region', later.code)));
  const sides = [
    ...[...from.columns.values()].map((column) => ['FROM', column, unitsOf(to)] as const),
    ...[...to.columns.values()].map((column) => ['TO', column, unitsOf(from)] as const),
  ];
  return {
    panelSize: deltas[0]?.panelSize ?? 0,
    deltas: Object.fromEntries(
      deltas.map((delta) => [
        keyOf(delta),
        {
          panelSize: delta.panelSize,
          tally: delta.tally,
          netChange: delta.netChange,
          transitions: transitionsOf(delta),
          groups: groupsOf(delta, grouping).map((group) => ({ ...group, table: group.table })),
          table: delta.table,
          verdict: delta.comparability?.verdict ?? null,
        },
      ]),
    ),
    shares: Object.fromEntries(
      sides.map(([side, column, otherUnits]) => [
        `${side} ${keyOf(column)}`,
        distributionOf(column, { side, otherUnits, ...selectionOf(study) }),
      ]),
    ),
  };
}

function addTallies(a: Tally, b: Tally): Tally {
  const reasons = new Set([...a.exclusions, ...b.exclusions].map(({ reason }) => reason));
  const countIn = ({ exclusions }: Tally, wanted: string): number =>
    exclusions.find(({ reason }) => reason === wanted)?.count ?? 0;
  const sum = (x: number | null, y: number | null): number | null => (x === null || y === null ? null : x + y);
  return {
    increased: sum(a.increased, b.increased),
    decreased: sum(a.decreased, b.decreased),
    unchanged: a.unchanged + b.unchanged,
    changed: a.changed + b.changed,
    comparable: a.comparable + b.comparable,
    excluded: a.excluded + b.excluded,
    exclusions: [...reasons].map((reason) => ({ reason, count: countIn(a, reason) + countIn(b, reason) })),
  };
}

/** What adds up of the figures of two panels without a common municipality. */
export interface Sums {
  readonly panelSize: number;
  readonly tally: Tally;
  readonly table: TransitionTable | null;
}

const inOrder = (tally: Tally): Tally => ({
  ...tally,
  exclusions: tally.exclusions.toSorted((a, b) => a.reason.localeCompare(b.reason)),
});

export const sumsIn = ({ deltas }: Figures): Readonly<Record<string, Sums>> =>
  Object.fromEntries(
    Object.entries(deltas).map(([key, { panelSize, tally, table }]) => [
      key,
      { panelSize, tally: inOrder(tally), table },
    ]),
  );

export const addSums = (a: Readonly<Record<string, Sums>>, b: Readonly<Record<string, Sums>>) =>
  Object.fromEntries(
    Object.entries(a).map(([key, left]): [string, Sums | null] => {
      const right = b[key];
      if (right === undefined) return [key, null];
      return [
        key,
        {
          panelSize: left.panelSize + right.panelSize,
          tally: inOrder(addTallies(left.tally, right.tally)),
          table: left.table === null || right.table === null ? null : addTables(left.table, right.table),
        },
      ];
    }),
  );
