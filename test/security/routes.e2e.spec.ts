import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { ROUTE_LIMITS, routeLimit } from '../../apps/api/src/graphql/limits/route-limits.js';
import { knownRoutes } from '../../apps/api/src/logging/known-names.js';
import { Role, startTestApi, type TestApi, type TestReplica } from '../harness/api.js';

const ORIGIN = 'https://reflexbogen.example';
const MS = 1_000;
const LONG = { statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 };
/** Tables that the requests below need one of. */
const LOCKED = ['person', 'study', 'sign_in_session', 'sign_in_link', 'schema_migration', 'submission'];
/** Routes that nothing is got from. */
const POSTS = ['/exchange/uploads', '/auth/development', '/auth/sign-out', '/auth/backchannel-logout'];
const FIGURE = '/figures/integration-2021/printed/2017/2018/change.acceptance';

interface Sent {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/**
 * Every route of the built application has a budget and an end (docs/limits.md). Broken on purpose: without a line in
 * `ROUTE_LIMITS` the service does not start; without `charge` in `RouteGate` nothing is refused; without the deadline of `begin`
 * requests wait for the database's own timeouts; without `pass()` on `close` they do so for nobody; without `passWhenStalled` an
 * upload that stands still stays open.
 */
describe('routes beside the GraphQL endpoint', () => {
  let api: TestApi;
  let hasty: TestReplica;
  let outside: Client;
  let admin: string;

  beforeAll(async () => {
    api = await startTestApi({
      environment: { TRUSTED_PROXIES: '127.0.0.1', OPERATION_SECONDS: '600' },
      pool: { timeouts: LONG },
    });
    await api.importPath(fileURLToPath(new URL('../../studies/integration-2021', import.meta.url)));
    admin = await api.token(Role.ADMIN);
    const frozen = await api.query<{ takeFreeze: { errors: object[] } }>(
      'mutation ($input: TakeFreezeInput!) { takeFreeze(input: $input) { errors { code } } }',
      { input: { study: 'integration-2021', name: 'printed' } },
      admin,
    );
    expect(frozen.data.takeFreeze.errors).toEqual([]);
    hasty = await api.startReplica({
      operationMs: MS,
      transferMs: MS,
      stallMs: 60_000,
      publicUrl: ORIGIN,
      // Advances of 25 points, which are soon gone.
      rates: { account: 1_000, address: 1_000_000, anonymous: 1_000_000 },
    });
    outside = new Client({ connectionString: api.ownerUrl });
    await outside.connect();
  });
  afterEach(() => outside.query('ROLLBACK'));
  afterAll(async () => {
    await outside.end();
    await hasty.stop();
    await api.stop();
  });

  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (let look = 0; look < 3_000; look += 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it has not come about');
  };
  const waiting = async (): Promise<number> => {
    const { rows } = await outside.query<{ count: number }>(
      `SELECT count(DISTINCT pid)::integer AS count FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows[0]?.count ?? -1;
  };
  const lock = () => outside.query(`BEGIN; LOCK TABLE ${LOCKED.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const send = async (url: string, path: string, init: RequestInit = {}): Promise<Sent> => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text };
  };
  /** A budget in which nothing is left, and for a day nothing comes in. */
  const empty = (name: string) =>
    outside.query(
      `INSERT INTO rate_budget (key_hash, points, filled_at) VALUES ($1, 0, now() + interval '1 day')
       ON CONFLICT (key_hash) DO UPDATE SET points = 0, filled_at = excluded.filled_at`,
      [createHash('sha256').update(name).digest('hex')],
    );
  const bearer = () => ({ authorization: `Bearer ${admin}` });
  const form = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => ({
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  });
  const ticket = async (): Promise<string> => {
    let path: string | null = null;
    await until(async () => {
      const { data } = (await (
        await fetch(`${hasty.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...bearer() },
          body: JSON.stringify({
            query: 'mutation ($input: ExportStudyInput!) { exportStudy(input: $input) { downloadPath } }',
            variables: { input: { study: 'integration-2021' } },
          }),
        })
      ).json()) as { data: { exportStudy: { downloadPath: string | null } } | null };
      path = data?.exportStudy.downloadPath ?? null;
      return path !== null;
    });
    return path ?? '';
  };
  const zip = { ...{ 'content-type': 'application/zip' } };

  /** A request to each route that asks the database for something; the others are asked as they are. */
  const requests: Readonly<Record<string, () => Promise<readonly [path: string, init?: RequestInit]>>> = {
    '/exchange/uploads': () =>
      Promise.resolve(['/exchange/uploads', { method: 'POST', headers: { ...zip, ...bearer() }, body: 'PK' }]),
    '/exchange/downloads/:ticket': async () => [await ticket()],
    '/figures/:study/:freeze/:from/:to/:question': () => Promise.resolve([FIGURE, { headers: bearer() }]),
    '/auth/development': () => Promise.resolve(['/auth/development', form({ token: admin })]),
    '/auth/sign-out': () =>
      Promise.resolve(['/auth/sign-out', form({}, { cookie: `__Host-reflexbogen-session=${'a'.repeat(43)}` })]),
    '/auth/link': () => Promise.resolve(['/auth/link', form({ secret: 'a'.repeat(43) })]),
    '/health/ready': () => Promise.resolve(['/health/ready']),
  };
  const plain = (pattern: string): readonly [path: string, init?: RequestInit] => {
    const path = pattern.replace(/:\w+/g, 'x').replace('*', 'x');
    return POSTS.includes(pattern) ? [path, form({ logout_token: 'x' })] : [path];
  };
  const beside = (): readonly string[] => knownRoutes().filter((route) => route !== '/graphql');

  it('have limits, each of them: there is no route without', () => {
    expect(beside().length).toBeGreaterThan(15);
    expect(beside()).toEqual(expect.arrayContaining(Object.keys(requests)));
    for (const route of beside()) expect(Object.keys(ROUTE_LIMITS)).toContain(route);
    expect(() => routeLimit('/new')).toThrow('route /new has no limits');
    expect(() => routeLimit('constructor')).toThrow('has no limits');
    const free = Object.values(ROUTE_LIMITS).filter(({ of }) => of === 'nobody');
    for (const { because } of free) expect(because).toMatch(/\.$/);
    expect(free).toHaveLength(2);
  });

  it('take from the budget of whoever asks: 429 with Retry-After where nothing is left, and nobody else is refused', async () => {
    let refused = 0;
    for (const [index, route] of beside().entries()) {
      const address = `198.51.100.${index}`;
      for (const kind of ['address', 'anonymous']) await empty(`${kind} ${address}`);
      const [path, init = {}] = plain(route);
      const ask = (from: string) =>
        send(api.url, path, { ...init, headers: { ...(init.headers as object), 'x-forwarded-for': from } });
      if (routeLimit(route).of === 'nobody') {
        for (let times = 0; times < 20; times += 1) expect((await ask(address)).status).not.toBe(429);
        continue;
      }
      let reply = await ask(address);
      // What does not wait for the database learns from it a moment later.
      if (!routeLimit(route).waits) await until(async () => (reply = await ask(address)).status === 429);
      expect([route, reply.status]).toEqual([route, 429]);
      expect(Number(reply.retryAfter)).toBeGreaterThanOrEqual(1);
      expect([route, JSON.parse(reply.text)]).toMatchObject([route, { statusCode: 429, code: 'RATE_LIMITED' }]);
      expect((await ask('203.0.113.9')).status).not.toBe(429);
      refused += 1;
    }
    expect(refused).toBe(beside().length - 2);
  });

  it('take from the budget of the account by what an answer costs', async () => {
    const { rows } = await outside.query<{ id: string }>('SELECT id FROM person WHERE subject IS NOT NULL');
    const path = await ticket();
    for (const { id } of rows) await empty(`account ${id}`);
    // A lease from before may have a rest: what is sent is charged until nothing of it is left.
    for (const [at, init] of [
      [path],
      [FIGURE, { headers: bearer() }],
      ['/exchange/uploads', { method: 'POST', headers: { ...zip, ...bearer() }, body: 'PK' }],
    ] as readonly (readonly [string, RequestInit?])[])
      await until(async () => (await send(hasty.url, at, init)).status === 429);
    await outside.query('DELETE FROM rate_budget');
  });

  it.each(Object.keys(requests))('end in time while the database stands still: %s', async (route) => {
    const make = requests[route];
    if (make === undefined) throw new Error('no request');
    const [path, init] = await make();
    await lock();
    const reply = await send(hasty.url, path, init);
    expect(reply.status).toBe(503);
    if (route !== '/health/ready')
      expect(JSON.parse(reply.text)).toMatchObject({ code: 'LIMIT_DEADLINE', limit: MS, statusCode: 503 });
    // The lock is still held: nobody else has ended it. What probes share has ten seconds, which are not waited for here.
    if (route !== '/health/ready') await until(async () => (await waiting()) === 0);
  });

  it('are there without the database where they need nothing of it', async () => {
    await lock();
    for (const route of beside().filter((one) => !(one in requests) && one !== '/metrics')) {
      const { status } = await send(hasty.url, ...plain(route));
      expect([route, status < 500]).toEqual([route, true]);
    }
  });

  it('end a download whose rows do not come, in the middle', async () => {
    const path = await ticket();
    await outside.query('BEGIN; LOCK TABLE submission IN ACCESS EXCLUSIVE MODE');
    const response = await fetch(`${hasty.url}${path}`);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
    await until(async () => (await waiting()) === 0);
  });

  it('end what goes on after an answer: an export that does not get on', async () => {
    await outside.query('BEGIN; LOCK TABLE submission IN ACCESS EXCLUSIVE MODE');
    const ask = async <Data>(query: string, variables: object): Promise<Data> =>
      (
        (await (
          await fetch(`${hasty.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...bearer() },
            body: JSON.stringify({ query, variables }),
          })
        ).json()) as { data: Data }
      ).data;
    let id: string | undefined;
    // On a machine that is busy a second is short even for that.
    await until(async () => {
      const data = await ask<{ exportData: { export: { id: string } | null } } | null>(
        'mutation ($input: ExportDataInput!) { exportData(input: $input) { export { id } } }',
        { input: { study: 'integration-2021', format: 'LONG_CSV', locale: 'de' } },
      );
      id = data?.exportData.export?.id;
      return id !== undefined;
    });
    await until(
      async () =>
        (
          await ask<{ dataExport: { status: string } | null } | null>(
            'query ($id: ID!) { dataExport(id: $id) { status } }',
            { id },
          )
        )?.dataExport?.status === 'FAILED',
    );
    await until(async () => (await waiting()) === 0);
  });

  it('end for a reader who has gone away', async () => {
    await lock();
    const leaving = new AbortController();
    const asked = fetch(`${api.url}${FIGURE}`, { signal: leaving.signal, headers: bearer() });
    asked.catch(() => undefined); // looked at below
    await until(async () => (await waiting()) > 0);
    leaving.abort();
    await expect(asked).rejects.toThrow('aborted');
    await until(async () => (await waiting()) === 0);
  });

  it('end an upload of which nothing comes any more', async () => {
    const sender = await api.token(Role.ADMIN, { name: 'Sender' });
    const patient = await api.startReplica({ transferMs: 600_000, stallMs: 400, uploadBytes: 1_000 });
    try {
      const answer = new Promise<number | 'CLOSED'>((resolve) => {
        const upload = httpRequest(`${patient.url}/exchange/uploads`, {
          method: 'POST',
          headers: { ...zip, authorization: `Bearer ${sender}`, 'content-length': '1000' },
        });
        upload.on('response', ({ statusCode = 0 }) => resolve(statusCode));
        upload.on('error', () => resolve('CLOSED'));
        upload.write('PK');
      });
      expect([503, 'CLOSED']).toContain(await answer);
    } finally {
      await patient.stop();
    }
  });
});
