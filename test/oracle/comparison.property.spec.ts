import {
  addTables,
  addValueCounts,
  compareRounds,
  directionOfEach,
  emptyTable,
  groupingOf,
  groupsOf,
  numberDirection,
  transitionsOf,
} from '@reflexbogen/domain';
import type { Delta, ExclusionReason, RoundComparison, Tally } from '@reflexbogen/domain';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { oracleKeys, oracleOutcomes, oracleTally } from './comparison-oracle.js';
import { oracleComparability } from './oracle-comparability.js';
import { columnsFrom, Dice, randomPanel } from './random-panels.js';
import type { RandomPanel } from './random-panels.js';

/** Mutation testing takes fewer: every mutant that survives sees all of them. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 2000);

/** jest's own comparison takes most of the time of thousands of runs: it is asked only for the message. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

const cases = fc.record({ seed: fc.integer(), municipalities: fc.integer({ min: 0, max: 40 }) });

function compared({ from, to, history }: RandomPanel, dice: Dice, selection?: Uint8Array): RoundComparison {
  const wide = dice.chance(0.2);
  const isWide = ({ type }: { type: string }): boolean =>
    wide && (type === 'SCALE' || type === 'CHOICE') && dice.chance(0.5);
  const result = compareRounds({
    from: columnsFrom('A', from, isWide),
    to: columnsFrom('B', to, isWide),
    history,
    ...(selection === undefined ? {} : { selection }),
  });
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join());
  return result.value;
}

function expectIdentity(delta: Delta, panelSize: number): void {
  const { tally } = delta;
  expectEqual(tally.comparable + tally.excluded, panelSize);
  expectEqual(tally.changed + tally.unchanged, tally.comparable);
  if (delta.ordered) expectEqual(tally.increased! + tally.decreased!, tally.changed);
  else expectEqual([tally.increased, tally.decreased], [null, null]);
  expectEqual(
    tally.exclusions.reduce((sum, { count }) => sum + count, 0),
    tally.excluded,
  );
  if (delta.table !== null)
    expectEqual(
      delta.table.counts.reduce((sum, count) => sum + count, 0),
      panelSize,
    );
  if (delta.table !== null && delta.question.type !== 'NUMBER')
    expectEqual(
      transitionsOf(delta).reduce((sum, { count }) => sum + count, 0),
      tally.comparable,
    );
}

const without = <T>(items: readonly T[], row: number): readonly T[] => items.filter((_, index) => index !== row);
const tallies = ({ deltas }: RoundComparison): readonly Tally[] => deltas.map(({ tally }) => tally);

function sumTallies(list: readonly Tally[], ordered: boolean): Tally {
  const sum = (of: (tally: Tally) => number): number => list.reduce((total, tally) => total + of(tally), 0);
  const reasons = new Map<ExclusionReason, number>();
  for (const { exclusions } of list)
    for (const { reason, count } of exclusions) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  return {
    increased: ordered ? sum((tally) => tally.increased ?? 0) : null,
    decreased: ordered ? sum((tally) => tally.decreased ?? 0) : null,
    unchanged: sum((tally) => tally.unchanged),
    changed: sum((tally) => tally.changed),
    comparable: sum((tally) => tally.comparable),
    excluded: sum((tally) => tally.excluded),
    exclusions: [...reasons].map(([reason, count]) => ({ reason, count })),
  };
}

const inAnyOrder = ({ exclusions, ...tally }: Tally) => ({
  ...tally,
  exclusions: [...exclusions].sort((a, b) => a.reason.localeCompare(b.reason)),
});

describe('comparison, random panels', () => {
  it('gives every municipality exactly one class, and the class that the definitions give it', () => {
    fc.assert(
      fc.property(cases, ({ seed, municipalities }) => {
        const dice = new Dice(seed);
        const panel = randomPanel(dice, municipalities);
        const selection = dice.chance(0.3)
          ? Uint8Array.from({ length: municipalities }, () => dice.below(2))
          : undefined;

        const { deltas, panelSize } = compared(panel, dice, selection);

        expectEqual(
          deltas.map(({ question, option }) => [question.code, option]),
          // A report is counted once, whatever its type.
          withoutReportedOptions(panel).map(({ code, option }) => [code, option]),
        );
        for (const delta of deltas) {
          const { question, option } = delta;
          const key = { code: question.code, ...(option === undefined ? {} : { option }) };
          const all = oracleOutcomes(key, panel.from, panel.to, panel.history);
          const outcomes = all.map((outcome, row) =>
            selection === undefined || selection[row] === 1 ? outcome : null,
          );
          expectIdentity(delta, panelSize);
          expectEqual(delta.panelSize, outcomes.filter((outcome) => outcome !== null).length);
          expectEqual(directionOfEach(delta), outcomes);
          expectEqual(delta.tally, oracleTally(outcomes, delta.ordered));
          if (delta.comparability !== null)
            expectEqual(
              delta.comparability.verdict,
              oracleComparability(question.code, panel.from.questionSet, panel.to.questionSet, panel.history).verdict,
            );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order of municipalities, nor on those outside the panel', () => {
    fc.assert(
      fc.property(cases, ({ seed, municipalities }) => {
        const dice = new Dice(seed);
        const panel = randomPanel(dice, municipalities);
        const rows = dice.shuffled(Array.from({ length: municipalities }, (_, row) => row));
        const reordered: RandomPanel = {
          history: panel.history,
          from: { ...panel.from, sheets: ['NOT_IN_PANEL', ...rows.map((row) => panel.from.sheets[row]!)] },
          to: { ...panel.to, sheets: ['UNIT_CHANGED', ...rows.map((row) => panel.to.sheets[row]!)] },
        };

        expectEqual(tallies(compared(reordered, dice)), tallies(compared(panel, dice)));
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('changes by one municipality when one leaves the data', () => {
    fc.assert(
      fc.property(cases, ({ seed, municipalities }) => {
        fc.pre(municipalities > 0);
        const dice = new Dice(seed);
        const panel = randomPanel(dice, municipalities);
        const row = dice.below(municipalities);
        const smaller: RandomPanel = {
          history: panel.history,
          from: { ...panel.from, sheets: without(panel.from.sheets, row) },
          to: { ...panel.to, sheets: without(panel.to.sheets, row) },
        };

        const all = compared(panel, dice);
        const rest = compared(smaller, dice);

        all.deltas.forEach((delta, index) => {
          const outcome = directionOfEach(delta)[row];
          expectEqual(rest.deltas[index]!.panelSize, delta.panelSize - (outcome === null ? 0 : 1));
          expectEqual(directionOfEach(rest.deltas[index]!), without(directionOfEach(delta), row));
        });
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('adds up: groups partition the panel, and so do parts of it on their own', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 5 }), ({ seed, municipalities }, groupCount) => {
        const dice = new Dice(seed);
        const panel = randomPanel(dice, municipalities);
        const values = Array.from({ length: municipalities }, () =>
          dice.pick(['<6m', '01', '1', '', null].slice(0, groupCount)),
        );
        const grouping = groupingOf(values, ['1']);

        const whole = compared(panel, dice);
        const parts = grouping.values.map((_, group) =>
          compared(
            panel,
            dice,
            Uint8Array.from(grouping.index, (index) => Number(index === group)),
          ),
        );

        whole.deltas.forEach((delta, index) => {
          const groups = groupsOf(delta, grouping);
          expectEqual(
            groups.reduce((sum, { panelSize }) => sum + panelSize, 0),
            delta.panelSize,
          );
          expectEqual(
            inAnyOrder(
              sumTallies(
                groups.map(({ tally }) => tally),
                delta.ordered,
              ),
            ),
            inAnyOrder(delta.tally),
          );
          for (const { value, tally } of groups) {
            expectEqual(parts[grouping.values.indexOf(value)]!.deltas[index]!.tally, tally);
          }
          if (delta.table === null) return;
          const sum = groups.reduce((total, { table }) => addTables(total, table!), emptyTable(delta.table.levels));
          expectEqual(sum, delta.table);
        });
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('judges numbers as decimals: turning the rounds around turns the direction around', () => {
    const decimal = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(
        decimal,
        decimal,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 30 }),
        ([a, da], [b, db], decimals, tenths) => {
          const [x, y] = [Number(`${a}e-${da}`), Number(`${b}e-${db}`)];
          const rule = { decimals, tolerance: { absolute: tenths / 10 } };
          const step = 10n ** BigInt(9 - decimals);
          const exact = BigInt(b) * 10n ** BigInt(9 - db) - BigInt(a) * 10n ** BigInt(9 - da);
          const size = exact < 0n ? -exact : exact;
          const isWithin = ((size + step / 2n) / step) * step <= BigInt(tenths) * 10n ** 8n;

          const direction = numberDirection(x, y, rule);

          expectEqual(direction, isWithin ? 0 : exact > 0n ? 1 : -1);
          expectEqual(numberDirection(y, x, rule) + direction, 0);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('adds summaries of numbers', () => {
    expect(
      addValueCounts({ increased: 1, decreased: 2, unchanged: 3 }, { increased: 10, decreased: 20, unchanged: 30 }),
    ).toEqual({
      increased: 11,
      decreased: 22,
      unchanged: 33,
    });
  });
});

function withoutReportedOptions({ from, to }: RandomPanel): readonly { code: string; option?: string }[] {
  const seen = new Set<string>();
  return oracleKeys(from.questionSet, to.questionSet).flatMap((key) => {
    const question = to.questionSet.byCode.get(key.code) ?? from.questionSet.byCode.get(key.code);
    if (question?.reportsChangeOf === undefined) return [key];
    if (seen.has(key.code)) return [];
    seen.add(key.code);
    return [{ code: key.code }];
  });
}
