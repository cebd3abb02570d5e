import supertest from 'supertest';
import { Readiness } from '../apps/api/src/health/readiness.js';
import { CONTRACT_STEPS } from '../libs/persistence/src/migrations/contract-steps.js';
import { createDataSource } from '../libs/persistence/src/index.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { samples } from './harness/metrics.js';

/** Values that a caller sends and that no label may ever hold. */
const CANARY = 'kanarienvogel';

describe('/metrics', () => {
  let api: TestApi;
  let admin: string;
  const scrape = async () => samples((await supertest(api.url).get('/metrics').expect(200)).text);

  beforeAll(async () => {
    api = await startTestApi();
    await api.importPath('studies/integration-2021');
    admin = await api.token(Role.ADMIN);
  });
  afterAll(() => api.stop());

  it('counts operations by their first field and outcome, and what they set to work', async () => {
    const before = await scrape();
    await api.query('query { a: study(slug: "integration-2021") { slug } study(slug: "none") { slug } }', {}, admin);
    await api.query('{ studies { slug } }');
    await api.query('{ nothing }', {}, admin);
    await api.query('mutation { takeFreeze(input: { study: "none", name: "x" }) { errors { message } } }', {}, admin);
    const after = await scrape();
    const more = (name: string, labels: Record<string, string>) =>
      after.value(name, labels) - before.value(name, labels);
    const operations = (operation: string, root: string, outcome: string) =>
      more('reflexbogen_graphql_operations_total', { operation, root, outcome });

    expect(operations('query', 'study', 'ok')).toBe(2);
    expect(operations('query', 'studies', 'refused')).toBe(1);
    expect(operations('none', 'none', 'refused')).toBe(1);
    expect(operations('mutation', 'takeFreeze', 'declined')).toBe(1);
    expect(more('reflexbogen_resolver_calls_total', { field: 'Query.study' })).toBe(2);
    expect(
      more('reflexbogen_http_request_duration_seconds_count', { method: 'POST', route: '/graphql', status: '200' }),
    ).toBeGreaterThanOrEqual(2);
    expect(more('reflexbogen_sql_statement_duration_seconds_count', { kind: 'SELECT' })).toBeGreaterThan(0);
  });

  it('counts what is held in memory, waited for and queued', async () => {
    const before = await scrape();
    await api.query(
      '{ comparison(study: "integration-2021", from: "2017", to: "2018") { deltas { tally { comparable } } } }',
      {},
      admin,
    );
    const after = await scrape();

    expect(after.value('reflexbogen_column_loads_total') - before.value('reflexbogen_column_loads_total')).toBe(2);
    expect(after.value('reflexbogen_column_rounds')).toBe(2);
    expect(after.value('reflexbogen_column_bytes')).toBeGreaterThan(0);
    expect(after.value('reflexbogen_pool_size')).toBeGreaterThan(0);
    expect(after.names).toContain('reflexbogen_pool_waiting');
    expect(after.value('reflexbogen_jobs', { state: 'dead' })).toBe(0);
    expect(after.value('reflexbogen_jobs_oldest_due_seconds')).toBeGreaterThanOrEqual(0);
    expect(after.value('reflexbogen_ready')).toBe(1);
    expect(after.value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(after.value('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('never repeats what a caller sent', async () => {
    await supertest(api.url).get(`/${CANARY}?${CANARY}`).set('X-Name', CANARY);
    await supertest(api.url).get(`/exchange/downloads/${CANARY}`);
    await api.query(`query ${CANARY} { ${CANARY}: study(slug: "${CANARY}") { slug } }`, { v: CANARY }, admin);
    await api.query(`{ ${CANARY} }`, {}, admin);

    const { text } = await supertest(api.url).get('/metrics');
    expect(text).toContain('reflexbogen_graphql_operations_total');
    expect(text).not.toContain(CANARY);
  });

  it.each<[string, Record<string, string>]>([
    ['forwarded by a proxy', { 'X-Forwarded-For': '192.0.2.1' }],
    ['forwarded by another', { Forwarded: 'for=192.0.2.1' }],
    ['that reached this machine by another name', { Host: 'sheets.example.org' }],
  ])('is not there for a request %s', async (_case, headers) => {
    await supertest(api.url).get('/metrics').set(headers).expect(404);
  });
});

describe('/metrics with a token', () => {
  const token = 'f'.repeat(32);

  it('is there for whoever sends it, by whatever way', async () => {
    const api = await startTestApi({ environment: { METRICS_TOKEN: token } });
    try {
      const scrape = () => supertest(api.url).get('/metrics').set('X-Forwarded-For', '192.0.2.1');
      await scrape().set('Authorization', `Bearer ${token}`).expect(200);
      await scrape()
        .set('Authorization', `Bearer ${'e'.repeat(32)}`)
        .expect(401);
      await scrape().expect(401);
      await supertest(api.url).get('/metrics').expect(401);
    } finally {
      await api.stop();
    }
  });

  it('is not there in production without one', async () => {
    const api = await startTestApi({
      environment: { NODE_ENV: 'production', AUTH_ISSUER: 'urn:test', AUTH_JWKS_URL: 'http://127.0.0.1:9/jwks' },
    });
    try {
      await supertest(api.url).get('/metrics').expect(404);
    } finally {
      await api.stop();
    }
  });
});

describe('/health/ready', () => {
  const fresh = () => new Promise((resolve) => setTimeout(resolve, 600));

  it('falls where the database is behind, and where the service is about to stop', async () => {
    const api = await startTestApi();
    try {
      const owner = await createDataSource({ url: api.ownerUrl }).initialize();
      try {
        await supertest(api.url).get('/health/ready').expect(200, { status: 'ok' });
        const [last] = await owner.query<{ name: string; timestamp: string }[]>(
          'SELECT name, timestamp FROM schema_migration WHERE name <> ALL ($1) ORDER BY timestamp DESC LIMIT 1',
          [Object.keys(CONTRACT_STEPS)], // nothing waits for those
        );
        if (last === undefined) throw new Error('there are migrations');
        await owner.query(`UPDATE schema_migration SET name = 'gone ' || name WHERE timestamp = $1`, [last.timestamp]);
        await fresh();
        await supertest(api.url).get('/health/ready').expect(503, { status: 'unavailable', reason: 'MIGRATIONS' });
        await owner.query('UPDATE schema_migration SET name = $1 WHERE timestamp = $2', [last.name, last.timestamp]);
        await fresh();
        await supertest(api.url).get('/health/ready').expect(200);
        api.app.get(Readiness).drain();
        await supertest(api.url).get('/health/ready').expect(503, { status: 'unavailable', reason: 'DRAINING' });
        await supertest(api.url).get('/health/live').expect(200);
      } finally {
        await owner.destroy();
      }
    } finally {
      await api.stop();
    }
  });
});
