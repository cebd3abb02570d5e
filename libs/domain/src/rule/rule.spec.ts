import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, aQuestionSet, everyTypeSet } from '../question-set/document.builder.js';
import { worded } from '../question-set/question-set-fault.js';
import { compileRule, decideRule, evaluateRule, type CompiledRule, type RuleScope } from './rule.js';
import { RULE_REASONS, type RuleFaultCode } from './rule-reasons.js';
import { MAX_RULE_LENGTH } from './rule-language.js';

const questions = everyTypeSet().byCode;
const compiled = (text: string): CompiledRule => {
  const result = compileRule(text, questions);
  if (!result.ok) throw new Error(result.errors.map(({ reason }) => reason).join('; '));
  return result.value;
};
const evaluate = (text: string, answers: Readonly<Record<string, AnswerValue>>): boolean =>
  evaluateRule(compiled(text), (code) => answers[code]);

const four: AnswerValue = { kind: 'LEVEL', level: '4' };
const dontKnow: AnswerValue = { kind: 'MISSING', missing: 'dk' };
const yes: AnswerValue = { kind: 'BOOLEAN', boolean: true };

describe('evaluateRule', () => {
  it.each<[string, Record<string, AnswerValue>, boolean]>([
    ["answer('level') == '4'", { level: four }, true],
    ["answer('level') != '4'", { level: four }, false],
    ["answer('level') in ['4', '5']", { level: four }, true],
    ["answer('coordinator')", { coordinator: yes }, true],
    ["!answer('coordinator')", { coordinator: yes }, false],
    ["answer('staff') >= 2.5", { staff: { kind: 'NUMBER', number: 2.5 } }, true],
    [
      "answer('staff') + answer('budget') > 10.0",
      { staff: { kind: 'NUMBER', number: 3 }, budget: { kind: 'NUMBER', number: 8 } },
      true,
    ],
    ["'1' in answer('topics')", { topics: { kind: 'LEVELS', levels: ['1', '3'] } }, true],
    ["size(answer('topics')) > 2", { topics: { kind: 'LEVELS', levels: ['1', '3'] } }, false],
    ["answer('remark').trim().contains('x')", { remark: { kind: 'TEXT', text: ' axb ' } }, true],
    ["answer('impact.labour.short') == '4'", { 'impact.labour.short': four }, true],
    ["answered('level') ? answer('level') == '4' : answer('coordinator')", { coordinator: yes }, true],
    ["answered('level') && answered('remark')", { level: four }, false],
  ])('%s', (text, answers, value) => {
    expect(evaluate(text, answers)).toBe(value);
  });

  it.each<[string, string, Record<string, AnswerValue>, boolean]>([
    ['a comparison', "answer('level') == '4'", {}, false],
    ['an inequality too', "answer('level') != '4'", {}, false],
    ['a negation of what is not known', "!(answer('level') == '4')", {}, false],
    ['a negated check for an answer is known', "!answered('level')", {}, true],
    ['"or" with one side known', "answer('level') == '4' || answer('coordinator')", { coordinator: yes }, true],
    ['"or" the other way round', "answer('coordinator') || answer('level') == '4'", { coordinator: yes }, true],
    ['"and" with one side not known', "answer('level') == '4' && answer('coordinator')", { coordinator: yes }, false],
    ['a missing code has no value', "answer('level') == '4'", { level: dontKnow }, false],
    ['and yet is an answer', "answered('level')", { level: dontKnow }, true],
    ['arithmetic that cannot be done', "answer('coordinator') && 1 / 0 > 1", { coordinator: yes }, false],
  ])('is decided without an answer: %s', (_, text, answers, value) => {
    expect(evaluate(text, answers)).toBe(value);
  });

  it('never throws, whatever is answered', () => {
    const rules = [
      "answer('level') == '4' || !(answer('staff') / answer('budget') > 1.0)",
      "size(answer('topics')) > 1 && answer('remark').startsWith('a')",
      "answered('place') ? answer('place') in ['p1'] : answer('staff') % 2.0 == 0.0",
    ].flatMap((text) => {
      const result = compileRule(text, questions);
      return result.ok ? [result.value] : [];
    });
    const value = fc.oneof(
      fc.string().map((level): AnswerValue => ({ kind: 'LEVEL', level })),
      fc.double().map((number): AnswerValue => ({ kind: 'NUMBER', number })),
      fc.boolean().map((boolean): AnswerValue => ({ kind: 'BOOLEAN', boolean })),
      fc.array(fc.string()).map((levels): AnswerValue => ({ kind: 'LEVELS', levels })),
      fc.constant(undefined),
    );

    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.array(value, { minLength: 8, maxLength: 8 }), (rule, values) => {
        let next = 0;
        expect(typeof evaluateRule(rule, () => values[next++])).toBe('boolean');
      }),
    );
  });
});

describe('last round', () => {
  const STAFF = "abs(answer('staff') - previous('staff')) > 10.0";
  const number = (value: number): AnswerValue => ({ kind: 'NUMBER', number: value });
  const decide = (
    text: string,
    now: Readonly<Record<string, AnswerValue>>,
    before: Readonly<Record<string, AnswerValue>>,
  ): boolean | undefined =>
    decideRule(
      compiled(text),
      (code) => now[code],
      (code) => before[code],
    );

  it.each<[string, Record<string, AnswerValue>, Record<string, AnswerValue>, boolean | undefined]>([
    [STAFF, { staff: number(30) }, { staff: number(19.5) }, true],
    [STAFF, { staff: number(9) }, { staff: number(19.5) }, true],
    [STAFF, { staff: number(29.5) }, { staff: number(19.5) }, false],
    [STAFF, { staff: number(30) }, {}, undefined],
    [STAFF, {}, { staff: number(30) }, undefined],
    [STAFF, { staff: number(30) }, { staff: dontKnow }, undefined],
    [STAFF, { staff: number(30) }, { staff: four }, undefined],
    ["answer('level') != previous('level')", { level: four }, { level: { kind: 'LEVEL', level: '2' } }, true],
    ["previous('level') == '7'", {}, { level: { kind: 'LEVEL', level: '7' } }, true],
    ["previouslyAnswered('level') && !answered('level')", {}, { level: dontKnow }, true],
    ["previouslyAnswered('level')", { level: four }, {}, false],
    ["previous('coordinator') && !answer('coordinator')", { coordinator: yes }, { coordinator: yes }, false],
    ["size(previous('topics')) > 1", {}, { topics: { kind: 'LEVELS', levels: ['1', '2'] } }, true],
    ["min(answer('staff'), previous('staff')) == 2.0", { staff: number(2) }, { staff: number(3) }, true],
    ["max(answer('staff'), previous('staff')) == 2.0", { staff: number(2) }, { staff: number(3) }, false],
    ["previous('gone') - answer('staff') > 1.0", { staff: number(2) }, { gone: number(4) }, true],
    ["previous('gone')", {}, { gone: yes }, true],
    ["previous('gone')", {}, { gone: four }, undefined],
    ["previous('gone').contains('x')", {}, { gone: { kind: 'TEXT', text: 'x' } }, undefined],
  ])('%s of %j, before %j: %s', (text, now, before, value) => {
    expect(decide(text, now, before)).toBe(value);
    expect(
      evaluateRule(
        compiled(text),
        (code) => now[code],
        (code) => before[code],
      ),
    ).toBe(value === true);
  });

  it('has no answer where the caller gives none', () => {
    expect(decideRule(compiled("previouslyAnswered('staff')"), () => number(1))).toBe(false);
  });

  it('is listed apart from the sheet', () => {
    const rule = compiled("abs(answer('staff') - previous('budget')) > 1.0 || previouslyAnswered('budget')");

    expect(rule.references).toEqual(['staff']);
    expect(rule.previousReferences).toEqual(['budget']);
  });

  const earlier = aQuestionSet(
    [
      aQuestion({ code: 'level', scale: 'places' }),
      aQuestion({ code: 'gone', type: 'NUMBER' }),
      aQuestion({ code: 'staff', type: 'TEXT' }),
    ],
    {
      scales: [
        {
          code: 'places',
          ordered: false,
          levels: [{ code: 'north', label: { en: 'North' } }],
          boxes: {},
          polarity: 'NEUTRAL',
          missing: [],
        },
      ],
    },
  ).byCode;

  it.each<[string, RuleScope, RuleFaultCode, number]>([
    ["answered('staff') || previous('budget') > 1.0", { earlier }, 'RULE_UNKNOWN_QUESTION', 31],
    ["previouslyAnswered('nowhere')", { earlier }, 'RULE_UNKNOWN_QUESTION', 20],
    ["previous('level') == '4'", { earlier }, 'RULE_UNKNOWN_LEVEL', 22],
    ["previous('level') < '4'", {}, 'RULE_TYPE', 1],
    ["previous('gone') == 'x'", { earlier }, 'RULE_TYPE', 1],
    ["previous('staff') == 'x'", { earlier }, 'RULE_TYPE', 10],
    ["previous('level') == 4", {}, 'RULE_TYPE', 1],
    ["previous('lev' + 'el') == '4'", {}, 'RULE_TYPE', 1],
    ["answered('staff') && previouslyAnswered('staff')", { previous: false }, 'RULE_TYPE', 22],
    ['abs(4) > 3', {}, 'RULE_TYPE', 1],
  ])('%s is refused', (text, scope, code, column) => {
    const result = compileRule(text, questions, scope);

    expect(
      result.ok ? [] : result.errors.map((fault) => [RULE_REASONS[fault.reason].code, fault.line, fault.column]),
    ).toEqual([[code, 1, column]]);
  });

  it.each(["previous('level') == 'north'", "previous('gone') > 3.0", "previouslyAnswered('level')"])(
    '%s is typed as it was asked',
    (text) => expect(compileRule(text, questions, { earlier }).ok).toBe(true),
  );
});

describe('compileRule', () => {
  it('lists each question once', () => {
    expect(compiled("answered('level') && answer('level') == '4' || answer('coordinator')").references).toEqual([
      'level',
      'coordinator',
    ]);
  });

  it.each<[string, string, RuleFaultCode, number, number]>([
    ['an end too early', "answer('level') == ", 'RULE_SYNTAX', 1, 20],
    ['an empty rule', '', 'RULE_SYNTAX', 1, 1],
    ['an unknown question', "answered('level') &&\n  answered('lvel')", 'RULE_UNKNOWN_QUESTION', 2, 12],
    ['a level that the scale lacks', "answer('level') == 'yes'", 'RULE_UNKNOWN_LEVEL', 1, 20],
    ['a level that the scale lacks, first', "'yes' == answer('level')", 'RULE_UNKNOWN_LEVEL', 1, 1],
    ['a level that the scale lacks, in a list', "answer('level') in ['1',\n 'x']", 'RULE_UNKNOWN_LEVEL', 2, 2],
    ['an option that the scale lacks', "'x' in answer('topics')", 'RULE_UNKNOWN_LEVEL', 1, 1],
    ['a level compared with a number', "answer('level') == 4", 'RULE_TYPE', 1, 1],
    ['levels put in order', "answer('level') >= '4'", 'RULE_TYPE', 1, 1],
    ['a number compared with a whole number', "answer('staff') == 3", 'RULE_TYPE', 1, 1],
    [
      'a level that the scale lacks, in a branch',
      "(answered('level') ? answer('level') : 'x') == '1' || answer('level') == (answered('place') ? '1' : 'y')",
      'RULE_UNKNOWN_LEVEL',
      1,
      101,
    ],
    ['levels put in order, of last round', "answer('level') < previous('level')", 'RULE_TYPE', 1, 1],
    ['a rule that is no condition', "answer('level')", 'RULE_TYPE', 1, 1],
    ['a code that is computed', "answered('le' + 'vel')", 'RULE_TYPE', 1, 1],
    ['a variable', 'level == 1', 'RULE_TYPE', 1, 1],
    ['a variable named as those behind the scenes', "answered('level') && d0", 'RULE_TYPE', 1, 22],
    ['a pattern', "answer('remark').matches('(a+)+$')", 'RULE_TYPE', 1, 1],
    ['a loop', "answer('topics').exists(x, x == '1')", 'RULE_TYPE', 1, 1],
    ['a binding', "cel.bind(x, answer('remark'), x == x)", 'RULE_TYPE', 1, 1],
    ['a conversion', "dyn(answer('level')) == 4", 'RULE_TYPE', 1, 1],
    ['a rule without end', `true || ${' '.repeat(MAX_RULE_LENGTH)}true`, 'RULE_TOO_LONG', 1, MAX_RULE_LENGTH + 1],
    ['nesting without end', `${'('.repeat(500)}true${')'.repeat(500)}`, 'RULE_SYNTAX', 1, 0],
    ['nodes without end', Array.from({ length: 300 }, () => 'true').join('||'), 'RULE_SYNTAX', 1, 0],
  ])('refuses %s', (_, text, code, line, column) => {
    const result = compileRule(text, questions);

    expect(result.ok).toBe(false);
    const [fault] = result.ok ? [] : result.errors;
    if (fault === undefined) throw new Error('There is no fault.');
    expect(RULE_REASONS[fault.reason].code).toBe(code);
    expect(fault.line).toBe(line);
    // Where a limit bites inside a long rule is the parser's business.
    if (column > 0) expect(fault.column).toBe(column);
    const { message, expected } = worded(fault.reason, [], fault.parameters);
    // A parameter that the compiler forgot would stand there in braces.
    expect(`${message} ${expected}`).not.toMatch(/\{/);
  });

  it('says how to write a whole number', () => {
    const result = compileRule("answer('staff') == 3", questions);

    expect(result.ok ? [] : result.errors.map(({ reason }) => reason)).toEqual(['RULE_WHOLE_NUMBER']);
  });

  it('counts columns in characters, not in halves of them', () => {
    const result = compileRule(
      "answer('remark') == '🏘' && answer('level') == 'x'",
      aQuestionSet([aQuestion({ code: 'remark', type: 'TEXT' }), aQuestion({ code: 'level' })]).byCode,
    );

    expect(result.ok ? 0 : result.errors[0]?.column).toBe(47);
  });

  it('never throws, whatever is written', () => {
    const piece = fc.constantFrom(
      'answer(',
      "'level'",
      ')',
      '==',
      "'4'",
      '&&',
      '!',
      '[',
      ']',
      '{',
      '}',
      '.',
      '?',
      ':',
      '1',
      '1.0',
      'in',
      "'",
      '\n',
      'size',
      'x',
      '-',
      'dyn',
      '"""',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(' ')),
        ),
        (text) => {
          const result = compileRule(text, questions);
          if (result.ok) expect(typeof evaluateRule(result.value, () => undefined)).toBe('boolean');
          else expect(result.errors.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
