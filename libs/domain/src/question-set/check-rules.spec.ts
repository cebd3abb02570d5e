import { checkPreviousAnswers, checkRules } from './check-rules.js';
import { aDocument, aLevel, aQuestion, aQuestionSet, aScale } from './document.builder.js';
import { FaultList, type QuestionSetFault } from './question-set-fault.js';
import type { AnswerCheck, QuestionDefinition, QuestionSet } from './question-set.js';

const check = (rule: string, message = { de: 'Bitte prüfen', en: 'Please check' }): AnswerCheck => ({ rule, message });
const AT = ['sections', 0, 'questions'] as const;
const faultsOf = (questions: readonly QuestionDefinition[]): readonly QuestionSetFault[] => {
  const list = new FaultList();
  checkRules(list, aDocument(questions));
  return list.faults;
};
const placesOf = (questions: readonly QuestionDefinition[]) =>
  faultsOf(questions).map(({ code, path }) => [code, path]);

describe('checks of answers', () => {
  const staff = (more: Partial<QuestionDefinition>): QuestionDefinition =>
    aQuestion({ code: 'staff', type: 'NUMBER', ...more });

  it('may refer to any question, to the own one and to last round', () => {
    const plausible = check("abs(answer('staff') - previous('staff')) > 10.0");

    expect(
      faultsOf([
        staff({ valid: check("answer('staff') <= answer('later')"), plausible }),
        aQuestion({ code: 'later', type: 'NUMBER' }),
      ]),
    ).toEqual([]);
  });

  it.each<[string, Partial<QuestionDefinition>, string, (string | number)[]]>([
    ['a valid rule that does not parse', { valid: check('answer(') }, 'RULE_SYNTAX', ['valid', 'rule']],
    [
      'a plausible rule on nothing',
      { plausible: check("answered('x')") },
      'RULE_UNKNOWN_QUESTION',
      ['plausible', 'rule'],
    ],
    [
      'a plausible rule that is no condition',
      { plausible: check("answer('staff')") },
      'RULE_TYPE',
      ['plausible', 'rule'],
    ],
    ['a number compared with a text', { valid: check("previous('staff') == 'x'") }, 'RULE_TYPE', ['valid', 'rule']],
    ['a message without words', { valid: check('true', { de: ' ', en: '' }) }, 'MISSING_TEXT', ['valid', 'message']],
    [
      'a message that turns the writing',
      { plausible: check('true', { de: 'a\u202eb', en: 'b' }) },
      'FORBIDDEN_CHARACTER',
      ['plausible', 'message', 'de'],
    ],
    ['last round in visibleIf', { visibleIf: "previouslyAnswered('staff')" }, 'RULE_TYPE', ['visibleIf']],
    ['last round in requiredIf', { requiredIf: "previous('staff') > 1.0" }, 'RULE_TYPE', ['requiredIf']],
  ])('%s', (_, more, code, path) => {
    expect(placesOf([staff(more)])).toEqual([[code, [...AT, 0, ...path]]]);
  });

  it('names line and column', () => {
    expect(faultsOf([staff({ valid: check("answer('staff') > 1.0 &&\n  answered('x')") })])).toMatchObject([
      { code: 'RULE_UNKNOWN_QUESTION', line: 2, column: 12 },
    ]);
  });
});

describe('questions that can never become visible', () => {
  it('are named with their place', () => {
    expect(
      faultsOf([
        aQuestion({ code: 'a' }),
        aQuestion({ code: 'b', visibleIf: "answer('a') == '1' && answer('a') == '2'" }),
        aQuestion({ code: 'c', visibleIf: "answered('b')", requiredIf: 'false' }),
        aQuestion({ code: 'd', visibleIf: "answered('a')" }),
      ]),
    ).toEqual([
      {
        code: 'NEVER_VISIBLE',
        reason: 'NEVER_TRUE',
        parameters: { question: 'b' },
        path: [...AT, 1, 'visibleIf'],
        message: '"b" can never become visible: no answers make its rule true.',
        expected: 'a rule that some sheet meets',
      },
      {
        code: 'NEVER_VISIBLE',
        reason: 'NEVER_REACHED',
        parameters: { question: 'c', other: 'b' },
        path: [...AT, 2, 'visibleIf'],
        message: '"c" can never become visible: it depends on "b", which is never visible itself.',
        expected: 'a rule that some sheet meets',
      },
    ]);
  });

  it('are named once for a grid', () => {
    const rows = [
      { code: 'x', text: { en: 'x' } },
      { code: 'y', text: { en: 'y' } },
    ];

    expect(placesOf([aQuestion({ code: 'g', type: 'GRID', rows, columns: rows, visibleIf: 'false' })])).toEqual([
      ['NEVER_VISIBLE', [...AT, 0, 'visibleIf']],
    ]);
  });

  it.each<[string, QuestionDefinition[], string[]]>([
    [
      'a rule out of order is that and no more',
      [aQuestion({ code: 'a', visibleIf: "answered('b')" }), aQuestion({ code: 'b' })],
      ['RULE_ORDER'],
    ],
    [
      'a circle is that and no more',
      [aQuestion({ code: 'a', visibleIf: "answered('b')" }), aQuestion({ code: 'b', visibleIf: "answered('a')" })],
      ['RULE_CYCLE'],
    ],
    [
      'what hangs on a faulty rule is not called unreachable',
      [aQuestion({ code: 'a', visibleIf: 'answer(' }), aQuestion({ code: 'b', visibleIf: "answered('a')" })],
      ['RULE_SYNTAX'],
    ],
    [
      'of two questions with one code nothing is known',
      [aQuestion({ code: 'a' }), aQuestion({ code: 'a', visibleIf: 'false' })],
      [],
    ],
    ['a required rule that is never true hides nothing', [aQuestion({ code: 'a', requiredIf: 'false' })], []],
  ])('%s', (_, questions, codes) => {
    expect(faultsOf(questions).map(({ code }) => code)).toEqual(codes);
  });
});

describe('checkPreviousAnswers', () => {
  const earlier: readonly QuestionSet[] = [
    aQuestionSet(
      [aQuestion({ code: 'a' }), aQuestion({ code: 'n', type: 'NUMBER' }), aQuestion({ code: 'gone', type: 'NUMBER' })],
      {
        year: 2017,
        revision: 2,
        scales: [aScale({ levels: [aLevel('1'), aLevel('7')] })],
      },
    ),
    aQuestionSet([aQuestion({ code: 'a' }), aQuestion({ code: 'n', type: 'TEXT' })], {
      year: 2017,
      scales: [aScale({ levels: [aLevel('1'), aLevel('8')] })],
    }),
  ];
  const against = (rule: string, sets = earlier) => {
    const list = new FaultList();
    checkPreviousAnswers(
      list,
      aDocument([
        aQuestion({ code: 'a' }),
        aQuestion({ code: 'n', type: 'NUMBER' }),
        aQuestion({ code: 'new', plausible: check(rule) }),
      ]),
      sets,
    );
    return list.faults.map(({ code, path, column }) => [code, path, column]);
  };
  const path = [...AT, 2, 'plausible', 'rule'];

  it.each<[string, unknown[]]>([
    ["previous('a') == '7'", []],
    ["previous('a') == '8'", [['RULE_UNKNOWN_LEVEL', path, 18]]],
    ["previous('n') > 1.0", []],
    ["previous('gone') > 1.0", []],
    ["previous('gone') == 'x'", [['RULE_TYPE', path, 1]]],
    ["previous('new') == '1'", [['RULE_UNKNOWN_QUESTION', path, 10]]],
    ["answer('a') == '9'", []],
  ])('%s', (rule, faults) => {
    expect(against(rule)).toEqual(faults);
  });

  it('takes each question as it was last asked, whatever the order of the sets', () => {
    expect(against("previous('a') == '7' && previous('n') > 1.0", [...earlier].reverse())).toEqual([]);
    expect(against("previous('n') > 1.0", earlier.slice(1))).toEqual([['RULE_TYPE', path, 10]]);
  });

  it('ignores sets that no earlier round can have been asked', () => {
    const sameYear = aQuestionSet([aQuestion({ code: 'new' })], { year: 2018 });

    expect(against("previouslyAnswered('new')", [...earlier, sameYear])).toEqual([['RULE_UNKNOWN_QUESTION', path, 20]]);
  });

  it('refuses every previous answer of a first set', () => {
    expect(against("previouslyAnswered('a')", [])).toEqual([['RULE_UNKNOWN_QUESTION', path, 20]]);
  });
});
