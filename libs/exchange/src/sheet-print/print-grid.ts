import { labelOf, type GridAxisItem, type Question, type QuestionDefinition } from '@reflexbogen/domain';
import type { SheetPrinter } from './print-sheet.js';
import { filled } from './printed-sheet.js';
import { GREY, type Element, type TextStyle } from './tagged-pdf.js';

const PADDING = 4;
const STYLE = { size: 9 } as const;
const HEAD = { size: 9, face: 'bold' } as const;
/** Beside the headings of the rows; a wider grid goes on in a further table. */
const MOST_COLUMNS = 6;

/**
 * A grid as a table: what may be answered above it, a heading to every row and column, the answer in each cell; remarks and
 * last round's answers of cells below it.
 */
export function printGrid(printer: SheetPrinter, parent: Element, grid: QuestionDefinition): void {
  const { pdf, sheet, say } = printer;
  const { rows = [], columns = [] } = grid;
  const cellOf = (row: GridAxisItem, column: GridAxisItem): Question | undefined =>
    sheet.questionSet.byCode.get(`${grid.code}.${row.code}.${column.code}`);
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const question = cellOf(row, column);
      return question === undefined ? [] : [{ question, place: `${say(row.text)}, ${say(column.text)}` }];
    }),
  );
  const [first] = cells;
  if (first === undefined) return;
  const { levels, missing } = first.question.scale;
  const offered = [...levels.filter(({ archived }) => archived !== true), ...missing];
  pdf.text('P', parent, offered.map(({ label }) => say(label)).join(' · '), { size: 8, color: GREY });
  for (let start = 0; start < columns.length; start += MOST_COLUMNS)
    printTable(
      printer,
      parent,
      columns.slice(start, start + MOST_COLUMNS).map(({ text }) => say(text)),
      rows.map((row) => ({
        head: say(row.text),
        cells: columns.slice(start, start + MOST_COLUMNS).map((column) => {
          const question = cellOf(row, column);
          const value = question === undefined ? undefined : sheet.answers.get(question.code);
          return question === undefined || value === undefined ? '' : labelOf(question, value, sheet.locale);
        }),
      })),
    );
  for (const { question, place } of cells) printBeside(printer, parent, question, `${place}: `);
}

/** What stands beside an answer: last round's, and the remark. @param place what it belongs to; empty for a question by itself */
export function printBeside(
  { pdf, sheet, words }: SheetPrinter,
  parent: Element,
  question: Question,
  place = '',
): void {
  const previous = sheet.previous.get(question.code);
  if (previous !== undefined) {
    const value = labelOf(previous.question, previous.value, sheet.locale);
    pdf.text('P', parent, place + filled(words.previous, { year: previous.year, value }), { size: 8, color: GREY });
  }
  const comment = sheet.comments.get(question.code);
  if (comment !== undefined)
    pdf.text('P', parent, place + filled(words.comment, { text: comment }), { face: 'italic', size: 9 });
}

function printTable(
  { pdf }: SheetPrinter,
  parent: Element,
  heads: readonly string[],
  rows: readonly { readonly head: string; readonly cells: readonly string[] }[],
): void {
  pdf.space(4);
  const table = pdf.element('Table', parent);
  const stub = Math.min(190, pdf.width / 2.5);
  const width = (pdf.width - stub) / Math.max(1, heads.length);
  const widthOf = (index: number): number => (index === 0 ? stub : width);
  const heightOf = (texts: readonly string[], styleOf: (index: number) => TextStyle): number =>
    Math.max(...texts.map((text, index) => pdf.heightOf(text, widthOf(index) - 2 * PADDING, styleOf(index)))) +
    2 * PADDING;
  const draw = (
    texts: readonly string[],
    styleOf: (index: number) => TextStyle,
    write: (text: string, index: number, box: { x: number; y: number; width: number }) => void,
  ): void => {
    const height = heightOf(texts, styleOf);
    const { y } = pdf;
    let x = pdf.left;
    texts.forEach((text, index) => {
      const own = widthOf(index);
      const left = x;
      pdf.decorate((doc) => doc.strokeColor(GREY).lineWidth(0.5).rect(left, y, own, height).stroke());
      write(text, index, { x: x + PADDING, y: y + PADDING, width: own - 2 * PADDING });
      x += own;
    });
    pdf.space(height);
  };
  const headTexts = ['', ...heads];
  const headStyle = () => HEAD;
  pdf.keep(heightOf(headTexts, headStyle) + 40);
  const headRow = pdf.element('TR', table);
  draw(headTexts, headStyle, (text, index, box) =>
    pdf.textAt(
      index === 0 ? pdf.element('TD', headRow) : pdf.element('TH', headRow, { scope: 'Column' }),
      text === '' ? ' ' : text,
      box,
      HEAD,
    ),
  );
  pdf.end(headRow);
  const styleOf = (index: number): TextStyle => (index === 0 ? HEAD : STYLE);
  for (const { head, cells } of rows) {
    const texts = [head, ...cells];
    // On the next page the headings stand again, for the eye alone.
    if (pdf.keep(heightOf(texts, styleOf)))
      draw(headTexts, headStyle, (text, _index, box) => pdf.decorateText(text, box, HEAD));
    const row = pdf.element('TR', table);
    draw(texts, styleOf, (text, index, box) =>
      pdf.textAt(
        index === 0 ? pdf.element('TH', row, { scope: 'Row' }) : pdf.element('TD', row),
        text === '' ? ' ' : text,
        box,
        styleOf(index),
      ),
    );
    pdf.end(row);
  }
  pdf.end(table);
  pdf.space(4);
}
