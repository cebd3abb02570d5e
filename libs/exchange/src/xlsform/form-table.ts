import { columnLetters } from '../export/xlsx-xml.js';
import { languageTagOf } from './languages.js';
import type { Place, XlsformFindings } from './xlsform-fault.js';
import type { XlsxRow, XlsxSheet } from './xlsx-reader.js';

/** Columns of our own, which XLSForm tools ignore: what a question set says and XLSForm has no word for. */
export const OWN_PREFIX = 'reflexbogen::';

/** Headings that may end in a language. */
const TRANSLATED = new Set([
  ...['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'],
  ...['image', 'big-image', 'audio', 'video'],
]);

const ALIASES: Readonly<Record<string, string>> = {
  list: 'list_name',
  relevance: 'relevant',
  caption: 'label',
  constraint_msg: 'constraint_message',
  constraintmsg: 'constraint_message',
  readonly: 'read_only',
  requiredmsg: 'required_message',
  calculate: 'calculation',
  command: 'type',
  tag: 'name',
  value: 'name',
  set_form_title: 'form_title',
  title: 'form_title',
  set_form_id: 'form_id',
  id_string: 'form_id',
  'bind::relevant': 'relevant',
  'bind::constraint': 'constraint',
  'bind::required': 'required',
  'bind::calculate': 'calculation',
  'bind::readonly': 'read_only',
  'bind::jr:constraintmsg': 'constraint_message',
  'bind::jr:requiredmsg': 'required_message',
  'body::appearance': 'appearance',
  'control::appearance': 'appearance',
};

export interface FormColumn {
  readonly index: number;
  readonly heading: string;
  /** Lower case, blanks as `_`, aliases resolved, without its language. */
  readonly base: string;
  /** Tag; null for a heading without language. */
  readonly language: string | null;
}

/** A row of a sheet whose cells are asked for by heading. What nobody asks for is left out, and listed. */
export class FormRow {
  private readonly used = new Set<number>();

  constructor(
    private readonly table: FormTable,
    private readonly row: XlsxRow,
  ) {}

  get number(): number {
    return this.row.number;
  }

  place(base?: string): Place {
    const column = base === undefined ? undefined : this.table.columns.find((one) => one.base === base);
    return {
      sheet: this.table.name,
      row: this.row.number,
      column: column === undefined ? null : columnLetters(column.index),
    };
  }

  /** The trimmed text of the cell under a heading without language; undefined where there is none. */
  text(base: string): string | undefined {
    const column = this.table.columns.find((one) => one.base === base && one.language === null);
    return column === undefined ? undefined : this.cell(column);
  }

  /** The exact text of a column of our own. */
  own(name: string): string | undefined {
    return this.text(OWN_PREFIX + name.toLowerCase());
  }

  /** A wording in all its languages; one without language is in the form's. Undefined where there is none. */
  texts(base: string, formLanguage: string): Readonly<Record<string, string>> | undefined {
    const texts: Record<string, string> = {};
    for (const column of this.table.columns) {
      if (column.base !== base) continue;
      const text = this.cell(column);
      if (text === undefined) continue;
      const language = column.language ?? formLanguage;
      if (Object.hasOwn(texts, language) && texts[language] !== text)
        this.table.findings.fault(
          { ...this.place(), column: columnLetters(column.index) },
          `"${column.heading}" gives the ${base} in "${language}" a second time.`,
          'one column per language',
        );
      else texts[language] = text;
    }
    return Object.keys(texts).length === 0 ? undefined : texts;
  }

  /** Whether any cell under headings that begin so has content. */
  has(start: string): boolean {
    return this.table.columns.some(({ base, index }) => base.startsWith(start) && this.row.cells.has(index));
  }

  /** The row as a whole is left out, for one reason. */
  leaveOut(what: string, why: string): void {
    this.table.findings.leaveOut(this.place(), what, why);
    this.dismiss();
  }

  /** Nothing of the row is listed any more. */
  dismiss(): void {
    for (const index of this.row.cells.keys()) this.used.add(index);
  }

  /** Lists every cell that nobody asked for. */
  finish(): void {
    for (const [index, cell] of this.row.cells) {
      if (this.used.has(index)) continue;
      const column = this.table.columns.find((one) => one.index === index);
      const shown = 'text' in cell ? cell.text.trim() : cell.refused;
      if (shown === '') continue;
      this.table.findings.leaveOut(
        { ...this.place(), column: columnLetters(index) },
        column === undefined ? shown : `${column.heading}: ${shown}`,
        column === undefined
          ? 'the column has no heading'
          : column.base.startsWith(OWN_PREFIX)
            ? 'the column says nothing here, or the form has been changed since it was written'
            : 'question sets have no equal of this column here',
      );
    }
  }

  /** The text of a cell without asking for it: it is listed all the same where nobody does. */
  peek(base: string): string | undefined {
    const column = this.table.columns.find((one) => one.base === base && one.language === null);
    return column === undefined ? undefined : this.textAt(column);
  }

  private cell(column: FormColumn): string | undefined {
    const cell = this.row.cells.get(column.index);
    if (cell === undefined) return undefined;
    const isFirst = !this.used.has(column.index);
    this.used.add(column.index);
    if ('refused' in cell && isFirst)
      this.table.findings.fault(
        { ...this.place(), column: columnLetters(column.index) },
        `The cell holds ${cell.refused}, and no value that can be relied on.`,
        'text or a number',
      );
    return this.textAt(column);
  }

  private textAt(column: FormColumn): string | undefined {
    const cell = this.row.cells.get(column.index);
    const text = cell !== undefined && 'text' in cell ? cell.text.trim() : '';
    return text === '' ? undefined : text;
  }
}

/** A sheet with headings in its first row. */
export class FormTable {
  readonly name: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  private readonly heading: number;

  constructor(
    sheet: XlsxSheet,
    readonly findings: XlsformFindings,
  ) {
    this.name = sheet.name;
    const [first, ...rest] = sheet.rows;
    this.heading = first?.number ?? 1;
    this.columns = first === undefined ? [] : columnsOf(first, sheet.name, findings);
    this.rows = rest.map((row) => new FormRow(this, row));
  }

  /** The heading row, as a place. */
  get top(): Place {
    return { sheet: this.name, row: this.heading, column: null };
  }

  has(base: string): boolean {
    return this.columns.some((column) => column.base === base);
  }

  finish(): void {
    for (const row of this.rows) row.finish();
  }
}

function columnsOf(row: XlsxRow, sheet: string, findings: XlsformFindings): readonly FormColumn[] {
  const columns: FormColumn[] = [];
  const known = new Map<string, string>();
  for (const [index, cell] of [...row.cells].sort(([a], [b]) => a - b)) {
    const place: Place = { sheet, row: row.number, column: columnLetters(index) };
    if ('refused' in cell) {
      findings.fault(place, `The heading holds ${cell.refused}.`, 'text');
      continue;
    }
    const heading = cell.text.trim();
    if (heading === '') continue;
    const { base, language: name } = partsOf(heading);
    const language = name === null ? null : languageTagOf(name);
    if (name !== null && language === null) {
      findings.fault(
        place,
        `The language "${name.slice(0, 60)}" is not known.`,
        'a language with its BCP 47 tag, e.g. Deutsch (de)',
      );
      continue;
    }
    const key = `${base}\n${language ?? ''}`;
    const twin = known.get(key);
    if (twin !== undefined) {
      findings.fault(place, `The heading "${heading}" says the same as "${twin}".`, 'every heading once');
      continue;
    }
    known.set(key, heading);
    columns.push({ index, heading, base, language });
  }
  return columns;
}

/** `media::image::English (en)` → image in English (en); `label:english` → label in english. */
function partsOf(heading: string): { readonly base: string; readonly language: string | null } {
  const plain = (text: string): string => {
    const base = text.trim().toLowerCase().replaceAll(/\s+/g, '_');
    return ALIASES[base] ?? base;
  };
  const whole = plain(heading);
  if (whole.startsWith(OWN_PREFIX) || ALIASES[heading.trim().toLowerCase()] !== undefined)
    return { base: whole, language: null };
  const parts = heading.split(heading.includes('::') ? '::' : ':').map((part) => part.trim());
  const [first, ...rest] = parts[0]?.toLowerCase() === 'media' ? parts.slice(1) : parts;
  const base = plain(first ?? '');
  if (!TRANSLATED.has(base)) return { base: whole, language: null };
  return rest.length === 0 ? { base, language: null } : { base, language: rest.join(':') };
}
