import { BOOLEAN_SCALE, NO_SCALE, type Scale } from '../scale/scale.js';
import type { LocalizedText } from '../text/localized-text.js';
import type {
  AnswerableType,
  GridAxisItem,
  Question,
  QuestionDefinition,
  QuestionSet,
  QuestionSetDocument,
} from './question-set.js';

/** Code of a grid cell: `<grid>.<row>.<column>`. */
export const cellCode = (grid: string, row: string, column: string): string => `${grid}.${row}.${column}`;

/** Wording of a grid cell in every language that the grid, its row and its column share. */
function cellText(grid: LocalizedText, row: LocalizedText, column: LocalizedText): LocalizedText {
  return Object.fromEntries(
    Object.keys(grid).map((locale) => [
      locale,
      `${grid[locale] ?? ''}: ${row[locale] ?? Object.values(row)[0] ?? ''} – ${column[locale] ?? Object.values(column)[0] ?? ''}`,
    ]),
  );
}

function answerable(
  definition: QuestionDefinition,
  type: AnswerableType,
  scale: Scale,
  section: string,
  position: number,
): Question {
  const { rows: _rows, columns: _columns, type: _type, scale: _scale, polarity, ...rest } = definition;
  return { ...rest, type, scale, polarity: polarity ?? scale.polarity, section, position };
}

/**
 * Makes a document ready for use: grids expanded row by row, scales resolved.
 * @param id identity of the question set
 * @param document a document without faults (check-question-set.ts); an unknown scale counts as one without levels
 * @returns questions in the order of the sheet, `position` from 0 without gaps. Total: never throws.
 */
export function prepareQuestionSet(id: string, document: QuestionSetDocument): QuestionSet {
  const scales = new Map(document.scales.map((scale) => [scale.code, scale]));
  const scaleOf = (definition: QuestionDefinition): Scale => {
    const named = definition.scale === undefined ? undefined : scales.get(definition.scale);
    if (definition.type !== 'BOOLEAN') return named ?? NO_SCALE;
    // A scale named by a BOOLEAN lends its missing codes; the levels are false and true all the same.
    return named === undefined
      ? BOOLEAN_SCALE
      : { ...BOOLEAN_SCALE, code: named.code, missing: named.missing, polarity: named.polarity };
  };
  const questions: Question[] = [];
  for (const section of document.sections) {
    for (const definition of section.questions) {
      if (definition.type !== 'GRID') {
        questions.push(answerable(definition, definition.type, scaleOf(definition), section.code, questions.length));
        continue;
      }
      for (const row of definition.rows ?? []) {
        for (const column of definition.columns ?? []) {
          questions.push(cellOf(definition, row, column, scaleOf(definition), section.code, questions.length));
        }
      }
    }
  }
  return {
    id,
    year: document.year,
    revision: document.revision,
    document,
    questions,
    byCode: new Map(questions.map((question) => [question.code, question])),
  };
}

function cellOf(
  grid: QuestionDefinition,
  row: GridAxisItem,
  column: GridAxisItem,
  scale: Scale,
  section: string,
  position: number,
): Question {
  return {
    ...answerable(grid, 'SCALE', scale, section, position),
    code: cellCode(grid.code, row.code, column.code),
    text: cellText(grid.text, row.text, column.text),
    grid: { code: grid.code, row: row.code, column: column.code },
  };
}

/** Codes that a selection names: a question's own, or all cells of a grid. Null for a code that the set lacks. */
export function codesNamed(questionSet: QuestionSet, code: string): readonly string[] | null {
  if (questionSet.byCode.has(code)) return [code];
  const cells = questionSet.questions
    .filter((question) => question.grid?.code === code)
    .map((question) => question.code);
  return cells.length === 0 ? null : cells;
}
