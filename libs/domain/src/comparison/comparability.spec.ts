import type { Question, Since, Verdict } from '../question-set/question-set.js';
import { aQuestion, aScale, aSet } from './comparison.builders.js';
import { comparabilityOf, defaultVerdict } from './comparability.js';

const asked = (since?: Since, overrides: Partial<Question> = {}): Question =>
  aQuestion('q', { ...(since === undefined ? {} : { since }), ...overrides });
const reworded = { text: { de: 'Wie groß?', en: 'How large?' } };

describe('defaultVerdict', () => {
  it.each<[string, Partial<Question>, Verdict]>([
    ['nothing', {}, 'IDENTICAL'],
    ['help', { help: { de: 'x' } }, 'IDENTICAL'],
    ['position', { position: 7, section: 'other' }, 'IDENTICAL'],
    ['text', reworded, 'BREAK'],
    ['a level more', { scale: aScale('abcd') }, 'BREAK'],
    ['order of levels', { scale: aScale('acb') }, 'BREAK'],
    ['ordered to nominal', { scale: aScale('abc', { ordered: false }) }, 'BREAK'],
    ['type', { type: 'CHOICE' }, 'BREAK'],
    ['unit', { unit: { de: 'Stellen' } }, 'BREAK'],
    ['level to reported change', { reportsChangeOf: { question: 'p', since: 2015 } }, 'BREAK'],
  ])('a change of %s', (_, overrides, verdict) => {
    expect(defaultVerdict(asked(), asked(undefined, overrides))).toBe(verdict);
  });
});

describe('comparabilityOf', () => {
  const first = aSet(2015, [asked()]);

  it('needs the question in both sets', () => {
    const other = aSet(2016, [aQuestion('p')]);

    expect(comparabilityOf('q', first, other, [first, other])).toBeNull();
    expect(comparabilityOf('p', first, other, [first, other])).toBeNull();
  });

  it('is IDENTICAL within one set', () => {
    expect(comparabilityOf('q', first, first, [])).toEqual({ verdict: 'IDENTICAL', notes: [] });
  });

  it.each<Verdict>(['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED', 'BREAK'])(
    'obeys the designer: %s',
    (verdict) => {
      const later = aSet(2016, [asked({ year: 2015, verdict, note: 'why' }, reworded)]);

      expect(comparabilityOf('q', first, later, [later, first])).toEqual({ verdict, notes: ['why'] });
    },
  );

  it.each<[Verdict, Verdict, Verdict]>([
    ['IDENTICAL', 'EDITORIAL', 'EDITORIAL'],
    ['COMPARABLE', 'IDENTICAL', 'COMPARABLE'],
    ['RECODED', 'COMPARABLE', 'RECODED'],
    ['COMPARABLE', 'BREAK', 'BREAK'],
    ['BREAK', 'IDENTICAL', 'BREAK'],
  ])('takes the weakest of the way: %s then %s is %s', (one, two, weakest) => {
    const middle = aSet(2016, [asked({ year: 2015, verdict: one, note: 'one' })]);
    const later = aSet(2017, [asked({ year: 2016, verdict: two, note: 'two' })]);

    expect(comparabilityOf('q', first, later, [first, middle, later])).toEqual({
      verdict: weakest,
      notes: ['one', 'two'],
    });
  });

  it('composes recodes, and drops levels on the way', () => {
    const middle = aSet(2016, [
      asked({ year: 2015, verdict: 'RECODED', recode: { a: 'x', b: 'y', c: 'y', z: 'x' } }, { scale: aScale('xyz') }),
    ]);
    const later = aSet(2017, [asked({ year: 2016, verdict: 'RECODED', recode: { y: 'b', z: 'c' } })]);

    const { recode, verdict } = comparabilityOf('q', first, later, [first, middle, later])!;

    expect(verdict).toBe('RECODED');
    expect([...recode!]).toEqual([
      ['b', 'b'],
      ['c', 'b'],
    ]);
  });

  it('drops a level that one revision on the way lacked, although it came back', () => {
    const middle = aSet(2016, [asked({ year: 2015, verdict: 'COMPARABLE' }, { scale: aScale('ac') })]);
    const later = aSet(2017, [asked({ year: 2016, verdict: 'COMPARABLE' })]);

    const { recode, verdict } = comparabilityOf('q', first, later, [first, middle, later])!;

    expect(verdict).toBe('COMPARABLE');
    expect([...recode!]).toEqual([
      ['a', 'a'],
      ['c', 'c'],
    ]);
  });

  it('carries levels by equal code without a recode', () => {
    const later = aSet(2016, [asked({ year: 2015, verdict: 'RECODED' }, { scale: aScale('cbad') })]);

    expect(comparabilityOf('q', first, later, [first, later])).toEqual({ verdict: 'RECODED', notes: [] });
  });

  it('carries nothing by an empty recode', () => {
    const later = aSet(2016, [asked({ year: 2015, verdict: 'RECODED', recode: {} })]);

    expect(comparabilityOf('q', first, later, [first, later])!.recode!.size).toBe(0);
  });

  it('goes back to the last revision of the year, and on from there to the one answered', () => {
    const corrected = aSet(2015, [asked({ year: 2015, revision: 1, verdict: 'EDITORIAL' }, reworded)], 2);
    const later = aSet(2016, [asked({ year: 2015, verdict: 'IDENTICAL' }, reworded)]);
    const history = [later, corrected, first];

    expect(comparabilityOf('q', corrected, later, history)!.verdict).toBe('IDENTICAL');
    expect(comparabilityOf('q', first, later, history)!.verdict).toBe('EDITORIAL');
  });

  it('skips sets that do not ask where nothing is stated', () => {
    const gap = aSet(2016, [aQuestion('p')]);
    const later = aSet(2017, [asked()]);

    expect(comparabilityOf('q', first, later, [first, gap, later])!.verdict).toBe('IDENTICAL');
  });

  it('judges a set off the way by its face', () => {
    const off = aSet(2016, [asked()]);
    const changed = aSet(2016, [asked(undefined, reworded)], 2);
    const later = aSet(2017, [asked({ year: 2015, verdict: 'BREAK' })]);
    const history = [first, off, changed, later];

    expect(comparabilityOf('q', off, later, history)!.verdict).toBe('IDENTICAL');
    expect(comparabilityOf('q', changed, later, history)!.verdict).toBe('BREAK');
  });

  it('breaks where the type changes, whatever is stated', () => {
    const later = aSet(2016, [asked({ year: 2015, verdict: 'COMPARABLE' }, { type: 'CHOICE' })]);

    expect(comparabilityOf('q', first, later, [first, later])!.verdict).toBe('BREAK');
  });

  it('ends on statements that point forward or at themselves', () => {
    const circular = aSet(2016, [asked({ year: 2016, verdict: 'IDENTICAL' })]);
    const forward = aSet(2017, [asked({ year: 2018, verdict: 'IDENTICAL' })]);
    const history = [first, circular, forward, aSet(2018, [asked()])];

    expect(comparabilityOf('q', first, circular, history)!.verdict).toBe('IDENTICAL');
    expect(comparabilityOf('q', first, forward, history)!.verdict).toBe('IDENTICAL');
  });
});
