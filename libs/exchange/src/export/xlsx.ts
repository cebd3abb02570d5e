import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { codebookRows, missingKindRows } from './codebook.js';
import { textIn, type Dataset, type DatasetRow } from './dataset.js';
import { inChunks } from './long-csv-text.js';
import { cellAt, isMissing, levelCodes, missingMark, wideNames } from './wide-csv-columns.js';
import {
  columnLetters,
  MAX_COLUMNS,
  MAX_ROWS,
  MAX_TEXT,
  rowXml,
  SHEET_END,
  sheetStart,
  workbookParts,
  type SheetCell,
} from './xlsx-xml.js';

export interface XlsxOptions {
  /** Rows of a Data sheet below its header; more continue on "Data 2" (default 1,048,575, Excel's limit). */
  readonly rowsPerSheet?: number;
}

interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: () => AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>;
}

/**
 * The wide table as an Excel workbook with the sheets Data (Data 2 …), Codebook, Missing codes and About. Columns as in the wide
 * CSV. Texts are inline strings and never formulas, so nothing is guarded; numbers and booleans are typed; instants are ISO 8601
 * text in UTC. Text over 32,767 characters is cut, as Excel holds no more. Memory: one chunk.
 * @throws RangeError before the first byte where the data need more than 16,384 columns
 */
export async function* writeXlsx(dataset: Dataset, options: XlsxOptions = {}): AsyncGenerator<Uint8Array> {
  const rowsPerSheet = options.rowsPerSheet ?? MAX_ROWS;
  const header = headerOf(dataset);
  if (header.length > MAX_COLUMNS)
    throw new RangeError(
      `A sheet holds ${MAX_COLUMNS} columns, the data need ${header.length}. Take the long CSV or Parquet instead.`,
    );
  const rows = dataset.rows()[Symbol.asyncIterator]();
  const count = Math.max(1, Math.ceil(dataset.rowCount / rowsPerSheet));
  const sheets: readonly Sheet[] = [
    ...Array.from({ length: count }, (_, index) => ({
      name: index === 0 ? 'Data' : `Data ${index + 1}`,
      widths: header.map((name) => Math.min(30, Math.max(10, name.length + 2))),
      // The last sheet takes what is left.
      rows: () => dataRows(dataset, header, rows, index === count - 1 ? MAX_ROWS : rowsPerSheet),
    })),
    {
      name: 'Codebook',
      widths: [12, 24, 24, 16, 10, 10, 10, 60, 16, 8, 16, 12, 10],
      rows: () => codebookSheet(dataset),
    },
    { name: 'Missing codes', widths: [20, 70], rows: () => missingSheet() },
    { name: 'About', widths: [24, 100], rows: () => aboutSheet(dataset) },
  ];
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // A fixed time: the same data give the same bytes.
  const entry = { mtime: new Date('2000-01-01T00:00:00Z') };
  for (const [name, content] of workbookParts(sheets.map(({ name }) => name)))
    zip.addBuffer(Buffer.from(content), name, entry);
  const streams = sheets.map((sheet, index) => {
    const stream = Readable.from(inChunks(sheetXml(sheet)), { objectMode: false });
    stream.once('error', (error) => output.destroy(error));
    zip.addReadStream(stream, `xl/worksheets/sheet${index + 1}.xml`, entry);
    return stream;
  });
  zip.end();
  try {
    for await (const chunk of output) yield chunk as Buffer;
  } finally {
    for (const stream of streams) stream.destroy();
    await rows.return?.();
  }
}

async function* sheetXml({ widths, rows }: Sheet): AsyncGenerator<string> {
  const letters = widths.map((_, index) => columnLetters(index));
  yield sheetStart(widths);
  let number = 0;
  for await (const row of rows()) yield rowXml((number += 1), row, letters);
  yield SHEET_END;
}

function headerOf(dataset: Dataset): readonly string[] {
  const { row, attributes, submittedAt, variables } = wideNames(dataset);
  return [...row, ...attributes, submittedAt, ...variables.flatMap(({ value, missing }) => [value, missing])];
}

async function* dataRows(
  dataset: Dataset,
  header: readonly string[],
  rows: AsyncIterator<DatasetRow>,
  limit: number,
): AsyncGenerator<readonly SheetCell[]> {
  const codes = dataset.variables.map(levelCodes);
  yield header;
  for (let taken = 0; taken < limit; taken += 1) {
    const next = await rows.next();
    if (next.done === true) return;
    const row = next.value;
    const cells: SheetCell[] = [
      dataset.study.slug,
      row.municipality.code,
      row.municipality.name,
      row.municipality.officialKey,
      row.round.code,
      row.round.year,
      ...dataset.attributes.map((_, index) => row.attributes[index] ?? null),
      row.submittedAt.toISOString(),
    ];
    dataset.variables.forEach((variable, index) => {
      const cell = cellAt(row, index);
      if (isMissing(cell)) cells.push(null, missingMark(variable, cell));
      else if (typeof cell === 'string') cells.push(cell, null);
      else if (variable.type === 'LEVEL') cells.push(codes[index]?.(cell) ?? null, null);
      else cells.push(variable.type === 'BOOLEAN' ? cell === 1 : cell, null);
    });
    yield cells;
  }
}

function* codebookSheet(dataset: Dataset): Generator<readonly SheetCell[]> {
  yield [
    ...['about', 'variable', 'question', 'option', 'revision', 'type', 'ordered', 'label'],
    ...['code', 'value', 'missing', 'unit', 'decimals'],
  ];
  for (const row of codebookRows(dataset))
    yield [
      ...[row.about, row.variable, row.question, row.option, row.revision, row.type, row.ordered, row.label],
      ...[row.code, row.value, row.missing, row.unit, row.decimals],
    ];
}

function* missingSheet(): Generator<readonly SheetCell[]> {
  yield ['missing', 'meaning'];
  for (const { kind, meaning } of missingKindRows()) yield [kind, meaning];
}

function aboutSheet(dataset: Dataset): readonly (readonly SheetCell[])[] {
  return [
    ['About', textIn(dataset.study.title, dataset.locale)],
    ['Study', dataset.study.slug],
    ['Snapshot taken at', dataset.takenAt.toISOString()],
    ['Submissions', dataset.rowCount],
    [
      'Data',
      'One row per submission. Per variable its value (level code, number, boolean or text) and why it is missing.',
    ],
    ['Codebook', 'A row per variable, then a row per level and per missing code of its scale.'],
    [
      'Missing codes',
      'What the columns that end in __missing say. KIND:code where a scale has several codes of a kind.',
    ],
    [
      'Long texts',
      `A cell holds ${MAX_TEXT} characters; longer text is cut here. The CSV and Parquet files have it whole.`,
    ],
  ];
}
