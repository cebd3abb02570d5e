import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

/** What opens without a line: the frame with its small pages, and the respond workspace. Designing and analysing need one. */
const ENTRIES = [
  'index.html',
  'src/start/start-page.tsx',
  'src/session/sign-in-page.tsx',
  'src/session/account-page.tsx',
  'src/shell/accessibility-page.tsx',
  'src/respond/respond.tsx',
  'src/respond/departments-panel.tsx',
  'src/respond/review-panel.tsx',
  'src/respond/rounds-page.tsx',
  'src/respond/staff-panel.tsx',
];

/** Every file that an entry needs: chunks, styles, fonts. */
function filesOf(manifest, name, seen, files) {
  if (seen.has(name)) return;
  seen.add(name);
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the bundle has no ${name}`);
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(`/${file}`);
  for (const other of chunk.imports ?? []) filesOf(manifest, other, seen, files);
}

/** Writes dist/service-worker.js, which knows the files of its version by name. @param web folder of the app */
export async function buildWorker(web) {
  const dist = join(web, 'dist');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const seen = new Set();
  const files = new Set();
  for (const entry of ENTRIES) filesOf(manifest, entry, seen, files);
  const sorted = [...files].sort();
  const version = createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 16);
  const { output } = await build({
    input: join(web, 'worker/service-worker.ts'),
    write: false,
    platform: 'browser',
    transform: { define: { SHELL: JSON.stringify({ version, files: sorted }) } },
    output: { format: 'iife', minify: true },
  });
  writeFileSync(join(dist, 'service-worker.js'), output[0].code);
}
