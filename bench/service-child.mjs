/**
 * The service on a given database, in a process of its own; says its address and a token, then answers messages:
 * `{ work, runs }` runs a piece of work and answers its median in ms.
 */
import { compareRounds } from '../libs/domain/dist/index.js';
import { createDataSource } from '../libs/persistence/dist/index.js';
import { TokenService } from '../apps/api/dist/access/token.service.js';
import { ComparisonService } from '../apps/api/dist/comparison/comparison.service.js';
import { StudyViewService } from '../apps/api/dist/comparison/study-view.js';
import { readConfiguration } from '../apps/api/dist/configuration.js';
import { createApplication } from '../apps/api/dist/service.js';
import { median } from './measure.mjs';
import { spentOn, watchJson } from './spent.mjs';

const { appUrl, dataDir, slug, from, to } = JSON.parse(process.argv[2]);
// Counted as always, of budgets that eight editors without pause do not use up.
const budgets = { RATE_ACCOUNT: '600000', RATE_ADDRESS: '600000' };
const configuration = readConfiguration({ DATA_DIR: dataDir, NODE_ENV: 'test', COLUMN_MEGABYTES: '2048', ...budgets });
const dataSource = await createDataSource({ url: appUrl }).initialize();
const app = await createApplication({ configuration, dataSource, appUrl });
await app.listen({ port: 0, host: '127.0.0.1' });
// Sees single answers whatever the study's policy: nothing is withheld, everything is counted.
const reader = { role: 'ADMIN', study: null, municipality: null, ttlSeconds: 36_000, name: 'bench' };
const { token } = await app.get(TokenService).issue(reader);
const actor = { id: 'bench', name: 'bench', roles: ['ADMIN'], studies: null, municipality: null, singleAnswers: true };
const comparisons = app.get(ComparisonService);

/** The running study with both rounds in memory. */
async function openView() {
  const view = await app.get(StudyViewService).open(slug, actor, {});
  const [earlier, later] = [from, to].map((code) => view.rounds.find((round) => round.code === code));
  return { view, from: await view.columns(earlier), to: await view.columns(later) };
}

const WORKS = {
  /** The counts of a whole sheet, from columns in memory. */
  compute: async () => {
    const { view, ...sides } = await openView();
    return () => compareRounds({ ...sides, history: view.base.history });
  },
  /** Everything that a whole sheet shows, counts and sentences, as plain objects. */
  objects: async () => {
    const { view } = await openView();
    return async () => {
      const comparison = await comparisons.compareIn(view, { from, to });
      return comparison.deltasInOrder('QUESTION').map((delta) => delta.sentence('en'));
    };
  },
  /** The same, and every question by an attribute. */
  grouped: async () => {
    const { view } = await openView();
    return async () => {
      const comparison = await comparisons.compareIn(view, { from, to });
      return comparison
        .deltasInOrder('QUESTION')
        .map((delta) => [delta.sentence('en'), delta.groups('state', 'TO').length]);
    };
  },
};

/** Times the computing within requests, where it happens. */
function watchComputing() {
  const compareIn = comparisons.compareIn.bind(comparisons);
  comparisons.compareIn = async (view, args) => {
    // Columns in memory are there at once: beside computing this waits for nothing.
    const comparison = await spentOn('computing', () => compareIn(view, args));
    const { deltasInOrder } = comparison;
    comparison.deltasInOrder = (order) => {
      const deltas = spentOn('computing', () => deltasInOrder(order));
      for (const delta of deltas) {
        const { sentence } = delta;
        delta.sentence = (locale) => spentOn('computing', () => sentence(locale));
      }
      return deltas;
    };
    return comparison;
  };
  watchJson();
}

process.on('message', async ({ work, runs }) => {
  try {
    if (work === 'watch') watchComputing();
    if (work === 'watch' || work === 'spent') return process.send(spentOn.sinceLast());
    const run = await WORKS[work]();
    const times = [];
    for (let index = 0; index < runs; index += 1) {
      const started = performance.now();
      await run();
      times.push(performance.now() - started);
    }
    process.send({ ms: median(times) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ url: await app.getUrl(), token });
