import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries, startEmbeddedServer } from '@reflexbogen/persistence';
import { Client } from 'pg';
import { launchFor } from '../../../libs/persistence/src/embedded/unprivileged.js';
import type { Random } from './random.js';
import {
  childrenOf,
  freePort,
  isRunning,
  signal,
  startProcess,
  tailOf,
  until,
  type WatchedProcess,
} from './watched-process.js';

/**
 * How PostgreSQL is killed: its first process alone, so that the others notice by themselves; all of them, as when the
 * machine loses the container; or one that serves a client, after which PostgreSQL throws shared memory away and recovers.
 */
export type KillKind = 'POSTMASTER' | 'ALL' | 'BACKEND';
export const KILL_KINDS: readonly KillKind[] = ['ALL', 'POSTMASTER', 'BACKEND'];

const READY_MS = 60_000;

/** A PostgreSQL server of a test's own, to be killed and frozen. Settings as the embedded one's, but for those given. */
export class OwnPostgres {
  private process: WatchedProcess | null = null;

  private constructor(
    private readonly folder: string,
    /** Of the superuser. */
    readonly ownerUrl: string,
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Makes a cluster below a folder and starts it. */
  static async create(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<OwnPostgres> {
    mkdirSync(folder, { recursive: true });
    const embedded = await startEmbeddedServer({ dataDir: folder });
    const url = new URL(embedded.ownerUrl);
    await embedded.stop();
    const port = await freePort();
    url.port = String(port);
    const server = new OwnPostgres(folder, url.toString(), port, settings);
    await server.start();
    return server;
  }

  get pid(): number {
    if (this.process === null) throw new Error('PostgreSQL has not been started');
    return this.process.pid;
  }

  async start(): Promise<void> {
    const launch = launchFor(join(this.folder, 'postgres'), findBinaries().postgres);
    const [program = '', ...args] = [...launch.prefix, findBinaries().postgres];
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(this.port),
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      ...this.settings,
    };
    this.process = await startProcess({
      program,
      args: [
        ...args,
        '-D',
        join(this.folder, 'postgres/cluster'),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      env: {},
      log: join(this.folder, 'postgres.log'),
      ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
    });
    await this.accepts();
  }

  /** Waits until it takes connections, recovery included. */
  private async accepts(): Promise<void> {
    const accepting = async (): Promise<boolean> => {
      if (this.process?.hasEnded() === true)
        throw new Error(`PostgreSQL does not start:\n${tailOf(join(this.folder, 'postgres.log'))}`);
      return sql(this.ownerUrl, 'SELECT 1').then(
        () => true,
        () => false,
      );
    };
    await until('PostgreSQL accepts connections', accepting, READY_MS);
  }

  /** Kills it with signal 9 and waits until it works again. */
  async kill(kind: KillKind, random: Random): Promise<void> {
    const { pid } = this;
    const children = childrenOf(pid);
    if (kind === 'BACKEND') {
      const { rows } = await sql<{ pid: number }>(
        this.ownerUrl,
        `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      const backend = rows.length === 0 ? 0 : random.pick(rows).pid;
      if (backend === 0 || !signal(backend, 'SIGKILL')) return this.kill('ALL', random);
      await until('PostgreSQL notices', () => !isRunning(backend), READY_MS);
      return this.accepts();
    }
    signal(pid, 'SIGKILL');
    if (kind === 'ALL') for (const child of children) signal(child, 'SIGKILL');
    await until('the processes of PostgreSQL end', () => ![pid, ...children].some(isRunning), READY_MS);
    await this.start();
  }

  /** Stops all of its processes in their tracks: connections stay, and nothing answers. */
  freeze(): void {
    for (const pid of [this.pid, ...childrenOf(this.pid)]) signal(pid, 'SIGSTOP');
  }

  thaw(): void {
    for (const pid of [this.pid, ...childrenOf(this.pid)]) signal(pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    this.thaw();
    signal(this.pid, 'SIGQUIT');
    await this.process?.ended;
  }
}

/** Runs one statement on a connection of its own. */
export async function sql<Row extends object>(
  url: string,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<{ readonly rows: Row[] }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // the server is killed beneath it; the statement reports it
  await client.connect();
  try {
    return await client.query<Row>(text, [...parameters]);
  } finally {
    await client.end().catch(() => undefined);
  }
}
