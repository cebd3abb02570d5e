/** [question-set-diff]: what changed between two sets of 500 questions in six languages, against telling whether anything did. */
import { isDeepStrictEqual } from 'node:util';
import { diffQuestionSets, prepareQuestionSet } from '../libs/domain/dist/index.js';
import { entry, interleaved } from './measure.mjs';

const LOCALES = ['de', 'en', 'fr', 'tr', 'ar', 'uk'];
const QUESTIONS = 500;

const text = (words) => Object.fromEntries(LOCALES.map((locale) => [locale, `${locale}: ${words}`]));
const scaleOf = (levels) => ({
  code: 'agreement',
  ordered: true,
  polarity: 'NEUTRAL',
  boxes: {},
  missing: [],
  levels: Array.from({ length: levels }, (_, rank) => ({ code: String(rank + 1), label: text(`level ${rank + 1}`) })),
});
const setOf = (year, wordingOf) =>
  prepareQuestionSet(String(year), {
    year,
    revision: 1,
    scales: [scaleOf(5)],
    sections: Array.from({ length: 10 }, (_, section) => ({
      code: `section-${section}`,
      title: text(`Section ${section}`),
      questions: Array.from({ length: QUESTIONS / 10 }, (__, position) => {
        const number = section * 50 + position;
        return {
          code: `question.${number}`,
          type: 'SCALE',
          scale: 'agreement',
          required: false,
          text: text(wordingOf(number)),
          help: text(`What is meant by question ${number}, in a sentence that takes a line.`),
        };
      }),
    })),
  });

const structuredCopies = (...sets) =>
  sets.map(({ id, document }) => prepareQuestionSet(id, JSON.parse(JSON.stringify(document))));

/** One question in ten is reworded in all languages, as between two years. */
export async function* benchDiff() {
  const wording = (number) => `How big is the challenge ${number} for your municipality at present?`;
  const from = setOf(2017, wording);
  const to = setOf(2018, (number) => (number % 10 === 0 ? `${wording(number)} Please say so.` : wording(number)));
  const same = setOf(2017, wording);
  // A pair of its own for every run, so that nothing is remembered from the last one.
  const pairs = Array.from({ length: 50 }, () => structuredCopies(from, to));
  let sink = 0;
  const times = await interleaved(
    {
      // Equal documents: unequal ones would be told apart at the first difference.
      equal: () => void (sink += isDeepStrictEqual(from.document, same.document) ? 1 : 0),
      diff: (run) => {
        const [before, after] = pairs[run];
        sink += diffQuestionSets(before, after, { history: [before, after] }).changed.length;
      },
    },
    { runs: 40, warmUp: 10 },
  );
  if (sink === 0) throw new Error('nothing was compared');
  yield entry({
    name: 'question-set-diff',
    size: `${QUESTIONS} x ${LOCALES.length} languages`,
    subject: times.diff,
    yardstick: times.equal,
    unit: 'ms',
    limit: { most: 10 },
  });
}
