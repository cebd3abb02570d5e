import { aQuestion, aRound, aSet } from '../comparison/comparison.builders.js';
import type { Question } from '../question-set/question-set.js';
import { conditionsOf, releasedViews } from './released-views.js';
import type { ReleaseInput } from './suppression.types.js';

const aRelease = (...questions: readonly Question[]): ReleaseInput => {
  const set = aSet(2017, questions);
  return { rounds: [aRound(set, { [questions[0]?.code ?? '']: '01' })], history: [set], groupings: new Map() };
};
const q = aQuestion('q');
const other = aQuestion('other');
const shownIf = (code: string, condition: string) => aQuestion(code, { visibleIf: `answer("${condition}") == "a"` });

describe('conditionsOf', () => {
  it('names what decides whether a question is shown and whether it is required; nothing for one that is not asked', () => {
    const both = aQuestion('p', { visibleIf: 'answer("q") == "a"', requiredIf: 'answer("other") == "b"' });
    const [round] = aRelease(q, other, both).rounds;
    if (round === undefined) throw new Error('no round');

    expect(conditionsOf(round, 'p')).toEqual(['q', 'other']);
    expect(conditionsOf(round, 'q')).toEqual([]);
    expect(conditionsOf(round, 'elsewhere')).toEqual([]);
  });
});

describe('releasedViews', () => {
  const [first, second] = [aSet(2017, [q]), aSet(2018, [q])];
  const released = (...rounds: ReleaseInput['rounds']) =>
    releasedViews({ rounds, history: [first, second], groupings: new Map() }, []);

  it('are pairs, the latest first, then single rounds', () => {
    const third = aSet(2019, [q]);
    const rounds = [first, second, third].map((set) => aRound(set, { q: '01' }));

    expect(released(...rounds).views).toEqual([
      ['2018', '2019'],
      ['2017', '2019'],
      ['2017', '2018'],
      ['2019'],
      ['2018'],
      ['2017'],
    ]);
    expect(released().views).toEqual([]);
  });

  it('rest on those who responded in every round: members, whatever they answered', () => {
    const views = released(aRound(first, { q: '0d- xX' }), aRound(second, { q: '0 ----' }));

    expect([...views.supportOf(['2017'])]).toEqual([1, 1, 1, 0, 0, 0]);
    expect([...views.supportOf(['2018'])]).toEqual([1, 0, 1, 1, 1, 1]);
    expect([...views.supportOf(['2017', '2018'])]).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('refuse rounds of different panels or of one code, and do not know others', () => {
    const round = aRound(first, { q: '01' });

    expect(() => released(round, aRound(second, { q: '012' }))).toThrow('the rounds of a release follow one panel');
    expect(() => released(round, round)).toThrow('two rounds of a release have the same code');
    expect(() => released(round).supportOf(['2018'])).toThrow('the release has no round 2018');
  });

  it('show of a question that another one hides what was answered to that one, however far away', () => {
    const chained = [q, shownIf('p', 'q'), shownIf('r', 'p'), other];
    const views = releasedViews(aRelease(...chained), []);
    const sides = (key: string, withDependence = true) => views.evidenceOf(['2017'], key, withDependence)?.sides.length;

    expect([sides('q'), sides('p'), sides('r'), sides('other')]).toEqual([1, 2, 3, 1]);
    expect(sides('r', false)).toBe(1);
    expect(views.evidenceOf(['2017'], 'elsewhere', true)).toBeNull();
  });

  it('show the direction of a reported change beside its answer, and nothing of it on a pair of rounds', () => {
    const reported = aQuestion('q', { reportsChangeOf: { question: 'p', since: 2017 } });
    const [a, b] = [aSet(2017, [reported]), aSet(2018, [reported])];
    const release = { rounds: [aRound(a, { q: '01' }), aRound(b, { q: '10' })], history: [a, b], groupings: new Map() };
    const views = releasedViews(release, []);

    expect(views.evidenceOf(['2017'], 'q', true)?.sides).toHaveLength(2);
    expect(views.evidenceOf(['2017', '2018'], 'q', true)).toBeNull();
  });
});
