import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration } from './configuration.js';

const GOOD_SECRET = 'Zk3vQ0x8pT5mW1yB7rNcD2sL';

describe('configuration of the sign-in', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-configuration-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (env: NodeJS.ProcessEnv) => readConfiguration({ DATA_DIR: folder, ...env });

  it('is the development issuer on a laptop', () => {
    const { token, publicUrl } = read({ PORT: '4000' });
    expect([token.kind, publicUrl]).toEqual(['development', 'http://localhost:4000']);
  });

  it('loads the reference study on a laptop, and in production only where somebody asks for it', () => {
    const production = {
      NODE_ENV: 'production',
      AUTH_ISSUER: 'https://id.example',
      PUBLIC_URL: 'https://sheets.example.org',
    };
    const loads = (env: NodeJS.ProcessEnv) => read(env).loadsReferenceStudy;
    expect([loads({}), loads({ REFERENCE_STUDY: 'none' }), loads({ REFERENCE_STUDY: '' })]).toEqual([
      true,
      false,
      true,
    ]);
    expect([loads(production), loads({ ...production, REFERENCE_STUDY: 'first-start' })]).toEqual([false, true]);
    expect(() => read({ REFERENCE_STUDY: 'yes' })).toThrow('REFERENCE_STUDY is "yes"; expected first-start or none.');
  });

  it('issues tokens on the same machine alone unless it is told otherwise, and never to everybody in production', () => {
    const isForEverybody = (DEVELOPMENT_SIGN_IN?: string) =>
      read(DEVELOPMENT_SIGN_IN === undefined ? {} : { DEVELOPMENT_SIGN_IN }).token;
    expect(isForEverybody()).toMatchObject({ isForEverybody: false });
    expect(isForEverybody('')).toMatchObject({ isForEverybody: false });
    expect(isForEverybody('this-machine')).toMatchObject({ isForEverybody: false });
    expect(isForEverybody('everybody')).toMatchObject({ isForEverybody: true });
    expect(() => isForEverybody('yes')).toThrow(/DEVELOPMENT_SIGN_IN is "yes"/);
    for (const env of [{ NODE_ENV: 'production' }, { AUTH_ISSUER: 'https://id.example' }])
      expect(() => read({ ...env, DEVELOPMENT_SIGN_IN: 'everybody' })).toThrow(/DEVELOPMENT_SIGN_IN is everybody/);
  });

  it.each<[string, NodeJS.ProcessEnv, object]>([
    [
      'an issuer that is asked for its keys',
      { AUTH_ISSUER: 'https://id.example' },
      { issuer: 'https://id.example', audience: 'reflexbogen', algorithm: 'RS256', jwksUrl: null, client: null },
    ],
    [
      'an issuer with keys elsewhere, as before',
      {
        AUTH_ISSUER: 'urn:somebody',
        AUTH_JWKS_URL: 'http://keys.internal/jwks',
        AUTH_AUDIENCE: 'a',
        AUTH_ALGORITHM: 'ES256',
      },
      { issuer: 'urn:somebody', audience: 'a', algorithm: 'ES256', jwksUrl: 'http://keys.internal/jwks', client: null },
    ],
    [
      'a web app without secret',
      { AUTH_ISSUER: 'https://id.example', AUTH_CLIENT_ID: 'web', PUBLIC_URL: 'https://sheets.example.org/' },
      { client: { id: 'web', secret: null, scope: 'openid profile' } },
    ],
    [
      'a web app with secret and scope',
      {
        AUTH_ISSUER: 'http://127.0.0.1:8080/realms/x',
        AUTH_CLIENT_ID: 'web',
        AUTH_CLIENT_SECRET: GOOD_SECRET,
        AUTH_SCOPE: 'openid roles',
        PUBLIC_URL: 'http://localhost:3000',
      },
      { client: { id: 'web', secret: GOOD_SECRET, scope: 'openid roles' } },
    ],
  ])('is %s', (_case, env, expected) => {
    for (const NODE_ENV of ['production', 'test'])
      expect(read({ ...env, NODE_ENV }).token).toMatchObject({ kind: 'provider', ...expected });
  });

  it('knows no origin in production unless it is told', () => {
    const provider = { NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example' };
    expect(read(provider).publicUrl).toBeNull();
    expect(read({ ...provider, PUBLIC_URL: 'https://Sheets.example.org:443' }).publicUrl).toBe(
      'https://sheets.example.org',
    );
  });

  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['no provider in production', { NODE_ENV: 'production' }, 'AUTH_ISSUER is not set'],
    ['keys of nobody', { AUTH_JWKS_URL: 'https://id.example/jwks' }, 'AUTH_JWKS_URL is set but AUTH_ISSUER is not'],
    ['a client of nobody', { AUTH_CLIENT_ID: 'web' }, 'AUTH_CLIENT_ID is set but AUTH_ISSUER is not'],
    ['an issuer over plain HTTP', { AUTH_ISSUER: 'http://id.example' }, 'AUTH_ISSUER is "http://id.example"'],
    ['an issuer that is no address', { AUTH_ISSUER: 'id.example' }, 'AUTH_ISSUER is "id.example"'],
    [
      'an algorithm with a shared secret',
      { AUTH_ISSUER: 'https://id.example', AUTH_ALGORITHM: 'HS256' },
      'AUTH_ALGORITHM is "HS256"',
    ],
    ['no algorithm', { AUTH_ISSUER: 'https://id.example', AUTH_ALGORITHM: 'none' }, 'AUTH_ALGORITHM is "none"'],
    [
      'one name for the app and the service',
      { AUTH_ISSUER: 'https://id.example', AUTH_CLIENT_ID: 'reflexbogen' },
      'AUTH_CLIENT_ID and AUTH_AUDIENCE are both "reflexbogen"',
    ],
    [
      'a web app that nobody can come back to',
      { NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example', AUTH_CLIENT_ID: 'web' },
      'AUTH_CLIENT_ID is set but PUBLIC_URL is not',
    ],
    [
      'a scope without OpenID',
      { AUTH_ISSUER: 'https://id.example', AUTH_CLIENT_ID: 'web', AUTH_SCOPE: 'profile' },
      'AUTH_SCOPE is "profile"',
    ],
    [
      'a web app at keys alone',
      { AUTH_ISSUER: 'urn:x', AUTH_JWKS_URL: 'https://id.example/jwks', AUTH_CLIENT_ID: 'web' },
      'AUTH_ISSUER is "urn:x"',
    ],
    [
      'browsers over plain HTTP',
      { PUBLIC_URL: 'http://sheets.example.org' },
      'PUBLIC_URL is "http://sheets.example.org"',
    ],
    ['browsers over another protocol', { PUBLIC_URL: 'ftp://sheets.example.org' }, 'PUBLIC_URL is "ftp'],
    ['a host that begins like localhost', { PUBLIC_URL: 'http://localhost.evil.example' }, 'PUBLIC_URL is'],
    ['a path', { PUBLIC_URL: 'https://sheets.example.org/app' }, 'expected an origin without a path'],
    ['a password in the address', { PUBLIC_URL: 'https://a:b@sheets.example.org' }, 'PUBLIC_URL is'],
  ])('is refused with %s', (_case, env, message) => {
    expect(() => read(env)).toThrow(ConfigurationError);
    expect(() => read(env)).toThrow(message);
  });
});

/** Ten ways to start with a secret that is none. Without the check in configuration.ts all of them are red. */
describe('secrets in production', () => {
  const production = {
    NODE_ENV: 'production',
    AUTH_ISSUER: 'https://id.example',
    AUTH_CLIENT_ID: 'web',
    PUBLIC_URL: 'https://sheets.example.org',
    DATABASE_URL: `postgres://reflexbogen:${GOOD_SECRET}@database:5432/reflexbogen`,
    AUTH_CLIENT_SECRET: GOOD_SECRET,
  };
  const database = (password: string) => ({
    DATABASE_URL: `postgres://reflexbogen:${password}@database:5432/reflexbogen`,
  });

  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['the word of every manual', database('postgres'), 'The password in DATABASE_URL is one that stands in examples'],
    ['the name of the service', database('reflexbogen'), 'The password in DATABASE_URL is one that stands in examples'],
    ['an example with digits', database('Passwort123'), 'The password in DATABASE_URL is one that stands in examples'],
    ['a placeholder that is long', database('change-me-please-change-me'), 'The password in DATABASE_URL is one'],
    ['seven random characters', database('x7Q!pa9'), 'The password in DATABASE_URL has 7 characters'],
    ['one character, often', database('a'.repeat(32)), 'The password in DATABASE_URL repeats a few characters'],
    [
      'a password among the parameters',
      { DATABASE_URL: 'postgres://database/reflexbogen?user=x&password=secret' },
      'The password in DATABASE_URL is one that stands in examples',
    ],
    ['the secret of an example', { AUTH_CLIENT_SECRET: 'your-client-secret' }, 'AUTH_CLIENT_SECRET is one that stands'],
    ['a secret of fifteen characters', { AUTH_CLIENT_SECRET: GOOD_SECRET.slice(0, 15) }, 'AUTH_CLIENT_SECRET has 15'],
    ['no provider at all', { AUTH_ISSUER: '' }, 'AUTH_CLIENT_ID is set but AUTH_ISSUER is not'],
  ])('refused: %s', (_case, env, message) => {
    expect(() => readConfiguration({ ...production, ...env })).toThrow(ConfigurationError);
    expect(() => readConfiguration({ ...production, ...env })).toThrow(message);
    const secret = /:([^:@/]+)@/.exec(env['DATABASE_URL'] ?? '')?.[1] ?? env['AUTH_CLIENT_SECRET'];
    if (secret) expect(() => readConfiguration({ ...production, ...env })).not.toThrow(secret);
  });

  it('accepted: random ones, a server without password, and anything on a laptop', () => {
    expect(readConfiguration(production).databaseUrl).toBe(production.DATABASE_URL);
    expect(readConfiguration({ ...production, DATABASE_URL: 'postgres://database/reflexbogen' }).databaseUrl).toBe(
      'postgres://database/reflexbogen',
    );
    expect(readConfiguration({ ...production, ...database('postgres'), NODE_ENV: 'test' }).databaseUrl).toContain(
      'postgres:postgres@'.slice(8),
    );
  });
});
