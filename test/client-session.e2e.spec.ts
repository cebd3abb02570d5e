import 'fake-indexeddb/auto';
import { createClient, ReflexbogenError, StudiesDocument } from '@reflexbogen/client';
import { createLive, type Live } from '@reflexbogen/client/live';
import * as rules from '@reflexbogen/client/rules';
import {
  indexedDbStore,
  memoryStore,
  openSheetSession,
  type SheetSession,
  type SheetSessionOptions,
  type SheetSnapshot,
} from '@reflexbogen/client/sheet';
import { WebSocket } from 'ws';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

/** The client library against the whole service: real HTTP, WebSocket and PostgreSQL. */
describe('a sheet session and the service', () => {
  let api: TestApi;
  let study: OpenStudy;
  let year = 2030;
  const cleanUp: (() => void)[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
  });
  beforeEach(async () => {
    year += 1;
    await study.openRound(year, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
  });
  afterEach(() => {
    for (const end of cleanUp.splice(0).reverse()) end();
  });
  afterAll(() => api.stop());

  const tokenOf = (name: string) => api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name });

  interface Tab {
    readonly session: SheetSession;
    readonly live: Live;
    readonly sockets: Set<WebSocket>;
    /** Everything that goes by HTTP, for breaking it. */
    readonly line: { before?: () => void; after?: () => void };
  }
  async function open(name: string, more: Partial<SheetSessionOptions> = {}): Promise<Tab> {
    const token = await tokenOf(name);
    const line: Tab['line'] = {};
    const sockets = new Set<WebSocket>();
    class Socket extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols);
        sockets.add(this);
      }
    }
    const url = `${api.url}/graphql`;
    const client = createClient({
      url,
      token,
      retries: 0,
      fetch: async (input, init) => {
        line.before?.();
        const answer = await fetch(input, init);
        line.after?.();
        return answer;
      },
    });
    const live = createLive({ url, token, webSocket: Socket, backoff: { first: 20, longest: 100 } });
    const session = openSheetSession({
      client,
      live,
      store: memoryStore(),
      owner: name,
      study: 'pilot',
      round: String(year),
      locale: 'de',
      pause: 0,
      backoff: { first: 20, longest: 100 },
      rules,
      ...more,
    });
    cleanUp.push(
      () => live.close(),
      () => session.close(),
    );
    await until(session, ({ status }) => status === 'READY');
    return { session, live, sockets, line };
  }

  const until = (session: SheetSession, isWanted: (snapshot: SheetSnapshot) => boolean): Promise<SheetSnapshot> =>
    new Promise((resolve) => {
      const look = (): void => {
        const snapshot = session.getSnapshot();
        if (!isWanted(snapshot)) return;
        stop();
        resolve(snapshot);
      };
      const stop = session.subscribe(look);
      queueMicrotask(look);
    });
  const revisionsOf = async (session: SheetSession, question: string) =>
    (
      await study.ask<{ answerRevisions: { to: string | null; revision: number }[] }>(
        'query ($response: ID!, $question: String!) { answerRevisions(response: $response, question: $question) { to revision } }',
        { response: session.getSnapshot().sheet?.response.id, question },
        await tokenOf('Anna'),
      )
    ).answerRevisions.map(({ to }) => to);

  it('loads the sheet, saves every type, and evaluates its rules by the code of the service', async () => {
    const { session } = await open('Anna');
    const { sheet, required, progress } = session.getSnapshot();
    expect(sheet?.sections.map(({ code, title }) => [code, title])).toEqual([
      ['city', 'Stadtplanung'],
      ['social', 'Soziales'],
    ]);
    expect([...required]).toEqual(['housing']);
    expect(progress).toEqual({ answered: 0, total: 3, required: 1, requiredAnswered: 0 });

    session.change('housing', { missing: 'dk' });
    session.change('plan', { boolean: true });
    session.change('remark', { text: 'Grüße' }, { comment: 'Anmerkung' });
    expect(session.getSnapshot().progress).toEqual({ answered: 3, total: 3, required: 1, requiredAnswered: 1 });
    expect(await session.flush()).toBe(0);

    const { session: again } = await open('Anna');
    const { answers } = again.getSnapshot();
    expect([...answers].map(([code, { value, comment, state }]) => [code, value, comment, state])).toEqual([
      ['housing', { missing: 'dk' }, null, 'SAVED'],
      ['plan', { boolean: true }, null, 'SAVED'],
      ['remark', { text: 'Grüße' }, 'Anmerkung', 'SAVED'],
    ]);
  });

  it("shows others' answers and where they are, and a conflict to the later one", async () => {
    const anna = await open('Anna');
    const bernd = await open('Bernd', { pause: 1_000_000 });
    bernd.session.change('housing', { level: '1' });
    anna.session.enter('city');
    anna.session.change('plan', { boolean: false });
    anna.session.change('housing', { level: '3' });
    await until(anna.session, ({ unsent }) => unsent === 0);
    const seen = await until(bernd.session, ({ answers, presence }) => answers.has('plan') && presence.length > 0);
    expect(seen.answers.get('plan')).toMatchObject({ value: { boolean: false }, state: 'SAVED', savedBy: 'Anna' });
    expect(seen.presence).toMatchObject([{ name: 'Anna', section: 'city' }]);

    await bernd.session.flush();
    expect(bernd.session.getSnapshot().answers.get('housing')).toMatchObject({
      value: { level: '1' },
      state: 'CONFLICT',
      conflict: { theirs: { level: '3' }, by: 'Anna', revision: 1 },
    });
    bernd.session.resolve('housing', 'MINE');
    expect(await bernd.session.flush()).toBe(0);
    expect(await revisionsOf(bernd.session, 'housing')).toEqual(['3', '1']);
  });

  it('goes on without a gap after the socket was cut, again and again', async () => {
    const anna = await open('Anna');
    const bernd = await open('Bernd');
    const heard: string[] = [];
    bernd.session.subscribe(() => {
      const level = bernd.session.getSnapshot().answers.get('housing')?.value?.level;
      if (level !== undefined && heard.at(-1) !== level) heard.push(level);
    });
    const levels = ['1', '2', '3', '1', '2', '3'];
    for (const [index, level] of levels.entries()) {
      await until(bernd.session, ({ live }) => live === 'OPEN');
      if (index % 2 === 1) for (const socket of bernd.sockets) socket.terminate();
      anna.session.change('housing', { level });
      expect(await anna.session.flush()).toBe(0);
    }
    await until(bernd.session, ({ answers }) => answers.get('housing')?.revision === levels.length);
    expect(heard).toEqual(levels);
  });

  it('keeps what is typed without a line in IndexedDB for the next tab, and sends it once', async () => {
    const store = indexedDbStore(`offline-${year}`);
    const first = await open('Anna', { store });
    const lost = (): void => {
      throw new TypeError('fetch failed');
    };
    first.line.before = lost;
    first.session.change('housing', { level: '2' });
    first.session.change('remark', { text: 'offline' });
    const offline = await until(first.session, ({ connection, unkept }) => connection === 'OFFLINE' && unkept === 0);
    expect(offline.unsent).toBe(2);
    first.session.close();

    const { session: second } = await open('Anna', { store });
    await until(second, ({ unsent }) => unsent === 0);
    expect(await revisionsOf(second, 'housing')).toEqual(['2']);
    expect(await revisionsOf(second, 'remark')).toEqual(['offline']);
  });

  it('has its effect once when the answers of the service are lost, by whichever tab it is repeated', async () => {
    const store = indexedDbStore(`lost-${year}`);
    const first = await open('Anna', { store });
    let count = 0;
    first.line.after = () => {
      count += 1;
      throw new TypeError('terminated');
    };
    first.session.change('housing', { level: '2' });
    await until(first.session, ({ connection }) => connection === 'OFFLINE');
    expect(count).toBeGreaterThan(0);
    expect(first.session.getSnapshot().answers.get('housing')?.state).toBe('SENDING');
    const { session: second } = await open('Anna', { store });
    await until(second, ({ unsent, answers }) => unsent === 0 && answers.get('housing')?.state === 'SAVED');
    expect(await revisionsOf(second, 'housing')).toEqual(['2']);
    await until(first.session, ({ unsent }) => unsent === 0);
  });

  it('keeps a value that the service refuses, with its words', async () => {
    const { session } = await open('Anna', { pause: 1_000_000 });
    session.change('housing', { level: '9' });
    session.change('plan', { boolean: true });
    expect(await session.flush()).toBe(1);
    const { answers } = session.getSnapshot();
    expect(answers.get('housing')).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'INVALID_VALUE', of: 'ANSWER' },
    });
    expect(answers.get('plan')).toMatchObject({ state: 'SAVED' });
    session.change('remark', { text: 'x'.repeat(10_001) });
    session.change('plan', { boolean: false });
    expect(await session.flush()).toBe(2);
    expect(session.getSnapshot().answers.get('remark')).toMatchObject({ state: 'REFUSED' });
    expect(session.getSnapshot().answers.get('plan')).toMatchObject({ state: 'SAVED', value: { boolean: false } });
  });

  it('asks for another token once when the sign-in has expired, for requests and for the socket', async () => {
    const good = await tokenOf('Anna');
    const asked: boolean[] = [];
    const token = ({ refresh }: { readonly refresh: boolean }) => {
      asked.push(refresh);
      return refresh ? good : `${good.slice(0, -4)}AAAA`;
    };
    const url = `${api.url}/graphql`;
    const client = createClient({ url, token });
    expect((await client.request(StudiesDocument, {})).studies).toMatchObject([{ slug: 'pilot' }]);
    expect(asked).toEqual([false, true]);

    asked.length = 0;
    const live = createLive({ url, token, webSocket: WebSocket, backoff: { first: 20, longest: 100 } });
    const { session } = await open('Anna', { live });
    await until(session, (snapshot) => snapshot.live === 'OPEN');
    expect(asked).toEqual([false, true]);
    live.close();

    const never = createClient({ url, token: () => 'no token' });
    const refused = await never.request(StudiesDocument, {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReflexbogenError);
    expect(refused).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('loses nothing when the sign-in ends, and goes on after the next one', async () => {
    const good = await tokenOf('Anna');
    let token = good;
    const client = createClient({ url: `${api.url}/graphql`, token: () => token });
    const { session } = await open('Anna', { client });
    token = 'expired';
    session.change('housing', { level: '2' });
    const signedOut = await until(session, (snapshot) => snapshot.signedOut);
    expect(signedOut.answers.get('housing')?.state).not.toBe('SAVED');
    token = good;
    await session.resume();
    expect(session.getSnapshot()).toMatchObject({ signedOut: false, unsent: 0, status: 'READY' });
    expect(await revisionsOf(session, 'housing')).toEqual(['2']);
  });
});
