import fc from 'fast-check';
import {
  aLevel,
  aQuestion,
  aQuestionSet,
  aScale,
  DONT_KNOW,
  EVERY_SCALE,
  everyTypeSet,
  REFUSED,
} from '../question-set/document.builder.js';
import type { Question, QuestionDefinition } from '../question-set/question-set.js';
import type { AnswerValue } from './answer-value.js';
import {
  canonicalOf,
  checkAnswer,
  expectationOf,
  labelOf,
  MAX_TEXT,
  parseCanonical,
  type AnswerFaultCode,
} from './check-answer.js';

const questionOf = (more: Partial<QuestionDefinition>): Question =>
  aQuestionSet([aQuestion({ code: 'q', ...more })], { scales: EVERY_SCALE }).questions[0]!;
const scale = questionOf({});
const options = questionOf({ type: 'MULTI_CHOICE' });
const number = questionOf({ type: 'NUMBER', scale: 'missing-only', min: -5, max: 1e6, decimals: 2 });
const wideNumber = questionOf({ type: 'NUMBER' });
const yesNo = questionOf({ type: 'BOOLEAN' });
const remark = questionOf({ type: 'TEXT', scale: 'missing-only' });

describe('checkAnswer', () => {
  it.each<[string, Question, AnswerValue, AnswerValue]>([
    ['a level', scale, { kind: 'LEVEL', level: '4' }, { kind: 'LEVEL', level: '4' }],
    ['a missing code', scale, { kind: 'MISSING', missing: 'dk' }, { kind: 'MISSING', missing: 'dk' }],
    [
      'options, put into scale order',
      options,
      { kind: 'LEVELS', levels: ['5', '1'] },
      { kind: 'LEVELS', levels: ['1', '5'] },
    ],
    ['a number', number, { kind: 'NUMBER', number: -4.25 }, { kind: 'NUMBER', number: -4.25 }],
    ['negative zero as zero', number, { kind: 'NUMBER', number: -0 }, { kind: 'NUMBER', number: 0 }],
    [
      '15 digits',
      wideNumber,
      { kind: 'NUMBER', number: 123456.789012345 },
      { kind: 'NUMBER', number: 123456.789012345 },
    ],
    ['a boolean', yesNo, { kind: 'BOOLEAN', boolean: false }, { kind: 'BOOLEAN', boolean: false }],
    [
      'a text with one kind of line end',
      remark,
      { kind: 'TEXT', text: 'a\r\nb\tc' },
      { kind: 'TEXT', text: 'a\nb\tc' },
    ],
    ['a text that reads like a missing code', remark, { kind: 'TEXT', text: 'dk' }, { kind: 'MISSING', missing: 'dk' }],
  ])('takes %s', (_, question, value, checked) => {
    expect(checkAnswer(question, value)).toEqual({ ok: true, value: checked });
  });

  it.each<[string, Question, AnswerValue, AnswerFaultCode]>([
    ['a number on a SCALE', scale, { kind: 'NUMBER', number: 4 }, 'WRONG_KIND'],
    ['a level on a BOOLEAN', yesNo, { kind: 'LEVEL', level: 'true' }, 'WRONG_KIND'],
    ['an unknown level', scale, { kind: 'LEVEL', level: '6' }, 'UNKNOWN_LEVEL'],
    ['a missing code given as a level', scale, { kind: 'LEVEL', level: 'dk' }, 'UNKNOWN_LEVEL'],
    ['an unknown missing code', yesNo, { kind: 'MISSING', missing: 'dk' }, 'UNKNOWN_MISSING_CODE'],
    ['no option', options, { kind: 'LEVELS', levels: [] }, 'EMPTY'],
    ['an option twice', options, { kind: 'LEVELS', levels: ['1', '1'] }, 'DUPLICATE_LEVEL'],
    ['an unknown option', options, { kind: 'LEVELS', levels: ['1', 'x'] }, 'UNKNOWN_LEVEL'],
    ['not a number', number, { kind: 'NUMBER', number: NaN }, 'NOT_A_NUMBER'],
    ['infinity', wideNumber, { kind: 'NUMBER', number: Infinity }, 'NOT_A_NUMBER'],
    ['17 digits', wideNumber, { kind: 'NUMBER', number: 0.1 + 0.2 }, 'TOO_PRECISE'],
    ['more than 15 digits before the point', wideNumber, { kind: 'NUMBER', number: 1e15 }, 'TOO_PRECISE'],
    ['too many decimals', number, { kind: 'NUMBER', number: 1.125 }, 'TOO_PRECISE'],
    ['ten decimals by default', wideNumber, { kind: 'NUMBER', number: 1e-10 }, 'TOO_PRECISE'],
    ['below the smallest', number, { kind: 'NUMBER', number: -5.01 }, 'OUT_OF_RANGE'],
    ['above the largest', number, { kind: 'NUMBER', number: 1e6 + 1 }, 'OUT_OF_RANGE'],
    ['an empty text', remark, { kind: 'TEXT', text: '' }, 'EMPTY'],
    ['a text without end', remark, { kind: 'TEXT', text: 'x'.repeat(MAX_TEXT + 1) }, 'TOO_LONG'],
    ['a NUL', remark, { kind: 'TEXT', text: 'a\0b' }, 'FORBIDDEN_CHARACTER'],
    ['a direction override', remark, { kind: 'TEXT', text: 'a\u202eb' }, 'FORBIDDEN_CHARACTER'],
    ['half a character', remark, { kind: 'TEXT', text: 'a\ud800' }, 'FORBIDDEN_CHARACTER'],
  ])('refuses %s', (_, question, value, code) => {
    const result = checkAnswer(question, value);

    expect(result.ok ? [] : result.errors.map((fault) => fault.code)).toEqual([code]);
    expect(result.ok ? '' : result.errors[0]?.expected).toBe(expectationOf(question));
  });

  it('takes characters outside the basic plane', () => {
    expect(checkAnswer(remark, { kind: 'TEXT', text: 'ä 🏘️' }).ok).toBe(true);
  });
});

describe('parseCanonical', () => {
  it.each<[string, Question, string, AnswerValue]>([
    ['a level', scale, '4', { kind: 'LEVEL', level: '4' }],
    ['a missing code', number, 'no-comment', { kind: 'MISSING', missing: 'no-comment' }],
    ['options in any order', options, '5|1', { kind: 'LEVELS', levels: ['1', '5'] }],
    ['a decimal with trailing zeros', number, '1.50', { kind: 'NUMBER', number: 1.5 }],
    ['false', yesNo, 'false', { kind: 'BOOLEAN', boolean: false }],
  ])('reads %s', (_, question, text, value) => {
    expect(parseCanonical(question, text)).toEqual({ ok: true, value });
  });

  it.each<[string, Question, string, AnswerFaultCode]>([
    ['a comma', number, '1,5', 'NOT_A_NUMBER'],
    ['an exponent', number, '1e3', 'NOT_A_NUMBER'],
    ['a plus', number, '+1', 'NOT_A_NUMBER'],
    ['blanks', number, ' 1', 'NOT_A_NUMBER'],
    ['hexadecimal', number, '0x10', 'NOT_A_NUMBER'],
    ['digits that float64 would change', wideNumber, '1234567890.1234567', 'TOO_PRECISE'],
    ['a truth in capitals', yesNo, 'TRUE', 'UNKNOWN_LEVEL'],
    ['an option too much', options, '1||2', 'UNKNOWN_LEVEL'],
    ['a label instead of a code', scale, 'level 4', 'UNKNOWN_LEVEL'],
  ])('refuses %s', (_, question, text, code) => {
    const result = parseCanonical(question, text);

    expect(result.ok ? [] : result.errors.map((fault) => fault.code)).toEqual([code]);
  });

  it('gives every value back that checkAnswer takes', () => {
    const { questions } = everyTypeSet();
    const value = fc.oneof(
      fc.constantFrom('1', '5', 'p0', 'p299').map((level): AnswerValue => ({ kind: 'LEVEL', level })),
      fc.subarray(['1', '2', '3', '4', '5']).map((levels): AnswerValue => ({ kind: 'LEVELS', levels })),
      fc.double({ noDefaultInfinity: true, noNaN: true }).map((number): AnswerValue => ({ kind: 'NUMBER', number })),
      fc
        .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 9 }))
        .map(([digits, decimals]): AnswerValue => ({ kind: 'NUMBER', number: digits / 10 ** decimals })),
      fc.boolean().map((boolean): AnswerValue => ({ kind: 'BOOLEAN', boolean })),
      fc.string({ unit: 'binary' }).map((text): AnswerValue => ({ kind: 'TEXT', text })),
      fc.constantFrom(DONT_KNOW, REFUSED).map(({ code }): AnswerValue => ({ kind: 'MISSING', missing: code })),
    );
    let taken = 0;

    fc.assert(
      fc.property(fc.constantFrom(...questions), value, (question, given) => {
        const checked = checkAnswer(question, given);
        if (!checked.ok) return;
        taken += 1;
        expect(parseCanonical(question, canonicalOf(question, checked.value))).toEqual(checked);
      }),
      { numRuns: 3000 },
    );

    expect(taken).toBeGreaterThan(300);
  });
});

describe('labelOf', () => {
  const labelled = aQuestionSet([aQuestion({ code: 'q', type: 'MULTI_CHOICE' })], {
    scales: [
      aScale({
        levels: [aLevel('a', { label: { de: 'Schule', en: 'School' } }), aLevel('b', { label: { de: 'Arbeit' } })],
        boxes: {},
      }),
    ],
  }).questions[0]!;

  it.each<[string, Question, AnswerValue, string, string]>([
    ['options by their labels', labelled, { kind: 'LEVELS', levels: ['a', 'b'] }, 'en', 'School, Arbeit'],
    ['a missing code by its label', scale, { kind: 'MISSING', missing: 'dk' }, 'en', "don't know"],
    ['a number with the German comma', number, { kind: 'NUMBER', number: 1234.5 }, 'de', '1.234,5'],
    ['a number with the English point', number, { kind: 'NUMBER', number: 1234.5 }, 'en', '1,234.5'],
    ['a number for an unusable language', number, { kind: 'NUMBER', number: 1234.5 }, 'not a tag!', '1.234,5'],
    ['yes in German', yesNo, { kind: 'BOOLEAN', boolean: true }, 'de-AT', 'ja'],
    ['a text as it is', remark, { kind: 'TEXT', text: 'so' }, 'de', 'so'],
  ])('words %s', (_, question, value, locale, label) => {
    expect(labelOf(question, value, locale)).toBe(label);
  });
});
