import 'fake-indexeddb/auto';
import { indexedDbStore } from '../queue/indexed-db-store.js';
import { memoryStore } from '../queue/memory-store.js';
import { typing } from '../queue/kept-changes.js';
import { NOTHING_KEPT, type AnswerStore } from '../queue/answer-store.js';
import { FakeService } from './fake-service.builder.js';
import { openSheetSession } from './open-sheet-session.js';
import { indexedDbShelf, type SheetShelf, type ShelfPlace, type ShelvedSheet } from './sheet-shelf.js';
import type { SheetSession } from './sheet-session.js';
import type { SheetSnapshot } from './sheet-snapshot.js';

let count = 0;
const freshName = (): string => `shelf-${(count += 1)}`;
const place = (fields: Partial<ShelfPlace> = {}): ShelfPlace => ({
  owner: 'anna',
  study: 'pilot',
  round: '2030',
  municipality: null,
  locale: 'de',
  ...fields,
});
const DAY_MS = 24 * 60 * 60 * 1000;
const shelved = (age = 0): ShelvedSheet => ({
  sheet: { response: { id: 'r' } } as unknown as ShelvedSheet['sheet'],
  queries: [],
  standing: new Map(),
  keptAt: new Date(Date.now() - age).toISOString(),
});

describe('a shelf', () => {
  it('gives back the sheet of that person, place and language, and no other', async () => {
    const shelf = indexedDbShelf(freshName());
    const sheet = shelved();
    await shelf.keep(place(), sheet);
    expect(await shelf.take(place())).toEqual(sheet);
    for (const other of [{ owner: 'bernd' }, { round: '2031' }, { municipality: 'a' }, { locale: 'en' }])
      expect(await shelf.take(place(other))).toBeNull();
  });

  it('holds the sheets of one person at a time', async () => {
    const shelf = indexedDbShelf(freshName());
    await shelf.keep(place(), shelved());
    await shelf.keep(place({ round: '2031', municipality: 'a' }), shelved());
    expect(await shelf.list('anna')).toEqual([place(), place({ round: '2031', municipality: 'a' })]);
    expect(await shelf.list('bernd')).toEqual([]);
    await shelf.keep(place({ owner: 'bernd' }), shelved());
    expect(await shelf.list('anna')).toEqual([]);
    expect(await shelf.take(place())).toBeNull();
  });

  it.each([
    ['a day before it is too old', 13 * DAY_MS, true],
    ['as it becomes too old', 14 * DAY_MS, false],
  ])('%s: still there %s', async (_, age, isThere) => {
    const shelf = indexedDbShelf(freshName());
    await shelf.keep(place(), shelved(age));
    expect(await shelf.list('anna')).toHaveLength(isThere ? 1 : 0);
    expect((await shelf.take(place())) !== null).toBe(isThere);
  });

  it('drops one sheet in each language, and everything on clearing', async () => {
    const shelf = indexedDbShelf(freshName());
    for (const fields of [{}, { locale: 'en' }, { round: '2031' }]) await shelf.keep(place(fields), shelved());
    await shelf.drop(place());
    expect(await shelf.list('anna')).toEqual([place({ round: '2031' })]);
    await shelf.clear();
    expect(await shelf.list('anna')).toEqual([]);
  });
});

describe('a session with a shelf', () => {
  const sessions: SheetSession[] = [];
  afterEach(() => {
    for (const session of sessions.splice(0)) session.close();
  });
  const openOn = (service: FakeService, store: AnswerStore, shelf: SheetShelf): SheetSession => {
    const session = openSheetSession({
      client: service.client,
      live: null,
      store,
      shelf,
      owner: 'anna',
      study: 'pilot',
      round: '2030',
      locale: 'de',
      pause: 0,
      backoff: { first: 1, longest: 5 },
    });
    sessions.push(session);
    return session;
  };
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
  const opened = async (service: FakeService, store: AnswerStore, shelf: SheetShelf): Promise<void> => {
    const session = openOn(service, store, shelf);
    await until(session, ({ status }) => status === 'READY');
    session.change('a', { text: 'saved' });
    await until(session, ({ unsent, answers }) => unsent === 0 && answers.get('a')?.state === 'SAVED');
    session.close();
  };

  it('opens without a line with what was saved last, takes answers, and sends them once there is one', async () => {
    const service = new FakeService();
    const [store, shelf] = [memoryStore(), indexedDbShelf(freshName())];
    service.saveAs('Bernd', 'b', 'theirs');
    await opened(service, store, shelf);

    service.isReachable = false;
    const session = openOn(service, store, shelf);
    const offline = await until(session, ({ status }) => status === 'READY');
    expect(offline.connection).toBe('OFFLINE');
    expect(offline.answers.get('a')).toMatchObject({ value: { text: 'saved' }, state: 'SAVED', revision: 1 });
    expect(offline.answers.get('b')).toMatchObject({ value: { text: 'theirs' }, savedBy: 'Bernd' });
    session.change('a', { text: 'offline' });
    expect(session.getSnapshot().unsent).toBe(1);
    service.isReachable = true;
    const online = await until(session, ({ unsent, connection }) => unsent === 0 && connection === 'ONLINE');
    expect(online.answers.get('a')).toMatchObject({ value: { text: 'offline' }, state: 'SAVED' });
    expect(service.latest('a')).toMatchObject({ value: { text: 'offline' }, revision: 2 });
  });

  it('asks who is right where somebody else has saved meanwhile', async () => {
    const service = new FakeService();
    const [store, shelf] = [memoryStore(), indexedDbShelf(freshName())];
    await opened(service, store, shelf);
    service.isReachable = false;
    const session = openOn(service, store, shelf);
    await until(session, ({ status }) => status === 'READY');
    session.change('a', { text: 'mine' });
    service.saveAs('Bernd', 'a', 'theirs');
    service.isReachable = true;
    const { answers } = await until(session, (snapshot) => snapshot.answers.get('a')?.state === 'CONFLICT');
    expect(answers.get('a')).toMatchObject({ value: { text: 'mine' }, conflict: { theirs: { text: 'theirs' } } });
    expect(service.latest('a')?.value).toEqual({ text: 'theirs' });
  });

  it('opens with a line only where the browser keeps nothing', async () => {
    const service = new FakeService();
    const full = (): Promise<never> => Promise.reject(new Error('full'));
    const shelf: SheetShelf = { keep: full, take: full, list: full, drop: full, clear: full };
    service.isReachable = false;
    const session = openOn(service, memoryStore(), shelf);
    await until(session, ({ error }) => error !== null);
    expect(session.getSnapshot()).toMatchObject({ status: 'LOADING', sheet: null, connection: 'OFFLINE' });
    service.isReachable = true;
    expect((await until(session, ({ status }) => status === 'READY')).error).toBeNull();
  });
});

describe.each([
  ['in memory', () => memoryStore()],
  ['in IndexedDB', () => indexedDbStore(freshName())],
])('what a store keeps %s', (_, storeOf) => {
  const anna = { owner: 'anna', response: 'r1' };
  // A name that begins with hers, and one with every sign that stands in a key.
  const others = [
    { owner: 'anna2', response: 'r1' },
    { owner: '["anna","r1"]', response: 'r1' },
  ];
  const typed = typing({ question: 'a', value: { text: 'x' }, seenRevision: 0, typedAt: '2030-01-01T00:00:00Z' });
  const acknowledged = { value: { text: 'y' }, provenance: 'TYPED', revision: 1, at: null, by: null } as const;
  const filled = async (): Promise<AnswerStore> => {
    const store = storeOf();
    for (const of of [anna, ...others])
      await store.update(of, (kept) => ({ ...typed(kept), acknowledged: new Map([['b', acknowledged]]) }));
    return store;
  };

  it('is counted and forgotten by person: what was sent, or all of it', async () => {
    const store = await filled();
    expect(await store.waiting('anna')).toBe(1);
    await store.forget('anna', 'SENT');
    expect((await store.read(anna)).acknowledged.size).toBe(0);
    expect(await store.waiting('anna')).toBe(1);
    await store.forget('anna', 'ALL');
    expect(await store.read(anna)).toEqual(NOTHING_KEPT);
    expect(await store.waiting('anna')).toBe(0);
    for (const of of others) {
      expect(await store.waiting(of.owner)).toBe(1);
      expect((await store.read(of)).acknowledged.size).toBe(1);
    }
  });
});
