import * as fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A request as it goes out: the text of its body, and what kind of request it is meant to be. */
export interface GeneratedRequest {
  readonly kind: Kind;
  readonly body: string;
}

const KINDS = ['valid', 'near-valid', 'hostile values', 'hostile shape', 'no GraphQL', 'no request'] as const;
export type Kind = (typeof KINDS)[number];

/** Would end the session of whoever sends it, or send mails: everything after it would be refused at the door. */
const LEFT_OUT = new Set(['endSessions', 'requestSignInLink']);

const HOSTILE: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1e308,
    -1e308,
    2 ** 31,
    2 ** 53,
    0.1,
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    '🏛'.repeat(50),
  ],
  ...[
    "' OR 1=1 --",
    '%_\\',
    '$1',
    '{{7*7}}',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '=1+1',
    'NaN',
    'Infinity',
  ],
  ...['9'.repeat(400), 'x'.repeat(20_000), '0000-00-00', '2026-13-45T99:99:99Z', '+275760-09-13T00:00:00.001Z'],
  ...[[], [[]], {}, [null], { constructor: 1 }, { toString: 1 }, { length: 1e9 }, [[[[[[[[1]]]]]]]]],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'k:',
    'azox',
    '-',
    '(',
    '[a-z',
  ],
];

/** Numbers that decide; when they are used up, zeros. */
class Choices {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}
  below(most: number): number {
    const number = this.numbers[this.at % this.numbers.length] ?? 0;
    this.at += 1;
    return most <= 0 ? 0 : (number + this.at) % most;
  }
  of<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

/** Requests of every kind against a schema. */
export const requestsTo = (schema: GraphQLSchema): fc.Arbitrary<GeneratedRequest> =>
  fc
    .tuple(
      fc.constantFrom(...KINDS),
      fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    .map(([kind, numbers, text]) => ({ kind, body: bodyOf(schema, kind, new Choices(numbers), text) }));

function bodyOf(schema: GraphQLSchema, kind: Kind, choices: Choices, text: string): string {
  if (kind === 'no request') return notRequest(choices, text);
  const request = operation(schema, choices, kind === 'hostile values' ? 3 : 0);
  if (kind === 'near-valid') return JSON.stringify(misspelt(request, choices));
  if (kind === 'hostile shape') return JSON.stringify({ ...request, query: grown(request.query, choices) });
  if (kind === 'no GraphQL') return JSON.stringify({ ...request, query: broken(request.query, choices, text) });
  return JSON.stringify(request);
}

interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One root field with every argument as a variable. @param hostility in how many of four values something else stands */
function operation(schema: GraphQLSchema, choices: Choices, hostility: number): Operation {
  const root = choices.of(
    [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined),
  );
  const field = choices.of(Object.values(root.getFields()).filter(({ name }) => !LEFT_OUT.has(name)));
  const kind = root === schema.getMutationType() ? 'mutation' : 'query';
  const variables = Object.fromEntries(
    field.args.map(({ name, type }) => [name, valueOf(type, choices, hostility, 4)]),
  );
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selected = selectionOf(schema, field.type, choices, 3);
  return {
    query: `${kind} Generated${declared === '' ? '' : `(${declared})`} { ${field.name}${given === '' ? '' : `(${given})`} ${selected} }`,
    variables,
  };
}

function valueOf(type: GraphQLInputType, choices: Choices, hostility: number, depth: number): unknown {
  if (choices.below(4) < hostility && choices.below(2) === 0) return choices.of(HOSTILE);
  if (!isNonNullType(type) && (depth <= 0 || choices.below(3) === 0)) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return Array.from({ length: choices.below(3) }, () => valueOf(nullable.ofType, choices, hostility, depth - 1));
  if (isEnumType(nullable)) return choices.of(nullable.getValues()).name;
  if (isInputObjectType(nullable))
    return Object.fromEntries(
      Object.values(nullable.getFields())
        .filter((field) => isNonNullType(field.type) || (depth > 0 && choices.below(2) === 0))
        .map((field) => [field.name, valueOf(field.type, choices, hostility, depth - 1)]),
    );
  switch (String(nullable)) {
    case 'Int':
      return choices.of([0, 1, 2, 50, 100, -1, 2030]);
    case 'Float':
      return choices.of([0, 1.5, -2]);
    case 'Boolean':
      return choices.below(2) === 0;
    case 'DateTime':
      return choices.of(['2026-11-30T00:00:00Z', '1999-12-31T23:59:59.999+14:00']);
    default:
      return choices.of(['pilot', 'a', '2030', 'housing', 'de', crypto.randomUUID(), 'nothing', 'pilot-sheet', '']);
  }
}

function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, choices: Choices, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((member) => `... on ${member.name} { __typename }`)
      .join(' ')} }`;
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values((named as GraphQLObjectType).getFields())
    .filter((field) =>
      field.args.every(({ type: of, defaultValue }) => !isNonNullType(of) || defaultValue !== undefined),
    )
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 1)
    .filter(() => choices.below(3) > 0)
    .slice(0, 8);
  return `{ __typename ${fields.map((field) => `${field.name} ${selectionOf(schema, field.type, choices, depth - 1)}`).join(' ')} }`;
}

/** Off by a letter, a name or a type somewhere. */
function misspelt({ query, variables }: Operation, choices: Choices): unknown {
  const words = query.match(/\w{3,}/g) ?? ['Generated'];
  const word = choices.of(words);
  const wrong = choices.of([
    `${word}x`,
    word.slice(1),
    word.toUpperCase(),
    `${word} ${word}`,
    `_${word}`,
    `${word}(first: "1")`,
  ]);
  const names = Object.keys(variables);
  const name = choices.of([...names, 'input']);
  return choices.of([
    { query: query.replace(word, wrong), variables },
    { query: query.replaceAll(word, wrong), variables },
    { query, variables: { ...variables, [name]: choices.of(HOSTILE) } },
    { query, variables: { ...variables, [`${name}x`]: 1, [name]: undefined } },
    { query, variables: {} },
    { query, variables, operationName: choices.of(['Other', '', 'generated', 'Generated ']) },
    { query: `${query} ${query}`, variables },
    { query: query.replaceAll('!', ''), variables },
    { query: query.replace(/\$\w+: \[?\w+/, '$input: String'), variables },
  ]);
}

const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Deep, wide, long or circular. */
function grown(query: string, choices: Choices): string {
  const amount = choices.of([5, 40, 400, 3_000]);
  const inner = /\{([^]*)\}/.exec(query)?.[1] ?? '__typename';
  return choices.of([
    `${query} ${repeated(amount, (index) => `fragment F${index} on Query { ...F${(index + 1) % amount} }`)}`,
    query.replace('{', `{ ${repeated(amount, (index) => `a${index}: __typename`)}`),
    query.replace('{', `{ ${repeated(amount, () => '__typename')}`),
    query.replace('{', `{ __typename ${repeated(amount, () => '@include(if: true)')}`),
    `query { ${'... { '.repeat(amount)} __typename ${'} '.repeat(amount)} }`,
    `query { ${'viewer { '.repeat(amount)} __typename ${'} '.repeat(amount)} }`,
    `query ($a: ${'['.repeat(amount)}Int${']'.repeat(amount)}) { __typename }`,
    `query { study(slug: ${'['.repeat(amount)}1${']'.repeat(amount)}) { name } }`,
    `query { study(slug: "${'x'.repeat(amount * 20)}") { name } }`,
    `# ${'x'.repeat(amount * 40)}\n${query}`,
    `{ ${repeated(amount, () => inner)} }`,
  ]);
}

function broken(query: string, choices: Choices, text: string): string {
  const at = choices.below(query.length);
  return choices.of([
    query.slice(0, at),
    query.slice(at),
    `${query.slice(0, at)}${text}${query.slice(at)}`,
    text,
    `${query} ${text}`,
    query.replaceAll('{', '('),
    query.replaceAll('}', ''),
    `"""${query}`,
    '\u{feff}'.repeat(3) + query,
    query.replaceAll(' ', '\0'),
  ]);
}

function notRequest(choices: Choices, text: string): string {
  return choices.of([
    text,
    '',
    'null',
    '[]',
    '[{"query":"{__typename}"},{"query":"{__typename}"}]',
    '"{__typename}"',
    '1e999',
    '{"query":1}',
    '{"query":null}',
    '{"query":{"kind":"Document","definitions":[]}}',
    '{"query":"{__typename}","variables":"x"}',
    '{"query":"{__typename}","variables":[]}',
    '{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
    '{"query":"{__typename}","operationName":1}',
    '{"__proto__":{"query":"{__typename}"}}',
    '{"query":"{__typename}","constructor":{"prototype":{"polluted":1}}}',
    `{"query":${JSON.stringify(text)}`,
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `{"query":"{__typename}","variables":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`,
    '{"query":"{__typename}"}{"query":"{__typename}"}',
    JSON.stringify({ documentId: text, id: text, doc_id: text }),
  ]);
}
