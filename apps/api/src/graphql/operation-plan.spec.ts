import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLEnumType,
  GraphQLScalarType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
} from 'graphql';
import { planOperation } from './operation-plan.js';

const schema = buildSchema(`
  scalar Time
  enum Colour { RED GREEN }
  input Choice @oneOf { code: String, number: Int }
  interface Value { label: String! }
  type Text implements Value { label: String!, text: String }
  type Count implements Value { label: String!, count: Int! }
  union Either = Text | Count
  type Node {
    name(upper: Boolean = false): String
    number: Int
    share: Float
    flag: Boolean
    colour: Colour
    at: Time
    required: String!
    tags: [String!]
    grid: [[Int]]
    values: [Value!]!
    either: Either
    next: Node
    many: [Node]
    later: String
  }
  type Query { node(pick: Choice, size: Int = 1): Node, nodes: [Node!]!, broken: Node, unsure: Either }
  type Mutation { change: Boolean }
`);

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function resolveWith(type: string, field: string, resolve: Resolver): void {
  const owner = schema.getType(type);
  const found = isObjectType(owner) ? owner.getFields()[field] : undefined;
  if (found === undefined) throw new Error(`no field ${type}.${field}`);
  found.resolve = resolve;
}

const kindOf = (value: unknown): string => ((value as { text?: string }).text === undefined ? 'Count' : 'Text');
for (const name of ['Value', 'Either']) {
  const type = schema.getType(name);
  if (type === undefined || !('resolveType' in type)) throw new Error(`no abstract type ${name}`);
  type.resolveType = (value: unknown) => (name === 'Either' ? Promise.resolve(kindOf(value)) : kindOf(value));
}
const time = schema.getType('Time');
if (time instanceof GraphQLScalarType) time.serialize = (value) => (value as Date).toISOString();
const colour = schema.getType('Colour');
if (!(colour instanceof GraphQLEnumType)) throw new Error('no enum');

const leafNode = { name: 'leaf', required: 'r', number: 0, values: [] };
const node = {
  name: ({ upper }: { upper: boolean }) => (upper ? 'NODE' : 'node'),
  number: 3,
  share: 0.5,
  flag: false,
  colour: 'GREEN',
  at: new Date(0),
  required: 'yes',
  tags: ['a', Promise.resolve('b')],
  grid: [[1, null], null, []],
  values: [
    { label: 'one', text: 'x' },
    { label: 'two', count: 2 },
  ],
  either: { label: 'three', count: 3 },
  next: Promise.resolve(leafNode),
  many: [leafNode, null, Promise.resolve(leafNode)],
  later: () => Promise.resolve('later'),
};
resolveWith('Query', 'node', (_source, args) => ({ ...node, number: (args as { size: number }).size }));
resolveWith('Query', 'nodes', () => Promise.resolve([leafNode, node]));

interface Outcome {
  readonly planned: object | null;
  readonly interpreted: unknown;
}

async function both(text: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
  const document = parse(text);
  const operation = getOperationAST(document);
  const plan = operation && planOperation(schema, document, operation);
  if (!plan) throw new Error('this document was to be planned');
  const context = { user: 'me' };
  return {
    planned: await plan.run(context, variables),
    interpreted: await execute({ schema, document, variableValues: variables, contextValue: context }),
  };
}

const text = (value: unknown): string => JSON.stringify(value);

describe('a planned query', () => {
  it.each([
    ['scalars', '{ node { name number share flag colour at required } }'],
    ['arguments', '{ node(size: 7) { number a: name b: name(upper: true) } }'],
    ['__typename everywhere', '{ __typename node { __typename values { __typename } either { __typename } } }'],
    ['lists, nulls and promises in them', '{ node { tags grid many { name } } }'],
    ['absent properties', '{ nodes { share tags next { number } many { name } } }'],
    [
      'abstract types',
      '{ node { values { label ... on Text { text } ... on Count { count } } either { ... on Count { count } } } }',
    ],
    [
      'fragments and merged fields',
      'query { node { ...f next { name } } } fragment f on Node { next { number } number }',
    ],
    ['a fragment on an interface', '{ node { values { ...v } } } fragment v on Value { label }'],
    ['promises', '{ node { later next { name } } nodes { next { name } } }'],
    ['the order of keys', '{ node { later name next { name } number } }'],
  ])('gives what the interpreter gives, to the letter: %s', async (_name, document) => {
    const { planned, interpreted } = await both(document);

    expect(text({ data: planned })).toBe(text(interpreted));
  });

  it.each([
    ['given', { size: 5, upper: true }, { size: 5, name: 'NODE' }],
    ['left to their defaults', {}, { size: 1, name: 'node' }],
  ])('takes variables %s', async (_name, variables, { size, name }) => {
    const document = 'query ($size: Int, $upper: Boolean) { node(size: $size) { number name(upper: $upper) } }';
    const { planned, interpreted } = await both(document, variables);

    expect(planned).toEqual({ node: { number: size, name } });
    expect(text({ data: planned })).toBe(text(interpreted));
  });

  it('serves runs with different variables and contexts', async () => {
    const seen: unknown[] = [];
    resolveWith('Query', 'broken', (_source, _args, context) => void seen.push(context));
    const document = parse('query ($size: Int!) { node(size: $size) { number } broken { name } }');
    const operation = getOperationAST(document);
    const plan = operation && planOperation(schema, document, operation);

    expect(await Promise.all([plan?.run('a', { size: 1 }), plan?.run('b', { size: 2 })])).toEqual([
      { node: { number: 1 }, broken: null },
      { node: { number: 2 }, broken: null },
    ]);
    expect(seen).toEqual(['a', 'b']);
  });
});

describe('leaves to the interpreter', () => {
  const failing: readonly (readonly [string, Resolver, string])[] = [
    [
      'an error',
      () => {
        throw new Error('no');
      },
      '{ broken { name } }',
    ],
    ['a rejection', () => Promise.reject(new Error('no')), '{ broken { name } }'],
    [
      'an error inside',
      () => ({
        name: () => {
          throw new Error('no');
        },
      }),
      '{ broken { name } }',
    ],
    ['a late rejection inside', () => ({ later: () => Promise.reject(new Error('no')) }), '{ broken { later } }'],
    ['a null where none may be', () => ({}), '{ broken { required } }'],
    ['a value that does not fit', () => ({ number: 'three' }), '{ broken { number } }'],
    ['an enum value that is none', () => ({ colour: 'BLUE' }), '{ broken { colour } }'],
    ['a list that is none', () => ({ tags: 'a' }), '{ broken { tags } }'],
    ['a null in a list of non-nulls', () => ({ tags: [null] }), '{ broken { tags } }'],
    [
      'whoever asks for the path',
      (_source, _args, _context, { path }: GraphQLResolveInfo) => ({ name: path.key }),
      '{ broken { name } }',
    ],
  ];

  it.each(failing)('%s', async (_name, resolve, document) => {
    resolveWith('Query', 'broken', resolve);
    const { planned } = await both(document);

    expect(planned).toBeNull();
  });

  it('an error among promises that are still on their way, none of them left unhandled', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    resolveWith('Query', 'broken', () => ({
      name: () => wait(1).then(() => Promise.reject(new Error('first'))),
      later: () => wait(5).then(() => Promise.reject(new Error('second'))),
      next: wait(3).then(() => ({ later: () => Promise.reject(new Error('third')) })),
    }));
    const document = parse('{ broken { name later next { later } } }');
    const operation = getOperationAST(document);

    expect(await (operation && planOperation(schema, document, operation)?.run({}, {}))).toBeNull();
    await wait(20);
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });

  it('a type that cannot be told', async () => {
    resolveWith('Query', 'unsure', () => Promise.reject(new Error('no')));

    expect((await both('{ unsure { __typename } }')).planned).toBeNull();
  });

  it.each([
    ['missing', 'query ($size: Int!) { node(size: $size) { number } }', {}],
    ['of another type', 'query ($size: Int) { node(size: $size) { number } }', { size: 'big' }],
    [
      'none or both of one',
      'query ($pick: Choice) { node(pick: $pick) { number } }',
      { pick: { code: 'a', number: 1 } },
    ],
  ])('variables that are %s', async (_name, document, variables) => {
    const { planned, interpreted } = await both(document, variables);

    expect(planned).toBeNull();
    expect((interpreted as { errors?: readonly unknown[] }).errors).toHaveLength(1);
  });

  it.each([
    ['mutations', 'mutation { change }'],
    ['directives', 'query ($a: Boolean!) { node { name @include(if: $a) } }'],
    ['directives on fragments', 'query ($a: Boolean!) { node { ... @skip(if: $a) { name } } }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['keys that are no data', '{ node { __proto__: name } }'],
  ])('%s', (_name, document) => {
    const parsed = parse(document);
    const operation = getOperationAST(parsed);

    expect(operation && planOperation(schema, parsed, operation)).toBeNull();
  });
});
