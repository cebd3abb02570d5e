/** Fails when the generated client differs from what schema.graphql and the operations give. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = new URL('../libs/client/src/generated/operations.ts', import.meta.url);
const committed = readFileSync(generated, 'utf8');
execFileSync(
  process.execPath,
  ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml', '--silent'],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
const fresh = readFileSync(generated, 'utf8');
if (fresh !== committed) {
  writeFileSync(generated, committed);
  console.error('libs/client/src/generated/operations.ts is out of date: run "npm run codegen" and commit the result.');
  process.exit(1);
}
