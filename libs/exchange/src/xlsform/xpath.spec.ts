import { compileRule, evaluateRule, type AnswerValue } from '@reflexbogen/domain';
import fc from 'fast-check';
import { aQuestion, aQuestionSet, aScale, EVERY_SCALE } from '../../../domain/src/question-set/document.builder.js';
import { xpathNumber, xpathOf } from './cel-to-xpath.js';
import { holds, type Answers } from './xpath-oracle.builder.js';
import { celOf, type QuestionOfName } from './xpath-to-cel.js';
import { MAX_XPATH_LENGTH, parseXPath, type XPath } from './xpath.js';

const set = aQuestionSet(
  [
    aQuestion({ code: 'level' }),
    aQuestion({ code: 'other', type: 'CHOICE' }),
    aQuestion({ code: 'topics', type: 'MULTI_CHOICE' }),
    aQuestion({ code: 'age', type: 'NUMBER' }),
    aQuestion({ code: 'staff', type: 'NUMBER' }),
    aQuestion({ code: 'flag', type: 'BOOLEAN' }),
    aQuestion({ code: 'remark', type: 'TEXT' }),
  ],
  { scales: [...EVERY_SCALE, aScale({ code: 'unused' })] },
);
const questionOf: QuestionOfName = (name) => {
  if (name === 'gone') return 'it is a geopoint';
  const question = set.byCode.get(name);
  return (
    question && { code: question.code, type: question.type, levels: question.scale.levels.map(({ code }) => code) }
  );
};
const asked = (code: string) => {
  const question = set.byCode.get(code);
  return question && { name: code, type: question.type };
};
const treeOf = (text: string): XPath => {
  const result = parseXPath(text);
  if (!result.ok) throw new Error(`${text}: ${result.message}`);
  return result.tree;
};
const celFor = (text: string, self: string | null = null) => celOf(treeOf(text), self, questionOf);
const isTrue = (rule: string, answers: Answers): boolean => {
  const compiled = compileRule(rule, set.byCode);
  if (!compiled.ok) throw new Error(`${rule}: ${compiled.errors[0]?.reason ?? ''}`);
  return evaluateRule(compiled.value, (code) => answers.get(code));
};

describe('parseXPath', () => {
  it.each<[string, number]>([
    ["because pyxform doesn't know what to do", 22],
    ['${a} = ', 7],
    ["${a} = 'x", 8],
    ['(${a} > 1', 10],
    ['${a} > 1)', 9],
    ['selected(${a}, )', 16],
    ['${a} == 1', 7],
    ['', 1],
    ['1 2', 3],
    ['${a', 1],
    ['${a} & 1', 6],
    [`${'('.repeat(60)}1`, 42],
    [`${'not('.repeat(60)}1`, 164],
    ['('.repeat(2000), 601],
    [`1${' + 1'.repeat(1000)}`, 1200],
    [' '.repeat(MAX_XPATH_LENGTH + 1), MAX_XPATH_LENGTH + 1],
  ])('refuses %s at its place', (text, position) => {
    const result = parseXPath(text);

    expect(result.ok ? 'read' : result.position).toBe(position);
  });

  it.each([
    'label::English != ""',
    '../a/b[c = 1]/d',
    '/data/x',
    "instance('a')/root/item[name = ${x}]/label",
    '-1 - -${a}',
    '. >= 0',
  ])('reads %s', (text) => {
    expect(parseXPath(text).ok).toBe(true);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '${a}',
      '.',
      '(',
      ')',
      'and',
      'not(',
      "'",
      '"x"',
      '=',
      '!=',
      '/',
      '[',
      ']',
      '-',
      '1',
      ',',
      '..',
      '@',
      '::',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(' ')),
        ),
        (text) => {
          expect(typeof parseXPath(text).ok).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('XPath as CEL', () => {
  it.each<[string, string]>([
    ["${level} = '4'", "answer('level') == '4'"],
    ["'4' = ${level}", "answer('level') == '4'"],
    ['${level} = ‘4’', "answer('level') == '4'"],
    ['${level} = 4', "answer('level') == '4'"],
    ['${level} >= 4', "answer('level') in ['4', '5']"],
    ["${level} != '4'", "!answered('level') || answer('level') != '4'"],
    ["not(${level} = '4')", "!answered('level') || answer('level') != '4'"],
    ["not(not(${level} = '4'))", "answer('level') == '4'"],
    ['${level} = ${other}', "answer('level') == answer('other') || (!answered('level') && !answered('other'))"],
    ['${age} != ${staff}', "answer('age') != answer('staff') || answered('age') != answered('staff')"],
    ["selected(${topics}, '1')", "'1' in answer('topics')"],
    ["selected(${level}, '1')", "answer('level') == '1'"],
    ["not(selected(${topics}, '1'))", "!answered('topics') || !('1' in answer('topics'))"],
    ['count-selected(${topics}) > 2', "size(answer('topics')) > 2"],
    ['count-selected(${topics}) = 0', "!answered('topics') || size(answer('topics')) == 0"],
    ["${remark} != ''", "answered('remark')"],
    ["${age} = ''", "!answered('age')"],
    ['${age}', "answered('age')"],
    ['${age} >= 18 and ${age} < 65', "answer('age') >= 18.0 && answer('age') < 65.0"],
    ['18 <= ${age}', "answer('age') >= 18.0"],
    ["${age} > '3'", "answer('age') > 3.0"],
    ['${age} + 2 * ${staff} div 4 > -1.5', "(answer('age') + ((2.0 * answer('staff')) / 4.0)) > -1.5"],
    [
      "${age} = 1 or ${flag} = 'true' and ${remark} = 'a'",
      "answer('age') == 1.0 || (answer('flag') == true && answer('remark') == 'a')",
    ],
    ['contains(${remark}, "it\'s")', "answer('remark').contains('it\\'s')"],
    ['true()', 'true'],
    ['0', 'false'],
  ])('%s', (text, rule) => {
    expect(celFor(text)).toEqual({ ok: true, rule });
    expect(compileRule(rule, set.byCode).ok).toBe(true);
  });

  it('takes "." for the question itself, which a check finds answered', () => {
    expect(celFor('. >= 0 and . != ${staff}', 'age')).toEqual({
      ok: true,
      rule: "answer('age') >= 0.0 && (!answered('staff') || answer('age') != answer('staff'))",
    });
    expect(celFor('. >= 0')).toMatchObject({ kind: 'NO_EQUAL' });
  });

  it.each<[string, 'NO_EQUAL' | 'UNKNOWN', RegExp]>([
    ["regex(${remark}, '(a+)+')", 'NO_EQUAL', /regex\(\)/],
    ['${age} mod 2 = 0', 'NO_EQUAL', /mod/],
    ['today() > 3', 'NO_EQUAL', /today/],
    ['../x = 1', 'NO_EQUAL', /paths/],
    ["${level} = '9'", 'NO_EQUAL', /no choice "9"/],
    ['${gone} = 1', 'NO_EQUAL', /it is a geopoint/],
    ['${nobody} = 1', 'UNKNOWN', /no question "nobody"/],
    ["if(${age} > 1, 'a', 'b') = 'a'", 'NO_EQUAL', /if\(\)/],
    ['${remark} > 3', 'NO_EQUAL', /no equal/],
    ["'a'", 'NO_EQUAL', /no condition/],
    ['${age} = ${level}', 'NO_EQUAL', /something else/],
  ])('has no equal for %s', (text, kind, why) => {
    expect(celFor(text)).toMatchObject({ ok: false, kind, why: expect.stringMatching(why) as unknown });
  });

  it('is true on the same sheets, answered or not', () => {
    let [taken, met] = [0, 0];
    fc.assert(
      fc.property(anyXPath(), anySheet(), (text, answers) => {
        const tree = treeOf(text);
        const result = celOf(tree, null, questionOf);
        if (!result.ok || !compileRule(result.rule, set.byCode).ok) return;
        const expected = holds(tree, answers);
        taken += 1;
        met += Number(expected);
        expect([text, result.rule, isTrue(result.rule, answers)]).toEqual([text, result.rule, expected]);
      }),
      { numRuns: 2500 },
    );
    expect(taken).toBeGreaterThan(1000);
    expect(met).toBeGreaterThan(200);
  });
});

describe('CEL as XPath', () => {
  it.each<[string, string | null]>([
    ["answer('level') == '4'", "${level} = '4'"],
    ["answer('level') != '4'", "${level} != '' and ${level} != '4'"],
    ["!(answer('level') == '4')", "${level} != '' and ${level} != '4'"],
    ["answer('level') in ['4', '5']", "${level} = '4' or ${level} = '5'"],
    ["'1' in answer('topics')", "selected(${topics}, '1')"],
    ["answered('age') && !answered('remark')", "${age} != '' and ${remark} = ''"],
    ["size(answer('topics')) > 2", "${topics} != '' and count-selected(${topics}) > 2"],
    ["answer('flag')", "${flag} = 'true'"],
    ["abs(answer('age') - 1.5e3) >= 2.0", 'abs((${age} - 1500)) >= 2'],
    ["answer('remark') == 'it\\'s \"so\"'", "${remark} = concat('it', \"'\", 's \"so\"')"],
    ["previous('age') > 1.0", null],
    ["answer('flag') ? true : false", null],
    ["answer('nobody') == 'x'", null],
    ["answer('topics') == ['1']", null],
    ["answer('remark') < 'b'", null],
    ['answer(', null],
  ])('%s', (rule, xpath) => {
    expect(xpathOf(rule, asked)).toBe(xpath);
  });

  it('words a check so that one left undecided is met', () => {
    expect(xpathOf("answer('age') >= answer('staff')", asked, true, 'age')).toBe("${staff} = '' or . >= ${staff}");
  });

  it('writes numbers without exponents', () => {
    expect([1e-7, 1e21, -0.5, 3].map(xpathNumber)).toEqual(['0.0000001', '1000000000000000000000', '-0.5', '3']);
  });

  it('is true on the same sheets, answered or not', () => {
    let [taken, met] = [0, 0];
    fc.assert(
      fc.property(anyCel(), anySheet(), (rule, answers) => {
        const xpath = xpathOf(rule, asked);
        if (xpath === null || !compileRule(rule, set.byCode).ok) return;
        const expected = isTrue(rule, answers);
        taken += 1;
        met += Number(expected);
        expect([rule, xpath, holds(treeOf(xpath), answers)]).toEqual([rule, xpath, expected]);
      }),
      { numRuns: 2500 },
    );
    expect(taken).toBeGreaterThan(1000);
    expect(met).toBeGreaterThan(200);
  });
});

function anySheet(): fc.Arbitrary<Answers> {
  const level = fc.constantFrom('1', '2', '3', '4', '5');
  const maybe = (of: fc.Arbitrary<AnswerValue>) => fc.option(of, { nil: undefined, freq: 3 });
  return fc
    .record({
      level: maybe(level.map((code) => ({ kind: 'LEVEL' as const, level: code }))),
      other: maybe(level.map((code) => ({ kind: 'LEVEL' as const, level: code }))),
      topics: maybe(
        fc.subarray(['1', '2', '3', '4', '5'], { minLength: 1 }).map((levels) => ({ kind: 'LEVELS' as const, levels })),
      ),
      age: maybe(fc.constantFrom(-1, 0, 1, 2.5, 4).map((number) => ({ kind: 'NUMBER' as const, number }))),
      staff: maybe(fc.constantFrom(-1, 0, 1, 2.5, 4).map((number) => ({ kind: 'NUMBER' as const, number }))),
      flag: maybe(fc.boolean().map((boolean) => ({ kind: 'BOOLEAN' as const, boolean }))),
      remark: maybe(fc.constantFrom('a', 'b', 'a b').map((text) => ({ kind: 'TEXT' as const, text }))),
    })
    .map(
      (sheet) =>
        new Map(Object.entries(sheet).flatMap(([code, answer]) => (answer === undefined ? [] : [[code, answer]]))),
    );
}

function anyXPath(): fc.Arbitrary<string> {
  const op = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
  const equality = fc.constantFrom('=', '!=');
  const atom = fc.oneof(
    fc
      .tuple(fc.constantFrom('level', 'other'), equality, fc.constantFrom("'1'", "'4'", '2', "''", '${other}'))
      .map(([q, o, v]) => `\${${q}} ${o} ${v}`),
    fc.tuple(op, fc.constantFrom('1', '2.5', '4')).map(([o, v]) => `\${level} ${o} ${v}`),
    fc
      .tuple(op, fc.constantFrom('1', '2.5', '-1', '${staff}', '${staff} + 1', "'4'", '2 * ${staff}'))
      .map(([o, v]) => `\${age} ${o} ${v}`),
    fc.tuple(op, fc.constantFrom('0', '1', '3')).map(([o, v]) => `count-selected(\${topics}) ${o} ${v}`),
    fc.tuple(op, fc.constantFrom('0', '1', '2')).map(([o, v]) => `${v} ${o} string-length(\${remark})`),
    fc.constantFrom(
      "selected(${topics}, '1')",
      "selected(${topics}, '5')",
      "selected(${level}, '2')",
      '${remark}',
      '${age}',
      'true()',
      'false()',
    ),
    fc.constantFrom(
      "contains(${remark}, 'b')",
      "starts-with(${remark}, 'a')",
      "${flag} = 'true'",
      "${flag} != 'false'",
      "${topics} = ''",
    ),
    fc.tuple(equality, fc.constantFrom("'a'", "''")).map(([o, v]) => `\${remark} ${o} ${v}`),
    fc.tuple(op, fc.constantFrom('1', '3')).map(([o, v]) => `abs(\${age} - \${staff}) ${o} ${v}`),
  );
  return fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      atom,
      tie('tree').map((inner) => `not(${inner})`),
      fc.tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree')).map(([a, o, b]) => `(${a}) ${o} (${b})`),
    ),
  })).tree;
}

function anyCel(): fc.Arbitrary<string> {
  const op = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const equality = fc.constantFrom('==', '!=');
  const atom = fc.oneof(
    fc.tuple(equality, fc.constantFrom("'1'", "'4'", "answer('other')")).map(([o, v]) => `answer('level') ${o} ${v}`),
    fc
      .tuple(op, fc.constantFrom('1.0', '2.5', '-1.0', "answer('staff')", "answer('staff') + 1.0"))
      .map(([o, v]) => `answer('age') ${o} ${v}`),
    fc.tuple(op, fc.constantFrom('0', '1', '3')).map(([o, v]) => `size(answer('topics')) ${o} ${v}`),
    fc.constantFrom(
      "'1' in answer('topics')",
      "answer('level') in ['1', '2']",
      "answer('level') in []",
      "answer('flag')",
      "answer('flag') == false",
    ),
    fc.constantFrom(
      "answered('age')",
      "answered('level')",
      "answer('remark').contains('b')",
      "answer('remark') == 'a'",
      'true',
      'false',
    ),
    fc.constantFrom(
      "answer('remark').size() > 1",
      "max(answer('age'), answer('staff')) > 1.0",
      "answer('remark').endsWith('b')",
    ),
  );
  return fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      atom,
      tie('tree').map((inner) => `!(${inner})`),
      fc.tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree')).map(([a, o, b]) => `(${a}) ${o} (${b})`),
    ),
  })).tree;
}
