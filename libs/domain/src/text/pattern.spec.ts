import fc from 'fast-check';
import { matchesPattern } from './pattern.js';

describe('matchesPattern', () => {
  it.each([
    ['challenge.*', 'challenge.housing', true],
    ['challenge.*', 'change.housing', false],
    ['*.housing', 'challenge.housing', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['', '', true],
    ['*', '', true],
    ['**b*', 'aab', true],
    ['a.c', 'abc', false],
  ])('%s and %s: %s', (pattern, text, expected) => expect(matchesPattern(pattern, text)).toBe(expected));

  it('agrees with a regular expression', () => {
    const characters = fc.constantFrom('a', 'b', '.', '*', '?');
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 }),
        (pattern, text) => {
          const expression = pattern.map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c === '.' ? '\\.' : c)).join('');
          expect(matchesPattern(pattern.join(''), text.join(''))).toBe(
            new RegExp(`^${expression}$`).test(text.join('')),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
