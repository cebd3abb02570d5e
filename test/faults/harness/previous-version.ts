import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREVIOUS_VERSION } from '../../fixtures/previous-version.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OURS = '@reflexbogen';

/** Why the version before cannot be built here; null where it can. */
export function whyNoPreviousVersion(): string | null {
  const { commit } = PREVIOUS_VERSION;
  const found = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: ROOT });
  if (found.error !== undefined) return 'there is no git';
  return found.status === 0 ? null : `this clone has no commit ${commit}`;
}

/** A version of the service that was built, and out of what. */
export interface BuiltVersion {
  readonly main: string;
  /** Packages that it was made with and that are other ones here; empty where the lockfiles agree. */
  readonly otherPackages: readonly string[];
}

/**
 * Builds the version before out of the repository's history, in a folder of its own. It gets the packages that are installed here,
 * but for our own, which are its own.
 * @throws where it does not build
 */
export function buildPreviousVersion(folder: string): BuiltVersion {
  mkdirSync(folder, { recursive: true });
  run(`git -C '${ROOT}' archive ${PREVIOUS_VERSION.commit} | tar -x -C '${folder}'`);
  linkPackages(folder, '');
  for (const workspace of ['apps/api', 'libs/exchange']) linkPackages(folder, workspace);
  run(`'${process.execPath}' node_modules/typescript-native/bin/tsc -b apps/api`, folder);
  return { main: join(folder, 'apps/api/dist/main.js'), otherPackages: differingPackages(folder) };
}

function run(command: string, cwd = ROOT): void {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}\nended with ${status}\n${stdout}\n${stderr}`);
}

/** Not the folder itself: our packages in it are links, and would lead back to this version. */
function linkPackages(folder: string, workspace: string): void {
  const source = join(ROOT, workspace, 'node_modules');
  const target = join(folder, workspace, 'node_modules');
  mkdirSync(join(target, OURS), { recursive: true });
  for (const name of readdirSync(source)) if (name !== OURS) symlinkSync(join(source, name), join(target, name));
  if (workspace !== '') return;
  for (const name of readdirSync(join(folder, 'libs')))
    symlinkSync(join(folder, 'libs', name), join(target, OURS, name));
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

function differingPackages(folder: string): readonly string[] {
  const packagesOf = (root: string) =>
    (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile).packages;
  const here = packagesOf(ROOT);
  return Object.entries(packagesOf(folder))
    .filter(([name, { version, dev }]) => dev !== true && version !== undefined && here[name]?.version !== version)
    .map(([name, { version }]) => `${name} ${version}, here ${here[name]?.version ?? 'none'}`);
}
