import type { LimitName } from '../../../apps/api/src/graphql/limits/limits.js';

export interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
  /** The limit that refuses it; null: it is refused as malformed, or answered, within bounds. */
  readonly limit: LimitName | null;
}

const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (depth: number, field: (level: number) => string, leaf: string): string =>
  `${Array.from({ length: depth }, (_, level) => `${field(level)} {`).join(' ')} ${leaf} ${'}'.repeat(depth)}`;
const list = (length: number, item: unknown): unknown[] => Array.from({ length }, () => item);
const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

const STUDIES = 'query ($f: Int!) { studies { code: slug municipalities(first: $f) { edges { node { code } } } } }';
const fragmentTree = (levels: number, branches: number, leaf: string): string =>
  `{ viewer { ...F0 } } ${repeated(levels, (level) => `fragment F${level} on Viewer { ${repeated(branches, () => `...F${level + 1}`)} }`)} fragment F${levels} on Viewer { ${leaf} }`;

/** Documents as they are known from advisories and tools, in the sizes that have hurt. None of them is ours to answer. */
export const ATTACKS: readonly Attack[] = [
  // Aliases.
  ...[31, 100, 330].map((count): Attack => ({
    name: `${count} aliases of one field`,
    query: `{ viewer { ${repeated(count, (index) => `a${index}: name`)} } }`,
    limit: 'ALIASES',
  })),
  {
    name: '31 aliases of a root field',
    query: `{ ${repeated(31, (index) => `a${index}: viewer { name }`)} }`,
    limit: 'ALIASES',
  },
  {
    name: '31 sign-in attempts in one request',
    query: `mutation { ${repeated(31, (index) => `a${index}: redeemSignInLink(input: { secret: "${index}" }) { __typename }`)} }`,
    limit: 'ALIASES',
  },
  {
    name: 'aliases that a fragment multiplies',
    query: `{ viewer { ...F } a: viewer { ...F } b: viewer { ...F } } fragment F on Viewer { ${repeated(11, (index) => `x${index}: name`)} }`,
    limit: 'ALIASES',
  },
  { name: '5,000 aliases', query: `{ viewer { ${repeated(5_000, (index) => `a${index}: name`)} } }`, limit: 'TOKENS' },
  // Root fields and repetitions.
  { name: '21 root fields', query: `{ ${repeated(21, () => 'viewer { name }')} }`, limit: 'ROOT_FIELDS' },
  { name: '300 root fields', query: `{ ${repeated(300, () => '__typename')} }`, limit: 'ROOT_FIELDS' },
  {
    name: 'root fields through fragments',
    query: `{ ${repeated(8, () => '...F')} } fragment F on Query { a: viewer { name } __typename signInMethods }`,
    limit: 'ROOT_FIELDS',
  },
  {
    name: '1,900 times the same field',
    query: `{ viewer { ${repeated(1_900, () => 'name')} } }`,
    limit: 'REPETITIONS',
  },
  { name: '102 times the same field', query: `{ viewer { ${repeated(102, () => 'name')} } }`, limit: 'REPETITIONS' },
  { name: '100 times the same field', query: `{ viewer { ${repeated(100, () => 'name')} } }`, limit: null },
  {
    name: 'the same object again and again',
    query: `{ viewer { ${repeated(150, () => 'scopes { key }')} } }`,
    limit: 'REPETITIONS',
  },
  // Depth.
  ...[11, 40, 300].map((depth): Attack => ({
    name: `${depth} levels`,
    query: `{ ${nested(depth - 1, () => 'study', 'slug')} }`,
    limit: 'DEPTH',
  })),
  { name: 'depth in inline fragments', query: `{ ${nested(300, () => '... on Query', '__typename')} }`, limit: null },
  {
    name: 'depth through fragments',
    query: `{ study(slug: "a") { ...A } } fragment A on Study { ${nested(6, () => 'rounds', '...B')} } fragment B on Round { ${nested(6, () => 'study', 'slug')} }`,
    limit: 'DEPTH',
  },
  { name: '2,100 braces', query: '{ a '.repeat(2_100), limit: 'TOKENS' },
  { name: '900 braces without end', query: '{ a '.repeat(900), limit: null },
  {
    name: 'selections nested in lists of nothing',
    query: `{ ${nested(660, () => '...', '__typename')} }`,
    limit: null,
  },
  // Directives.
  ...[51, 250, 390].map((count): Attack => ({
    name: `${count} directives`,
    query: `{ __typename ${repeated(count, () => '@skip(if: false)')} }`,
    limit: count === 390 ? 'TOKENS' : 'DIRECTIVES',
  })),
  {
    name: 'unknown directives',
    query: `{ __typename ${repeated(600, (index) => `@d${index}`)} }`,
    limit: 'DIRECTIVES',
  },
  {
    name: 'directives on an operation',
    query: `query ${repeated(60, () => '@a')} { __typename }`,
    limit: 'DIRECTIVES',
  },
  {
    name: 'directives on variables',
    query: `query ($a: Int ${repeated(60, () => '@a')}) { __typename }`,
    limit: 'DIRECTIVES',
  },
  {
    name: 'directives on fragments',
    query: `{ ...F } fragment F on Query ${repeated(60, () => '@a')} { __typename }`,
    limit: 'DIRECTIVES',
  },
  { name: '5,000 directives', query: `{ __typename ${repeated(5_000, () => '@a')} }`, limit: 'TOKENS' },
  // Fragments.
  { name: 'a fragment within itself', query: '{ ...F } fragment F on Query { ...F }', limit: 'DEPTH' },
  {
    name: 'fragments in a circle',
    query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
    limit: 'DEPTH',
  },
  {
    name: 'a circle with fields',
    query: '{ viewer { ...A } } fragment A on Viewer { scopes { ...A } }',
    limit: 'DEPTH',
  },
  { name: '2 to the 12 fields', query: fragmentTree(12, 2, 'name'), limit: 'SELECTIONS' },
  { name: '2 to the 20 fields', query: fragmentTree(20, 2, 'name'), limit: 'SELECTIONS' },
  { name: '3 to the 15 fields', query: fragmentTree(15, 3, 'roles'), limit: 'SELECTIONS' },
  { name: '40 to the 4 fields', query: fragmentTree(4, 40, 'name'), limit: 'SELECTIONS' },
  { name: '2 to the 40 fields', query: fragmentTree(40, 2, 'name'), limit: 'SELECTIONS' },
  {
    name: '51 fragments',
    query: `{ __typename } ${repeated(51, (index) => `fragment F${index} on Query { __typename }`)}`,
    limit: 'DEFINITIONS',
  },
  {
    name: '49 fragments side by side',
    query: `{ ${repeated(49, (index) => `...F${index}`)} } ${repeated(49, (index) => `fragment F${index} on Query { viewer { name roles } }`)}`,
    limit: 'ROOT_FIELDS',
  },
  {
    name: '49 fragments of one object',
    query: `{ viewer { ${repeated(49, (index) => `...F${index}`)} } } ${repeated(49, (index) => `fragment F${index} on Viewer { name roles }`)}`,
    limit: null,
  },
  { name: '200 operations', query: repeated(200, (index) => `query Q${index} { __typename }`), limit: 'DEFINITIONS' },
  // Arguments, values and text.
  { name: 'a list of 1,500 literals', query: `{ study(slug: [${repeated(1_500, () => '1')}]) { slug } }`, limit: null },
  {
    name: 'a list in a list 900 times',
    query: `{ study(slug: ${'['.repeat(900)}${']'.repeat(900)}) { slug } }`,
    limit: null,
  },
  {
    name: 'an object in an object 450 times',
    query: `{ study(slug: ${'{ a: '.repeat(450)}1${' }'.repeat(450)}) { slug } }`,
    limit: null,
  },
  { name: '900 arguments of one name', query: `{ study(${repeated(600, () => 'slug: "a"')}) { slug } }`, limit: null },
  {
    name: '600 arguments of different names',
    query: `{ study(${repeated(600, (index) => `a${index}: 1`)}) { slug } }`,
    limit: null,
  },
  {
    name: '600 variables that nobody uses',
    query: `query (${repeated(390, (index) => `$a${index}: Int`)}) { __typename }`,
    limit: null,
  },
  {
    name: 'a variable declared 390 times',
    query: `query (${repeated(390, () => '$a: Int')}) { __typename }`,
    limit: null,
  },
  {
    name: 'a type of 900 brackets',
    query: `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { __typename }`,
    limit: null,
  },
  { name: 'a comment of 100 KB', query: `#${'x'.repeat(101_000)}\n{ __typename }`, limit: null },
  { name: 'a comment of 103 KB', query: `#${'x'.repeat(103_000)}\n{ __typename }`, limit: 'DOCUMENT_BYTES' },
  { name: '99,000 commas', query: `{ __typename ${','.repeat(99_000)} }`, limit: null },
  { name: 'a string of 99 KB', query: `{ study(slug: "${'x'.repeat(99_000)}") { slug } }`, limit: null },
  { name: 'a name of 99 KB', query: `{ ${'x'.repeat(99_000)} }`, limit: null },
  {
    name: 'a block string of 30,000 lines',
    query: `{ study(slug: """${'\n '.repeat(30_000)}x""") { slug } }`,
    limit: null,
  },
  { name: '9,000 escapes', query: `{ study(slug: "${'\\u00e4'.repeat(9_000)}") { slug } }`, limit: null },
  { name: 'a number of 99,000 digits', query: `{ study(slug: ${'9'.repeat(99_000)}) { slug } }`, limit: null },
  { name: '400 unknown fields', query: `{ viewer { ${repeated(400, (index) => `unknown${index}`)} } }`, limit: null },
  {
    name: '1,900 unknown fields nearly known',
    query: `{ viewer { ${repeated(1_900, (index) => `nam${index}`)} } }`,
    limit: null,
  },
  {
    name: '400 conflicting fields',
    query: `{ viewer { ${repeated(15, (index) => `x: ${index % 2 === 0 ? 'name' : 'roles'}`)} } }`,
    limit: null,
  },
  // Pages and cost.
  {
    name: 'a page of 101 by a literal',
    query: '{ study(slug: "a") { municipalities(first: 101) { edges { node { code } } } } }',
    limit: 'FIRST',
  },
  {
    name: 'a page of a million by a literal',
    query: '{ study(slug: "a") { municipalities(first: 1000000) { edges { node { code } } } } }',
    limit: 'FIRST',
  },
  { name: 'a page of a million by a variable', query: STUDIES, variables: { f: 1_000_000 }, limit: 'FIRST' },
  { name: 'a page of a million by a default', query: STUDIES.replace('Int!', 'Int! = 1000000'), limit: 'FIRST' },
  { name: 'no page size', query: '{ study(slug: "a") { municipalities { edges { node { code } } } } }', limit: null },
  {
    name: 'lists in lists',
    query: '{ studies { rounds { questionSet { sections { questions { scale { levels { code } } } } } } } }',
    limit: 'COST',
  },
  // Variables.
  {
    name: 'a list of 2,001',
    query: 'query ($a: [String!]) { __typename }',
    variables: { a: list(2_001, 'x') },
    limit: 'LIST_ITEMS',
  },
  {
    name: 'a list of 20,000',
    query: 'query ($a: [String!]) { __typename }',
    variables: { a: list(20_000, 1) },
    limit: 'LIST_ITEMS',
  },
  {
    name: '20 lists of 1,000',
    query: 'query ($a: [String!]) { __typename }',
    variables: { a: list(20, list(1_000, 1)) },
    limit: 'VALUES',
  },
  {
    name: 'variables of 21 levels',
    query: 'query ($a: String) { __typename }',
    variables: { a: deep(21) },
    limit: 'VALUE_DEPTH',
  },
  {
    name: 'variables of 1,000 levels',
    query: 'query ($a: String) { __typename }',
    variables: { a: deep(1_000) },
    limit: 'VALUE_DEPTH',
  },
  { name: 'variables of 100 KB', query: '{ __typename }', variables: { a: 'x'.repeat(102_500) }, limit: 'BODY_BYTES' },
  {
    name: '5,000 variables nobody asked for',
    query: '{ __typename }',
    variables: Object.fromEntries(list(5_000, 1).map((_, index) => [`a${index}`, 1])),
    limit: null,
  },
  // Introspection.
  {
    name: 'introspection in a circle',
    query: `{ __schema { types { ${nested(8, () => 'fields { type', 'name').replaceAll('fields { type {', 'fields { type {')} ${'}'.repeat(8)} } } }`,
    limit: null,
  },
  {
    name: 'introspection 21 times',
    query: `{ ${repeated(21, () => '__schema { types { name } }')} }`,
    limit: 'ROOT_FIELDS',
  },
];
