import { setTimeout as sleep } from 'node:timers/promises';
import { Crew } from './harness/crew.js';
import { Deployment } from './harness/deployment.js';
import { keptLine } from './harness/graphql.js';
import { seeded } from './harness/random.js';
import { compareWithLedger, readSheet } from './harness/sheet-state.js';
import { figures, isComplete, patience, size } from './harness/sizes.js';
import { Survey } from './harness/survey.js';
import { until } from './harness/watched-process.js';

const FROZEN_MS = size(8, 30) * 1000;
/** Eight editors who repeat need kilobytes; a queue that is never bounded or a connection a request needs far more. */
const MOST_GROWTH_BYTES = 128 * 1_048_576;
/** A probe that takes longer counts as none, as it does for orchestrators. */
const PROBE_MS = 5000;
/** Promised within ten seconds; in CI, where others take the processor away, it is a limit against endless runs. */
const RECOVERY_MS = isComplete ? 10_000 : 120_000;

describe('a database that stands still', () => {
  it(
    'leaves the service alive, not ready, of the same size, and able to go on',
    seeded(async (random) => {
      const deployment = await Deployment.create({ database: 'OWN', replicas: 1 });
      try {
        const { postgres } = deployment;
        if (postgres === null) throw new Error('there is no server to freeze');
        const replica = deployment.replica(0);
        const survey = await Survey.create(replica.port, deployment.folder, { municipalities: 1 });
        // Impatient clients: each repeats several times while nothing answers.
        const crew = await Crew.create({ survey, ports: deployment.ports, random, pauseMs: 5, line: keptLine(1000) });
        await crew.during(async () => {
          await crew.getsOn(200);
          const before = replica.residentBytes;
          let peak = before;
          const live: (number | null)[] = [];
          const ready: (number | null)[] = [];
          const started = performance.now();
          let notReadyAfter: number | null = null;
          postgres.freeze();
          try {
            while (performance.now() - started < FROZEN_MS) {
              live.push(await replica.health('live', PROBE_MS));
              ready.push(await replica.health('ready', PROBE_MS));
              if (ready.at(-1) === 503) notReadyAfter ??= Math.round(performance.now() - started);
              peak = Math.max(peak, replica.residentBytes);
              await sleep(100);
            }
          } finally {
            postgres.thaw();
          }
          const thawed = performance.now();
          await until(
            'the service is ready again',
            async () => (await replica.health('ready', 1000)) === 200,
            RECOVERY_MS,
          );
          await crew.getsOn();
          figures('frozen database', {
            'frozen, s': FROZEN_MS / 1000,
            'liveness probes': live.length,
            'not ready after, ms': notReadyAfter ?? 'never',
            'growth of memory, MB': Math.round((peak - before) / 1_048_576),
            'recovered after, ms': Math.round(performance.now() - thawed),
          });
          expect(live).toEqual(live.map(() => 200));
          // Ready at first, perhaps; from some moment on not, and then until the end.
          expect(ready.at(-1)).toBe(503);
          expect(ready.slice(ready.indexOf(503))).toEqual(ready.slice(ready.indexOf(503)).map(() => 503));
          expect(peak - before).toBeLessThan(MOST_GROWTH_BYTES);
        });
        const state = await readSheet(deployment.databaseUrl(), crew.response);
        const findings = compareWithLedger(state, crew.ledger, crew.groups);
        expect(findings).toEqual({ acknowledged: findings.acknowledged, lost: [], halfApplied: [], disagreements: [] });
      } finally {
        await deployment.stop();
      }
    }),
    patience(600, 900),
  );
});
