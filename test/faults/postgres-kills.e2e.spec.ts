import { setTimeout as sleep } from 'node:timers/promises';
import { Crew } from './harness/crew.js';
import { Deployment } from './harness/deployment.js';
import { KillTally } from './harness/kill-tally.js';
import { KILL_KINDS, sql, type OwnPostgres } from './harness/postgres.js';
import { seeded, type Random } from './harness/random.js';
import { readSheet } from './harness/sheet-state.js';
import { patience, size } from './harness/sizes.js';
import { municipalityCode, Survey } from './harness/survey.js';

/** Longest time until a kill, in milliseconds, from the moment on at which the editors are at work again. */
const LONGEST_WAIT_MS = 300;
const KILLS_A_SHEET = 20;
/**
 * Kill -9 leaves the operating system alone: what PostgreSQL has handed to it stays. Lost is what it still holds itself. By
 * default a process of its own hands that over five times a second; here once in ten seconds, in both runs.
 */
const SETTINGS = { wal_writer_delay: '10s' };

async function killUnderLoad(
  name: string,
  kills: number,
  random: Random,
  prepare: (postgres: OwnPostgres) => Promise<void>,
): Promise<KillTally> {
  const sheets = Math.ceil(kills / KILLS_A_SHEET);
  const deployment = await Deployment.create({ database: 'OWN', replicas: 1, settings: SETTINGS });
  try {
    const { postgres } = deployment;
    if (postgres === null) throw new Error('there is no server to kill');
    const survey = await Survey.create(deployment.replica(0).port, deployment.folder, { municipalities: sheets });
    await prepare(postgres);
    const tally = new KillTally(name);
    for (let sheet = 1; sheet <= sheets; sheet += 1) {
      const crew = await Crew.create({
        survey,
        ports: deployment.ports,
        random: random.fork(sheet),
        municipality: municipalityCode(sheet),
        givesUp: 0.1,
        pauseMs: 5,
      });
      await crew.during(async () => {
        for (let number = 0; number < KILLS_A_SHEET && tally.kills < kills; number += 1) {
          await crew.getsOn(20).finally(() => deployment.replica(0).expectRunning());
          await sleep(random.between(0, LONGEST_WAIT_MS));
          await postgres.kill(random.pick(KILL_KINDS), random);
          tally.kills += 1;
          deployment.replica(0).expectRunning();
        }
        await crew.getsOn();
      });
      tally.add(await readSheet(deployment.databaseUrl(), crew.response), crew);
    }
    return tally;
  } finally {
    await deployment.stop();
  }
}

describe('kill -9 of PostgreSQL under load of eight editors', () => {
  const kills = size(18, 145);
  it(
    `loses nothing in ${kills} kills`,
    seeded(async (random) => {
      const tally = await killUnderLoad('kill -9 of PostgreSQL', kills, random, () => Promise.resolve());

      tally.expectNothingLost(kills);
    }),
    patience(1200, 7200),
  );

  const controlKills = size(3, 15);
  it(
    'sees losses where the same run does not wait for the disk',
    seeded(async (random) => {
      const name = 'the same with synchronous_commit = off (control)';
      // The service refuses such a server at its start: it is made one afterwards, beneath the running service.
      const tally = await killUnderLoad(name, controlKills, random, async ({ ownerUrl }) => {
        await sql(ownerUrl, 'ALTER ROLE postgres SET synchronous_commit = off');
        await sql(
          ownerUrl,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
        );
      });

      tally.report();
      expect(tally.lost.length).toBeGreaterThan(0);
    }),
    patience(600, 1800),
  );
});
