import { ApolloServer, HeaderMap } from '@apollo/server';
import { DatabaseBusyError } from '@reflexbogen/persistence';
import type { GraphQLContext } from '../context.js';
import { overdue } from '../api-error.js';
import { formatError } from '../error-gate.js';
import { OperationLimits } from './operation-limits.plugin.js';

const contextValue: GraphQLContext = {
  actor: null,
  requestId: 'r',
  receivedAt: new Date(0),
  address: '127.0.0.1',
  fromLoopback: true,
};

async function answerWhere(error: Error | null) {
  const operation = () => (error === null ? Promise.resolve() : Promise.reject(error));
  const server = new ApolloServer<GraphQLContext>({
    typeDefs: 'type Query { number: Int }',
    resolvers: { Query: { number: () => 1 } },
    plugins: [new OperationLimits({ operation })],
    formatError,
    includeStacktraceInErrorResponses: false,
  });
  const { body, http } = await server.executeOperation({ query: '{ number }' }, { contextValue });
  const result = body.kind === 'single' ? body.singleResult : null;
  await server.stop();
  return {
    status: http.status ?? 200,
    retryAfter: http.headers.get('retry-after'),
    code: result?.errors?.[0]?.extensions?.['code'],
    data: result?.data ?? null,
  };
}

/** Found by bench:load: under more load than the database bears, asking for the budget was answered with 500. */
describe('budgets that the database does not tell', () => {
  it('are no fault of the caller, who may come back', async () => {
    expect(await answerWhere(new DatabaseBusyError('too many wait'))).toEqual({
      status: 503,
      retryAfter: '1',
      code: 'SERVICE_UNAVAILABLE',
      data: null,
    });
  });

  it('stay an error of ours where it is no lack of time', async () => {
    expect(await answerWhere(new Error('a bug'))).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(await answerWhere(null)).toMatchObject({ status: 200, data: { number: 1 } });
  });
});

/** Found by bench:load as well: the time was over while the caller was still being identified, and the status was 500. */
it('a deadline that comes before there is a context has its own status', async () => {
  const server = new ApolloServer({ typeDefs: 'type Query { number: Int }', formatError });
  await server.start();
  const { status, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query: '{ number }' },
    },
    context: () => Promise.reject(overdue(30_000)),
  });
  await server.stop();
  expect(status).toBe(400);
  expect(body.kind === 'complete' && (JSON.parse(body.string) as object)).toMatchObject({
    errors: [{ extensions: { code: 'LIMIT_DEADLINE', limit: 30_000 } }],
  });
});
