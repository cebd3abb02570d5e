import fc from 'fast-check';
import { aDocument, aQuestion } from '../question-set/document.builder.js';
import type { QuestionSetDocument, SectionDefinition } from '../question-set/question-set.js';
import { changedFields, mergeDocuments } from './merge-documents.js';
import { disputesOf, resolveConflicts, type Whose } from './resolve-conflicts.js';

const question = (code: string, text = code) => aQuestion({ code, text: { de: text } });
const section = (code: string, ...questions: string[]): SectionDefinition => ({
  code,
  title: { de: code },
  questions: questions.map((one) => question(one)),
});
const BASE: QuestionSetDocument = {
  ...aDocument(),
  sections: [section('one', 'a', 'b', 'c'), section('two', 'd', 'e'), section('three', 'f')],
};
type Edit = (document: QuestionSetDocument) => QuestionSetDocument;
const sectionsOf =
  (change: (sections: readonly SectionDefinition[]) => readonly SectionDefinition[]): Edit =>
  (document) => ({ ...document, sections: change(document.sections) });
const reworded = (code: string, text: string): Edit =>
  sectionsOf((sections) =>
    sections.map((one) => ({
      ...one,
      questions: one.questions.map((asked) => (asked.code === code ? question(code, text) : asked)),
    })),
  );
const removed = (code: string): Edit =>
  sectionsOf((sections) =>
    sections.map((one) => ({ ...one, questions: one.questions.filter((asked) => asked.code !== code) })),
  );
const moved = (code: string, to: string, at: number): Edit =>
  sectionsOf((sections) => {
    const asked = sections.flatMap(({ questions }) => questions).find((one) => one.code === code);
    if (asked === undefined || !sections.some((one) => one.code === to)) return sections;
    return removed(code)({ ...BASE, sections }).sections.map((one) =>
      one.code === to ? { ...one, questions: one.questions.toSpliced(at, 0, asked) } : one,
    );
  });
const withoutSection = (code: string): Edit => sectionsOf((sections) => sections.filter((one) => one.code !== code));
const retitled = (code: string, title: string): Edit =>
  sectionsOf((sections) => sections.map((one) => (one.code === code ? { ...one, title: { de: title } } : one)));
const added = (code: string, to: string): Edit =>
  sectionsOf((sections) =>
    sections.flatMap(({ questions }) => questions).some((asked) => asked.code === code)
      ? sections
      : sections.map((one) => (one.code === to ? { ...one, questions: [question(code), ...one.questions] } : one)),
  );

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'd', 'f'), fc.constantFrom('neu', 'anders'))
    .map(([code, text]) => reworded(code, text)),
  fc.constantFrom('a', 'b', 'd', 'f').map(removed),
  fc
    .tuple(fc.constantFrom('a', 'b', 'd', 'f'), fc.constantFrom('one', 'two', 'three'), fc.nat({ max: 3 }))
    .map(([code, to, at]) => moved(code, to, at)),
  fc.constantFrom('one', 'two', 'three').map(withoutSection),
  fc
    .tuple(fc.constantFrom('one', 'two'), fc.constantFrom('Neu', 'Anders'))
    .map(([code, title]) => retitled(code, title)),
  fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('one', 'two', 'three')).map(([code, to]) => added(code, to)),
);
const anyDocument = fc
  .array(anyEdit, { minLength: 1, maxLength: 5 })
  .map((edits) => edits.reduce((document, edit) => edit(document), BASE));

const textOf = (document: QuestionSetDocument, code: string): string | undefined =>
  document.sections.flatMap(({ questions }) => questions).find((one) => one.code === code)?.text['de'];

describe('deciding what two designers have left in two ways', () => {
  it.each<readonly [string, Edit, Edit, string, Whose, string | undefined]>([
    ['one wording', reworded('a', 'meine'), reworded('a', 'ihre'), 'questions / a / text / de', 'MINE', 'meine'],
    ['one wording', reworded('a', 'meine'), reworded('a', 'ihre'), 'questions / a / text / de', 'THEIRS', 'ihre'],
    ['what they deleted', reworded('a', 'meine'), removed('a'), 'questions / a', 'MINE', 'meine'],
    ['what they deleted', reworded('a', 'meine'), removed('a'), 'questions / a', 'THEIRS', undefined],
    ['what I deleted', removed('a'), reworded('a', 'ihre'), 'questions / a', 'MINE', undefined],
    ['what I deleted', removed('a'), reworded('a', 'ihre'), 'questions / a', 'THEIRS', 'ihre'],
    [
      'a question in a section that they deleted',
      added('x', 'three'),
      withoutSection('three'),
      'sections / three',
      'MINE',
      'x',
    ],
    [
      'a question in a section that they deleted',
      added('x', 'three'),
      withoutSection('three'),
      'sections / three',
      'THEIRS',
      undefined,
    ],
  ])('%s', (_, my, their, id, whose, text) => {
    const [mine, theirs] = [my(BASE), their(BASE)];
    expect(disputesOf(BASE, mine, theirs).map((dispute) => dispute.id)).toEqual([id]);
    const resolved = resolveConflicts(BASE, mine, theirs, () => whose);
    expect(textOf(resolved, id.startsWith('sections') ? 'x' : 'a')).toBe(text);
  });

  it('keeps what both have done elsewhere', () => {
    const mine = reworded('b', 'meins')(reworded('a', 'meine')(BASE));
    const theirs = retitled('two', 'Ihrs')(reworded('a', 'ihre')(BASE));
    const resolved = resolveConflicts(BASE, mine, theirs, () => 'THEIRS');
    expect(textOf(resolved, 'b')).toBe('meins');
    expect(textOf(resolved, 'a')).toBe('ihre');
    expect(resolved.sections[1]?.title['de']).toBe('Ihrs');
  });

  it('always comes to an end: a document that merges with theirs, and is theirs or mine in every field', () => {
    fc.assert(
      fc.property(
        anyDocument,
        anyDocument,
        fc.func(fc.constantFrom<Whose>('MINE', 'THEIRS')),
        (mine, theirs, decide) => {
          const resolved = resolveConflicts(BASE, mine, theirs, decide);
          expect(disputesOf(theirs, resolved, theirs)).toEqual([]);
          const known = (document: QuestionSetDocument) =>
            new Set(
              document.sections.flatMap(({ code, questions }) => [code, ...questions.map((asked) => asked.code)]),
            );
          for (const code of known(resolved)) expect(known(mine).has(code) || known(theirs).has(code)).toBe(true);
          const outcome = mergeDocuments(BASE, mine, theirs);
          if (outcome.ok) expect(changedFields(resolved, outcome.value.document)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is theirs where everything is theirs, apart from what only mine says', () => {
    fc.assert(
      fc.property(anyDocument, (theirs) => {
        expect(
          changedFields(
            resolveConflicts(BASE, BASE, theirs, () => 'MINE'),
            theirs,
          ),
        ).toEqual([]);
      }),
    );
  });
});
