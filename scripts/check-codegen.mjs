/** Fails when a generated file of the client differs from what schema.graphql and the operations give. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = Object.keys(parse(readFileSync(`${root}codegen.yml`, 'utf8')).generates);
const committed = new Map(files.map((file) => [file, readFileSync(root + file, 'utf8')]));
execFileSync(
  process.execPath,
  ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml', '--silent'],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
for (const [file, text] of committed) {
  if (readFileSync(root + file, 'utf8') === text) continue;
  writeFileSync(root + file, text);
  console.error(`${file} is out of date: run "npm run codegen" and commit the result.`);
  process.exitCode = 1;
}
