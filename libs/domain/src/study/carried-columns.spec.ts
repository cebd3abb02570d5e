import fc from 'fast-check';
import { compareRounds } from '../comparison/compare-rounds.js';
import { directionOfEach } from '../comparison/delta.js';
import type { Column, RoundColumns } from '../comparison/comparison.types.js';
import type { AnswerValue } from '../answer/answer-value.js';
import { aQuestion, everyTypeSet, aQuestionSet } from '../question-set/document.builder.js';
import type { QuestionSet } from '../question-set/question-set.js';
import { UNIT_CHANGED, WIDE_REASONS } from '../response/answer-state.js';
import { buildRoundColumns, type ColumnSource, type RoundColumnsInput } from '../response/columns.js';
import { encodeSubmission } from '../response/submission-codec.js';
import { layoutOf } from '../response/submission-layout.js';
import { carryOver, roundRows } from './carried-columns.js';
import type { MunicipalityInfo } from './study.js';
import { rowsCarried } from './succession.js';

const aMunicipality = (code: string, more: Partial<MunicipalityInfo> = {}): MunicipalityInfo => ({
  id: `id-${code}`,
  code,
  name: code,
  officialKey: null,
  attributes: {},
  attributesByRound: {},
  memberFrom: null,
  memberTo: null,
  joinedBecause: null,
  leftBecause: null,
  ...more,
});

const ended = { memberTo: 2017, leftBecause: 'MERGED' } as const;
/** a and b became m, which carries a on. */
const panel = [
  aMunicipality('a', ended),
  aMunicipality('m', { memberFrom: 2018, joinedBecause: 'MERGED', carriesOn: 'a' }),
  aMunicipality('b', ended),
  aMunicipality('z'),
];

const submission = (
  set: QuestionSet,
  municipalityIndex: number,
  answers: Record<string, AnswerValue>,
): ColumnSource => ({
  municipalityIndex,
  questionSetId: set.id,
  ...encodeSubmission(layoutOf(set), new Map(Object.entries(answers)), new Set()),
});

const inputOf = (
  set: QuestionSet,
  submissions: readonly ColumnSource[],
  municipalities: readonly MunicipalityInfo[] = panel,
): RoundColumnsInput => ({
  code: String(set.year),
  year: set.year,
  questionSet: set,
  questionSets: new Map([[set.id, set]]),
  panel: municipalities,
  submissions,
});

const number = (value: number): Record<string, AnswerValue> => ({ staff: { kind: 'NUMBER', number: value } });
const staffSet = (year: number): QuestionSet => aQuestionSet([aQuestion({ code: 'staff', type: 'NUMBER' })], { year });

function outcomes(from: RoundColumns, to: RoundColumns) {
  const compared = compareRounds({ from, to, history: [from.questionSet, to.questionSet] });
  if (!compared.ok) throw new Error('not compared');
  const [delta] = compared.value.deltas;
  return delta === undefined ? [] : directionOfEach(delta);
}

describe('carryOver', () => {
  const [early, late] = [staffSet(2017), staffSet(2018)];
  const before = inputOf(
    early,
    [0, 2, 3].map((row) => submission(early, row, number(10 + row))),
  );
  const after = inputOf(
    late,
    [1, 3].map((row) => submission(late, row, number(12))),
  );

  it('compares a merged municipality with the part that it carries on, and counts that part once', () => {
    const compared = outcomes(buildRoundColumns(carryOver(before)), buildRoundColumns(carryOver(after)));

    expect(compared).toEqual([null, 'INCREASED', 'UNIT_CHANGED', 'DECREASED']);
  });

  it('changes nothing where nobody carries anything on', () => {
    const plain = panel.map(({ carriesOn: _, ...municipality }) => municipality);
    const input = inputOf(early, before.submissions as readonly ColumnSource[], plain);

    expect(carryOver(input)).toBe(input);
    expect(carryOver(after)).toBe(after);
    expect(outcomes(buildRoundColumns(input), buildRoundColumns(inputOf(late, [...after.submissions], plain)))).toEqual(
      ['UNIT_CHANGED', 'UNIT_CHANGED', 'UNIT_CHANGED', 'DECREASED'],
    );
  });

  it('leaves out what a municipality handed in for a round in which its predecessor stands', () => {
    const { columns } = buildRoundColumns(carryOver(inputOf(early, [submission(early, 1, number(1))])));

    expect(columns.get('staff')!.numbers).toEqual(Float64Array.of(NaN, NaN, NaN, NaN));
  });
});

describe('roundRows', () => {
  it('says whose attributes hold for a row, and where a submission goes', () => {
    const { panel: standing, rowById } = roundRows(panel, 2017);

    expect(standing.map(({ code }) => code)).toEqual(['a', 'a', 'b', 'z']);
    expect([...rowById]).toEqual([
      ['id-a', 1],
      ['id-b', 2],
      ['id-z', 3],
    ]);
    expect(roundRows(panel, 2018).panel).toBe(panel);
    expect(roundRows(panel, 2018).rowById.get('id-m')).toBe(1);
  });
});

function gathered<T extends Uint8Array | Uint16Array | Float64Array>(values: T, rows: Int32Array, nobody: number): T {
  const moved = values.slice() as T;
  for (let row = 0; row < rows.length; row += 1) {
    const standing = rows[row]!;
    moved[row] = standing < 0 ? nobody : values[standing]!;
  }
  return moved;
}

/**
 * The same by another way: the rows of columns that were built by own position, moved afterwards.
 * @param rows as `rowsCarried` gives them for the columns' round; null changes nothing
 * @returns new columns that later submissions do not reach; UNIT_CHANGED in rows where nobody stands
 */
function gatherColumns(columns: RoundColumns, rows: Int32Array | null): RoundColumns {
  if (rows === null) return columns;
  const moved = new Map<string, Column>();
  for (const [key, column] of columns.columns) {
    const nobody = column.states.BYTES_PER_ELEMENT === 2 ? WIDE_REASONS + UNIT_CHANGED : UNIT_CHANGED;
    moved.set(key, {
      ...column,
      states: gathered(column.states, rows, nobody),
      ...(column.numbers === undefined ? {} : { numbers: gathered(column.numbers, rows, NaN) }),
    });
  }
  const { code, year, questionSet, size, units } = columns;
  return {
    code,
    year,
    questionSet,
    size,
    columns: moved,
    ...(units === undefined ? {} : { units: gathered(units, rows, UNIT_CHANGED) }),
  };
}

describe('carryOver and finished columns', () => {
  it('gives what moving the rows of finished columns gives', () => {
    const value = (kind: number): Record<string, AnswerValue> => ({
      place: { kind: 'LEVEL', level: `p${kind}` },
      staff: { kind: 'NUMBER', number: kind },
      topics: { kind: 'LEVELS', levels: [String(1 + (kind % 5))] },
    });
    fc.assert(
      fc.property(
        fc.constantFrom(2015, 2016, 2017, 2018, 2019),
        fc.shuffledSubarray([0, 2, 3, 4], { minLength: 0 }),
        (year, answering) => {
          const set: QuestionSet = { ...everyTypeSet(), year };
          const chain = [...panel, aMunicipality('c', { memberTo: 2015, leftBecause: 'SPLIT' })].map((one) =>
            one.code === 'a' ? { ...one, memberFrom: 2016, joinedBecause: 'SPLIT' as const, carriesOn: 'c' } : one,
          );
          const input = inputOf(
            set,
            answering.map((row) => submission(set, row, value(row))),
            chain,
          );
          const rows = rowsCarried(chain, year);

          const { apply: _, ...carried } = buildRoundColumns(carryOver(input));
          const { apply: __, ...own } = buildRoundColumns(input);

          expect(gatherColumns(own, rows)).toEqual(carried);
        },
      ),
      { numRuns: 200 },
    );
  });
});
