/** Builders for the specs of this folder: valid defaults, so that a spec shows only what it is about. Not exported by the library. */
import { BOOLEAN_SCALE, NO_SCALE } from '../scale/scale.js';
import type { Direction, MissingKind, Scale } from '../scale/scale.js';
import type { Question, QuestionSet } from '../question-set/question-set.js';
import { columnKey } from './comparison.types.js';
import type { Column, RoundColumns } from './comparison.types.js';

const label = (text: string) => ({ de: text, en: text });

export const aScale = (codes: string, overrides: Partial<Scale> = {}): Scale => ({
  code: 'scale',
  ordered: true,
  levels: codes.split('').map((code) => ({ code, label: label(code) })),
  boxes: {},
  polarity: 'NEUTRAL',
  missing: (['DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE'] satisfies MissingKind[]).map((kind) => ({
    code: kind,
    kind,
    label: label(kind),
  })),
  ...overrides,
});

export const changeScale = (...directions: readonly (Direction | undefined)[]): Scale =>
  aScale('', {
    levels: directions.map((direction, rank) => ({
      code: `c${rank}`,
      label: label(`c${rank}`),
      ...(direction === undefined ? {} : { direction }),
    })),
  });

export const aQuestion = (code: string, overrides: Partial<Question> = {}): Question => {
  const scales: Partial<Record<Question['type'], Scale>> = { BOOLEAN: BOOLEAN_SCALE, NUMBER: NO_SCALE, TEXT: NO_SCALE };
  return {
    code,
    type: 'SCALE',
    text: label('How big?'),
    required: false,
    scale: scales[overrides.type ?? 'SCALE'] ?? aScale('abc'),
    polarity: 'NEUTRAL',
    section: 'all',
    position: 0,
    ...overrides,
  };
};

export const aSet = (year: number, questions: readonly Question[], revision = 1): QuestionSet => ({
  id: `${year}-${revision}`,
  year,
  revision,
  document: { year, revision, scales: [], sections: [] },
  questions,
  byCode: new Map(questions.map((question) => [question.code, question])),
});

/** Letters for what keeps an answer from being a level. */
const REASONS: Readonly<Record<string, number>> = {
  '-': 240, // no answer
  '/': 241, // skipped
  '?': 242, // not asked
  '!': 243, // not comparable
  ' ': 244, // no response
  x: 245, // not in the panel
  X: 246, // unit changed
  d: 200, // don't know
  r: 201, // refused
  n: 202, // not applicable
};

/** Column states from text: a digit is a rank, other letters are reasons, e.g. `0012- x`. */
export const states = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => REASONS[letter] ?? Number(letter));

/**
 * One round; answers by column key, as `states` text or as numbers (null = no answer).
 * Questions of the set without answers in the list get a column of no answers.
 */
export function aRound(
  questionSet: QuestionSet,
  answers: Readonly<Record<string, string | readonly (number | null)[]>>,
): RoundColumns {
  const size = Math.max(0, ...Object.values(answers).map((column) => column.length));
  const columns = new Map<string, Column>();
  for (const question of questionSet.questions) {
    const options = question.type === 'MULTI_CHOICE' ? question.scale.levels.map(({ code }) => code) : [undefined];
    for (const option of options) {
      const key = columnKey(question.code, option);
      const given = answers[key] ?? '-'.repeat(size);
      columns.set(key, {
        question,
        ...(option === undefined ? {} : { option }),
        states:
          typeof given === 'string' ? states(given) : Uint8Array.from(given, (value) => (value === null ? 240 : 0)),
        ...(question.type === 'NUMBER'
          ? { numbers: Float64Array.from(typeof given === 'string' ? [] : given, (value) => value ?? NaN) }
          : {}),
      });
    }
  }
  return { code: String(questionSet.year), year: questionSet.year, questionSet, size, columns };
}
