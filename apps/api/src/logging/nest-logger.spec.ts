import { readdirSync, readFileSync } from 'node:fs';
import { CONTEXTS } from './field-kinds.js';
import { redirectLog } from './log.js';
import { GatedLogger } from './nest-logger.js';

describe('GatedLogger', () => {
  const logger = new GatedLogger();
  const entries: Record<string, unknown>[] = [];
  let restore: () => void;
  beforeEach(() => {
    entries.length = 0;
    restore = redirectLog((line) => entries.push(JSON.parse(line) as Record<string, unknown>));
  });
  afterEach(() => restore());

  const id = '3c1d5a0e-2f4b-4a55-9f0e-6d1f8e2b7a90';

  it.each<[string, Record<string, unknown>]>([
    [`import ${id}: Error: Erika`, { says: 'IMPORT_FAILED', id }],
    [`export ${id}: Error: Erika`, { says: 'EXPORT_FAILED', id }],
    ['could not follow a submission, dropping all columns: Erika', { says: 'COLUMNS_DROPPED' }],
    [
      'job send-mail failed at attempt 3: ECONNREFUSED',
      { says: 'JOB_FAILED', job: 'send-mail', attempt: 3, code: 'ECONNREFUSED' },
    ],
    [
      'job send-mail failed at attempt 3: 23505',
      { says: 'JOB_FAILED', job: 'send-mail', attempt: 3, sqlstate: '23505' },
    ],
    [
      'job send-mail failed at attempt 3: TypeError',
      { says: 'JOB_FAILED', job: 'send-mail', attempt: 3, class: 'TypeError' },
    ],
    ['job send-mail failed at attempt 3: Erika', { says: 'JOB_FAILED', job: 'send-mail', attempt: 3, withheld: 1 }],
    [
      `mail ${id} is given up after attempt 12: EENVELOPE`,
      { says: 'MAIL_GIVEN_UP', id, attempt: 12, code: 'EENVELOPE' },
    ],
    [`mail ${id} cannot be written: Erika`, { says: 'MAIL_NOT_WRITTEN', id }],
    ['4 queued mails had no job and got one again', { says: 'MAILS_WOKEN', count: 4 }],
    ['the queue of jobs does not answer: ECONNREFUSED', { says: 'JOB_QUEUE_SILENT', code: 'ECONNREFUSED' }],
    ['SMTP_URL is not set: mails are queued and stay so until it is', { says: 'MAIL_NOT_CONFIGURED' }],
    ['a sign-in was refused: JWTExpired ERR_JWT_EXPIRED', { says: 'SIGN_IN_REFUSED', code: 'ERR_JWT_EXPIRED' }],
    ['a sign-in was refused: Erika ', { says: 'SIGN_IN_REFUSED' }],
    ['a sign-in link was not sent: Erika', { says: 'SIGN_IN_LINK_NOT_SENT' }],
    ['a session could not be checked: Erika', { says: 'SESSION_NOT_CHECKED' }],
    ['others were not told of a change: TypeError', { says: 'NOTICE_NOT_SENT', class: 'TypeError' }],
    ['Erika is not known', {}],
  ])('writes what a known message says, and nothing else of it: %s', (message, expected) => {
    logger.warn(message, 'MailSender');

    const { level, time: _time, text: _text, ...fields } = entries[0] ?? {};
    expect(level).toBe('warn');
    expect(fields).toEqual({ event: 'component.warning', context: 'MailSender', ...expected });
  });

  it('reduces errors, wherever among the arguments they stand', () => {
    logger.error(new RangeError('Erika'), 'ExceptionsHandler');
    logger.error('Erika', new RangeError('Erika'), 'ExceptionsHandler');
    logger.fatal('Erika', new Error('Erika').stack, 'ExceptionHandler');

    expect(entries).toMatchObject([
      { event: 'component.error', class: 'RangeError', context: 'ExceptionsHandler' },
      { event: 'component.error', class: 'RangeError', context: 'ExceptionsHandler' },
      { event: 'component.fatal', frames: [expect.stringMatching(/nest-logger\.spec\.ts:\d+$/)] },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Erika');
  });

  it('withholds a context that nobody has declared', () => {
    logger.warn('Erika', 'Erika');
    expect(entries[0]).toMatchObject({ withheld: 1 });
    expect(entries[0]).not.toHaveProperty('context');
  });

  it('knows the context of every logger there is', () => {
    const sources = new URL('../', import.meta.url);
    const contexts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .flatMap((file) => [
        ...readFileSync(new URL(file, sources), 'utf8').matchAll(/new Logger\((?:'(\w+)'|(\w+)\.name)/g),
      ])
      .map(([, text, name]) => text ?? name);

    expect(contexts).toContain('MailSender');
    expect(contexts.filter((context) => !CONTEXTS.some((known) => known === context))).toEqual([]);
  });

  it('writes nothing of what only informs', () => {
    logger.log();
    logger.debug();
    logger.verbose();
    expect(entries).toEqual([]);
  });
});
