import type { Dataset } from './dataset.js';
import { csvLine, guarded, guardedCode, inChunks, numberText, type CsvOptions } from './long-csv-text.js';
import { cellAt, isMissing, levelCodes, missingMark, wideNames } from './wide-csv-columns.js';

/**
 * One line per submission as CSV (RFC 4180, UTF-8, `\n`, header). Each variable has two columns: its value (level code,
 * number, `true`/`false`, text) and `<name>__missing`. Exactly one of the two says something: a missing cell has an empty value
 * and its kind in the second column, a value has an empty second column. So no level code or text can be mistaken for a missing
 * code, and an empty text stays apart from no answer. Text that a spreadsheet would run is guarded by an apostrophe, see
 * `guarded`; the R script takes it away. Memory: one chunk.
 */
export function writeWideCsv(dataset: Dataset, options: CsvOptions = {}): AsyncGenerator<Uint8Array> {
  return inChunks(lines(dataset, options.guardFormulas ?? true));
}

async function* lines(dataset: Dataset, isGuarded: boolean): AsyncGenerator<string> {
  const text = isGuarded ? guarded : (value: string) => value;
  const code = isGuarded ? guardedCode : (value: string) => value;
  const names = wideNames(dataset);
  const codes = dataset.variables.map(levelCodes);
  yield csvLine([
    ...names.row,
    ...names.attributes,
    names.submittedAt,
    ...names.variables.flatMap(({ value, missing }) => [value, missing]),
  ]);
  for await (const row of dataset.rows()) {
    const cells = [
      code(dataset.study.slug),
      code(row.municipality.code),
      text(row.municipality.name),
      code(row.municipality.officialKey),
      code(row.round.code),
      String(row.round.year),
      ...dataset.attributes.map((_, index) => text(row.attributes[index] ?? '')),
      row.submittedAt.toISOString(),
    ];
    dataset.variables.forEach((variable, index) => {
      const cell = cellAt(row, index);
      if (isMissing(cell)) cells.push('', missingMark(variable, cell));
      else if (typeof cell === 'string') cells.push(text(cell), '');
      else if (variable.type === 'LEVEL') cells.push(code(codes[index]?.(cell) ?? ''), '');
      else cells.push(variable.type === 'BOOLEAN' ? String(cell === 1) : numberText(cell), '');
    });
    yield csvLine(cells);
  }
}
