/**
 * Fails when the committed schema differs from what the code builds, and when it breaks clients of the last released tag.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
const built = execFileSync(process.execPath, ['apps/api/dist/schema.js', '--stdout'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
if (committed !== built) {
  console.error('schema.graphql is out of date: run "npm run schema" and commit the result.');
  process.exit(1);
}

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const releasedTag = () => {
  try {
    return git('describe', '--tags', '--match', 'v*', '--abbrev=0', 'HEAD').trim();
  } catch {
    return null; // not a git checkout, or nothing released yet: there is nobody to break
  }
};
const tag = releasedTag();
if (tag !== null) {
  const { status } = spawnSync(process.execPath, ['scripts/schema-check.mjs', '--against', tag], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
