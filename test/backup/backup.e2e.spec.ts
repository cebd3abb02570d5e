import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  BackupError,
  contentHashes,
  filesOf,
  prepareDatabase,
  readManifest,
  restoreBackup,
  writeBackup,
} from '@reflexbogen/persistence';
import { createTestDatabase, testServer, type TestDatabase } from '@reflexbogen/testing';
import type { Client } from 'pg';
import { startTestApi } from '../harness/api.js';
import { connected } from '../harness/connected.js';

const STUDY = new URL('../../studies/integration-2021/', import.meta.url).pathname;

/** A database without anything in it, not even the schema. */
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await connected(database.ownerUrl, (client) =>
    client.query('DROP SCHEMA public CASCADE; DROP SCHEMA pgboss CASCADE; CREATE SCHEMA public'),
  );
  return database;
}

const hashesOf = (url: string) => connected(url, (client) => contentHashes(client));
const rowsOf = (url: string, table: string) =>
  connected(url, async (client) =>
    Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n),
  );

const addRows = (client: Client): Promise<unknown> =>
  client.query(`INSERT INTO template (slug, title) VALUES ('later', '{"de": "Später"}')`);

describe('backup and restore', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'reflexbogen-backup-'));
  const folder = join(scratch, 'backup');
  const targets: TestDatabase[] = [];
  /** A study in a database that nobody writes to. */
  let source: TestDatabase;
  let contents: ReadonlyMap<string, string>;

  const target = async (): Promise<TestDatabase> => {
    const database = await emptyDatabase();
    targets.push(database);
    return database;
  };

  beforeAll(async () => {
    const api = await startTestApi();
    const first = join(scratch, 'first');
    try {
      expect(await api.importPath(STUDY)).toMatchObject({ status: 'SUCCEEDED' });
      await writeBackup({ ownerUrl: api.ownerUrl, folder: first });
    } finally {
      await api.stop();
    }
    source = await target();
    await restoreBackup({ ownerUrl: source.ownerUrl, folder: first });
    writeFileSync(join(scratch, 'audit.key'), 'the key');
    await writeBackup({ ownerUrl: source.ownerUrl, folder, files: { 'audit.key': join(scratch, 'audit.key') } });
    contents = await hashesOf(source.ownerUrl);
  }, 120_000);

  afterAll(async () => {
    for (const database of targets) await database.drop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('brings back every row of every table, and the files', async () => {
    const database = await target();

    const progress: string[] = [];
    await restoreBackup({ ownerUrl: database.ownerUrl, folder, onProgress: ({ table }) => progress.push(table) });

    expect([...(await hashesOf(database.ownerUrl))]).toEqual([...contents]);
    expect([...progress].sort()).toEqual([...contents.keys()].sort());
    expect(
      readManifest(folder)
        .tables.map(({ name, sha256 }) => [name, sha256])
        .sort(),
    ).toEqual([...contents].sort());
    expect(await rowsOf(database.ownerUrl, 'submission')).toBeGreaterThan(0);
    expect(filesOf(folder).get('audit.key')?.toString()).toBe('the key');
  });

  it('goes on after a restore: guards stand, ids go on, the service works', async () => {
    const database = await target();
    await restoreBackup({ ownerUrl: database.ownerUrl, folder });
    await prepareDatabase({ ownerUrl: database.ownerUrl, appPassword: testServer().appPassword });

    await expect(
      connected(database.ownerUrl, (client) => client.query("UPDATE submission SET receipt = 'x'")),
    ).rejects.toMatchObject({ code: 'RB001' });
    const ids = await connected(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ id: string; before: string }>(
        `INSERT INTO question (template_id, code) SELECT id, 'after-the-restore' FROM template RETURNING id,
           (SELECT max(id) FROM question) AS before`,
      );
      return rows[0];
    });
    expect(Number(ids?.id)).toBeGreaterThan(Number(ids?.before));
  });

  it('is of one snapshot while others go on writing', async () => {
    const during = join(scratch, 'during');
    let pending: Promise<unknown> = Promise.resolve();

    await writeBackup({
      ownerUrl: source.ownerUrl,
      folder: during,
      // In the middle of it, after the first table: a row for a table that is yet to come, and one for one that is done.
      onProgress: ({ done }) => {
        if (done === 1) pending = connected(source.ownerUrl, addRows);
      },
    });
    await pending;

    const database = await target();
    await restoreBackup({ ownerUrl: database.ownerUrl, folder: during });
    expect([...(await hashesOf(database.ownerUrl))]).toEqual([...contents]);
    expect([...(await hashesOf(source.ownerUrl))]).not.toEqual([...contents]);
  });
  it('is repeatable: what failed leaves no row behind, and the same backup goes in afterwards', async () => {
    const database = await target();
    const broken = join(scratch, 'broken');
    cpSync(folder, broken, { recursive: true });
    const last = join(
      broken,
      readManifest(folder)
        .tables.filter(({ rows }) => rows > 0)
        .at(-1)?.file ?? '',
    );
    writeFileSync(last, gzipSync(Buffer.concat([gunzipSync(readFileSync(last)), Buffer.from('one more\n')])));

    await expect(restoreBackup({ ownerUrl: database.ownerUrl, folder: broken })).rejects.toThrow(BackupError);
    expect(await rowsOf(database.ownerUrl, 'study')).toBe(0);

    await restoreBackup({ ownerUrl: database.ownerUrl, folder });
    expect([...(await hashesOf(database.ownerUrl))]).toEqual([...contents]);
  });

  it.each([
    ['a changed value', (text: string) => text.replace(/case-01/, 'case-0I'), 'is not what the backup says'],
    ['a missing row', (text: string) => text.split('\n').slice(1).join('\n'), 'is not what the backup says'],
  ])('finds %s', async (_name, change, message) => {
    const database = await target();
    const changed = mkdtempSync(join(scratch, 'changed-'));
    cpSync(folder, changed, { recursive: true });
    const file = join(changed, 'tables/public.municipality.copy.gz');
    const text = gunzipSync(readFileSync(file)).toString();
    expect(change(text)).not.toBe(text);
    writeFileSync(file, gzipSync(change(text)));

    await expect(restoreBackup({ ownerUrl: database.ownerUrl, folder: changed })).rejects.toThrow(message);
    expect(await rowsOf(database.ownerUrl, 'municipality')).toBe(0);
  });

  it('refuses a database in use, a folder that exists, one that is no backup, and a later version', async () => {
    await expect(restoreBackup({ ownerUrl: source.ownerUrl, folder })).rejects.toThrow('expected an empty one');
    await expect(writeBackup({ ownerUrl: source.ownerUrl, folder })).rejects.toThrow('exists');
    await expect(restoreBackup({ ownerUrl: source.ownerUrl, folder: scratch })).rejects.toThrow('manifest.json');
    const later = join(scratch, 'later');
    cpSync(folder, later, { recursive: true });
    const manifest = readManifest(later);
    writeFileSync(
      join(later, 'manifest.json'),
      JSON.stringify({ ...manifest, migrations: [...manifest.migrations, 'AddWings20990101000000'] }),
    );
    const database = await target();
    await expect(restoreBackup({ ownerUrl: database.ownerUrl, folder: later })).rejects.toThrow(
      'AddWings20990101000000',
    );
  });

  it('leaves nothing behind where it fails, and refuses a role that does not see every row', async () => {
    const name = join(scratch, 'refused');
    await expect(writeBackup({ ownerUrl: source.appUrl, folder: name })).rejects.toThrow();
    expect(existsSync(name)).toBe(false);
    expect(readdirSync(scratch).filter((entry) => entry.endsWith('.unfinished'))).toEqual([]);
  });
});
