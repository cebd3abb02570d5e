import { canonicalJson, cellCode, type LocalizedText, type QuestionDefinition } from '@reflexbogen/domain';
import type { FormRow } from './form-table.js';
import { exactTexts } from './form-texts.js';
import { nameInForm } from './form-sheets.js';
import { asInCells } from './own-cells.js';
import type { XlsformFindings } from './xlsform-fault.js';

/** A row of a matrix as an export writes it. */
interface MatrixRow {
  readonly name: string;
  readonly code: string;
  readonly label: LocalizedText;
  readonly isHeading: boolean;
}

const rowOf = (code: string, label: LocalizedText, isHeading: boolean): MatrixRow => ({
  name: nameInForm(code),
  code,
  label,
  isHeading,
});

/** The rows of a grid in a form: once per column a row that heads the levels, then a row per item. */
export const matrixRowsOf = (grid: QuestionDefinition): readonly MatrixRow[] =>
  (grid.columns ?? []).flatMap((column) => [
    rowOf(`${grid.code}.${column.code}.heading`, column.text, true),
    ...(grid.rows ?? []).map((item) => rowOf(cellCode(grid.code, item.code, column.code), item.text, false)),
  ]);

/**
 * A grid comes back from the columns of our own. What somebody has changed in the rows that show it would be lost without a
 * word: every row that is not as it was written is listed, and every one that is gone.
 */
export function checkMatrix(
  grid: QuestionDefinition,
  begin: FormRow,
  rows: readonly FormRow[],
  language: string,
  findings: XlsformFindings,
): void {
  const type = `select_one ${grid.scale ?? ''}`;
  const expected = new Map(matrixRowsOf(grid).map((row) => [row.name, row]));
  const why = 'a matrix of ours is read from its reflexbogen columns; change those';
  for (const row of rows) {
    const name = row.text('name') ?? '';
    const written = expected.get(name);
    const label = exactTexts(row, 'label', language, findings);
    const isRequired = (row.text('required') ?? '') !== '';
    const isSame =
      written !== undefined &&
      row.text('type') === type &&
      canonicalJson(asInCells(written.label)) === canonicalJson(asInCells(label ?? {})) &&
      (written.isHeading || isRequired === grid.required);
    if (isSame) row.dismiss();
    else row.leaveOut(`row ${name} of the matrix ${grid.code}`, why);
    expected.delete(name);
  }
  for (const { name } of expected.values())
    findings.leaveOut(begin.place('name'), `row ${name} of the matrix ${grid.code}, which is gone`, why);
}
