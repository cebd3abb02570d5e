import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { Client } from 'pg';
import { MailAudienceRepository } from './mail-audience.repository.js';
import { MAIL_JOB, MailRepository, type MailKind, type NewMail } from './mail.repository.js';

describe('MailRepository', () => {
  let fixture: PanelFixture;
  let owner: Client;
  let mails: MailRepository;
  let woken: { handler: string; payload: object; priority?: number }[];

  beforeAll(async () => {
    fixture = await createPanelFixture();
    owner = new Client({ connectionString: fixture.database.ownerUrl });
    await owner.connect();
  });
  beforeEach(() => {
    woken = [];
    mails = new MailRepository(fixture.dataSource, { send: (jobs) => Promise.resolve(void woken.push(...jobs)) });
  });
  afterAll(async () => {
    await owner.end();
    await fixture.close();
  });

  let number = 0;
  const aPerson = async (email: string | null = 'anna@example.org', name = 'Anna'): Promise<string> => {
    const { rows } = await owner.query<{ id: string }>(
      'INSERT INTO person (name, email, locale) VALUES ($1, $2, $3) RETURNING id',
      [name, email, 'en'],
    );
    return rows[0]?.id ?? '';
  };
  const aMail = async (more: Partial<NewMail> = {}): Promise<NewMail> => ({
    studyId: fixture.studyId,
    municipalityId: fixture.municipalityIds[0],
    roundId: fixture.roundId,
    personId: more.personId ?? (await aPerson()),
    kind: 'INVITATION',
    dedupeKey: `test:${(number += 1)}`,
    data: {},
    secret: null,
    ...more,
  });
  const aLink = (more: Partial<NewMail> = {}): Promise<NewMail> =>
    aMail({ kind: 'SIGN_IN_LINK', studyId: null, municipalityId: null, roundId: null, secret: 's3cret', ...more });
  const enqueue = async (mail: NewMail): Promise<string> =>
    (await fixture.dataSource.transaction((manager) => mails.enqueue(mail, manager))).id;
  const stored = async (id: string): Promise<Record<string, unknown>> =>
    (await owner.query<Record<string, unknown>>('SELECT * FROM mail WHERE id = $1', [id])).rows[0] ?? {};

  it('stores a mail once per key and says so, also when two ask at once', async () => {
    const mail = await aMail();
    const ask = () => fixture.dataSource.transaction((manager) => mails.enqueue(mail, manager));

    const outcomes = await Promise.all([ask(), ask(), ask()]);

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['ALREADY_THERE', 'ALREADY_THERE', 'QUEUED']);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(woken).toEqual([{ handler: MAIL_JOB, payload: { mail: outcomes[0]?.id } }]);
    expect(await stored(outcomes[0]?.id ?? '')).toMatchObject({ status: 'QUEUED', attempts: 0, message_id: null });
  });

  it('answers for many in the order asked, and wakes for the new ones alone', async () => {
    const [first, second, third] = [await aMail(), await aMail(), await aLink()];
    const before = await enqueue(second);
    woken = [];

    const outcomes = await fixture.dataSource.transaction((manager) =>
      mails.enqueueAll([first, second, third], manager),
    );

    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['QUEUED', 'ALREADY_THERE', 'QUEUED']);
    expect(outcomes[1]?.id).toBe(before);
    expect(woken).toHaveLength(2);
    // A link that signs in overtakes the others.
    expect(woken).toContainEqual({ handler: MAIL_JOB, payload: { mail: outcomes[2]?.id }, priority: 10 });
    expect(await mails.takenKeys([first.dedupeKey, 'never'])).toEqual(new Set([first.dedupeKey]));
  });

  it('refuses two mails of one act with the same key, and too many', async () => {
    const mail = await aMail();
    await expect(fixture.dataSource.transaction((manager) => mails.enqueueAll([mail, mail], manager))).rejects.toThrow(
      RangeError,
    );
    const many = Array.from({ length: 20_001 }, (_, at) => ({ ...mail, dedupeKey: `many:${at}` }));
    await expect(fixture.dataSource.transaction((manager) => mails.enqueueAll(many, manager))).rejects.toThrow(
      RangeError,
    );
    expect(woken).toEqual([]);
  });

  it('gives out a letter with what stands now, and the Message-ID of the first attempt', async () => {
    const mail = await aMail({ data: { unanswered: 3 } });
    const id = await enqueue(mail);

    const letter = await mails.beginAttempt(id, '<first@example.org>');
    await mails.noteFailure(id, '451 4.7.1');
    const again = await mails.beginAttempt(id, '<second@example.org>');

    expect(letter).toMatchObject({
      id,
      kind: 'INVITATION',
      data: { unanswered: 3 },
      attempts: 1,
      lastError: null,
      messageId: '<first@example.org>',
      person: { name: 'Anna', email: 'anna@example.org', locale: 'en' },
      study: { slug: 'study', title: { de: 'Studie' }, defaultLocale: 'de' },
      round: { code: 'r2025', year: 2025, closesAt: new Date('2025-12-31T00:00:00Z') },
      municipality: { code: 'A', name: 'Gemeinde A' },
    });
    expect(again).toMatchObject({ attempts: 2, lastError: '451 4.7.1', messageId: '<first@example.org>' });
  });

  it.each<[string, (id: string) => Promise<void>, string]>([
    ['SENT', (id) => mails.markSent(id), 'SENT'],
    ['DEAD', (id) => mails.bury(id, '550 5.1.1'), 'DEAD'],
    ['CANCELLED', (id) => mails.cancel(id, 'EXPIRED'), 'CANCELLED'],
  ])('keeps no secret of a mail that is %s, and nothing finishes it anew', async (_, finish, status) => {
    const id = await enqueue(await aLink());
    expect(await stored(id)).toMatchObject({ secret: 's3cret' });

    await finish(id);

    const after = await stored(id);
    expect(after).toMatchObject({ status, secret: null });
    await mails.markSent(id);
    await mails.bury(id, '550');
    await mails.cancel(id, 'EXPIRED');
    await mails.noteFailure(id, '451');
    expect(await stored(id)).toEqual(after);
    expect(await mails.beginAttempt(id, '<a@b>')).toBeNull();
  });

  it('queues a dead mail anew, but neither a link nor any other', async () => {
    const [dead, sent, link] = [
      await enqueue(await aMail()),
      await enqueue(await aMail()),
      await enqueue(await aLink()),
    ];
    await mails.beginAttempt(dead, '<a@b>');
    await mails.bury(dead, '550 5.1.1');
    await mails.markSent(sent);
    await mails.bury(link, '550 5.1.1');
    woken = [];
    const revive = (id: string) => fixture.dataSource.transaction((manager) => mails.revive(id, manager));

    expect(await revive(dead)).toEqual({ id: dead });
    expect(await revive(sent)).toBeNull();
    expect(await revive(link)).toBeNull();

    expect(await stored(dead)).toMatchObject({
      status: 'QUEUED',
      attempts: 0,
      message_id: '<a@b>',
      last_error: '550 5.1.1',
    });
    expect(woken).toEqual([{ handler: MAIL_JOB, payload: { mail: dead } }]);
  });

  it("cancels an erased person's mails and empties what they said", async () => {
    const personId = await aPerson();
    const [queued, sent, dead] = await Promise.all(
      [1, 2, 3].map(async () => enqueue(await aMail({ personId, data: { note: 'about Anna' } }))),
    );
    await mails.markSent(sent ?? '');
    await mails.bury(dead ?? '', '550');
    const other = await enqueue(await aMail({ data: { note: 'kept' } }));

    await fixture.dataSource.transaction((manager) => mails.eraseOf(personId, manager));

    expect(await stored(queued ?? '')).toMatchObject({ status: 'CANCELLED', data: {}, last_error: 'ERASED' });
    expect(await stored(sent ?? '')).toMatchObject({ status: 'SENT', data: {} });
    expect(await stored(dead ?? '')).toMatchObject({ status: 'CANCELLED', data: {} });
    expect(await stored(other)).toMatchObject({ status: 'QUEUED', data: { note: 'kept' } });
  });

  it('wakes a mail that has no job, and none that has', async () => {
    const [stranded, fresh, hasJob] = [
      await enqueue(await aMail()),
      await enqueue(await aMail()),
      await enqueue(await aMail()),
    ];
    await owner.query(
      `UPDATE mail SET status = 'SENT', sent_at = now(), secret = NULL WHERE status = 'QUEUED' AND id <> ALL ($1)`,
      [[stranded, fresh, hasJob]],
    );
    await owner.query(`UPDATE mail SET created_at = now() - interval '2 minutes' WHERE id = ANY ($1)`, [
      [stranded, hasJob],
    ]);
    await owner.query(`INSERT INTO pgboss.job (name, data) VALUES ('mail', $1)`, [
      { handler: MAIL_JOB, payload: { mail: hasJob } },
    ]);
    woken = [];

    expect(await fixture.dataSource.transaction((manager) => mails.wakeStranded(manager))).toBe(1);

    expect(woken).toEqual([{ handler: MAIL_JOB, payload: { mail: stranded } }]);
  });

  it('lists page by page, latest first, whatever their times', async () => {
    await owner.query(`UPDATE mail SET study_id = NULL, kind = 'SIGN_IN_LINK'`);
    const ids: string[] = [];
    for (let at = 0; at < 7; at += 1) ids.push(await enqueue(await aMail()));
    await owner.query(`UPDATE mail SET created_at = '2026-01-01T00:00:00Z' WHERE id = ANY ($1)`, [ids.slice(0, 4)]);
    await mails.bury(ids[0] ?? '', '550 5.1.1');
    const filter = { studyId: fixture.studyId, roundId: null, status: null };

    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 4; pages += 1) {
      const page = await mails.list(filter, 2, after);
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1)?.id ?? after;
    }

    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen.slice(0, 3)).toEqual(ids.slice(4).reverse());
    expect(await mails.count(filter)).toBe(7);
    expect(await mails.list({ ...filter, status: 'DEAD' }, 10, null)).toMatchObject([
      { id: ids[0], lastError: '550 5.1.1', round: 'r2025', municipality: 'A', recipientAddress: 'anna@example.org' },
    ]);
    expect(await mails.count({ ...filter, roundId: fixture.roundId, status: 'QUEUED' })).toBe(6);
    expect(await mails.findById(ids[0] ?? '')).toMatchObject({ study: 'study', status: 'DEAD' });
  });

  describe('the database', () => {
    it.each<[string, string]>([
      ['a link with a secret after sending', `UPDATE mail SET status = 'SENT', sent_at = now() WHERE id = $1`],
      ['a sent mail without an instant', `UPDATE mail SET status = 'SENT', secret = NULL WHERE id = $1`],
      [
        'an error that is more than a code',
        `UPDATE mail SET last_error = '550 <anna@example.org> unknown' WHERE id = $1`,
      ],
      ['a change of the recipient', `UPDATE mail SET person_id = gen_random_uuid() WHERE id = $1`],
      ['a change of the key', `UPDATE mail SET dedupe_key = 'x' WHERE id = $1`],
      ['deleting', 'DELETE FROM mail WHERE id = $1'],
    ])('refuses the service %s', async (_, sql) => {
      const id = await enqueue(await aLink());
      await expect(fixture.dataSource.query(sql, [id])).rejects.toThrow();
    });

    it.each<[string, string]>([
      ['SENT', `status = 'SENT', sent_at = now(), secret = NULL`],
      ['CANCELLED', `status = 'CANCELLED', secret = NULL`],
    ])('refuses everybody to send what is %s once more', async (_, change) => {
      const id = await enqueue(await aMail());
      await owner.query(`UPDATE mail SET ${change} WHERE id = $1`, [id]);
      await expect(
        owner.query(`UPDATE mail SET status = 'QUEUED', sent_at = NULL WHERE id = $1`, [id]),
      ).rejects.toThrow('cannot go from');
      await expect(owner.query('DELETE FROM mail WHERE id = $1', [id])).rejects.toThrow('immutable');
    });

    it.each<[string, Partial<NewMail>]>([
      ['without a study', { studyId: null }],
      ['with a secret', { secret: 's' }],
      ['of an unknown kind', { kind: 'NEWSLETTER' as MailKind }],
      ['with an empty key', { dedupeKey: '' }],
      ['with too long a key', { dedupeKey: 'x'.repeat(301) }],
      ['to nobody', { personId: '00000000-0000-0000-0000-000000000000' }],
    ])('refuses an invitation %s', async (_, more) => {
      const mail = await aMail(more);
      await expect(enqueue(mail)).rejects.toThrow();
      expect(woken).toEqual([]);
    });
  });

  describe('contacts of a round', () => {
    const contacts = () => new MailAudienceRepository(fixture.dataSource).contacts(fixture.roundId);
    const takePart = (personId: string, municipality: 0 | 1, department: string | null = null) =>
      owner.query(
        `INSERT INTO person_role (person_id, role, study_id, municipality_id, department) VALUES ($1, 'RESPONDENT', $2, $3, $4)`,
        [personId, fixture.studyId, fixture.municipalityIds[municipality], department],
      );

    it('are the respondents of members, each once per municipality, with their own window and status', async () => {
      const [anna, ben, gone] = [
        await aPerson(),
        await aPerson(null, 'Ben'),
        await aPerson('gone@example.org', 'Gone'),
      ];
      await takePart(anna, 0, 'youth');
      await takePart(anna, 0, 'housing');
      await takePart(anna, 1);
      await takePart(ben, 1);
      await takePart(gone, 1);
      await owner.query(`INSERT INTO person_role (person_id, role, study_id) VALUES ($1, 'ANALYST', $2)`, [
        ben,
        fixture.studyId,
      ]);
      await owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone]);
      await owner.query(
        `INSERT INTO response (municipality_id, round_id, question_set_id, status) VALUES ($1, $2, $3, 'SUBMITTED')`,
        [fixture.municipalityIds[0], fixture.roundId, fixture.publishedSetId],
      );
      await owner.query(
        `INSERT INTO round_extension (municipality_id, round_id, closes_at, reason, granted_by) VALUES ($1, $2, $3, 'r', $4)`,
        [fixture.municipalityIds[1], fixture.roundId, '2026-01-31T00:00:00Z', anna],
      );

      const found = await contacts();

      const [first, second] = fixture.municipalityIds;
      expect(found).toHaveLength(3);
      expect(found[0]).toMatchObject({
        personId: anna,
        municipalityId: first,
        municipalityCode: 'A',
        status: 'SUBMITTED',
        closesAt: new Date('2025-12-31T00:00:00Z'),
        isExtended: false,
      });
      expect(new Map(found.slice(1).map((contact) => [contact.personId, contact]))).toEqual(
        new Map(
          [anna, ben].map((personId) => [
            personId,
            expect.objectContaining({
              municipalityId: second,
              email: personId === ben ? null : 'anna@example.org',
              status: 'NOT_STARTED',
              closesAt: new Date('2026-01-31T00:00:00Z'),
              isExtended: true,
            }),
          ]),
        ),
      );
    });

    it('have no end where handing in late is allowed, and never an earlier one than the round', async () => {
      const ends = async (closesAt: string | null) => {
        await owner.query('UPDATE round_extension SET closes_at = $1', [closesAt]);
        return (await contacts()).at(-1)?.closesAt;
      };
      expect(await ends(null)).toBeNull();
      expect(await ends('2025-06-01T00:00:00Z')).toEqual(new Date('2025-12-31T00:00:00Z'));
    });

    it('are none of municipalities that are no members in that year', async () => {
      await owner.query(`UPDATE municipality SET member_to = 2024, left_because = 'LEFT' WHERE id = $1`, [
        fixture.municipalityIds[0],
      ]);
      expect(new Set((await contacts()).map(({ municipalityCode }) => municipalityCode))).toEqual(new Set(['B']));
    });
  });
});
