import { aQuestion, aRound, aScale, aSet, changeScale } from './comparison.builders.js';
import { levelShare } from './level-share.js';
import { questionsWithLevels, seriesOf } from './series.js';

const question = aQuestion('q');
const sets = [
  aSet(2015, [question]),
  aSet(2016, [aQuestion('p')]),
  aSet(2017, [question]),
  aSet(2018, [aQuestion('q', { text: { de: 'Was?' } })]),
];
const answers = [{ q: '012-' }, { p: '0000' }, { q: '112 ' }, { q: '2222' }];
const rounds = sets.map((set, index) => aRound(set, answers[index]!));

describe('seriesOf', () => {
  const points = seriesOf({ rounds, question: 'q', history: sets });

  it('compares each point with the one before that asked, over a gap', () => {
    expect(points.map(({ delta }) => delta?.comparability?.verdict ?? null)).toEqual([
      null,
      null,
      'IDENTICAL',
      'BREAK',
    ]);
    expect(points[2]!.delta!.tally).toMatchObject({ increased: 1, unchanged: 2, comparable: 3, excluded: 1 });
    expect(points[3]!.delta!.tally.comparable).toBe(0);
  });

  it('marks the gap, and gives every other point its distribution', () => {
    expect(points.map(({ distribution }) => distribution && levelShare(distribution, ['b', 'c']))).toMatchObject([
      { count: 2, of: 3 },
      null,
      { count: 3, of: 3 },
      { count: 4, of: 4 },
    ]);
  });

  it('counts a selection', () => {
    const [first] = seriesOf({ rounds, question: 'q', history: sets, selection: Uint8Array.of(0, 0, 1, 1) });

    expect(first!.distribution).toMatchObject({ answered: 1, panelSize: 2 });
  });

  it('has only gaps for a question that nobody asks', () => {
    expect(
      seriesOf({ rounds, question: 'x', history: sets }).map(({ distribution, delta }) => [distribution, delta]),
    ).toEqual(rounds.map(() => [null, null]));
  });

  it('follows one option of a multiple choice', () => {
    const multiple = aSet(2015, [aQuestion('m', { type: 'MULTI_CHOICE', scale: aScale('ab') })]);
    const twice = [aRound(multiple, { 'm|a': '00', 'm|b': '01' }), aRound(multiple, { 'm|a': '11', 'm|b': '11' })];

    const increased = (option?: string) =>
      seriesOf({ rounds: twice, question: 'm', history: [multiple], ...(option === undefined ? {} : { option }) })[1]!
        .delta!.tally.increased;

    expect([increased('b'), increased()]).toEqual([1, 2]);
  });

  it('shows a reported change without a point before it', () => {
    const reporting = aSet(2018, [
      aQuestion('r', { scale: changeScale('DECREASED', 'INCREASED'), reportsChangeOf: { question: 'q', since: 2017 } }),
    ]);
    const [, point] = seriesOf({
      rounds: [rounds[2]!, aRound(reporting, { r: '1101' })],
      question: 'r',
      history: [...sets, reporting],
    });

    expect(point!.delta).toMatchObject({ basis: 'REPORTED', tally: { increased: 3, decreased: 1 } });
  });
});

describe('questionsWithLevels', () => {
  const types = ['SCALE', 'CHOICE', 'BOOLEAN', 'MULTI_CHOICE', 'NUMBER', 'TEXT'] as const;
  const ofEveryType = aSet(
    2018,
    types.map((type) => aQuestion(type, { type })),
  );

  it.each([
    ['no rounds', [], []],
    ['one round, in its order', [ofEveryType], ['SCALE 2018', 'CHOICE 2018', 'BOOLEAN 2018']],
    ['a question once, as it was asked last', [sets[0]!, sets[3]!], ['q 2018']],
    ['what only earlier rounds asked, behind', [sets[1]!, sets[0]!, sets[3]!], ['q 2018', 'p 2016']],
  ])('lists %s', (_, given, expected) => {
    const setOf = (question: object) => given.find(({ questions }) => questions.some((one) => one === question));

    expect(questionsWithLevels(given).map((one) => `${one.code} ${setOf(one)?.year}`)).toEqual(expected);
  });

  it('takes a question by its type in the last round that gives it levels', () => {
    const numbers = aSet(2019, [aQuestion('q', { type: 'NUMBER' })]);

    expect(questionsWithLevels([sets[0]!, numbers])).toEqual([sets[0]!.questions[0]]);
  });
});
