import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { EmbeddedServerError } from './binaries.js';

/** Gives the folder back. */
export type Unlock = () => void;

/**
 * Takes a data folder for this process. A holder that has ended, however, holds nothing.
 * @throws EmbeddedServerError naming the process that works on it
 */
export function lockFolder(folder: string): Unlock {
  const file = join(folder, 'service.lock');
  const mine = identityOf(process.pid);
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o644 });
      return () => {
        if (read(file) === mine) rmSync(file, { force: true });
      };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = read(file);
    if (holder === null) continue;
    const pid = Number(holder.split(' ')[0]);
    if (isHeld(pid, holder))
      throw new EmbeddedServerError(
        `The data folder ${folder} is in use by another service (process ${pid}). Stop it, or set DATA_DIR to another folder.`,
      );
    discard(file, holder);
  }
}

/** Process id with what tells it from a later process of the same id: its start, and the start of the machine. */
function identityOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the program's name and may hold spaces; the start is the 20th after it.
  const start = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${start} ${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}`;
}

function isHeld(pid: number, holder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return !existsSync('/proc/self/stat') || identityOf(pid) === holder;
}

/** Removes a dead holder's file, and not the one that another starting service has just put there. */
function discard(file: string, holder: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== holder) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next round sees who.
  }
  rmSync(aside, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
