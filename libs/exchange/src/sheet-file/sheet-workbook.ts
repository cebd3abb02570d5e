import { MAX_TEXT, numberText, type Question } from '@reflexbogen/domain';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import {
  columnLetters,
  MAX_ROWS,
  rowXml,
  SHEET_END,
  sheetEnd,
  sheetStart,
  workbookParts,
  type DataValidation,
  type SheetCell,
} from '../export/xlsx-xml.js';
import type { ChoicesOf } from './answer-choices.js';
import { LISTS_SHEET, MARK, SHEET_COLUMNS, SHEET_NAMES, type IdentityKey, type Language } from './sheet-file.js';
import type { SheetRow } from './sheet-rows.js';

/** A row as it is written: what is asked, and what has been answered. */
export interface FilledRow extends SheetRow {
  readonly answer: string | number;
  readonly comment: string;
}

/** Positions in the cellXfs below. */
const STYLE = { plain: 0, heading: 1, code: 2, asked: 3, text: 4, number: 5 } as const;

/** Codes are grey, what is to be filled in is light yellow; cells for text are of the format Text, so that nothing is converted. */
const STYLES = (() => {
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
  const fill = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const border = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
  const format = (numFmt: number, fontId: number, fillId: number, borderId: number) =>
    `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const [general, text] = [0, 49];
  return [
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('D9D9D9')}${fill('F2F2F2')}${fill('FFFBE6')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    format(text, 1, 3, 1),
    format(text, 0, 2, 1),
    format(text, 0, 0, 1),
    format(text, 0, 4, 1),
    format(general, 0, 4, 1),
    '</cellXfs>',
  ].join('');
})();

const ERRORS = {
  de: {
    title: 'Das passt hier nicht',
    list: 'Bitte einen Eintrag der Liste wählen oder die Zelle leer lassen.',
    number: 'Bitte eine Zahl eingeben, wie in der Spalte Zulässig beschrieben, oder die Zelle leer lassen.',
    text: `Bitte höchstens ${MAX_TEXT} Zeichen eingeben.`,
  },
  en: {
    title: 'This does not fit here',
    list: 'Please choose an entry of the list or leave the cell empty.',
    number: 'Please enter a number as described in the column Allowed, or leave the cell empty.',
    text: `Please enter at most ${MAX_TEXT} characters.`,
  },
} as const;

/** The hidden sheet of lists: every list once, below each other in one column, since a formula holds 255 characters at most. */
class Lists {
  readonly entries: string[] = [];
  private readonly ranges = new Map<string, string>();

  /** The cells of a list, as a formula. */
  rangeOf(entries: readonly string[]): string {
    const key = entries.join('\n');
    const known = this.ranges.get(key);
    if (known !== undefined) return known;
    const first = this.entries.length + 1;
    this.entries.push(...entries);
    const range = `${LISTS_SHEET}!$A$${first}:$A$${this.entries.length}`;
    this.ranges.set(key, range);
    return range;
  }
}

/** What a spreadsheet checks in the answer's cell; null where any content is fine until it is read. */
function validationOf(
  { question, option }: SheetRow,
  choicesOf: ChoicesOf,
  lists: Lists,
  language: Language,
): Omit<DataValidation, 'areas'> | null {
  const { title, ...messages } = ERRORS[language];
  if (option !== null)
    return { type: 'list', formulas: [lists.rangeOf([MARK])], error: { title, message: messages.list } };
  const entries = choicesOf(question).all.map(({ entry }) => entry);
  const isFree = question.type === 'NUMBER' || question.type === 'TEXT';
  if (entries.length > 0) {
    const list = { type: 'list', formulas: [lists.rangeOf(entries)] } as const;
    // A list beside numbers or text offers the missing codes; anything else may be typed.
    return isFree ? list : { ...list, error: { title, message: messages.list } };
  }
  if (question.type === 'TEXT') return textLength(language);
  if (question.type === 'NUMBER') return { ...range(question), error: { title, message: messages.number } };
  return null;
}

const textLength = (language: Language): Omit<DataValidation, 'areas'> => ({
  type: 'textLength',
  operator: 'lessThanOrEqual',
  formulas: [String(MAX_TEXT)],
  error: { title: ERRORS[language].title, message: ERRORS[language].text },
});

function range({ min, max, decimals }: Question): Omit<DataValidation, 'areas'> {
  const type = decimals === 0 ? 'whole' : 'decimal';
  if (min !== undefined && max !== undefined)
    return { type, operator: 'between', formulas: [numberText(min), numberText(max)] };
  if (max !== undefined) return { type, operator: 'lessThanOrEqual', formulas: [numberText(max)] };
  return { type, operator: 'greaterThanOrEqual', formulas: [min === undefined ? '-999999999999999' : numberText(min)] };
}

/** Cells of one column as areas: rows that follow each other are one. */
function areasOf(rows: readonly number[], letter: string): readonly string[] {
  const areas: [number, number][] = [];
  for (const row of rows) {
    const last = areas.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else areas.push([row, row]);
  }
  return areas.map(([from, to]) => (from === to ? `${letter}${from}` : `${letter}${from}:${letter}${to}`));
}

const HEADING_STYLES = SHEET_COLUMNS.map(() => STYLE.heading);
const LETTERS = SHEET_COLUMNS.map((_, index) => columnLetters(index));
const letterOf = (code: (typeof SHEET_COLUMNS)[number]['code']): string =>
  LETTERS[SHEET_COLUMNS.findIndex((column) => column.code === code)] ?? '';

function answersXml(rows: readonly FilledRow[], choicesOf: ChoicesOf, lists: Lists, language: Language): string {
  const rowsByRule = new Map<string, { readonly rule: Omit<DataValidation, 'areas'>; readonly rows: number[] }>();
  const questionRows: number[] = [];
  let xml =
    sheetStart(SHEET_COLUMNS.map(({ width }) => width)) +
    rowXml(
      1,
      SHEET_COLUMNS.map(({ heading }) => heading[language]),
      LETTERS,
      HEADING_STYLES,
    );
  rows.forEach((row, index) => {
    const number = index + 2;
    const { question, option, section, text, type, allowed, answer, comment } = row;
    const cells: readonly SheetCell[] = [
      ...[section, question.code, option ?? '', text, type, allowed],
      answer,
      comment,
    ].map((cell) => (cell === '' ? null : cell));
    const isNumber = question.type === 'NUMBER';
    const { code, asked, text: filled, number: filledNumber } = STYLE;
    const styles = [asked, code, code, asked, asked, asked, isNumber ? filledNumber : filled];
    xml += rowXml(number, cells, LETTERS, [...styles, option === null ? filled : code]);
    if (option === null) questionRows.push(number);
    const rule = validationOf(row, choicesOf, lists, language);
    if (rule === null) return;
    const key = JSON.stringify(rule);
    const same = rowsByRule.get(key) ?? { rule, rows: [] };
    same.rows.push(number);
    rowsByRule.set(key, same);
  });
  const validations = [...rowsByRule.values()].map(({ rule, rows: numbers }) => ({
    ...rule,
    areas: areasOf(numbers, letterOf('answer')),
  }));
  return (
    xml + sheetEnd([...validations, { ...textLength(language), areas: areasOf(questionRows, letterOf('comment')) }])
  );
}

const HINTS = {
  de: {
    heading: ['Angabe (nicht ändern)', 'Wert (nicht ändern)', 'Bedeutung'],
    hints: [
      'Nur die gelben Zellen ausfüllen: Antwort und Bemerkung. Codes, Wortlaut und diese Seite nicht ändern.',
      `Antworten aus der Liste der Zelle wählen; bei Mehrfachauswahl ${MARK} in jede zutreffende Zeile.`,
      'Eine leere Zelle heißt: nicht beantwortet. Was schon gespeichert ist, löscht sie nur, wenn das beim Hochladen verlangt wird.',
      'Eigene Zeilen und Spalten und Formeln werden abgewiesen, damit nichts verloren geht; Anmerkungen gehören in die Bemerkung.',
    ],
  },
  en: {
    heading: ['Entry (do not change)', 'Value (do not change)', 'Meaning'],
    hints: [
      'Fill in the yellow cells only: answer and comment. Do not change codes, wordings or this page.',
      `Choose answers from the list of the cell; in a multiple choice put ${MARK} into every row that applies.`,
      'An empty cell means: not answered. It deletes what is already stored only if the upload asks for that.',
      'Rows and columns of your own and formulas are refused, so that nothing gets lost; remarks belong into the comment.',
    ],
  },
} as const;

function identityXml(identity: readonly (readonly [IdentityKey, string, string])[], language: Language): string {
  const { heading, hints } = HINTS[language];
  const rows: readonly (readonly SheetCell[])[] = [...identity, ...hints.map((hint) => [null, null, hint])];
  return (
    sheetStart([24, 40, 100]) +
    rowXml(1, heading, LETTERS, [STYLE.heading, STYLE.heading, STYLE.heading]) +
    rows.map((row, index) => rowXml(index + 2, row, LETTERS, [STYLE.code, STYLE.code, STYLE.asked])).join('') +
    SHEET_END
  );
}

/**
 * A sheet as a workbook: the answers with a list to choose from in each cell, whose sheet it is with hints, and the hidden lists.
 * @returns the same bytes for the same content
 * @throws RangeError where the sheet or its lists need more rows than a workbook holds
 */
export async function sheetWorkbook(
  rows: readonly FilledRow[],
  identity: readonly (readonly [IdentityKey, string, string])[],
  choicesOf: ChoicesOf,
  language: Language,
): Promise<Uint8Array> {
  const lists = new Lists();
  const answers = answersXml(rows, choicesOf, lists, language);
  if (rows.length > MAX_ROWS || lists.entries.length > MAX_ROWS)
    throw new RangeError(`A workbook holds ${MAX_ROWS} rows; this sheet needs more. Take CSV instead.`);
  const names = SHEET_NAMES[language];
  const sheets = [
    { name: names.answers, hidden: false, xml: answers },
    { name: names.identity, hidden: false, xml: identityXml(identity, language) },
    {
      name: LISTS_SHEET,
      hidden: true,
      xml:
        sheetStart([60]) +
        lists.entries.map((entry, index) => rowXml(index + 1, [entry], LETTERS)).join('') +
        SHEET_END,
    },
  ];
  const zip = new ZipFile();
  // A fixed time: the same content gives the same bytes.
  const entry = { mtime: new Date('2000-01-01T00:00:00Z') };
  for (const [name, content] of workbookParts(sheets, STYLES)) zip.addBuffer(Buffer.from(content), name, entry);
  sheets.forEach(({ xml }, index) => zip.addBuffer(Buffer.from(xml), `xl/worksheets/sheet${index + 1}.xml`, entry));
  zip.end();
  return buffer(zip.outputStream);
}
