import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import { columnKey, type Column, type RoundColumns } from '../comparison/comparison.types.js';
import {
  aLevel,
  aQuestion,
  aQuestionSet,
  aScale,
  DONT_KNOW,
  EVERY_SCALE,
  EVERY_TYPE,
  everyTypeSet,
  REFUSED,
} from '../question-set/document.builder.js';
import type { QuestionSet, Since } from '../question-set/question-set.js';
import type { MunicipalityInfo } from '../study/study.js';
import {
  FIRST_MISSING,
  NO_ANSWER,
  NO_RESPONSE,
  NOT_ASKED,
  NOT_COMPARABLE,
  NOT_IN_PANEL,
  SKIPPED,
  UNIT_CHANGED,
  WIDE_REASONS,
} from './answer-state.js';
import { aSheetOf } from './any-sheet.builder.js';
import { buildRoundColumns, bytesOf, type ColumnSource } from './columns.js';
import { encodeSubmission } from './submission-codec.js';
import { layoutOf } from './submission-layout.js';

const member = (more: Partial<MunicipalityInfo> = {}): MunicipalityInfo => ({
  id: 'm',
  code: 'm',
  name: 'M',
  officialKey: null,
  attributes: {},
  attributesByRound: {},
  memberFrom: null,
  memberTo: null,
  joinedBecause: null,
  leftBecause: null,
  ...more,
});

const submitted = (
  set: QuestionSet,
  municipalityIndex: number,
  answers: Readonly<Record<string, AnswerValue>>,
  hidden: readonly string[] = [],
): ColumnSource => ({
  municipalityIndex,
  questionSetId: set.id,
  ...encodeSubmission(layoutOf(set), new Map(Object.entries(answers)), new Set(hidden)),
});

const build = (
  set: QuestionSet,
  panel: readonly MunicipalityInfo[],
  submissions: readonly ColumnSource[],
  others: readonly QuestionSet[] = [],
) =>
  buildRoundColumns({
    code: '2018',
    year: 2018,
    questionSet: set,
    questionSets: new Map([set, ...others].map((one) => [one.id, one])),
    panel,
    submissions,
  });

const column = (columns: RoundColumns, question: string, option?: string): Column =>
  columns.columns.get(columnKey(question, option))!;
const states = (columns: RoundColumns, question: string, option?: string): number[] => [
  ...column(columns, question, option).states,
];

const level = (code: string): AnswerValue => ({ kind: 'LEVEL', level: code });
const expectSame = (one: RoundColumns, other: RoundColumns): void => {
  expect([...one.columns.keys()]).toEqual([...other.columns.keys()]);
  for (const [key, { states: dense, numbers }] of one.columns) {
    expect(other.columns.get(key)?.states).toEqual(dense);
    expect(other.columns.get(key)?.numbers).toEqual(numbers);
  }
};
/** A case makes some twenty columns, each with everything that can stand in it. */
const RUNS = { numRuns: 30 };
/** Every type, with scales of one byte only, as most sets are. */
const NARROW = EVERY_TYPE.filter(({ code }) => code !== 'place');

describe('buildRoundColumns', () => {
  const set = everyTypeSet();

  it('has one column per question and option, as long as the panel', () => {
    const columns = build(set, [member(), member()], []);

    expect(columns.columns.size).toBe(layoutOf(set).slots.length);
    expect([...columns.columns.keys()].slice(0, 4)).toEqual(['level', 'place', 'topics|1', 'topics|2']);
    for (const { states: dense } of columns.columns.values()) expect(dense).toHaveLength(2);
    expect(bytesOf(columns)).toBe(2 * (layoutOf(set).bytes + 2 * 8));
  });

  it('says why a municipality has no answers', () => {
    const columns = build(
      set,
      [
        member(),
        member({ memberFrom: 2019, joinedBecause: 'JOINED' }),
        member({ memberTo: 2017, leftBecause: 'MERGED' }),
      ],
      [],
    );

    expect(states(columns, 'level')).toEqual([NO_RESPONSE, NOT_IN_PANEL, UNIT_CHANGED]);
    expect(states(columns, 'topics', '3')).toEqual([NO_RESPONSE, NOT_IN_PANEL, UNIT_CHANGED]);
    expect(states(columns, 'place')).toEqual(
      [NO_RESPONSE, NOT_IN_PANEL, UNIT_CHANGED].map((state) => WIDE_REASONS + state),
    );
    expect(column(columns, 'staff').numbers).toEqual(Float64Array.of(NaN, NaN, NaN));
  });

  it('puts every kind of answer where it belongs', () => {
    const columns = build(
      set,
      [member(), member()],
      [
        submitted(
          set,
          1,
          {
            level: level('5'),
            place: level('p250'),
            topics: { kind: 'LEVELS', levels: ['2'] },
            staff: { kind: 'MISSING', missing: REFUSED.code },
            budget: { kind: 'NUMBER', number: 7.25 },
            coordinator: { kind: 'BOOLEAN', boolean: true },
          },
          ['remark'],
        ),
      ],
    );

    expect(states(columns, 'level')).toEqual([NO_RESPONSE, 4]);
    expect(states(columns, 'place')).toEqual([WIDE_REASONS + NO_RESPONSE, 250]);
    expect(states(columns, 'topics', '1')).toEqual([NO_RESPONSE, 0]);
    expect(states(columns, 'topics', '2')).toEqual([NO_RESPONSE, 1]);
    expect(states(columns, 'staff')).toEqual([NO_RESPONSE, FIRST_MISSING + 1]);
    expect(states(columns, 'budget')).toEqual([NO_RESPONSE, 0]);
    expect(column(columns, 'budget').numbers).toEqual(Float64Array.of(NaN, 7.25));
    expect(states(columns, 'coordinator')).toEqual([NO_RESPONSE, 1]);
    expect(states(columns, 'remark')).toEqual([NO_RESPONSE, SKIPPED]);
    expect(states(columns, 'impact.school.long')).toEqual([NO_RESPONSE, NO_ANSWER]);
  });

  it('does not count what a municipality outside the panel handed in', () => {
    const columns = build(
      set,
      [member({ memberTo: 2017, leftBecause: 'SPLIT' })],
      [submitted(set, 0, { level: level('5') })],
    );

    expect(states(columns, 'level')).toEqual([UNIT_CHANGED]);
  });

  it('puts a later submission in place of an earlier one, numbers included', () => {
    const columns = build(
      set,
      [member()],
      [submitted(set, 0, { level: level('5'), budget: { kind: 'NUMBER', number: 3 } })],
    );

    columns.apply(submitted(set, 0, { level: level('1') }));

    expect(states(columns, 'level')).toEqual([0]);
    expect(states(columns, 'budget')).toEqual([NO_ANSWER]);
    expect(column(columns, 'budget').numbers).toEqual(Float64Array.of(NaN));
  });

  it('takes the last of several submissions of one municipality', () => {
    const columns = build(
      set,
      [member()],
      [submitted(set, 0, { level: level('5') }), submitted(set, 0, { level: level('2') })],
    );

    expect(states(columns, 'level')).toEqual([1]);
  });

  it('turns more submissions than one block holds', () => {
    const panel = Array.from({ length: 300 }, () => member());
    const columns = build(
      set,
      panel,
      panel.map((_, index) =>
        submitted(set, index, { level: level(String(1 + (index % 5))), place: level(`p${index % 300}`) }),
      ),
    );

    expect(states(columns, 'level')).toEqual(panel.map((_, index) => index % 5));
    expect(states(columns, 'place')).toEqual(panel.map((_, index) => index));
  });

  it.each([
    ['scales of two bytes among them', set],
    ['scales of one byte only', aQuestionSet(NARROW, { scales: EVERY_SCALE })],
  ])('are the same written one after the other and all at once: %s', (_, asked) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), aSheetOf(asked), fc.subarray(asked.questions.map(({ code }) => code))), {
          maxLength: 6,
        }),
        (sheets) => {
          const panel = Array.from({ length: 4 }, () => member());
          const submissions = sheets.map(([index, answers, hidden]) =>
            submitted(asked, index, Object.fromEntries(answers), hidden),
          );
          const followed = build(asked, panel, []);
          for (const submission of submissions) followed.apply(submission);

          expectSame(followed, build(asked, panel, submissions));
        },
      ),
      RUNS,
    );
  });

  it('have no number where a submission has none', () => {
    const source = { ...submitted(set, 0, { level: level('5') }), numbers: null };
    const at = build(set, [member()], [source]);
    const followed = build(set, [member()], []);
    followed.apply(source);

    expect(column(at, 'budget').numbers).toEqual(Float64Array.of(NaN));
    expectSame(followed, at);
  });

  it('does not follow a submission of a municipality outside the panel', () => {
    const columns = build(set, [member({ memberFrom: 2019, joinedBecause: 'JOINED' })], []);

    columns.apply(submitted(set, 0, { level: level('5') }));

    expect(states(columns, 'level')).toEqual([NOT_IN_PANEL]);
  });

  it('throws for a vector of another length', () => {
    expect(() => build(set, [member()], [{ ...submitted(set, 0, {}), vector: Uint8Array.of(1) }])).toThrow(RangeError);
  });

  it('throws for a submission on a set that it was not given: figures must not go on without it', () => {
    expect(() => build(set, [member()], [{ ...submitted(set, 0, {}), questionSetId: 'unheard-of' }])).toThrow(
      /unheard-of/,
    );
  });
});

describe('submissions on another revision', () => {
  const scales = (codes: readonly string[], missing = [DONT_KNOW]) => [
    aScale({ levels: codes.map((code) => aLevel(code)), boxes: {}, missing }),
  ];
  const answered = aQuestionSet(
    [
      aQuestion({ code: 'q' }),
      aQuestion({ code: 'gone' }),
      aQuestion({ code: 'n', type: 'NUMBER' }),
      aQuestion({ code: 't', type: 'TEXT' }),
    ],
    { scales: scales(['low', 'mid', 'high'], [DONT_KNOW, REFUSED]) },
  );

  it.each<[string, AnswerValue | null, number]>([
    ['a level goes by its code, whatever its rank', level('high'), 1],
    ['a level that is no more', level('mid'), NOT_COMPARABLE],
    ['a missing code goes by its kind', { kind: 'MISSING', missing: 'dk' }, FIRST_MISSING + 1],
    ['a missing kind that is no more', { kind: 'MISSING', missing: REFUSED.code }, NO_ANSWER],
    ['no answer stays none', null, NO_ANSWER],
  ])('%s', (_, value, state) => {
    const corrected = aQuestionSet([aQuestion({ code: 'new' }), aQuestion({ code: 'q' })], {
      revision: 2,
      scales: scales(
        ['top', 'high', 'low'],
        [
          { ...DONT_KNOW, code: 'na', kind: 'NOT_APPLICABLE' },
          { ...DONT_KNOW, code: 'dunno' },
        ],
      ),
    });

    const columns = build(
      corrected,
      [member(), member()],
      [submitted(answered, 0, value === null ? {} : { q: value })],
      [answered],
    );

    expect(states(columns, 'q')).toEqual([state, NO_RESPONSE]);
    expect(states(columns, 'new')).toEqual([NOT_ASKED, NO_RESPONSE]);
  });

  it.each<[string, Parameters<typeof aQuestion>[0], number[]]>([
    [
      'a verdict on that revision outranks equal codes',
      { since: { year: 2018, revision: 1, verdict: 'BREAK' } },
      [NOT_COMPARABLE, NOT_COMPARABLE],
    ],
    [
      'so does its recode',
      { since: { year: 2018, revision: 1, verdict: 'RECODED', recode: { high: 'low' } } },
      [0, NOT_COMPARABLE],
    ],
    ['a verdict on another year does not', { since: { year: 2017, verdict: 'BREAK' } }, [2, 0]],
    ['another type is not comparable', { type: 'MULTI_CHOICE' }, []],
  ])('%s', (_, more, expected) => {
    const corrected = aQuestionSet([aQuestion({ code: 'q', ...more })], {
      revision: 2,
      scales: scales(['low', 'mid', 'high']),
    });

    const columns = build(
      corrected,
      [member(), member()],
      [submitted(answered, 0, { q: level('high') }), submitted(answered, 1, { q: level('low') })],
      [answered],
    );

    if (more?.type === 'MULTI_CHOICE') expect(states(columns, 'q', 'low')).toEqual([NOT_COMPARABLE, NOT_COMPARABLE]);
    else expect(states(columns, 'q')).toEqual(expected);
  });

  it('takes numbers from where they lie in the other set', () => {
    const corrected = aQuestionSet(
      [aQuestion({ code: 'm', type: 'NUMBER' }), aQuestion({ code: 'n', type: 'NUMBER' })],
      { revision: 2 },
    );

    const columns = build(
      corrected,
      [member()],
      [submitted(answered, 0, { n: { kind: 'NUMBER', number: 4.5 } })],
      [answered],
    );

    expect(column(columns, 'n').numbers).toEqual(Float64Array.of(4.5));
    expect(states(columns, 'm')).toEqual([NOT_ASKED]);
    expect(column(columns, 'm').numbers).toEqual(Float64Array.of(NaN));
  });

  it('are what they are on the set itself when both sets are equal', () => {
    const first = everyTypeSet();
    const twin = aQuestionSet(EVERY_TYPE, { revision: 2, scales: EVERY_SCALE });
    fc.assert(
      fc.property(aSheetOf(twin), fc.subarray(twin.questions.map(({ code }) => code)), (answers, hidden) => {
        const given = Object.fromEntries(answers);

        expectSame(
          build(twin, [member()], [submitted(first, 0, given, hidden)], [first]),
          build(twin, [member()], [submitted(twin, 0, given, hidden)]),
        );
      }),
      RUNS,
    );
  });

  it.each<[string, object, readonly string[], Record<string, number>]>([
    ['an option goes by its code', {}, ['low'], { low: 1, mid: 0, high: 0 }],
    [
      'options that became one are chosen where any of them was',
      { since: { year: 2018, revision: 1, verdict: 'RECODED', recode: { low: 'low', mid: 'low', high: 'high' } } },
      ['mid'],
      { low: 1, high: 0 },
    ],
    [
      'an option that a recode leaves out says nothing of the one of its name',
      { since: { year: 2018, revision: 1, verdict: 'RECODED', recode: { low: 'high' } } },
      ['low', 'mid'],
      { high: 1, mid: NOT_COMPARABLE, low: NOT_COMPARABLE },
    ],
    [
      'a verdict on a later revision of the same year says nothing of this one',
      { since: { year: 2018, revision: 2, verdict: 'BREAK' } },
      ['high'],
      { low: 0, high: 1 },
    ],
    [
      'a break says that none is comparable',
      { since: { year: 2018, revision: 1, verdict: 'BREAK' } },
      ['low'],
      { low: NOT_COMPARABLE },
    ],
  ])('of several options: %s', (_, more, chosen, expected) => {
    const options = (revision: number, own: object) =>
      aQuestionSet([aQuestion({ code: 'q', type: 'MULTI_CHOICE', ...own })], {
        revision,
        scales: scales(['low', 'mid', 'high']),
      });
    const [before, after] = [options(1, {}), options(3, more)];

    const columns = build(
      after,
      [member()],
      [submitted(before, 0, { q: { kind: 'LEVELS', levels: chosen } })],
      [before],
    );

    for (const [option, state] of Object.entries(expected)) expect(states(columns, 'q', option)).toEqual([state]);
  });

  it('an option that the other revision lacks was not asked there', () => {
    const options = (revision: number, codes: readonly string[]) =>
      aQuestionSet([aQuestion({ code: 'q', type: 'MULTI_CHOICE' })], { revision, scales: scales(codes) });
    const [before, after] = [options(1, ['low']), options(2, ['low', 'new'])];

    const columns = build(
      after,
      [member()],
      [submitted(before, 0, { q: { kind: 'LEVELS', levels: ['low'] } })],
      [before],
    );

    expect([states(columns, 'q', 'low'), states(columns, 'q', 'new')]).toEqual([[1], [NOT_ASKED]]);
  });

  it.each<[string, readonly (readonly [code: string, kind: 'DONT_KNOW' | 'REFUSED'])[], number]>([
    [
      'the same code of the same kind',
      [
        ['other', 'DONT_KNOW'],
        ['dk', 'DONT_KNOW'],
      ],
      FIRST_MISSING + 1,
    ],
    [
      'else the first of its kind',
      [
        ['refused', 'REFUSED'],
        ['one', 'DONT_KNOW'],
        ['two', 'DONT_KNOW'],
      ],
      FIRST_MISSING + 1,
    ],
    [
      'not the same code of another kind',
      [
        ['dk', 'REFUSED'],
        ['other', 'DONT_KNOW'],
      ],
      FIRST_MISSING + 1,
    ],
    ['none of its kind', [['dk', 'REFUSED']], NO_ANSWER],
  ])('a missing code is carried to %s', (_, codes, state) => {
    const corrected = aQuestionSet([aQuestion({ code: 'q' })], {
      revision: 2,
      scales: scales(
        ['low', 'mid', 'high'],
        codes.map(([code, kind]) => ({ ...DONT_KNOW, code, kind })),
      ),
    });

    const columns = build(
      corrected,
      [member()],
      [submitted(answered, 0, { q: { kind: 'MISSING', missing: 'dk' } })],
      [answered],
    );

    expect(states(columns, 'q')).toEqual([state]);
  });

  it.each<[string, object | undefined, number]>([
    ['as it is', undefined, 0],
    ['not through a recode, which has levels only', { verdict: 'RECODED', recode: {} }, NOT_COMPARABLE],
    ['not over a break', { verdict: 'BREAK' }, NOT_COMPARABLE],
  ])('a number is carried over %s', (_, since, state) => {
    const corrected = aQuestionSet(
      [
        aQuestion({
          code: 'n',
          type: 'NUMBER',
          ...(since ? { since: { year: 2018, revision: 1, ...since } as Since } : {}),
        }),
      ],
      { revision: 2 },
    );

    const columns = build(
      corrected,
      [member()],
      [submitted(answered, 0, { n: { kind: 'NUMBER', number: 4 } })],
      [answered],
    );

    expect(states(columns, 'n')).toEqual([state]);
  });
});
