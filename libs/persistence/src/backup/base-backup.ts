import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Client } from 'pg';
import { BackupError } from './backup-error.js';

export interface BaseBackupOptions {
  /** Of the bootstrap superuser of a running server. */
  readonly ownerUrl: string;
  /** The server's data folder, on this machine. */
  readonly cluster: string;
  /** Made by this, with the cluster and the files below it; must not exist. */
  readonly folder: string;
  /** Files of the data folder to take along, the passwords among them. */
  readonly files: readonly string[];
  /** Waits until the write-ahead log that the copy needs has been archived. Off for a standby that streams it instead. */
  readonly waitForArchive: boolean;
}

/** What a copy of a running cluster leaves out: what belongs to the running server, and the log, which is archived or streamed. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map', 'current_logfiles']);
const EMPTIED = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/**
 * Copies the files of a running embedded cluster, between the start and the stop of a backup, so that a server made of them
 * and of the write-ahead log is consistent. The programs that npm brings have no pg_basebackup.
 * Source: https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 * @throws BackupError where the folder exists or the cluster has tablespaces of its own
 */
export async function writeBaseBackup(options: BaseBackupOptions): Promise<void> {
  const folder = resolve(options.folder);
  if (existsSync(folder)) throw new BackupError(`${folder} exists; expected the name of a new folder.`);
  if (readdirSync(join(options.cluster, 'pg_tblspc')).length > 0)
    throw new BackupError(`${options.cluster} has tablespaces outside of its folder, which are not copied.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const client = new Client({ connectionString: options.ownerUrl, application_name: 'reflexbogen-base-backup' });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    // Ends with its connection: one that is given up leaves nothing behind in the server.
    await client.query("SELECT pg_backup_start('reflexbogen', true)");
    mkdirSync(join(unfinished, 'files'), { recursive: true, mode: 0o700 });
    for (const file of options.files) cpSync(file, join(unfinished, 'files', basename(file)));
    copyCluster(options.cluster, join(unfinished, 'cluster'));
    const { rows } = await client.query<{ label: string }>('SELECT labelfile AS label FROM pg_backup_stop($1)', [
      options.waitForArchive,
    ]);
    writeFileSync(join(unfinished, 'cluster', 'backup_label'), rows[0]?.label ?? '', { mode: 0o600, flush: true });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

function copyCluster(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (LEFT_OUT.has(name)) continue;
    if (EMPTIED.has(name)) {
      mkdirSync(join(to, name), { mode: 0o700 });
      continue;
    }
    cpSync(path, join(to, name), {
      recursive: true,
      // A running server removes files while they are copied; the log knows what became of them.
      filter: (source) => existsSync(source) && !/\/pgsql_tmp/.test(source),
      preserveTimestamps: true,
    });
  }
  for (const name of ['archive_status', 'summaries']) mkdirSync(join(to, 'pg_wal', name), { mode: 0o700 });
}
