import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { EmbeddedServerError } from './binaries.js';

/** How the server's programs are started. PostgreSQL refuses to run as root. */
export interface Launch {
  /** Put before the program's own arguments. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * As an ordinary user: as it is. As root: as `postgres` or `nobody`, and where that user cannot reach the programs or the
 * data (a project below a private home folder), in a user namespace in which root counts as an ordinary user.
 * @param folder existing data folder; handed over to the user the server runs as
 */
export function launchFor(folder: string, program: string): Launch {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = accountOf('postgres') ?? accountOf('nobody');
  if (user !== null) {
    const run = (command: string, args: readonly string[]) =>
      spawnSync(command, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0;
    chownSync(folder, user.uid, user.gid);
    if (run(program, ['--version']) && run('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder]))
      return { prefix: [], ...user };
    chownSync(folder, 0, 0);
  }
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
  if (spawnSync(prefix[0]!, [...prefix.slice(1), program, '--version'], { stdio: 'ignore' }).status === 0)
    return { prefix };
  throw new EmbeddedServerError(
    `PostgreSQL does not run as root, and no unprivileged user can reach ${program} and ${folder}. Run as an ordinary user, move the project out of a private folder, or set DATABASE_URL.`,
  );
}

function accountOf(name: string): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS numbers `nobody` -2, which cannot be passed on.
  return Number(uid) > 0 && Number(gid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null;
}
