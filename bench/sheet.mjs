/** [sheet-floor]: comparing a whole sheet against a plain loop over the same two byte columns per question. */
import { compareRounds, columnKey, prepareQuestionSet } from '../libs/domain/dist/index.js';

const MUNICIPALITIES = 11_000;
const QUESTIONS = 120;
const RUNS = 40;

function round(year) {
  const levels = ['1', '2', '3', '4', '5'].map((code) => ({ code, label: { en: code } }));
  const scale = { code: 's', ordered: true, levels, boxes: {}, polarity: 'NEUTRAL', missing: [] };
  const codes = Array.from({ length: QUESTIONS }, (_, index) => `q${index}`);
  const document = {
    year,
    revision: 1,
    scales: [scale],
    sections: [
      {
        code: 'all',
        title: { en: 'All' },
        questions: codes.map((code) => ({ code, type: 'SCALE', scale: 's', text: { en: code }, required: false })),
      },
    ],
  };
  const questionSet = prepareQuestionSet(String(year), document);
  let state = year;
  const column = () =>
    Uint8Array.from({ length: MUNICIPALITIES }, () =>
      ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % 50 === 0 ? 240 : (state >>> 16) % 5,
    );
  const columns = new Map(
    questionSet.questions.map((question) => [columnKey(question.code), { question, states: column() }]),
  );
  return { code: String(year), year, questionSet, size: MUNICIPALITIES, columns };
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

export async function* benchSheet() {
  const [from, to] = [round(2017), round(2018)];
  const history = [from.questionSet, to.questionSet];
  const pairs = [...from.columns.keys()].map((key) => [from.columns.get(key).states, to.columns.get(key).states]);
  let sink = 0;
  const floor = () => {
    for (const [a, b] of pairs) {
      let sum = 0;
      for (let row = 0; row < a.length; row += 1) sum += a[row] ^ b[row];
      sink += sum;
    }
  };
  const subject = () => {
    const compared = compareRounds({ from, to, history });
    sink += compared.value.deltas[0].tally.increased;
  };
  const times = { floor: [], subject: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, work] of [
      ['floor', floor],
      ['subject', subject],
    ]) {
      const started = performance.now();
      work();
      if (run >= 10) times[name].push(performance.now() - started);
    }
  }
  const [yardstick, taken] = [median(times.floor), median(times.subject)];
  const ratio = Number((taken / yardstick).toFixed(2));
  yield {
    name: 'sheet-floor',
    size: `${MUNICIPALITIES} x ${QUESTIONS}`,
    subject: Number(taken.toFixed(2)),
    yardstick: Number(yardstick.toFixed(2)),
    unit: 'ms',
    ratio,
    goal: '<= 3',
    met: ratio <= 3 && sink !== 0,
  };
}
