import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { BackupError } from './backup-error.js';
import { seeEveryRow } from './every-row.js';
import { MANIFEST, type BackedUpTable, type BackupManifest } from './backup-manifest.js';
import { appliedMigrations, copiedSequences, copiedTables, selectionOf, type CopiedTable } from './table-catalog.js';

export interface BackupProgress {
  /** Table that has just been copied. */
  readonly table: string;
  readonly rows: number;
  /** Tables done, of so many. */
  readonly done: number;
  readonly of: number;
}

export interface WriteBackupOptions {
  /** Of the tables' owner, or of a superuser. */
  readonly ownerUrl: string;
  /** Made by this; must not exist. */
  readonly folder: string;
  /** Files to take along, by the name they get in the backup. */
  readonly files?: Readonly<Record<string, string>>;
  readonly onProgress?: (progress: BackupProgress) => void;
}

/**
 * Copies everything the service knows into a folder: all tables from one snapshot, while others go on writing. Memory does not
 * grow with the rows. The folder is written under another name and gets its own last, so that half a backup never looks like
 * one. It holds personal data and keys: only its owner may read it.
 * @throws BackupError where the folder exists, or the role does not see every row
 */
export async function writeBackup(options: WriteBackupOptions): Promise<BackupManifest> {
  const folder = resolve(options.folder);
  if (existsSync(folder)) throw new BackupError(`${folder} exists; expected the name of a new folder.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(join(unfinished, 'tables'), { recursive: true, mode: 0o700 });
  mkdirSync(join(unfinished, 'files'), { mode: 0o700 });
  const client = new Client({ connectionString: options.ownerUrl, application_name: 'reflexbogen-backup' });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    await client.query("SET TIME ZONE 'UTC'; SET statement_timeout = 0");
    await seeEveryRow(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ takenAt: Date; server: string }>(
      `SELECT now() AS "takenAt", current_setting('server_version') AS server`,
    );
    const migrations = await appliedMigrations(client);
    if (migrations.length === 0)
      throw new BackupError('The database holds no schema of this service; nothing to back up.');
    const found = await copiedTables(client);
    const tables: BackedUpTable[] = [];
    for (const table of found) {
      const copied = await copyTable(client, table, unfinished);
      tables.push(copied);
      options.onProgress?.({ table: table.name, rows: copied.rows, done: tables.length, of: found.length });
    }
    const manifest: BackupManifest = {
      format: 'reflexbogen-backup',
      formatVersion: 1,
      takenAt: rows[0]?.takenAt.toISOString() ?? '',
      server: rows[0]?.server ?? '',
      migrations,
      tables,
      sequences: await copiedSequences(client),
      files: Object.entries(options.files ?? {}).map(([name, path]) => copyFile(name, path, unfinished)),
    };
    await client.query('COMMIT');
    writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
    renameSync(unfinished, folder);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function copyTable(client: Client, table: CopiedTable, folder: string): Promise<BackedUpTable> {
  const file = `tables/${table.name.replaceAll('"', '')}.copy.gz`;
  const hash = createHash('sha256');
  let rows = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  // Line breaks within values are escaped in this format, so that each one ends a row.
  await pipeline(
    client.query(to(`COPY (${selectionOf(table)}) TO STDOUT (ENCODING 'UTF8')`)),
    counting,
    createGzip({ level: 6 }),
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  );
  return { name: table.name, columns: table.columns, file, rows, sha256: hash.digest('hex') };
}

function copyFile(name: string, path: string, folder: string): BackupManifest['files'][number] {
  const content = readFileSync(path);
  writeFileSync(join(folder, 'files', basename(name)), content, { mode: 0o600, flush: true });
  return { name: `files/${basename(name)}`, sha256: createHash('sha256').update(content).digest('hex') };
}
