import { aDocument, aLevel, aQuestion, aScale, DONT_KNOW, EVERY_SCALE, EVERY_TYPE } from './document.builder.js';
import { checkQuestionSet, MAX_QUESTIONS } from './check-question-set.js';
import type { QuestionDefinition, QuestionSetDocument } from './question-set.js';
import type { QuestionSetFaultCode } from './question-set-fault.js';

const FIRST = ['sections', 0, 'questions', 0];
const one = (more: Partial<QuestionDefinition>): QuestionSetDocument => aDocument([aQuestion({ code: 'q', ...more })]);
const scaled = (more: Parameters<typeof aScale>[0]): QuestionSetDocument =>
  aDocument(undefined, { scales: [aScale(more)] });
const items = (...codes: string[]) => codes.map((code) => ({ code, text: { de: code } }));

describe('checkQuestionSet', () => {
  it('finds nothing in a set with every type of question', () => {
    expect(checkQuestionSet(aDocument(EVERY_TYPE, { scales: EVERY_SCALE }))).toEqual([]);
  });

  it.each<[string, QuestionSetDocument, QuestionSetFaultCode, (string | number)[]]>([
    ['no question', aDocument([]), 'NO_QUESTIONS', ['sections']],
    ['a year out of reach', aDocument(undefined, { year: 18 }), 'RANGE_INVALID', ['year']],
    ['revision 0', aDocument(undefined, { revision: 0 }), 'RANGE_INVALID', ['revision']],
    ['a code with a blank', one({ code: 'a b' }), 'INVALID_CODE', [...FIRST, 'code']],
    ['a code with |', one({ code: 'a|b' }), 'INVALID_CODE', [...FIRST, 'code']],
    ['a code without end', one({ code: 'a'.repeat(101) }), 'INVALID_CODE', [...FIRST, 'code']],
    [
      'a question twice',
      aDocument([aQuestion(), aQuestion()]),
      'DUPLICATE_QUESTION',
      ['sections', 0, 'questions', 1, 'code'],
    ],
    [
      'a question with the code of a cell',
      aDocument([
        aQuestion({ code: 'g.a.b' }),
        aQuestion({ code: 'g', type: 'GRID', rows: items('a'), columns: items('b') }),
      ]),
      'DUPLICATE_QUESTION',
      ['sections', 0, 'questions', 1, 'rows', 0, 'code'],
    ],
    [
      'no scale',
      aDocument([{ code: 'q', type: 'SCALE', text: { de: 'x' }, required: false }]),
      'SCALE_REQUIRED',
      [...FIRST, 'scale'],
    ],
    ['an unknown scale', one({ scale: 'nowhere' }), 'UNKNOWN_SCALE', [...FIRST, 'scale']],
    ['levels on a NUMBER', one({ type: 'NUMBER', scale: 'challenge' }), 'SCALE_NOT_ALLOWED', [...FIRST, 'scale']],
    [
      'a level twice',
      scaled({ levels: [aLevel('4'), aLevel('5'), aLevel('5')] }),
      'DUPLICATE_LEVEL',
      ['scales', 0, 'levels', 2, 'code'],
    ],
    [
      'a level with |',
      scaled({ levels: [aLevel('a|b')], boxes: {} }),
      'INVALID_CODE',
      ['scales', 0, 'levels', 0, 'code'],
    ],
    [
      'a level with a blank at the end',
      scaled({ levels: [aLevel('a ')], boxes: {} }),
      'INVALID_CODE',
      ['scales', 0, 'levels', 0, 'code'],
    ],
    [
      'a box of unknown levels',
      scaled({ boxes: { high: ['5', '6'] } }),
      'BOX_UNKNOWN_LEVEL',
      ['scales', 0, 'boxes', 'high', 1],
    ],
    [
      'a missing code like a level',
      scaled({ missing: [{ ...DONT_KNOW, code: '5' }] }),
      'MISSING_CODE_CLASHES',
      ['scales', 0, 'missing', 0, 'code'],
    ],
    ['an empty scale', scaled({ levels: [], boxes: {}, missing: [] }), 'EMPTY_SCALE', ['scales', 0, 'levels']],
    [
      'too many levels',
      scaled({ levels: Array.from({ length: 1001 }, (_, index) => aLevel(`l${index}`)), boxes: {} }),
      'LIMIT_EXCEEDED',
      ['scales', 0, 'levels'],
    ],
    [
      'too many missing codes',
      scaled({ missing: Array.from({ length: 41 }, (_, index) => ({ ...DONT_KNOW, code: `m${index}` })) }),
      'LIMIT_EXCEEDED',
      ['scales', 0, 'missing'],
    ],
    ['no text', one({ text: {} }), 'MISSING_TEXT', [...FIRST, 'text']],
    ['a blank text', one({ text: { de: ' ' } }), 'MISSING_TEXT', [...FIRST, 'text']],
    ['a text that turns direction', one({ text: { de: 'a\u202eb' } }), 'FORBIDDEN_CHARACTER', [...FIRST, 'text', 'de']],
    ['a text without end', one({ text: { de: 'x'.repeat(10_001) } }), 'LIMIT_EXCEEDED', [...FIRST, 'text', 'de']],
    ['min above max', one({ type: 'NUMBER', min: 2, max: 1 }), 'RANGE_INVALID', [...FIRST, 'min']],
    ['half a decimal', one({ type: 'NUMBER', decimals: 1.5 }), 'RANGE_INVALID', [...FIRST, 'decimals']],
    [
      'a negative tolerance',
      one({ type: 'NUMBER', tolerance: { percent: -1 } }),
      'RANGE_INVALID',
      [...FIRST, 'tolerance', 'percent'],
    ],
    ['min on a SCALE', one({ min: 1 }), 'FIELD_NOT_ALLOWED', [...FIRST, 'min']],
    ['rows on a SCALE', one({ rows: items('a') }), 'FIELD_NOT_ALLOWED', [...FIRST, 'rows']],
    ['a grid without columns', one({ type: 'GRID', rows: items('a') }), 'EMPTY_GRID', [...FIRST, 'columns']],
    [
      'since a later year',
      one({ since: { year: 2019, verdict: 'IDENTICAL' } }),
      'SINCE_INVALID',
      [...FIRST, 'since', 'year'],
    ],
    [
      'RECODED without a map',
      one({ since: { year: 2017, verdict: 'RECODED' } }),
      'RECODE_INVALID',
      [...FIRST, 'since', 'recode'],
    ],
    [
      'a recode onto an unknown level',
      one({ since: { year: 2017, verdict: 'RECODED', recode: { a: '9' } } }),
      'RECODE_UNKNOWN_LEVEL',
      [...FIRST, 'since', 'recode', 'a'],
    ],
    [
      'a report without directions',
      one({ reportsChangeOf: { question: 'x', since: 2017 } }),
      'REPORTS_INVALID',
      [...FIRST, 'reportsChangeOf'],
    ],
    ['a rule that does not parse', one({ visibleIf: 'answer(' }), 'RULE_SYNTAX', [...FIRST, 'visibleIf']],
    ['a rule that is no condition', one({ requiredIf: '1 + 1' }), 'RULE_TYPE', [...FIRST, 'requiredIf']],
    ['a rule on nothing', one({ visibleIf: "answered('x')" }), 'RULE_UNKNOWN_QUESTION', [...FIRST, 'visibleIf']],
    ['a rule on itself', one({ visibleIf: "answered('q')" }), 'RULE_CYCLE', [...FIRST, 'visibleIf']],
    [
      'a rule on a later question',
      aDocument([aQuestion({ code: 'a', visibleIf: "answered('b')" }), aQuestion({ code: 'b' })]),
      'RULE_ORDER',
      [...FIRST, 'visibleIf'],
    ],
  ])('names %s, and nothing else', (_, document, code, path) => {
    const faults = checkQuestionSet(document);

    expect(faults.map((fault) => [fault.code, fault.path])).toEqual([[code, path]]);
    // A parameter that a check forgot would stand there in braces.
    expect(`${faults[0]?.message} ${faults[0]?.expected}`).not.toMatch(/\{/);
  });

  it('names a circle of rules once, at the rule that refers forward', () => {
    const faults = checkQuestionSet(
      aDocument([
        aQuestion({ code: 'a', visibleIf: "answered('b')" }),
        aQuestion({ code: 'b', visibleIf: "answered('a')" }),
      ]),
    );

    expect(faults.map(({ code, path }) => [code, path])).toEqual([['RULE_CYCLE', [...FIRST, 'visibleIf']]]);
  });

  it('says where in a rule the fault is', () => {
    const [fault] = checkQuestionSet(
      aDocument([
        aQuestion({ code: 'a' }),
        aQuestion({ code: 'b', visibleIf: "answered('a') &&\n  answer('a') == '9'" }),
      ]),
    );

    expect(fault).toMatchObject({ code: 'RULE_UNKNOWN_LEVEL', line: 2, column: 18 });
  });

  it('lists all faults at once', () => {
    const faults = checkQuestionSet(
      aDocument([aQuestion({ code: 'a b', scale: 'nowhere' }), aQuestion({ code: 'c', text: {} })], {
        scales: [aScale({ boxes: { x: ['9'] } })],
      }),
    );

    expect(faults.map(({ code }) => code).sort()).toEqual([
      'BOX_UNKNOWN_LEVEL',
      'INVALID_CODE',
      'MISSING_TEXT',
      'UNKNOWN_SCALE',
    ]);
  });

  it.each([
    ['questions', Array.from({ length: MAX_QUESTIONS + 1 }, (_, index) => aQuestion({ code: `q${index}` }))],
    [
      'cells',
      [
        aQuestion({
          code: 'g',
          type: 'GRID',
          rows: Array.from({ length: 5000 }, (_, index) => ({ code: `r${index}`, text: { de: 'r' } })),
          columns: Array.from({ length: 5000 }, (_, index) => ({ code: `c${index}`, text: { de: 'c' } })),
        }),
      ],
    ],
  ])('stops at too many %s without expanding them', (_, questions) => {
    const started = performance.now();

    const faults = checkQuestionSet(aDocument(questions));

    expect(faults.map(({ code }) => code)).toEqual(['LIMIT_EXCEEDED']);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
