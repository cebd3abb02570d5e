import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import type { AnswerCheck, QuestionDefinition } from '../question-set/question-set.js';
import { checkAnswers, hasChecks, previousQuestionsOf } from './answer-checks.js';
import { checkSubmission } from './check-submission.js';
import { hasRules, visibilityOf } from './visibility.js';

const check = (rule: string, name: string): AnswerCheck => ({ rule, message: { de: `${name}!`, en: `${name}.` } });
const number = (value: number): AnswerValue => ({ kind: 'NUMBER', number: value });
const sheet = (answers: Readonly<Record<string, AnswerValue>>): ReadonlyMap<string, AnswerValue> =>
  new Map(Object.entries(answers));
const axis = (...codes: string[]) => codes.map((code) => ({ code, text: { en: code } }));

const questions: readonly QuestionDefinition[] = [
  aQuestion({ code: 'has', type: 'BOOLEAN' }),
  aQuestion({
    code: 'part',
    type: 'NUMBER',
    min: 0,
    visibleIf: "answer('has')",
    valid: check("answer('part') <= answer('staff')", 'more than all'),
  }),
  aQuestion({
    code: 'staff',
    type: 'NUMBER',
    min: 0,
    valid: check("answer('staff') < 1000.0", 'too many'),
    plausible: check("abs(answer('staff') - previous('staff')) > 10.0", 'a jump'),
  }),
];
const set = aQuestionSet(questions);
const yes: AnswerValue = { kind: 'BOOLEAN', boolean: true };
const no: AnswerValue = { kind: 'BOOLEAN', boolean: false };
const previous = (code: string): AnswerValue | undefined => (code === 'staff' ? number(20) : undefined);

describe('checkAnswers', () => {
  it.each<[string, Record<string, AnswerValue>, Record<string, string>, [string, string][]]>([
    ['nothing answered', {}, {}, []],
    ['answers that fit', { has: yes, part: number(5), staff: number(21) }, {}, []],
    ['a rule that is false', { has: yes, part: number(22), staff: number(21) }, {}, [['part', 'VALID']]],
    ['a rule without one of its answers', { has: yes, part: number(22) }, {}, []],
    ['a hidden question is not checked', { has: no, part: number(22), staff: number(21) }, {}, []],
    ['an implausible answer', { staff: number(31) }, {}, [['staff', 'PLAUSIBLE']]],
    ['an implausible answer, explained', { staff: number(31) }, { staff: 'merged' }, []],
    ['an implausible answer, explained by blanks', { staff: number(31) }, { staff: ' \n' }, [['staff', 'PLAUSIBLE']]],
    ['an implausible answer, another explained', { staff: number(31) }, { part: 'merged' }, [['staff', 'PLAUSIBLE']]],
    ['a comment does not make it valid', { staff: number(2000) }, { staff: 'yes' }, [['staff', 'VALID']]],
    ['the edge of plausible', { staff: number(30) }, {}, []],
    [
      'several, in the order of the sheet',
      { has: yes, part: number(5000), staff: number(2000) },
      {},
      [
        ['part', 'VALID'],
        ['staff', 'VALID'],
        ['staff', 'PLAUSIBLE'],
      ],
    ],
  ])('%s', (_, answers, comments, unmet) => {
    const found = checkAnswers(set, sheet(answers), previous, new Map(Object.entries(comments)));

    expect(found.map(({ question, kind }) => [question, kind])).toEqual(unmet);
  });

  it('says what the designer says', () => {
    expect(checkAnswers(set, sheet({ staff: number(31) }), previous)).toEqual([
      { question: 'staff', kind: 'PLAUSIBLE', message: { de: 'a jump!', en: 'a jump.' } },
    ]);
  });

  it('has no last round unless it is given', () => {
    expect(checkAnswers(set, sheet({ staff: number(31) }))).toEqual([]);
  });

  it('counts an answer to a hidden question as none', () => {
    const hidden = aQuestionSet([
      aQuestion({ code: 'has', type: 'BOOLEAN', valid: check("!answered('part')", 'none') }),
      aQuestion({ code: 'part', type: 'NUMBER', visibleIf: "answer('has')" }),
    ]);

    expect(checkAnswers(hidden, sheet({ has: no, part: number(1) }))).toEqual([]);
    expect(checkAnswers(hidden, sheet({ has: yes, part: number(1) }))).toHaveLength(1);
  });

  it('takes a grid for one question', () => {
    const grid = aQuestionSet([
      aQuestion({ code: 'has', type: 'BOOLEAN' }),
      aQuestion({
        code: 'g',
        type: 'GRID',
        rows: axis('r'),
        columns: axis('a', 'b'),
        valid: check("answer('g.r.a') != '5'", 'five'),
        plausible: check("answer('g.r.a') == answer('g.r.b')", 'all alike'),
        visibleIf: "answered('has')",
      }),
    ]);
    const level = (code: string): AnswerValue => ({ kind: 'LEVEL', level: code });
    const alike = sheet({ has: no, 'g.r.a': level('5'), 'g.r.b': level('5') });

    expect(checkAnswers(grid, alike).map(({ question, kind }) => [question, kind])).toEqual([
      ['g.r.a', 'VALID'],
      ['g.r.a', 'PLAUSIBLE'],
    ]);
    expect(checkAnswers(grid, alike, undefined, new Map([['g.r.b', 'so it is']])).map(({ kind }) => kind)).toEqual([
      'VALID',
    ]);
    expect(checkAnswers(grid, sheet({ 'g.r.a': level('5'), 'g.r.b': level('5') }))).toEqual([]);
  });

  it('counts a check with a fault as absent: publishing refuses it', () => {
    const faulty = aQuestionSet([aQuestion({ code: 'q', valid: check('answer(', 'x') })]);

    expect(checkAnswers(faulty, new Map())).toEqual([]);
    expect(hasChecks(faulty)).toBe(false);
  });

  it('knows of which questions it needs the last answer', () => {
    expect(previousQuestionsOf(set)).toEqual(['staff']);
    expect(hasChecks(set)).toBe(true);
    expect(hasChecks(aQuestionSet())).toBe(false);
  });

  it('leaves what is asked to visibleIf and requiredIf', () => {
    const checked = aQuestionSet([aQuestion({ code: 'q', valid: check('false', 'x') })]);

    expect(hasRules(checked)).toBe(false);
    expect([...visibilityOf(checked, new Map()).visible]).toEqual(['q']);
  });

  it('does not let last round decide what is asked', () => {
    const draft = aQuestionSet([aQuestion({ code: 'q', visibleIf: "previouslyAnswered('q')" })]);

    expect([...visibilityOf(draft, new Map()).visible]).toEqual(['q']);
    expect(hasRules(draft)).toBe(false);
  });
});

describe('checkSubmission', () => {
  const faults = (answers: Record<string, AnswerValue>, comments: Record<string, string> = {}) =>
    checkSubmission(set, sheet(answers), undefined, { previous, comments: new Map(Object.entries(comments)) }).map(
      ({ code, path }) => [code, path[0]],
    );

  it.each<[string, Record<string, AnswerValue>, Record<string, string>, [string, string][]]>([
    ['a sheet that meets its checks', { staff: number(21) }, {}, []],
    ['an invalid one', { staff: number(2000) }, { staff: 'so it is' }, [['RULE_NOT_MET', 'staff']]],
    ['an implausible one', { staff: number(31) }, {}, [['COMMENT_REQUIRED', 'staff']]],
    ['an implausible one, explained', { staff: number(31) }, { staff: 'merged' }, []],
    [
      'an answer that does not fit is that, and decides no rule',
      { has: yes, part: number(-1), staff: number(-2) },
      {},
      [
        ['INVALID_VALUE', 'part'],
        ['INVALID_VALUE', 'staff'],
      ],
    ],
    [
      'several, in the order of the sheet',
      { staff: number(2000), has: number(1), other: yes },
      { staff: 'x' },
      [
        ['INVALID_VALUE', 'has'],
        ['RULE_NOT_MET', 'staff'],
        ['UNKNOWN_QUESTION', 'other'],
      ],
    ],
  ])('%s', (_, answers, comments, expected) => {
    expect(faults(answers, comments)).toEqual(expected);
  });

  it('carries what the designer says in every language', () => {
    expect(checkSubmission(set, sheet({ staff: number(2000) }))).toEqual([
      {
        code: 'RULE_NOT_MET',
        path: ['staff'],
        message: 'staff: too many.',
        expected: 'answers that meet the rule',
        reason: { de: 'too many!', en: 'too many.' },
      },
    ]);
  });
});
