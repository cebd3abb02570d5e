import fc from 'fast-check';
import { aDocument, aLevel, aQuestion, aScale, EVERY_SCALE, EVERY_TYPE } from '../question-set/document.builder.js';
import { checkQuestionSet } from '../question-set/check-question-set.js';
import type { QuestionDefinition, QuestionSetDocument } from '../question-set/question-set.js';
import { documentOf, fieldsOf } from './document-fields.js';
import { changedFields, mergeDocuments } from './merge-documents.js';

const BASE: QuestionSetDocument = {
  ...aDocument(EVERY_TYPE, {
    scales: EVERY_SCALE.map((scale) => ({ ...scale, levels: scale.levels.slice(0, 6) })),
  }),
  sections: [
    { code: 'one', title: { de: 'Eins', en: 'One' }, questions: EVERY_TYPE.slice(0, 4) },
    { code: 'two', title: { de: 'Zwei', en: 'Two' }, questions: EVERY_TYPE.slice(4) },
  ],
  modules: [{ code: 'core', revision: 2 }],
};

const codes = BASE.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
const editing =
  (code: string, edit: (question: QuestionDefinition) => QuestionDefinition) =>
  (document: QuestionSetDocument): QuestionSetDocument => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => (question.code === code ? edit(question) : question)),
    })),
  });
const without =
  (code: string) =>
  (document: QuestionSetDocument): QuestionSetDocument => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.filter((question) => question.code !== code),
    })),
  });
const withQuestion =
  (question: QuestionDefinition, at = 0) =>
  (document: QuestionSetDocument): QuestionSetDocument => ({
    ...document,
    sections: document.sections.map((section, index) =>
      index === 0 ? { ...section, questions: section.questions.toSpliced(at, 0, question) } : section,
    ),
  });
const reworded = (code: string, text: string, locale = 'de') =>
  editing(code, (question) => ({ ...question, text: { ...question.text, [locale]: text } }));

type Edit = (document: QuestionSetDocument) => QuestionSetDocument;
/** An edit of one question, told apart by the question. */
const edits: fc.Arbitrary<readonly [string, Edit]> = fc
  .record({
    code: fc.constantFrom(...codes),
    kind: fc.constantFrom('text', 'en', 'required', 'help', 'rule', 'check', 'drop', 'english-gone'),
    word: fc.constantFrom('neu', 'anders', 'besser', 'kürzer'),
  })
  .map(({ code, kind, word }) => {
    const edit: Record<string, Edit> = {
      text: reworded(code, word),
      en: reworded(code, word, 'en'),
      required: editing(code, (question) => ({ ...question, required: true })),
      help: editing(code, (question) => ({ ...question, help: { de: word } })),
      rule: editing(code, (question) => ({ ...question, visibleIf: `answered('${word}')` })),
      check: editing(code, (question) => ({ ...question, valid: { rule: 'true', message: { de: word } } })),
      drop: without(code),
      'english-gone': editing(code, (question) => ({ ...question, text: { de: question.text['de'] ?? '' } })),
    };
    return [code, edit[kind]!] as const;
  });
const apply = (document: QuestionSetDocument, list: readonly (readonly [string, Edit])[]) =>
  list.reduce((edited, [, edit]) => edit(edited), document);

describe('fields of a document', () => {
  it('give the document again, whatever was edited', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 6 }), (list) => {
        const document = apply(BASE, list);
        expect(documentOf(document, fieldsOf(document))).toEqual(document);
      }),
    );
  });

  it('tell apart what contains the characters of a path', () => {
    const scale = aScale({ levels: [aLevel('1/label/de'), aLevel('#order'), aLevel('order')], boxes: {} });
    const document = aDocument([aQuestion()], { scales: [scale] });
    expect(documentOf(document, fieldsOf(document))).toEqual(document);
  });

  it('differ by their paths', () => {
    expect(changedFields(BASE, reworded('staff', 'Stellen')(BASE))).toEqual([
      { path: ['questions', 'staff', 'text', 'de'], from: '"Housing"', to: '"Stellen"' },
    ]);
    expect(changedFields(BASE, BASE)).toEqual([]);
  });
});

describe('mergeDocuments', () => {
  it('takes the only change there is', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 6 }), (list) => {
        const edited = apply(BASE, list);
        expect(mergeDocuments(BASE, edited, BASE)).toEqual({ ok: true, value: { document: edited, merged: [] } });
        const theirs = mergeDocuments(BASE, BASE, edited);
        expect(theirs.ok && theirs.value.document).toEqual(edited);
        const both = mergeDocuments(BASE, edited, edited);
        expect(both).toEqual({ ok: true, value: { document: edited, merged: [] } });
      }),
    );
  });

  it('never conflicts over different questions, and keeps the edits of both', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 5 }), fc.array(edits, { maxLength: 5 }), (own, other) => {
        const touched = new Set(own.map(([code]) => code));
        const disjoint = other.filter(([code]) => !touched.has(code));
        const merged = mergeDocuments(BASE, apply(BASE, own), apply(BASE, disjoint));
        expect(merged.ok && merged.value.document).toEqual(apply(apply(BASE, own), disjoint));
      }),
    );
  });

  it('is the same from both sides', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 4 }), fc.array(edits, { maxLength: 4 }), (own, other) => {
        const [mine, theirs] = [apply(BASE, own), apply(BASE, other)];
        const [a, b] = [mergeDocuments(BASE, mine, theirs), mergeDocuments(BASE, theirs, mine)];
        expect(a.ok).toBe(b.ok);
        if (a.ok && b.ok) expect(a.value.document).toEqual(b.value.document);
        if (!a.ok && !b.ok) expect(a.errors.map(({ path }) => path)).toEqual(b.errors.map(({ path }) => path));
      }),
    );
  });

  it('names a field that both changed, with all three values', () => {
    expect(mergeDocuments(BASE, reworded('staff', 'A')(BASE), reworded('staff', 'B')(BASE))).toEqual({
      ok: false,
      errors: [{ path: ['questions', 'staff', 'text', 'de'], base: '"Housing"', mine: '"A"', theirs: '"B"' }],
    });
  });

  it('merges two languages of one text', () => {
    const merged = mergeDocuments(BASE, reworded('staff', 'A')(BASE), reworded('staff', 'B', 'en')(BASE));
    expect(merged).toMatchObject({ ok: true, value: { merged: [['questions', 'staff', 'text', 'en']] } });
  });

  it.each([
    ['rewords', reworded('staff', 'B')],
    ['translates', reworded('staff', 'B', 'fr')],
    [
      'adds a check to',
      editing('staff', (question) => ({ ...question, valid: { rule: 'true', message: { de: 'x' } } })),
    ],
  ])('does not lose what one %s while the other deletes it', (_, edit) => {
    for (const [mine, theirs] of [
      [without('staff')(BASE), edit(BASE)],
      [edit(BASE), without('staff')(BASE)],
    ] as const) {
      const merged = mergeDocuments(BASE, mine, theirs);
      expect(merged.ok).toBe(false);
      if (!merged.ok) expect(merged.errors.every(({ path }) => path[1] === 'staff')).toBe(true);
    }
  });

  it('does not lose a question that one moves into the section that the other deletes', () => {
    const moved = { ...BASE, sections: [BASE.sections[0]!, { ...BASE.sections[1]!, questions: [] }] };
    const question = BASE.sections[0]!.questions[0]!;
    const into = {
      ...BASE,
      sections: [
        { ...BASE.sections[0]!, questions: BASE.sections[0]!.questions.slice(1) },
        { ...BASE.sections[1]!, questions: [...BASE.sections[1]!.questions, question] },
      ],
    };
    const gone = { ...BASE, sections: [BASE.sections[0]!] };
    const refused = mergeDocuments(BASE, into, gone);
    expect(!refused.ok && refused.errors.map(({ path }) => path)).toContainEqual([
      'questions',
      question.code,
      'section',
    ]);
    expect(mergeDocuments(BASE, moved, BASE).ok).toBe(true);
  });

  it('keeps the questions that both added, each behind its neighbour', () => {
    const merged = mergeDocuments(
      BASE,
      withQuestion(aQuestion({ code: 'mine' }), 1)(BASE),
      withQuestion(aQuestion({ code: 'theirs' }), 3)(BASE),
    );
    expect(merged.ok && merged.value.document.sections[0]!.questions.map(({ code }) => code)).toEqual([
      codes[0],
      'mine',
      codes[1],
      codes[2],
      'theirs',
      codes[3],
    ]);
    expect(merged.ok && checkQuestionSet(merged.value.document)).toEqual([]);
  });

  it('merges an order with an addition, and refuses two different orders', () => {
    const reversed = (count: number): QuestionSetDocument => ({
      ...BASE,
      sections: BASE.sections.map((section, index) =>
        index === 0
          ? {
              ...section,
              questions: [...section.questions.slice(0, count).reverse(), ...section.questions.slice(count)],
            }
          : section,
      ),
    });
    const added = mergeDocuments(BASE, reversed(4), withQuestion(aQuestion({ code: 'new' }), 0)(BASE));
    expect(added.ok && added.value.document.sections[0]!.questions.map(({ code }) => code)).toEqual([
      'new',
      ...codes.slice(0, 4).reverse(),
    ]);
    expect(mergeDocuments(BASE, reversed(4), reversed(2))).toMatchObject({
      ok: false,
      errors: [{ path: ['sections', 'one', 'questions'] }],
    });
  });
});
