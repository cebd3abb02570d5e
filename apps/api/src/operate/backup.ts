import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  BackupError,
  clusterOf,
  filesOf,
  passwordFileOf,
  prepareDatabase,
  recover,
  restoreBackup,
  runningOwnerUrl,
  startEmbeddedServer,
  writeBackup,
  writeBaseBackup,
  type BackupProgress,
  type EmbeddedServer,
} from '@reflexbogen/persistence';
import type { Storage } from '../configuration.js';

/** Where the words of an act go. */
export interface Output {
  readonly say: (text: string) => void;
  /** Replaces the line before; for terminals. */
  readonly progress: (text: string) => void;
}

const count = new Intl.NumberFormat('en');

/** Files of the data folder that are no part of the database, and without which it is not whole. */
const keysOf = ({ dataDir, auditKeyFile }: Storage): readonly string[] =>
  [auditKeyFile ?? join(dataDir, 'audit.key'), join(dataDir, 'development-issuer.key')].filter((file) =>
    existsSync(file),
  );

/**
 * Calls with the address of the database's owner: of DATABASE_URL, of the server that the service is running, or of one that
 * is started for as long as this takes.
 */
async function withOwner<Result>(
  { databaseUrl, dataDir }: Storage,
  work: (ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  const running = databaseUrl ?? runningOwnerUrl(dataDir);
  if (running !== null) return work(running);
  const server = await startEmbeddedServer({ dataDir });
  try {
    return await work(server.ownerUrl);
  } finally {
    await server.stop();
  }
}

const progressTo =
  ({ progress }: Output) =>
  ({ table, rows, done, of }: BackupProgress): void =>
    progress(`${done} of ${of} tables: ${table}, ${count.format(rows)} rows`);

/** `reflexbogen backup FOLDER`: everything, while the service goes on. */
export async function backup(place: Storage, folder: string, output: Output): Promise<void> {
  if (place.databaseUrl === null && !existsSync(clusterOf(place.dataDir)))
    throw new BackupError(`${place.dataDir} holds no database; set DATA_DIR or DATABASE_URL as the service has them.`);
  const files = Object.fromEntries(keysOf(place).map((file) => [basename(file), file]));
  const manifest = await withOwner(place, (ownerUrl) =>
    writeBackup({ ownerUrl, folder, files, onProgress: progressTo(output) }),
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  output.progress('');
  output.say(
    `${folder}: ${manifest.tables.length} tables, ${count.format(rows)} rows as of ${manifest.takenAt}, ${manifest.files.length} keys`,
  );
}

/** `reflexbogen restore FOLDER`: into an empty database, and up to this version's schema. */
export async function restore(place: Storage, folder: string, output: Output): Promise<void> {
  const keys = filesOf(folder);
  if (place.databaseUrl === null && existsSync(clusterOf(place.dataDir)))
    throw new BackupError(`${place.dataDir} holds a database; expected a new DATA_DIR, or a DATABASE_URL.`);
  const load = async (ownerUrl: string, appPassword?: string): Promise<void> => {
    const manifest = await restoreBackup({ ownerUrl, folder, onProgress: progressTo(output) });
    await prepareDatabase(appPassword === undefined ? { ownerUrl } : { ownerUrl, appPassword });
    putBack(place.dataDir, keys);
    output.progress('');
    output.say(
      `restored ${manifest.tables.length} tables as of ${manifest.takenAt}; start the service with: npm start`,
    );
  };
  if (place.databaseUrl !== null) return load(place.databaseUrl);
  const server = await startEmbeddedServer({ dataDir: place.dataDir });
  try {
    await load(server.ownerUrl, server.appPassword);
  } finally {
    await server.stop();
  }
}

/** Keys that are there already stay: they are somebody's choice. */
function putBack(dataDir: string, keys: ReadonlyMap<string, Buffer>): void {
  mkdirSync(dataDir, { recursive: true });
  for (const [name, content] of keys)
    if (!existsSync(join(dataDir, name))) writeFileSync(join(dataDir, name), content, { mode: 0o600, flag: 'wx' });
}

/** `reflexbogen backup --base FOLDER`: the embedded server's files, to be recovered to any later instant with its archived log. */
export async function baseBackup(place: Storage, folder: string, output: Output): Promise<void> {
  const ownerUrl = place.databaseUrl === null ? runningOwnerUrl(place.dataDir) : null;
  if (ownerUrl === null)
    throw new BackupError(
      'A base backup is of the embedded server while the service runs on it; for a server of yours use its own tools, as pgBackRest.',
    );
  await writeBaseBackup({
    ownerUrl,
    cluster: clusterOf(place.dataDir),
    folder,
    files: [passwordFileOf(place.dataDir), ...keysOf(place)],
    waitForArchive: true,
  });
  output.say(`${folder}: base backup, for reflexbogen restore ${folder} --wal ARCHIVE --to INSTANT`);
}

/** `reflexbogen restore BASE --wal ARCHIVE --to INSTANT`: a new data folder, as it was then. */
export async function recoverTo(
  { dataDir, databaseUrl }: Storage,
  source: { readonly base: string; readonly archive: string; readonly to: Date | null },
  output: Output,
): Promise<void> {
  if (databaseUrl !== null)
    throw new BackupError('DATABASE_URL is set; recovery makes a data folder for the embedded server.');
  const server: EmbeddedServer = await recover({ ...source, dataDir });
  await server.stop();
  output.say(
    `${dataDir}: recovered to ${source.to?.toISOString() ?? 'the end of what was archived'}; start the service with: npm start`,
  );
}
