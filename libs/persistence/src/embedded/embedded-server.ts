import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from '../error-code.js';
import { EmbeddedServerError, findBinaries } from './binaries.js';
import {
  clusterOf,
  DATABASE,
  ownerUrlOf,
  passwordFileOf,
  postmasterFile,
  readPasswords,
  type Passwords,
} from './data-folder.js';
import { lockFolder, type Unlock } from './folder-lock.js';
import { ServerProcess, tailOf } from './server-process.js';
import { launchFor, type Launch } from './unprivileged.js';
import { archiveCommand } from './wal-archive.js';

export interface EmbeddedServerOptions {
  /** Folder of the service's data; the cluster lies in `postgres/` below it. */
  readonly dataDir: string;
  /** Says what takes long: first initialisation, recovery, a restart. */
  readonly onNotice?: (text: string) => void;
  /** Settings of the server. The service keeps values out of its log; tests of crash safety turn single ones off to see that they matter. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder to which finished segments of the write-ahead log are copied, at least every minute; for point-in-time recovery. */
  readonly archive?: string;
  /** Waits at most this long for the server to accept connections, recovery included; default two minutes. */
  readonly readyMs?: number;
}

export interface EmbeddedServer {
  readonly port: number;
  /** Of the bootstrap superuser; the service itself uses the application role. */
  readonly ownerUrl: string;
  /** Password that belongs to this data folder, for the application role. */
  readonly appPassword: string;
  /** Process id of the postmaster. */
  readonly pid: () => number;
  /** Stops the server, letting running transactions roll back. */
  readonly stop: () => Promise<void>;
}

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;
/** The watchdog of a killed service ends its server within moments; after this long it is ended by hand. */
const PATIENCE_MS = 5_000;
/** Waits at most this long for a server that was told to end. */
const TAKEOVER_MS = 20_000;
const READY_MS = 120_000;
/** So many refused passwords in a row are no accident of a port that somebody else has just taken. */
const REFUSALS = 20;

/**
 * Starts a PostgreSQL of its own on a data folder: loopback only, on a free port, with a random password, checksums and
 * durable settings. A server that dies is started again on the same port; PostgreSQL recovers what was committed.
 * @throws EmbeddedServerError when another service holds the folder, or when the server does not come up
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const unlock = lockFolder(dataDir);
  try {
    return await startLocked(dataDir, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function startLocked(dataDir: string, options: EmbeddedServerOptions, unlock: Unlock): Promise<EmbeddedServer> {
  const onNotice = options.onNotice ?? (() => undefined);
  const binaries = findBinaries();
  const cluster = clusterOf(dataDir);
  const folder = dirname(cluster);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await endLeftover(cluster, onNotice);
  const launch = launchFor(folder, binaries.postgres);
  const isNew = !existsSync(cluster);
  const passwords = passwordsOf(dataDir, isNew);
  if (isNew) {
    onNotice('preparing a database for the first time');
    initialise(binaries.initdb, folder, cluster, passwords.owner, launch);
  }
  const log = join(dataDir, 'postgres.log');
  let port = 0;
  const ownerUrl = (database: string) => ownerUrlOf(passwords.owner, port, database);
  const server = new ServerProcess({
    launch,
    program: binaries.postgres,
    programArguments: async () => {
      if (!server.isReady) port = await freePort();
      const settings = {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        port: String(port),
        ...DURABLE,
        max_connections: '100',
        wal_level: 'replica',
        ...(options.archive === undefined ? {} : archiving(options.archive, launch)),
        ...options.settings,
      };
      return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    },
    log,
    onNotice,
  });
  try {
    await server.start();
    await Promise.race([
      waitUntilReady(() => ownerUrl('postgres'), options.readyMs ?? READY_MS, server),
      server.failed,
    ]);
    server.markReady();
    await createDatabase(ownerUrl('postgres'), DATABASE);
  } catch (error) {
    await server.stop();
    throw new EmbeddedServerError(`${error instanceof Error ? error.message : String(error)}\n${tailOf(log)}`);
  }
  return {
    port,
    ownerUrl: ownerUrl(DATABASE),
    appPassword: passwords.app,
    pid: () => postmasterPid(cluster) ?? -1,
    stop: async () => {
      await server.stop();
      unlock();
    },
  };
}

/** A minute at most is lost with the machine, as a segment is archived then even where it is not full. */
function archiving(archive: string, { uid, gid }: Launch): Readonly<Record<string, string>> {
  mkdirSync(archive, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(archive, uid, gid);
  return { archive_mode: 'on', archive_command: archiveCommand(archive), archive_timeout: '60' };
}

function initialise(initdb: string, folder: string, cluster: string, password: string, launch: Launch): void {
  // Into a folder of another name first: an initialisation that is killed leaves nothing that looks like a cluster.
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const passwordFile = join(folder, 'initdb.password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (launch.uid !== undefined && launch.gid !== undefined) chownSync(passwordFile, launch.uid, launch.gid);
  try {
    const [command, ...args] = [
      ...launch.prefix,
      initdb,
      ...[
        '-D',
        fresh,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--data-checksums',
      ],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ];
    const result = spawnSync(command!, args, {
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
      ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
    });
    if (result.status !== 0)
      throw new EmbeddedServerError(`initdb failed: ${result.stderr || (result.error?.message ?? 'no message')}`);
    renameSync(fresh, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function passwordsOf(dataDir: string, isNew: boolean): Passwords {
  const file = passwordFileOf(dataDir);
  if (isNew && !existsSync(file)) {
    const passwords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
    // Whole or not at all, should the machine stop at this moment.
    writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readPasswords(dataDir);
}

/** The service that had this folder is gone. Its server is about to end, or is ended: it has no watchdog any more. */
async function endLeftover(cluster: string, onNotice: (text: string) => void): Promise<void> {
  const started = Date.now();
  let told = false;
  for (;;) {
    const pid = postmasterPid(cluster);
    if (pid === null || !isAlive(pid)) return;
    const waited = Date.now() - started;
    if (waited > TAKEOVER_MS)
      throw new EmbeddedServerError(
        `The data folder ${cluster} is in use by a running PostgreSQL (process ${pid}) that does not end. Stop it, or set DATA_DIR to another folder.`,
      );
    if (!told && waited > PATIENCE_MS) {
      onNotice(`ending a database server that was left behind (process ${pid})`);
      try {
        process.kill(pid, 'SIGINT');
      } catch {
        // Another user's, or gone by now: the next round tells.
      }
      told = true;
    }
    await sleep(100);
  }
}

const postmasterPid = (cluster: string): number | null => postmasterFile(cluster)?.pid ?? null;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  // The id may belong to another program by now: after a restart of the machine, or in a new container.
  const name = `/proc/${pid}/comm`;
  return !existsSync(name) || readFileSync(name, 'utf8').startsWith('postgres');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });

async function waitUntilReady(url: () => string, readyMs: number, server: ServerProcess): Promise<void> {
  const deadline = Date.now() + readyMs;
  let refusals = 0;
  for (;;) {
    const client = new Client({ connectionString: url(), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return;
    } catch (error) {
      refusals = errorCode(error) === '28P01' ? refusals + 1 : 0;
      if (Date.now() > deadline || server.isStopping || refusals >= REFUSALS) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}
