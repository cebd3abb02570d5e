/** The computation alone: [sheet-floor], [sheet-grouped] and [growth]. */
import { compareRounds, groupingOf, groupsOf } from '../libs/domain/dist/index.js';
import { entry, interleaved, say, SIZES, sizeText } from './measure.mjs';
import { columnsOf, panelOf } from './synthetic.mjs';

/** The published question sets of a study, as the service keeps them: one list. */
const histories = new WeakMap();
function historyOf(from, to) {
  const known = histories.get(from);
  if (known?.includes(to.questionSet)) return known;
  const history = [from.questionSet, to.questionSet];
  histories.set(from, history);
  return history;
}

/** Compares two rounds; throws rather than time a refusal. */
export function compared(from, to) {
  const result = compareRounds({ from, to, history: historyOf(from, to) });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

/** [sheet-floor]: a whole sheet against a plain loop over the same two byte columns per question. */
export async function* benchFloor() {
  const [from, to] = [columnsOf(SIZES.M, 0), columnsOf(SIZES.M, 1)];
  const pairs = [...from.columns.keys()].map((key) => [from.columns.get(key).states, to.columns.get(key).states]);
  let sink = 0;
  const times = await interleaved(
    {
      floor: () => {
        for (const [a, b] of pairs) {
          let sum = 0;
          for (let row = 0; row < a.length; row += 1) sum += a[row] ^ b[row];
          sink += sum;
        }
      },
      sheet: () => void (sink += compared(from, to).deltas[0].tally.increased),
    },
    { runs: 60, warmUp: 30 },
  );
  if (sink === 0) throw new Error('nothing was computed');
  yield entry({
    name: 'sheet-floor',
    size: sizeText({ ...SIZES.M, rounds: 2 }),
    subject: times.sheet,
    yardstick: times.floor,
    unit: 'ms',
    limit: { most: 3 },
  });
}

/** [sheet-grouped]: every question by an attribute of 16 values, totals included, against the totals alone. */
export async function* benchGrouped() {
  const [from, to] = [columnsOf(SIZES.M, 0), columnsOf(SIZES.M, 1)];
  const values = panelOf(SIZES.M.municipalities).map(({ attributes }) => attributes.state);
  let sink = 0;
  const times = await interleaved(
    {
      sheet: () => void (sink += compared(from, to).deltas[0].tally.increased),
      grouped: () => {
        const grouping = groupingOf(values);
        for (const delta of compared(from, to).deltas) sink += groupsOf(delta, grouping).length;
      },
    },
    { runs: 40, warmUp: 20 },
  );
  if (sink === 0) throw new Error('nothing was computed');
  yield entry({
    name: 'sheet-grouped',
    size: `${sizeText({ ...SIZES.M, rounds: 2 })} by 16`,
    subject: times.grouped,
    yardstick: times.sheet,
    unit: 'ms',
    limit: { most: 2 },
  });
}

/** Time per answer of comparing each round with the next one, all rounds in memory. */
async function costPerAnswer(size, runs) {
  const rounds = Array.from({ length: size.rounds }, (_, round) => columnsOf(size, round));
  const pairs = rounds.slice(1).map((to, index) => [rounds[index], to]);
  const { all } = await interleaved(
    {
      all: () => {
        for (const [from, to] of pairs) compared(from, to);
      },
    },
    { runs },
  );
  return (all * 1e6) / (2 * pairs.length * size.municipalities * size.questions);
}

/** [growth]: time per answer from S to M to L; the worse of the two steps counts. */
export async function* benchGrowth() {
  const costs = {};
  for (const [name, runs] of [
    ['S', 2000],
    ['M', 15],
    ['L', 5],
  ]) {
    say(`growth: ${name}, ${sizeText(SIZES[name])}`);
    costs[name] = await costPerAnswer(SIZES[name], runs);
  }
  for (const [from, to] of [
    ['S', 'M'],
    ['M', 'L'],
  ])
    yield entry({
      name: 'growth',
      size: `${from} to ${to} (${sizeText(SIZES[to])})`,
      subject: costs[to],
      yardstick: costs[from],
      unit: 'ns/answer',
      limit: { most: 1.1 },
    });
}
