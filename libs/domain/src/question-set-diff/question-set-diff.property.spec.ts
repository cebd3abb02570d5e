import fc from 'fast-check';
import { aLevel, aScale, aQuestion, EVERY_SCALE, EVERY_TYPE } from '../question-set/document.builder.js';
import { prepareQuestionSet } from '../question-set/expand-questions.js';
import type { QuestionDefinition, QuestionSet, QuestionSetDocument } from '../question-set/question-set.js';
import { mergeDocuments } from './merge-documents.js';
import { CHANGE_ASPECTS, type ChangeAspect } from './question-change.js';
import { diffQuestionSets, type QuestionSetDiff } from './question-set-diff.js';
import { diffToMarkdown, diffToText } from './render-diff.js';

const SCALES = EVERY_SCALE.map((scale) => ({ ...scale, levels: scale.levels.slice(0, 6) }));
const CODES = EVERY_TYPE.map(({ code }) => code);

/** A scale of its own for each question, so that an edit of levels is an edit of one question. */
const ownScale = (question: QuestionDefinition): QuestionDefinition =>
  question.scale === undefined ? question : { ...question, scale: `${question.scale}-${question.code}` };
const BASE: QuestionSetDocument = {
  year: 2018,
  revision: 1,
  scales: EVERY_TYPE.flatMap(({ code, scale }) =>
    SCALES.filter((known) => known.code === scale).map((known) => ({ ...known, code: `${known.code}-${code}` })),
  ),
  sections: [
    { code: 'one', title: { de: 'Eins', en: 'One' }, questions: EVERY_TYPE.slice(0, 4).map(ownScale) },
    { code: 'two', title: { de: 'Zwei', en: 'Two' }, questions: EVERY_TYPE.slice(4).map(ownScale) },
  ],
};

const prepared = (year: number, document: QuestionSetDocument): QuestionSet =>
  prepareQuestionSet(String(year), { ...document, year });
const diffOf = (from: QuestionSetDocument, to: QuestionSetDocument): QuestionSetDiff => {
  const earlier = prepared(2018, from);
  return diffQuestionSets(earlier, prepared(2019, to), { history: [earlier] });
};

type Edit = (document: QuestionSetDocument) => QuestionSetDocument;

const editing =
  (code: string, edit: (question: QuestionDefinition) => QuestionDefinition): Edit =>
  (document) => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => (question.code === code ? edit(question) : question)),
    })),
  });

const LEVELLED = ['level', 'place', 'topics', 'impact'];
const editingScale =
  (code: string, edit: (scale: QuestionSetDocument['scales'][number]) => QuestionSetDocument['scales'][number]): Edit =>
  (document) => ({
    ...document,
    scales: document.scales.map((scale) => (scale.code.endsWith(`-${code}`) ? edit(scale) : scale)),
  });

/** Edits of a question by what they are; the words are drawn. */
const EDITS: readonly (readonly [ChangeAspect, readonly string[], (code: string, word: string) => Edit])[] = [
  ['TEXT', CODES, (code, word) => editing(code, (question) => ({ ...question, text: { ...question.text, de: word } }))],
  [
    'TRANSLATION',
    CODES,
    (code, word) => editing(code, (question) => ({ ...question, text: { ...question.text, en: word } })),
  ],
  ['HELP', CODES, (code, word) => editing(code, (question) => ({ ...question, help: { de: word } }))],
  ['RULES', CODES, (code, word) => editing(code, (question) => ({ ...question, visibleIf: `answered('${word}')` }))],
  ['REQUIRED', CODES, (code) => editing(code, (question) => ({ ...question, required: true }))],
  ['MODULE', CODES, (code, word) => editing(code, (question) => ({ ...question, module: word }))],
  [
    'UNIT',
    ['staff', 'budget'],
    (code, word) => editing(code, (question) => ({ ...question, unit: { de: word, en: word } })),
  ],
  ['RANGE', ['staff', 'budget'], (code) => editing(code, (question) => ({ ...question, max: 77 }))],
  [
    'GRID',
    ['impact'],
    (code, word) =>
      editing(code, (question) => ({
        ...question,
        rows: [...(question.rows ?? []), { code: word, text: { de: word, en: word } }],
      })),
  ],
  [
    'LEVELS',
    LEVELLED,
    (code, word) => editingScale(code, (scale) => ({ ...scale, levels: [...scale.levels, aLevel(word)] })),
  ],
  ['LEVEL_ORDER', LEVELLED, (code) => editingScale(code, (scale) => ({ ...scale, levels: scale.levels.toReversed() }))],
  [
    'LEVEL_LABELS',
    LEVELLED,
    (code, word) =>
      editingScale(code, (scale) => ({
        ...scale,
        levels: scale.levels.map((level, rank) =>
          rank === 0 ? { ...level, label: { ...level.label, de: word } } : level,
        ),
      })),
  ],
  [
    'LEVELS_ARCHIVED',
    LEVELLED,
    (code) =>
      editingScale(code, (scale) => ({
        ...scale,
        levels: scale.levels.map((level, rank) => (rank === 1 ? { ...level, archived: true } : level)),
      })),
  ],
];

const edits = fc
  .constantFrom(...EDITS)
  .chain(([aspect, codes, make]) =>
    fc
      .tuple(fc.constantFrom(...codes), fc.constantFrom('neu', 'anders', 'kürzer', 'Ämter'))
      .map(([code, word]) => ({ aspect, code, edit: make(code, word) })),
  );
const plans = fc.uniqueArray(edits, { maxLength: 8, selector: ({ aspect, code }) => `${aspect} ${code}` });
const applied = (document: QuestionSetDocument, plan: readonly { readonly edit: Edit }[]): QuestionSetDocument =>
  plan.reduce((edited, { edit }) => edit(edited), document);

describe('the difference of two question sets', () => {
  it('is what was edited, aspect by aspect, and nothing else', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const diff = diffOf(BASE, applied(BASE, plan));
        const expected = new Map<string, ChangeAspect[]>();
        for (const code of CODES)
          for (const aspect of CHANGE_ASPECTS)
            if (plan.some((edit) => edit.code === code && edit.aspect === aspect))
              expected.set(code, [...(expected.get(code) ?? []), aspect]);
        expect(diff.changed.map(({ code, aspects }) => [code, aspects])).toEqual([...expected]);
        expect(diff.unchanged).toBe(CODES.length - expected.size);
        expect([diff.added, diff.removed, diff.moved]).toEqual([[], [], []]);
      }),
    );
  });

  it('is mirrored when the sets are swapped, with the same verdicts', () => {
    const orders = fc.record({
      left: fc.shuffledSubarray(CODES),
      right: fc.shuffledSubarray(CODES),
      plan: plans,
      verdict: fc.constantFrom('EDITORIAL', 'COMPARABLE', 'BREAK', null),
    });
    const only = (document: QuestionSetDocument, codes: readonly string[]): QuestionSetDocument => {
      const all = document.sections.flatMap(({ questions }) => questions);
      return {
        ...document,
        sections: [
          { ...BASE.sections[0]!, questions: codes.flatMap((code) => all.filter((each) => each.code === code)) },
        ],
      };
    };
    fc.assert(
      fc.property(orders, ({ left, right, plan, verdict }) => {
        const since = verdict === null ? {} : { since: { year: 2018, verdict } };
        const from = prepared(2018, only(BASE, left));
        const edited = CODES.reduce<QuestionSetDocument>(
          (document, code) => editing(code, (question) => ({ ...question, ...since }))(document),
          applied(BASE, plan),
        );
        const to = prepared(2019, only(edited, right));
        const there = diffQuestionSets(from, to, { history: [from] });
        const back = diffQuestionSets(to, from, { history: [from] });
        const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
        expect(codesOf(back.added)).toEqual(codesOf(there.removed));
        expect(codesOf(back.removed)).toEqual(codesOf(there.added));
        expect(back.moved).toHaveLength(there.moved.length);
        expect(back.unchanged).toBe(there.unchanged);
        const judged = (diff: QuestionSetDiff) =>
          diff.changed
            .map(({ code, aspects, verdict: judgement, breaksSeries }) => ({ code, aspects, judgement, breaksSeries }))
            .sort((a, b) => (a.code < b.code ? -1 : 1));
        expect(judged(back)).toEqual(judged(there));
      }),
    );
  });

  it('moves no more questions than were taken out and put elsewhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(CODES.length - 1), fc.nat(CODES.length - 1)), { maxLength: 3 }),
        (shifts) => {
          const all = BASE.sections.flatMap(({ questions }) => questions);
          const order = [...all];
          for (const [at, target] of shifts) order.splice(target, 0, ...order.splice(at, 1));
          const oneSection = (questions: readonly QuestionDefinition[]): QuestionSetDocument => ({
            ...BASE,
            sections: [{ ...BASE.sections[0]!, questions }],
          });
          const { moved, changed } = diffOf(oneSection(all), oneSection(order));
          expect(moved.length).toBeLessThanOrEqual(shifts.length);
          expect(moved.length === 0).toBe(order.every((question, index) => question === all[index]));
          expect(changed).toEqual([]);
        },
      ),
    );
  });

  it('names every change in both languages and both media', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const diff = diffOf(BASE, applied(BASE, plan));
        for (const text of [
          diffToMarkdown(diff, 'de'),
          diffToText(diff, 'de'),
          diffToMarkdown(diff, 'en'),
          diffToText(diff, 'en', { colour: true }),
        ]) {
          expect(text).not.toContain('undefined');
          for (const { code } of plan) expect(text).toContain(code);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('merging additions', () => {
  const additions = fc.uniqueArray(
    fc.record({ code: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), at: fc.nat(4), section: fc.nat(1) }),
    { maxLength: 4, selector: ({ code }) => code },
  );
  const adding = (list: readonly { readonly code: string; readonly at: number; readonly section: number }[]) =>
    list.reduce<QuestionSetDocument>(
      (document, { code, at, section }) => ({
        ...document,
        sections: document.sections.map((each, index) =>
          index === section
            ? { ...each, questions: each.questions.toSpliced(at, 0, aQuestion({ code, scale: aScale().code })) }
            : each,
        ),
      }),
      BASE,
    );

  it('gives one document, whoever saves first', () => {
    fc.assert(
      fc.property(additions, additions, (own, other) => {
        const taken = new Set(own.map(({ code }) => code));
        const [mine, theirs] = [adding(own), adding(other.filter(({ code }) => !taken.has(code)))];
        const [here, there] = [mergeDocuments(BASE, mine, theirs), mergeDocuments(BASE, theirs, mine)];
        expect(here.ok && there.ok).toBe(true);
        if (!here.ok || !there.ok) return;
        expect(here.value.document).toEqual(there.value.document);
        const all = here.value.document.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
        expect(all.toSorted()).toEqual([...new Set([...CODES, ...own, ...other].map(codeOf))].toSorted());
      }),
    );
  });

  const codeOf = (item: string | { readonly code: string }): string => (typeof item === 'string' ? item : item.code);
});
