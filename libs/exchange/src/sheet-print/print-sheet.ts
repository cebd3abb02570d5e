import {
  labelOf,
  localize,
  type AnswerValue,
  type Question,
  type QuestionDefinition,
  type SectionDefinition,
} from '@reflexbogen/domain';
import { languageOf } from '../sheet-file/sheet-file.js';
import { filled, PRINT_WORDS, type PrintedSheet } from './printed-sheet.js';
import { printBeside, printGrid } from './print-grid.js';
import { GREY, TaggedPdf, type Element } from './tagged-pdf.js';

const BOX = 9;
const INDENT = 14;
const LINES_TO_WRITE = 4;

/** What the parts of a sheet are written with. */
export interface SheetPrinter {
  readonly pdf: TaggedPdf;
  readonly sheet: PrintedSheet;
  readonly words: (typeof PRINT_WORDS)[keyof typeof PRINT_WORDS];
  readonly say: (text: Readonly<Record<string, string>>) => string;
}

/**
 * A municipality's sheet as a PDF for A4 paper, tagged (PDF/UA-1), with what is answered so far and room for the rest.
 * Boxes are ticked where a choice was made; last round's answer stands beside a question that shows it.
 * @returns the bytes of the file; the same sheet gives the same bytes
 */
export async function printSheet(sheet: PrintedSheet): Promise<Uint8Array> {
  const words = PRINT_WORDS[languageOf(sheet.locale)];
  const { municipality, round } = sheet;
  const title = `${sheet.title} ${round.code}: ${municipality.name}`;
  const pdf = new TaggedPdf({ title, language: languageOf(sheet.locale), date: sheet.date });
  const printer: SheetPrinter = { pdf, sheet, words, say: (text) => localize(text, sheet.locale) };
  printHead(printer);
  for (const section of sheet.questionSet.document.sections) printSection(printer, section);
  return pdf.finish((page, pages) =>
    filled(words.page, { municipality: municipality.name, round: round.code, page, pages }),
  );
}

function printHead({ pdf, sheet, words }: SheetPrinter): void {
  const at = (instant: Date) =>
    new Intl.DateTimeFormat(languageOf(sheet.locale) === 'de' ? 'de-DE' : 'en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Berlin',
    }).format(instant);
  const head = pdf.element('Sect');
  pdf.text('H1', head, `${sheet.title} ${sheet.round.code}`, { face: 'bold', size: 20 });
  pdf.text('P', head, sheet.municipality.name, { size: 14 });
  pdf.space(6);
  if (sheet.description !== null) pdf.text('P', head, sheet.description, { size: 9 });
  pdf.space(4);
  pdf.text('P', head, filled(words.window, { from: at(sheet.opensAt), to: at(sheet.closesAt) }), { color: GREY });
  if (sheet.receipt === null)
    pdf.text('P', head, sheet.answers.size === 0 ? words.blank : words.draft, { color: GREY });
  else {
    const { number, submittedAt, hash } = sheet.receipt;
    pdf.text('P', head, filled(words.submitted, { number, at: at(submittedAt) }), { color: GREY });
    pdf.text('P', head, filled(words.receipt, { hash }), { color: GREY, size: 8 });
  }
  pdf.end(head);
}

function printSection(printer: SheetPrinter, section: SectionDefinition): void {
  const { pdf, say } = printer;
  pdf.space(16);
  pdf.keep(110);
  const element = pdf.element('Sect');
  pdf.text('H2', element, say(section.title), { face: 'bold', size: 14 });
  for (const question of section.questions) {
    pdf.space(10);
    printQuestion(printer, element, question);
  }
  pdf.end(element);
}

function printQuestion(printer: SheetPrinter, parent: Element, definition: QuestionDefinition): void {
  const { pdf, sheet, words, say } = printer;
  const question = sheet.questionSet.byCode.get(definition.code);
  const text = say(definition.text);
  // The head of a question never stands alone at the foot of a page.
  pdf.keep(pdf.heightOf(text, pdf.width, { face: 'bold', size: 11 }) + 60);
  pdf.text('H3', parent, text, { face: 'bold', size: 11 });
  const marks = [
    definition.required && words.required,
    definition.visibleIf !== undefined && words.conditional,
    definition.type === 'MULTI_CHOICE' && words.several,
  ].filter((mark) => mark !== false);
  if (definition.help !== undefined) pdf.text('P', parent, say(definition.help), { face: 'italic', size: 9 });
  if (marks.length > 0) pdf.text('P', parent, marks.join(' · '), { size: 8, color: GREY });
  if (definition.type === 'GRID') printGrid(printer, parent, definition);
  else if (question !== undefined) printAnswer(printer, parent, question);
  if (question !== undefined) printBeside(printer, parent, question);
}

function printAnswer(printer: SheetPrinter, parent: Element, question: Question): void {
  const { pdf, sheet, say } = printer;
  const value = sheet.answers.get(question.code);
  pdf.space(3);
  if (question.type === 'TEXT' || question.type === 'NUMBER') printWritten(printer, parent, question, value);
  const isOffered = (archived: boolean | undefined, code: string): boolean =>
    archived !== true || isChosen(value, code);
  const choices = [
    ...(question.type === 'TEXT' || question.type === 'NUMBER' ? [] : question.scale.levels)
      .filter(({ archived, code }) => isOffered(archived, code))
      .map(({ code, label }) => ({ label: say(label), isTicked: isChosen(value, code) })),
    ...question.scale.missing.map(({ code, label }) => ({
      label: say(label),
      isTicked: value?.kind === 'MISSING' && value.missing === code,
    })),
  ];
  if (choices.length > 0) printChoices(printer, parent, choices);
}

const isChosen = (value: AnswerValue | undefined, code: string): boolean =>
  (value?.kind === 'LEVEL' && value.level === code) ||
  (value?.kind === 'LEVELS' && value.levels.includes(code)) ||
  (value?.kind === 'BOOLEAN' && String(value.boolean) === code);

/** What is written: the answer, or lines to write on. */
function printWritten(
  { pdf, sheet, say, words }: SheetPrinter,
  parent: Element,
  question: Question,
  value: AnswerValue | undefined,
): void {
  if (value?.kind === 'TEXT' || value?.kind === 'NUMBER') {
    pdf.text('P', parent, labelOf(question, value, sheet.locale), { indent: INDENT });
    return;
  }
  const lines = question.type === 'TEXT' ? LINES_TO_WRITE : 1;
  const width = question.type === 'TEXT' ? pdf.width - INDENT : 120;
  pdf.keep(lines * 20);
  const { y } = pdf;
  const unit = question.unit === undefined ? '' : say(question.unit);
  const space = pdf.element('P', parent, { alt: `${words.noAnswer}${unit === '' ? '' : ` (${unit})`}` });
  const left = pdf.left + INDENT;
  pdf.draw(space, (doc) => {
    doc.strokeColor(GREY);
    for (let line = 1; line <= lines; line += 1)
      doc
        .moveTo(left, y + line * 18)
        .lineTo(left + width, y + line * 18)
        .stroke();
  });
  if (unit !== '')
    pdf.textAt(pdf.element('P', parent), unit, { x: left + width + 6, y: y + 6, width: 200 }, { color: GREY });
  pdf.space(lines * 18 + 6);
}

/** Boxes with their labels, beside each other as far as they fit. */
function printChoices(
  { pdf, words }: SheetPrinter,
  parent: Element,
  choices: readonly { readonly label: string; readonly isTicked: boolean }[],
): void {
  const list = pdf.element('L', parent);
  const style = { size: 10 };
  const most = pdf.width - INDENT - BOX - 5;
  let x = INDENT;
  let height = 0;
  for (const { label, isTicked } of choices) {
    const width = Math.min(pdf.widthOf(label, style) + 1, most);
    if (x > INDENT && x + BOX + 5 + width > pdf.width) {
      pdf.space(height + 5);
      x = INDENT;
      height = 0;
    }
    const own = pdf.heightOf(label, width, style);
    if (x === INDENT) pdf.keep(own + 5);
    const { y } = pdf;
    const item = pdf.element('LI', list);
    pdf.draw(pdf.element('Lbl', item, { alt: isTicked ? words.ticked : words.unticked }), (doc) => {
      const left = pdf.left + x;
      doc
        .strokeColor(GREY)
        .lineWidth(0.75)
        .rect(left, y + 1, BOX, BOX)
        .stroke();
      if (isTicked)
        doc
          .strokeColor('#000000')
          .lineWidth(1.5)
          .moveTo(left + 1.5, y + 2.5)
          .lineTo(left + BOX - 1.5, y + BOX - 0.5)
          .moveTo(left + BOX - 1.5, y + 2.5)
          .lineTo(left + 1.5, y + BOX - 0.5)
          .stroke();
    });
    const box = { x: pdf.left + x + BOX + 5, y, width: width + 1 };
    pdf.textAt(pdf.element('LBody', item), label, box, { ...style, face: isTicked ? 'bold' : 'regular' });
    pdf.end(item);
    x += BOX + 5 + width + 16;
    height = Math.max(height, own);
  }
  pdf.end(list);
  pdf.space(height + 5);
}
