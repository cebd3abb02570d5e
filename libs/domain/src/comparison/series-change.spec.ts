import { cochranQ, friedman } from '../statistics/series-tests.js';
import type { Question } from '../question-set/question-set.js';
import { aQuestion, aRound, aScale, aSet, changeScale } from './comparison.builders.js';
import { seriesChange } from './series-change.js';

const YEARS = [2016, 2017, 2018, 2019];

/** Rounds that each ask their question, or none (null) but another. */
function aSeries(questions: readonly (Question | null)[], answers: readonly (string | readonly (number | null)[])[]) {
  const sets = questions.map((question, round) => aSet(YEARS[round] ?? 0, [question ?? aQuestion('other')]));
  const rounds = sets.map((set, round) => {
    const [asked] = set.questions;
    const key = asked?.type === 'MULTI_CHOICE' ? `${asked.code}|a` : (asked?.code ?? '');
    return aRound(set, { [key]: answers[round] ?? '' });
  });
  return { rounds, sets };
}
const q = aQuestion('q');
const changed = ({ rounds, sets }: ReturnType<typeof aSeries>, more: Parameters<typeof seriesChange>[3] = {}) =>
  seriesChange(rounds, 'q', sets, more);

describe('seriesChange', () => {
  it('tests ordered levels of the complete cases by Friedman', () => {
    const series = aSeries([q, q, q], ['0012d1', '0122 1', '011201']);

    expect(changed(series)).toEqual({
      ...friedman(
        [
          { values: [0, 0, 0], count: 1 },
          { values: [0, 1, 1], count: 1 },
          { values: [1, 2, 1], count: 1 },
          { values: [2, 2, 2], count: 1 },
          { values: [1, 1, 1], count: 1 },
        ],
        3,
      ),
      method: 'FRIEDMAN',
      rounds: ['2016', '2017', '2018'],
    });
  });

  it('counts equal courses together, and leaves out who is not selected', () => {
    const series = aSeries([q, q, q], ['000012', '111120', '222201']);

    expect(changed(series, { selection: Uint8Array.of(1, 3, 1, 0, 2, 1) })).toMatchObject(
      friedman(
        [
          { values: [0, 1, 2], count: 3 },
          { values: [2, 0, 1], count: 1 },
        ],
        3,
      ),
    );
  });

  it('tests numbers by Friedman, and yes or no by Cochran', () => {
    const number = aQuestion('q', { type: 'NUMBER' });
    const yes = aQuestion('q', { type: 'BOOLEAN' });
    const numbers = aSeries(
      [number, number, number],
      [
        [1.5, 2, null],
        [2, 2, 1],
        [3, 1, 2],
      ],
    );
    const answers = aSeries([yes, yes, yes], ['0110', '0101', '1101']);

    expect(changed(numbers)).toMatchObject({
      ...friedman(
        [
          { values: [1.5, 2, 3], count: 1 },
          { values: [2, 2, 1], count: 1 },
        ],
        3,
      ),
      method: 'FRIEDMAN',
    });
    expect(changed(answers)).toMatchObject({
      ...cochranQ(
        [
          { values: [0, 0, 1], count: 1 },
          { values: [1, 1, 1], count: 1 },
          { values: [1, 0, 0], count: 1 },
          { values: [0, 1, 1], count: 1 },
        ],
        3,
      ),
      method: 'COCHRAN_Q',
    });
  });

  it('tests an option by Cochran', () => {
    const several = aQuestion('q', { type: 'MULTI_CHOICE' });
    const series = aSeries([several, several, several], ['01', '11', '10']);

    expect(changed(series, { option: 'a' })).toMatchObject({
      ...cochranQ(
        [
          { values: [0, 1, 1], count: 1 },
          { values: [1, 1, 0], count: 1 },
        ],
        3,
      ),
      method: 'COCHRAN_Q',
    });
    expect(changed(series)).toBeNull();
  });

  it('passes over a round that did not ask', () => {
    const series = aSeries([q, null, q, q], ['01', '00', '12', '21']);

    expect(changed(series)?.rounds).toEqual(['2016', '2018', '2019']);
  });

  it('reads ranks from two bytes a state', () => {
    const series = aSeries([q, q, q], ['01', '12', '21']);
    const wide = series.rounds.map((round) => {
      const column = round.columns.get('q')!;
      const states = Uint16Array.from(column.states, (state) => (state >= 200 ? 0xff00 + state : state));
      return { ...round, columns: new Map([['q', { ...column, states }]]) };
    });
    const gone = wide.map((round, index) =>
      index > 0
        ? round
        : {
            ...round,
            columns: new Map([['q', { ...round.columns.get('q')!, states: Uint16Array.of(0xff00 + 240, 1) }]]),
          },
    );

    expect(seriesChange(wide, 'q', series.sets)).toEqual(changed(series));
    expect(seriesChange(gone, 'q', series.sets)).toMatchObject(friedman([{ values: [1, 2, 1], count: 1 }], 3));
  });

  it.each<[string, readonly (Question | null)[]]>([
    ['two rounds that asked', [q, q, null]],
    ['none', [null, null, null]],
    [
      'levels without order',
      [aQuestion('q', { type: 'CHOICE' }), aQuestion('q', { type: 'CHOICE' }), aQuestion('q', { type: 'CHOICE' })],
    ],
    [
      'a scale without order',
      Array.from({ length: 3 }, () => aQuestion('q', { scale: aScale('abc', { ordered: false }) })),
    ],
    [
      'reported changes',
      Array.from({ length: 3 }, () =>
        aQuestion('q', {
          scale: changeScale('DECREASED', 'UNCHANGED', 'INCREASED'),
          reportsChangeOf: { question: 'p', since: 2015 },
        }),
      ),
    ],
    ['texts', Array.from({ length: 3 }, () => aQuestion('q', { type: 'TEXT' }))],
    ['a break between them', [q, q, aQuestion('q', { text: { de: 'anders', en: 'otherwise' } })]],
    [
      'a recode between them',
      [q, q, aQuestion('q', { since: { year: 2017, verdict: 'RECODED', recode: { a: 'b', b: 'a', c: 'c' } } })],
    ],
    ['other levels', [q, q, aQuestion('q', { scale: aScale('abd'), since: { year: 2017, verdict: 'COMPARABLE' } })]],
    ['another type', [q, q, aQuestion('q', { type: 'CHOICE', since: { year: 2017, verdict: 'COMPARABLE' } })]],
  ])('says nothing of %s', (_, questions) => {
    expect(changed(aSeries(questions, ['01', '12', '21']))).toBeNull();
  });

  it('goes on over wordings that are comparable', () => {
    const reworded = aQuestion('q', {
      text: { de: 'anders', en: 'otherwise' },
      since: { year: 2017, verdict: 'COMPARABLE' },
    });

    expect(changed(aSeries([q, q, reworded], ['01', '12', '21']))).not.toBeNull();
  });
});
