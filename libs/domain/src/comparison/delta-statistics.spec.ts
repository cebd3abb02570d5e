import fc from 'fast-check';
import { changeSummary } from '../statistics/change-summary.js';
import { benjaminiHochberg, holm } from '../statistics/adjust.js';
import { marginalHomogeneity, signTest } from '../statistics/paired-tests.js';
import { clopperPearsonInterval, wilsonInterval } from '../statistics/proportion.js';
import { signedRankTest } from '../statistics/signed-rank.js';
import type { Question } from '../question-set/question-set.js';
import { aQuestion, aRound, aSet, changeScale } from './comparison.builders.js';
import { compareRounds } from './compare-rounds.js';
import type { Delta } from './delta.js';
import {
  adjustedPValues,
  changesOf,
  changeSummaryOf,
  marginalHomogeneityOf,
  shareIncreased,
  signedRankOf,
  signTestOf,
} from './delta-statistics.js';

type Answers = string | readonly (number | null)[];

function aDelta(question: Question, from: Answers, to: Answers, selection?: Uint8Array): Delta {
  const [first, second] = [aSet(2017, [question]), aSet(2018, [question])];
  const compared = compareRounds({
    from: aRound(first, { q: from }),
    to: aRound(second, { q: to }),
    history: [first, second],
    ...(selection === undefined ? {} : { selection }),
  });
  if (!compared.ok) throw new Error(compared.errors[0]?.message);
  return compared.value.deltas[0]!;
}

const ordered = aQuestion('q');
const nominal = aQuestion('q', { type: 'CHOICE' });
const number = aQuestion('q', { type: 'NUMBER', decimals: 1, tolerance: { absolute: 0.5 } });
const reported = aQuestion('q', {
  scale: changeScale('DECREASED', 'UNCHANGED', 'INCREASED'),
  reportsChangeOf: { question: 'p', since: 2017 },
});
const byValue = (changes: ReturnType<typeof changesOf>) =>
  new Map((changes ?? []).map(({ value, count }) => [value, count]));

describe('statistics of levels', () => {
  it('rest on the pairs of those who are comparable, whoever they are', () => {
    const pair = fc.tuple(fc.constantFrom(...'012d- '), fc.constantFrom(...'012d- '));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
        const delta = aDelta(ordered, pairs.map(([from]) => from).join(''), pairs.map(([, to]) => to).join(''));
        const comparable = pairs.flatMap(([from, to]) =>
          '012'.includes(from) && '012'.includes(to) ? [[Number(from), Number(to)] as const] : [],
        );
        const differences = new Map<number, number>();
        for (const [from, to] of comparable) differences.set(to - from, (differences.get(to - from) ?? 0) + 1);
        const increased = comparable.filter(([from, to]) => to > from).length;
        const decreased = comparable.filter(([from, to]) => to < from).length;

        expect(byValue(changesOf(delta))).toEqual(differences);
        expect(signTestOf(delta.tally)).toEqual(signTest(increased, decreased));
        expect(shareIncreased(delta.tally, 'WILSON')).toEqual(wilsonInterval(increased, comparable.length));
        expect(shareIncreased(delta.tally, 'CLOPPER_PEARSON')).toEqual(
          clopperPearsonInterval(increased, comparable.length),
        );
        expect(marginalHomogeneityOf(delta)).toEqual(
          marginalHomogeneity(3, (i, j) => comparable.filter(([from, to]) => from === i && to === j).length),
        );
        const changes = changesOf(delta) ?? [];
        for (const zeros of ['PRATT', 'WILCOXON'] as const)
          expect(signedRankOf(delta, zeros)).toEqual(signedRankTest(changes, zeros));
        expect(changeSummaryOf(delta)).toBeNull();
      }),
    );
  });

  it('have no order where levels have none', () => {
    const delta = aDelta(nominal, '0120', '1200');

    expect([
      changesOf(delta),
      signTestOf(delta.tally),
      shareIncreased(delta.tally, 'WILSON'),
      signedRankOf(delta, 'WILCOXON'),
    ]).toEqual([null, null, null, null]);
    expect(marginalHomogeneityOf(delta)).toEqual(
      marginalHomogeneity(3, (i, j) =>
        Number(
          [
            [0, 1],
            [1, 2],
            [2, 0],
            [0, 0],
          ].some(([a, b]) => a === i && b === j),
        ),
      ),
    );
  });

  it('say of a reported change what its tally says, and no more', () => {
    const delta = aDelta(reported, '000', '022');

    expect(delta.basis).toBe('REPORTED');
    expect(signTestOf(delta.tally)).toEqual(signTest(2, 1));
    expect([
      changesOf(delta),
      marginalHomogeneityOf(delta),
      signedRankOf(delta, 'PRATT'),
      changeSummaryOf(delta),
    ]).toEqual([null, null, null, null]);
  });
});

describe('statistics of numbers', () => {
  const [from, to] = [
    [1, 2, 3, 4, null],
    [1.4, 4, 1, 4, 7],
  ];

  it('test changes beyond the tolerance, and describe them as they are', () => {
    const delta = aDelta(number, from, to);

    expect(byValue(changesOf(delta))).toEqual(
      new Map([
        [0, 2],
        [2, 1],
        [-2, 1],
      ]),
    );
    expect(changeSummaryOf(delta)).toEqual(
      changeSummary([
        { value: -2, count: 1 },
        { value: 0, count: 1 },
        { value: 0.4, count: 1 },
        { value: 2, count: 1 },
      ]),
    );
    expect(signedRankOf(delta, 'PRATT')).toEqual(
      signedRankTest(
        [
          { value: 0, count: 2 },
          { value: 2, count: 1 },
          { value: -2, count: 1 },
        ],
        'PRATT',
      ),
    );
    expect(marginalHomogeneityOf(delta)).toBeNull();
  });

  it('leave out who is not selected', () => {
    const delta = aDelta(number, from, to, Uint8Array.of(0, 1, 0, 0, 1));

    expect(byValue(changesOf(delta))).toEqual(new Map([[2, 1]]));
    expect(changeSummaryOf(delta)).toEqual(changeSummary([{ value: 2, count: 1 }]));
  });

  it('are of nobody where the numbers do not compare', () => {
    const [first, second] = [
      aSet(2017, [number]),
      aSet(2018, [{ ...number, text: { de: 'anders', en: 'otherwise' } }]),
    ];
    const compared = compareRounds({
      from: aRound(first, { q: from }),
      to: aRound(second, { q: to }),
      history: [first, second],
    });
    const [delta] = compared.ok ? compared.value.deltas : [];

    expect(delta === undefined ? undefined : [changesOf(delta), changeSummaryOf(delta)]).toEqual([
      [],
      changeSummary([]),
    ]);
  });
});

describe('adjustedPValues', () => {
  it('adjust over the questions that have a test, in their order', () => {
    const deltas = [aDelta(ordered, '00000', '11111'), aDelta(nominal, '01', '10'), aDelta(ordered, '000', '100')];
    const p = [signTest(5, 0).pValue, null, signTest(1, 0).pValue];

    expect(adjustedPValues(deltas)).toEqual({ holm: holm(p), benjaminiHochberg: benjaminiHochberg(p) });
  });
});
