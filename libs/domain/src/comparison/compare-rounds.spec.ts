import type { Question } from '../question-set/question-set.js';
import { aQuestion, aRound, aScale, aSet, states } from './comparison.builders.js';
import { compareRounds } from './compare-rounds.js';
import type { RoundPair } from './compare-rounds.js';
import type { Delta } from './delta.js';

type Answers = Readonly<Record<string, string | readonly (number | null)[]>>;

/** Two rounds with one question set each. */
function pairOf(earlier: readonly Question[], a: Answers, later: readonly Question[], b: Answers): RoundPair {
  const [from, to] = [aSet(2017, earlier), aSet(2018, later)];
  return { from: aRound(from, a), to: aRound(to, b), history: [from, to] };
}

function deltasOf(pair: RoundPair): readonly Delta[] {
  const result = compareRounds(pair);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  for (const { tally, panelSize } of result.value.deltas) expect(tally.comparable + tally.excluded).toBe(panelSize);
  return result.value.deltas;
}

const exclusionsOf = ({ tally }: Delta): Record<string, number> =>
  Object.fromEntries(tally.exclusions.map(({ reason, count }) => [reason, count]));

const same = [aQuestion('q')];
const since = { year: 2017, verdict: 'RECODED' as const };

describe('compareRounds', () => {
  it('counts one question: increased in 8 of 15', () => {
    const [delta] = deltasOf(pairOf(same, { q: '000011112222111' }, same, { q: '111122222222110' }));

    expect(delta!.tally).toMatchObject({ increased: 8, decreased: 1, unchanged: 6, comparable: 15, excluded: 0 });
    expect(delta).toMatchObject({
      basis: 'COMPUTED',
      comparability: { verdict: 'IDENTICAL' },
      ordered: true,
      panelSize: 15,
    });
  });

  it.each([
    { name: 'nobody', a: '', b: '', exclusions: {} },
    { name: 'no response at all', a: '   ', b: '   ', exclusions: { NO_RESPONSE_BOTH: 3 } },
    { name: 'every missing kind', a: 'drn', b: '000', exclusions: { DONT_KNOW: 1, REFUSED: 1, NOT_APPLICABLE: 1 } },
    { name: 'two item reasons', a: 'd-', b: '/?', exclusions: { DONT_KNOW: 1, NO_ANSWER: 1 } },
    { name: 'another revision without the question', a: '?0', b: '0?', exclusions: { NOT_ASKED: 2 } },
  ])('excludes $name', ({ a, b, exclusions }) => {
    const [delta] = deltasOf(pairOf(same, { q: a }, same, { q: b }));

    expect(exclusionsOf(delta!)).toEqual(exclusions);
    expect(delta!.tally.comparable).toBe(0);
  });

  it('keeps the order of the later set, then what only the earlier one asks, and leaves texts out', () => {
    const pair = pairOf(
      [aQuestion('a'), aQuestion('gone'), aQuestion('t', { type: 'TEXT' })],
      { a: '0' },
      [aQuestion('new'), aQuestion('t', { type: 'TEXT' }), aQuestion('a')],
      { a: '0' },
    );

    expect(deltasOf(pair).map(({ question }) => question.code)).toEqual(['new', 'a', 'gone']);
  });

  it('knows who is missing from a round that did not ask', () => {
    const pair = pairOf([...same, aQuestion('gone')], { q: '0 xX0x', gone: '0 xX0x' }, [...same, aQuestion('new')], {
      q: '000 xx',
      new: '012 xx',
    });
    const [, added, gone] = deltasOf(pair);

    const expected = { UNIT_CHANGED: 1, NOT_IN_PANEL: 2, NO_RESPONSE_FROM: 1, NOT_ASKED: 1 };
    expect(exclusionsOf(added!)).toEqual(expected);
    expect(exclusionsOf(gone!)).toEqual(expected);
    expect([added!.comparability, gone!.comparability]).toEqual([null, null]);
    expect(added!.panelSize).toBe(5);
  });

  it('recodes the earlier answers, and leaves out levels that the recode leaves out', () => {
    const later = [aQuestion('q', { scale: aScale('xy'), since: { ...since, recode: { a: 'x', b: 'y' } } })];
    const [delta] = deltasOf(pairOf(same, { q: '0012d2' }, later, { q: '011100' }));

    expect(delta!.tally).toMatchObject({ increased: 1, unchanged: 2, decreased: 0 });
    expect(exclusionsOf(delta!)).toEqual({ DONT_KNOW: 1, NOT_COMPARABLE: 2 });
  });

  it('compares ranks of the later scale, not codes', () => {
    const later = [aQuestion('q', { scale: aScale('cba'), since: { year: 2017, verdict: 'COMPARABLE' } })];
    const [delta] = deltasOf(pairOf(same, { q: '012' }, later, { q: '000' }));

    // a, b, c were ranks 0, 1, 2 and are 2, 1, 0 now; everybody answers c.
    expect(delta!.tally).toMatchObject({ increased: 0, decreased: 2, unchanged: 1 });
  });

  it('never compares over a BREAK, and names other reasons first', () => {
    const later = [aQuestion('q', { text: { de: 'Was?' } })];
    const [delta] = deltasOf(pairOf(same, { q: '01d 0' }, later, { q: '01000' }));

    expect(exclusionsOf(delta!)).toEqual({ NO_RESPONSE_FROM: 1, DONT_KNOW: 1, NOT_COMPARABLE: 3 });
  });

  it.each([
    { name: 'a nominal scale', question: aQuestion('q', { scale: aScale('abc', { ordered: false }) }) },
    { name: 'a CHOICE, whatever its scale says', question: aQuestion('q', { type: 'CHOICE' }) },
  ])('knows only changed and unchanged on $name', ({ question }) => {
    const [delta] = deltasOf(pairOf([question], { q: '012' }, [question], { q: '110' }));

    expect(delta!.tally).toMatchObject({ increased: null, decreased: null, changed: 2, unchanged: 1 });
  });

  it('takes false to true as an increase', () => {
    const question = aQuestion('q', { type: 'BOOLEAN' });
    const [delta] = deltasOf(pairOf([question], { q: '0011' }, [question], { q: '0110' }));

    expect(delta!.tally).toMatchObject({ increased: 1, decreased: 1, unchanged: 2 });
  });

  it('compares numbers with the later tolerance', () => {
    const earlier = [aQuestion('n', { type: 'NUMBER', tolerance: { absolute: 100 } })];
    const later = [aQuestion('n', { type: 'NUMBER', tolerance: { absolute: 0.5 } })];
    const [delta] = deltasOf(pairOf(earlier, { n: [1, 1, 1, null] }, later, { n: [1.5, 2, 0, 3] }));

    expect(delta!.tally).toMatchObject({ increased: 1, decreased: 1, unchanged: 1 });
    expect(exclusionsOf(delta!)).toEqual({ NO_ANSWER: 1 });
  });

  it('carries no number over to another scale', () => {
    const later = [aQuestion('n', { type: 'NUMBER', since: { ...since, recode: {} } })];
    const [delta] = deltasOf(pairOf([aQuestion('n', { type: 'NUMBER' })], { n: [1, null] }, later, { n: [2, 2] }));

    expect(exclusionsOf(delta!)).toEqual({ NO_ANSWER: 1, NOT_COMPARABLE: 1 });
  });

  it.each([
    { from: aQuestion('q', { type: 'NUMBER' }), a: { q: [1, null] } },
    { from: aQuestion('q', { type: 'TEXT' }), a: { q: '0-' } },
    { from: aQuestion('q', { type: 'MULTI_CHOICE', scale: aScale('a') }), a: { 'q|a': '1-' } },
    { from: aQuestion('q', { type: 'BOOLEAN' }), a: { q: '1-' } },
  ])('finds $from.type not comparable with a scale', ({ from, a }) => {
    const [delta] = deltasOf(pairOf([from], a, same, { q: '11' }));

    expect(exclusionsOf(delta!)).toEqual({ NO_ANSWER: 1, NOT_COMPARABLE: 1 });
    expect(delta!.comparability!.verdict).toBe('BREAK');
  });

  it('compares each option of a multiple choice', () => {
    const earlier = [aQuestion('m', { type: 'MULTI_CHOICE', scale: aScale('ab') })];
    const later = [
      aQuestion('m', { type: 'MULTI_CHOICE', scale: aScale('bc'), since: { year: 2017, verdict: 'COMPARABLE' } }),
    ];
    const deltas = deltasOf(pairOf(earlier, { 'm|a': '01-', 'm|b': '01-' }, later, { 'm|b': '11 ', 'm|c': '01 ' }));

    expect(deltas.map(({ option }) => option)).toEqual(['b', 'c', 'a']);
    expect(deltas[0]!.tally).toMatchObject({ increased: 1, unchanged: 1, excluded: 1 });
    expect(deltas.slice(1).map(exclusionsOf)).toEqual([
      { NO_RESPONSE_TO: 1, NOT_ASKED: 2 },
      { NO_RESPONSE_TO: 1, NOT_ASKED: 2 },
    ]);
  });

  it('takes an option as chosen where any of those recoded onto it was', () => {
    const earlier = [aQuestion('m', { type: 'MULTI_CHOICE', scale: aScale('abc') })];
    const later = [
      aQuestion('m', { type: 'MULTI_CHOICE', scale: aScale('xc'), since: { ...since, recode: { a: 'x', b: 'x' } } }),
    ];
    const [x, c] = deltasOf(
      pairOf(earlier, { 'm|a': '010-', 'm|b': '001-', 'm|c': '111-' }, later, { 'm|x': '1111', 'm|c': '1111' }),
    );

    expect(x!.tally).toMatchObject({ increased: 1, unchanged: 2, excluded: 1 });
    expect(exclusionsOf(c!)).toEqual({ NO_ANSWER: 1, NOT_COMPARABLE: 3 });
  });

  it('reads more than 200 levels from two bytes', () => {
    const levels = Array.from({ length: 300 }, (_, rank) => ({ code: `l${rank}`, label: { de: `${rank}` } }));
    const question = aQuestion('q', { scale: aScale('', { levels, missing: [] }) });
    const pair = pairOf([question], { q: '000' }, [question], { q: '000' });
    const wide = (values: readonly number[]) => new Map([['q', { question, states: Uint16Array.from(values) }]]);

    const [delta] = deltasOf({
      ...pair,
      from: { ...pair.from, columns: wide([250, 299, 0xff00 + 245]) },
      to: { ...pair.to, columns: wide([251, 0xff00 + 244, 0xff00 + 245]) },
    });

    expect(delta!.tally).toMatchObject({
      increased: 1,
      comparable: 1,
      exclusions: [{ reason: 'NO_RESPONSE_TO', count: 1 }],
    });
  });

  describe('selects', () => {
    const cell = (row: string): Question => aQuestion(`g.${row}.c`, { grid: { code: 'g', row, column: 'c' } });
    const pair = pairOf([aQuestion('q'), cell('r1')], { q: '000' }, [aQuestion('q'), cell('r1'), cell('r2')], {
      q: '110',
    });

    it.each([
      { questions: ['q'], codes: ['q'] },
      { questions: ['g'], codes: ['g.r1.c', 'g.r2.c'] },
      { questions: ['g.r1.c', 'q', 'q'], codes: ['q', 'g.r1.c'] },
      { questions: [], codes: [] },
    ])('questions $questions', ({ questions, codes }) => {
      const result = compareRounds({ ...pair, questions });

      expect(result.ok && result.value.deltas.map(({ question }) => question.code)).toEqual(codes);
      expect(result.ok && result.value.panelSize).toBe(3);
    });

    it('and names every unknown one', () => {
      const result = compareRounds({ ...pair, questions: ['q', 'x', 'y|a'] });

      expect(result.ok ? [] : result.errors.map(({ code, question }) => [code, question])).toEqual([
        ['UNKNOWN_QUESTION', 'x'],
        ['UNKNOWN_QUESTION', 'y|a'],
      ]);
    });

    it.each([
      { selection: Uint8Array.of(1, 0, 1), increased: 1, comparable: 2 },
      { selection: Uint8Array.of(0, 0, 0), increased: 0, comparable: 0 },
    ])('municipalities $selection', ({ selection, increased, comparable }) => {
      const [delta] = deltasOf({ ...pair, selection });

      expect(delta!.tally).toMatchObject({ increased, comparable });
      expect(delta!.panelSize).toBe(comparable);
    });
  });

  it('counts the panel where there is nothing to compare', () => {
    const pair = pairOf([], {}, [], {});
    const units = (text: string) => ({ size: text.length, units: states(text) });
    const result = compareRounds({
      ...pair,
      from: { ...pair.from, ...units('0xX x') },
      to: { ...pair.to, ...units('xxX0 ') },
    });

    expect(result.ok && result.value).toEqual({ panelSize: 3, deltas: [] });
    expect(compareRounds(pair)).toEqual({ ok: true, value: { panelSize: 0, deltas: [] } });
  });

  it('refuses rounds that do not fit', () => {
    const pair = pairOf(same, { q: '00' }, same, { q: '00' });

    expect(() => compareRounds({ ...pair, to: aRound(pair.to.questionSet, { q: '000' }) })).toThrow(RangeError);
    expect(() => compareRounds({ ...pair, to: { ...pair.to, columns: new Map() } })).toThrow('no column q');
  });

  it('goes by the way between the sets, also for questions that were compared over another way before', () => {
    const [first, last] = [aSet(2016, same), aSet(2018, same)];
    const between = aSet(2017, [aQuestion('q', { text: { de: 'anders', en: 'otherwise' } })]);
    const over = (history: RoundPair['history']) =>
      deltasOf({ from: aRound(first, { q: '012' }), to: aRound(last, { q: '120' }), history })[0]?.tally.comparable;

    expect([over([first, last]), over([first, between, last]), over([first, last])]).toEqual([3, 0, 3]);
  });

  it('takes an earlier question as the later one reads it: recoded by one, by code by another', () => {
    const earlier = aQuestion('q');
    const first = aSet(2017, [earlier]);
    const increased = (later: Question) => {
      const second = aSet(2018, [later]);
      const pair = { from: aRound(first, { q: '000' }), to: aRound(second, { q: '111' }), history: [first, second] };
      return deltasOf(pair)[0]?.tally.increased;
    };

    expect([
      increased(aQuestion('q')),
      increased(aQuestion('q', { since: { ...since, recode: { a: 'b', b: 'b', c: 'c' } } })),
      increased(aQuestion('q')),
    ]).toEqual([3, 0, 3]);
  });
});
