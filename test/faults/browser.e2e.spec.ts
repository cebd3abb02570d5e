import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '../harness/site.js';
import { KIND_NAMES, type KindName } from './browser/fault-kinds.js';
import { Performance } from './browser/performance.js';
import { planOf, type Script } from './browser/script.js';
import { PageLine } from './browser/page-line.js';
import { SheetBrowser } from './browser/sheet-browser.js';
import { PATH, Stage } from './browser/stage.js';
import { Deployment } from './harness/deployment.js';
import { seeded, type Random } from './harness/random.js';
import { figures, isComplete, patience, size } from './harness/sizes.js';
import { municipalityCode, Survey } from './harness/survey.js';

const SCRIPTS = size(10, 50);
const STEPS = size(1, 3);
const STRANGER = municipalityCode(SCRIPTS + 1);
/** Of the negative controls. */
const CONTROLS = [municipalityCode(SCRIPTS + 2), municipalityCode(SCRIPTS + 3)] as const;
/** The control waits in vain, however long. */
const CONTROL_PATIENCE_MS = 3000;

describeInBrowser('scripted faults between the fingers and the database', () => {
  let deployment: Deployment;
  let survey: Survey;
  let line: PageLine;
  let browser: SheetBrowser;
  beforeAll(async () => {
    deployment = await Deployment.create({ database: 'SHARED', replicas: 1 });
    survey = await Survey.create(deployment.replica(0).port, deployment.folder, { municipalities: SCRIPTS + 3 });
    const { port } = deployment.replica(0);
    line = await PageLine.start(port);
    browser = new SheetBrowser({ folder: join(deployment.folder, 'browser'), servicePort: port, line, path: PATH });
  }, 120_000);
  afterAll(async () => {
    await browser.stop();
    await line.stop();
    await deployment.stop();
  });

  const stageOf = (municipality: string, random: Random): Promise<Stage> =>
    Stage.create({
      deployment,
      survey,
      line,
      browser,
      municipality,
      otherMunicipality: STRANGER,
      random,
    });

  it(
    `loses nothing in ${SCRIPTS} scripts, and shows nothing as saved that is not`,
    seeded(async (random) => {
      const happened = new Map<KindName, number>();
      const wrong: { readonly script: Script; readonly lies: readonly string[]; readonly wrong: readonly string[] }[] =
        [];
      let typed = 0;
      let claims = 0;
      let losses = 0;
      for (const [index, script] of planOf(random, SCRIPTS, STEPS).entries()) {
        const stage = await stageOf(municipalityCode(index + 1), random.fork(index));
        const performance = new Performance(stage);
        try {
          await performance.play(script);
        } catch (error) {
          const { message = String(error) } = error as { readonly message?: string };
          const shown = await browser.page
            ?.locator('body')
            .innerText()
            .catch(() => '');
          throw new Error(
            `${JSON.stringify(script)}: ${message}\n${browser.page?.url()} shows\n${shown?.slice(0, 1500)}`,
            {
              cause: error,
            },
          );
        } finally {
          losses += browser.losses;
          await stage.end();
        }
        const { lies } = stage.witness;
        if (lies.length + performance.wrong.length > 0) wrong.push({ script, lies, wrong: performance.wrong });
        for (const [kind, times] of performance.happened) happened.set(kind, (happened.get(kind) ?? 0) + times);
        typed += performance.typed;
        claims += stage.witness.claims;
      }
      figures('faults in the browser', {
        scripts: SCRIPTS,
        faults: [...happened.values()].reduce((sum, times) => sum + times, 0),
        'texts typed': typed,
        'times something was shown as saved': claims,
        'pages lost': losses,
        'scripts in which something was lost or untrue': wrong.length,
      });
      expect(wrong).toEqual([]);
      // In the complete run each kind has happened: otherwise the table promises more than is tested.
      if (isComplete) expect(KIND_NAMES.filter((kind) => !happened.has(kind))).toEqual([]);
      else expect(happened.size).toBeGreaterThanOrEqual(SCRIPTS / 2);
    }),
    patience(900, 5400),
  );

  // The negative controls: a test that saw nothing here would see nothing above either.
  it(
    'sees a page that shows as saved what the service does not have',
    seeded(async (random) => {
      const stage = await stageOf(CONTROLS[0], random);
      try {
        // Somebody on the way acknowledges in the service's name.
        await stage.browser.page?.route('**/graphql', async (route) => {
          const { query, variables } = route.request().postDataJSON() as {
            query: string;
            variables: { input?: { answers: readonly { question: string; basedOnRevision: number }[] } };
          };
          if (!query.includes('mutation SaveSheetAnswers')) return route.continue();
          const saved = (variables.input?.answers ?? []).map(({ question, basedOnRevision }) => ({
            question,
            revision: basedOnRevision + 1,
          }));
          await route.fulfill({
            json: { data: { saveAnswers: { response: null, saved, conflicts: [], errors: [] } } },
          });
        });
        const performance = new Performance(stage);
        await performance.play([{ kinds: ['LATE_ANSWER'], moment: 'AFTER_SAVED', lastsMs: 0 }]);

        expect(stage.witness.lies.length).toBeGreaterThan(0);
        expect(performance.wrong.length).toBeGreaterThan(0);
      } finally {
        await stage.end();
      }
    }),
    patience(300, 300),
  );

  it(
    'sees a browser that forgets what was typed without a line',
    seeded(async (random) => {
      const stage = await stageOf(CONTROLS[1], random);
      try {
        const performance = new Performance(stage, CONTROL_PATIENCE_MS);
        await performance.play([{ kinds: ['LINE_DOWN', 'STORE_FORGETS'], moment: 'KEPT', lastsMs: 0 }]);

        expect(performance.wrong.length).toBeGreaterThan(0);
      } finally {
        await stage.end();
      }
    }),
    patience(300, 300),
  );
});
