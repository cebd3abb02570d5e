import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, testServer, type TestDatabase } from '@reflexbogen/testing';
import { Client } from 'pg';
import { waysAround } from './application-role.js';
import { createDataSource } from './data-source.js';
import { startEmbeddedServer, type EmbeddedServer } from './embedded/embedded-server.js';
import { prepareDatabase } from './prepare-database.js';
import { checkServer, UnsuitableServerError } from './server-check.js';

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every table, column, constraint, index, trigger and function that a database has of its own. */
const SCHEMA = `
  SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS what
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'trigger', pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT tgisinternal
  UNION ALL SELECT 'policy', concat_ws(' ', tablename, policyname, cmd, qual, with_check) FROM pg_policies
  UNION ALL SELECT 'function', proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  ORDER BY 1, 2`;

const schemaOf = (url: string) =>
  withClient(url, async (client) => (await client.query<{ kind: string; what: string }>(SCHEMA)).rows);

describe('prepareDatabase', () => {
  const databases: TestDatabase[] = [];
  const names: string[] = [];
  const roles: string[] = [];

  afterAll(async () => {
    for (const database of databases) await database.drop();
    for (const name of names)
      await withClient(testServer().ownerUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    for (const role of roles) await withClient(testServer().ownerUrl, (client) => client.query(`DROP ROLE ${role}`));
  });

  async function migrated(): Promise<TestDatabase> {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  }

  async function empty(): Promise<string> {
    const name = `empty_${process.pid}_${names.length}`;
    names.push(name);
    await withClient(testServer().ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`));
    const url = new URL(testServer().ownerUrl);
    url.pathname = `/${name}`;
    return url.toString();
  }

  it('lets replicas that start at once wait for one another', async () => {
    const ownerUrl = await empty();
    const { appPassword } = testServer();
    const prepared = await Promise.all(Array.from({ length: 4 }, () => prepareDatabase({ ownerUrl, appPassword })));
    expect(new Set(prepared.map(({ appUrl }) => appUrl)).size).toBe(1);
    const appUrl = prepared[0]?.appUrl ?? '';
    const { rows } = await withClient(appUrl, (client) =>
      client.query<{ role: string; privileged: boolean }>(
        'SELECT current_user AS role, rolsuper OR rolbypassrls OR rolcreaterole AS privileged FROM pg_roles WHERE rolname = current_user',
      ),
    );
    expect(rows).toEqual([{ role: 'reflexbogen_app', privileged: false }]);
    expect(await schemaOf(ownerUrl)).toEqual(await schemaOf((await migrated()).ownerUrl));
  });

  it("takes on the role in the owner's own connections where there is no password", async () => {
    const { appUrl } = await prepareDatabase({ ownerUrl: await empty() });
    await withClient(appUrl, async (client) => {
      expect((await client.query('SELECT current_user AS role')).rows).toEqual([{ role: 'reflexbogen_app' }]);
      await expect(client.query('CREATE TABLE stray (id integer)')).rejects.toThrow('permission denied');
    });
  });

  it('says what an administrator has to do where its own role may not create others, and then does without', async () => {
    const url = new URL(await empty());
    const database = url.pathname.slice(1);
    const owner = `${database}_owner`;
    await withClient(testServer().ownerUrl, async (client) => {
      await client.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'secret'; ALTER DATABASE ${database} OWNER TO ${owner}`);
    });
    roles.push(owner);
    url.username = owner;
    url.password = 'secret';
    await expect(prepareDatabase({ ownerUrl: url.toString() })).rejects.toThrow(`GRANT reflexbogen_app TO "${owner}"`);
    await withClient(testServer().ownerUrl, (client) => client.query(`GRANT reflexbogen_app TO ${owner}`));
    const { appUrl } = await prepareDatabase({ ownerUrl: url.toString() });
    await prepareDatabase({ ownerUrl: url.toString() }); // a second start
    await withClient(appUrl, async (client) => {
      expect((await client.query('SELECT current_user AS role, session_user AS login')).rows).toEqual([
        { role: 'reflexbogen_app', login: owner },
      ]);
      await expect(client.query('DELETE FROM submission')).rejects.toThrow('permission denied');
    });
  });

  it('refuses an application role that row level security would not hold', async () => {
    const { ownerUrl } = await migrated();
    await withClient(ownerUrl, (client) => client.query('ALTER TABLE answer OWNER TO reflexbogen_app'));
    await expect(prepareDatabase({ ownerUrl })).rejects.toThrow(
      'reflexbogen_app owns 1 tables or sequences, and could take their policies off. As an administrator',
    );
    expect(waysAround({ name: 'app', bypasses: true, owned: 0, mayBecome: ['owner'] }).map(({ mend }) => mend)).toEqual(
      ['As an administrator: ALTER ROLE app NOSUPERUSER NOBYPASSRLS;', 'As an administrator: REVOKE owner FROM app;'],
    );
  });

  it('takes no right from a later version that has been at work, as where an older replica starts beside it', async () => {
    const { ownerUrl } = await migrated();
    const { appPassword } = testServer();
    const given = `SELECT has_column_privilege('reflexbogen_app', 'study', 'slug', 'UPDATE') AS given`;
    const isGiven = () =>
      withClient(ownerUrl, async (client) => (await client.query<{ given: boolean }>(given)).rows[0]?.given);
    await withClient(ownerUrl, (client) =>
      client.query(`GRANT UPDATE (slug) ON study TO reflexbogen_app;
        INSERT INTO schema_migration (timestamp, name) VALUES (20991231000000, 'OfLater20991231000000')`),
    );
    await prepareDatabase({ ownerUrl, appPassword });
    expect(await isGiven()).toBe(true);

    await withClient(ownerUrl, (client) => client.query(`DELETE FROM schema_migration WHERE name LIKE 'OfLater%'`));
    await prepareDatabase({ ownerUrl, appPassword });
    expect(await isGiven()).toBe(false);
  });

  it('goes down to nothing and up to the same again', async () => {
    const { ownerUrl } = await migrated();
    const before = await schemaOf(ownerUrl);
    const dataSource = await createDataSource({ url: ownerUrl }).initialize();
    for (const _migration of dataSource.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
    expect((await schemaOf(ownerUrl)).filter(({ what }) => !what.includes('schema_migration'))).toEqual([]);
    await dataSource.destroy();
    await prepareDatabase({ ownerUrl });
    expect(await schemaOf(ownerUrl)).toEqual(before);
  });
});

describe('checkServer', () => {
  let dataDir: string;
  let server: EmbeddedServer;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'reflexbogen-unsafe-'));
    server = await startEmbeddedServer({ dataDir, settings: { fsync: 'off', full_page_writes: 'off' } });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('refuses a server that may lose answers, with every reason and its mend, before it touches anything', async () => {
    const refused = prepareDatabase({ ownerUrl: server.ownerUrl });
    await expect(refused).rejects.toThrow(UnsuitableServerError);
    await expect(refused).rejects.toThrow(/fsync is off.*ALTER SYSTEM SET fsync = 'on'.*full_page_writes is off/);
    expect(await schemaOf(server.ownerUrl)).toEqual([]);
  });

  it.each([
    ['off', false],
    ['local', false],
    ['remote_write', true],
    ['remote_apply', true],
  ])('synchronous_commit = %s: accepted %s', async (setting, accepted) => {
    const check = withClient(testServer().ownerUrl, async (client) => {
      await client.query(`SET synchronous_commit = ${setting}`);
      await checkServer(client);
    });
    if (accepted) await expect(check).resolves.toBeUndefined();
    else await expect(check).rejects.toThrow(`synchronous_commit is ${setting}`);
  });

  it.each([
    ['140012', '14.12', 'it is PostgreSQL 14.12; expected 15 to 18'],
    ['190000', '19beta1', 'it is PostgreSQL 19beta1; expected 15 to 18'],
  ])('refuses version %s', async (number, version, reason) => {
    const settings: Readonly<Record<string, string>> = {
      server_version_num: number,
      server_version: version,
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
    };
    const query = (_sql: string, [name]: readonly [string]) => Promise.resolve({ rows: [{ setting: settings[name] }] });
    // Only the answers of other servers are stood in for; there is no such server to run.
    await expect(checkServer({ query } as unknown as Client)).rejects.toThrow(reason);
  });
});
