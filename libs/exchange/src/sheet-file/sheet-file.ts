import type { AnswerFaultCode, AnswerValue, QuestionSet } from '@reflexbogen/domain';
import { columnLetters } from '../export/xlsx-xml.js';

/** XLSX: a workbook with lists to choose from. CSV: RFC 4180 with `;`, UTF-8 with byte-order mark, as German Excel opens it. */
export type SheetFileFormat = 'XLSX' | 'CSV';

/** Whose sheet a file is: written into it, so that the file of another municipality, round or question set is recognised. */
export interface SheetFileIdentity {
  /** Slug of the study. */
  readonly study: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly round: { readonly code: string; readonly year: number };
  readonly questionSet: QuestionSet;
}

/** What a file is filled with. */
export interface SheetFileContent extends SheetFileIdentity {
  /** By question code; a question that is not there is empty in the file. */
  readonly answers: ReadonlyMap<string, AnswerValue>;
  /** By question code. */
  readonly comments: ReadonlyMap<string, string>;
  /** BCP 47 tag of the reader's language; headings and hints are German for `de`, `de-…`, English otherwise. */
  readonly locale: string;
  readonly format: SheetFileFormat;
}

/** One question of a file that was read. */
export interface SheetFileAnswer {
  readonly question: string;
  /** In canonical form (checkAnswer); null where the cell is empty. */
  readonly value: AnswerValue | null;
  /** Null where the cell is empty; undefined where the file has no comments column. */
  readonly comment: string | null | undefined;
}

export type SheetFileFaultCode =
  | AnswerFaultCode
  | 'UNREADABLE'
  | 'NO_SHEET'
  | 'NO_IDENTITY'
  | 'UNKNOWN_VERSION'
  | 'OTHER_STUDY'
  | 'OTHER_MUNICIPALITY'
  | 'OTHER_ROUND'
  | 'OTHER_QUESTION_SET'
  | 'MISSING_COLUMN'
  | 'DUPLICATE_COLUMN'
  | 'UNKNOWN_COLUMN'
  | 'MISSING_CODE'
  | 'UNKNOWN_QUESTION'
  | 'UNKNOWN_OPTION'
  | 'DUPLICATE_ROW'
  | 'MISSING_ROW'
  | 'CHANGED_CELL'
  | 'FORMULA'
  | 'DATE'
  | 'AMBIGUOUS'
  | 'MISPLACED_COMMENT'
  | 'TOO_MANY_ROWS'
  | 'MORE_FAULTS';

/** One thing wrong with a file, at its place. */
export interface SheetFileFault {
  readonly code: SheetFileFaultCode;
  /** Name of the sheet as the file spells it; null for CSV, or where the file as a whole is meant. */
  readonly sheet: string | null;
  /** From 1, as spreadsheets count; in CSV the line of the file. Null where the file as a whole is meant. */
  readonly row: number | null;
  /** Letter of the column, in CSV too; null where the row as a whole is meant. */
  readonly column: string | null;
  readonly message: string;
  readonly expected: string;
}

/** What a file holds beside the sheet and is not read. */
export interface IgnoredPart {
  readonly what: string;
  readonly why: string;
}

/** A file that was read. With any fault, nothing of it may be taken over. */
export interface ReadSheet {
  readonly format: SheetFileFormat;
  /** Questions that have rows without fault in the file, in the order of the question set, whatever the rows' order. */
  readonly answers: readonly SheetFileAnswer[];
  /** Codes of questions whose rows have been deleted: nothing is said about them. In the order of the question set. */
  readonly absent: readonly string[];
  readonly ignored: readonly IgnoredPart[];
  readonly faults: readonly SheetFileFault[];
}

/** Version of the layout; a file of another one is refused. */
export const SHEET_FILE_VERSION = 'reflexbogen-sheet/1';
/** Faults listed in full; the last one says that there are more. */
export const MAX_SHEET_FILE_FAULTS = 1000;
/** What an option of a MULTI_CHOICE question holds where it is chosen. */
export const MARK = 'x';

export type Language = 'de' | 'en';
/** The language of headings and hints, and in CSV of the decimal mark: a comma in German, a point in English. */
export const languageOf = (locale: string): Language => (/^de(-|$)/i.test(locale) ? 'de' : 'en');

export type SheetColumnCode = 'section' | 'question' | 'option' | 'text' | 'type' | 'allowed' | 'answer' | 'comment';

export interface SheetColumn {
  readonly code: SheetColumnCode;
  readonly heading: Readonly<Record<Language, string>>;
  /** In characters. */
  readonly width: number;
}

/** The columns in order. CSV is headed with the codes, a workbook with the headings; either is read, in any order. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { code: 'section', heading: { de: 'Abschnitt', en: 'Section' }, width: 18 },
  {
    code: 'question',
    heading: { de: 'Frage (Code, nicht ändern)', en: 'Question (code, do not change)' },
    width: 22,
  },
  { code: 'option', heading: { de: 'Option (Code, nicht ändern)', en: 'Option (code, do not change)' }, width: 14 },
  { code: 'text', heading: { de: 'Wortlaut', en: 'Wording' }, width: 60 },
  { code: 'type', heading: { de: 'Art', en: 'Type' }, width: 14 },
  { code: 'allowed', heading: { de: 'Zulässig', en: 'Allowed' }, width: 40 },
  { code: 'answer', heading: { de: 'Antwort', en: 'Answer' }, width: 30 },
  { code: 'comment', heading: { de: 'Bemerkung', en: 'Comment' }, width: 40 },
];

/** Names of the sheets of a workbook. The lists are hidden. */
export const SHEET_NAMES: Readonly<Record<Language, { readonly answers: string; readonly identity: string }>> = {
  de: { answers: 'Bogen', identity: 'Angaben' },
  en: { answers: 'Sheet', identity: 'About' },
};
export const LISTS_SHEET = 'Lists';

/** What says whose sheet a file is; each in a row of its own. */
export const IDENTITY_KEYS = [
  'format',
  'study',
  'municipality',
  'round',
  'questionSet',
  'contentHash',
  'language',
] as const;
export type IdentityKey = (typeof IDENTITY_KEYS)[number];

/** A place in a file. */
export interface SheetPlace {
  readonly sheet: string | null;
  readonly row: number | null;
  /** From 0; null where the row as a whole is meant. */
  readonly column: number | null;
}

/** Collects what is wrong: reading goes on after the first. */
export class SheetFaults {
  readonly faults: SheetFileFault[] = [];

  add(code: SheetFileFaultCode, place: SheetPlace, message: string, expected: string): void {
    const { sheet, row, column } = place;
    if (this.faults.length < MAX_SHEET_FILE_FAULTS - 1)
      this.faults.push({
        code,
        sheet,
        row,
        column: column === null ? null : columnLetters(column),
        message,
        expected,
      });
    else if (this.faults.length < MAX_SHEET_FILE_FAULTS)
      this.faults.push({
        code: 'MORE_FAULTS',
        sheet: null,
        row: null,
        column: null,
        message: 'There are more faults.',
        expected: 'none',
      });
  }
}

/** A text of the file in a message: quoted and short. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…` : text);
