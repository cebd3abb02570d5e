import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Address, for its owner, of the embedded server that a service on this data folder runs.
 * @returns null where none is running, or none has ever run
 */
export function runningEmbeddedServer(dataDir: string): string | null {
  const passwordFile = join(dataDir, 'postgres.password');
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  if (!existsSync(passwordFile) || !existsSync(pidFile)) return null;
  // PostgreSQL's own format: process, folder, start, port, …
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  if (!Number.isInteger(port) || port <= 0) return null;
  const { owner } = JSON.parse(readFileSync(passwordFile, 'utf8')) as { readonly owner: string };
  return `postgres://postgres:${owner}@127.0.0.1:${port}/reflexbogen`;
}
