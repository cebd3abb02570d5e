import { createClient, type Client } from 'graphql-ws';
import { readFileSync } from 'node:fs';
import WebSocket from 'ws';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

const SHEET_CHANGED = readFileSync(new URL('../libs/client/operations/live.graphql', import.meta.url), 'utf8');
const PRESENCE = 'subscription ($response: ID!) { presenceChanged(response: $response) { person { name } section } }';

interface Change {
  cursor: string;
  question: string;
  value: { canonical: string } | null;
  revision: number;
  savedBy: { name: string };
}

describe('live answers', () => {
  let api: TestApi;
  let other: Awaited<ReturnType<TestApi['startReplica']>>;
  let study: OpenStudy;
  let response: string;
  let anna: string;
  let bernd: string;
  const clients: (Client & { socket: () => WebSocket | undefined })[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    other = await api.startReplica();
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    const of = (name: string) => api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name });
    [anna, bernd] = [await of('Anna'), await of('Bernd')];
    response = await study.responseId(2030, anna);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(async () => {
    await other.stop();
    await api.stop();
  });

  const connect = (url: string, token: string | null, closed: (code: number) => void = () => undefined) => {
    let socket: WebSocket | undefined;
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
      lazy: true,
      retryAttempts: 0,
      on: {
        connected: (opened) => (socket = opened as WebSocket),
        closed: (event) => closed((event as { code: number }).code),
      },
    });
    const connected = Object.assign(client, { socket: () => socket });
    clients.push(connected);
    return connected;
  };
  const changes = (client: Client, since?: string, id = response) =>
    client.iterate<{ sheetChanged: Change }>({
      query: SHEET_CHANGED,
      variables: { response: id, since: since ?? null },
    });
  const take = async (
    stream: AsyncIterableIterator<{ data?: { sheetChanged: Change } | null | undefined }>,
    count: number,
  ) => {
    const taken: Change[] = [];
    while (taken.length < count) {
      const { value, done } = (await stream.next()) as IteratorResult<{
        data?: { sheetChanged: Change } | null | undefined;
      }>;
      if (done === true || !value.data) throw new Error(`the stream ended after ${taken.length}`);
      taken.push(value.data.sheetChanged);
    }
    return taken;
  };
  const revisions = new Map<string, number>();
  const save = async (level: string, token = anna) => {
    const revision = revisions.get('housing') ?? 0;
    const { saved, errors } = await study.save(
      response,
      [{ question: 'housing', value: { level }, basedOnRevision: revision }],
      token,
    );
    expect(errors).toEqual([]);
    revisions.set('housing', saved[0]?.revision ?? revision);
  };

  it.each(['the same replica', 'another replica'])('come through %s, each once and in order', async (where) => {
    const { cursor } = await standing();
    const stream = changes(connect(where === 'the same replica' ? api.url : other.url, bernd), cursor);
    for (const level of ['1', '2', '3', '1']) await save(level);
    const taken = await take(stream, 4);
    expect(taken.map(({ value }) => value?.canonical)).toEqual(['1', '2', '3', '1']);
    expect(taken.map(({ cursor: at }) => Number(at) - Number(cursor))).toEqual([1, 2, 3, 4]);
    expect(taken[0]).toMatchObject({ question: 'housing', savedBy: { name: 'Anna' } });
  });

  const standing = async () =>
    (
      await study.ask<{ mySheet: { response: { cursor: string } } }>(
        'query { mySheet(study: "pilot", round: "2030") { response { cursor } } }',
        {},
        anna,
      )
    ).mySheet.response;

  it('go on without a gap at another replica after the line was cut', async () => {
    const { cursor } = await standing();
    const before = connect(api.url, bernd);
    const stream = changes(before, cursor);
    await save('2');
    const [first] = await take(stream, 1);
    before.socket()?.terminate();
    await expect(stream.next()).rejects.toBeDefined();
    for (const level of ['3', '1', '2']) await save(level);
    const rest = await take(changes(connect(other.url, bernd), first?.cursor), 3);
    expect(rest.map(({ value }) => value?.canonical)).toEqual(['3', '1', '2']);
  });

  it('without `since` begin now', async () => {
    const stream = changes(connect(api.url, bernd));
    const next = take(stream, 1);
    // Until the subscription stands, nobody knows of it.
    const timer = setInterval(() => void save('1').catch(() => undefined), 200);
    const [change] = await next;
    clearInterval(timer);
    expect(change?.value?.canonical).toBe('1');
  });

  it('show who is in which section', async () => {
    const stream = connect(other.url, bernd).iterate<{
      presenceChanged: { person: { name: string }; section: string }[];
    }>({
      query: PRESENCE,
      variables: { response },
    });
    const next = async () => {
      const { value } = (await stream.next()) as IteratorYieldResult<{ data: { presenceChanged: unknown } }>;
      return value.data.presenceChanged;
    };
    expect(await next()).toEqual([]);
    const announce = (section: string) =>
      study.ask(
        'mutation ($response: ID!, $section: String!) { announcePresence(response: $response, section: $section) { section } }',
        { response, section },
        anna,
      );
    await announce('city');
    expect(await next()).toEqual([{ person: { name: 'Anna' }, section: 'city' }]);
    await announce('social');
    expect(await next()).toEqual([{ person: { name: 'Anna' }, section: 'social' }]);
    await expect(announce('nowhere')).rejects.toThrow('the sheet has no section nowhere');
  });

  describe('access', () => {
    it.each<[string, () => Promise<string | null>]>([
      ['no token', () => Promise.resolve(null)],
      ['a forged token', () => Promise.resolve(`${anna.slice(0, -4)}AAAA`)],
    ])('closes a socket with %s', async (_, token) => {
      const closed = await new Promise<number>((resolve) => {
        void token().then((text) => {
          const stream = changes(connect(api.url, text, resolve));
          stream.next().catch(() => undefined);
        });
      });
      expect(closed).toBe(4403);
    });

    const refusal = async (query: string, token: string, id = response) => {
      const stream = connect(api.url, token).iterate({ query, variables: { response: id, since: null } });
      try {
        const { value } = (await stream.next()) as IteratorYieldResult<{ errors?: readonly { message: string }[] }>;
        return value.errors?.[0]?.message;
      } catch (error) {
        return Array.isArray(error) ? (error[0] as { message: string }).message : String(error);
      }
    };

    it('does not show the sheet of another municipality, or one that never was', async () => {
      const stranger = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'b' });
      const never = Buffer.alloc(32, 7).toString('base64url');
      for (const id of [response, never])
        expect(await refusal(SHEET_CHANGED, stranger, id)).toBe(
          'This response does not exist, or your token does not cover it.',
        );
    });

    it('refuses an analyst', async () => {
      const analyst = await api.token(Role.ANALYST, { study: 'pilot' });
      expect(await refusal(SHEET_CHANGED, analyst)).toMatch(/needs one of the roles ADMIN, REVIEWER, RESPONDENT/);
    });

    it('sends a subscription that came as a single request to the socket', async () => {
      const answer = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${anna}` },
        body: JSON.stringify({ query: PRESENCE, variables: { response } }),
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        errors: [{ message: expect.stringContaining('WebSocket') as string, extensions: { code: 'BAD_USER_INPUT' } }],
      });
    });

    it('takes no queries and mutations', async () => {
      expect(await refusal('query { viewer { name } }', anna)).toBe('Queries and mutations go by HTTP: POST /graphql.');
    });

    it('takes at most twenty subscriptions on one socket', async () => {
      const client = connect(api.url, bernd);
      const streams = Array.from({ length: 21 }, () => changes(client));
      const refused = await Promise.race(
        streams.map((stream) =>
          stream.next().then(
            () => null,
            (error: unknown) => error,
          ),
        ),
      );
      expect(JSON.stringify(refused)).toContain('At most 20 subscriptions');
    });

    it('is closed when the person is disabled, on every replica', async () => {
      const token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Clara' });
      const closes = [api.url, other.url].map(
        (url) =>
          new Promise<number>((resolve) => {
            const stream = changes(connect(url, token, resolve), '0');
            void take(stream, 1).then(
              () => stream.next().catch(() => undefined),
              () => undefined,
            );
          }),
      );
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await api.dataSource.query(`UPDATE person SET disabled_at = now() WHERE name = 'Clara'`);
      await api.dataSource.query(`SELECT pg_notify('reflexbogen_person', id::text) FROM person WHERE name = 'Clara'`);
      expect(await Promise.all(closes)).toEqual([4403, 4403]);
    });
  });
});
