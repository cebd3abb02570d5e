/** Bundles apps/web into apps/web/dist, unless the bundle there is of the same sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWorker } from './build-web-worker.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = join(root, 'apps/web');
const stamp = join(web, 'dist/.sources');

/** Every file below a folder that goes into the bundle. */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(spec\.ts|d\.ts|map|tsbuildinfo)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const hash = createHash('sha256');
for (const file of [
  join(root, 'package-lock.json'),
  join(web, 'index.html'),
  join(web, 'vite.config.mjs'),
  ...files(join(web, 'src')),
  ...files(join(web, 'public')),
  ...files(join(web, 'worker')),
  join(root, 'scripts/build-web-worker.mjs'),
  ...files(join(root, 'libs/client/dist')),
])
  hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
const sources = hash.digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) process.exit(0);
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--emptyOutDir'],
  { cwd: web, stdio: ['ignore', 2, 2] },
);
if (status !== 0) process.exit(status ?? 1);
await buildWorker(web);
writeFileSync(stamp, sources);
