import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { Client } from 'pg';
import type { MailRepository, NewMail } from '@reflexbogen/persistence';
import type { MailConfiguration } from '../apps/api/src/mail/mail-configuration.js';
import { MOST_ATTEMPTS } from '../apps/api/src/mail/mail-sender.js';
import { outcomeOf, sendBySmtp } from '../apps/api/src/mail/smtp-transport.js';
import { SignInMails } from '../apps/api/src/mail/sign-in-mails.js';
import { headerText, partsOf, startMailServer, type MailServer } from './harness/mail-server.js';
import { createMailWorker, mailTo, type MailWorker } from './harness/mail-worker.js';

describe('mails through a real server', () => {
  let fixture: PanelFixture;
  let owner: Client;
  let server: MailServer;
  let worker: MailWorker;
  let mails: MailRepository;

  beforeAll(async () => {
    fixture = await createPanelFixture();
    owner = new Client({ connectionString: fixture.database.ownerUrl });
    await owner.connect();
  });
  beforeEach(async () => {
    server = await startMailServer();
    worker = createMailWorker(fixture.dataSource, mailTo(server.port));
    mails = worker.mails;
  });
  afterEach(async () => {
    await worker.stop();
    await server.stop();
    await owner.query('TRUNCATE pgboss.job');
    await owner.query(`UPDATE mail SET status = 'CANCELLED', secret = NULL WHERE status = 'QUEUED'`);
  });
  afterAll(async () => {
    await owner.end();
    await fixture.close();
  });

  let number = 0;
  const aPerson = async (locale: string, name: string | null, email: string | null): Promise<string> => {
    const { rows } = await owner.query<{ id: string }>(
      'INSERT INTO person (name, email, locale) VALUES ($1, $2, $3) RETURNING id',
      [name, email, locale],
    );
    return rows[0]?.id ?? '';
  };
  const queue = async (personId: string, more: Partial<NewMail> = {}): Promise<string> => {
    const mail: NewMail = {
      studyId: fixture.studyId,
      municipalityId: fixture.municipalityIds[0],
      roundId: fixture.roundId,
      personId,
      kind: 'INVITATION',
      dedupeKey: `e2e:${(number += 1)}`,
      data: {},
      secret: null,
      ...more,
    };
    return (await fixture.dataSource.transaction((manager) => mails.enqueue(mail, manager))).id;
  };
  interface Row {
    readonly status: string;
    readonly attempts: number;
    readonly last_error: string | null;
    readonly secret: string | null;
    readonly message_id: string | null;
  }
  const rowOf = async (id: string): Promise<Row> => {
    const { rows } = await owner.query<Row>('SELECT * FROM mail WHERE id = $1', [id]);
    const [row] = rows;
    if (row === undefined) throw new Error(`there is no mail ${id}`);
    return row;
  };
  const until = async (id: string, met: (row: Row) => boolean): Promise<Row> => {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const row = await rowOf(id);
      if (met(row)) return row;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`not within half a minute: ${JSON.stringify(await rowOf(id))}`);
  };
  const ended = ({ status }: Row): boolean => status !== 'QUEUED';

  it('sends German and English, as text and HTML, to whom the person is at that moment', async () => {
    const jörg = await aPerson('de', 'Jörg „Jö“ Müller 👋', 'joerg@stadt.example');
    const ann = await aPerson('en-GB', 'Ann', 'old@city.example');
    const ids = [await queue(jörg), await queue(ann, { kind: 'REMINDER', data: { unanswered: 1 } })];
    await owner.query('UPDATE person SET email = $2 WHERE id = $1', [ann, 'ann@city.example']);

    await worker.start();

    for (const id of ids)
      expect(await until(id, ended)).toMatchObject({ status: 'SENT', attempts: 1, last_error: null });
    expect(server.delivered).toHaveLength(2);
    const german = server.delivered.find(({ to }) => to === 'joerg@stadt.example');
    const english = server.delivered.find(({ to }) => to === 'ann@city.example');
    if (german === undefined || english === undefined) throw new Error('somebody got nothing');
    expect(german.from).toBe('bogen@institut.example');
    expect(german.messageId).toBe(`<${ids[0]}@institut.example>`);
    expect(german.messageId).toBe((await rowOf(ids[0] ?? '')).message_id);
    expect(headerText(german.headers.get('subject'))).toBe('Einladung: Studie, Erhebungsrunde 2025 (r2025)');
    expect(headerText(german.headers.get('from'))).toContain('Institut für Proben');
    expect(headerText(german.headers.get('to'))).toContain('Müller 👋');
    expect(german.headers.get('auto-submitted')).toBe('auto-generated');
    expect(german.headers.get('content-type')).toMatch(/^multipart\/alternative/);
    const parts = partsOf(german);
    expect([...parts.keys()]).toEqual(['text/plain', 'text/html']);
    expect(parts.get('text/plain')).toContain('Guten Tag Jörg „Jö“ Müller 👋,');
    expect(parts.get('text/plain')).toContain('bis Mittwoch, 31. Dezember 2025, 01:00 Uhr');
    expect(parts.get('text/html')).toContain('<html lang="de">');
    expect(parts.get('text/html')).toContain('href="https://bogen.institut.example/sheet/study/r2025"');
    expect(headerText(english.headers.get('subject'))).toContain('Reminder: Studie');
    expect(partsOf(english).get('text/plain')).toContain('Not answered yet: 1 question');
  });

  it.each([
    ['a name', 'Anna\r\nBcc: all@example.org\r\n\r\nInjected'],
    ['an encoded word', '=?utf-8?Q?=0D=0ABcc:_x@example.org?='],
    ['a script', '<script>alert("1")</script>'],
    ['an address in a name', 'x <evil@example.org>, Anna'],
  ])('lets %s inject neither header nor recipient', async (_, name) => {
    const id = await queue(await aPerson('de', name, 'anna@stadt.example'));

    await worker.start();

    await until(id, ended);
    expect(server.delivered).toHaveLength(1);
    const [mail] = server.delivered;
    expect(mail?.to).toBe('anna@stadt.example');
    expect([...(mail?.headers.keys() ?? [])].sort()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
    expect(mail === undefined ? '' : partsOf(mail).get('text/html')).not.toMatch(/<script/i);
  });

  it('tries again after "not now", under the same Message-ID', async () => {
    let refusals = 0;
    const seen: string[] = [];
    server.decide = ({ messageId }) => {
      seen.push(messageId);
      return (refusals += 1) <= 2 ? { code: 451, text: '4.7.1 anna@stadt.example, come again later' } : 'TAKE';
    };
    const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));

    await worker.start();

    expect(await until(id, ({ last_error }) => last_error !== null)).toMatchObject({
      status: 'QUEUED',
      last_error: '451 4.7.1',
    });
    expect(await until(id, ended)).toMatchObject({ status: 'SENT', attempts: 3, last_error: null });
    expect(server.delivered).toHaveLength(1);
    expect(new Set(seen).size).toBe(1);
  });

  it.each<[string, (server: MailServer) => void, string]>([
    [
      'the recipient',
      (it) => (it.refuseRecipient = () => ({ code: 550, text: '5.1.1 <anna@stadt.example> unknown' })),
      '550 5.1.1',
    ],
    ['the message', (it) => (it.decide = () => ({ code: 554, text: 'no' })), '554'],
  ])(
    'gives up at once where the server refuses %s for good, and can be told to try once more',
    async (_, refuse, code) => {
      refuse(server);
      const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));

      await worker.start();

      expect(await until(id, ended)).toMatchObject({ status: 'DEAD', attempts: 1, last_error: code });
      expect(server.delivered).toEqual([]);
      server.decide = () => 'TAKE';
      server.refuseRecipient = () => null;
      await fixture.dataSource.transaction((manager) => mails.revive(id, manager));
      expect(await until(id, ended)).toMatchObject({ status: 'SENT', attempts: 1 });
      expect(server.delivered.map(({ messageId }) => messageId)).toEqual([`<${id}@institut.example>`]);
    },
  );

  it('gives up after the last of its attempts', async () => {
    server.decide = () => ({ code: 421, text: 'busy' });
    const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));
    await owner.query('UPDATE mail SET attempts = $2 WHERE id = $1', [id, MOST_ATTEMPTS - 1]);

    await worker.start();

    expect(await until(id, ended)).toMatchObject({ status: 'DEAD', attempts: MOST_ATTEMPTS, last_error: '421' });
  });

  it('gives up a mail with which every attempt before ended without a word', async () => {
    const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));
    await owner.query('UPDATE mail SET attempts = $2 WHERE id = $1', [id, MOST_ATTEMPTS]);

    await worker.start();

    expect(await until(id, ended)).toMatchObject({ status: 'DEAD', last_error: 'TOO_MANY_ATTEMPTS' });
    expect(server.delivered).toEqual([]);
  });

  it('waits for a server that is away', async () => {
    const port = server.port;
    await server.stop();
    const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));
    await worker.start();
    expect(await until(id, ({ last_error }) => last_error !== null)).toMatchObject({ status: 'QUEUED' });
    expect((await rowOf(id)).last_error).toMatch(/^E[A-Z]+$/);

    server = await startMailServer({}, port);

    expect(await until(id, ended)).toMatchObject({ status: 'SENT' });
    expect(server.delivered).toHaveLength(1);
  });

  it('lets go of a server that takes everything and says nothing, before the lease ends', async () => {
    let silent = 1;
    server.decide = () => (silent-- > 0 ? 'SILENCE' : 'TAKE');
    const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));

    await worker.start();

    expect(await until(id, ended)).toMatchObject({ status: 'SENT', attempts: 2 });
    expect(server.delivered).toHaveLength(1);
  });

  it.each<[string, string, string | null]>([
    ['was erased', `disabled_at = now(), erased_at = now(), name = NULL, email = NULL`, 'NO_ADDRESS'],
    ['was disabled', `disabled_at = now()`, 'NO_ADDRESS'],
    ['has no address any more', `email = NULL`, 'NO_ADDRESS'],
  ])('sends nothing to a person who %s', async (_, change, code) => {
    const person = await aPerson('de', 'Anna', 'anna@stadt.example');
    const id = await queue(person);
    await owner.query(`UPDATE person SET ${change} WHERE id = $1`, [person]);

    await worker.start();

    expect(await until(id, ended)).toMatchObject({ status: 'CANCELLED', last_error: code });
    expect(server.delivered).toEqual([]);
  });

  it('gives up what cannot be written or addressed', async () => {
    const person = await aPerson('de', 'Anna', 'anna@stadt.example');
    const ids = [
      await queue(person, { kind: 'RECEIPT', data: { number: 0 } }),
      await queue(person, { municipalityId: null }),
      await queue(await aPerson('de', 'Anna', 'anna@stadt.example\r\nRCPT TO:<x@example.org>')),
    ];

    await worker.start();

    expect(await Promise.all(ids.map((id) => until(id, ended)))).toMatchObject([
      { status: 'DEAD', last_error: 'INVALID_DATA' },
      { status: 'DEAD', last_error: 'INVALID_DATA' },
      { status: 'DEAD', last_error: 'INVALID_ADDRESS' },
    ]);
    expect(server.delivered).toEqual([]);
  });

  it('sends a link that signs in, keeps no secret of it, and none that has expired', async () => {
    const person = await aPerson('de', 'Anna', 'anna@stadt.example');
    const links = new SignInMails(mails);
    const ask = (secret: string, expiresAt: Date) =>
      fixture.dataSource.transaction((manager) => links.enqueue(person, secret, expiresAt, manager));
    await ask('still-good', new Date(Date.now() + 900_000));
    await ask('too-late', new Date(Date.now() - 1_000));

    await worker.start();

    const { rows } = await owner.query<{ id: string }>('SELECT id FROM mail WHERE person_id = $1 ORDER BY created_at', [
      person,
    ]);
    const [good, late] = await Promise.all(rows.map(({ id }) => until(id, ended)));
    expect(good).toMatchObject({ status: 'SENT', secret: null });
    expect(late).toMatchObject({ status: 'CANCELLED', last_error: 'EXPIRED', secret: null });
    expect(server.delivered).toHaveLength(1);
    const [mail] = server.delivered;
    if (mail === undefined) throw new Error('nothing was sent');
    expect(partsOf(mail).get('text/plain')).toContain('https://bogen.institut.example/auth/link#still-good');
    // Neither among mails nor among jobs.
    const { rows: left } = await owner.query(
      `SELECT 1 FROM mail WHERE mail::text ~ 'still-good|too-late' UNION ALL SELECT 1 FROM pgboss.job WHERE job::text ~ 'still-good|too-late'`,
    );
    expect(left).toEqual([]);
  });

  it('queues without a server, and sends once there is one', async () => {
    const id = await queue(await aPerson('de', 'Anna', 'anna@stadt.example'));
    const configuration: MailConfiguration = { ...mailTo(server.port), smtp: null };
    const without = createMailWorker(fixture.dataSource, configuration);
    await without.start();
    await without.stop();
    expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempts: 0 });

    await worker.start();

    expect(await until(id, ended)).toMatchObject({ status: 'SENT', attempts: 1 });
  });

  describe('one attempt', () => {
    const outgoing = {
      messageId: '<a@institut.example>',
      to: { name: '', address: 'anna@stadt.example' },
      message: { locale: 'de', subject: 's', text: 't', html: '<p>h</p>' },
    } as const;
    const never = new AbortController().signal;
    const attempt = (smtp: Partial<NonNullable<MailConfiguration['smtp']>>, port = server.port) => {
      const { smtp: base, from } = mailTo(port);
      if (base === null) throw new Error('the harness has a server');
      return sendBySmtp({ smtp: { ...base, ...smtp }, from }, outgoing, never);
    };

    it('sends nothing in the clear where TLS is required', async () => {
      expect((await attempt({ tls: 'REQUIRED' })).kind).toBe('FAILED');
      expect(server.delivered).toEqual([]);
    });

    it('does not trust a certificate that nobody vouches for', async () => {
      const secured = await startMailServer({ disabledCommands: ['AUTH'], logger: false });
      expect((await attempt({ tls: 'REQUIRED' }, secured.port)).kind).toBe('FAILED');
      expect(secured.delivered).toEqual([]);
      await secured.stop();
    });

    it('takes a refused sign-in for a failure of ours, not of the mail', async () => {
      const guarded = await startMailServer({
        authOptional: false,
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (auth, _session, callback) =>
          auth.password === 'right' ? callback(null, { user: 'u' }) : callback(new Error('no')),
      });
      expect(await attempt({ user: 'u', password: 'wrong' }, guarded.port)).toEqual({ kind: 'FAILED', code: '535' });
      expect(await attempt({ user: 'u', password: 'right' }, guarded.port)).toEqual({ kind: 'SENT' });
      await guarded.stop();
    });

    it.each([
      [{ code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 <a@b> no' }, 'REFUSED', '550 5.1.1'],
      [{ code: 'EMESSAGE', responseCode: 552, response: '552 too big' }, 'REFUSED', '552'],
      [{ code: 'EENVELOPE', responseCode: 450, response: '450-4.2.0 greylisted' }, 'FAILED', '450 4.2.0'],
      [{ code: 'EENVELOPE', responseCode: 503, response: '503 bad sequence' }, 'FAILED', '503'],
      [{ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no' }, 'FAILED', '535 5.7.8'],
      [{ code: 'ECONNECTION' }, 'FAILED', 'ECONNECTION'],
      [{ code: 'to anna@stadt.example' }, 'FAILED', 'UNKNOWN'],
      ['a text', 'FAILED', 'UNKNOWN'],
      [null, 'FAILED', 'UNKNOWN'],
    ])('%j is %s %s', (error, kind, code) => {
      expect(outcomeOf(error)).toEqual({ kind, code });
    });
  });
});
