import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import { submissionDifferences, type ComparedSubmission } from './submission-difference.js';

const set = (...codes: readonly string[]) => aQuestionSet(codes.map((code) => aQuestion({ code })));
const level = (code: string): AnswerValue => ({ kind: 'LEVEL', level: code });
const sheet = (
  questionSet: ComparedSubmission['questionSet'],
  answers: Readonly<Record<string, string>>,
  comments: Readonly<Record<string, string>> = {},
): ComparedSubmission => ({
  questionSet,
  answers: new Map(Object.entries(answers).map(([code, value]) => [code, level(value)])),
  comments: new Map(Object.entries(comments)),
});

describe('submissionDifferences', () => {
  const abc = set('a', 'b', 'c');

  it('is empty for the same sheet', () => {
    expect(submissionDifferences(sheet(abc, { a: '1' }, { b: 'x' }), sheet(abc, { a: '1' }, { b: 'x' }))).toEqual([]);
  });

  it('lists values and comments field by field in the order of the sheet', () => {
    expect(
      submissionDifferences(
        sheet(abc, { a: '1', c: '2' }, { a: 'x' }),
        sheet(abc, { b: '3', c: '4' }, { a: 'y', c: 'z' }),
      ),
    ).toEqual([
      { question: 'a', field: 'VALUE', old: '1', new: null },
      { question: 'a', field: 'COMMENT', old: 'x', new: 'y' },
      { question: 'b', field: 'VALUE', old: null, new: '3' },
      { question: 'c', field: 'VALUE', old: '2', new: '4' },
      { question: 'c', field: 'COMMENT', old: null, new: 'z' },
    ]);
  });

  it('shows an answer whose question the later revision does not ask', () => {
    expect(submissionDifferences(sheet(abc, { c: '2' }), sheet(set('a', 'b'), {}))).toEqual([
      { question: 'c', field: 'VALUE', old: '2', new: null },
    ]);
  });
});
