import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { columnLetters, rowXml, SHEET_END, sheetStart, workbookParts, type SheetCell } from '../export/xlsx-xml.js';

// For specs only.

export type SheetOf = readonly (readonly SheetCell[])[];

/** A zip of parts. */
export async function zipOf(parts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The parts of a workbook with these sheets. */
export function partsOf(sheets: Readonly<Record<string, SheetOf>>): Map<string, string> {
  const parts = new Map(workbookParts(Object.keys(sheets)));
  Object.values(sheets).forEach((rows, index) => {
    const letters = Array.from({ length: 30 }, (_, column) => columnLetters(column));
    const xml = rows.map((cells, row) => rowXml(row + 1, cells, letters)).join('');
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetStart([10]) + xml + SHEET_END);
  });
  return parts;
}

export const aWorkbook = (sheets: Readonly<Record<string, SheetOf>>): Promise<Uint8Array> => zipOf(partsOf(sheets));

/** A survey by its rows, with a list yes_no. */
export const aForm = (survey: SheetOf, more: Readonly<Record<string, SheetOf>> = {}): Promise<Uint8Array> =>
  aWorkbook({
    survey,
    choices: [
      ['list_name', 'name', 'label'],
      ['yes_no', 'yes', 'Yes'],
      ['yes_no', 'no', 'No'],
    ],
    settings: [
      ['form_title', 'default_language'],
      ['A form', 'English (en)'],
    ],
    ...more,
  });
