import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import WebSocket from 'ws';
import { ACCESS_RULES } from '../apps/api/src/access/access-rules.js';
import { Role } from '../apps/api/src/access/actor.js';
import { ALLOWS } from '../apps/api/src/logging/field-kinds.js';
import { LOG_EVENTS, type EventDefinition } from '../apps/api/src/logging/log-events.js';
import { Canaries } from './fixtures/canaries.js';
import { OperationGenerator, rootFieldsOf, type Known } from './fixtures/canary-operations.js';
import { CanaryService, study, type Answer, type Entry } from './fixtures/canary-service.js';

/** What exists in the reference study, so that operations come further than to a look-up that finds nothing. */
const REFERENCE: Readonly<Record<string, string | number>> = {
  study: 'integration-2021',
  slug: 'integration-2021',
  template: 'reflection-sheet',
  round: '2018',
  from: '2017',
  to: '2018',
  question: 'change.acceptance',
  municipality: 'case-01',
  locale: 'de',
  year: 2018,
  revision: 1,
  first: 20,
  ttlSeconds: 600,
};
const known: Known = (name, scalar) => {
  const value = REFERENCE[name];
  if (value === undefined) return null;
  return (typeof value === 'number') === (scalar === 'Int') ? value : null;
};

/** Before anything of an operation runs. */
const NOT_UNDERSTOOD = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

describe('the log of the built service', () => {
  const canaries = new Canaries();
  let service: CanaryService;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    service = await CanaryService.start(canaries);
    const asked = { query: getIntrospectionQuery(), variables: {}, operationName: 'IntrospectionQuery' };
    schema = buildClientSchema((await service.graphql(asked)).data as unknown as IntrospectionQuery);
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const entryOf = (answer: Answer): Entry => {
    const found = service.entriesOf(answer.errors?.[0]?.extensions?.reference ?? 'no reference');
    expect(found).toHaveLength(1);
    return found[0] ?? { event: '' };
  };

  it('is given canaries in every field of every operation, by every role and without a token', async () => {
    const fields = rootFieldsOf(schema);
    const asked = new Set<string>();
    const ask = async (generator: OperationGenerator, [kind, field]: (typeof fields)[number], role: Role | null) => {
      const token = role === null ? undefined : await service.tokenOf(role);
      const { errors = [] } = await service.graphql(generator.operation(kind, field), token);
      // An operation that was not understood, or that came without its role, has tested nothing.
      const unheard = token === undefined ? NOT_UNDERSTOOD : [...NOT_UNDERSTOOD, 'UNAUTHENTICATED'];
      const refused = errors.filter(({ extensions }) => unheard.includes(extensions?.code ?? ''));
      expect({ field: field.name, role, refused }).toEqual({ field: field.name, role, refused: [] });
      asked.add(`${kind} ${field.name} ${role ?? 'nobody'}`);
    };
    const actors = [...Object.values(Role), null];
    for (const generator of [new OperationGenerator(canaries), new OperationGenerator(canaries, known)])
      for (const field of fields) await Promise.all(actors.map((role) => ask(generator, field, role)));
    expect(asked.size).toBe(fields.length * actors.length);
    const { Query = {}, Mutation = {}, Subscription = {} } = ACCESS_RULES;
    expect(fields.map(([, { name }]) => name).sort()).toEqual(
      [Query, Mutation, Subscription].flatMap((rules) => Object.keys(rules)).sort(),
    );
    expect(canaries.count).toBeGreaterThanOrEqual(500);
  }, 300_000);

  it('is given canaries in requests that are no operations', async () => {
    const admin = await service.tokenOf(Role.ADMIN);
    const word = () => canaries.word();
    const json = { 'content-type': 'application/json' };
    const post = (path: string, body: string, more: Record<string, string> = {}, token?: string) =>
      fetch(`${service.url}${path}`, { method: 'POST', headers: { ...service.headers(token), ...more }, body });
    const documents = [
      `query { ${word()} }`,
      `query { viewer { name } `,
      `query { viewer(${word()}: "${word()}") { name } }`,
      `query { study(slug: "${word()}) { slug } }`,
      `query ${word()} { viewer { name } } query ${word()} { viewer { name } }`,
      `query { viewer @${word()} { name } }`,
      `query { study(slug: 12${word()}) { slug } }`,
      `query { ...${word()} }`,
      `query { ${'a '.repeat(4000)} ${word()} }`,
    ];
    const statuses: number[] = [];
    for (const query of documents) {
      const body = JSON.stringify({ query, operationName: word(), variables: { [word()]: word() } });
      statuses.push((await post('/graphql', body, json, admin)).status);
    }
    const requests = [
      () => post('/graphql', `{"query": "${word()}`, json),
      () => post('/graphql', `[{"query": "{ viewer { name } }", "x": "${word()}"}]`, json),
      () => post('/graphql', JSON.stringify({ query: '{ viewer { name } }', variables: word() }), json),
      () => post('/graphql', JSON.stringify({ query: { text: word() } }), json),
      () => post('/graphql', word(), { 'content-type': 'text/plain' }),
      () => post('/graphql', word(), { 'content-type': `application/${word()}` }),
      // Refused before it is through: the answer may come, or the connection end first.
      () => post('/graphql', JSON.stringify({ query: word().repeat(1_000_000) }), json).catch(() => ({ status: 413 })),
      () => post('/graphql', '{}', json, word()),
      () => post('/graphql', '{}', json, `${word()}.${word()}.${word()}`),
      () => fetch(`${service.url}/graphql?query=${word()}&variables={"a":"${word()}"}`, { headers: service.headers() }),
      () => fetch(`${service.url}/graphql?query={viewer{name}}`, { headers: { ...service.headers(admin), ...json } }),
      () => post('/exchange/uploads', word(), { 'content-type': 'application/zip' }),
      () => post('/exchange/uploads', word(), json, admin),
      () => fetch(`${service.url}/exchange/downloads/${word()}?name=${word()}`, { headers: service.headers() }),
      () =>
        fetch(`${service.url}/exchange/exports/${word()}?expires=${word()}&signature=${word()}`, {
          headers: service.headers(),
        }),
      () =>
        fetch(`${service.url}/figures/${word()}/${word()}/2017/2018/${word()}?option=${word()}`, {
          headers: service.headers(),
        }),
      () => fetch(`${service.url}/${word()}?${word()}=${word()}`, { headers: service.headers(admin) }),
      () => fetch(`${service.url}/${word()}`, { method: 'DELETE', headers: service.headers() }),
      () => fetch(`${service.url}/%E0%A4%A${word()}`, { headers: service.headers() }),
      () => fetch(`${service.url}/health/ready?${word()}`, { headers: service.headers() }),
    ];
    for (const ask of requests) statuses.push((await ask()).status);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['sign-in', 'callback', 'link', 'link.js', word()]) {
      const query = `code=${word()}&state=${word()}&error=${word()}&iss=${word()}&token=${word()}&to=/${word()}`;
      statuses.push(
        (await fetch(`${service.url}/auth/${path}?${query}`, { headers: service.headers(), redirect: 'manual' }))
          .status,
      );
    }
    for (const path of ['sign-out', 'link', 'backchannel-logout']) {
      statuses.push((await post(`/auth/${path}`, `token=${word()}&logout_token=${word()}`, form)).status);
      statuses.push((await post(`/auth/${path}`, JSON.stringify({ token: word() }), json)).status);
    }
    const withHost = (host: string) =>
      new Promise<number>((resolve, reject) =>
        httpRequest(`${service.url}/graphql`, { method: 'POST', headers: { ...json, host } }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        })
          .on('error', reject)
          .end('{"query":"{ viewer { name } }"}'),
      );
    statuses.push(await withHost(`${word()} <${word()}>`));
    expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(20);

    const uploaded = await post('/exchange/uploads', `PK ${word()}`, { 'content-type': 'application/zip' }, admin);
    const { upload } = (await uploaded.json()) as { upload: string };
    await service.graphql(
      {
        query: `mutation Import($upload: String!) { importStudy(input: { upload: $upload, dryRun: false }) { import { id } } }`,
        variables: { upload },
        operationName: 'Import',
      },
      admin,
    );
    // Not HTTP at all.
    await new Promise((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () =>
        socket.end(`${word()} /${word()} HTTP/9.9\r\n${word()}\r\n\r\n`),
      );
      socket.on('close', resolve).on('error', resolve).resume();
    });
  }, 60_000);

  it('is given canaries over sockets', async () => {
    const token = await service.tokenOf(Role.RESPONDENT);
    const word = () => canaries.word();
    const open = async (path: string, protocol: string): Promise<WebSocket | null> => {
      const socket = new WebSocket(`${service.url.replace('http', 'ws')}${path}`, protocol, {
        headers: service.headers(),
      });
      return new Promise((resolve) => socket.once('open', () => resolve(socket)).once('error', () => resolve(null)));
    };
    const subscriptions = rootFieldsOf(schema).filter(([kind]) => kind === 'subscription');
    const payloads: object[] = [
      { query: `subscription { ${word()} }`, operationName: word() },
      { query: `query { study(slug: "${word()}") { slug } }` },
      { query: `subscription { ${word()} `, variables: { [word()]: word() } },
      ...[new OperationGenerator(canaries), new OperationGenerator(canaries, known)].flatMap((generator) =>
        subscriptions.map(([kind, field]) => generator.operation(kind, field)),
      ),
    ];
    const socket = await open('/graphql', 'graphql-transport-ws');
    if (socket === null) throw new Error('the service takes no socket');
    const answered = new Set<string>();
    socket.on('message', (data: Buffer) => {
      const { type, id } = JSON.parse(data.toString()) as { type: string; id?: string };
      if (type === 'connection_ack')
        payloads.forEach((payload, index) => send({ id: `${index}`, type: 'subscribe', payload }));
      else if (id !== undefined) answered.add(id);
    });
    const send = (message: object) => socket.send(JSON.stringify(message));
    const parameters = { 'apollographql-client-name': word(), [word()]: word() };
    send({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, ...parameters } });
    // The first three are refused; what the others may see is for other specs.
    for (let waits = 0; waits < 500 && answered.size < 3; waits += 1) await sleep(20);
    expect(answered.size).toBeGreaterThanOrEqual(3);
    socket.send(`{"type":"${word()}"`);
    await new Promise((resolve) => socket.once('close', resolve));

    for (const message of [word(), { type: 'connection_init', payload: { authorization: `Bearer ${word()}` } }]) {
      const stranger = await open('/graphql', 'graphql-transport-ws');
      const closed = new Promise((resolve) => stranger?.once('close', resolve));
      stranger?.send(typeof message === 'string' ? message : JSON.stringify(message));
      await closed;
    }
    expect(await open(`/${word()}`, 'graphql-transport-ws')).toBeNull();
    expect(await open(`/graphql?token=${word()}`, word())).toBeNull();
  }, 60_000);

  it.each([
    ['error', { class: 'CanaryError' }],
    ['sync', { class: 'CanaryError' }],
    ['text', { field: 'study' }],
    ['hostile', { field: 'study' }],
    ['parsed', { field: 'study' }],
    ['cast', { class: 'QueryFailedError', causes: ['DatabaseError'], sqlstate: '22P02' }],
    ['duplicate', { sqlstate: '23505', table: 'person', constraint: 'person_subject_key' }],
    ['literal', { sqlstate: '42P01' }],
  ])('reduces a failure to its kind and place: %s', async (fault, expected) => {
    const answer = await service.provoke(fault);

    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(entryOf(answer)).toMatchObject({ event: 'graphql.failed', level: 'error', ...expected });
  });

  it('says where a failure came up: request, role, field, and places in our own code', async () => {
    const entry = entryOf(await service.provoke('error'));

    expect(entry).toMatchObject({ operation: 'query', roots: ['study'], field: 'Query.study', roles: ['ADMIN'] });
    expect(entry['request']).toMatch(/^req-/);
    expect(entry['frames']).toContainEqual(expect.stringMatching(/^apps\/api\/src\/study\/study\.service\.ts:\d+$/));
    // The code that the error named is none.
    expect(entry['withheld']).toBe(1);
  });

  it('reduces failures of other routes, and answers with a reference', async () => {
    const response = await fetch(`${service.url}/figures/boom-error-${canaries.word()}/f/2017/2018/q`);
    const { message } = (await response.json()) as { message: string };

    expect(response.status).toBe(500);
    const reference = /Reference: (\S+)$/.exec(message)?.[1];
    expect(service.entries().filter((entry) => entry['reference'] === reference)).toEqual([
      expect.objectContaining({
        event: 'http.failed',
        method: 'GET',
        route: '/figures/:study/:freeze/:from/:to/:question',
        class: 'CanaryError',
      }),
    ]);
  });

  it('reduces what packages write to the console, to loggers and as warnings', async () => {
    await service.provoke('console');
    await service.provoke('logger');

    const events = service.entries().map(({ event }) => event);
    for (const event of [
      'console.output',
      'process.warning',
      'component.warning',
      'component.error',
      'component.fatal',
    ])
      expect(events).toContain(event);
    expect(service.entries()).toContainEqual(
      expect.objectContaining({ says: 'IMPORT_FAILED', id: '00000000-0000-4000-8000-000000000000' }),
    );
  });

  it('reduces the loss of a connection in the middle of a request', async () => {
    const token = await service.tokenOf(Role.ADMIN);
    const answer = await service.asOwner(async (client) => {
      await client.query('BEGIN; LOCK TABLE study IN ACCESS EXCLUSIVE MODE');
      const asked = service.graphql(study(canaries.text()), token);
      // On another connection: a transaction sees others' activity as it was when it first looked.
      await service.asOwner(async (other) => {
        for (let ended = 0; ended === 0; await sleep(20)) {
          const { rowCount } = await other.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%study%'`,
          );
          ended = rowCount ?? 0;
        }
      });
      await client.query('ROLLBACK');
      return asked;
    });

    const { event, field, sqlstate, code } = entryOf(answer);
    expect({ event, field }).toEqual({ event: 'database.unavailable', field: 'Query.study' });
    // Whichever comes first: the server's last word, or the end of the connection.
    expect(['57P01', 'CONNECTION_LOST']).toContain(sqlstate ?? code);
    // An idle connection of the pool: there is one while nobody asks.
    for (let tries = 0; tries < 50 && !service.stderr.includes('database.connection-lost'); tries += 1) {
      await service.graphql(study(canaries.word()), token);
      await service.asOwner((client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'reflexbogen%'`,
        ),
      );
      await sleep(100);
    }
    expect(service.stderr).toContain('database.connection-lost');
  });

  it('has one entry for every reference that a caller was given', () => {
    const written = service
      .entries()
      .flatMap((entry) => (typeof entry['reference'] === 'string' ? [entry['reference']] : []));

    expect(service.references.length).toBeGreaterThanOrEqual(8);
    expect(written).toEqual(expect.arrayContaining(service.references));
    expect(new Set(written).size).toBe(written.length);
  });

  it('holds the end of a process that an error has ended', async () => {
    const gone = new Promise((resolve) => service.process.once('exit', resolve));
    await service.provoke('leak');
    service.leaked = `${service.stderr.split('\n').find((line) => line.includes('"message"'))}`;
    await service.provoke('unhandled').catch(() => undefined); // it ends while it answers
    expect(await gone).toBe(1);

    expect(service.entries().at(-1)).toMatchObject({ event: 'process.failed', level: 'fatal', class: 'CanaryError' });
  });

  it('has entries of the table alone, with values that the table allows', () => {
    for (const { level, time, event, text, withheld, ...fields } of service.entries()) {
      const definition: EventDefinition | undefined = Object.entries(LOG_EVENTS).find(([name]) => name === event)?.[1];
      expect({ level, text }).toEqual({ level: definition?.level, text: definition?.text });
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(withheld === undefined || (Number.isInteger(withheld) && Number(withheld) > 0)).toBe(true);
      for (const [name, value] of Object.entries(fields)) {
        const kind = definition?.fields[name];
        // Names of relations and routes are known to the running service alone.
        const allows =
          kind === 'relation' || kind === 'route'
            ? /^[a-z_/:]+$/i.test(String(value))
            : kind !== undefined && ALLOWS[kind](value);
        expect({ event, name, value, allows }).toMatchObject({ allows: true });
      }
    }
  });

  it('holds no canary but the one that was written past the gate, nor does the log of the database', () => {
    const found = canaries.foundIn(service.stdout + service.stderr);
    expect(found).toHaveLength(1);
    expect(service.leaked).toContain(found[0]);

    const databaseLog = service.databaseLog;
    expect(databaseLog).toContain('terminating connection');
    expect(canaries.foundIn(databaseLog)).toEqual([]);
    // The greeting is for people; it is the same whatever is asked.
    expect(service.stdout).toMatch(/^Reflexbogen is ready after/);
  });
});
