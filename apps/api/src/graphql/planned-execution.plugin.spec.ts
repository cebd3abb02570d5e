import { ApolloServer } from '@apollo/server';
import { ApiError, badInput } from './api-error.js';
import { formatError } from './error-gate.js';
import type { GraphQLContext } from './context.js';
import { PlannedExecution } from './planned-execution.plugin.js';

const contextValue: GraphQLContext = {
  actor: null,
  requestId: 'r',
  receivedAt: new Date(0),
  address: '127.0.0.1',
  fromLoopback: true,
};

function serverWith(resolvers: Readonly<Record<string, () => unknown>>, plugins: readonly PlannedExecution[]) {
  return new ApolloServer<GraphQLContext>({
    typeDefs: 'type Inner { a: Int, b: Int! } type Query { inner: Inner, refused: Int, number: Int }',
    resolvers: { Query: resolvers },
    plugins: [...plugins],
    formatError,
    includeStacktraceInErrorResponses: false,
  });
}

async function answers(server: ApolloServer<GraphQLContext>, query: string, times: number): Promise<readonly string[]> {
  const given: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const { body } = await server.executeOperation({ query }, { contextValue });
    given.push(JSON.stringify(body.kind === 'single' ? body.singleResult : null));
  }
  return given;
}

const RESOLVERS = {
  inner: () => ({ a: 1, b: 2 }),
  refused: () => {
    throw new ApiError('FORBIDDEN', 'not for you');
  },
  number: () => Promise.reject(badInput('no such number')),
};

describe('PlannedExecution', () => {
  it.each([
    ['data', '{ inner { b a } __typename }'],
    ['an error that a resolver throws', '{ refused inner { a } }'],
    ['an error that comes late', '{ inner { a } number }'],
    ['a document that does not fit the schema', '{ nothing }'],
    ['a document that is none', '{ inner {'],
  ])('answers the same the first and every further time: %s', async (_name, query) => {
    const plain = serverWith(RESOLVERS, []);
    const planning = serverWith(RESOLVERS, [new PlannedExecution()]);

    const [expected] = await answers(plain, query, 1);
    expect(await answers(planning, query, 4)).toEqual([expected, expected, expected, expected]);
  });

  it('leaves it to Apollo to say that a document has no operation of a name, each time', async () => {
    const server = serverWith(RESOLVERS, [new PlannedExecution()]);
    for (let time = 0; time < 3; time += 1) {
      const { body } = await server.executeOperation(
        { query: 'query Own { inner { a } }', operationName: 'Other' },
        { contextValue },
      );
      expect(body.kind === 'single' && body.singleResult.errors?.[0]?.extensions?.['code']).toBe(
        'OPERATION_RESOLUTION_FAILURE',
      );
    }
  });

  it('asks the resolvers once where nothing goes wrong, and once more where something does', async () => {
    let asked = 0;
    const counting = {
      inner: () => ({ a: (asked += 1), b: 2 }),
      number: () => {
        asked += 1;
        throw badInput('no');
      },
    };
    const server = serverWith(counting, [new PlannedExecution()]);

    await answers(server, '{ inner { b } }', 5);
    expect(asked).toBe(5);

    asked = 0;
    await answers(server, '{ number }', 3);
    expect(asked).toBe(1 + 2 + 2);
  });
});
