/** Compiles every workspace and finishes what the compiler leaves open. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-b'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (status !== 0) process.exit(status ?? 1);

// The mark that makes dist/cjs CommonJS inside an ESM package.
const folder = new URL('../libs/client/dist/cjs/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('package.json', folder), '{ "type": "commonjs" }\n');

// The web app, anew only where something it is made of has changed.
const { status: web } = spawnSync(process.execPath, ['scripts/build-web.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
if (web !== 0) process.exit(web ?? 1);

// The reference of the schema, which the service serves beside the app.
await import('./build-reference.mjs');
