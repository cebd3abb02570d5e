/** A cell of a sheet; null is an empty cell. */
export type SheetCell = string | number | boolean | null;

/** Longest text of a cell, in UTF-16 units, as Excel counts. */
export const MAX_TEXT = 32_767;
export const MAX_COLUMNS = 16_384;
/** Rows of a sheet below its header. */
export const MAX_ROWS = 1_048_575;

/** What XML 1.0 forbids, CR (which a reader would turn into LF), and lone surrogates. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text of a cell as XML: cut to 32,767 characters, forbidden characters as `_xHHHH_` (ECMA-376, ST_Xstring), and text that
 * looks like such an escape with its underscore escaped.
 */
export function xmlText(text: string): string {
  const isCutInPair = text.length > MAX_TEXT && /[\ud800-\udbff]/.test(text[MAX_TEXT - 1] ?? '');
  return text
    .slice(0, isCutInPair ? MAX_TEXT - 1 : MAX_TEXT)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(FORBIDDEN, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found);
}

/** `A`, `Z`, `AA` … for a column from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/**
 * A row as XML. Text is inline and never a formula.
 * @param styles formats of the cells, as positions in the cellXfs of the workbook's styles; one with a format is written even
 *   where it is empty. Without it, no cell has one.
 * @throws RangeError for a number that is not finite
 */
export function rowXml(
  number: number,
  cells: readonly SheetCell[],
  letters: readonly string[],
  styles: readonly number[] = [],
): string {
  let xml = `<row r="${number}">`;
  cells.forEach((cell, index) => {
    const style = styles[index];
    const place = `r="${letters[index] ?? columnLetters(index)}${number}"${style === undefined ? '' : ` s="${style}"`}`;
    if (cell === null) {
      if (style !== undefined) xml += `<c ${place}/>`;
      return;
    }
    if (typeof cell === 'string')
      xml += `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
    else if (typeof cell === 'boolean') xml += `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
    else if (!Number.isFinite(cell)) throw new RangeError(`A sheet cannot hold the number ${cell}.`);
    else xml += `<c ${place}><v>${cell}</v></c>`;
  });
  return `${xml}</row>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Start of a sheet: first row frozen, widths in characters. */
export const sheetStart = (widths: readonly number[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

export const SHEET_END = '</sheetData></worksheet>';

/** What a spreadsheet checks or offers while somebody types. */
export interface DataValidation {
  /** Cells and areas, e.g. `G2` or `G4:G9`. */
  readonly areas: readonly string[];
  readonly type: 'list' | 'whole' | 'decimal' | 'textLength';
  readonly operator?: 'between' | 'lessThanOrEqual' | 'greaterThanOrEqual';
  /** At most 255 characters each; a list is named by its cells. */
  readonly formulas: readonly string[];
  /** What is said of anything else, which is then refused; without it anything else may be typed. */
  readonly error?: { readonly title: string; readonly message: string };
}

/** Longest formula, title and message of a data validation, in characters, as Excel takes them. */
export const MAX_VALIDATION = { formula: 255, title: 32, message: 225 } as const;
/** Areas of one data validation; more are spread over several. */
const MAX_AREAS = 400;

function validationXml({ areas, type, operator, formulas, error }: DataValidation): string {
  const says =
    error === undefined
      ? ''
      : ` showErrorMessage="1" errorTitle="${xmlText(error.title)}" error="${xmlText(error.message)}"`;
  const compared = operator === undefined ? '' : ` operator="${operator}"`;
  return `<dataValidation type="${type}"${compared} allowBlank="1"${says} sqref="${areas.join(' ')}">${formulas
    .map((formula, index) => `<formula${index + 1}>${xmlText(formula)}</formula${index + 1}>`)
    .join('')}</dataValidation>`;
}

/** End of a sheet whose cells are checked. @throws RangeError for a formula or text that is longer than Excel takes */
export function sheetEnd(validations: readonly DataValidation[]): string {
  const all = validations.flatMap((validation) =>
    Array.from({ length: Math.ceil(validation.areas.length / MAX_AREAS) }, (_, index) => ({
      ...validation,
      areas: validation.areas.slice(index * MAX_AREAS, (index + 1) * MAX_AREAS),
    })),
  );
  for (const { formulas, error } of all)
    if (
      formulas.some(({ length }) => length > MAX_VALIDATION.formula) ||
      (error?.title.length ?? 0) > MAX_VALIDATION.title ||
      (error?.message.length ?? 0) > MAX_VALIDATION.message
    )
      throw new RangeError(`A data validation is too long: ${formulas.join(', ').slice(0, 300)}`);
  const written =
    all.length === 0
      ? ''
      : `<dataValidations count="${all.length}">${all.map(validationXml).join('')}</dataValidations>`;
  return `</sheetData>${written}</worksheet>`;
}

const DEFAULT_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>';

/**
 * The parts of a workbook other than its sheets, by name.
 * @param sheets names in order; `hidden` ones are there for formulas alone, and the first is never one of them
 * @param styles content of the styleSheet element; by default one format for all cells
 */
export function workbookParts(
  sheets: readonly (string | { readonly name: string; readonly hidden: boolean })[],
  styles = DEFAULT_STYLES,
): readonly (readonly [string, string])[] {
  const numbered = sheets.map((sheet, index) => ({
    ...(typeof sheet === 'string' ? { name: sheet, hidden: false } : sheet),
    number: index + 1,
  }));
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${numbered
        .map(
          ({ number }) =>
            `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
        )
        .join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered
        .map(
          ({ name, number, hidden }) =>
            `<sheet name="${xmlText(name)}" sheetId="${number}"${hidden ? ' state="hidden"' : ''} r:id="rId${number}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbered
        .map(
          ({ number }) =>
            `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`],
  ];
}
