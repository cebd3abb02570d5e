import type { QuestionSet } from '@reflexbogen/domain';
import { quote, SHEET_COLUMNS, type SheetColumnCode, type SheetFaults } from './sheet-file.js';
import type { SheetTable } from './sheet-table.js';

/** By code: which column of the file it is, from 0. */
export type SheetColumns = ReadonlyMap<SheetColumnCode, number>;

const EXPECTED = SHEET_COLUMNS.map(({ code }) => code).join(', ');

/**
 * Finds the columns by their headings, codes or German or English words, in any order. Cells of the heading that are empty are
 * none; content below them is a fault of its own.
 * @returns null where a heading is of no column, stands there twice or is missing although it is needed, with every fault
 */
export function columnsOf(table: SheetTable, questionSet: QuestionSet, faults: SheetFaults): SheetColumns | null {
  const { header, sheet } = table;
  const before = faults.faults.length;
  const columns = new Map<SheetColumnCode, number>();
  for (const [index, cell] of [...header.cells].sort(([a], [b]) => a - b)) {
    const place = { sheet, row: header.number, column: index };
    if ('refused' in cell) {
      faults.add('FORMULA', place, `The heading holds ${cell.refused}.`, EXPECTED);
      continue;
    }
    const heading = cell.text.trim().toLowerCase();
    if (heading === '') continue;
    const column = SHEET_COLUMNS.find(({ code, heading: { de, en } }) =>
      [code, de.toLowerCase(), en.toLowerCase()].includes(heading),
    );
    if (column === undefined)
      faults.add(
        'UNKNOWN_COLUMN',
        place,
        `The column ${quote(cell.text)} is no part of the sheet and would be lost.`,
        `${EXPECTED}; remarks belong into the comment`,
      );
    else if (columns.has(column.code))
      faults.add('DUPLICATE_COLUMN', place, `The column ${column.code} stands there twice.`, 'each column once');
    else columns.set(column.code, index);
  }
  const needsOptions = questionSet.questions.some(({ type }) => type === 'MULTI_CHOICE');
  for (const code of ['question', 'answer', ...(needsOptions ? (['option'] as const) : [])] as const)
    if (!columns.has(code))
      faults.add(
        'MISSING_COLUMN',
        { sheet, row: header.number, column: null },
        `There is no column ${code}.`,
        EXPECTED,
      );
  return faults.faults.length === before ? columns : null;
}
