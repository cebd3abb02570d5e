import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery, parse } from 'graphql';
import { documentBreach, textBreach } from './document-limits.js';
import { LIMITS } from './limits.js';

const breachIn = (text: string) => documentBreach(parse(text));
const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (depth: number): string => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;

describe('textBreach', () => {
  it.each([
    ['as many tokens as allowed', `{${repeated(LIMITS.TOKENS - 2, () => 'a')}}`, null],
    ['one more', `{${repeated(LIMITS.TOKENS - 1, () => 'a')}}`, { limit: 'TOKENS', allowed: 2000, asked: 2001 }],
    [
      'many more, counted no further',
      `{${repeated(40_000, () => 'a')}}`,
      { limit: 'TOKENS', allowed: 2000, asked: 2001 },
    ],
    ['text that is no GraphQL', '{ "unclosed', null],
    [
      'too many tokens before what is no GraphQL',
      `${'{'.repeat(2001)} "`,
      { limit: 'TOKENS', allowed: 2000, asked: 2001 },
    ],
    ['as many bytes as allowed', `#${'ü'.repeat(51_199)}.`, null],
    ['bytes, not characters', `#${'ü'.repeat(51_200)}`, { limit: 'DOCUMENT_BYTES', allowed: 102_400, asked: 102_401 }],
  ])('%s', (_name, text, breach) => {
    expect(textBreach(text)).toEqual(breach);
  });
});

/** Raise one of the limits in limits.ts by one and its rows here turn red. */
describe('documentBreach', () => {
  it.each([
    ['depth', nested(10), null],
    ['depth', nested(11), { limit: 'DEPTH', allowed: 10, asked: 11 }],
    ['depth through fragments', `{ ...F } fragment F on Q ${nested(11)}`, { limit: 'DEPTH', allowed: 10, asked: 11 }],
    ['depth through inline fragments', `{ ... { ... ${nested(11)} } }`, { limit: 'DEPTH', allowed: 10, asked: 11 }],
    ['depth of introspection, which development serves', `{ __schema ${nested(12)} }`, null],
    ['the whole of introspection', getIntrospectionQuery(), null],
    ['aliases', `{ a { ${repeated(30, (index) => `x${index}: b`)} } }`, null],
    ['aliases', `{ a { ${repeated(31, (index) => `x${index}: b`)} } }`, { limit: 'ALIASES', allowed: 30, asked: 31 }],
    [
      'aliases that fragments multiply',
      `{ a { ...F ...F } b { ...F } } fragment F on Q { ${repeated(11, (index) => `x${index}: b`)} }`,
      { limit: 'ALIASES', allowed: 30, asked: 33 },
    ],
    ['root fields', `{ ${repeated(20, (index) => `f${index}`)} }`, null],
    ['root fields', `{ ${repeated(21, (index) => `f${index}`)} }`, { limit: 'ROOT_FIELDS', allowed: 20, asked: 21 }],
    [
      'root fields within fragments',
      `{ ...F ...F ...F } fragment F on Query { ${repeated(7, (index) => `f${index}`)} }`,
      { limit: 'ROOT_FIELDS', allowed: 20, asked: 21 },
    ],
    [
      'selections that fragments multiply',
      `{ a { ...A ...A ...A } } ${repeated(8, (index) => `fragment ${'ABCDEFGHI'[index]} on Q { ${repeated(3, () => `...${'ABCDEFGHI'[index + 1]}`)} }`)} fragment I on Q { leaf }`,
      { limit: 'SELECTIONS', allowed: 2000, asked: 3 ** 9 + 1 },
    ],
    ['directives', `{ a ${repeated(50, () => '@include(if: true)')} }`, null],
    ['directives', `{ a ${repeated(51, () => '@skip(if: true)')} }`, { limit: 'DIRECTIVES', allowed: 50, asked: 51 }],
    [
      'directives of an operation and its variables',
      `query ($a: Int ${repeated(25, () => '@x')}) ${repeated(26, () => '@y')} { a }`,
      { limit: 'DIRECTIVES', allowed: 50, asked: 51 },
    ],
    [
      'definitions',
      repeated(51, (index) => `fragment F${index} on Q { a }`),
      { limit: 'DEFINITIONS', allowed: 50, asked: 51 },
    ],
    ['the same field again and again', `{ a { ${repeated(101, () => 'b')} } }`, null],
    [
      'the same field again and again',
      `{ a { ${repeated(102, () => 'b')} } }`,
      { limit: 'REPETITIONS', allowed: 100, asked: 101 },
    ],
    [
      'a fragment within itself',
      '{ ...F } fragment F on Q { a { ...F } }',
      { limit: 'DEPTH', allowed: 10, asked: Infinity },
    ],
    [
      'fragments within each other',
      'fragment F on Q { a { ...G } } fragment G on Q { b { ...F } }',
      { limit: 'DEPTH', allowed: 10, asked: Infinity },
    ],
    ['a fragment that nobody defines', '{ ...F }', null],
    [
      'an operation that is not the one that runs',
      `query A { a } query B ${nested(11)}`,
      { limit: 'DEPTH', allowed: 10, asked: 11 },
    ],
    ['a type definition', 'type A { a: Int }', null],
  ])('%s: %s', (_name, text, breach) => {
    expect(breachIn(text)).toEqual(breach);
  });

  const folder = new URL('../../../../../libs/client/operations/', import.meta.url);
  it.each(readdirSync(folder))('lets every published document pass: %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(textBreach(text) ?? breachIn(text)).toBeNull();
  });
});
