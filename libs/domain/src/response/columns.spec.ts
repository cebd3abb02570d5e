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
import type { QuestionSet } from '../question-set/question-set.js';
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

  it('is equal to a submission on the set itself when both sets are equal', () => {
    const twin = aQuestionSet(EVERY_TYPE, { revision: 2, scales: EVERY_SCALE });
    const answers: Record<string, AnswerValue> = {
      level: level('3'),
      place: level('p299'),
      topics: { kind: 'LEVELS', levels: ['1', '4'] },
      staff: { kind: 'MISSING', missing: 'dk' },
      budget: { kind: 'NUMBER', number: -1 },
      coordinator: { kind: 'BOOLEAN', boolean: false },
      remark: { kind: 'TEXT', text: 'x' },
    };

    const direct = build(twin, [member()], [submitted(twin, 0, answers)]);
    const carried = build(twin, [member()], [submitted(everyTypeSet(), 0, answers)], [everyTypeSet()]);

    for (const [key, { states: dense, numbers }] of direct.columns) {
      expect(carried.columns.get(key)?.states).toEqual(dense);
      expect(carried.columns.get(key)?.numbers).toEqual(numbers);
    }
  });
});
