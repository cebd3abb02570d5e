import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asService, createDataSource } from '@reflexbogen/persistence';
import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import { Client } from 'pg';
import supertest from 'supertest';
import type { DataSource, EntityManager } from 'typeorm';
import { Role } from '../apps/api/src/access/actor.js';
import { SIGN_IN_MAILER, type SignInMailer } from '../apps/api/src/access/sign-in-link.service.js';
import { TokenService } from '../apps/api/src/access/token.service.js';
import { readConfiguration } from '../apps/api/src/configuration.js';
import { ImportService } from '../apps/api/src/exchange/import.service.js';
import { mailKeys } from '../apps/api/src/mail/mail-keys.js';
import { MailService } from '../apps/api/src/mail/mail.service.js';
import { MailDataError } from '../apps/api/src/mail/messages/message-data.js';
import { createApplication } from '../apps/api/src/service.js';
import { partsOf, startMailServer, type MailServer } from './harness/mail-server.js';
import { mailTo, QUICK_JOBS } from './harness/mail-worker.js';

const STUDY = fileURLToPath(new URL('./fixtures/merged-units', import.meta.url));

const MAILS = `query ($study: String!, $round: String, $status: MailStatus, $first: Int!, $after: String) {
  mails(study: $study, round: $round, status: $status, first: $first, after: $after) {
    totalCount hasServer pageInfo { hasNextPage endCursor }
    edges { cursor node { id kind status round municipality recipientName recipientAddress attempts lastError createdAt sentAt } } } }`;
const PREVIEW = `query ($study: String!, $round: String!, $kind: RoundMailKind!, $first: Int!) {
  mailPreview(study: $study, round: $round, kind: $kind, first: $first) {
    recipients withoutAddress alreadyThere
    mails { municipality recipientName recipientAddress isThereAlready locale subject text html } } }`;
const RETRY = `mutation ($mail: ID!) { retryMail(input: { mail: $mail }) { mail { id status attempts } errors { code message path } } }`;

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}
interface MailNode {
  readonly id: string;
  readonly status: string;
}
interface MailList {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: MailNode }[];
}

describe('mails and jobs, as operators see them', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let owner: Client;
  let server: MailServer;
  let app: NestFastifyApplication;
  let folder: string;
  let url: string;
  let round: { readonly id: string; readonly studyId: string };
  let municipalities: readonly { readonly id: string; readonly code: string }[];
  const now = new Date('2018-07-20T10:00:00Z');
  const token = new Map<Role, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    dataSource = await createDataSource({ url: database.appUrl }).initialize();
    server = await startMailServer();
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-mail-'));
    const options = {
      configuration: readConfiguration({ DATA_DIR: folder, NODE_ENV: 'test' }),
      dataSource,
      appUrl: database.appUrl,
      clock: { now: () => now },
      mail: mailTo(server.port),
      jobs: QUICK_JOBS,
    };
    app = await createApplication(options);
    await app.listen({ port: 0, host: '127.0.0.1' });
    url = await app.getUrl();
    const importer = (await owner.query<{ id: string }>(`INSERT INTO person (name) VALUES ('Importer') RETURNING id`))
      .rows[0];
    const outcome = await app.get(ImportService).importPath(STUDY, { id: importer?.id ?? '' });
    expect(outcome.status).toBe('SUCCEEDED');
    const { rows } = await owner.query<{ id: string; studyId: string }>(
      `SELECT id, study_id AS "studyId" FROM round WHERE code = '2018'`,
    );
    round = rows[0] ?? { id: '', studyId: '' };
    municipalities = (
      await owner.query<{ id: string; code: string }>(
        `SELECT y.id, y.code FROM municipality y JOIN round r ON r.id = $1 AND r.study_id = y.study_id
           AND coalesce(y.member_from, 0) <= r.year AND coalesce(y.member_to, 9999) >= r.year ORDER BY position`,
        [round.id],
      )
    ).rows;
    for (const role of Object.values(Role))
      token.set(
        role,
        (
          await app.get(TokenService).issue({
            role,
            study: role === Role.RESPONDENT ? 'merged-units' : null,
            municipality: role === Role.RESPONDENT ? (municipalities[0]?.code ?? '') : null,
            ttlSeconds: 3600,
            name: null,
            singleAnswers: true,
          })
        ).token,
      );
  });
  beforeEach(async () => {
    server.decide = () => 'TAKE';
    await owner.query('ALTER TABLE mail DISABLE TRIGGER USER; DELETE FROM mail; ALTER TABLE mail ENABLE TRIGGER USER');
    await owner.query('DELETE FROM pgboss.job; DELETE FROM person_role');
  });
  afterAll(async () => {
    await app.close();
    await dataSource.destroy();
    await server.stop();
    await owner.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (query: string, variables: object, role: Role | null = Role.REVIEWER): Promise<Answer> => {
    const request = supertest(url).post('/graphql');
    const bearer = role === null ? undefined : token.get(role);
    if (bearer !== undefined) void request.set('Authorization', `Bearer ${bearer}`);
    return (await request.send({ query, variables })).body as Answer;
  };
  const list = async (variables: object): Promise<MailList> =>
    (await ask(MAILS, { study: 'merged-units', first: 100, ...variables })).data?.['mails'] as MailList;
  const until = async (met: () => Promise<boolean>): Promise<void> => {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (await met()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it did not happen within half a minute');
  };
  const aContact = async (municipality: number, name: string, email: string | null, locale = 'de'): Promise<string> => {
    const { rows } = await owner.query<{ id: string }>(
      'INSERT INTO person (name, email, locale) VALUES ($1, $2, $3) RETURNING id',
      [name, email, locale],
    );
    const id = rows[0]?.id ?? '';
    await owner.query(
      `INSERT INTO person_role (person_id, role, study_id, municipality_id) VALUES ($1, 'RESPONDENT', $2, $3)`,
      [id, round.studyId, municipalities[municipality]?.id],
    );
    return id;
  };
  /** As jobs and acts of staff do it, without one. */
  const transaction = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    asService(() => dataSource.transaction(work));

  const invite = () =>
    transaction((manager) => app.get(MailService).enqueueForRound(round, { kind: 'INVITATION' }, now, manager));

  it('previews whom an invitation would go to and what it would say, and sends nothing', async () => {
    await aContact(0, 'Jörg', 'joerg@a.example');
    await aContact(1, 'Ann <b>', 'ann@b.example', 'en');
    await aContact(1, 'Ben', null);

    const { data, errors } = await ask(PREVIEW, { study: 'merged-units', round: '2018', kind: 'INVITATION', first: 2 });

    expect(errors).toBeUndefined();
    const preview = data?.['mailPreview'] as { mails: Record<string, string>[] };
    expect(preview).toMatchObject({ recipients: 3, withoutAddress: 1, alreadyThere: 0 });
    expect(preview.mails).toHaveLength(2);
    expect(preview.mails[0]).toMatchObject({
      municipality: municipalities[0]?.code,
      recipientName: 'Jörg',
      recipientAddress: 'joerg@a.example',
      isThereAlready: false,
      locale: 'de',
      subject: 'Einladung: Zusammengelegte Gemeinden, Erhebungsrunde 2018',
    });
    expect(preview.mails[0]?.['text']).toContain('Guten Tag Jörg,');
    const english = preview.mails.find(({ locale }) => locale === 'en');
    if (english !== undefined) expect(english['html']).toContain('Dear Ann &lt;b&gt;,');
    expect(
      (await owner.query('SELECT 1 FROM mail UNION ALL SELECT 1 FROM pgboss.job WHERE name = $1', ['mail'])).rows,
    ).toEqual([]);
  });

  it('sends what the preview says, once, and then says that it is there', async () => {
    await aContact(0, 'Jörg', 'joerg@a.example');
    await aContact(1, 'Ben', null);
    const before = server.delivered.length;
    const variables = { study: 'merged-units', round: '2018', kind: 'INVITATION', first: 10 };
    const previewed = (await ask(PREVIEW, variables)).data?.['mailPreview'] as { mails: { text: string }[] };

    expect(await invite()).toBe(1);
    expect(await invite()).toBe(0);

    await until(async () => (await list({ status: 'SENT' })).totalCount === 1);
    const sent = server.delivered.slice(before);
    expect(sent).toHaveLength(1);
    const [mail] = sent;
    if (mail === undefined) throw new Error('nothing was sent');
    expect(partsOf(mail).get('text/plain')?.trim()).toBe(previewed.mails[0]?.text.trim());
    expect((await ask(PREVIEW, variables)).data?.['mailPreview']).toMatchObject({
      recipients: 2,
      withoutAddress: 1,
      alreadyThere: 1,
    });
  });

  it('reminds only those whose sheet is not handed in and whose window has an end', async () => {
    await aContact(0, 'Anna', 'anna@a.example');
    await aContact(1, 'Ben', 'ben@b.example');
    const names = async (): Promise<readonly string[]> => {
      const { data } = await ask(PREVIEW, { study: 'merged-units', round: '2018', kind: 'REMINDER', first: 10 });
      return (data?.['mailPreview'] as { mails: { recipientName: string }[] }).mails.map(
        ({ recipientName }) => recipientName,
      );
    };
    const become = async (at: number, status: string): Promise<void> => {
      const { rowCount } = await owner.query(
        'UPDATE response SET status = $3 WHERE round_id = $1 AND municipality_id = $2',
        [round.id, municipalities[at]?.id, status],
      );
      expect(rowCount).toBe(1);
    };
    await become(0, 'SUBMITTED');
    await become(1, 'ACCEPTED');
    expect(await names()).toEqual([]);
    await become(1, 'RETURNED');
    expect(await names()).toEqual(['Ben']);
    await become(0, 'DRAFT');
    expect(await names()).toEqual(['Anna', 'Ben']);
    await owner.query(
      `INSERT INTO round_extension (municipality_id, round_id, closes_at, reason, granted_by)
       SELECT $1, $2, NULL, 'late', id FROM person LIMIT 1`,
      [municipalities[1]?.id, round.id],
    );
    expect(await names()).toEqual(['Anna']);
  });

  it('reminds once at each of the days before the end, however often it is asked', async () => {
    await aContact(1, 'Ben', 'ben@b.example');
    await owner.query(`UPDATE response SET status = 'DRAFT' WHERE round_id = $1`, [round.id]);
    await owner.query('DELETE FROM round_extension');
    const { rows } = await owner.query<{ closesAt: Date }>('SELECT closes_at AS "closesAt" FROM round WHERE id = $1', [
      round.id,
    ]);
    const closesAt = rows[0]?.closesAt ?? now;
    const remind = (daysLeft: number): Promise<number> =>
      transaction((manager) =>
        app
          .get(MailService)
          .enqueueForRound(
            round,
            { kind: 'REMINDER', daysBefore: [14, 7, 1] },
            new Date(closesAt.getTime() - daysLeft * 86_400_000),
            manager,
          ),
      );

    const queued: number[] = [];
    for (const daysLeft of [20, 14, 13.5, 8, 7, 6.9, 0.5, 0.1, 0]) queued.push(await remind(daysLeft));

    expect(queued).toEqual([0, 1, 0, 0, 1, 0, 1, 0, 0]);
    const { rows: keys } = await owner.query<{ key: string }>('SELECT dedupe_key AS key FROM mail ORDER BY created_at');
    expect(keys.map(({ key }) => key.split(':').at(-1))).toEqual(['14', '7', '1']);
  });

  it('lists page by page, filtered, and revives what was given up', async () => {
    server.decide = ({ to }) => (to === 'ben@b.example' ? { code: 550, text: '5.1.1 unknown' } : 'TAKE');
    await aContact(0, 'Anna', 'anna@a.example');
    await aContact(1, 'Ben', 'ben@b.example');
    await aContact(1, 'Carl', 'carl@b.example');
    await invite();
    await until(async () => (await list({ status: 'QUEUED' })).totalCount === 0);

    const first = await list({ first: 2, round: '2018' });
    const second = await list({ first: 2, round: '2018', after: first.pageInfo.endCursor });
    expect(first).toMatchObject({ totalCount: 3, hasServer: true, pageInfo: { hasNextPage: true } });
    expect(second).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(3);
    expect((await list({ round: '2017' })).totalCount).toBe(0);

    const dead = await list({ status: 'DEAD' });
    expect(dead.edges).toMatchObject([
      {
        node: {
          kind: 'INVITATION',
          round: '2018',
          municipality: municipalities[1]?.code,
          recipientName: 'Ben',
          recipientAddress: 'ben@b.example',
          attempts: 1,
          lastError: '550 5.1.1',
          sentAt: null,
        },
      },
    ]);
    const id = dead.edges[0]?.node.id ?? '';
    server.decide = () => 'TAKE';
    expect((await ask(RETRY, { mail: id })).data?.['retryMail']).toMatchObject({
      mail: { id, status: 'QUEUED' },
      errors: [],
    });
    await until(async () => (await list({ status: 'SENT' })).totalCount === 3);
    expect((await ask(RETRY, { mail: id })).data?.['retryMail']).toMatchObject({
      mail: null,
      errors: [{ code: 'NOT_DEAD', path: ['input', 'mail'] }],
    });
  });

  it('sends the link that somebody asked for, and keeps it from operators', async () => {
    const mailer = app.get<SignInMailer>(SIGN_IN_MAILER);
    const person = await aContact(0, 'Anna', 'anna@a.example');
    const before = server.delivered.length;

    await transaction((manager) =>
      mailer.enqueue(person, 'a-one-time-secret', new Date(Date.now() + 900_000), manager),
    );

    await until(() => Promise.resolve(server.delivered.length > before));
    const mail = server.delivered.at(-1);
    expect(mail === undefined ? '' : partsOf(mail).get('text/plain')).toContain('/auth/link#a-one-time-secret');
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM mail WHERE person_id = $1', [person]);
    expect((await list({})).totalCount).toBe(0);
    await until(async () => (await owner.query('SELECT 1 FROM mail WHERE status = $1', ['SENT'])).rowCount === 1);
    for (const [role, code] of [
      [Role.ADMIN, 'SECRET_GONE'],
      [Role.REVIEWER, 'SECRET_GONE'],
    ] as const)
      expect((await ask(RETRY, { mail: rows[0]?.id }, role)).data?.['retryMail']).toMatchObject({ errors: [{ code }] });
  });

  it('refuses mails that no message can be written from, before anything is stored', async () => {
    const person = await aContact(0, 'Anna', 'anna@a.example');
    const wish = transaction(async (manager) => {
      await app.get(MailService).enqueue(
        [
          {
            ...round,
            roundId: round.id,
            municipalityId: municipalities[0]?.id ?? '',
            personId: person,
            data: { kind: 'RECEIPT', number: 1, submittedAt: now, receipt: 'no hash' },
            dedupeKey: mailKeys.receipt(round.id, municipalities[0]?.id ?? '', 1, person),
          },
        ],
        manager,
      );
    });
    await expect(wish).rejects.toThrow(MailDataError);
    expect((await list({})).totalCount).toBe(0);
  });

  it('lists jobs that were given up to administrators, and queues them anew', async () => {
    const JOBS = `query ($first: Int!, $after: String) { deadJobs(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id handler failedAt error } } } }`;
    const AGAIN = `mutation ($job: ID!) { retryJob(input: { job: $job }) { handler errors { code path } } }`;
    interface JobList {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly edges: readonly { readonly node: { readonly id: string; readonly handler: string } }[];
    }
    const jobs = async (variables: object): Promise<JobList> =>
      (await ask(JOBS, variables, Role.ADMIN)).data?.['deadJobs'] as JobList;
    for (const handler of ['first-kind', 'second-kind'])
      await owner.query(`INSERT INTO pgboss.job (name, data, output) VALUES ('dead', $1, '{"code": "E_GONE"}')`, [
        { handler, payload: { of: handler } },
      ]);

    const first = await jobs({ first: 1 });
    const second = await jobs({ first: 1, after: first.pageInfo.endCursor });
    expect(first).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { handler: 'second-kind', error: 'E_GONE' } }],
    });
    expect(second).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { handler: 'first-kind' } }] });

    const job = second.edges[0]?.node.id;
    expect((await ask(AGAIN, { job }, Role.ADMIN)).data?.['retryJob']).toEqual({ handler: 'first-kind', errors: [] });
    expect((await ask(AGAIN, { job }, Role.ADMIN)).data?.['retryJob']).toMatchObject({
      handler: null,
      errors: [{ code: 'UNKNOWN_JOB', path: ['input', 'job'] }],
    });
    const { rows } = await owner.query<{ data: unknown }>(
      `SELECT data FROM pgboss.job WHERE name = 'task' AND data->>'handler' = 'first-kind'`,
    );
    expect(rows).toEqual([{ data: { handler: 'first-kind', payload: { of: 'first-kind' } } }]);
    expect((await jobs({ first: 100 })).totalCount).toBe(1);
    for (const [query, variables] of [
      [JOBS, { first: 1 }],
      [AGAIN, { job }],
    ] as const)
      expect((await ask(query, variables, Role.REVIEWER)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('says null or an error for what is not there, without telling more', async () => {
    const preview = { round: '2018', kind: 'INVITATION', first: 1 };
    expect(await ask(MAILS, { study: 'nowhere', first: 1 })).toEqual({ data: { mails: null } });
    expect(await ask(MAILS, { study: 'merged-units', round: '1999', first: 1 })).toEqual({ data: { mails: null } });
    expect(await ask(PREVIEW, { ...preview, study: 'nowhere' })).toEqual({ data: { mailPreview: null } });
    expect(await ask(PREVIEW, { ...preview, study: 'merged-units', round: '1999' })).toEqual({
      data: { mailPreview: null },
    });
    expect((await ask(RETRY, { mail: '00000000-0000-4000-8000-000000000000' })).data?.['retryMail']).toMatchObject({
      errors: [{ code: 'UNKNOWN_MAIL' }],
    });
    for (const bad of [
      { first: 0 },
      { first: 1, after: 'x' },
      { first: 1, after: Buffer.from('k:1').toString('base64url') },
    ])
      expect((await ask(MAILS, { study: 'merged-units', ...bad })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await ask(MAILS, { study: 'merged-units', first: 101 })).errors?.[0]?.extensions.code).toBe('LIMIT_FIRST');
    expect((await ask(RETRY, { mail: 'x' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([Role.DESIGNER, Role.RESPONDENT, Role.ANALYST])('is closed to %s', async (role) => {
    const preview = { study: 'merged-units', round: '2018', kind: 'INVITATION', first: 1 };
    for (const [query, variables] of [
      [MAILS, { study: 'merged-units', first: 1 }],
      [PREVIEW, preview],
      [RETRY, { mail: '00000000-0000-4000-8000-000000000000' }],
    ] as const) {
      expect((await ask(query, variables, role)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await ask(query, variables, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});
