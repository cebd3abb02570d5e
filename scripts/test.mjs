#!/usr/bin/env node
/**
 * Every check of the repository, each counted, with one closing line: `N passed, N failed, N skipped`.
 * `npm test -- PATTERN` runs the matching specs only.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const patterns = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'reflexbogen-test-'));
const results = join(scratch, 'results.json');
let passed = 0;
let failed = 0;
let skipped = 0;

const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    child.on('close', (code) => resolve(code ?? 1));
  });

/** A check that passes or fails as a whole. */
async function check(name, command, args) {
  const started = Date.now();
  const code = await run(command, args);
  if (code === 0) passed += 1;
  else failed += 1;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0;
}

const node = process.execPath;
const bin = (path) => join(root, 'node_modules', path);

try {
  const built = await check('build', node, ['scripts/build.mjs']);
  if (patterns.length === 0) {
    await check('types of the specs', node, [bin('typescript-native/bin/tsc'), '-p', 'tsconfig.spec.json', '--noEmit']);
    await check('lint', node, [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']);
    await check('format', node, [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
    await check('direction of imports', node, [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ]);
    await check('schema.graphql is what the code says', node, ['scripts/check-schema.mjs']);
    await check('generated client is what schema and operations say', node, ['scripts/check-codegen.mjs']);
    await check('lockfile is complete', node, ['scripts/check-lockfile.mjs']);
    await check('packages are in order', node, ['scripts/check-supply-chain.mjs']);
    await check('mutants of answer merge', node, ['scripts/mutation.mjs', '--small']);
    if (built) {
      await check('size of the client', node, ['scripts/check-client-size.mjs']);
      await check('first load of the web app', node, ['scripts/check-web-size.mjs']);
    }
  }
  if (built) {
    const code = await run(node, [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      bin('jest/bin/jest.js'),
      '--json',
      `--outputFile=${results}`,
      ...patterns,
    ]);
    const report = JSON.parse(readFileSync(results, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
    skipped += report.numPendingTests + report.numTodoTests;
    // A run that ends badly without naming a test (an open handle, a failing teardown) is a failure of its own.
    if (code !== 0 && report.numFailedTests + report.numRuntimeErrorTestSuites === 0) failed += 1;
  }
} catch (error) {
  failed += 1;
  console.error(error);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
