import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createClient, SaveAnswersDocument } from '@reflexbogen/client';
import pg from 'pg';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';

const READS = 8;
const WAITING_READS = 2;
const SAVES = 10;
const LOCK_MS = 300;
/** Saves whose bodies count so much that they are all that a process has in hand. */
const LARGE = 35;

const SAVE = 'mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { errors { code } } }';
const saveOf = (response: string) => ({
  response,
  idempotencyKey: randomUUID(),
  answers: [{ question: 'remark', value: { text: 'viel' }, basedOnRevision: 0 }],
});
const QUERIES = 'query ($response: ID!) { sheetQueries(response: $response) { number } }';

/**
 * A pool of two connections, one of which reads never take. Broken on purpose: with `reserve: 0` the saves below wait behind the
 * reads until they are refused, with `waitingReads` without end no read is; without `unavailable` in the error filter both
 * answers are INTERNAL_SERVER_ERROR with status 200.
 */
describe('a database with more to do than it can', () => {
  let api: TestApi;
  let study: OpenStudy;
  let owner: pg.Client;
  let token: string;
  let response: string;

  beforeAll(async () => {
    api = await startTestApi({
      pool: {
        poolSize: 2,
        bounds: { reserve: 1, waitingReads: WAITING_READS, waitingOthers: 100, acquireMs: 60_000 },
        timeouts: { statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 },
      },
    });
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a' });
    response = await study.responseId(2030, token);
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const post = (query: string, variables: object, padding = '') =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }) + padding,
    });

  /** The answer to a request whose body never comes. */
  const statusOfHead = async (): Promise<number | undefined> => {
    const headers = { 'content-type': 'application/json', 'content-length': '1000', authorization: `Bearer ${token}` };
    const head = request(`${api.url}/graphql`, { method: 'POST', headers });
    head.flushHeaders();
    const [answer] = (await once(head, 'response')) as [IncomingMessage];
    head.destroy();
    return answer.statusCode;
  };

  it('sheds reads with an honest 503, and goes on saving', async () => {
    await owner.query('BEGIN; LOCK TABLE sheet_query IN ACCESS EXCLUSIVE MODE');
    const shed: Response[] = [];
    const reads = Array.from({ length: READS }, async () => {
      const answer = await post(QUERIES, { response });
      if (answer.status === 503) shed.push(answer);
      return answer;
    });
    // One read stands in the database, two wait, the others are refused while those still wait.
    while (shed.length < READS - 1 - WAITING_READS) await Promise.race([...reads, tick()]).then(tick);
    let revision = 0;
    for (let index = 0; index < SAVES; index += 1) {
      const saved = await study.save(
        response,
        [{ question: 'remark', value: { text: `${index}` }, basedOnRevision: revision }],
        token,
      );
      expect(saved.errors).toEqual([]);
      revision = saved.saved[0]?.revision ?? 0;
    }
    expect(revision).toBe(SAVES);
    for (const answer of shed) {
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(((await answer.json()) as { errors: unknown[] }).errors).toEqual([
        expect.objectContaining({
          extensions: { code: 'SERVICE_UNAVAILABLE', reference: expect.any(String) as string },
        }),
      ]);
    }

    await owner.query('COMMIT');
    const statuses = (await Promise.all(reads)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 503, 503, 503, 503, 503]);
    expect((await post(QUERIES, { response })).status).toBe(200);
  }, 60_000);

  // Seen red without the look at `isFull` before the body: the head alone waits for its body.
  it('refuses before it reads on where too much is in hand, and takes everything again afterwards', async () => {
    await owner.query('BEGIN; LOCK TABLE response IN EXCLUSIVE MODE');
    const large = Array.from({ length: LARGE }, () => post(SAVE, { input: saveOf(response) }, ' '.repeat(95_000)));
    const probe = () => post('query { viewer { name } }', {});
    let answer = await probe();
    for (; answer.status === 200; answer = await probe()) await tick();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    expect(await statusOfHead()).toBe(503);

    await owner.query('COMMIT');
    const statuses = (await Promise.all(large)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await probe()).status).toBe(200);
  }, 60_000);

  it('says 503 where a lock is not to be had, and the client does it once with the same key', async () => {
    const impatient = await startTestApi({
      pool: { timeouts: { statementMs: 60_000, lockMs: LOCK_MS, idleMs: 60_000 } },
    });
    const locker = new pg.Client({ connectionString: impatient.ownerUrl });
    try {
      const other = await openStudy(impatient);
      await other.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
      const editor = await impatient.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a' });
      const sheet = await other.responseId(2030, editor);
      await locker.connect();
      await locker.query('BEGIN; LOCK TABLE response IN EXCLUSIVE MODE');
      const statuses: number[] = [];
      const client = createClient({
        url: `${impatient.url}/graphql`,
        token: editor,
        fetch: async (...request) => {
          const answer = await fetch(...request);
          statuses.push(answer.status);
          if (statuses.length === 2) await locker.query('ROLLBACK');
          return answer;
        },
      });

      const { saveAnswers } = await client.request(SaveAnswersDocument, {
        input: {
          response: sheet,
          idempotencyKey: randomUUID(),
          answers: [{ question: 'remark', value: { text: 'einmal' }, basedOnRevision: 0 }],
        },
      });

      expect(statuses).toEqual([503, 503, 200]);
      expect([saveAnswers.errors, saveAnswers.saved]).toEqual([[], [{ question: 'remark', revision: 1 }]]);
      const { rows } = await locker.query(
        `SELECT count(*)::integer AS saves FROM sheet_event WHERE act = 'SAVE_ANSWER'`,
      );
      expect(rows).toEqual([{ saves: 1 }]);
    } finally {
      await locker.end();
      await impatient.stop();
    }
  }, 60_000);
});

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
