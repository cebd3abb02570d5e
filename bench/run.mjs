/**
 * npm run bench [-- --json] [-- --only <name>[,<name>]]: each benchmark beside its yardstick in the same run, as a ratio.
 * Times of one machine mean little, ratios travel. With --json one object a line. docs/performance.md says what each means.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchApiLayer } from './api-layer.mjs';
import { benchAutosave } from './autosave.mjs';
import { benchBytes, benchCold, benchVisible } from './columns.mjs';
import { settle, startDatabase, writeStudy } from './database.mjs';
import { benchDuckdb, benchSql } from './databases.mjs';
import { benchDiff } from './diff.mjs';
import { benchAnalysePage, benchGroupedService, benchOneQuestion, benchSheetHttp } from './http.mjs';
import { benchImport } from './import.mjs';
import { say, SIZES } from './measure.mjs';
import { benchFloor, benchGrouped, benchGrowth } from './sheet.mjs';
import { benchTyping } from './typing.mjs';

/** Which function measures which entries. Those that need a study get one of size M in a database that all share. */
const BENCHMARKS = [
  { names: ['sheet-floor'], run: benchFloor },
  { names: ['sheet-grouped'], run: benchGrouped },
  { names: ['growth'], run: benchGrowth },
  { names: ['sheet-duckdb'], run: benchDuckdb },
  { names: ['sheet-sql'], run: benchSql, needsStudy: true },
  { names: ['one-question-http'], run: benchOneQuestion, needsStudy: true },
  { names: ['sheet-http'], run: benchSheetHttp, needsStudy: true },
  { names: ['analyse-page'], run: benchAnalysePage, needsStudy: true },
  { names: ['api-layer'], run: benchApiLayer, needsStudy: true },
  { names: ['sheet-grouped'], run: benchGroupedService, needsStudy: true },
  { names: ['sheet-cold'], run: benchCold, needsStudy: true },
  { names: ['bytes-per-answer'], run: benchBytes, needsStudy: true },
  { names: ['submission-visible'], run: benchVisible, needsStudy: true },
  { names: ['question-set-diff'], run: benchDiff },
  { names: ['autosave', 'autosave-rows', 'submit', 'live-event'], run: benchAutosave },
  { names: ['typing'], run: benchTyping },
  { names: ['import', 'import-memory'], run: ({ folder }) => benchImport(folder) },
];

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const wanted = values.only?.split(',');
const known = BENCHMARKS.flatMap(({ names }) => names);
const unknown = wanted?.filter((name) => !known.includes(name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`There is no entry ${unknown.join(', ')}; expected some of ${known.join(', ')}.\n`);
  process.exit(2);
}

const number = (value) => value.toLocaleString('en', { maximumSignificantDigits: 4 });
const cells = ({ name, size, subject, yardstick, unit, ratio, goal, met }) => [
  name.padEnd(20),
  size.padEnd(26),
  `${number(subject)} ${unit}`.padStart(20),
  `${number(yardstick)} ${unit}`.padStart(20),
  number(ratio).padStart(8),
  goal.padEnd(9),
  met ? 'met' : 'NOT MET',
];
const show = (result) => process.stdout.write(`${values.json ? JSON.stringify(result) : cells(result).join('  ')}\n`);

const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-bench-'));
let database;
let study;
try {
  if (!values.json)
    process.stdout.write(
      `${['entry'.padEnd(20), 'size'.padEnd(26), 'subject'.padStart(20), 'yardstick'.padStart(20), 'ratio'.padStart(8), 'goal'].join('  ')}\n`,
    );
  for (const { names, run, needsStudy } of BENCHMARKS) {
    if (wanted !== undefined && !names.some((name) => wanted.includes(name))) continue;
    if (needsStudy && database === undefined) {
      database = await startDatabase(folder);
      study = await writeStudy(database.repositories, 'bench-m', SIZES.M);
      await settle(database);
    }
    say(names.join(', '));
    for await (const result of run({ folder, database, study }))
      if (wanted === undefined || wanted.includes(result.name)) show(result);
  }
} finally {
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}
