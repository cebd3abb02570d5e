import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { createDataSource } from '../data-source.js';
import { MIGRATIONS } from '../migrations/index.js';
import { BackupError } from './backup-error.js';
import { readManifest, type BackedUpTable, type BackupManifest } from './backup-manifest.js';
import { appliedMigrations, copiedTables } from './table-catalog.js';
import type { BackupProgress } from './write-backup.js';

export interface RestoreBackupOptions {
  /** Of the owner of an empty database, or of one that holds the empty schema of the backup. */
  readonly ownerUrl: string;
  readonly folder: string;
  readonly onProgress?: (progress: BackupProgress) => void;
}

/**
 * Brings a backup into an empty database: the schema as it was then, then all rows in one transaction. The migrations that
 * came later are left to the next start, as with any upgrade. With any fault no row is there, and it can be repeated.
 * @throws BackupError where the database is not empty, or a file is missing or was changed
 */
export async function restoreBackup(options: RestoreBackupOptions): Promise<BackupManifest> {
  const folder = resolve(options.folder);
  const manifest = readManifest(folder);
  checkFiles(folder, manifest);
  const client = new Client({ connectionString: options.ownerUrl, application_name: 'reflexbogen-restore' });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    await checkEmpty(client, manifest);
    await migrateTo(options.ownerUrl, manifest.migrations);
    await load(client, folder, manifest, options.onProgress ?? (() => undefined));
    await client.query('ANALYZE');
    return manifest;
  } finally {
    await client.end();
  }
}

/** Files that a backup took along, with their contents, by the name they had. @throws BackupError where one was changed */
export function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const manifest = readManifest(folder);
  checkFiles(folder, manifest);
  return new Map(manifest.files.map(({ name }) => [name.replace('files/', ''), readFileSync(join(folder, name))]));
}

function checkFiles(folder: string, { files }: BackupManifest): void {
  for (const { name, sha256 } of files)
    if (
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex') !== sha256
    )
      throw new BackupError(`${name} is not what the backup says; expected the SHA-256 ${sha256}.`);
}

async function checkEmpty(client: Client, { migrations }: BackupManifest): Promise<void> {
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new BackupError(`The backup is of a later version: this one does not know its migration ${unknown}.`);
  const applied = await appliedMigrations(client);
  const isPrefix = applied.every((name, index) => migrations[index] === name);
  const isEmpty =
    applied.length === 0 ||
    (await client.query('SELECT 1 FROM study UNION ALL SELECT 1 FROM template UNION ALL SELECT 1 FROM person LIMIT 1'))
      .rowCount === 0;
  if (!isPrefix || !isEmpty)
    throw new BackupError(
      'The database is in use; expected an empty one. Name another database, or move the data folder away.',
    );
}

async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  const dataSource = createDataSource({ url, poolSize: 1, applicationName: 'reflexbogen-restore' });
  dataSource.setOptions({ migrations: MIGRATIONS.filter(({ name }) => names.includes(name)) });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

async function load(
  client: Client,
  folder: string,
  manifest: BackupManifest,
  onProgress: (progress: BackupProgress) => void,
): Promise<void> {
  const present = new Map((await copiedTables(client)).map((table) => [table.name, table]));
  const { rows: forced } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relforcerowsecurity`,
  );
  await client.query("SET TIME ZONE 'UTC'; SET statement_timeout = 0; BEGIN");
  try {
    // Rows are put back as they were, not made anew: what guards changes has looked at them before. References are checked.
    for (const { name } of forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
    for (const name of present.keys()) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${[...present.keys()].join(', ')}`);
    for (const [index, table] of manifest.tables.entries()) {
      if (!present.has(table.name))
        throw new BackupError(`The backup holds a table ${table.name} that its own schema does not have.`);
      await loadTable(client, folder, table);
      onProgress({ table: table.name, rows: table.rows, done: index + 1, of: manifest.tables.length });
    }
    for (const { name, value, isCalled } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
    // Whatever is checked at the commit otherwise: a table with checks pending cannot be altered.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const name of present.keys()) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const { name } of forced) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** @throws BackupError where the text is not what the manifest says; the transaction is then given up */
async function loadTable(client: Client, folder: string, table: BackedUpTable): Promise<void> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      createReadStream(join(folder, table.file)),
      createGunzip(),
      hashing,
      client.query(from(`COPY ${table.name} (${table.columns.join(', ')}) FROM STDIN (ENCODING 'UTF8')`)),
    );
  } catch (error) {
    throw new BackupError(
      `${table.file} cannot be read back: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (hash.digest('hex') !== table.sha256)
    throw new BackupError(`${table.file} is not what the backup says; expected the SHA-256 ${table.sha256}.`);
}
