/** A study in text as the domain takes it: submissions encoded as they are stored, and columns built of them. */
import { buildRoundColumns, carryOver, encodeSubmission, layoutOf, WIDE_REASONS } from '@reflexbogen/domain';
import type { AnswerValue, Column, ColumnSource, RoundColumns, RoundColumnsInput } from '@reflexbogen/domain';
import type { OracleAnswer } from './comparison-oracle.js';
import type { HandIn, RandomStudy, StudyRound } from './random-study.js';

function valueOf(answer: OracleAnswer): AnswerValue | undefined {
  switch (answer.kind) {
    case 'NUMBER':
      return { kind: 'NUMBER', number: Number(answer.decimal) };
    case 'TEXT':
      return { kind: 'TEXT', text: 'some words' };
    case 'SKIPPED':
    case 'EMPTY':
    case 'NOT_COMPARABLE':
      return undefined;
    case 'LEVEL':
    case 'LEVELS':
    case 'BOOLEAN':
    case 'MISSING':
      return answer;
  }
}

/** A hand-in as it is stored, for the row of a municipality. */
export function sourceOf({ questionSet, sheet }: HandIn, municipalityIndex: number): ColumnSource {
  const answers = new Map<string, AnswerValue>();
  const hidden = new Set<string>();
  for (const [code, answer] of sheet) {
    const value = valueOf(answer);
    if (value !== undefined) answers.set(code, value);
    if (answer.kind === 'SKIPPED') hidden.add(code);
  }
  const { vector, numbers } = encodeSubmission(layoutOf(questionSet), answers, hidden);
  return { municipalityIndex, questionSetId: questionSet.id, vector, numbers };
}

/** The same answers, two bytes each, as scales of more than 200 levels have them. */
function widened(column: Column): Column {
  if (column.option !== undefined || (column.question.type !== 'SCALE' && column.question.type !== 'CHOICE'))
    return column;
  if (column.states.BYTES_PER_ELEMENT === 2) return column;
  return {
    ...column,
    states: Uint16Array.from(column.states, (state) => (state >= 200 ? WIDE_REASONS + state : state)),
  };
}

/** What the columns of a round are built of, by the municipalities' own rows. */
export function columnInput({ history, municipalities }: RandomStudy, round: StudyRound): RoundColumnsInput {
  const { code, year, questionSet, handIns } = round;
  const rowOf = new Map(municipalities.map((municipality, row) => [municipality.code, row]));
  return {
    code,
    year,
    questionSet,
    questionSets: new Map(history.map((set) => [set.id, set])),
    panel: municipalities,
    submissions: handIns.map((handIn) => sourceOf(handIn, rowOf.get(handIn.municipality) ?? -1)),
  };
}

/** The columns of a round; every other question is widened where the study asks for it. */
export function domainRound(study: RandomStudy, round: StudyRound): RoundColumns {
  const { code, year, questionSet, size, columns } = buildRoundColumns(carryOver(columnInput(study, round)));
  if (!study.isWide) return { code, year, questionSet, size, columns };
  const some = [...columns].map(([key, column], index) => [key, index % 2 === 0 ? widened(column) : column] as const);
  return { code, year, questionSet, size, columns: new Map(some) };
}
