import { cochranQ, friedman, type SeriesPattern, type SeriesTest } from '../statistics/series-tests.js';
import { FIRST_MISSING, WIDE_REASONS } from '../response/answer-state.js';
import { comparabilityOf } from './comparability.js';
import { columnKey, type Column, type RoundColumns } from './comparison.types.js';
import type { QuestionSet } from '../question-set/question-set.js';

/** Whether a question's level is the same in all rounds that asked it. */
export interface SeriesChange extends SeriesTest {
  readonly method: 'COCHRAN_Q' | 'FRIEDMAN';
  /** Codes of the rounds that the test compares. */
  readonly rounds: readonly string[];
}

/**
 * Tests a whole series: Cochran's Q for BOOLEAN questions and options, Friedman's test for ordered scales and NUMBER.
 * Complete cases only: municipalities with a valid answer in every round that asked.
 * @returns null for nominal questions, for fewer than three rounds that asked, and where a recode or a BREAK lies between
 *   them, since ranks of different scales do not make one series
 * Source: docs/methodology.md#numbers-beyond-the-counts
 */
export function seriesChange(
  rounds: readonly RoundColumns[],
  question: string,
  history: readonly QuestionSet[],
  { option, selection }: { readonly option?: string; readonly selection?: Uint8Array } = {},
): SeriesChange | null {
  const asked = rounds.flatMap((round) => {
    const column = round.columns.get(columnKey(question, option));
    return column === undefined ? [] : [{ round, column }];
  });
  const first = asked[0];
  if (first === undefined || asked.length < 3 || !hasOrder(first.column)) return null;
  const isOneScale = asked.slice(1).every(({ round, column }) => {
    const verdict = comparabilityOf(question, first.round.questionSet, round.questionSet, history)?.verdict;
    return verdict !== 'BREAK' && verdict !== 'RECODED' && sameLevels(first.column, column);
  });
  if (!isOneScale) return null;
  const patterns = patternsOf(
    asked.map(({ column }) => column),
    selection,
  );
  const isYesNo = option !== undefined || first.column.question.type === 'BOOLEAN';
  const test = isYesNo ? cochranQ(patterns, asked.length) : friedman(patterns, asked.length);
  return { ...test, method: isYesNo ? 'COCHRAN_Q' : 'FRIEDMAN', rounds: asked.map(({ round }) => round.code) };
}

const hasOrder = ({ question, option }: Column): boolean =>
  option !== undefined ||
  question.type === 'NUMBER' ||
  question.type === 'BOOLEAN' ||
  (question.type === 'SCALE' && question.scale.ordered && question.reportsChangeOf === undefined);

const sameLevels = (a: Column, b: Column): boolean =>
  a.question.type === b.question.type &&
  a.question.scale.levels.map(({ code }) => code).join('\n') ===
    b.question.scale.levels.map(({ code }) => code).join('\n');

/** The complete cases by what they answered, round by round. */
function patternsOf(columns: readonly Column[], selection: Uint8Array | undefined): readonly SeriesPattern[] {
  const patterns = new Map<string, { values: readonly number[]; count: number }>();
  const size = columns[0]?.states.length ?? 0;
  for (let row = 0; row < size; row += 1) {
    if (selection !== undefined && (selection[row]! & 1) === 0) continue;
    const values: number[] = [];
    for (const column of columns) {
      const value = valueAt(column, row);
      if (value === null) break;
      values.push(value);
    }
    if (values.length < columns.length) continue;
    const key = values.join(' ');
    const known = patterns.get(key);
    if (known === undefined) patterns.set(key, { values, count: 1 });
    else known.count += 1;
  }
  return [...patterns.values()];
}

function valueAt({ states, numbers }: Column, row: number): number | null {
  const state = states[row]!;
  const isValid = states.BYTES_PER_ELEMENT === 2 ? state < WIDE_REASONS : state < FIRST_MISSING;
  if (!isValid) return null;
  return numbers === undefined ? state : numbers[row]!;
}
