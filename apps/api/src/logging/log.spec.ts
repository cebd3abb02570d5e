import { ConfigurationError } from '../configuration.js';
import { ownId } from './field-kinds.js';
import { log, logFormat, redirectLog, setLogFormat } from './log.js';
import type { FieldsOf } from './log-events.js';

describe('log', () => {
  const lines: string[] = [];
  let restore: () => void;
  beforeEach(() => {
    lines.length = 0;
    restore = redirectLog((line) => lines.push(line));
  });
  afterEach(() => {
    setLogFormat('json');
    restore();
  });
  const entry = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  const id = '0b57a7a4-6c14-4bde-9d3a-1c1c1f3f0f2a';

  it('writes one line of JSON with the fields of the event', () => {
    log('graphql.failed', { reference: ownId(id), request: 'req-1a', roles: ['ADMIN'], field: 'Query.study' });

    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('}\n')).toBe(true);
    expect(entry()).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      event: 'graphql.failed',
      reference: id,
      request: 'req-1a',
      roles: ['ADMIN'],
      field: 'Query.study',
      text: 'an operation failed on our side; its caller was given the reference',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a name that the event does not have', { message: 'Erika Mustermann' }],
    ['a name that every object has', { constructor: 'Erika' }],
    ['a request id from a header', { request: 'Erika' }],
    ['an alias', { field: 'Query.erika' }],
    ['a name of no table', { table: 'erika' }],
    ['a route nobody has', { route: '/erika' }],
    ['a role nobody has', { roles: ['ERIKA'] }],
    ['a class with an address in it', { class: 'erika@example.org' }],
    ['a code nobody gives', { code: 'ERIKA' }],
    ['an SQLSTATE of another form', { sqlstate: 'Erika' }],
    ['a file that is not there', { frames: ['apps/api/src/erika.ts:1'] }],
    ['a frame outside of our code', { frames: ['node_modules/pg/lib/client.js:1'] }],
    ['a reference of another form', { reference: 'erika' }],
    ['an object', { field: { toString: () => 'Query.study' } }],
    ['a list where there is one value', { field: ['Query.study'] }],
  ])('withholds %s, and counts it', (_name, fields) => {
    log('graphql.failed', fields as FieldsOf<'graphql.failed'>);

    expect(entry()).toEqual({
      ...{ level: 'error', time: expect.any(String), event: 'graphql.failed', text: expect.any(String) },
      withheld: 1,
    });
    expect(lines.join('').toLowerCase()).not.toContain('erika');
  });

  it('leaves out what is undefined, without counting it', () => {
    log('http.failed', { class: 'Error', code: undefined });

    expect(entry()).not.toHaveProperty('withheld');
    expect(entry()).not.toHaveProperty('code');
  });

  it('writes text for people, from warnings on', () => {
    setLogFormat('text');
    log('service.ready', { milliseconds: 5, port: 3000 });
    expect(lines).toEqual([]);

    log('component.error', { context: 'MailSender', says: 'MAIL_GIVEN_UP', attempt: 12, class: 'Error' });
    expect(lines[0]).toMatch(
      /^\S+Z ERROR component\.error: an error of a component context=MailSender says=MAIL_GIVEN_UP attempt=12 class=Error\n$/,
    );
  });

  it.each([
    [undefined, true, 'text'],
    [undefined, false, 'json'],
    ['', false, 'json'],
    ['json', true, 'json'],
    ['text', false, 'text'],
  ] as const)('LOG_FORMAT %s at a terminal %s gives %s', (text, isTerminal, expected) => {
    expect(logFormat({ LOG_FORMAT: text }, isTerminal)).toBe(expected);
  });

  it('refuses another LOG_FORMAT', () => {
    expect(() => logFormat({ LOG_FORMAT: 'xml' }, false)).toThrow(ConfigurationError);
    expect(() => logFormat({ LOG_FORMAT: 'xml' }, false)).toThrow('LOG_FORMAT is "xml"; expected json or text.');
  });
});
