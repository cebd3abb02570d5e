import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedServerError } from './binaries.js';
import type { Launch } from './unprivileged.js';

export interface ServerProcessOptions {
  readonly launch: Launch;
  readonly program: string;
  /** Asked before every launch: until the server has been ready once, each attempt may have a port of its own. */
  readonly programArguments: () => Promise<readonly string[]>;
  readonly log: string;
  readonly onNotice: (text: string) => void;
}

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

/** A server that ends so often in a row before it was ready once does not start at all. */
const ATTEMPTS = 5;
/** Backends of a killed postmaster hold its shared memory until they notice; starting again at once would be refused. */
const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 10_000;
/** Whoever ran so long has started; what follows is a new misfortune. */
const STABLE_MS = 30_000;
/** A fast shutdown that takes longer is followed by an immediate one: the next start then recovers. */
const STOP_MS = 20_000;
const LOG_BYTES = 10_000_000;

/** Keeps one postgres process alive until it is told to stop. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private ready = false;
  private stopping = false;
  private failures = 0;
  private giveUp: (error: Error) => void = () => undefined;

  /** Rejects when the server does not start. Never resolves. */
  readonly failed = new Promise<never>((_, reject) => (this.giveUp = reject));

  constructor(private readonly options: ServerProcessOptions) {
    this.failed.catch(() => undefined); // whoever waits for the start hears of it
  }

  async start(): Promise<void> {
    const { launch, program, log } = this.options;
    const args = [...launch.prefix, program, ...(await this.options.programArguments())];
    if (this.stopping) return;
    if (existsSync(log) && statSync(log).size > LOG_BYTES) renameSync(log, `${log}.1`);
    const output = openSync(log, 'a', 0o600);
    // Windows has no sh and therefore no watchdog: there the next start ends a server that was left behind.
    const command = process.platform === 'win32' ? args : ['/bin/sh', '-c', WATCHDOG, 'watchdog', ...args];
    const child = spawn(command[0] ?? program, command.slice(1), {
      // A process group of its own: Ctrl+C must not reach the database before the requests in progress are done.
      detached: true,
      cwd: '/',
      stdio: ['pipe', output, output],
      ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    });
    closeSync(output);
    this.child = child;
    child.stdin?.on('error', () => undefined); // the pipe of a server that is gone
    child.once('error', (error) =>
      this.giveUp(new EmbeddedServerError(`The database server cannot be run: ${error.message}`)),
    );
    const started = Date.now();
    child.once('exit', () => this.ended(Date.now() - started));
  }

  /** From now on an end is an accident, and the port stays. */
  markReady(): void {
    this.ready = true;
  }

  get isReady(): boolean {
    return this.ready;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (process.platform === 'win32') child.kill();
    child.stdin?.end();
    const late = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGQUIT');
    }, STOP_MS);
    await ended;
    clearTimeout(late);
  }

  private ended(livedMs: number): void {
    if (this.stopping) return;
    this.failures = livedMs > STABLE_MS ? 1 : this.failures + 1;
    if (!this.ready && this.failures >= ATTEMPTS) {
      this.giveUp(new EmbeddedServerError('The database server does not start.'));
      return;
    }
    if (this.ready) this.options.onNotice('the database server ended unexpectedly; starting it again');
    void sleep(Math.min(FIRST_DELAY_MS * 2 ** (this.failures - 1), LONGEST_DELAY_MS)).then(() =>
      this.stopping ? undefined : this.start(),
    );
  }
}

/** The last lines of a log, for the message of a failure. */
export const tailOf = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : '';
