import { aQuestion, aRound, aSet, changeScale } from '../comparison/comparison.builders.js';
import { compareRounds } from '../comparison/compare-rounds.js';
import { groupingOf, groupsOf } from '../comparison/delta.js';
import { distributionOf } from '../comparison/level-share.js';
import { STATE_REASONS, type StateReason } from '../comparison/state-map.js';
import { tableSize } from '../comparison/transition-table.js';
import type { Question } from '../question-set/question-set.js';
import { collapsedTable, isReleased, protectDelta, protectDistribution, protectGroups } from './protect.js';
import { ALL_RULES } from './suppression.types.js';
import type { SuppressionPlan } from './suppression.types.js';

const PAIR = ['2017', '2018'] as const;
const aPlan = (columns: SuppressionPlan['columns']): SuppressionPlan => ({
  smallestBase: 3,
  views: [['2017', '2018'], ['2018'], ['2017']],
  columns,
});
const shown = (...views: readonly number[]) => ({ views, breakdowns: {} });

/** Deltas of one question in two rounds, in order of its options. */
function deltasOf(
  question: Question,
  answers: readonly [Record<string, string>, Record<string, string>],
  later = question,
) {
  const [first, second] = [aSet(2017, [question]), aSet(2018, [later])];
  const [from, to] = [aRound(first, answers[0]), aRound(second, answers[1])];
  const compared = compareRounds({ from, to, history: [first, second] });
  if (!compared.ok) throw new Error(compared.errors[0]?.message);
  return { deltas: compared.value.deltas, from, to };
}

describe('isReleased', () => {
  const plan = aPlan({
    q: { views: [0, 2], breakdowns: { land: { joined: ['BY', null], views: [0] } } },
    'm|a': shown(1),
  });

  it.each<[string, Parameters<typeof isReleased>[1], Parameters<typeof isReleased>[2], boolean]>([
    ['a view of the plan', { question: 'q', rounds: ['2017', '2018'] }, undefined, true],
    ['a view that is not shown', { question: 'q', rounds: ['2018'] }, undefined, false],
    ['rounds in the wrong order', { question: 'q', rounds: ['2018', '2017'] }, undefined, false],
    ['rounds of another release', { question: 'q', rounds: ['2019'] }, undefined, false],
    ['a question that the plan does not know', { question: 'p', rounds: ['2017'] }, undefined, false],
    ['a name that every object has', { question: 'toString', rounds: ['2017'] }, undefined, false],
    ['an option', { question: 'm', option: 'a', rounds: ['2018'] }, undefined, true],
    ['another option', { question: 'm', option: 'b', rounds: ['2018'] }, undefined, false],
    ['a group', { question: 'q', rounds: PAIR }, { attribute: 'land', value: 'SN' }, true],
    ['a group that is joined', { question: 'q', rounds: PAIR }, { attribute: 'land', value: 'BY' }, false],
    ['those who state nothing, joined', { question: 'q', rounds: PAIR }, { attribute: 'land', value: null }, false],
    ['a view shown in total only', { question: 'q', rounds: ['2017'] }, { attribute: 'land', value: 'SN' }, false],
    ['another attribute', { question: 'q', rounds: PAIR }, { attribute: 'size', value: 'SN' }, false],
    [
      'an attribute that every object has',
      { question: 'q', rounds: PAIR },
      { attribute: 'valueOf', value: 'SN' },
      false,
    ],
  ])('%s', (_, figure, group, is) => {
    expect(isReleased(plan, figure, group)).toBe(is);
  });
});

describe('figures of options', () => {
  const question = aQuestion('m', { type: 'MULTI_CHOICE' });
  const { deltas, to } = deltasOf(question, [
    { 'm|a': '0101', 'm|b': '0101', 'm|c': '0101' },
    { 'm|a': '1010', 'm|b': '1010', 'm|c': '1010' },
  ]);
  const plan = aPlan({ 'm|a': shown(0), 'm|b': shown(1), 'm|c': shown() });

  it('are shown and withheld each for itself', () => {
    expect(deltas.map((delta) => protectDelta(plan, delta, PAIR) !== 'WITHHELD')).toEqual([true, false, false]);
    const distributions = ['m|a', 'm|b', 'm|c'].map((key) => {
      const column = to.columns.get(key)!;
      return protectDistribution(plan, column, '2018', distributionOf(column)) !== 'WITHHELD';
    });
    expect(distributions).toEqual([false, true, false]);
  });
});

describe('a reported change', () => {
  const question = aQuestion('q', {
    scale: changeScale('DECREASED', 'UNCHANGED', 'INCREASED'),
    reportsChangeOf: { question: 'p', since: 2017 },
  });
  const { deltas } = deltasOf(question, [{ q: '0121' }, { q: '2101' }]);
  const [delta] = deltas;

  it('is as safe as the distribution of the later round, from which it is counted', () => {
    expect(delta?.basis).toBe('REPORTED');
    expect(protectDelta(aPlan({ q: shown(1) }), delta!, PAIR)).toMatchObject({ table: null, tally: delta!.tally });
    expect(protectDelta(aPlan({ q: shown(0, 2) }), delta!, PAIR)).toBe('WITHHELD');
  });

  it('is not shown on rounds that the plan does not know', () => {
    expect(protectDelta({ ...aPlan({ q: shown(1) }), views: [['2018']] }, delta!, PAIR)).toBe('WITHHELD');
  });
});

describe('revisions that do not compare', () => {
  const later = aQuestion('q', { text: { de: 'anders', en: 'otherwise' } });
  const { deltas } = deltasOf(aQuestion('q'), [{ q: '012d12' }, { q: '11022 ' }], later);
  const [delta] = deltas;
  const byLand = groupingOf(['BY', 'BY', 'BY', 'SN', 'SN', 'SN']);

  it('show who responded, in total and by any group, though the plan shows nothing', () => {
    const groups = protectGroups(aPlan({}), delta!, PAIR, 'land', groupsOf(delta!, byLand));

    expect(protectDelta(aPlan({}), delta!, PAIR)).toMatchObject({
      panelSize: 6,
      tally: { comparable: 0, excluded: 6 },
    });
    expect(groups.map(({ value, figures }) => [value, figures === 'WITHHELD' ? null : figures.tally.excluded])).toEqual(
      [
        ['BY', 3],
        ['SN', 3],
      ],
    );
  });

  it('show not even that on rounds that the plan does not know', () => {
    const plan = { ...aPlan({}), views: [['2018', '2017']] };

    expect(protectDelta(plan, delta!, PAIR)).toBe('WITHHELD');
    expect(
      protectGroups(plan, delta!, PAIR, 'land', groupsOf(delta!, byLand)).every(
        ({ figures }) => figures === 'WITHHELD',
      ),
    ).toBe(true);
  });
});

describe('collapsedTable', () => {
  const LEVELS = 2;
  const size = tableSize(LEVELS);
  const state = (reason: StateReason): number => LEVELS + STATE_REASONS.indexOf(reason);
  const units = ['UNIT_CHANGED', 'NOT_IN_PANEL', 'NO_RESPONSE'].map((reason) => state(reason as StateReason));
  const isUnit = (one: number): boolean => units.includes(one);
  const full = { levels: LEVELS, counts: Uint32Array.from({ length: size * size }, (_, cell) => 1 + cell), total: 7 };
  const cells = (counts: Uint32Array) =>
    [...counts].map((count, cell) => ({ row: Math.floor(cell / size), column: cell % size, count }));
  const sum = (counts: Uint32Array) => counts.reduce((all, count) => all + count, 0);

  it('leaves cells of those who responded twice, and hides what the others answered', () => {
    const { counts, total, levels } = collapsedTable(full);

    for (const { row, column, count } of cells(counts))
      if (isUnit(row) === isUnit(column)) expect(count).toBe(full.counts[row * size + column]);
      else expect(count > 0).toBe([row, column].includes(state('NOT_COMPARABLE')));
    expect([sum(counts), total, levels]).toEqual([sum(full.counts), 7, LEVELS]);
  });

  it('hides what was answered in both rounds as well, each under its reason', () => {
    const { counts } = collapsedTable(full, { from: 'NOT_ASKED', to: 'NOT_COMPARABLE' });

    for (const { row, column, count } of cells(counts))
      expect(count > 0).toBe(
        (isUnit(row) || row === state('NOT_ASKED')) && (isUnit(column) || column === state('NOT_COMPARABLE')),
      );
    expect(sum(counts)).toBe(sum(full.counts));
  });
});

describe('without the rule of one-sided answers', () => {
  it('the table is what it is', () => {
    const { deltas } = deltasOf(aQuestion('q'), [{ q: '0120120' }, { q: '110221 ' }]);
    const seen = protectDelta(aPlan({ q: shown(0) }), deltas[0]!, PAIR, undefined, { ...ALL_RULES, oneSided: false });

    expect(seen).toMatchObject({ table: deltas[0]!.table });
  });
});
