import { aQuestion, aRound, aScale, aSet } from './comparison.builders.js';
import { compareRounds } from './compare-rounds.js';
import { directionOfEach, groupingOf, groupsOf, orderDeltas, transitionsOf } from './delta.js';
import type { Polarity } from '../scale/scale.js';
import type { Delta, DeltaOrder } from './delta.js';

const question = aQuestion('q');
const nominal = aQuestion('c', { type: 'CHOICE' });
const number = aQuestion('n', { type: 'NUMBER' });
const set = aSet(2017, [question, nominal, number]);

function deltas(): readonly Delta[] {
  const from = aRound(set, { q: '0012 xX', c: '0012 xX', n: [1, 2, 3, 4, null, null, null] });
  const to = aRound(set, { q: '1012 0x', c: '1012 0x', n: [2, 2, 2, null, 1, 1, 1] });
  const result = compareRounds({ from, to, history: [set] });
  if (!result.ok) throw new Error('unknown question');
  return result.value.deltas;
}

describe('directionOfEach', () => {
  it('names the class of every municipality, and none for outsiders', () => {
    const [ordered, unordered, numbers] = deltas();
    const tail = ['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'NO_RESPONSE_BOTH', 'NOT_IN_PANEL', null];

    expect(directionOfEach(ordered!)).toEqual(['INCREASED', ...tail]);
    expect(directionOfEach(unordered!)).toEqual(['CHANGED', ...tail]);
    expect(directionOfEach(numbers!).slice(0, 4)).toEqual(['INCREASED', 'UNCHANGED', 'DECREASED', 'NO_ANSWER']);
  });
});

describe('transitionsOf', () => {
  it('lists what happened between levels, by code', () => {
    const [ordered, , numbers] = deltas();

    expect(transitionsOf(ordered!)).toEqual([
      { from: 'a', to: 'a', count: 1 },
      { from: 'a', to: 'b', count: 1 },
      { from: 'b', to: 'b', count: 1 },
      { from: 'c', to: 'c', count: 1 },
    ]);
    expect(transitionsOf(numbers!)).toEqual([]);
  });

  it('names levels of the later scale after a recode', () => {
    const later = aSet(2018, [
      aQuestion('q', { scale: aScale('xy'), since: { year: 2017, verdict: 'RECODED', recode: { a: 'x', b: 'y' } } }),
    ]);
    const result = compareRounds({
      from: aRound(set, { q: '012' }),
      to: aRound(later, { q: '111' }),
      history: [set, later],
      questions: ['q'],
    });

    expect(result.ok && transitionsOf(result.value.deltas[0]!)).toEqual([
      { from: 'x', to: 'y', count: 1 },
      { from: 'y', to: 'y', count: 1 },
    ]);
  });
});

describe('groupingOf', () => {
  it('shows declared values first, then the others by code, then not stated', () => {
    expect(groupingOf(['b', null, '10', '<6m', undefined, '01', 'b'], ['unused', 'b', '<6m'])).toEqual({
      values: ['b', '<6m', '01', '10', null],
      index: Uint8Array.of(0, 4, 3, 1, 4, 2, 0),
    });
  });

  it('keeps the empty text apart from not stated', () => {
    expect(groupingOf(['', null]).values).toEqual(['', null]);
  });
});

describe('groupsOf', () => {
  it('partitions the panel, leaving out groups of outsiders', () => {
    const grouping = groupingOf(['n', 'n', 's', null, null, 's', 'outside']);
    const [ordered, , numbers] = deltas();

    expect(
      groupsOf(ordered!, grouping).map(({ value, panelSize, tally }) => [
        value,
        panelSize,
        tally.increased,
        tally.comparable,
      ]),
    ).toEqual([
      ['n', 2, 1, 2],
      ['s', 2, 0, 1],
      [null, 2, 0, 1],
    ]);
    expect(
      groupsOf(numbers!, grouping).map(({ tally }) => [tally.increased, tally.decreased, tally.unchanged]),
    ).toEqual([
      [1, 0, 1],
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
});

describe('orderDeltas', () => {
  const figure = (
    code: string,
    increased: number | null,
    decreased: number | null,
    changed: number,
    netChange: number | null,
    polarity: Polarity = 'NEUTRAL',
  ) => ({
    code,
    question: { ...question, polarity },
    netChange,
    tally: { increased, decreased, changed, unchanged: 0, comparable: 0, excluded: 0, exclusions: [] },
  });
  const list = [
    figure('a', null, null, 9, null, 'HIGHER_IS_WORSE'),
    figure('b', 1, 5, 6, -0.5, 'HIGHER_IS_WORSE'),
    figure('c', 3, 0, 3, 0.5, 'HIGHER_IS_BETTER'),
    figure('d', 3, 5, 8, null),
    figure('e', null, null, 9, null),
  ];

  it.each<[DeltaOrder, string]>([
    ['QUESTION', 'abcde'],
    ['INCREASED_DESC', 'cdbae'],
    ['DECREASED_DESC', 'bdcae'],
    ['CHANGED_DESC', 'aedbc'],
    ['NET_DESC', 'cbade'],
    ['WORSENED_DESC', 'bcade'],
    ['IMPROVED_DESC', 'bcade'],
    ['P_VALUE_ASC', 'bcdae'],
  ])('%s: stable, without a figure last', (order, codes) => {
    expect(
      orderDeltas(list, order)
        .map(({ code }) => code)
        .join(''),
    ).toBe(codes);
    expect(list.map(({ code }) => code).join('')).toBe('abcde');
  });
});
