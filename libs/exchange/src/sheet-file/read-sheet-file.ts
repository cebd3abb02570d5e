import { checkComment, type AnswerValue, type Question, type QuestionSet } from '@reflexbogen/domain';
import { XLSX_LIMITS } from '../xlsform/xlsx-parts.js';
import { choicesIn, type ChoicesOf } from './answer-choices.js';
import { contentOf, isBlank, readAnswerCell, type AnswerCell } from './answer-cell.js';
import { checkIdentity } from './check-identity.js';
import {
  languageOf,
  MARK,
  quote,
  SheetFaults,
  type ReadSheet,
  type SheetColumnCode,
  type SheetFileAnswer,
  type SheetFileIdentity,
  type SheetPlace,
} from './sheet-file.js';
import { columnsOf, type SheetColumns } from './sheet-headings.js';
import { allowedIn, optionsOf, sheetRowsOf, type SheetRow } from './sheet-rows.js';
import { formatOf, readTable, type SheetTable, type TableRow } from './sheet-table.js';

const NO_CELL: AnswerCell = { text: '', kind: 'TEXT' };
/** Columns that only say what is asked; a file may do without them. */
const ASKED = ['section', 'text', 'type', 'allowed'] as const;

/**
 * Reads a file that `writeSheetFile` made and people filled in, and tells a workbook from CSV by its content.
 *
 * The file must be of the study, municipality, round and question set expected, with equal content of the set; of any other one
 * nothing is read, and the faults name both. Rows may stand in any order and be deleted by whole questions; columns may be moved,
 * and those that only say what is asked be deleted. Every other change that could lose something is a fault at its place: unknown
 * and double codes, values that do not fit, formulas, cells turned into dates, columns of one's own, text written over what is
 * asked. An empty cell means "not answered"; whether that deletes a stored answer is `sheetDifferences`'s to say.
 * @returns what the file says, and every fault. With any fault, nothing of it may be taken over. Never throws for any bytes.
 * Bounded by the limits of `readXlsx`, for CSV by 10 MB and its 200 columns, and by 20,000 rows or twice those of the set.
 */
export async function readSheetFile(bytes: Uint8Array, expected: SheetFileIdentity): Promise<ReadSheet> {
  const faults = new SheetFaults();
  const { questions } = expected.questionSet;
  const needed = questions.reduce((sum, question) => sum + 1 + optionsOf(question).length, 0);
  const table = await readTable(bytes, Math.max(XLSX_LIMITS.rows, 2 * needed), faults);
  const nothing = { format: formatOf(bytes), answers: [], absent: [], ignored: [] };
  if (table === null) return { ...nothing, faults: faults.faults };
  const locale = checkIdentity(table, expected, faults);
  if (locale === null) return { ...nothing, faults: faults.faults };
  const columns = columnsOf(table, expected.questionSet, faults);
  if (columns === null) return { ...nothing, ignored: table.ignored, faults: faults.faults };
  const reader = new SheetReader(table, expected.questionSet, locale, columns, faults);
  return { format: table.format, ignored: table.ignored, ...reader.read(), faults: faults.faults };
}

/** A row of the file with the row of the sheet that it is. */
interface FoundRow {
  readonly row: TableRow;
  readonly asked: SheetRow;
}

class SheetReader {
  private readonly choicesOf: ChoicesOf;
  private readonly asked: ReadonlyMap<string, ReadonlyMap<string | null, SheetRow>>;
  /** Columns without a heading of ours, by index; each is a fault once. */
  private readonly strange = new Set<number>();

  constructor(
    private readonly table: SheetTable,
    private readonly questionSet: QuestionSet,
    private readonly locale: string,
    private readonly columns: SheetColumns,
    private readonly faults: SheetFaults,
  ) {
    this.choicesOf = choicesIn(locale);
    const asked = new Map<string, Map<string | null, SheetRow>>();
    for (const row of sheetRowsOf(questionSet, locale, this.choicesOf)) {
      const rows = asked.get(row.question.code) ?? new Map<string | null, SheetRow>();
      asked.set(row.question.code, rows.set(row.option, row));
    }
    this.asked = asked;
  }

  read(): { readonly answers: readonly SheetFileAnswer[]; readonly absent: readonly string[] } {
    const found = new Map<string, Map<string | null, FoundRow>>();
    for (const row of this.table.rows) this.find(row, found);
    const answers: SheetFileAnswer[] = [];
    const absent: string[] = [];
    for (const question of this.questionSet.questions) {
      const rows = found.get(question.code);
      if (rows === undefined) absent.push(question.code);
      else {
        const answer = this.answerOf(question, rows);
        if (answer !== null) answers.push(answer);
      }
    }
    return { answers, absent };
  }

  /** Finds out which row of the sheet a row of the file is. Empty rows, as spreadsheets leave them behind, are none. */
  private find(row: TableRow, found: Map<string, Map<string | null, FoundRow>>): void {
    const content = [...row.cells].filter(([, cell]) => 'refused' in cell || !isBlank(cell.text));
    if (content.length === 0) return;
    for (const [index, cell] of content) {
      if ([...this.columns.values()].includes(index) || this.strange.has(index)) continue;
      this.strange.add(index);
      this.faults.add(
        'UNKNOWN_COLUMN',
        { sheet: this.table.sheet, row: row.number, column: index },
        `${'refused' in cell ? cell.refused : quote(cell.text)} stands in a column without heading and would be lost.`,
        'an empty cell; remarks belong into the comment',
      );
    }
    const code = this.code(row, 'question');
    const option = this.code(row, 'option');
    if (code === undefined || option === undefined) return;
    if (code === null)
      return this.fault('MISSING_CODE', row, 'question', 'The row names no question.', 'the code of a question');
    const rows = this.asked.get(code);
    if (rows === undefined)
      return this.fault(
        'UNKNOWN_QUESTION',
        row,
        'question',
        `The question set asks no ${quote(code)}.`,
        'the codes as they were written; a grid is answered cell by cell',
      );
    const asked = rows.get(option);
    if (asked === undefined)
      return this.fault(
        'UNKNOWN_OPTION',
        row,
        'option',
        `${code} has no option ${quote(option ?? '')}.`,
        rows.size === 1 ? 'an empty cell' : 'the codes as they were written',
      );
    const known = found.get(code) ?? new Map<string | null, FoundRow>();
    found.set(code, known);
    const first = known.get(option);
    if (first !== undefined)
      return this.fault(
        'DUPLICATE_ROW',
        row,
        'question',
        `${code}${option === null ? '' : `, option ${option},`} stands in row ${first.row.number} already.`,
        'each question once',
      );
    known.set(option, { row, asked });
    this.checkAsked(row, asked);
  }

  /** What is asked must still stand there: somebody may have written an answer over it. An emptied cell loses nothing. */
  private checkAsked(row: TableRow, asked: SheetRow): void {
    for (const column of ASKED) {
      const cell = this.cell(row, column);
      if ('text' in cell && (isBlank(cell.text) || oneLine(cell.text) === oneLine(asked[column]))) continue;
      this.fault(
        'CHANGED_CELL',
        row,
        column,
        `${'text' in cell ? quote(cell.text) : cell.refused} stands where ${quote(asked[column])} was written.`,
        'the cell as it was, or empty; answers belong into the column answer',
      );
    }
  }

  /** @returns the answer; null where a row of the question has a fault */
  private answerOf(question: Question, rows: ReadonlyMap<string | null, FoundRow>): SheetFileAnswer | null {
    const { code } = question;
    const present = [...rows.values()];
    const missing = [...(this.asked.get(code) ?? [])].filter(([option]) => !rows.has(option)).map(([option]) => option);
    const [anyRow] = present;
    if (missing.length > 0 && anyRow !== undefined) {
      const named = missing.map((option) => option ?? 'the question itself');
      const more = named.length > 10 ? ` and ${named.length - 10} more` : '';
      this.fault(
        'MISSING_ROW',
        anyRow.row,
        'question',
        `${code} lacks its rows of ${named.slice(0, 10).join(', ')}${more}: whether these were chosen cannot be told.`,
        'all rows of the question, or none',
      );
      return null;
    }
    const own = rows.get(null);
    if (own === undefined) return null;
    const outcome = readAnswerCell(
      question,
      this.cell(own.row, 'answer'),
      this.choicesOf(question),
      languageOf(this.locale),
    );
    if ('code' in outcome) this.fault(outcome.code, own.row, 'answer', outcome.message, this.expectedOf(question));
    const chosen = this.chosenOf(question, rows);
    const comment = this.commentOf(own.row, question);
    if ('code' in outcome || chosen === null || comment === null) return null;
    if (outcome.value !== null && chosen.length > 0) {
      this.fault(
        'AMBIGUOUS',
        own.row,
        'answer',
        `${code} has an answer of its own and options that are marked.`,
        'either the one or the other',
      );
      return null;
    }
    const value: AnswerValue | null = chosen.length > 0 ? { kind: 'LEVELS', levels: chosen } : outcome.value;
    return { question: code, value, comment: comment.text };
  }

  /** Codes of the options that are marked, in scale order; null where one holds anything else. */
  private chosenOf(question: Question, rows: ReadonlyMap<string | null, FoundRow>): readonly string[] | null {
    const chosen: string[] = [];
    let isSound = true;
    const refuse = (...fault: Parameters<SheetReader['fault']>) => {
      isSound = false;
      this.fault(...fault);
    };
    for (const { code } of optionsOf(question)) {
      const row = rows.get(code)?.row;
      if (row === undefined) continue;
      const cell = this.cell(row, 'answer');
      const content = contentOf(cell, `Option ${code} of ${question.code}`);
      if ('code' in content) refuse(content.code, row, 'answer', content.message, `${MARK}, or an empty cell`);
      else if (content.text.trim().toLowerCase() === MARK) chosen.push(code);
      else if (!isBlank(content.text))
        refuse(
          'UNKNOWN_LEVEL',
          row,
          'answer',
          `${quote(content.text)} does not say whether option ${code} of ${question.code} is chosen.`,
          `${MARK} where it is, an empty cell where it is not`,
        );
      const comment = this.cell(row, 'comment');
      if ('refused' in comment || !isBlank(comment.text))
        refuse(
          'MISPLACED_COMMENT',
          row,
          'comment',
          `An option has no comment of its own, and this one would be lost.`,
          `the comment in the row of ${question.code} itself`,
        );
    }
    return isSound ? chosen : null;
  }

  private commentOf(row: TableRow, question: Question): { readonly text: string | null | undefined } | null {
    if (!this.columns.has('comment')) return { text: undefined };
    const cell = this.cell(row, 'comment');
    const content = contentOf(cell, `The comment on ${question.code}`);
    if ('code' in content) {
      this.fault(content.code, row, 'comment', content.message, 'text');
      return null;
    }
    const text = content.text.replaceAll('\r\n', '\n');
    const fault = checkComment(text);
    if (fault === null) return { text: isBlank(text) ? null : text };
    this.fault(fault.code, row, 'comment', fault.message, fault.expected);
    return null;
  }

  private expectedOf(question: Question): string {
    return allowedIn(question, this.choicesOf(question), this.locale);
  }

  /** The trimmed code in a cell; null for an empty one, undefined for a fault. */
  private code(row: TableRow, column: 'question' | 'option'): string | null | undefined {
    const cell = this.cell(row, column);
    const content = contentOf(cell, `The code of the ${column}`);
    if ('code' in content) {
      this.fault(content.code, row, column, content.message, 'the code as it was written');
      return undefined;
    }
    const text = content.text.trim();
    return text === '' ? null : text;
  }

  private cell(row: TableRow, column: SheetColumnCode): AnswerCell {
    return row.cells.get(this.columns.get(column) ?? -1) ?? NO_CELL;
  }

  private fault(
    code: Parameters<SheetFaults['add']>[0],
    row: TableRow,
    column: SheetColumnCode,
    message: string,
    expected: string,
  ): void {
    const place: SheetPlace = { sheet: this.table.sheet, row: row.number, column: this.columns.get(column) ?? null };
    this.faults.add(code, place, message, expected);
  }
}

/** Spreadsheets and CSV end lines differently and trim blanks. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
