/** What a protected analyst gets to see: every allowed question asked through the public functions, as counts of rows. */
import { columnKey, compareRounds, distributionOf, groupsOf } from '@reflexbogen/domain';
import type { Delta, Distribution, Tally } from '@reflexbogen/domain';
import { protectDelta, protectDistribution, protectGroups } from '../../libs/domain/src/suppression/index.js';
import type { ProtectedDelta, SuppressionPlan, SuppressionRules } from '../../libs/domain/src/suppression/index.js';
import { NO_RESPONSE, NOT_IN_PANEL } from './random-releases.js';
import type { RandomStudy, TrueRelease } from './random-releases.js';

/**
 * Counts of known rows by what they answered.
 * `cells`: pairs of states (`a,b`; for two numbers `a,b,direction`) or states (`a`), those of one cell told apart by no one.
 */
export interface Fact {
  readonly key: string;
  readonly release: number;
  /** Positions of one or two rounds. */
  readonly rounds: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly { readonly states: readonly string[]; readonly count: number }[];
}

export const isPublic = (state: number): boolean => state === NO_RESPONSE || state === NOT_IN_PANEL;

/** State of a row's answer. */
export const stateOf = ({ rounds }: TrueRelease, key: string, round: number, row: number): number =>
  rounds[round]!.columns.get(key)!.states[row]!;

/** 1 up, 0 same, -1 down: of two numbers. */
export function numberSign({ rounds }: TrueRelease, key: string, from: number, to: number, row: number): number {
  const [a, b] = [rounds[from]!.columns.get(key)!.numbers![row]!, rounds[to]!.columns.get(key)!.numbers![row]!];
  return Math.sign(b - a);
}

const REASONS: Readonly<Record<number, string>> = { 200: 'DONT_KNOW', 240: 'NO_ANSWER', 241: 'SKIPPED' };
const REASON_POSITIONS: Readonly<Record<number, number>> = { 241: 4, 240: 5, 200: 6, 244: 2, 245: 1 };
const REASON_COUNT = 11;
/** Position of NOT_COMPARABLE, which stands for answers that are not shown. */
const HIDDEN = 10;

const tableState = (levels: number, state: number): number => (state < 200 ? state : levels + REASON_POSITIONS[state]!);

const isReported = (delta: Delta): boolean => delta.basis === 'REPORTED';

export class Analyst {
  readonly facts: Fact[] = [];

  constructor(
    private readonly study: RandomStudy,
    private readonly plans: readonly SuppressionPlan[],
    private readonly rules: SuppressionRules,
  ) {
    study.releases.forEach((_, release) => this.askAll(release));
  }

  private askAll(release: number): void {
    const { releases } = this.study;
    const { rounds, history, groupings } = releases[release]!;
    for (let to = 0; to < rounds.length; to += 1) {
      for (const key of this.study.columnKeys) this.askRound(release, to, key);
      for (let from = 0; from < to; from += 1) {
        const compared = compareRounds({ from: rounds[from]!, to: rounds[to]!, history });
        if (!compared.ok) throw new Error('the random study asks unknown questions');
        for (const delta of compared.value.deltas) this.askDelta(release, from, to, delta);
        for (const [attribute, grouping] of groupings)
          grouping.values.forEach((value, group) => {
            const selection = Uint8Array.from(grouping.index, (own) => Number(own === group));
            const filtered = compareRounds({ from: rounds[from]!, to: rounds[to]!, history, selection });
            if (!filtered.ok) throw new Error('the random study asks unknown questions');
            for (const delta of filtered.value.deltas) {
              const codes = [rounds[from]!.code, rounds[to]!.code] as const;
              const seen = protectDelta(this.plans[release]!, delta, codes, { attribute, value }, this.rules);
              if (seen !== 'WITHHELD')
                this.enter(release, from, to, delta, seen, this.rowsOf(release, attribute, value));
            }
          });
      }
    }
  }

  private rowsOf(release: number, attribute: string, value: string | null): readonly number[] {
    const { values, index } = this.study.releases[release]!.groupings.get(attribute)!;
    return [...index.keys()].filter((row) => values[index[row]!] === value);
  }

  private get all(): readonly number[] {
    return Array.from({ length: this.study.size }, (_, row) => row);
  }

  private askDelta(release: number, from: number, to: number, delta: Delta): void {
    const { rounds, groupings } = this.study.releases[release]!;
    const plan = this.plans[release]!;
    const codes = [rounds[from]!.code, rounds[to]!.code] as const;
    const total = protectDelta(plan, delta, codes, undefined, this.rules);
    if (total !== 'WITHHELD') this.enter(release, from, to, delta, total, this.all);
    for (const [attribute, grouping] of groupings) {
      const groups = protectGroups(plan, delta, codes, attribute, groupsOf(delta, grouping), this.rules);
      for (const { value, figures } of groups)
        if (figures !== 'WITHHELD')
          this.enter(release, from, to, delta, figures, this.rowsOf(release, attribute, value));
    }
  }

  private askRound(release: number, round: number, key: string): void {
    const { rounds, groupings } = this.study.releases[release]!;
    const column = rounds[round]!.columns.get(key)!;
    const { code } = rounds[round]!;
    const plan = this.plans[release]!;
    const total = protectDistribution(plan, column, code, distributionOf(column));
    if (total !== 'WITHHELD') this.enterRound(release, round, key, total, this.all);
    for (const [attribute, { values, index }] of groupings)
      values.forEach((value, group) => {
        const selection = Uint8Array.from(index, (own) => Number(own === group));
        const seen = protectDistribution(plan, column, code, distributionOf(column, { selection }), {
          attribute,
          value,
        });
        if (seen !== 'WITHHELD') this.enterRound(release, round, key, seen, this.rowsOf(release, attribute, value));
      });
  }

  private responded(release: number, round: number, rows: readonly number[]): readonly number[] {
    const key = this.study.columnKeys[0]!;
    return rows.filter((row) => !isPublic(stateOf(this.study.releases[release]!, key, round, row)));
  }

  private enterRound(release: number, round: number, key: string, seen: Distribution, rows: readonly number[]): void {
    const counts = new Map(seen.exclusions.map(({ reason, count }) => [reason as string, count]));
    const cells = this.study.domains.get(key)!.map((state) => {
      const level = seen.levels.length > 0 ? seen.levels[state]?.count : seen.answered;
      return { states: [String(state)], count: (state < 200 ? level : counts.get(REASONS[state]!)) ?? 0 };
    });
    this.facts.push({ key, release, rounds: [round], rows: this.responded(release, round, rows), cells });
  }

  private enter(
    release: number,
    from: number,
    to: number,
    delta: Delta,
    seen: ProtectedDelta,
    rows: readonly number[],
  ): void {
    const key = columnKey(delta.question.code, delta.option);
    if (isReported(delta)) {
      this.facts.push({
        key,
        release,
        rounds: [to],
        rows: this.responded(release, to, rows),
        cells: reportedCells(this.study.domains.get(key)!, delta, seen.tally),
      });
      return;
    }
    const { table } = seen;
    if (table === null) throw new Error('a computed change has a table');
    const both = this.responded(release, from, this.responded(release, to, rows));
    const { levels, counts } = table;
    const size = levels + REASON_COUNT;
    const domain = this.study.domains.get(key)!;
    const cells = domain.flatMap((a) =>
      domain.flatMap((b) => {
        if (delta.question.type === 'NUMBER' && a === 0 && b === 0)
          return (
            [
              ['1', seen.tally.increased],
              ['0', seen.tally.unchanged],
              ['-1', seen.tally.decreased],
            ] as const
          ).map(([sign, count]) => ({ states: [`0,0,${sign}`], count: count ?? 0 }));
        return [{ states: [`${a},${b}`], count: counts[tableState(levels, a) * size + tableState(levels, b)]! }];
      }),
    );
    this.facts.push({ key, release, rounds: [from, to], rows: both, cells });
    for (const [own, other, isFrom] of [
      [from, to, true],
      [to, from, false],
    ] as const)
      this.enterOneSided(release, own, other, isFrom, key, table, rows);
  }

  /** Cells of those who responded in one round only, by why they did not in the other; hidden ones say nothing. */
  private enterOneSided(
    release: number,
    own: number,
    other: number,
    isFrom: boolean,
    key: string,
    { levels, counts }: NonNullable<ProtectedDelta['table']>,
    rows: readonly number[],
  ): void {
    const size = levels + REASON_COUNT;
    for (const absent of [NO_RESPONSE, NOT_IN_PANEL]) {
      const at = (state: number): number => {
        const there = tableState(levels, absent);
        return counts[isFrom ? state * size + there : there * size + state]!;
      };
      if (at(levels + HIDDEN) > 0) continue;
      const concerned = this.responded(release, own, rows).filter(
        (row) => stateOf(this.study.releases[release]!, this.study.columnKeys[0]!, other, row) === absent,
      );
      if (concerned.length === 0) continue;
      const cells = this.study.domains
        .get(key)!
        .map((state) => ({ states: [String(state)], count: at(tableState(levels, state)) }));
      this.facts.push({ key, release, rounds: [own], rows: concerned, cells });
    }
  }
}

/** A reported change tells the levels of each direction together. */
function reportedCells(domain: readonly number[], { question }: Delta, tally: Tally): Fact['cells'] {
  const counts = new Map<string, number>(tally.exclusions.map(({ reason, count }) => [reason, count]));
  counts
    .set('INCREASED', tally.increased ?? 0)
    .set('DECREASED', tally.decreased ?? 0)
    .set('UNCHANGED', tally.unchanged);
  const nameOf = (state: number): string =>
    state < 200 ? (question.scale.levels[state]?.direction ?? '') : REASONS[state]!;
  return [...new Set(domain.map(nameOf))].map((name) => ({
    states: domain.filter((state) => nameOf(state) === name).map(String),
    count: counts.get(name) ?? 0,
  }));
}
