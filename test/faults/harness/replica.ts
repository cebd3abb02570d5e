import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLENTY } from '../../harness/plenty.js';
import {
  freePort,
  isRunning,
  residentBytes,
  signal,
  startProcess,
  tailOf,
  until,
  type WatchedProcess,
} from './watched-process.js';

const MAIN = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));
const READY_MS = 90_000;

/** The built service in a process of its own, on a port that it keeps over restarts. */
export class Replica {
  private process: WatchedProcess | null = null;

  private constructor(
    readonly port: number,
    /** Replicas of one deployment share it: the development issuer's key lies there. */
    private readonly dataDir: string,
    /** Null: the service runs its own server below `dataDir`. */
    private readonly databaseUrl: string | null,
    private readonly log: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly main: string,
  ) {}

  /** @param main the service of this version by default */
  static async create(
    name: string,
    dataDir: string,
    databaseUrl: string | null,
    environment: Readonly<Record<string, string>> = {},
    main = MAIN,
  ): Promise<Replica> {
    mkdirSync(dataDir, { recursive: true });
    return new Replica(await freePort(), dataDir, databaseUrl, join(dataDir, `${name}.log`), environment, main);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get residentBytes(): number {
    return residentBytes(this.pid);
  }

  private get pid(): number {
    if (this.process === null) throw new Error('the service has not been started');
    return this.process.pid;
  }

  /** Starts it and waits until it is ready. @throws with the end of its log */
  async start(): Promise<void> {
    const started = await startProcess({
      program: process.execPath,
      args: [this.main],
      env: {
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        ...PLENTY,
        ...(this.databaseUrl === null ? {} : { DATABASE_URL: this.databaseUrl }),
        ...this.environment,
      },
      log: this.log,
    });
    this.process = started;
    const ready = async (): Promise<boolean> => {
      if (started.hasEnded()) throw new Error(`the service does not start:\n${tailOf(this.log)}`);
      return (await this.health('ready', 5000)) === 200;
    };
    await until('the service is ready', ready, READY_MS);
  }

  /** HTTP status of a probe; null when there was none in time. */
  async health(probe: 'live' | 'ready', milliseconds: number): Promise<number | null> {
    const answer = await fetch(`${this.url}/health/${probe}`, {
      signal: AbortSignal.timeout(milliseconds),
      headers: { connection: 'close' },
    }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.status ?? null;
  }

  /** @throws with the end of its log where it has ended by itself */
  expectRunning(): void {
    if (!this.isRunning()) throw new Error(`the service has ended by itself:\n${tailOf(this.log)}`);
  }

  isRunning(): boolean {
    return this.process !== null && !this.process.hasEnded() && isRunning(this.pid);
  }

  /** It stands still and answers nothing, until it is thawed. */
  freeze(): void {
    signal(this.pid, 'SIGSTOP');
  }

  thaw(): void {
    signal(this.pid, 'SIGCONT');
  }

  async kill(): Promise<void> {
    signal(this.pid, 'SIGKILL');
    await this.process?.ended;
  }

  /** Asks it to stop. @returns its exit code and how long it took, in milliseconds */
  async stop(): Promise<{ readonly code: number; readonly milliseconds: number }> {
    const started = performance.now();
    signal(this.pid, 'SIGTERM');
    const code = (await this.process?.ended) ?? -1;
    return { code, milliseconds: performance.now() - started };
  }
}
