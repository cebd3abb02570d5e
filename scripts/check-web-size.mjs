#!/usr/bin/env node
/** First load of each workspace, in kB of gzipped script: what its address fetches before anything is clicked. Fails above the budget. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../apps/web/dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
/** For a poor line. Charts come with the first picture, the checks of a draft with the first click or key. */
const BUDGET = 200;
const WORKSPACES = {
  respond: ['respond/respond.tsx'],
  design: ['design/design.tsx'],
  editor: [
    'design/design.tsx',
    'design/set-workspace.tsx',
    'design/editor/editor-page.tsx',
    'design/preview/question-preview.tsx',
  ],
  analyse: ['analyse/analyse.tsx'],
};

const filesOf = (name, seen = new Set()) => {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the bundle has no ${name}`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) filesOf(other, seen);
  return seen;
};

let failed = false;
for (const [workspace, entries] of Object.entries(WORKSPACES)) {
  const files = entries.reduce((seen, entry) => filesOf(`src/${entry}`, seen), filesOf('index.html'));
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0);
  const size = bytes / 1000;
  failed ||= size > BUDGET;
  console.log(
    `${workspace.padEnd(8)} ${size.toFixed(1).padStart(7)} kB of ${BUDGET} kB${size > BUDGET ? '  TOO MUCH' : ''}`,
  );
}
process.exitCode = failed ? 1 : 0;
