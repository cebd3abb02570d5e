import pg from 'pg';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Kind, parse } from 'graphql';
import { costOf } from '../../apps/api/src/graphql/limits/operation-limits.plugin.js';
import { pointsOf } from '../../apps/api/src/graphql/limits/rate-limits.service.js';
import { figures } from '../faults/harness/sizes.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { ask } from './harness/send.js';

const RATE = 1_000;
const HEADERS = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip', 'cf-connecting-ip', 'x-client-ip'];
const CHEAP = '{ viewer { name } }';
/** Costs several points, so that a few requests use a budget up. */
const DEAR = '{ studies { rounds { questionSet { sections { code } } } } }';

/** What an account may ask for over two replicas, and how long one operation may take. */
describe('rates over replicas', () => {
  let api: TestApi;
  let replica: Awaited<ReturnType<TestApi['startReplica']>>;

  beforeAll(async () => {
    api = await startTestApi({
      environment: { RATE_ACCOUNT: String(RATE), RATE_ADDRESS: '100000', OPERATION_SECONDS: '1' },
    });
    replica = await api.startReplica();
  });
  afterAll(async () => {
    await replica.stop();
    await api.stop();
  });

  it('are one for an account, whatever a request says of itself and wherever it goes', async () => {
    const token = await api.token(Role.ANALYST);
    const document = parse(DEAR);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('expected an operation');
    const points = pointsOf(costOf(api.app.get(GraphQLSchemaHost).schema, document, operation, {}).cost);
    const began = performance.now();
    let passed = 0;
    let refused = 0;
    let retryAfter: string | null = null;
    for (let request = 0; refused < 20 && request < RATE; request += 1) {
      const response = await fetch(`${request % 2 === 0 ? api.url : replica.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query: `query Q${request % 7} ${DEAR}`, operationName: `Q${request % 7}` }),
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          [HEADERS[request % HEADERS.length] ?? '']: `10.0.${request % 250}.${request % 199}`,
          'x-request-id': String(request),
        },
      });
      const { errors } = (await response.json()) as {
        errors?: { extensions: { code: string; limit: number; of: string } }[];
      };
      if (errors === undefined) passed += points;
      else {
        refused += 1;
        retryAfter = response.headers.get('retry-after');
        expect(response.status).toBe(429);
        expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', limit: RATE, of: 'account' });
      }
    }
    const minutes = (performance.now() - began) / 60_000;
    const allowed = RATE * (1 + minutes);

    figures('rates over two replicas', {
      'points a minute': RATE,
      passed,
      'allowed in that time': Math.round(allowed),
      'over that, %': Math.max(0, Math.round((100 * (passed - allowed)) / allowed)),
    });
    expect(refused).toBe(20);
    expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
    expect(passed).toBeLessThanOrEqual(1.1 * allowed);
    expect(passed).toBeGreaterThan(0.8 * RATE);
    // Others have budgets of their own.
    expect((await ask(api.url, CHEAP, {}, await api.token(Role.REVIEWER, { name: 'Somebody else' }))).codes).toEqual(
      [],
    );
  }, 300_000);

  it('end an operation that runs for too long, and its statement on the server with it', async () => {
    const token = await api.token(Role.ADMIN, { name: 'Patient' });
    await api.importPath(new URL('../fixtures/empty-study', import.meta.url).pathname);
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    const running = async (): Promise<number> =>
      (
        await owner.query<{ count: number }>(
          `SELECT count(*)::integer AS count FROM pg_locks
           WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
      ).rows[0]?.count ?? -1;
    try {
      await owner.query('BEGIN; LOCK TABLE template IN ACCESS EXCLUSIVE MODE');
      const asked = ask(api.url, '{ template(slug: "pilot-sheet") { slug } }', {}, token);
      for (let look = 0; look < 1_000 && (await running()) === 0; look += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(await running()).toBe(1);

      const reply = await asked;

      expect([reply.status, reply.codes, reply.limit]).toEqual([400, ['LIMIT_DEADLINE'], 1_000]);
      for (let look = 0; look < 1_000 && (await running()) > 0; look += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      // The lock is still held: nobody else has ended it.
      expect(await running()).toBe(0);
      await owner.query('ROLLBACK');
      expect((await ask(api.url, '{ template(slug: "pilot-sheet") { slug } }', {}, token)).codes).toEqual([]);
    } finally {
      await owner.end();
    }
  }, 120_000);
});
