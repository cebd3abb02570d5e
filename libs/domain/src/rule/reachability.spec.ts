import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import { checkAnswer } from '../answer/check-answer.js';
import { aLevel, aQuestion, aQuestionSet, aScale, DONT_KNOW, EVERY_SCALE } from '../question-set/document.builder.js';
import type { Question, QuestionDefinition, QuestionSet } from '../question-set/question-set.js';
import { visibilityOf } from '../response/visibility.js';
import { MAX_ASSIGNMENTS, neverVisible } from './reachability.js';
import { compileRule } from './rule.js';

const SCALES = [
  ...EVERY_SCALE,
  aScale({ code: 'many', levels: Array.from({ length: 30 }, (_, i) => aLevel(`m${i}`)) }),
];
const rulesIn = (set: QuestionSet) => (question: Question) => {
  if (question.visibleIf === undefined) return undefined;
  const rule = compileRule(question.visibleIf, set.byCode, { previous: false });
  if (!rule.ok) throw new Error(`${question.visibleIf}: ${rule.errors[0]?.reason}`);
  return rule.value;
};
const neverIn = (set: QuestionSet): readonly string[] => [...neverVisible(set.questions, rulesIn(set)).keys()];
const asked = (visibleIf: string, more: readonly QuestionDefinition[] = []): QuestionSet =>
  aQuestionSet(
    [
      aQuestion({ code: 'level' }),
      aQuestion({ code: 'other' }),
      aQuestion({ code: 'place', type: 'CHOICE', scale: 'places' }),
      aQuestion({ code: 'topics', type: 'MULTI_CHOICE' }),
      aQuestion({ code: 'many', type: 'MULTI_CHOICE', scale: 'many' }),
      aQuestion({ code: 'staff', type: 'NUMBER', scale: 'missing-only' }),
      aQuestion({ code: 'budget', type: 'NUMBER', decimals: 0, min: 0, max: 10 }),
      aQuestion({ code: 'yes', type: 'BOOLEAN' }),
      aQuestion({ code: 'remark', type: 'TEXT', scale: 'missing-only' }),
      ...more,
      aQuestion({ code: 'target', type: 'TEXT', visibleIf }),
    ],
    { scales: SCALES },
  );

describe('neverVisible', () => {
  it.each<[string, boolean]>([
    ["answer('level') == '1'", false],
    ["answer('level') == '1' && answer('level') == '2'", true],
    ["answer('level') == '1' && answer('other') == '2'", false],
    ["answer('level') == answer('other') && answer('level') == '1' && answer('other') != '1'", true],
    ["answer('level') in []", true],
    ["answer('level').startsWith('3')", false],
    ["answer('level').startsWith('7')", true],
    ["answer('level') != '1' && answer('level') != '2' && !(answer('level') in ['3', '4', '5'])", true],
    ["!answered('level') && answer('level') == '1'", true],
    ["answered('level') && !(answer('level') in ['1', '2', '3', '4', '5'])", true],
    ["answered('level') && !answered('other')", false],
    ["answer('place') == 'p299'", false],
    ["answer('place') == 'p299' && answer('place') == 'p298'", true],
    ["'1' in answer('topics') && !('2' in answer('topics'))", false],
    ["'1' in answer('topics') && !('1' in answer('topics'))", true],
    ["size(answer('topics')) > 4", false],
    ["size(answer('topics')) > 5", true],
    ["size(answer('topics')) == 0", true],
    ["answer('topics') == ['1', '3']", false],
    ["answer('yes') && !answer('yes')", true],
    ["answer('yes') == false", false],
    ["answer('staff') > 3.0 && answer('staff') < 4.0", false],
    ["answer('staff') > 3.0 && answer('staff') < 3.000000002", false],
    ["answer('staff') > 3.0 && answer('staff') < 3.000000001", true],
    ["answer('staff') > 3.0 && answer('staff') <= 3.0", true],
    ["answer('staff') == 0.0000000001", true],
    ["answer('staff') > 1e15", true],
    ["answer('staff') > 999999999999998.0", false],
    ["answer('staff') < -5.0 && answer('staff') > -1e300", false],
    ["answer('staff') in [1.0, -2.0] && answer('staff') < 0.0", false],
    ["answer('staff') in [1.0, -2.0] && answer('staff') < -2.0", true],
    ["answer('budget') > 3.0 && answer('budget') < 4.0", true],
    ["answer('budget') > 3.5 && answer('budget') < 4.5", false],
    ["answer('budget') > 10.0", true],
    ["answer('budget') < 0.5", false],
    ["answer('budget') == 3.5", true],
    ["answer('remark') == 'a' && answer('remark') != 'a'", true],
    ["answer('remark') != 'a' && answer('remark') != 'b'", false],
    ["answer('remark') > 'a' && answer('remark') < 'b'", false],
    ["answer('remark') == ''", true],
    ["answer('remark') < '\\t'", true],
    ["answer('remark') == 'dk'", true],
    ['false', true],
    ['true', false],
    // Beyond what is searched: never visible in truth, and yet not said to be.
    ["answer('staff') + 1.0 > answer('staff') + 2.0", false],
    ["answer('remark').contains('a') && !answer('remark').contains('a')", false],
    ["size(answer('many')) > 30", false],
    ["answer('remark') > 'a\\x01' && answer('remark') < 'a\\x01'", false],
  ])('%s: %s', (rule, isNever) => {
    expect(neverIn(asked(rule))).toEqual(isNever ? ['target'] : []);
  });

  it.each<[string, QuestionDefinition[], string, string[]]>([
    [
      'a question that depends on one that is never visible',
      [aQuestion({ code: 'dead', visibleIf: 'false' })],
      "answered('dead')",
      ['dead', 'target'],
    ],
    ['not one that can do without', [aQuestion({ code: 'dead', visibleIf: 'false' })], "!answered('dead')", ['dead']],
    [
      'two rules that exclude each other',
      [aQuestion({ code: 'between', type: 'BOOLEAN', visibleIf: "answer('level') == '1'" })],
      "answer('between') && answer('level') == '2'",
      ['target'],
    ],
    [
      'three rules that exclude each other',
      [
        aQuestion({ code: 'first', type: 'BOOLEAN', visibleIf: "answer('budget') > 3.0" }),
        aQuestion({ code: 'second', type: 'BOOLEAN', visibleIf: "answer('first')" }),
      ],
      "answer('second') && answer('budget') < 4.0",
      ['target'],
    ],
    [
      'two rules that go together',
      [aQuestion({ code: 'between', type: 'BOOLEAN', visibleIf: "answer('level') == '1'" })],
      "answer('between') && answer('other') == '2'",
      [],
    ],
    [
      'all cells of a grid',
      [
        aQuestion({
          code: 'grid',
          type: 'GRID',
          visibleIf: 'false',
          rows: [{ code: 'r', text: { en: 'r' } }],
          columns: [
            { code: 'a', text: { en: 'a' } },
            { code: 'b', text: { en: 'b' } },
          ],
        }),
      ],
      "answered('grid.r.b')",
      ['grid.r.a', 'grid.r.b', 'target'],
    ],
  ])('names %s', (_, more, rule, never) => {
    expect(neverIn(asked(rule, more))).toEqual(never);
  });

  it('says on which question it depends', () => {
    const set = asked("answered('dead')", [aQuestion({ code: 'dead', visibleIf: 'false' })]);

    expect([...neverVisible(set.questions, rulesIn(set))]).toEqual([
      ['dead', undefined],
      ['target', 'dead'],
    ]);
  });

  it('counts a level that is no longer offered as one that nobody chooses', () => {
    const scale = aScale({ levels: [aLevel('1'), aLevel('2', { archived: true })] });
    const set = aQuestionSet([aQuestion({ code: 'a' }), aQuestion({ code: 'b', visibleIf: "answer('a') == '2'" })], {
      scales: [scale],
    });

    expect(neverIn(set)).toEqual(['b']);
  });

  it('gives up where there are too many sheets, and says nothing then', () => {
    const many = Array.from({ length: 8 }, (_, index) => aQuestion({ code: `q${index}` }));
    const pairs = many.map(({ code }) => `answer('${code}') in ['1', '2', '3', '4']`).join(' && ');
    const unsatisfiable = `${pairs} && answer('q0') == '5'`;

    expect(5 ** many.length).toBeGreaterThan(MAX_ASSIGNMENTS);
    expect(neverIn(asked(unsatisfiable, many))).toEqual([]);
    expect(neverIn(asked("answer('q0') == '4' && answer('q0') == '5'", many))).toEqual(['target']);
  });

  it('gives up on what is left of a set when enough has been tried', () => {
    // Each is never visible and takes thousands of sheets to see it; no trial is left for the last.
    const wide = Array.from({ length: 5 }, (_, index) => aQuestion({ code: `q${index}` }));
    const some = wide.map(({ code }) => `answer('${code}') in ['1', '2', '3', '4', '5']`).join(' && ');
    const dear = Array.from({ length: 20 }, (_, index) =>
      aQuestion({ code: `x${index}`, visibleIf: `${some} && answer('q0') == '1' && answer('q0') == '2'` }),
    );
    const found = neverIn(asked('false', [...wide, ...dear]));

    expect(found).toContain('x0');
    expect(found).not.toContain('x19');
    expect(found).not.toContain('target');
  });

  it('gives up on chains of more questions than are looked through', () => {
    const chain = Array.from({ length: 120 }, (_, index) =>
      aQuestion({
        code: `c${index}`,
        type: 'BOOLEAN',
        visibleIf: index === 0 ? "answer('level') == '1'" : `answer('c${index - 1}')`,
      }),
    );

    expect(neverIn(asked("answer('c119') && answer('level') == '2'", chain))).toEqual([]);
    expect(neverIn(asked("answer('c9') && answer('level') == '2'", chain))).toEqual(['target']);
  });

  it('follows a chain of any length from a question that is never visible', () => {
    const chain = Array.from({ length: 120 }, (_, index) =>
      aQuestion({ code: `c${index}`, visibleIf: index === 0 ? 'false' : `answered('c${index - 1}')` }),
    );

    expect(neverIn(asked("answered('c119')", chain))).toHaveLength(121);
  });

  describe('agrees with trying every sheet', () => {
    const MISSING: AnswerValue = { kind: 'MISSING', missing: 'dk' };
    const definitions = [
      aQuestion({ code: 'a' }),
      aQuestion({ code: 'b', type: 'BOOLEAN' }),
      aQuestion({ code: 'n', type: 'NUMBER', decimals: 1, min: 0, max: 1 }),
      aQuestion({ code: 'm', type: 'MULTI_CHOICE' }),
    ];
    const scales = [aScale({ levels: ['1', '2'].map((code) => aLevel(code)), boxes: {}, missing: [DONT_KNOW] })];
    const level = fc.constantFrom('1', '2');
    const number = fc.constantFrom('0.0', '0.4', '0.45', '0.5', '1.0', '1.5');
    const comparison = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
    const atom = fc.oneof(
      level.map((code) => `answer('a') == '${code}'`),
      fc.tuple(level, level).map(([one, two]) => `answer('a') in ['${one}', '${two}']`),
      fc.constantFrom('a', 'b', 'n', 'm').map((code) => `answered('${code}')`),
      fc.constant("answer('b')"),
      fc.tuple(comparison, number).map(([sign, cut]) => `answer('n') ${sign} ${cut}`),
      level.map((code) => `'${code}' in answer('m')`),
      fc.constantFrom('1', '2').map((count) => `size(answer('m')) == ${count}`),
    );
    const literal = fc.tuple(fc.boolean(), atom).map(([isNegated, text]) => (isNegated ? `!(${text})` : text));
    const rule = fc
      .array(fc.array(literal, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
      .map((terms) => terms.map((term) => `(${term.join(' && ')})`).join(' || '));

    const everySheet = (set: QuestionSet, codes: readonly string[]): ReadonlyMap<string, AnswerValue>[] => {
      let sheets: Map<string, AnswerValue>[] = [new Map()];
      for (const code of codes) {
        const question = set.byCode.get(code);
        const values: AnswerValue[] = [
          ...['1', '2'].map((one): AnswerValue => ({ kind: 'LEVEL', level: one })),
          ...[['1'], ['2'], ['1', '2']].map((levels): AnswerValue => ({
            kind: 'LEVELS',
            levels,
          })),
          ...[true, false].map((boolean): AnswerValue => ({ kind: 'BOOLEAN', boolean })),
          ...Array.from({ length: 11 }, (_, tenth): AnswerValue => ({ kind: 'NUMBER', number: tenth / 10 })),
          MISSING,
        ].filter((value) => question !== undefined && checkAnswer(question, value).ok);
        sheets = sheets.flatMap((sheet) => [sheet, ...values.map((value) => new Map(sheet).set(code, value))]);
      }
      return sheets;
    };

    it('over random rules', () => {
      const sheets = everySheet(aQuestionSet([...definitions, aQuestion({ code: 'x', type: 'BOOLEAN' })], { scales }), [
        'a',
        'b',
        'n',
        'm',
        'x',
      ]);
      let never = 0;
      fc.assert(
        fc.property(rule, rule, (first, second) => {
          const set = aQuestionSet(
            [
              ...definitions,
              aQuestion({ code: 'x', type: 'BOOLEAN', visibleIf: first }),
              aQuestion({ code: 'y', visibleIf: `answer('x') && (${second})` }),
            ],
            { scales },
          );
          const shown = new Set<string>();
          for (const sheet of sheets)
            if (shown.size < set.questions.length) for (const code of visibilityOf(set, sheet).visible) shown.add(code);
          const expected = set.questions.map(({ code }) => code).filter((code) => !shown.has(code));
          never += expected.length;

          expect(neverIn(set)).toEqual(expected);
        }),
        { numRuns: 60 },
      );
      // Otherwise both sides might be saying nothing.
      expect(never).toBeGreaterThan(10);
    });
  });
});
