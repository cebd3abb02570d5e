import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { createLive } from '@reflexbogen/client/live';
import { SheetChangedDocument } from '@reflexbogen/client';
import { createClient } from 'graphql-ws';
import { Client } from 'pg';
import supertest from 'supertest';
import WebSocket from 'ws';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { samples } from '../harness/metrics.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { startOtlpReceiver, type OtlpReceiver } from '../harness/otlp-receiver.js';

const SHEET_CHANGED = readFileSync(new URL('../../libs/client/operations/live.graphql', import.meta.url), 'utf8');
/** Longer than the spec takes: what ends before does so with its subscription. */
const LONG = { statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 };
const EVENTS = 'reflexbogen_graphql_subscription_events_total';

/**
 * Subscriptions as operations: how long, how many, what is seen of them. Broken on purpose: without the timer in `onConnect` no
 * socket is opened again; with a fixed cursor in place of the last one changes come twice; without `takes(this.replica, …)` all are
 * let in; without `deadline.pass()` in `end` a statement goes on for nobody; without `within` in `ended` it hangs on no trace.
 */
describe('subscriptions', () => {
  let receiver: OtlpReceiver;
  let api: TestApi;
  let study: OpenStudy;
  let response: string;
  let anna: string;
  let revision = 0;

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    api = await startTestApi({
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' },
      pool: { timeouts: LONG },
    });
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    anna = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Anna' });
    response = await study.responseId(2030, anna);
  });
  afterAll(async () => {
    await api.stop();
    await receiver.stop();
  });

  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (let look = 0; look < 3_000; look += 1) {
      if (await isSo()) return;
      await sleep(10);
    }
    throw new Error('it has not come about');
  };
  const save = async (): Promise<void> => {
    const answer = { question: 'remark', value: { text: `Nr. ${revision}` }, basedOnRevision: revision || null };
    const { saved, errors } = await study.save(response, [answer], anna);
    expect(errors).toEqual([]);
    revision = saved[0]?.revision ?? -1;
  };
  const client = (url: string) =>
    createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${anna}` },
      retryAttempts: 0,
    });

  it('go on where they were when their socket is closed for its age: no change is missed, and none comes twice', async () => {
    const sockets = { account: 100, address: 100, replica: 100, lifetimeMs: 300 };
    const replica = await api.startReplica({ sockets });
    const live = createLive({
      url: `${replica.url}/graphql`,
      token: anna,
      webSocket: WebSocket,
      backoff: { first: 10, longest: 20 },
    });
    try {
      const seen: number[] = [];
      let cursor: string | null = null;
      let opened = 0;
      live.subscribe(SheetChangedDocument, () => ({ response, since: cursor ?? '0' }), {
        onData: ({ sheetChanged }) => {
          seen.push(sheetChanged.revision);
          cursor = sheetChanged.cursor;
        },
        onState: (state) => (opened += state === 'OPEN' ? 1 : 0),
      });
      // Whatever is saved while no socket is open as well.
      while (opened < 5) {
        await save();
        await sleep(20);
      }
      await until(() => seen.at(-1) === revision);

      expect(seen).toEqual(Array.from({ length: revision }, (_, index) => index + 1));
    } finally {
      live.close();
      await replica.stop();
    }
  });

  it('are refused with 503 beyond the sockets of a replica, and let in when one is closed', async () => {
    const replica = await api.startReplica({ sockets: { account: 100, address: 100, replica: 2, lifetimeMs: 60_000 } });
    const sockets: WebSocket[] = [];
    const dial = (): Promise<{ readonly status: number; readonly retryAfter: string | undefined }> =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${replica.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
        socket.on('open', () => {
          sockets.push(socket);
          resolve({ status: 101, retryAfter: undefined });
        });
        socket.on('unexpected-response', (_request, { statusCode = 0, headers }) => {
          resolve({ status: statusCode, retryAfter: headers['retry-after'] });
          socket.terminate();
        });
        socket.on('error', reject);
      });
    try {
      expect([(await dial()).status, (await dial()).status]).toEqual([101, 101]);
      expect(await dial()).toEqual({ status: 503, retryAfter: '10' });
      const counted = samples((await supertest(replica.url).get('/metrics').expect(200)).text);
      expect(counted.value('reflexbogen_websocket_refusals_total', { reason: 'replica' })).toBe(1);

      sockets.shift()?.close();
      await until(async () => (await dial()).status === 101);
    } finally {
      for (const socket of sockets) socket.terminate();
      await replica.stop();
    }
  });

  it('leave no statement behind, and nothing of it reaches what else runs on the socket', async () => {
    const [outside, connected] = [new Client({ connectionString: api.ownerUrl }), client(api.url)];
    await outside.connect();
    try {
      const waiting = async (): Promise<number> =>
        (
          await outside.query<{ count: number }>(
            `SELECT count(DISTINCT pid)::integer AS count FROM pg_locks
             WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
          )
        ).rows[0]?.count ?? -1;
      const presences = connected.iterate({
        query: 'subscription ($response: ID!) { presenceChanged(response: $response) { section } }',
        variables: { response },
      });
      expect((await presences.next()).value).toMatchObject({ data: { presenceChanged: [] } });
      await outside.query('BEGIN; LOCK TABLE sheet_event IN ACCESS EXCLUSIVE MODE');
      const stop = connected.subscribe(
        { query: SHEET_CHANGED, variables: { response, since: '0' } },
        { next: () => undefined, error: () => undefined, complete: () => undefined },
      );
      await until(async () => (await waiting()) > 0);

      stop();

      await until(async () => (await waiting()) === 0);
      await outside.query('ROLLBACK');
      const next = presences.next();
      await study.ask(
        'mutation ($response: ID!) { announcePresence(response: $response, section: "city") { section } }',
        { response },
        anna,
      );
      expect((await next).value).toMatchObject({ data: { presenceChanged: [{ section: 'city' }] } });
    } finally {
      await connected.dispose();
      await outside.end();
    }
  });

  it('are a span each with the statements of their events, and their events are counted', async () => {
    const metrics = async () => samples((await supertest(api.url).get('/metrics').expect(200)).text);
    const before = (await metrics()).value(EVENTS, { root: 'sheetChanged' });
    const connected = client(api.url);
    const changes = connected.iterate({ query: SHEET_CHANGED, variables: { response, since: String(0) } });
    await save();
    for (let change = 0; change < revision; change += 1) await changes.next();
    await changes.return?.();
    await connected.dispose();

    const named = () => receiver.spans().filter(({ name }) => name === 'subscription sheetChanged');
    await until(() => named().length > 0);
    const spans = named().map(({ spanId }) => spanId);
    await until(() =>
      receiver.spans().some(({ parentSpanId, name }) => spans.includes(parentSpanId ?? '') && /sheet_event/.test(name)),
    );
    expect((await metrics()).value(EVENTS, { root: 'sheetChanged' }) - before).toBe(revision);
    expect(receiver.text()).not.toContain(response);
  });
});
