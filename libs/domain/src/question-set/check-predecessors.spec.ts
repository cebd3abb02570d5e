import { aDocument, aLevel, aQuestion, aQuestionSet, aScale } from './document.builder.js';
import { checkAgainstPredecessors, isSameMeasurement, predecessorOf } from './check-predecessors.js';
import type { QuestionDefinition } from './question-set.js';

const past = [
  aQuestionSet([aQuestion({ code: 'q' }), aQuestion({ code: 'n', type: 'NUMBER' })], { year: 2016 }),
  aQuestionSet([aQuestion({ code: 'q' }), aQuestion({ code: 'n', type: 'NUMBER' })], { year: 2017 }),
  aQuestionSet([aQuestion({ code: 'q', text: { de: 'Corrected' } })], { year: 2017, revision: 2 }),
];
const gate = (more: Partial<QuestionDefinition>) =>
  checkAgainstPredecessors(aDocument([aQuestion({ code: 'q', text: { de: 'Corrected' }, ...more })]), past);

describe('checkAgainstPredecessors', () => {
  it.each<[string, Partial<QuestionDefinition>, string[]]>([
    ['a question that did not change may stay silent', {}, []],
    ['a new question has no predecessor', { code: 'new' }, []],
    ['a changed text needs a verdict', { text: { de: 'Reworded' } }, ['VERDICT_MISSING']],
    [
      'a verdict on a changed text is enough',
      { text: { de: 'Reworded' }, since: { year: 2017, verdict: 'COMPARABLE' } },
      [],
    ],
    [
      'IDENTICAL must be identical',
      { text: { de: 'Reworded' }, since: { year: 2017, verdict: 'IDENTICAL' } },
      ['NOT_IDENTICAL'],
    ],
    ['the last revision of the year counts', { since: { year: 2017, verdict: 'IDENTICAL' } }, []],
    ['unless another is named', { since: { year: 2017, revision: 1, verdict: 'IDENTICAL' } }, ['NOT_IDENTICAL']],
    ['a year without a set', { since: { year: 2015, verdict: 'IDENTICAL' } }, ['SINCE_UNKNOWN']],
    [
      'a set that does not ask it',
      { code: 'n', type: 'NUMBER', since: { year: 2017, verdict: 'EDITORIAL' } },
      ['SINCE_UNKNOWN'],
    ],
    ['another type is a BREAK', { code: 'n', since: { year: 2016, verdict: 'COMPARABLE' } }, ['TYPE_CHANGED']],
    ['and may be one', { code: 'n', since: { year: 2016, verdict: 'BREAK' } }, []],
    ['another type without a verdict', { code: 'n' }, ['VERDICT_MISSING']],
    [
      'a recode of levels that were never there',
      { since: { year: 2017, verdict: 'RECODED', recode: { '1': '1', old: '2' } } },
      ['RECODE_UNKNOWN_LEVEL'],
    ],
    ['a report on a question nobody asked', { reportsChangeOf: { question: 'x', since: 2017 } }, ['REPORTS_UNKNOWN']],
    ['a report since a year without a set', { reportsChangeOf: { question: 'x', since: 2010 } }, []],
  ])('%s', (_, more, codes) => {
    expect(gate(more).map(({ code }) => code)).toEqual(codes);
  });

  it('ignores sets that are not earlier', () => {
    const later = aQuestionSet([aQuestion({ code: 'q', text: { de: 'Later' } })], { year: 2019 });

    expect(checkAgainstPredecessors(aDocument([aQuestion({ code: 'q' })]), [later])).toEqual([]);
  });

  it('speaks of a grid once, at the place where it is written', () => {
    const grid = (text: string) =>
      aQuestion({
        code: 'g',
        type: 'GRID',
        text: { de: text },
        rows: [{ code: 'r', text: { de: 'r' } }],
        columns: ['a', 'b'].map((code) => ({ code, text: { de: code } })),
      });

    const faults = checkAgainstPredecessors(aDocument([aQuestion(), grid('new')]), [
      aQuestionSet([grid('old')], { year: 2017 }),
    ]);

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'VERDICT_MISSING', path: ['sections', 0, 'questions', 1, 'since'] });
  });
});

describe('predecessorOf', () => {
  it('is the last revision of the year, or the one that is named', () => {
    expect(predecessorOf({ year: 2017 }, past)?.revision).toBe(2);
    expect(predecessorOf({ year: 2017, revision: 1 }, past)?.revision).toBe(1);
    expect(predecessorOf({ year: 2015 }, past)).toBeUndefined();
  });
});

describe('isSameMeasurement', () => {
  const base = aQuestionSet().questions[0]!;
  const scaled = (more: Parameters<typeof aScale>[0]) =>
    aQuestionSet(undefined, { scales: [aScale(more)] }).questions[0]!;

  it.each([
    ['itself', base, true],
    ['another text', { ...base, text: { de: 'x' } }, false],
    ['another help', { ...base, help: { de: 'x' } }, true],
    ['a level less', scaled({ levels: ['1', '2', '3', '4'].map((code) => aLevel(code)) }), false],
    ['another order of levels', scaled({ levels: ['5', '4', '3', '2', '1'].map((code) => aLevel(code)) }), false],
    [
      'a level renamed',
      scaled({ levels: ['1', '2', '3', '4', '5'].map((code) => aLevel(code, { label: { de: 'x' } })) }),
      false,
    ],
    ['another missing code', scaled({ missing: [] }), true],
    ['another type', { ...base, type: 'CHOICE' as const }, false],
  ])('compares with %s', (_, other, same) => {
    expect(isSameMeasurement(base, other)).toBe(same);
  });
});
