/** Synthetic rounds: the same arguments give the same answers. No database. */
import {
  buildRoundColumns,
  layoutOf,
  NO_ANSWER,
  NO_RESPONSE,
  FIRST_MISSING,
  columnKey,
  prepareQuestionSet,
} from '../libs/domain/dist/index.js';

export const FIRST_YEAR = 2017;
export const STATES = 16;
const both = (text) => ({ de: text, en: text });
export const questionCode = (index) => `q${String(index + 1).padStart(3, '0')}`;

/** A sheet of questions with five ordered levels and one missing code; every `numberEvery`th question asks a number. */
export function documentOf(year, questions, { numberEvery = 0 } = {}) {
  const isNumber = (index) => numberEvery > 0 && index % numberEvery === 7;
  return {
    year,
    revision: 1,
    scales: [
      {
        code: 'challenge',
        ordered: true,
        levels: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: both(`Level ${code}`) })),
        boxes: { high: ['4', '5'] },
        polarity: 'HIGHER_IS_WORSE',
        missing: [{ code: 'dk', kind: 'DONT_KNOW', label: both('unknown') }],
      },
    ],
    sections: [
      {
        code: 'all',
        title: both('All'),
        questions: Array.from({ length: questions }, (_, index) => ({
          code: questionCode(index),
          type: isNumber(index) ? 'NUMBER' : 'SCALE',
          ...(isNumber(index) ? { decimals: 1 } : { scale: 'challenge' }),
          text: both(`Question ${index + 1}`),
          required: false,
        })),
      },
    ],
  };
}

/** Whole random 32-bit numbers (xorshift). */
export function randomFrom(seed) {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}

/** 94 of 100 a level, 3 don't know, 3 empty. */
function stateFrom(number) {
  const draw = number % 100;
  if (draw < 3) return FIRST_MISSING;
  return draw < 6 ? NO_ANSWER : (number >>> 8) % 5;
}

/** Every 33rd municipality hands in nothing, another one each round. */
export const hasResponse = (municipality, round) => (municipality + round * 7) % 33 !== 0;

/** The vectors of one round in panel order, null where nothing was handed in. */
export function* vectorsOf({ municipalities, questions }, round) {
  const random = randomFrom(round);
  for (let municipality = 0; municipality < municipalities; municipality += 1) {
    if (!hasResponse(municipality, round)) {
      yield null;
      continue;
    }
    const vector = new Uint8Array(questions);
    for (let index = 0; index < questions; index += 1) vector[index] = stateFrom(random());
    yield vector;
  }
}

export const municipalityCode = (index) => `m${String(index + 1).padStart(6, '0')}`;

/** The panel without its ids. */
export const panelOf = (municipalities) =>
  Array.from({ length: municipalities }, (_, index) => ({
    code: municipalityCode(index),
    name: `Municipality ${index + 1}`,
    officialKey: null,
    attributes: { state: String(1 + ((index * 7) % STATES)).padStart(2, '0') },
    attributesByRound: {},
    memberFrom: null,
    memberTo: null,
    joinedBecause: null,
    leftBecause: null,
  }));

/** Columns of one round, filled without a detour over vectors. */
export function columnsOf({ municipalities, questions }, round) {
  const year = FIRST_YEAR + round;
  const questionSet = prepareQuestionSet(String(year), documentOf(year, questions));
  const random = randomFrom(round);
  const columns = new Map();
  for (const question of questionSet.questions) {
    const states = new Uint8Array(municipalities);
    for (let index = 0; index < municipalities; index += 1)
      states[index] = hasResponse(index, round) ? stateFrom(random()) : NO_RESPONSE;
    columns.set(columnKey(question.code), { question, states });
  }
  return { code: String(year), year, questionSet, size: municipalities, columns };
}

/** Columns of one round as the service builds them from submissions. */
export function builtColumnsOf(size, round, panel) {
  const year = FIRST_YEAR + round;
  const questionSet = prepareQuestionSet(String(year), documentOf(year, size.questions));
  if (layoutOf(questionSet).bytes !== size.questions) throw new Error('one byte a question was expected');
  const submissions = [];
  let municipalityIndex = 0;
  for (const vector of vectorsOf(size, round)) {
    if (vector !== null) submissions.push({ municipalityIndex, questionSetId: questionSet.id, vector, numbers: null });
    municipalityIndex += 1;
  }
  return buildRoundColumns({
    code: String(year),
    year,
    questionSet,
    questionSets: new Map([[questionSet.id, questionSet]]),
    panel,
    submissions,
  });
}
