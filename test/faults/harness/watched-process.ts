import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the tests, which does not outlive them. */
export interface WatchedProcess {
  readonly pid: number;
  /** Exit code, or 128 plus the number of the signal that ended it. */
  readonly ended: Promise<number>;
  readonly hasEnded: () => boolean;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Gets what the process writes. */
  readonly log: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** Standard input is a pipe to the tests: when they end, however, so does the process. The first line is its id. */
const WATCHDOG = `exec 3<&0
"$@" </dev/null >&4 2>&4 &
child=$!
echo $child
( cat <&3 >/dev/null; kill -QUIT $child; kill -CONT $child; sleep 2; kill -KILL $child ) 2>/dev/null &
watcher=$!
wait $child
code=$?
kill $watcher 2>/dev/null
exit $code`;

/** @throws when the process cannot be started */
export async function startProcess(command: Command): Promise<WatchedProcess> {
  const output = openSync(command.log, 'a');
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', command.program, ...command.args], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', output, 'ignore', output],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...command.env },
    ...(command.uid === undefined ? {} : { uid: command.uid, gid: command.gid }),
  });
  closeSync(output);
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('a process without pipes');
  stdin.on('error', () => undefined); // the pipe of a process that is gone
  let isEnded = false;
  const ended = once(child, 'exit').then(([code, signal]) => {
    isEnded = true;
    stdin.destroy();
    stdout.destroy();
    return typeof code === 'number' ? code : 128 + (signal === 'SIGKILL' ? 9 : 15);
  });
  const [line] = (await Promise.race([
    once(stdout, 'data'),
    ended.then((code) => Promise.reject(new Error(`${command.program} ended at once with ${code}`))),
  ])) as [Buffer];
  return { pid: Number(line.toString()), ended, hasEnded: () => isEnded };
}

/** Sends a signal. @returns false when there is no such process any more */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** State letter and parent of a process, as Linux tells them; null when there is none. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    const text = readFileSync(file, 'utf8');
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return null; // it ended in between
  }
}

/** Whether a process works or could: one that has ended and was not fetched by its parent does not. */
export const isRunning = (pid: number): boolean => {
  const stat = statOf(pid);
  return stat !== null && stat.state !== 'Z' && stat.state !== 'X';
};

export const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statOf(child)?.parent === pid);

/** What a process holds in memory, in bytes. */
export function residentBytes(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match?.[1] ?? 0) * 1024;
}

/** Repeats until something holds. @throws naming what was waited for */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  milliseconds: number,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms in vain: ${what}`);
    await sleep(20);
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/** The end of a log, for the message of a failure. */
export const tailOf = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-20).join('\n') : '';
