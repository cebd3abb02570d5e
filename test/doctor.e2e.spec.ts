import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApplicationRole, DatabaseExamination } from '../libs/persistence/src/index.js';
import { findingsOf } from '../apps/api/src/doctor/database-findings.js';
import { diskFindingOf, machineFindings } from '../apps/api/src/doctor/environment-findings.js';
import { examine } from '../apps/api/src/doctor/examine.js';
import type { Finding } from '../apps/api/src/doctor/finding.js';
import { readConfiguration } from '../apps/api/src/configuration.js';
import { programFor } from '../apps/cli/src/program.js';
import { startTestApi, type TestApi } from './harness/api.js';

const SECRET = 'geheimnis';

const statesOf = (findings: readonly Finding[], area: Finding['area']) =>
  findings.filter((finding) => finding.area === area).map(({ state }) => state);

describe('reflexbogen doctor', () => {
  let api: TestApi;
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-doctor-'));
    environment = { DATA_DIR: folder, DATABASE_URL: api.ownerUrl, PORT: new URL(api.url).port };
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds a service and its database in order', async () => {
    const findings = await examine(environment);

    expect(findings.filter(({ state }) => state === 'fault')).toEqual([]);
    expect(statesOf(findings, 'service')).toEqual(['ok']);
    expect(findings.map(({ what }) => what)).toContain('every migration of this version is there');
    for (const { state, mend } of findings) expect(mend === null).toBe(state === 'ok');
  });

  it.each<[string, Record<string, string>, Finding['area'], RegExp]>([
    ['a variable that cannot be read', { COLUMN_MEGABYTES: 'many' }, 'configuration', /^COLUMN_MEGABYTES is "many"/],
    ['a short token', { METRICS_TOKEN: SECRET }, 'configuration', /^METRICS_TOKEN is not usable/],
    ['no provider in production', { NODE_ENV: 'production' }, 'configuration', /AUTH_ISSUER is not set/],
    [
      'a database that is not there',
      { DATABASE_URL: `postgres://user:${SECRET}@127.0.0.1:2/none` },
      'database',
      /^127\.0\.0\.1:2 cannot be asked: ECONNREFUSED$/,
    ],
    [
      'a mail server that is not there',
      {
        SMTP_URL: `smtp://user:${SECRET}@127.0.0.1:2`,
        MAIL_FROM: 'bogen@example.org',
        PUBLIC_URL: 'http://localhost:3000',
      },
      'mail',
      /^127\.0\.0\.1:2 does not take mails: \w+$/,
    ],
    [
      'a provider that is not there',
      { AUTH_ISSUER: 'http://127.0.0.1:2/realm', AUTH_CLIENT_SECRET: SECRET },
      'sign-in',
      /^127\.0\.0\.1:2 does not answer as a provider/,
    ],
    [
      'keys that are not there',
      { AUTH_ISSUER: 'urn:x', AUTH_JWKS_URL: 'http://127.0.0.1:2/jwks' },
      'sign-in',
      /^127\.0\.0\.1:2 does not answer as a provider: ECONNREFUSED/,
    ],
  ])('names %s, with the mend and without the secret', async (_case, more, area, what) => {
    const findings = await examine({ ...environment, ...more });

    const found = findings.filter((finding) => finding.area === area && finding.state === 'fault');
    expect(found).toEqual([
      expect.objectContaining({ what: expect.stringMatching(what) as string, mend: expect.any(String) as string }),
    ]);
    expect(JSON.stringify(findings)).not.toContain(SECRET);
  });

  it('goes on where a collector of traces is not there', async () => {
    const findings = await examine({ ...environment, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:2' });
    expect(statesOf(findings, 'observing')).toEqual(['ok', 'warning']);
  });

  it('tells a provider by its keys', async () => {
    const server = createServer((_request, response) => response.end('{"keys":[]}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const AUTH_JWKS_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
      const findings = await examine({ ...environment, AUTH_ISSUER: 'urn:x', AUTH_JWKS_URL });
      expect(statesOf(findings, 'sign-in')).toEqual(['ok', 'warning']);
    } finally {
      server.close();
    }
  });

  it.each<[string, 'table' | 'json', number]>([
    ['as a table', 'table', 0],
    ['as JSON', 'json', 0],
    ['with its exit code', 'table', 1],
  ])('is a command: %s', async (_case, format, expected) => {
    let out = '';
    let code: number | undefined;
    const terminal = {
      env: { ...process.env, ...environment, ...(expected === 0 ? {} : { PORT: 'many' }) },
      out: (text: string) => void (out += text),
      err: (text: string) => void (out += text),
      progress: null,
      width: 100,
    };
    await programFor(terminal, (exit) => (code = exit)).parseAsync(['doctor', '--format', format], { from: 'user' });

    expect(code).toBe(expected);
    if (format === 'json')
      expect(JSON.parse(out)).toEqual(expect.arrayContaining([expect.objectContaining({ area: 'database' })]));
    else expect(out).toMatch(/^\d+ faults?, \d+ warnings?$/m);
  });
});

describe('what the doctor makes of it', () => {
  const role: ApplicationRole = { name: 'reflexbogen_app', bypasses: false, owned: 0, mayBecome: [] };
  const sound: DatabaseExamination = {
    version: '18.4',
    clockMs: 3,
    refusal: null,
    warnings: [],
    settings: { fsync: 'on', archive_mode: 'on' },
    maxConnections: 100,
    bytes: 1_048_576,
    missingMigrations: [],
    unknownMigrations: [],
    application: role,
    unguardedTables: [],
  };

  it.each<[string, Partial<DatabaseExamination>, string[]]>([
    ['a sound database', {}, []],
    ['a database that may lose answers', { refusal: 'fsync is off' }, ['fault']],
    ['one without checksums', { warnings: ['no checksums'] }, ['warning']],
    ['one without an archive', { settings: { archive_mode: 'off' } }, ['warning']],
    ['an older schema', { missingMigrations: ['X'] }, ['warning']],
    ['a later schema', { unknownMigrations: ['X'] }, ['warning']],
    ['a role that bypasses row level security', { application: { ...role, bypasses: true } }, ['fault']],
    ['a role that owns tables', { application: { ...role, owned: 41 } }, ['fault']],
    ['a role that may take on the owner', { application: { ...role, mayBecome: ['owner'] } }, ['fault']],
    ['tables without row level security', { unguardedTables: ['public.answer'] }, ['warning']],
    ['a clock that is a little off', { clockMs: -5_000 }, ['warning']],
    ['a clock that is wrong', { clockMs: 90_000 }, ['fault']],
  ])('%s', (_case, found, expected) => {
    const states = findingsOf('here', { ...sound, ...found }).map(({ state }) => state);
    expect(states.filter((state) => state !== 'ok')).toEqual(expected);
  });

  it.each<[number, Finding['state']]>([
    [100, 'fault'],
    [500, 'warning'],
    [10_000, 'ok'],
  ])('%d MiB of free disk is %s', (free, expected) => {
    expect(diskFindingOf('/data', free).state).toBe(expected);
  });

  it.each<[string, Finding['state']]>([
    ['18.20.0', 'fault'],
    ['20.18.0', 'fault'],
    ['20.19.0', 'ok'],
    ['24.0.0', 'ok'],
  ])('Node %s is %s', async (node, expected) => {
    const [first] = await machineFindings(
      readConfiguration({ DATA_DIR: tmpdir(), AUTH_ISSUER: 'https://x.example' }),
      node,
    );
    expect(first?.state).toBe(expected);
  });
});
