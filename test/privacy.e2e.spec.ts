import { createDataSource } from '@reflexbogen/persistence';
import type { DataSource } from 'typeorm';
import { PrivacyService } from '../apps/api/src/privacy/privacy.service.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

const NAME = 'Kanarienvogel, Karla';
const EMAIL = 'karla.kanarienvogel@stadt-a.example';
const TRACES = ['Kanarienvogel', 'karla.kanarienvogel'];

describe('data protection', () => {
  let api: TestApi;
  let owner: DataSource;
  let study: OpenStudy;
  let admin: string;
  let person: string;
  let response: string;
  let token: string;
  let now = new Date();

  beforeAll(async () => {
    api = await startTestApi({ clock: { now: () => now } });
    owner = await createDataSource({ url: api.ownerUrl }).initialize();
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    admin = await api.token(Role.ADMIN, { name: 'Ada Admin' });
    // The development issuer signs her in; the administrator has her address and role on file, under the same person.
    token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: NAME });
    response = await study.responseId(2030, token);
    await study.save(response, [{ question: 'housing', value: { level: '2' }, comment: 'aus dem Amt' }], token);
    const [row] = await owner.query<{ id: string }[]>('SELECT id FROM person WHERE name = $1', [NAME]);
    person = row?.id ?? '';
    const role = { role: 'RESPONDENT', study: 'pilot', municipality: 'a', signatory: true, department: null };
    await study.act('savePerson', 'errors { code }', { id: person, name: NAME, email: EMAIL, roles: [role] }, admin);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: NAME });
    await study.submit(response, token);
    await study.act(
      'returnResponse',
      'errors { code }',
      { response, reason: 'prüfen', queries: [{ question: 'housing', text: 'wirklich?' }] },
      admin,
    );
    await study.act('answerQuery', 'errors { code }', { response, query: 1, text: 'ja' }, token);
    await study.ask(
      'mutation ($response: ID!) { announcePresence(response: $response, section: "city") { section } }',
      { response },
      token,
    );
    await study
      .act('createApiToken', 'errors { code }', { name: `Token von ${NAME}`, access: 'READ', expiresInDays: 30 }, token)
      .catch(() => undefined);
  });
  afterAll(async () => {
    await owner.destroy();
    await api.stop();
  });

  /** Everything in the database as text, table by table. */
  const dump = async (): Promise<ReadonlyMap<string, string>> => {
    const tables = await owner.query<{ schema: string; name: string }[]>(
      `SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const texts = new Map<string, string>();
    for (const { schema, name } of tables) {
      const [row] = await owner.query<{ text: string | null }[]>(
        `SELECT jsonb_agg(to_jsonb(x))::text AS text FROM "${schema}"."${name}" x`,
      );
      texts.set(`${schema}.${name}`, row?.text ?? '');
    }
    return texts;
  };
  const found = async (): Promise<readonly string[]> =>
    [...(await dump())].filter(([, text]) => TRACES.some((trace) => text.includes(trace))).map(([table]) => table);
  const dataOf = async (by: string, id?: string) => {
    const { personalData } = await study.ask<{ personalData: { base64: string } | null }>(
      'query ($person: ID) { personalData(person: $person) { base64 } }',
      { person: id ?? null },
      by,
    );
    return personalData === null
      ? null
      : (JSON.parse(Buffer.from(personalData.base64, 'base64').toString()) as Record<string, object[]>);
  };

  it('names and addresses stand in the tables that erasure knows, and nowhere else', async () => {
    expect([...(await found())].sort()).toEqual(expect.arrayContaining(['public.person']));
    expect((await found()).filter((table) => !['public.person', 'public.api_token'].includes(table))).toEqual([]);
  });

  it('a person gets everything that is kept about her, an administrator too, nobody else', async () => {
    const own = await dataOf(token);
    expect(own?.['person']).toMatchObject({ name: NAME, email: EMAIL });
    expect(own?.['roles']).toMatchObject([{ role: 'RESPONDENT', municipality: 'a' }]);
    expect(own?.['sheetActs']?.map((act) => (act as { act: string }).act)).toEqual([
      'SAVE_ANSWER',
      'SUBMIT',
      'ANSWER_QUERY',
    ]);
    expect(own?.['submissions']).toMatchObject([{ municipality: 'a', round: '2030', number: 1 }]);
    expect(own?.['queryMessages']).toMatchObject([{ text: 'ja' }]);
    expect(await dataOf(admin, person)).toEqual(own);
    const stranger = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'b', name: 'Fremd' });
    expect(await dataOf(stranger, person)).toBeNull();
    const reviewer = await api.token(Role.REVIEWER, { study: 'pilot' });
    expect(await dataOf(reviewer, person)).toBeNull();
  });

  it('is erased for good; what she did for the municipality stays, and the record is intact', async () => {
    const erase = () =>
      study.act<{ erased: boolean; errors: { code: string }[] }>(
        'erasePerson',
        'erased errors { code }',
        { person, reason: 'Antrag vom 3. Mai' },
        admin,
      );
    expect(await erase()).toEqual({ erased: true, errors: [] });
    expect(await erase()).toEqual({ erased: false, errors: [{ code: 'UNKNOWN_PERSON' }] });
    expect(await found()).toEqual([]);

    const { sheet } = await study.ask<{
      sheet: {
        sections: { questions: { answer: { value: { canonical: string }; savedBy: { name: string } } | null }[] }[];
      };
    }>(
      'query { sheet(study: "pilot", round: "2030", municipality: "a") { sections { questions { answer { value { canonical } savedBy { name } } } } } }',
      {},
      admin,
    );
    expect(sheet.sections[0]?.questions[0]?.answer).toEqual({ value: { canonical: '2' }, savedBy: { name: '–' } });
    const { verifyAudit } = await study.ask<{ verifyAudit: { faults: object[] } }>(
      'query { verifyAudit(study: "pilot") { faults { message } } }',
      {},
      admin,
    );
    expect(verifyAudit.faults).toEqual([]);
    const [event] = await owner.query<{ reason: string; object: string }[]>(
      `SELECT reason, object FROM study_event WHERE act = 'ERASE_PERSON'`,
    );
    expect(event).toEqual({ reason: 'Antrag vom 3. Mai', object: person });
  });

  it('an old token proves nothing after erasure', async () => {
    await expect(study.ask('query { studies { slug } }', {}, token)).rejects.toThrow(/bearer token/);
  });

  it('forgets in time: persons without a role who have not acted for two years, keys, links', async () => {
    const before = await owner.query<{ id: string }[]>(
      `SELECT id FROM person WHERE erased_at IS NULL AND name = 'Ada Admin'`,
    );
    expect(before).toHaveLength(1);
    await api.app.get(PrivacyService).retain();
    expect(await owner.query('SELECT 1 FROM person WHERE name = $1', ['Ada Admin'])).toHaveLength(1);
    now = new Date(Date.now() + 731 * 86_400_000);
    await api.app.get(PrivacyService).retain();
    expect(await owner.query('SELECT 1 FROM person WHERE name = $1', ['Ada Admin'])).toHaveLength(0);
    expect(await owner.query('SELECT 1 FROM idempotency_key')).toHaveLength(0);
    expect(await owner.query('SELECT 1 FROM presence')).toHaveLength(0);
    const { length } = await owner.query<object[]>('SELECT 1 FROM answer');
    expect(length).toBe(1);
  });
});
