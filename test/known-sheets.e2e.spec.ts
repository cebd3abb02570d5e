import pg from 'pg';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

const WINDOW = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' };
const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { saved { question } errors { code } } }`;

/** What a replica remembers of a sheet that it has just saved stands for reading it again when it is handed in. */
describe('a sheet that was just saved here', () => {
  let api: TestApi;
  let replica: Awaited<ReturnType<TestApi['startReplica']>>;
  let study: OpenStudy;
  let owner: pg.Client;

  beforeAll(async () => {
    api = await startTestApi();
    replica = await api.startReplica();
    study = await openStudy(api);
    await study.openRound(2030, WINDOW);
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await replica.stop();
    await api.stop();
  });

  /** Saves the whole sheet of a municipality at the first replica. */
  async function saved(municipality: string): Promise<{ readonly response: string; readonly token: string }> {
    const token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality });
    const response = await study.responseId(2030, token);
    const answers = [
      { question: 'housing', value: { level: '1' } },
      { question: 'plan', value: { boolean: true } },
      { question: 'remark', value: { text: 'first' } },
    ];
    expect((await study.save(response, answers, token)).errors).toEqual([]);
    return { response, token };
  }

  async function textHandedIn(response: string, token: string): Promise<unknown> {
    expect((await study.submit(response, token)).errors).toEqual([]);
    const { rows } = await owner.query<{ texts: unknown }>(
      'SELECT texts FROM submission ORDER BY sequence DESC LIMIT 1',
    );
    return JSON.stringify(rows[0]?.texts);
  }

  it('is not read again', async () => {
    const { response, token } = await saved('a');
    // Past every act, so that nothing tells: only who has not looked again does not see it.
    await owner.query(`UPDATE answer SET value = 'past the service' WHERE value = 'first'`);
    expect(await textHandedIn(response, token)).toContain('first');
  });

  // Seen red without the comparison of what is known with what is locked.
  it('is read again where somebody has saved elsewhere since', async () => {
    const { response, token } = await saved('b');
    const input = {
      response,
      idempotencyKey: '6c1d7a58-95b1-4f0e-9f0c-3f3b7b1f0a11',
      answers: [{ question: 'remark', value: { text: 'second' }, basedOnRevision: 1 }],
    };
    const answer = await fetch(`${replica.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: SAVE, variables: { input } }),
    });
    expect(await answer.json()).toEqual({ data: { saveAnswers: { saved: [{ question: 'remark' }], errors: [] } } });
    expect(await textHandedIn(response, token)).toContain('second');
  });
});
