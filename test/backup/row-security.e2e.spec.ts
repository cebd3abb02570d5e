import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  appUrlOf,
  type BackupManifest,
  contentHashes,
  createDataSource,
  prepareDatabase,
  restoreBackup,
  writeBackup,
} from '@reflexbogen/persistence';
import { testServer } from '@reflexbogen/testing';
import { startTestApi } from '../harness/api.js';
import { connected } from '../harness/connected.js';

const STUDY = new URL('../../studies/integration-2021/', import.meta.url).pathname;

const contentsOf = ({ tables }: BackupManifest) => tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 }));

/**
 * An owner who is no superuser, as on a server of somebody else's: row level security is forced on it. Broken on purpose: without
 * its reach (every-row.ts) each of these is red; without asking the policies the last two are, with a backup of fewer rows.
 */
describe('an owner whom row level security holds', () => {
  const name = `owned_${process.pid}`;
  const scratch = mkdtempSync(join(tmpdir(), 'reflexbogen-owner-'));
  const folder = join(scratch, 'backup');
  const admin = (sql: string) => connected(testServer().ownerUrl, (client) => client.query(sql));
  const inside = (sql: string) => connected(ownerUrl, (client) => client.query(sql));
  let superUrl: string;
  let ownerUrl: string;
  let original: BackupManifest;

  beforeAll(async () => {
    const api = await startTestApi();
    try {
      expect(await api.importPath(STUDY)).toMatchObject({ status: 'SUCCEEDED' });
      original = await writeBackup({ ownerUrl: api.ownerUrl, folder });
    } finally {
      await api.stop();
    }
    await admin(`CREATE ROLE ${name} LOGIN PASSWORD 'of the owner'`);
    await admin(`GRANT reflexbogen_app TO ${name}`);
    await admin(`CREATE DATABASE ${name} OWNER ${name}`);
    const [own, all] = [new URL(testServer().ownerUrl), new URL(testServer().ownerUrl)];
    own.pathname = all.pathname = `/${name}`;
    superUrl = all.toString();
    own.username = name;
    own.password = 'of the owner';
    ownerUrl = own.toString();
    await restoreBackup({ ownerUrl, folder });
  }, 120_000);
  afterAll(async () => {
    await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin(`DROP ROLE IF EXISTS ${name}`);
    rmSync(scratch, { recursive: true, force: true });
  });

  it('restores every row, and is held as before', async () => {
    expect([...(await connected(superUrl, (client) => contentHashes(client)))].sort()).toEqual(
      contentsOf(original)
        .map(({ name: table, sha256 }) => [table, sha256])
        .sort(),
    );
    const { rows } = await inside('SELECT 1 FROM submission');
    expect(rows).toEqual([]);
  });

  it('backs up every row, as a superuser does', async () => {
    const manifest = await writeBackup({ ownerUrl, folder: join(scratch, 'again') });
    expect(contentsOf(manifest)).toEqual(contentsOf(original));
    expect(manifest.tables.find(({ name: table }) => table === 'public.submission')?.rows).toBeGreaterThan(0);
  });

  it('migrates, and the service sees in a scope alone', async () => {
    await prepareDatabase({ ownerUrl });
    const service = await createDataSource({ url: appUrlOf(ownerUrl, undefined), poolSize: 1 }).initialize();
    try {
      expect(await service.query('SELECT 1 FROM submission')).toEqual([]);
    } finally {
      await service.destroy();
    }
  });

  const refused = async (): Promise<void> => {
    const target = join(scratch, 'fewer');
    await expect(writeBackup({ ownerUrl, folder: target })).rejects.toThrow(
      `The role ${name} does not see every row of public.answer`,
    );
    expect(existsSync(target)).toBe(false);
  };

  it('is refused where a policy of somebody else takes rows away', async () => {
    await inside('CREATE POLICY mine ON answer AS RESTRICTIVE FOR SELECT USING (revision < 1000)');
    await refused();
    await inside('DROP POLICY mine ON answer');
  });

  it('is refused where a policy was changed', async () => {
    await inside(
      `DROP POLICY answer_select ON answer; CREATE POLICY answer_select ON answer FOR SELECT
       USING (current_setting('reflexbogen.reach', true) = 'SERVICE' AND revision < 1000)`,
    );
    await refused();
  });
});
