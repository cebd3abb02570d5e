import type { QuestionDefinition, QuestionSetDocument } from '@reflexbogen/client/design';

// For specs only: two sections, four questions, one scale.

export const question = (code: string, more: Partial<QuestionDefinition> = {}): QuestionDefinition => ({
  code,
  type: 'TEXT',
  text: { de: code },
  required: false,
  ...more,
});

export const SAMPLE: QuestionSetDocument = {
  year: 2031,
  revision: 1,
  scales: [
    {
      code: 'much',
      ordered: true,
      polarity: 'NEUTRAL',
      levels: [
        { code: '1', label: { de: 'wenig', en: 'little' } },
        { code: '2', label: { de: 'viel' } },
      ],
      boxes: { high: ['2'] },
      missing: [{ code: 'dk', kind: 'DONT_KNOW', label: { de: 'weiß nicht' } }],
    },
  ],
  sections: [
    {
      code: 'one',
      title: { de: 'Eins' },
      questions: [
        question('a', { type: 'SCALE', scale: 'much' }),
        question('b', { visibleIf: `answer('a') == '1' && answered("a")` }),
      ],
    },
    {
      code: 'two',
      title: { de: 'Zwei' },
      questions: [
        question('c', {
          type: 'GRID',
          scale: 'much',
          rows: [{ code: 'r', text: { de: 'Zeile' } }],
          columns: [{ code: 'k', text: { de: 'Spalte' } }],
          help: { de: 'Hilfe' },
        }),
        question('d', { valid: { rule: "answered('c.r.k')", message: { de: 'Bitte' } } }),
      ],
    },
  ],
};

/** Codes by section, e.g. `one: a b | two: c d`. */
export const outline = (document: QuestionSetDocument): string =>
  document.sections.map(({ code, questions }) => `${code}: ${questions.map((one) => one.code).join(' ')}`).join(' | ');
