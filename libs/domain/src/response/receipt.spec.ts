import { createHash } from 'node:crypto';
import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import { receiptOf, type ReceiptSubject } from './receipt.js';

const questionSet = aQuestionSet([
  aQuestion({ code: 'a' }),
  aQuestion({ code: 'b', type: 'NUMBER' }),
  aQuestion({ code: 'c', type: 'TEXT' }),
]);
const subject: ReceiptSubject = {
  study: 'integration-2021',
  municipality: 'case-01',
  round: '2018',
  questionSet,
  questionSetHash: 'f00d',
  number: 2,
  answers: new Map<string, AnswerValue>([
    ['b', { kind: 'NUMBER', number: 2.5 }],
    ['a', { kind: 'LEVEL', level: '4' }],
  ]),
  comments: new Map([['c', 'later "perhaps"']]),
};

describe('receiptOf', () => {
  it('can be computed by anybody from the description alone', () => {
    const lines = [
      '["reflexbogen-receipt/1","integration-2021","case-01","2018","f00d",2]',
      '["a","4",null]',
      '["b","2.5",null]',
      '["c",null,"later \\"perhaps\\""]',
      '',
    ].join('\n');

    expect(receiptOf(subject)).toBe(createHash('sha256').update(lines, 'utf8').digest('hex'));
  });

  it('names what was not typed, and comments on sections, at their places', () => {
    const lines = [
      '["reflexbogen-receipt/1","integration-2021","case-01","2018","f00d",2]',
      '["a","4",null,"CONFIRMED"]',
      '["b","2.5",null]',
      '["c",null,"later \\"perhaps\\""]',
      '["main","all good"]',
      '',
    ].join('\n');

    expect(
      receiptOf({
        ...subject,
        provenance: new Map([
          ['a', 'CONFIRMED'],
          ['b', 'TYPED'],
        ]),
        sectionComments: new Map([['main', 'all good']]),
      }),
    ).toBe(createHash('sha256').update(lines, 'utf8').digest('hex'));
  });

  it('does not depend on the order in which answers were saved', () => {
    expect(receiptOf({ ...subject, answers: new Map([...subject.answers].reverse()) })).toBe(receiptOf(subject));
  });

  it.each<[string, Partial<ReceiptSubject>]>([
    ['the study', { study: 'other' }],
    ['the municipality', { municipality: 'case-02' }],
    ['the round', { round: '2019' }],
    ['the question set', { questionSetHash: 'beef' }],
    ['the number', { number: 3 }],
    ['an answer', { answers: new Map([['a', { kind: 'LEVEL', level: '5' } as const]]) }],
    ['a comment', { comments: new Map() }],
    ['how an answer came about', { provenance: new Map([['a', 'CARRIED_OVER']]) }],
    ['a comment on a section', { sectionComments: new Map([['main', 'all good']]) }],
  ])('changes with %s', (_, more) => {
    expect(receiptOf({ ...subject, ...more })).not.toBe(receiptOf(subject));
  });
});
