import { variableBreach } from './variable-limits.js';

const list = (length: number) => Array.from({ length }, (_, index) => index);
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
};

describe('variableBreach', () => {
  it.each([
    ['none', undefined, null],
    ['null', null, null],
    ['a list as long as allowed', { codes: list(2000) }, null],
    ['a longer one', { input: { codes: list(2001) } }, { limit: 'LIST_ITEMS', allowed: 2000, asked: 2001 }],
    ['many lists', { a: list(10).map(() => list(1000)) }, { limit: 'VALUES', allowed: 10_000, asked: 10_011 }],
    ['as deep as allowed', nested(20), null],
    ['deeper', nested(21), { limit: 'VALUE_DEPTH', allowed: 20, asked: 21 }],
    [
      'so deep that recursion would end the process',
      JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
      { limit: 'VALUE_DEPTH', allowed: 20, asked: 21 },
    ],
  ])('%s', (_name, variables, breach) => {
    expect(variableBreach(variables, false)).toEqual(breach);
  });

  it('lets a whole document have more values, but neither longer lists nor deeper ones', () => {
    expect(variableBreach({ a: list(10).map(() => list(1000)) }, true)).toBeNull();
    expect(variableBreach({ a: list(2001) }, true)?.limit).toBe('LIST_ITEMS');
    expect(variableBreach(nested(21), true)?.limit).toBe('VALUE_DEPTH');
  });
});
