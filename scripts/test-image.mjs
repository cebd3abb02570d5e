#!/usr/bin/env node
/**
 * Builds the image and runs docker/compose.laptop.yml with it, as somebody who tries it out does: `npm run test:image`. Needs docker or
 * podman with compose, and the base images; where there is no engine it says so and counts everything as skipped. Takes PORT (default
 * 3999), and leaves nothing behind but the base images.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LIMIT_BYTES = 250_000_000;
const PORT = process.env['PORT'] ?? '3999';
const URL_OF = `http://localhost:${PORT}`;
const PROJECT = `reflexbogen-test-${process.pid}`;
const FILE = fileURLToPath(new URL('../docker/compose.laptop.yml', import.meta.url));
const NODE = '/nodejs/bin/node';
const COMMAND = 'apps/cli/bin/reflexbogen.js';

const run = (program, args, options = {}) =>
  spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, PORT }, maxBuffer: 2 ** 28, ...options });
const engine = ['docker', 'podman'].find(
  (name) => run(name, ['info']).status === 0 && run(name, ['compose', 'version']).status === 0,
);

/** @throws Error with what it wrote, where it fails */
function engineSays(...args) {
  const { status, stdout, stderr } = run(engine, args);
  if (status !== 0) throw new Error(`${engine} ${args.join(' ')}: ${stderr.trim() || stdout.trim()}`);
  return stdout.trim();
}
const compose = (...args) => engineSays('compose', '-p', PROJECT, '-f', FILE, ...args);
const within = (...args) => compose('exec', '-T', 'service', NODE, ...args);
const container = () => compose('ps', '-aq', 'service');

function expect(is, what) {
  if (!is) throw new Error(`expected ${what}`);
}

/** A figure as the first page of the documentation asks for it, with a token that this machine gets over the published port. */
async function firstFigure() {
  const ask = async (query, token) => {
    const answer = await fetch(`${URL_OF}/graphql`, {
      method: 'POST',
      // The service is another one after the restore: no line to it is kept.
      headers: {
        'content-type': 'application/json',
        connection: 'close',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { issueDevelopmentToken: issued } = await ask(
    'mutation { issueDevelopmentToken(input: { role: ANALYST, singleAnswers: true }) { token errors { code message } } }',
  );
  expect(issued.token !== null, `a token instead of ${JSON.stringify(issued.errors)}`);
  const { comparison } = await ask(
    '{ comparison(study: "integration-2021", from: "2017", to: "2018") { deltas { sentence(locale: "en") tally { increased comparable } } } }',
    issued.token,
  );
  const told = comparison.deltas.filter(({ tally }) => tally.increased > 0);
  expect(told.length > 0, 'figures of the reference study');
  for (const { sentence, tally } of told)
    expect(
      new RegExp(`\\b${tally.increased} of (the )?${tally.comparable}\\b`).test(sentence),
      `${tally.increased} of ${tally.comparable} in "${sentence}"`,
    );
  return JSON.stringify(comparison);
}

let figure = '';
const CHECKS = [
  ['the image is built', () => void compose('build')],
  [
    'it is below 250 MB',
    () => {
      const bytes = Number(engineSays('image', 'inspect', `${PROJECT}-service`, '--format', '{{.Size}}'));
      console.log(`     ${(bytes / 1e6).toFixed(1)} MB`);
      expect(bytes < LIMIT_BYTES, `at most ${LIMIT_BYTES} bytes, not ${bytes}`);
    },
  ],
  ['service and database become healthy', () => void compose('up', '-d', '--wait', '--no-build')],
  [
    'it is no root, has no capability and cannot gain any, and its root cannot be written',
    () => {
      const script = `const { readFileSync, writeFileSync } = require('node:fs');
        let code = 'written'; try { writeFileSync('/app/x', ''); } catch (error) { code = error.code; }
        const of = (name) => new RegExp('^' + name + ':\\\\s*(\\\\S+)', 'm').exec(readFileSync('/proc/1/status', 'utf8'))[1];
        console.log([of('Uid'), BigInt('0x' + of('CapBnd')), of('NoNewPrivs'), code].join(' '));`;
      const found = within('-e', script);
      expect(found === '65532 0 1 EROFS', `65532 0 1 EROFS, not ${found}`);
    },
  ],
  [
    'the web app is there',
    async () =>
      expect(
        (await (await fetch(URL_OF, { headers: { connection: 'close' } })).text()).includes('/assets/'),
        'its first page',
      ),
  ],
  ['a browser on this machine signs in and sees figures', async () => void (figure = await firstFigure())],
  ['the doctor finds no fault', () => expect(/^0 faults/m.test(within(COMMAND, 'doctor')), 'no fault')],
  [
    'a backup, restored into a new database, gives the same figures',
    async () => {
      within(COMMAND, 'backup', '/data/backup');
      compose('rm', '-sf', 'service', 'database');
      engineSays('volume', 'rm', `${PROJECT}_database`);
      compose('up', '-d', '--wait', 'database');
      compose('run', '--rm', '-T', '--no-deps', 'service', COMMAND, 'restore', '/data/backup');
      compose('up', '-d', '--wait', '--no-build');
      expect((await firstFigure()) === figure, 'the figures of before');
    },
  ],
  [
    'told to stop, it ends by itself',
    () => {
      compose('stop', 'service');
      const code = engineSays('inspect', '--format', '{{.State.ExitCode}}', container());
      expect(code === '0', `exit code 0, not ${code}`);
    },
  ],
];

let passed = 0;
let failed = 0;
if (engine === undefined) console.log('skipped: no container engine with compose answers here (docker, podman)');
else
  try {
    for (const [name, check] of CHECKS) {
      try {
        await check();
        passed += 1;
        console.log(`ok   ${name}`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL ${name}: ${error.message}`);
        // What follows is built upon it.
        break;
      }
    }
  } finally {
    compose('down', '-v', '--rmi', 'local');
  }
console.log(`${passed} passed, ${failed} failed, ${CHECKS.length - passed - failed} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
