import type { AnswerValue } from '@reflexbogen/domain';
import { everyTypeSet } from '../../../domain/src/question-set/document.builder.js';
import { sheetDifferences, type StoredAnswer } from './sheet-differences.js';
import type { SheetFileAnswer } from './sheet-file.js';

const set = everyTypeSet();
const level = (code: string): AnswerValue => ({ kind: 'LEVEL', level: code });
const diff = (stored: StoredAnswer | null, answer: Partial<SheetFileAnswer>, emptyDeletes?: boolean) =>
  sheetDifferences(
    set,
    stored === null ? new Map() : new Map([['level', stored]]),
    { answers: [{ question: 'level', value: null, comment: null, ...answer }] },
    emptyDeletes === undefined ? {} : { emptyDeletes },
  ).map(({ kind, from, to, value, commentFrom, commentTo }) => [kind, from, to, value, commentFrom, commentTo]);

describe('sheetDifferences', () => {
  it.each<[string, StoredAnswer | null, Partial<SheetFileAnswer>, readonly unknown[]]>([
    ['an answer where there was none', null, { value: level('1') }, ['ADDED', null, '1', level('1'), null, null]],
    [
      'another answer',
      { value: level('2'), comment: 'why' },
      { value: level('1'), comment: 'why' },
      ['CHANGED', '2', '1', level('1'), 'why', 'why'],
    ],
    [
      'another answer and comment',
      { value: level('2'), comment: 'why' },
      { value: { kind: 'MISSING', missing: 'dk' }, comment: 'no' },
      ['CHANGED', '2', 'dk', { kind: 'MISSING', missing: 'dk' }, 'why', 'no'],
    ],
    [
      'a comment alone',
      { value: level('2'), comment: null },
      { comment: 'why' },
      ['COMMENT', '2', '2', level('2'), null, 'why'],
    ],
    ['a comment without an answer', null, { comment: 'why' }, ['COMMENT', null, null, null, null, 'why']],
  ])('lists %s', (_, stored, answer, difference) => {
    expect(diff(stored, answer)).toEqual([difference]);
  });

  it.each<[string, StoredAnswer, Partial<SheetFileAnswer>]>([
    ['the same', { value: level('2'), comment: 'why' }, { value: level('2'), comment: 'why' }],
    ['an empty comment and none', { value: level('2'), comment: '' }, { value: level('2'), comment: null }],
    ['a file without comments', { value: level('2'), comment: 'why' }, { value: level('2'), comment: undefined }],
  ])('lists nothing for %s, also where empty cells delete', (_, stored, answer) => {
    expect(diff(stored, answer)).toEqual([]);
    expect(diff(stored, answer, true)).toEqual([]);
  });

  it('deletes for an empty cell only if asked to', () => {
    const stored = { value: level('2'), comment: 'why' };

    expect(diff(stored, {})).toEqual([]);
    expect(diff(stored, {}, false)).toEqual([]);
    expect(diff(stored, {}, true)).toEqual([['REMOVED', '2', null, null, 'why', null]]);
    expect(diff(stored, { comment: undefined }, true)).toEqual([['REMOVED', '2', null, null, 'why', 'why']]);
    expect(diff(stored, { value: level('2') }, true)).toEqual([['COMMENT', '2', '2', level('2'), 'why', null]]);
  });

  it('is in the order of the question set, and leaves out what the file does not hold', () => {
    const answers = ['remark', 'staff', 'level'].map((question) => ({
      question,
      value: { kind: 'MISSING', missing: 'dk' } as const,
      comment: null,
    }));
    const stored = new Map([['place', { value: level('p1'), comment: null }]]);

    expect(sheetDifferences(set, stored, { answers }, { emptyDeletes: true }).map(({ question }) => question)).toEqual([
      'level',
      'staff',
      'remark',
    ]);
  });

  it('compares options in scale order, and texts that are missing codes as these', () => {
    const stored = new Map<string, StoredAnswer>([
      ['topics', { value: { kind: 'LEVELS', levels: ['5', '1'] }, comment: null }],
      ['remark', { value: { kind: 'TEXT', text: 'dk' }, comment: null }],
    ]);
    const answers: readonly SheetFileAnswer[] = [
      { question: 'topics', value: { kind: 'LEVELS', levels: ['1', '5'] }, comment: null },
      { question: 'remark', value: { kind: 'MISSING', missing: 'dk' }, comment: null },
    ];

    expect(sheetDifferences(set, stored, { answers })).toEqual([]);
  });
});
