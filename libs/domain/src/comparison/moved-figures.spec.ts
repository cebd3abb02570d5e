import type { Question } from '../question-set/question-set.js';
import { compareRounds } from './compare-rounds.js';
import { aQuestion, aRound, aSet } from './comparison.builders.js';
import { movedFigures, type FrozenComparison } from './moved-figures.js';

type Numbers = Readonly<Record<string, number>>;
interface Frozen {
  readonly codes?: readonly string[];
  readonly questions?: readonly Question[];
  readonly from: Readonly<Record<string, string>>;
  readonly to: Readonly<Record<string, string>>;
  readonly numbers?: readonly [Numbers, Numbers];
}

const Q = aQuestion('q');
/** Everybody handed in once in both rounds, unless stated. */
const frozen = ({ codes = ['a', 'b', 'c'], questions = [Q], from, to, numbers }: Frozen): FrozenComparison => {
  const sets = [aSet(2017, questions), aSet(2018, questions)] as const;
  const compared = compareRounds({ from: aRound(sets[0], from), to: aRound(sets[1], to), history: sets });
  if (!compared.ok) throw new Error(JSON.stringify(compared.errors));
  const all: Numbers = Object.fromEntries(codes.map((code) => [code, 1]));
  const [before, after] = numbers ?? [all, all];
  return {
    deltas: compared.value.deltas,
    codes,
    from: new Map(Object.entries(before)),
    to: new Map(Object.entries(after)),
  };
};
const causes = (before: FrozenComparison, after: FrozenComparison) =>
  movedFigures(before, after).map(({ causes: found, before: was, after: is }) => [
    (is ?? was)?.question.code,
    Object.fromEntries(found.map(({ cause, municipalities }) => [cause, municipalities.join('')])),
  ]);

const BASE = frozen({ from: { q: '012' }, to: { q: '012' } });
const ONE = { a: 1, b: 1, c: 1 };

describe('movedFigures', () => {
  it('is empty where nothing moved', () => {
    expect(movedFigures(BASE, BASE)).toEqual([]);
    expect(movedFigures(BASE, frozen({ from: { q: '012' }, to: { q: '012' } }))).toEqual([]);
  });

  it('names a sheet that came in late, in either round', () => {
    const without = frozen({ from: { q: '012' }, to: { q: '01 ' }, numbers: [ONE, { a: 1, b: 1 }] });
    expect(causes(without, BASE)).toEqual([['q', { LATE_SUBMISSION: 'c' }]]);
    const earlier = frozen({ from: { q: ' 12' }, to: { q: '012' }, numbers: [{ b: 1, c: 1 }, ONE] });
    expect(causes(earlier, BASE)).toEqual([['q', { LATE_SUBMISSION: 'a' }]]);
  });

  it('names a correction, and a late sheet before one', () => {
    const corrected = frozen({ from: { q: '012' }, to: { q: '212' }, numbers: [ONE, { ...ONE, a: 2 }] });
    expect(causes(BASE, corrected)).toEqual([['q', { CORRECTION: 'a' }]]);
    const both = frozen({ from: { q: ' 12' }, to: { q: '012' }, numbers: [{ b: 1, c: 1 }, ONE] });
    const after = frozen({ from: { q: '012' }, to: { q: '212' }, numbers: [ONE, { ...ONE, a: 2 }] });
    expect(causes(both, after)).toEqual([['q', { LATE_SUBMISSION: 'a' }]]);
  });

  it('names a changed panel, whether or not there was a sheet on file', () => {
    const smaller = frozen({ codes: ['a', 'b'], from: { q: '01' }, to: { q: '01' } });
    expect(causes(smaller, BASE)).toEqual([['q', { CHANGED_PANEL: 'c' }]]);
    expect(causes(BASE, smaller)).toEqual([['q', { CHANGED_PANEL: 'c' }]]);
    // In the panel of both, and a member in only one of them.
    const left = frozen({ from: { q: '01x' }, to: { q: '01x' } });
    expect(causes(BASE, left)).toEqual([['q', { CHANGED_PANEL: 'c' }]]);
  });

  it('names a changed verdict where every sheet is as it was', () => {
    const broken = frozen({
      questions: [aQuestion('q', { since: { year: 2017, verdict: 'BREAK' } })],
      from: { q: '012' },
      to: { q: '012' },
    });
    expect(causes(BASE, broken)).toEqual([['q', { CHANGED_VERDICT: 'abc' }]]);
  });

  it('names all causes of a figure, each with its municipalities, in their order', () => {
    const before = frozen({ from: { q: '012' }, to: { q: '01 ' }, numbers: [ONE, { a: 1, b: 1 }] });
    const after = frozen({
      codes: ['a', 'b', 'c', 'd'],
      from: { q: '0120' },
      to: { q: '2112' },
      numbers: [
        { ...ONE, d: 1 },
        { ...ONE, a: 2, d: 1 },
      ],
    });
    const [moved] = movedFigures(before, after);
    expect(moved?.causes).toEqual([
      { cause: 'LATE_SUBMISSION', municipalities: ['c'] },
      { cause: 'CORRECTION', municipalities: ['a'] },
      { cause: 'CHANGED_PANEL', municipalities: ['d'] },
    ]);
  });

  it('lists figures that only one freeze has, the later freeze first, and options each by itself', () => {
    const multi = aQuestion('m', { type: 'MULTI_CHOICE' });
    const before = frozen({
      questions: [aQuestion('gone'), multi],
      from: { gone: '012', 'm|a': '001', 'm|b': '000', 'm|c': '000' },
      to: { gone: '012' },
    });
    const after = frozen({
      questions: [multi, aQuestion('new')],
      from: { new: '012', 'm|a': '001', 'm|b': '000', 'm|c': '000' },
      to: { new: '012' },
    });
    expect(
      movedFigures(before, after).map(({ before: was, after: is }) => [
        was?.question.code ?? null,
        is?.question.code ?? null,
      ]),
    ).toEqual([
      [null, 'new'],
      ['gone', null],
    ]);
  });
});
