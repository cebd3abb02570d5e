import type { Question } from '../question-set/question-set.js';
import { aQuestion, aScale, states } from './comparison.builders.js';
import { distributionOf, levelShare, medianLevel } from './level-share.js';

const column = (text: string, overrides: Partial<Question> = {}) => ({
  question: aQuestion('q', overrides),
  states: states(text),
});

describe('distributionOf', () => {
  it('counts levels, and lists who is missing', () => {
    expect(distributionOf(column('0022-/?d! xX'))).toEqual({
      levels: [
        { code: 'a', count: 2 },
        { code: 'b', count: 0 },
        { code: 'c', count: 2 },
      ],
      answered: 4,
      exclusions: ['NO_RESPONSE_TO', 'NOT_ASKED', 'SKIPPED', 'NO_ANSWER', 'DONT_KNOW', 'NOT_COMPARABLE'].map(
        (reason) => ({ reason, count: 1 }),
      ),
      panelSize: 10,
      ordered: true,
    });
  });

  it('names the side of a comparison, and lists members of the other round', () => {
    const { exclusions, panelSize } = distributionOf(column('0 xXx'), { side: 'FROM', otherUnits: states('0000x') });

    expect(panelSize).toBe(4);
    expect(exclusions.map(({ reason }) => reason)).toEqual(['UNIT_CHANGED', 'NOT_IN_PANEL', 'NO_RESPONSE_FROM']);
  });

  it('counts a selection', () => {
    expect(distributionOf(column('012'), { selection: Uint8Array.of(1, 0, 0) }).answered).toBe(1);
  });

  it('reads two bytes', () => {
    const wide = { question: aQuestion('q'), states: Uint16Array.of(2, 0xff00 + 244, 0xff00 + 246) };

    expect(distributionOf(wide)).toMatchObject({
      answered: 1,
      panelSize: 2,
      exclusions: [{ reason: 'NO_RESPONSE_TO', count: 1 }],
    });
  });

  it.each([
    {
      name: 'an option',
      input: { ...column('0110', { type: 'MULTI_CHOICE' }), option: 'a' },
      levels: [
        { code: 'false', count: 2 },
        { code: 'true', count: 2 },
      ],
    },
    {
      name: 'a BOOLEAN',
      input: column('01', { type: 'BOOLEAN' }),
      levels: [
        { code: 'false', count: 1 },
        { code: 'true', count: 1 },
      ],
    },
    { name: 'a NUMBER', input: column('00', { type: 'NUMBER' }), levels: [] },
  ])('gives the levels of $name', ({ input, levels }) => {
    expect(distributionOf(input).levels).toEqual(levels);
  });

  it('refuses a state that the question does not have', () => {
    expect(() => distributionOf(column('3'))).toThrow(RangeError);
  });
});

describe('levelShare', () => {
  it.each([
    { text: '222 ', box: ['b', 'c'], count: 3, of: 3 },
    { text: '0122-', box: ['c'], count: 2, of: 4 },
    { text: '012', box: ['unknown'], count: 0, of: 3 },
    { text: '012', box: [], count: 0, of: 3 },
    { text: '  -', box: ['a'], count: 0, of: 0 },
  ])('$count of $of in $box', ({ text, box, count, of }) => {
    expect(levelShare(distributionOf(column(text)), box)).toMatchObject({ count, of });
  });
});

describe('medianLevel', () => {
  it.each<[string, Partial<Question>, string | null]>([
    ['', {}, null],
    ['0', {}, 'a'],
    ['02', {}, 'a'],
    ['022', {}, 'c'],
    ['0022', {}, 'a'],
    ['012', { scale: aScale('abc', { ordered: false }) }, null],
    ['012', { type: 'CHOICE' }, null],
    ['00', { type: 'NUMBER' }, null],
  ])('of "%s" with %o is %s', (text, overrides, level) => {
    expect(medianLevel(distributionOf(column(text, overrides)))).toBe(level);
  });
});
