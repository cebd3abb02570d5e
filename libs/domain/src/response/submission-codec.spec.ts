import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import { aLevel, aQuestion, aQuestionSet, aScale, everyTypeSet } from '../question-set/document.builder.js';
import { FIRST_MISSING, MAX_NARROW_LEVELS, NO_ANSWER, SKIPPED, UNSET, WIDE_REASONS } from './answer-state.js';
import { aSheetOf } from './any-sheet.builder.js';
import { answerIn, closeVector, decodeSubmission, encodeSubmission } from './submission-codec.js';
import { isUnset, layoutOf, newVector, readSlot, reasonIn, writeSlot, type Slot } from './submission-layout.js';

const set = everyTypeSet();
const layout = layoutOf(set);
const slotAt = (question: string, option = 0): Slot => layout.slots[layout.slotsOf.get(question)![option]!]!;
const NOBODY: ReadonlySet<string> = new Set();

describe('layoutOf', () => {
  it('gives every question a slot, every option one of its own, and long scales two bytes', () => {
    expect(
      layout.slots.map(({ question, option, offset, width }) => [question.code, option, offset, width]).slice(0, 9),
    ).toEqual([
      ['level', undefined, 0, 1],
      ['place', undefined, 1, 2],
      ['topics', '1', 3, 1],
      ['topics', '2', 4, 1],
      ['topics', '3', 5, 1],
      ['topics', '4', 6, 1],
      ['topics', '5', 7, 1],
      ['staff', undefined, 8, 1],
      ['budget', undefined, 9, 1],
    ]);
    expect(layout.bytes).toBe(16);
    expect([...layout.numberIndex]).toEqual([
      ['staff', 0],
      ['budget', 1],
    ]);
  });

  it('is made once per set', () => {
    expect(layoutOf(set)).toBe(layout);
  });

  it.each<['CHOICE' | 'MULTI_CHOICE', number, number]>([
    ['CHOICE', MAX_NARROW_LEVELS, 1],
    ['CHOICE', MAX_NARROW_LEVELS + 1, 2],
    // Each option has a slot of its own, which says yes or no.
    ['MULTI_CHOICE', MAX_NARROW_LEVELS + 1, 1],
  ])('gives a %s of %i levels slots of %i bytes', (type, count, width) => {
    const levels = Array.from({ length: count }, (_, index) => aLevel(`l${index}`));
    const long = aQuestionSet([aQuestion({ code: 'q', type })], { scales: [aScale({ levels, boxes: {} })] });

    expect(new Set(layoutOf(long).slots.map((slot) => slot.width))).toEqual(new Set([width]));
  });
});

describe('slots', () => {
  it.each([
    ['a rank', 'level', 4, false, 4, null],
    ['a reason', 'level', NO_ANSWER, true, NO_ANSWER, NO_ANSWER],
    ['a missing code', 'level', FIRST_MISSING, true, FIRST_MISSING, FIRST_MISSING],
    ['a rank above 255', 'place', 299, false, 299, null],
    ['a rank that would be a reason in one byte', 'place', NO_ANSWER, false, NO_ANSWER, null],
    ['a reason in two bytes', 'place', SKIPPED, true, WIDE_REASONS + SKIPPED, SKIPPED],
  ])('hold %s', (_, question, state, isReason, stored, reason) => {
    const vector = newVector(layout);

    writeSlot(vector, slotAt(question), state, isReason);

    expect(readSlot(vector, slotAt(question))).toBe(stored);
    expect(reasonIn(stored, slotAt(question))).toBe(reason);
    expect([...vector].filter((byte) => byte !== UNSET).length).toBeLessThanOrEqual(slotAt(question).width);
    expect(isUnset(layout, vector, question)).toBe(false);
    expect(isUnset(layout, vector, 'remark')).toBe(true);
  });
});

describe('encodeSubmission', () => {
  it('writes what stands beside the vector, and counts answers with missing codes', () => {
    const submission = encodeSubmission(
      layout,
      new Map<string, AnswerValue>([
        ['level', { kind: 'MISSING', missing: 'dk' }],
        ['topics', { kind: 'LEVELS', levels: ['2', '5'] }],
        ['budget', { kind: 'NUMBER', number: 12.5 }],
        ['remark', { kind: 'TEXT', text: 'well' }],
      ]),
      NOBODY,
      new Map([
        ['level', 'we tried'],
        ['staff', ''],
      ]),
    );

    expect(submission.answered).toBe(4);
    expect(submission.numbers).toEqual(Float64Array.of(NaN, 12.5));
    expect(submission.texts).toEqual({ remark: 'well' });
    expect(submission.comments).toEqual({ level: 'we tried' });
    expect(readSlot(submission.vector, slotAt('level'))).toBe(FIRST_MISSING);
    expect([0, 1, 2, 3, 4].map((option) => readSlot(submission.vector, slotAt('topics', option)))).toEqual([
      0, 1, 0, 0, 1,
    ]);
    expect(readSlot(submission.vector, slotAt('staff'))).toBe(NO_ANSWER);
  });

  it('leaves answers to hidden questions out', () => {
    const submission = encodeSubmission(
      layout,
      new Map([['budget', { kind: 'NUMBER', number: 1 }]]),
      new Set(['budget', 'topics']),
    );

    expect(submission.answered).toBe(0);
    expect(submission.numbers).toEqual(Float64Array.of(NaN, NaN));
    expect([0, 1, 2, 3, 4].map((option) => readSlot(submission.vector, slotAt('topics', option)))).toEqual(
      Array(5).fill(SKIPPED),
    );
  });

  it('has nothing beside the vector when the set asks for nothing of the kind', () => {
    const plain = layoutOf(aQuestionSet([aQuestion()]));

    expect(encodeSubmission(plain, new Map(), NOBODY)).toEqual({
      vector: Uint8Array.of(NO_ANSWER),
      numbers: null,
      texts: null,
      comments: null,
      answered: 0,
    });
  });

  it('is undone by decodeSubmission', () => {
    fc.assert(
      fc.property(aSheetOf(set), fc.subarray(set.questions.map(({ code }) => code)), (answers, hidden) => {
        const submission = encodeSubmission(layout, answers, new Set(hidden));

        const visible = new Map([...answers].filter(([code]) => !hidden.includes(code)));
        expect(decodeSubmission(layout, submission)).toEqual(visible);
        expect(submission.answered).toBe(visible.size);
        for (const slot of layout.slots) expect(reasonIn(readSlot(submission.vector, slot), slot)).not.toBe(UNSET);
      }),
    );
  });
});

describe('answerIn', () => {
  it('knows nothing about a question of another set', () => {
    const other = aQuestionSet([aQuestion({ code: 'other' })]).questions[0]!;

    expect(answerIn(layout, other, encodeSubmission(layout, new Map(), NOBODY))).toBeUndefined();
    expect(isUnset(layout, newVector(layout), 'other')).toBe(false);
  });
});

describe('closeVector', () => {
  it('leaves what was written and closes the rest by visibility', () => {
    const vector = newVector(layout);
    writeSlot(vector, slotAt('level'), 2, false);

    closeVector(layout, vector, new Set(['place']));

    expect(readSlot(vector, slotAt('level'))).toBe(2);
    expect(reasonIn(readSlot(vector, slotAt('place')), slotAt('place'))).toBe(SKIPPED);
    expect(readSlot(vector, slotAt('remark'))).toBe(NO_ANSWER);
  });
});
