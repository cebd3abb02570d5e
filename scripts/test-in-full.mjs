#!/usr/bin/env node
/**
 * The tests of one kind (faults, security) in their complete sizes, one after the other, with a table of figures at the end.
 * `npm run test:faults -- races rolling` runs the matching specs only; `--small` takes the sizes of CI.
 * FAULTS_SEED repeats the plan, or the requests, of a run that failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the specs of each kind are: all of them, and those that a pattern picks. */
const KINDS = {
  faults: { all: ['test/faults/', 'test/mail-kills'], some: (pattern) => `test/(?=faults/|mail-kills).*${pattern}` },
  security: { all: ['test/security/'], some: (pattern) => `test/security/.*${pattern}` },
};
const [kind, ...given] = process.argv.slice(2);
const specs = KINDS[kind];
if (specs === undefined) throw new Error(`expected a kind of tests: ${Object.keys(KINDS).join(', ')}`);
const small = given.includes('--small');
const patterns = given.filter((argument) => argument !== '--small');
const scratch = mkdtempSync(join(tmpdir(), `reflexbogen-${kind}-`));
const file = join(scratch, 'figures.jsonl');

const run = (args, env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', (code) => resolve(code ?? 1));
  });

/** Figures as a table: one block a test, in the order in which they were written. */
function table(lines) {
  const tests = new Map();
  for (const { test, name, value } of lines) {
    const figures = tests.get(test) ?? new Map();
    tests.set(test, figures.set(name, value));
  }
  const width = Math.max(0, ...lines.map(({ name }) => name.length));
  return [...tests]
    .map(([test, figures]) =>
      [test, ...[...figures].map(([name, value]) => `  ${name.padEnd(width)}  ${value.toLocaleString('en')}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}

try {
  let code = await run(['scripts/build.mjs'], {});
  if (code === 0) {
    const jest = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
    ];
    const wanted = patterns.length === 0 ? specs.all : patterns.map(specs.some);
    const results = join(scratch, 'results.json');
    // Sockets that a proxy has cut may stay open at one end; the tests are over all the same.
    code = await run([...jest, '--runInBand', '--forceExit', '--json', `--outputFile=${results}`, ...wanted], {
      FAULTS: small ? 'small' : 'complete',
      FAULTS_FIGURES: file,
    });
    const lines = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [];
    console.log(`\n${table(lines)}\n`);
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
    console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
  }
  process.exitCode = code;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
