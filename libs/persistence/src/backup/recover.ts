import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findBinaries } from '../embedded/binaries.js';
import { startEmbeddedServer, type EmbeddedServer } from '../embedded/embedded-server.js';
import { clusterOf } from '../embedded/data-folder.js';
import { restoreCommand } from '../embedded/wal-archive.js';
import { launchFor } from '../embedded/unprivileged.js';
import { BackupError } from './backup-error.js';

/** Marks a cluster that has to be recovered before it takes connections. */
const RECOVERY_SIGNAL = 'recovery.signal';

export interface RecoverOptions {
  /** A folder that writeBaseBackup has made. */
  readonly base: string;
  /** Where the embedded server has archived its write-ahead log. */
  readonly archive: string;
  /** A new data folder for the recovered service. */
  readonly dataDir: string;
  /** What was committed by then is there, what came later is not; null: everything that was archived. */
  readonly to: Date | null;
}

/**
 * Recovers a data folder as it was at an instant: a base backup, and the archived write-ahead log from then on. Returns when
 * the server has reached the instant and takes writes, on a timeline of its own.
 * @throws BackupError where the data folder exists already
 * @throws EmbeddedServerError with the server's own words where the log does not reach as far as the instant
 */
export async function recover(options: RecoverOptions): Promise<EmbeddedServer> {
  placeBase(options.base, options.dataDir);
  writeFileSync(join(clusterOf(options.dataDir), RECOVERY_SIGNAL), '', { mode: 0o600 });
  return startEmbeddedServer({
    dataDir: options.dataDir,
    settings: {
      restore_command: restoreCommand(options.archive),
      recovery_target_action: 'promote',
      // Nobody gets in before the instant is reached.
      hot_standby: 'off',
      ...(options.to === null
        ? {}
        : { recovery_target_time: options.to.toISOString().replace('T', ' ').replace('Z', '+00') }),
    },
    // A long log takes long; a server that cannot go on ends, and is not waited for.
    readyMs: 86_400_000,
  });
}

/**
 * Makes the data folder of a service of a base backup; nothing is started.
 * @throws BackupError where the data folder has a cluster already, or the base is none
 */
export function placeBase(base: string, dataDir: string): void {
  const cluster = clusterOf(dataDir);
  if (existsSync(cluster)) throw new BackupError(`${cluster} exists; expected a new data folder.`);
  if (!existsSync(join(base, 'cluster', 'backup_label')))
    throw new BackupError(
      `${base} has no cluster/backup_label; expected the folder of a base backup that was finished.`,
    );
  const folder = dirname(cluster);
  mkdirSync(resolve(dataDir), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(join(base, 'files')))
    cpSync(join(base, 'files', name), join(resolve(dataDir), name), { errorOnExist: true, force: false });
  cpSync(join(base, 'cluster'), cluster, { recursive: true, preserveTimestamps: true });
  // As root the server runs as somebody else, whom its files must belong to.
  const { uid, gid } = launchFor(folder, findBinaries().postgres);
  if (uid !== undefined && gid !== undefined) giveTo(folder, uid, gid);
}

function giveTo(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), uid, gid);
}
