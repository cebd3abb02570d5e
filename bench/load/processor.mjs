/** Processor time of the service and of PostgreSQL: what an act costs wherever it is, also on a machine that others keep busy. */
import { readFileSync } from 'node:fs';

/** Ticks a second that Linux counts processor time in (USER_HZ). */
const TICKS = 100;

/** Fields 14 to 17 of /proc/PID/stat: of the process, and of its children that have ended. */
function ticksOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((text) => text !== '');

/** One of several children may end while they are read: its time is its parent's then. */
function ticksIfThere(pid) {
  try {
    return ticksOf(pid);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0;
    throw error;
  }
}

/** @returns seconds of `service` and `database` so far; null where there is no Linux to tell */
export function processorSeconds(servicePid, postmasterPid) {
  if (process.platform !== 'linux') return null;
  const database = [postmasterPid, ...childrenOf(postmasterPid)].reduce((sum, pid) => sum + ticksIfThere(pid), 0);
  return { service: ticksOf(servicePid) / TICKS, database: database / TICKS };
}

/** Milliseconds that an act took of each; null where nothing was done or measured. */
export function processorPerAct(before, after, acts) {
  if (before === null || after === null || acts === 0) return null;
  const each = (name) => ((after[name] - before[name]) * 1000) / acts;
  return { service: each('service'), database: each('database') };
}
