import { fill } from './sentence-template.js';

describe('fill', () => {
  it.each([
    ['a text without names', 'Nothing to say.', { a: 1 }, 'Nothing to say.'],
    ['texts and numbers', '{count} of "{code}"', { count: 0, code: 'x' }, '0 of "x"'],
    ['a name that comes twice', '{a}, {b}, {a}', { a: 1, b: 2 }, '1, 2, 1'],
    ['a value that looks like a name', '{a} {b}', { a: '{b}', b: '$1' }, '{b} $1'],
    ['a name without a value', '{a} {constructor}', { a: '' }, ' {constructor}'],
  ])('fills %s', (_, template, values, filled) => {
    expect(fill(template, values)).toBe(filled);
  });
});
