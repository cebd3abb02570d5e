import { createClient, type Client } from 'graphql-ws';
import supertest from 'supertest';
import WebSocket from 'ws';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { samples } from '../harness/metrics.js';
import { openStudy } from '../harness/open-round.js';

const OF_ACCOUNT = 3;
const OF_ADDRESS = 6;
const ON_SOCKET = 20;
const ANNA = '198.51.100.7';
const BERND = '203.0.113.9';
/** Costs several points. */
const DEAR = '{ studies { rounds { questionSet { sections { code } } } } }';
const PRESENCE = 'subscription ($response: ID!) { presenceChanged(response: $response) { section } }';

/**
 * Bounds of sockets. Broken on purpose: without giving places back on `close` the last of them is refused for ever; with
 * `request.socket.remoteAddress` in place of the proxy's word everybody behind it shares one bound; without `rates.operation` in
 * `refusalOf` subscriptions cost nothing.
 */
describe('sockets', () => {
  let api: TestApi;
  let response: string;
  let token: string;
  const open: WebSocket[] = [];
  const clients: Client[] = [];

  beforeAll(async () => {
    api = await startTestApi({
      environment: {
        SOCKETS_ACCOUNT: String(OF_ACCOUNT),
        SOCKETS_ADDRESS: String(OF_ADDRESS),
        TRUSTED_PROXIES: '127.0.0.1',
        RATE_ACCOUNT: '1000',
      },
    });
    const study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    token = await respondent('Anna');
    response = await study.responseId(2030, token);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
    await Promise.all(open.splice(0).map((socket) => closed(socket)));
  });
  afterAll(() => api.stop());

  const respondent = (name: string) => api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name });
  const closed = (socket: WebSocket): Promise<void> =>
    new Promise((resolve) => {
      if (socket.readyState === WebSocket.CLOSED) return resolve();
      socket.once('close', () => resolve()).terminate();
    });

  /** A socket that comes from an address; 101 where it was opened, else the status of the refusal. */
  const dial = (forwarded: string): Promise<{ readonly status: number; readonly retryAfter: string | undefined }> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: { 'x-forwarded-for': forwarded },
      });
      socket.on('open', () => {
        open.push(socket);
        resolve({ status: 101, retryAfter: undefined });
      });
      socket.on('unexpected-response', (_request, { statusCode = 0, headers }) => {
        resolve({ status: statusCode, retryAfter: headers['retry-after'] });
        socket.terminate();
      });
      socket.on('error', reject);
    });
  const metrics = async () => samples((await supertest(api.url).get('/metrics').expect(200)).text);
  /** Waits until something that the service does by itself has come about. */
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let look = 0; look < 500; look += 1) {
      if (await isSo()) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('it has not come about');
  };
  /** A client that has said who it is; rejects with the code by which it was closed. */
  const connect = (bearer: string): Promise<Client> =>
    new Promise((resolve, reject) => {
      const client = createClient({
        url: `${api.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${bearer}` },
        lazy: false,
        retryAttempts: 0,
        onNonLazyError: () => undefined,
        on: {
          connected: () => resolve(client),
          closed: (event) => reject(new Error(`closed with ${(event as { code: number }).code}`)),
        },
      });
      clients.push(client);
    });
  /** Begins a subscription. @returns its first answer, the codes of its errors, and its end */
  const begin = (client: Client, query = PRESENCE) => {
    let end: () => void = () => undefined;
    const first = new Promise<readonly string[]>((resolve) => {
      end = client.subscribe(
        { query, variables: { response } },
        {
          next: ({ errors = [] }) => resolve(errors.map(({ extensions }) => String(extensions?.['code']))),
          error: (errors) =>
            resolve((errors as { extensions?: { code?: string } }[]).map(({ extensions }) => extensions?.code ?? '')),
          complete: () => resolve(['COMPLETE']),
        },
      );
    });
    return { first, end };
  };

  it('are so many for an address, whatever it claims to be, and others have their own', async () => {
    const before = await metrics();
    for (let count = 0; count < OF_ADDRESS; count += 1) expect((await dial(ANNA)).status).toBe(101);

    for (const forwarded of [ANNA, `${BERND}, ${ANNA}`, `192.0.2.1, 192.0.2.2, ${ANNA}`])
      expect(await dial(forwarded)).toEqual({ status: 429, retryAfter: '10' });
    expect((await dial(BERND)).status).toBe(101);
    const during = await metrics();
    expect(during.value('reflexbogen_websocket_connections')).toBe(OF_ADDRESS + 1);
    expect(
      during.value('reflexbogen_websocket_refusals_total', { reason: 'address' }) -
        before.value('reflexbogen_websocket_refusals_total', { reason: 'address' }),
    ).toBe(3);

    const [first] = open.splice(0, 1);
    if (first !== undefined) await closed(first);
    await until(async () => (await dial(ANNA)).status === 101);
  });

  it('are so many for an account, and one that is closed makes room', async () => {
    const own = await respondent('Clara');
    for (let count = 0; count < OF_ACCOUNT; count += 1) await connect(own);

    await expect(connect(own)).rejects.toThrow('closed with 1013');
    await connect(await respondent('Dora'));
    await clients[0]?.dispose();
    await until(() =>
      connect(own).then(
        () => true,
        () => false,
      ),
    );
    await expect(connect(own)).rejects.toThrow('closed with 1013');
    expect((await metrics()).value('reflexbogen_websocket_refusals_total', { reason: 'account' })).toBeGreaterThan(1);
  });

  it('are not for nobody', async () => {
    await expect(connect('none')).rejects.toThrow('closed with 4403');
    expect((await metrics()).value('reflexbogen_websocket_refusals_total', { reason: 'credentials' })).toBe(1);
  });

  it('carry so many subscriptions; those that are refused or over take no place', async () => {
    const client = await connect(token);
    const wrong: readonly [query: string, code: string][] = [
      ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'subscription ($response: Int!) { presenceChanged(response: "1") { section } a: __typename }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['subscription ($none: ID!) { presenceChanged(response: $none) { section } }', 'BAD_USER_INPUT'],
      ['{ viewer { name } }', 'BAD_REQUEST'],
      ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    ];
    for (let count = 0; count <= ON_SOCKET; count += 1)
      for (const [query, code] of wrong) expect((await begin(client, query).first)[0]).toBe(code);
    const before = await metrics();
    const running = Array.from({ length: ON_SOCKET }, () => begin(client));
    expect(await Promise.all(running.map(({ first }) => first))).toEqual(running.map(() => []));

    expect(await begin(client).first).toEqual(['BAD_REQUEST']);
    const during = await metrics();
    const begun = { operation: 'subscription', root: 'presenceChanged', outcome: 'ok' };
    const refused = { operation: 'subscription', root: 'none', outcome: 'refused' };
    const more = (labels: Record<string, string>) =>
      during.value('reflexbogen_graphql_operations_total', labels) -
      before.value('reflexbogen_graphql_operations_total', labels);
    expect(during.value('reflexbogen_graphql_subscriptions')).toBe(ON_SOCKET);
    expect([more(begun), more(refused)]).toEqual([ON_SOCKET, 1]);

    running[0]?.end();
    await until(async () => (await metrics()).value('reflexbogen_graphql_subscriptions') === ON_SOCKET - 1);
    expect(await begin(client).first).toEqual([]);
  });

  it('have one budget with what the account asks by HTTP; what runs goes on', async () => {
    const own = await respondent('Emil');
    const client = await connect(own);
    const lasting = begin(client);
    expect(await lasting.first).toEqual([]);
    let codes: readonly string[] = [];
    for (let turn = 0; codes.length === 0 && turn < 1_000; turn += 1) {
      await api.query(DEAR, {}, own);
      const next = begin(client);
      codes = await next.first;
      next.end();
    }

    expect(codes).toEqual(['RATE_LIMITED']);
    await until(async () => (await metrics()).value('reflexbogen_graphql_subscriptions') === 1);
  }, 120_000);
});
