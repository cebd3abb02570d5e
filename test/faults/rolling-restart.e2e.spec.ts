import { setTimeout as sleep } from 'node:timers/promises';
import { Crew } from './harness/crew.js';
import { Deployment } from './harness/deployment.js';
import { seeded } from './harness/random.js';
import { compareWithLedger, effectiveActs, readSheet, savedValue } from './harness/sheet-state.js';
import { figures, patience, size } from './harness/sizes.js';
import { Survey } from './harness/survey.js';
import { Watcher } from './harness/watcher.js';
import { until } from './harness/watched-process.js';

const RESTARTS = size(4, 20);
/** The service ends itself then, with another exit code: requests in progress have been given up. */
const STOP_LIMIT_MS = 15_000;

describe('a rolling restart of two replicas under load', () => {
  it(
    `keeps everything over ${RESTARTS} restarts, without an error after one retry or a gap in subscriptions`,
    seeded(async (random) => {
      const deployment = await Deployment.create({ database: 'SHARED' });
      try {
        const survey = await Survey.create(deployment.replica(0).port, deployment.folder, { municipalities: 1 });
        const crew = await Crew.create({ survey, ports: deployment.ports, random, pauseMs: 10 });
        const watcher = new Watcher(deployment.ports, [...crew.tokens.values()][0] ?? '', crew.response);
        const watching = watcher.watch();
        const stops: { code: number; milliseconds: number }[] = [];
        await crew.during(async () => {
          for (let restart = 0; restart < RESTARTS; restart += 1) {
            const replica = deployment.replica(restart % 2);
            await crew.getsOn();
            await sleep(random.between(0, 300));
            stops.push(await replica.stop());
            await replica.start();
          }
          await crew.getsOn();
        });
        const state = await readSheet(deployment.databaseUrl(), crew.response);
        // A notice that was missed is made good within seconds.
        await until('the last change is delivered', () => watcher.seen.length >= state.history.length, 60_000);
        watcher.stop();
        await watching;
        const findings = compareWithLedger(state, crew.ledger, crew.groups);
        const retried = crew.ledger.entries.filter(({ attempts }) => attempts > 1);
        const retriedTwice = crew.ledger.entries.filter(({ attempts }) => attempts > 2);

        figures('rolling restart', {
          restarts: RESTARTS,
          'acknowledged acts': findings.acknowledged,
          lost: findings.lost.length,
          'retried once': retried.length,
          'failed after one retry': retriedTwice.length,
          'changes delivered to one who looked on': watcher.seen.length,
          'times that line broke': watcher.breaks,
          'slowest stop, ms': Math.round(Math.max(...stops.map(({ milliseconds }) => milliseconds))),
        });
        expect(findings).toEqual({ acknowledged: findings.acknowledged, lost: [], halfApplied: [], disagreements: [] });
        expect(state.version).toBe(effectiveActs(state));
        const told = watcher.seen.map(({ question, revision, value }) => [question, revision, value?.canonical]);
        expect(told).toEqual(state.history.map((event) => [event.object, event.revision, savedValue(event)]));
        expect(watcher.breaks).toBeGreaterThan(0);
        expect(retriedTwice.map(({ editor, key, attempts }) => ({ editor, key, attempts }))).toEqual([]);
        expect(stops.map(({ code }) => code)).toEqual(stops.map(() => 0));
        expect(stops.filter(({ milliseconds }) => milliseconds > STOP_LIMIT_MS)).toEqual([]);
      } finally {
        await deployment.stop();
      }
    }),
    patience(600, 3600),
  );
});
