import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import { checkSubmission } from './check-submission.js';

const text = (wording: string) => ({ de: wording, en: wording });
const set = aQuestionSet([
  aQuestion({ code: 'level', required: true }),
  aQuestion({ code: 'posts', type: 'NUMBER', valid: { rule: "answer('posts') < 10.0", message: text('too many') } }),
  aQuestion({
    code: 'budget',
    type: 'NUMBER',
    plausible: { rule: "answer('budget') > 100.0", message: text('rather much') },
  }),
]);
const faultsOf = (answers: Readonly<Record<string, AnswerValue>>, comments: Readonly<Record<string, string>> = {}) =>
  checkSubmission(set, new Map(Object.entries(answers)), undefined, { comments: new Map(Object.entries(comments)) });
const number = (value: number): AnswerValue => ({ kind: 'NUMBER', number: value });
const level: AnswerValue = { kind: 'LEVEL', level: '1' };

describe('checkSubmission', () => {
  it('says of everything that is wrong where it is, what it is and what would be right, in the order of the sheet', () => {
    const faults = faultsOf({
      elsewhere: level,
      budget: number(200),
      posts: number(20),
    });

    expect(faults).toEqual([
      {
        code: 'REQUIRED',
        path: ['level'],
        message: 'level needs an answer.',
        expected: 'one of 1, 2, 3, 4, 5, dk',
      },
      {
        code: 'RULE_NOT_MET',
        path: ['posts'],
        message: 'posts: too many',
        expected: 'answers that meet the rule',
        reason: text('too many'),
      },
      {
        code: 'COMMENT_REQUIRED',
        path: ['budget'],
        message: 'budget: rather much',
        expected: 'a comment, or another answer',
        reason: text('rather much'),
      },
      { code: 'UNKNOWN_QUESTION', path: ['elsewhere'], message: 'The set does not ask elsewhere.' },
    ]);
  });

  it('takes a comment for an answer that is hardly plausible, and nothing for one that is not valid', () => {
    expect(faultsOf({ level, budget: number(200) }, { budget: 'a bridge' })).toEqual([]);
    expect(faultsOf({ level, posts: number(20) }, { posts: 'a bridge' })).toMatchObject([{ code: 'RULE_NOT_MET' }]);
  });
});
