/**
 * npm run bench [-- --json]: each benchmark beside its yardstick in the same run, as a ratio. Times of this machine mean
 * little, ratios travel. With --json one object a line.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchImport } from './import.mjs';
import { benchSheet } from './sheet.mjs';

const json = process.argv.includes('--json');
const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-bench-'));
const show = (result) => {
  if (json) console.log(JSON.stringify(result));
  else
    console.log(
      `${`[${result.name}]`.padEnd(16)} ${result.size.padEnd(24)} ${String(result.subject).padStart(10)} ${result.unit}, yardstick ${String(result.yardstick).padStart(10)} ${result.unit}, ratio ${result.ratio} (goal ${result.goal}) ${result.met ? 'met' : 'NOT MET'}`,
    );
};
try {
  for await (const result of benchImport(folder)) show(result);
  for await (const result of benchSheet()) show(result);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
