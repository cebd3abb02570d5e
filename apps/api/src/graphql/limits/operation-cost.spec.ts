import { ApolloServer } from '@apollo/server';
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType, parse, type OperationDefinitionNode } from 'graphql';
import { formatError } from '../error-gate.js';
import type { GraphQLContext } from '../context.js';
import { PlannedExecution } from '../planned-execution.plugin.js';
import { costOf, OperationLimits } from './operation-limits.plugin.js';

const TYPES = `
  type Query { node: Node pages(first: Int!): Connection! defaulted(first: Int = 50): Connection! list: [Node!]! }
  type Mutation { act: Node }
  type Connection { edges: [Edge!]! totalCount: Int! }
  type Edge { node: Node! }
  interface Named { name: String }
  type Node implements Named { id: Int name: String tags: [String!]! children: [Node!]! pages(first: Int!): Connection! }
`;
const schema = buildSchema(TYPES);
const cost = (text: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const document = parse(text);
  return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
};

describe('operationCost', () => {
  it.each([
    ['leaves cost nothing', '{ node { id name tags } }', {}, 1],
    ['a list has an assumed length', '{ list { id } }', {}, 10],
    ['lists within lists multiply', '{ list { children { children { id } } } }', {}, 10 + 100 + 1000],
    ['a page counts with its size', '{ pages(first: 7) { edges { node { id } } totalCount } }', {}, 1 + 7 * 2],
    ['a variable counts as a literal', 'query ($f: Int!) { pages(first: $f) { edges { node { id } } } }', { f: 7 }, 15],
    [
      'a default counts where nothing is given',
      'query ($f: Int = 9) { pages(first: $f) { edges { node { id } } } }',
      {},
      19,
    ],
    ['so does that of the argument', '{ defaulted { edges { node { id } } } }', {}, 101],
    [
      'pages within pages multiply',
      '{ pages(first: 5) { edges { node { pages(first: 6) { edges { node { id } } } } } } }',
      {},
      1 + 5 * (1 + 1 + 1 + 6 * 2),
    ],
    ['fragments are put in', '{ node { ...F ... on Named { name } } } fragment F on Node { children { id } }', {}, 11],
    [
      'a page within a fragment',
      '{ pages(first: 3) { ...C } } fragment C on Connection { edges { node { id } } }',
      {},
      7,
    ],
    ['a mutation costs more', 'mutation { act { id } }', {}, 11],
    [
      'a size that is no number counts as the largest',
      'query ($f: Int!) { pages(first: $f) { edges { node { id } } } }',
      { f: 'x' },
      201,
    ],
  ])('%s', (_name, text, variables, expected) => {
    expect(cost(text, variables)).toEqual({ cost: expected, breach: null });
  });

  it('refuses pages and costs beyond the limits, whatever says how large they are', () => {
    const pages =
      'query ($f: Int!) { pages(first: $f) { edges { node { pages(first: 100) { edges { node { pages(first: 100) { totalCount edges { node { id } } } } } } } } } }';
    expect(cost(pages, { f: 101 }).breach).toEqual({ limit: 'FIRST', allowed: 100, asked: 101 });
    expect(cost(pages, { f: 1 }).breach).toBeNull();
    expect(cost(pages, { f: 100 }).breach).toMatchObject({ limit: 'COST', allowed: 100_000 });
  });
});

describe('the schema', () => {
  const served = buildSchema(readFileSync(new URL('../../../../../schema.graphql', import.meta.url), 'utf8'));
  const connections = Object.values(served.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .map((field) => [`${type.name}.${field.name}`, field] as const)
      : [],
  );

  it('has connections', () => {
    expect(connections.length).toBeGreaterThan(5);
  });

  /** Take the exclamation mark from one of them in schema.graphql and it turns red. */
  it.each(connections)('asks for a page size: %s', (_name, field) => {
    expect(String(field.args.find(({ name }) => name === 'first')?.type)).toBe('Int!');
  });
});

/** Turn OperationLimits into a validation rule and the second answer is the first one's. */
describe('OperationLimits', () => {
  const QUERY = 'query ($f: Int!) { pages(first: $f) { totalCount } }';
  const contextValue: GraphQLContext = {
    actor: null,
    requestId: 'r',
    receivedAt: new Date(0),
    address: '127.0.0.1',
    fromLoopback: true,
  };

  it('looks at the variables of each request, also where the document has come before and runs by a plan', async () => {
    const server = new ApolloServer<GraphQLContext>({
      typeDefs: TYPES,
      resolvers: { Query: { pages: () => ({ totalCount: 3, edges: [] }) } },
      plugins: [new OperationLimits({ operation: () => Promise.resolve() }), new PlannedExecution()],
      formatError,
    });
    const codes: unknown[] = [];
    for (const f of [1, 1, 1, 101, 100, 1_000_000]) {
      const { body, http } = await server.executeOperation({ query: QUERY, variables: { f } }, { contextValue });
      codes.push([http.status, body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.['code'] : null]);
    }

    const passed = [undefined, undefined];
    expect(codes).toEqual([passed, passed, passed, [400, 'LIMIT_FIRST'], passed, [400, 'LIMIT_FIRST']]);
  });
});
