#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  // A fresh checkout has no dist/ yet: build once, quietly, so that `npx reflexbogen` works right after `npm ci`.
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const build = spawnSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-b'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
await import(main.href);
