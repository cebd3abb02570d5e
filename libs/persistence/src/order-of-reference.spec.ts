import { inOrderOfReference } from './order-of-reference.js';

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const order = (names: readonly string[], references: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  inOrderOfReference(named(...names), ({ name }) => references[name] ?? []).map(({ name }) => name);

describe('inOrderOfReference', () => {
  it.each<[string, readonly string[], Readonly<Record<string, readonly string[]>>, readonly string[]]>([
    ['nothing', [], {}, []],
    ['no references: the order given', ['b', 'a'], {}, ['b', 'a']],
    ['a chain', ['a', 'b', 'c'], { a: ['b'], b: ['c'] }, ['c', 'b', 'a']],
    ['itself', ['a'], { a: ['a'] }, ['a']],
    ['one that is not there', ['a'], { a: ['elsewhere'] }, ['a']],
  ])('%s', (_name, names, references, expected) => {
    expect(order(names, references)).toEqual(expected);
  });

  it('names a circle', () => {
    expect(() => order(['a', 'b', 'c'], { a: ['b'], b: ['a'] })).toThrow(
      'The tables a, b refer to each other in a circle.',
    );
  });
});
