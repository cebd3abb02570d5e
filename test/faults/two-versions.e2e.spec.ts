import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmptyDatabase, type TestDatabase } from '@reflexbogen/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { Crew } from './harness/crew.js';
import { keptLine } from './harness/graphql.js';
import { buildPreviousVersion, whyNoPreviousVersion, type BuiltVersion } from './harness/previous-version.js';
import { seeded } from './harness/random.js';
import { Replica } from './harness/replica.js';
import { compareWithLedger, effectiveActs, readSheet, savedValue } from './harness/sheet-state.js';
import { figures, isComplete, patience, size } from './harness/sizes.js';
import { municipalityCode, Survey } from './harness/survey.js';
import { TwoVersionsOffice } from './harness/two-versions-office.js';
import { Watcher } from './harness/watcher.js';
import { until } from './harness/watched-process.js';

const SECONDS = size(4, 600);
/** A busy machine is no error of either version. */
const ANSWER_MS = 60_000;
const reason = whyNoPreviousVersion();

/**
 * A rolling upgrade as it stands half done: this version has migrated, the one before starts beside it (as after a crash) and both
 * work. What that one does not survive is held back, as operators do (docs/upgrading.md). Seen red with a version before that knew
 * answer.provenance under another name, and with row level security that was not held back.
 */
(reason === null ? describe : describe.skip)(
  `this version and the one before${reason === null ? '' : ` (${reason})`}`,
  () => {
    let folder: string;
    let previous: BuiltVersion;
    let database: TestDatabase;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'reflexbogen-two-versions-'));
      previous = buildPreviousVersion(join(folder, 'previous'));
      database = await createEmptyDatabase();
    }, 180_000);

    afterAll(async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    it(
      `work side by side for ${SECONDS} s: no error, nothing lost, the same figures`,
      seeded(async (random) => {
        const dataDir = join(folder, 'data');
        const now = await Replica.create('this', dataDir, database.ownerUrl, { CONTRACT_MIGRATIONS: 'later' });
        const before = await Replica.create('before', dataDir, database.ownerUrl, {}, previous.main);
        try {
          await now.start();
          await before.start();
          const ports = [before.port, now.port];
          const survey = await Survey.create(now.port, folder, { municipalities: 2 });
          const crew = await Crew.create({
            survey,
            ports,
            random,
            pauseMs: 20,
            isAlternating: true,
            line: keptLine(ANSWER_MS),
          });
          const watcher = new Watcher([before.port], [...crew.tokens.values()][0] ?? '', crew.response);
          const watching = watcher.watch();
          const office = await TwoVersionsOffice.open(survey, ports, municipalityCode(2));
          await crew.during(async () => {
            const end = Date.now() + SECONDS * 1000;
            do {
              await office.turn();
              if (isComplete) await sleep(200);
            } while (Date.now() < end);
            await crew.getsOn();
          });
          const state = await readSheet(database.ownerUrl, crew.response);
          await until('the last change is delivered', () => watcher.seen.length >= state.history.length, 60_000);
          watcher.stop();
          await watching;
          const findings = compareWithLedger(state, crew.ledger, crew.groups);
          const repeated = crew.ledger.entries.filter(({ attempts }) => attempts > 1);
          const { tally } = office;

          figures('two versions', {
            seconds: SECONDS,
            'acknowledged acts': findings.acknowledged,
            lost: findings.lost.length,
            'sent more than once': repeated.length,
            'turns of a second sheet: filled, handed in, given back, figures compared': tally.turns,
            'receipts of one version that the other verified': tally.verified,
            'changes delivered by the version before': watcher.seen.length,
            'packages of other versions': previous.otherPackages.length,
          });
          expect(findings).toEqual({
            acknowledged: findings.acknowledged,
            lost: [],
            halfApplied: [],
            disagreements: [],
          });
          expect(repeated.map(({ key }) => key)).toEqual([]);
          expect(state.version).toBe(effectiveActs(state));
          const told = watcher.seen.map(({ question, revision, value }) => [question, revision, value?.canonical]);
          expect(told).toEqual(state.history.map((event) => [event.object, event.revision, savedValue(event)]));
          expect(watcher.breaks).toBe(0);
          expect(tally.disagreements).toEqual([]);
          expect(tally.turns).toBeGreaterThan(0);
          expect(tally.verified).toBe(tally.turns * 2);
        } finally {
          for (const replica of [before, now]) if (replica.isRunning()) await replica.stop();
        }
      }),
      patience(120, 1500),
    );
  },
);
