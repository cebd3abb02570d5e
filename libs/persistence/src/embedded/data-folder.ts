import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedServerError } from './binaries.js';

export const DATABASE = 'reflexbogen';

/** Passwords that belong to a data folder. */
export interface Passwords {
  readonly owner: string;
  readonly app: string;
}

/** Where the embedded server's files are, below the service's data folder. */
export const clusterOf = (dataDir: string): string => join(resolve(dataDir), 'postgres', 'cluster');
/** Where its passwords are. */
export const passwordFileOf = (dataDir: string): string => join(resolve(dataDir), 'postgres.password');

/** @throws EmbeddedServerError where the passwords are missing */
export function readPasswords(dataDir: string): Passwords {
  const file = passwordFileOf(dataDir);
  if (!existsSync(file))
    throw new EmbeddedServerError(
      `${file} is missing: without it the database beside it cannot be opened. Put it back from a backup.`,
    );
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
}

/** Lines of the file that a running server keeps: process id, folder, start, port. Null where none runs. */
export function postmasterFile(cluster: string): { readonly pid: number; readonly port: number } | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file) || statSync(file).size === 0) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port) || 0 } : null;
}

/** Address of a server, for its owner. */
export const ownerUrlOf = (password: string, port: number, database = DATABASE): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

/** Address, for its owner, of the server that another process runs on a data folder; null where none runs. */
export function runningOwnerUrl(dataDir: string): string | null {
  const running = postmasterFile(clusterOf(dataDir));
  return running === null || running.port === 0 ? null : ownerUrlOf(readPasswords(dataDir).owner, running.port);
}
