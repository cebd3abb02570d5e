import { setTimeout as sleep } from 'node:timers/promises';
import { Crew } from './harness/crew.js';
import { Deployment, type DatabaseKind } from './harness/deployment.js';
import { KillTally } from './harness/kill-tally.js';
import { seeded, type Random } from './harness/random.js';
import { disagreementsIn, readSheet } from './harness/sheet-state.js';
import { patience, size } from './harness/sizes.js';
import { municipalityCode, Survey } from './harness/survey.js';
import { signal, until } from './harness/watched-process.js';

/** Longest time until a kill, in milliseconds, from the moment on at which the editors are at work again. */
const LONGEST_WAIT_MS = 300;
/** Then the editors go to another sheet: its history is read and compared as a whole. */
const KILLS_A_SHEET = 20;
/** Every so many times the sheet is looked at while the editors work on. */
const LOOKS_AFTER = 5;

/** @returns how many processes it has killed; all of them work again */
type Kill = (deployment: Deployment, random: Random) => Promise<number>;

async function killUnderLoad(
  name: string,
  database: DatabaseKind,
  kills: number,
  random: Random,
  kill: Kill,
): Promise<void> {
  const sheets = Math.ceil(kills / KILLS_A_SHEET);
  const deployment = await Deployment.create({ database });
  try {
    const { port } = deployment.replica(0);
    const survey = await Survey.create(port, deployment.folder, { municipalities: sheets });
    const tally = new KillTally(name);
    for (let sheet = 1; sheet <= sheets; sheet += 1) {
      const crew = await Crew.create({
        survey,
        ports: deployment.ports,
        random: random.fork(sheet),
        municipality: municipalityCode(sheet),
        givesUp: 0.1,
        pauseMs: 100,
      });
      await crew.during(async () => {
        for (let turn = 0; tally.kills < Math.min(kills, sheet * KILLS_A_SHEET); turn += 1) {
          await crew.getsOn();
          await sleep(random.between(0, LONGEST_WAIT_MS));
          tally.kills += await kill(deployment, random);
          if (turn % LOOKS_AFTER === 0)
            expect(disagreementsIn(await readSheet(deployment.databaseUrl(), crew.response))).toEqual([]);
        }
        await crew.getsOn();
      });
      tally.add(await readSheet(deployment.databaseUrl(), crew.response), crew);
    }
    tally.expectNothingLost(kills);
  } finally {
    await deployment.stop();
  }
}

describe('kill -9 of the service under load of eight editors', () => {
  const kills = size(36, 290);
  it(
    `loses nothing in ${kills} kills of two replicas, one soon after the other`,
    seeded((random) =>
      killUnderLoad('kill -9 of two replicas', 'SHARED', kills, random, async ({ replicas }) => {
        for (const replica of random.happens(0.5) ? replicas : [...replicas].reverse()) {
          await replica.kill();
          // Meanwhile everybody repeats at the other one.
          await sleep(random.between(0, LONGEST_WAIT_MS));
        }
        await Promise.all(replicas.map((replica) => replica.start()));
        return replicas.length;
      }),
    ),
    patience(1200, 7200),
  );

  const embeddedKills = size(4, 10);
  it(
    `loses nothing in ${embeddedKills} kills of a service with its own database`,
    seeded((random) =>
      killUnderLoad(
        'kill -9 of a service with its own database',
        'EMBEDDED',
        embeddedKills,
        random,
        async (deployment) => {
          await deployment.replica(0).kill();
          await deployment.replica(0).start();
          return 1;
        },
      ),
    ),
    patience(600, 1200),
  );

  const serverKills = size(2, 5);
  it(
    `loses nothing in ${serverKills} kills of the database that a service runs itself`,
    seeded((random) =>
      killUnderLoad('kill -9 of the embedded database', 'EMBEDDED', serverKills, random, async (deployment) => {
        const pid = deployment.embeddedPid();
        if (pid === null) throw new Error('the embedded server is not there to be killed');
        signal(pid, 'SIGKILL');
        const isBack = async () => {
          const now = deployment.embeddedPid();
          return now !== null && now !== pid && (await deployment.replica(0).health('ready', 2000)) === 200;
        };
        await until('the service is ready again', isBack, 120_000);
        return 1;
      }),
    ),
    patience(600, 1200),
  );
});
