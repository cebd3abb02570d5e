import fc from 'fast-check';
import { decimalsOf, numberText, parseDecimal, significantDigits } from './number-text.js';

describe('numberText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1.5, '1.5'],
    [-0.25, '-0.25'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [999_999_999_999_999, '999999999999999'],
  ])('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, minExcluded: true, maxExcluded: true, noNaN: true }), (value) => {
        expect(parseDecimal(numberText(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('digits', () => {
  it.each([
    ['0.00120', 5, 3],
    ['120', 0, 3],
    ['-12.5', 1, 3],
    ['0', 0, 0],
  ])('of %s: %d decimals, %d significant', (text, decimals, significant) => {
    expect(decimalsOf(text)).toBe(decimals);
    expect(significantDigits(text)).toBe(significant);
  });
});
