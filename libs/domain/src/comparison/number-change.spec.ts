import { numberChanges, numberDirection } from './number-change.js';
import type { ChangeRule } from './number-change.js';

describe('numberDirection', () => {
  it.each<[string, number, number, ChangeRule, number]>([
    ['equal', 1.5, 1.5, {}, 0],
    ['more', 1.5, 1.6, {}, 1],
    ['less', 1.5, 1.4, {}, -1],
    ['the smallest difference', 0, 0.000000001, {}, 1],
    ['a difference that doubles blur', 0.1 + 0.2, 0.3, {}, 0],
    // Numbers of fifteen digits: doubles keep them apart, their difference is exact in decimals only.
    ['across a power of ten', 99999999.9999999, 100000000, {}, 1],
    ['large numbers', 123456789012345, 123456789012344, {}, -1],
    ['numbers beyond doubles', 1e300, 2e300, {}, 1],
    ['rounded to whole numbers', 1.4, 1, { decimals: 0 }, 0],
    ['a half counts as a step, upwards', 1, 1.5, { decimals: 0 }, 1],
    ['and downwards', 1.5, 1, { decimals: 0 }, -1],
    ['a half that doubles blur', 1.495, 2.5, { decimals: 2, tolerance: { absolute: 1 } }, 1],
    ['within an absolute tolerance', 1, 1.4, { tolerance: { absolute: 0.5 } }, 0],
    ['at an absolute tolerance', 1.333333, 1.666667, { tolerance: { absolute: 0.333334 } }, 0],
    ['beyond an absolute tolerance', 1.333333, 1.666667, { tolerance: { absolute: 0.333333 } }, 1],
    ['at a tolerance, large', 1234567.123456, 1234567.623456, { tolerance: { absolute: 0.5 } }, 0],
    ['at a tolerance that large doubles blur', 123456789.1, 123456789.2, { tolerance: { absolute: 0.1 } }, 0],
    ['within a percentage', 200, 201, { tolerance: { percent: 1 } }, 0],
    ['at a percentage', 200, 202, { tolerance: { percent: 1 } }, 0],
    ['beyond a percentage', 200, 203, { tolerance: { percent: 1 } }, 1],
    ['at a percentage that doubles blur', 0.7, 0.721, { tolerance: { percent: 3 } }, 0],
    ['at a percentage of a negative number', -200, -202, { tolerance: { percent: 1 } }, 0],
    ['any change of nothing', 0, 0.1, { tolerance: { percent: 50 } }, 1],
  ])('%s: %d to %d', (_, from, to, rule, expected) => {
    expect(numberDirection(from, to, rule)).toBe(expected);
  });

  it('ties 1.666667 − 1.333333 with the tolerance 0.333334, and 0.333333 with 0.333333', () => {
    expect(numberDirection(1.333333, 1.666667, { decimals: 6, tolerance: { absolute: 0.333334 } })).toBe(0);
    expect(numberDirection(0, 0.333333, { decimals: 6, tolerance: { absolute: 0.333333 } })).toBe(0);
  });

  it.each([
    [NaN, 1],
    [1, Infinity],
  ])('refuses %d and %d', (from, to) => {
    expect(() => numberDirection(from, to, {})).toThrow(RangeError);
  });
});

describe('numberChanges', () => {
  const pair = {
    fromStates: Uint8Array.of(0, 0, 0, 240, 0),
    toStates: Uint8Array.of(0, 0, 0, 0, 244),
    from: Float64Array.of(1, 2, 3, NaN, 5),
    to: Float64Array.of(2, 2, 1, 4, NaN),
    rule: {},
  };

  it('counts pairs that have both numbers, by group and selection', () => {
    expect(numberChanges(pair)).toEqual([{ increased: 1, decreased: 1, unchanged: 1 }]);
    expect(numberChanges(pair, 2, Uint8Array.of(1, 1, 0, 0, 0))).toEqual([
      { increased: 0, decreased: 1, unchanged: 0 },
      { increased: 1, decreased: 0, unchanged: 1 },
    ]);
    expect(numberChanges(pair, 1, undefined, Uint8Array.of(0, 1, 1, 1, 1))).toEqual([
      { increased: 0, decreased: 1, unchanged: 1 },
    ]);
  });
});
