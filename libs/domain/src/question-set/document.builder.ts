import type { Level, MissingCode, Scale } from '../scale/scale.js';
import { prepareQuestionSet } from './expand-questions.js';
import type { QuestionDefinition, QuestionSet, QuestionSetDocument } from './question-set.js';

// For specs only: valid defaults, so that a test shows nothing but what it is about.

const text = (wording: string) => ({ de: wording, en: wording });

export const aLevel = (code: string, more: Partial<Level> = {}): Level => ({
  code,
  label: text(`level ${code}`),
  ...more,
});

export const DONT_KNOW: MissingCode = { code: 'dk', kind: 'DONT_KNOW', label: text("don't know") };
export const REFUSED: MissingCode = { code: 'no-comment', kind: 'REFUSED', label: text('no comment') };

/** Five ordered levels, "1" to "5", with a missing code. */
export const aScale = (more: Partial<Scale> = {}): Scale => ({
  code: 'challenge',
  ordered: true,
  levels: ['1', '2', '3', '4', '5'].map((code) => aLevel(code)),
  boxes: { high: ['4', '5'] },
  polarity: 'HIGHER_IS_WORSE',
  missing: [DONT_KNOW],
  ...more,
});

export const aQuestion = (more: Partial<QuestionDefinition> = {}): QuestionDefinition => {
  const question = {
    code: 'challenge.housing',
    type: 'SCALE' as const,
    text: text('Housing'),
    required: false,
    ...more,
  };
  const hasLevels = question.type !== 'NUMBER' && question.type !== 'BOOLEAN' && question.type !== 'TEXT';
  return { ...(hasLevels ? { scale: 'challenge' } : {}), ...question };
};

export const aDocument = (
  questions: readonly QuestionDefinition[] = [aQuestion()],
  more: Partial<QuestionSetDocument> = {},
): QuestionSetDocument => ({
  year: 2018,
  revision: 1,
  scales: [aScale()],
  sections: [{ code: 'main', title: text('Main'), questions }],
  ...more,
});

export const aQuestionSet = (
  questions?: readonly QuestionDefinition[],
  more: Partial<QuestionSetDocument> = {},
): QuestionSet => {
  const document = aDocument(questions, more);
  return prepareQuestionSet(`${document.year}-${document.revision}`, document);
};

/** One question of every type, and a scale so long that its answers take two bytes. */
export const EVERY_TYPE: readonly QuestionDefinition[] = [
  aQuestion({ code: 'level' }),
  aQuestion({ code: 'place', type: 'CHOICE', scale: 'places' }),
  aQuestion({ code: 'topics', type: 'MULTI_CHOICE' }),
  aQuestion({ code: 'staff', type: 'NUMBER', scale: 'missing-only' }),
  aQuestion({ code: 'budget', type: 'NUMBER', decimals: 2, min: -1000, max: 1_000_000 }),
  aQuestion({ code: 'coordinator', type: 'BOOLEAN' }),
  aQuestion({ code: 'remark', type: 'TEXT', scale: 'missing-only' }),
  aQuestion({
    code: 'impact',
    type: 'GRID',
    rows: [
      { code: 'labour', text: text('Labour') },
      { code: 'school', text: text('School') },
    ],
    columns: [
      { code: 'short', text: text('Short term') },
      { code: 'long', text: text('Long term') },
    ],
  }),
];

export const EVERY_SCALE: readonly Scale[] = [
  aScale(),
  aScale({
    code: 'places',
    ordered: false,
    levels: Array.from({ length: 300 }, (_, index) => aLevel(`p${index}`)),
    boxes: {},
  }),
  aScale({ code: 'missing-only', levels: [], boxes: {}, missing: [DONT_KNOW, REFUSED] }),
];

export const everyTypeSet = (): QuestionSet => aQuestionSet(EVERY_TYPE, { scales: EVERY_SCALE });
