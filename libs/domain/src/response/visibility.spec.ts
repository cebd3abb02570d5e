import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import { checkSubmission } from './check-submission.js';
import { hasRules, progressOf, visibilityOf } from './visibility.js';

const set = aQuestionSet([
  aQuestion({ code: 'coordinator', type: 'BOOLEAN', required: true }),
  aQuestion({
    code: 'staff',
    type: 'NUMBER',
    min: 0,
    visibleIf: "answer('coordinator')",
    requiredIf: "answer('coordinator')",
  }),
  aQuestion({ code: 'enough', visibleIf: "answer('staff') > 0.0" }),
  aQuestion({ code: 'why', type: 'TEXT', requiredIf: "answer('enough') in ['1', '2']" }),
]);
const yes: AnswerValue = { kind: 'BOOLEAN', boolean: true };
const no: AnswerValue = { kind: 'BOOLEAN', boolean: false };
const two: AnswerValue = { kind: 'NUMBER', number: 2 };
const one: AnswerValue = { kind: 'LEVEL', level: '1' };
const sheet = (answers: Readonly<Record<string, AnswerValue>>): ReadonlyMap<string, AnswerValue> =>
  new Map(Object.entries(answers));

describe('visibilityOf', () => {
  it.each<[string, Record<string, AnswerValue>, string[], string[]]>([
    ['nothing answered', {}, ['coordinator', 'why'], ['coordinator']],
    ['a condition met', { coordinator: yes }, ['coordinator', 'staff', 'why'], ['coordinator', 'staff']],
    [
      'a chain of conditions',
      { coordinator: yes, staff: two, enough: one },
      ['coordinator', 'staff', 'enough', 'why'],
      ['coordinator', 'staff', 'why'],
    ],
    [
      'an answer that is hidden counts as none',
      { coordinator: no, staff: two, enough: one },
      ['coordinator', 'why'],
      ['coordinator'],
    ],
  ])('%s', (_, answers, visible, required) => {
    const visibility = visibilityOf(set, sheet(answers));

    expect([...visibility.visible]).toEqual(visible);
    expect([...visibility.required]).toEqual(required);
  });

  it('puts every question on one side, and requires none that is hidden', () => {
    fc.assert(
      fc.property(
        fc.subarray<[string, AnswerValue]>([
          ['coordinator', yes],
          ['staff', two],
          ['enough', one],
        ]),
        (answers) => {
          const { visible, hidden, required } = visibilityOf(set, new Map(answers));

          expect([...visible, ...hidden].sort()).toEqual(set.questions.map(({ code }) => code).sort());
          expect([...required].filter((code) => !visible.has(code))).toEqual([]);
        },
      ),
    );
  });

  it('shows a question whose rule is faulty: publishing refuses it, the preview must not hide it', () => {
    const draft = aQuestionSet([aQuestion({ code: 'q', visibleIf: 'answer(' })]);

    expect([...visibilityOf(draft, new Map()).visible]).toEqual(['q']);
    expect(hasRules(draft)).toBe(false);
    expect(hasRules(set)).toBe(true);
  });
});

describe('progressOf', () => {
  it('counts visible questions only', () => {
    expect(progressOf(set, sheet({ coordinator: no, staff: two }))).toEqual({
      answered: 1,
      total: 2,
      required: 1,
      requiredAnswered: 1,
    });
    expect(progressOf(set, sheet({ coordinator: yes }))).toEqual({
      answered: 1,
      total: 3,
      required: 2,
      requiredAnswered: 1,
    });
  });

  it('counts a part of a sheet', () => {
    const answers = sheet({ coordinator: yes });

    expect(progressOf(set, answers, visibilityOf(set, answers), ({ type }) => type === 'NUMBER')).toEqual({
      answered: 0,
      total: 1,
      required: 1,
      requiredAnswered: 0,
    });
  });
});

describe('checkSubmission', () => {
  it.each<[string, Record<string, AnswerValue>, [string, string][]]>([
    ['all that is required', { coordinator: no }, []],
    ['a required question left out', {}, [['REQUIRED', 'coordinator']]],
    ['a question required by a rule left out', { coordinator: yes }, [['REQUIRED', 'staff']]],
    [
      'a value that does not fit',
      { coordinator: yes, staff: { kind: 'NUMBER', number: -1 } },
      [['INVALID_VALUE', 'staff']],
    ],
    ['a value that does not fit, hidden', { coordinator: no, staff: { kind: 'NUMBER', number: -1 } }, []],
    ['a question of another set', { coordinator: no, other: one }, [['UNKNOWN_QUESTION', 'other']]],
    [
      'several at once, in the order of the sheet',
      { other: one, enough: one, coordinator: one },
      [
        ['INVALID_VALUE', 'coordinator'],
        ['UNKNOWN_QUESTION', 'other'],
      ],
    ],
  ])('%s', (_, answers, faults) => {
    expect(checkSubmission(set, sheet(answers)).map(({ code, path }) => [code, path[0]])).toEqual(faults);
  });

  it('takes a missing code as an answer to a required question', () => {
    const required = aQuestionSet([aQuestion({ code: 'q', required: true })]);

    expect(checkSubmission(required, sheet({ q: { kind: 'MISSING', missing: 'dk' } }))).toEqual([]);
  });
});
