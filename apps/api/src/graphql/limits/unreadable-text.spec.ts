import { holdsUnreadable, isUnreadable } from './unreadable-text.js';

describe('unreadable texts', () => {
  it.each([
    ['{ a(b: "c") }', false],
    ['{ a(b: "\0") }', true],
    ['{ a(b: "\\u0000") }', true],
    ['{ a(b: "\\u{0}") }', true],
    ['{ a(b: "\\u0001") }', false],
  ])('in a document: %j', (document, expected) => {
    expect(isUnreadable(document)).toBe(expected);
  });

  it.each([
    [undefined, false],
    [{ a: ['b', 1, null, true] }, false],
    [{ a: [{ b: 'c\0' }] }, true],
    [{ 'a\0': 1 }, true],
  ])('in variables: %j', (variables, expected) => {
    expect(holdsUnreadable(variables)).toBe(expected);
  });
});
