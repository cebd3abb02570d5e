import { BOOLEAN_SCALE, localize, type QuestionSetDocument, type Scale } from '@reflexbogen/domain';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { columnLetters, MAX_TEXT, rowXml, SHEET_END, sheetStart, workbookParts } from '../export/xlsx-xml.js';
import { booleanListOf, headingsOf, languagesOf, OWN, writeTexts, type WrittenRow } from './form-sheets.js';
import { languageName } from './languages.js';
import { surveyRows } from './write-survey.js';

export interface WriteXlsformOptions {
  /** Name of the form for respondents; default `Question set YEAR`. */
  readonly title?: string;
  /** Identity of the form for tools; default `question_set_YEAR`. */
  readonly id?: string;
  /** Tag of the form's first language; default the first one used. */
  readonly language?: string;
}

/**
 * A question set as an XLSForm workbook with the sheets survey, choices and settings. What XLSForm has no word for (verdicts,
 * reported changes, boxes, polarity, missing codes, modules, checks that ask for a comment) stands in columns that begin with
 * `reflexbogen::`, which XLSForm tools ignore and `readXlsform` reads back: reading what was written gives an equal document.
 * Rules that XPath cannot say stand there alone: the form then asks or accepts more. Texts are inline strings, never formulas.
 * @param document one without faults
 * @returns the same bytes for the same document
 * @throws RangeError for a cell of more than 32,767 characters, which no workbook holds, naming its sheet, row and heading
 */
export async function writeXlsform(
  document: QuestionSetDocument,
  options: WriteXlsformOptions = {},
): Promise<Uint8Array> {
  const booleanList = booleanListOf(document.scales);
  const survey = surveyRows(document, booleanList);
  const choices = choiceRows(document, booleanList);
  const settings = settingsRow(document, options);
  const sheets: readonly (readonly [string, readonly WrittenRow[], readonly string[]])[] = [
    ['survey', survey, ['type', 'name']],
    ['choices', choices, ['list_name', 'name']],
    ['settings', [settings], ['form_title', 'form_id', 'version', 'default_language']],
  ];
  const zip = new ZipFile();
  // A fixed time: the same document gives the same bytes.
  const entry = { mtime: new Date('2000-01-01T00:00:00Z') };
  for (const [name, content] of workbookParts(sheets.map(([name]) => name)))
    zip.addBuffer(Buffer.from(content), name, entry);
  sheets.forEach(([name, rows, first], index) => {
    const xml = sheetXml(name, rows, headingsOf(rows, first));
    zip.addBuffer(Buffer.from(xml), `xl/worksheets/sheet${index + 1}.xml`, entry);
  });
  zip.end();
  return buffer(zip.outputStream);
}

function sheetXml(sheet: string, rows: readonly WrittenRow[], headings: readonly string[]): string {
  const letters = headings.map((_, index) => columnLetters(index));
  const lines = rows.map((row, index) => {
    const number = index + 2;
    const cells = headings.map((heading) => {
      const text = row.get(heading) ?? null;
      if (text !== null && text.length > MAX_TEXT)
        throw new RangeError(
          `A cell holds ${MAX_TEXT} characters; sheet ${sheet}, row ${number}, "${heading}" would need ${text.length}.`,
        );
      return text;
    });
    return rowXml(number, cells, letters);
  });
  const widths = headings.map((heading) => (heading.startsWith('label') ? 50 : 20));
  return sheetStart(widths) + rowXml(1, headings, letters) + lines.join('') + SHEET_END;
}

function choiceRows(document: QuestionSetDocument, booleanList: string): readonly WrittenRow[] {
  const rows = document.scales.flatMap(scaleRows);
  const asksBoolean = document.sections.some(({ questions }) => questions.some(({ type }) => type === 'BOOLEAN'));
  if (!asksBoolean) return rows;
  const yesNo = BOOLEAN_SCALE.levels.map(({ code, label }) => {
    const row: WrittenRow = new Map([
      ['list_name', booleanList],
      ['name', code],
      [`${OWN}builtin`, 'BOOLEAN'],
    ]);
    writeTexts(row, 'label', Object.fromEntries(languagesOf(document).map((tag) => [tag, localize(label, tag, 'en')])));
    return row;
  });
  return [...rows, ...yesNo];
}

function scaleRows({ code, ordered, polarity, boxes, levels, missing }: Scale): readonly WrittenRow[] {
  const rows = [
    ...levels.map((level) => {
      const row: WrittenRow = new Map([
        ['list_name', code],
        ['name', level.code],
      ]);
      writeTexts(row, 'label', level.label);
      if (level.direction !== undefined) row.set(`${OWN}direction`, level.direction);
      if (level.archived !== undefined) row.set(`${OWN}archived`, String(level.archived));
      return row;
    }),
    ...missing.map(({ code: name, kind, label }) => {
      const row: WrittenRow = new Map([
        ['list_name', code],
        ['name', name],
      ]);
      writeTexts(row, 'label', label);
      return row.set(`${OWN}missing`, kind);
    }),
  ];
  rows[0]?.set(`${OWN}scale`, JSON.stringify({ ordered, polarity, boxes }));
  return rows;
}

function settingsRow(document: QuestionSetDocument, options: WriteXlsformOptions): WrittenRow {
  const { year, revision, modules } = document;
  const row: WrittenRow = new Map([
    ['form_title', options.title ?? `Question set ${year}`],
    ['form_id', options.id ?? `question_set_${year}`],
    ['version', `${year}.${revision}`],
    [`${OWN}year`, String(year)],
    [`${OWN}revision`, String(revision)],
  ]);
  const language = options.language ?? languagesOf(document)[0];
  if (language !== undefined) row.set('default_language', languageName(language));
  if (modules !== undefined) row.set(`${OWN}modules`, JSON.stringify(modules));
  return row;
}
