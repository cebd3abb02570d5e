#!/usr/bin/env node
/**
 * Mutation testing of the domain, area by area: changes the code in small ways and counts the changes that no spec sees.
 * `npm run test:mutation -- policy suppression` runs these areas only, `--small` what CI runs, `--survivors` lists what nobody saw.
 * What has been found is kept in .tmp and taken up again where neither code nor specs have changed; `--fresh` starts anew.
 * CONCURRENCY says how many processes; one by default.
 */
import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { AREAS, AT_LEAST, SMALL } from './mutation/areas.mjs';
import { figuresOf, passes, table } from './mutation/figures.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const given = process.argv.slice(2);
const has = (flag) => given.includes(flag);
const named = given.filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((area) => !(area in AREAS));
if (unknown.length > 0) throw new Error(`no area ${unknown.join(', ')}; there are ${Object.keys(AREAS).join(', ')}`);
const areas = named.length > 0 ? named : has('--small') ? SMALL : Object.keys(AREAS);

// Every mutant that survives sees all of the generated studies: a few of them, the same for each.
process.env.REFERENCE_STUDIES ??= '12';
process.env.ORACLE_STUDIES ??= '6';
process.env.PROPERTY_RUNS ??= '4';

const KEPT = '.tmp/mutation-results';
mkdirSync(KEPT, { recursive: true });

async function mutate(area) {
  const mutants = await new Stryker({
    mutate: AREAS[area].mutate,
    specs: AREAS[area].specs,
    concurrency: Number(process.env.CONCURRENCY ?? 1),
    // In CI nothing is kept, so that nothing old can pass.
    ...(has('--small') ? {} : { incremental: true, incrementalFile: `${KEPT}/${area}.json`, force: has('--fresh') }),
  }).runMutationTest();
  if (has('--survivors'))
    for (const { fileName, location, status, mutatorName, replacement } of mutants)
      if (['Survived', 'NoCoverage', 'RuntimeError'].includes(status))
        console.log(`${relative('.', fileName)}:${location.start.line} ${status} ${mutatorName}: ${replacement}`);
  return { area, figures: figuresOf(mutants) };
}

const results = [];
for (const area of areas) {
  console.log(`\n${area}`);
  results.push(await mutate(area));
}
console.log(`\n${table(results)}\n\nEach area: at least ${AT_LEAST} %.`);
const passed = results.filter(({ figures }) => passes(figures, AT_LEAST)).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length ? 0 : 1;
