import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedServerError, findBinaries } from './binaries.js';
import { launchFor, type Launch } from './unprivileged.js';

export interface EmbeddedServerOptions {
  /** Folder of the service's data; the cluster lies in `postgres/` below it. */
  readonly dataDir: string;
  /** Says what takes long: first initialisation, recovery, a restart. */
  readonly onNotice?: (text: string) => void;
  /** Tests of crash safety turn single settings off to see that they matter. Never used by the service. */
  readonly settings?: Readonly<Record<string, string>>;
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
const DATABASE = 'reflexbogen';
/** Waits at most this long for an earlier server on the folder to end. */
const TAKEOVER_MS = 15_000;
const READY_MS = 120_000;

/**
 * The server runs as a child of this script. Its standard input is a pipe to Node: when Node dies, however, the pipe
 * closes and the server is stopped; when the server dies, the script ends and Node hears of it.
 */
const WATCHDOG = `exec 3<&0
"$@" </dev/null &
server=$!
( cat <&3 >/dev/null; kill -INT $server 2>/dev/null ) &
watcher=$!
wait $server
code=$?
kill $watcher 2>/dev/null
exit $code`;

/**
 * Starts a PostgreSQL of its own on a data folder: loopback only, on a free port, with a random password, checksums and
 * durable settings. A server that dies is started again on the same port; PostgreSQL recovers what was committed.
 * @throws EmbeddedServerError when another service holds the folder, or when the server does not come up
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const binaries = findBinaries();
  const notice = options.onNotice ?? (() => undefined);
  mkdirSync(options.dataDir, { recursive: true, mode: 0o755 });
  const folder = join(options.dataDir, 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await waitForFolder(folder);
  const launch = launchFor(folder, binaries.postgres);
  const cluster = join(folder, 'cluster');
  const passwords = passwordsOf(options.dataDir);
  if (!existsSync(cluster)) {
    notice('preparing a database for the first time');
    initialise(binaries.initdb, folder, cluster, passwords.owner, launch);
  }
  const port = await freePort();
  const ownerUrl = (database: string) => `postgres://postgres:${passwords.owner}@127.0.0.1:${port}/${database}`;
  const log = join(options.dataDir, 'postgres.log');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    ...DURABLE,
    max_connections: '100',
    wal_level: 'replica',
    ...options.settings,
  };
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];

  let child: ChildProcess;
  let stopping = false;
  const launchServer = (): void => {
    const output = openSync(log, 'a', 0o600);
    child = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', ...launch.prefix, binaries.postgres, ...args], {
      detached: true,
      cwd: '/',
      stdio: ['pipe', output, output],
      ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    });
    closeSync(output);
    child.stdin?.on('error', () => undefined); // the pipe of a server that is gone
    child.once('exit', () => {
      if (stopping) return;
      notice('the database server ended unexpectedly; starting it again');
      void revive();
    });
  };
  const revive = async (): Promise<void> => {
    // Backends of a killed postmaster hold its shared memory until they notice; starting again at once would be refused.
    await sleep(300);
    if (!stopping) launchServer();
  };

  launchServer();
  process.once('exit', () => child.stdin?.destroy());
  const url = ownerUrl('postgres');
  try {
    await waitUntilReady(url, options.readyMs ?? READY_MS, () => stopping);
    await createDatabase(url, DATABASE);
  } catch (error) {
    stopping = true;
    child!.stdin?.end();
    throw new EmbeddedServerError(`${error instanceof Error ? error.message : String(error)}\n${tail(log)}`);
  }
  return {
    port,
    ownerUrl: ownerUrl(DATABASE),
    appPassword: passwords.app,
    pid: () => postmasterPid(cluster) ?? -1,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin?.end();
      await ended;
    },
  };
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

function passwordsOf(dataDir: string): { readonly owner: string; readonly app: string } {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) {
    const passwords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
    writeFileSync(file, JSON.stringify(passwords), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as { owner: string; app: string };
}

/** A server left behind by a killed service ends by itself within moments; one that stays belongs to a running service. */
async function waitForFolder(folder: string): Promise<void> {
  const deadline = Date.now() + TAKEOVER_MS;
  for (;;) {
    const pid = postmasterPid(join(folder, 'cluster'));
    if (pid === null || !isAlive(pid)) return;
    if (Date.now() > deadline)
      throw new EmbeddedServerError(
        `The data folder ${folder} is in use by a running PostgreSQL (process ${pid}). Stop the other service, or set DATA_DIR to another folder.`,
      );
    await sleep(200);
  }
}

function postmasterPid(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file) || statSync(file).size === 0) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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

async function waitUntilReady(url: string, readyMs: number, isStopping: () => boolean): Promise<void> {
  const deadline = Date.now() + readyMs;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return;
    } catch (error) {
      if (Date.now() > deadline || isStopping()) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}

const tail = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : '';
