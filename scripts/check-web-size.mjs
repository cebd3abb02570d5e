#!/usr/bin/env node
/** First load of each workspace, in kB of gzipped script: what its address fetches before anything is clicked. Fails above the budget. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../apps/web/dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
/** KERN's budget for a poor line; the editor checks drafts as the service does and may have more. Charts come with the first picture. */
const BUDGETS = {
  respond: { budget: 200, files: ['respond/respond.tsx'] },
  design: { budget: 200, files: ['design/design.tsx'] },
  editor: { budget: 220, files: ['design/design.tsx', 'design/set-workspace.tsx', 'design/editor/editor-page.tsx'] },
  analyse: { budget: 200, files: ['analyse/analyse.tsx'] },
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
for (const [workspace, { budget, files: entries }] of Object.entries(BUDGETS)) {
  const files = entries.reduce((seen, entry) => filesOf(`src/${entry}`, seen), filesOf('index.html'));
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0);
  const size = bytes / 1000;
  failed ||= size > budget;
  console.log(
    `${workspace.padEnd(8)} ${size.toFixed(1).padStart(7)} kB of ${budget} kB${size > budget ? '  TOO MUCH' : ''}`,
  );
}
process.exitCode = failed ? 1 : 0;
