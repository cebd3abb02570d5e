import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { ColumnStore } from '../../apps/api/src/comparison/column.store.js';
import { Role, startTestApi, type TestApi, type TestReplica } from '../harness/api.js';
import { openStudy } from '../harness/open-round.js';
import { ask, type Reply } from './harness/send.js';

const COMPARE = `{ comparison(study: "integration-2021", from: "2017", to: "2018", questions: ["change.acceptance"]) {
  deltas { tally { comparable } } } }`;
const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) {
  saved { question revision } errors { code } } }`;
const SECONDS = 1;
/** Longer than the spec takes: what ends before does so by its deadline. */
const LONG = { statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 };
const LATE: Pick<Reply, 'status' | 'codes' | 'limit'> = {
  status: 400,
  codes: ['LIMIT_DEADLINE'],
  limit: SECONDS * 1_000,
};

/**
 * What several requests wait for ends with the last of them (docs/limits.md). Broken on purpose: where shared work has no deadline,
 * as it was, statements stay on the server until the database's own timeouts; without `pass()` on `close` queries go on for nobody.
 */
describe('work that several requests wait for', () => {
  let api: TestApi;
  /** Has time for everything but what waits for a lock. */
  let hasty: TestReplica;
  let outside: Client;
  let analyst: string;
  let anna: string;
  let response: string;

  beforeAll(async () => {
    api = await startTestApi({ environment: { OPERATION_SECONDS: '600' }, pool: { timeouts: LONG } });
    await api.importPath(fileURLToPath(new URL('../../studies/integration-2021', import.meta.url)));
    const study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    analyst = await api.token(Role.ANALYST);
    anna = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Anna' });
    response = await study.responseId(2030, anna);
    await study.save(response, [{ question: 'remark', value: { text: 'before' }, basedOnRevision: null }], anna);
    hasty = await api.startReplica({ operationMs: SECONDS * 1_000 });
    outside = new Client({ connectionString: api.ownerUrl });
    await outside.connect();
  });
  afterEach(() => outside.query('ROLLBACK'));
  afterAll(async () => {
    await outside.end();
    await hasty.stop();
    await api.stop();
  });

  const waiting = async (): Promise<number> => {
    const { rows } = await outside.query<{ count: number }>(
      `SELECT count(DISTINCT pid)::integer AS count FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows[0]?.count ?? -1;
  };
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (let look = 0; look < 3_000; look += 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it has not come about');
  };
  /** Until it waits for the lock; on a machine that is busy it may be late before. */
  const begun = async (asked: Promise<Reply>): Promise<void> => {
    let isOver = false;
    void asked.finally(() => (isOver = true));
    await until(async () => isOver || (await waiting()) > 0);
  };
  const lock = (table: string) => outside.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  const outcome = ({ status, codes, limit }: Reply) => ({ status, codes, limit });
  const input = (text: string, basedOnRevision: number, idempotencyKey: string = randomUUID()) => ({
    response,
    idempotencyKey,
    answers: [{ question: 'remark', value: { text }, basedOnRevision }],
  });
  const save = (url: string, of: object) => ask(url, SAVE, { input: of }, anna);
  const remark = async (): Promise<string | undefined> =>
    (
      await api.dataSource.query<{ value: string }[]>(
        `SELECT a.value FROM answer a JOIN question q ON q.id = a.question_id WHERE q.code = 'remark'`,
      )
    )[0]?.value;

  it('is ended with the last one: columns of a round, which the next one loads afresh', async () => {
    const store = hasty.app.get(ColumnStore);
    store.reset();
    const { loads } = store.usage();
    await lock('submission');
    const first = ask(hasty.url, COMPARE, {}, analyst);
    await begun(first);
    for (const one of [first, ask(hasty.url, COMPARE, {}, analyst)]) expect(outcome(await one)).toEqual(LATE);
    await until(async () => (await waiting()) === 0);

    await outside.query('ROLLBACK');
    await until(async () => (await ask(hasty.url, COMPARE, {}, analyst)).codes.length === 0);
    expect(store.usage().rounds).toBe(2);
    expect(store.usage().loads).toBeGreaterThanOrEqual(loads + 2);
  });

  it('is ended with the last one: a transaction of saves, of which nothing is left, and repeated ones are done once', async () => {
    await lock('response');
    const keys = [randomUUID(), randomUUID(), randomUUID()];
    const first = save(hasty.url, input('late', 1, keys[0]));
    await begun(first);
    // These wait for the first one's transaction.
    const others = keys.slice(1).map((key) => save(hasty.url, input('later', 1, key)));

    for (const one of [first, ...others]) expect(outcome(await one)).toEqual(LATE);
    await until(async () => (await waiting()) === 0);
    // Whatever had not begun does not begin.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await waiting()).toBe(0);

    await outside.query('ROLLBACK');
    expect(await remark()).toBe('before');
    for (let repetition = 0; repetition < 2; repetition += 1)
      expect(JSON.parse((await save(api.url, input('late', 1, keys[0]))).text)).toMatchObject({
        data: { saveAnswers: { saved: [{ question: 'remark', revision: 2 }], errors: [] } },
      });
    expect(await remark()).toBe('late');
  });

  it('is not begun any more for a client that has gone, but what it wanted saved is saved', async () => {
    await lock('template');
    const leaving = new AbortController();
    const asked = fetch(`${api.url}/graphql`, {
      method: 'POST',
      signal: leaving.signal,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token(Role.ADMIN)}` },
      body: JSON.stringify({ query: '{ template(slug: "pilot-sheet") { slug } }' }),
    });
    asked.catch(() => undefined); // looked at below
    await until(async () => (await waiting()) === 1);
    leaving.abort();
    await expect(asked).rejects.toThrow('aborted');
    await until(async () => (await waiting()) === 0);
    await outside.query('ROLLBACK');

    await lock('response');
    const leavingToo = new AbortController();
    const saved = fetch(`${api.url}/graphql`, {
      method: 'POST',
      signal: leavingToo.signal,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${anna}` },
      body: JSON.stringify({ query: SAVE, variables: { input: input('gone', 2) } }),
    });
    saved.catch(() => undefined); // looked at below
    await until(async () => (await waiting()) === 1);
    leavingToo.abort();
    await expect(saved).rejects.toThrow('aborted');
    expect(await waiting()).toBe(1);
    await outside.query('ROLLBACK');
    await until(async () => (await remark()) === 'gone');
  });
});
