/** Texts by locale (`de`, `en`). */
export type Texts = Readonly<Record<string, string>>;

/** Why a cell has no value. A round without a submission has no row at all. */
export type MissingKind = 'NOT_ASKED' | 'SKIPPED' | 'NO_ANSWER' | 'DONT_KNOW' | 'REFUSED' | 'NOT_APPLICABLE';

/** In the order of the numeric missing codes and of Stata's `.a` to `.f`. */
export const MISSING_KINDS: readonly MissingKind[] = [
  'NOT_ASKED',
  'SKIPPED',
  'NO_ANSWER',
  'DONT_KNOW',
  'REFUSED',
  'NOT_APPLICABLE',
];

/** A missing cell. `code` is the scale's own missing code where one was chosen (`dk`), else the kind in lower case. */
export interface Missing {
  readonly missing: MissingKind;
  readonly code: string;
}

/**
 * A cell: for LEVEL the level's `value` (not its code), for NUMBER the number, for BOOLEAN 0 or 1, for TEXT the text;
 * or why there is none.
 */
export type Cell = number | string | Missing;

/** A level of a variable with the number that stands for it in numeric files. */
export interface VariableLevel {
  readonly code: string;
  /** The code itself where every code of the scale is a whole number without leading zeros (0 to 9999), else the rank from 1. */
  readonly value: number;
  readonly label: Texts;
}

/** One column of the wide file: one revision of one question, or one option of it. */
export interface Variable {
  /** Unique in the data set, `[a-z][a-z0-9_]*`, at most 32 characters: fits SPSS, Stata, R and SQL. */
  readonly name: string;
  /** Code of the question: its identity over the years. */
  readonly question: string;
  /** Code of the option for a MULTI_CHOICE question, whose columns are BOOLEAN. */
  readonly option: string | null;
  /** Year and revision of the question set in which this wording was first asked, `2018.1`. */
  readonly revision: string;
  readonly type: 'LEVEL' | 'NUMBER' | 'BOOLEAN' | 'TEXT';
  readonly label: Texts;
  /** LEVEL: all levels in scale order. Empty else. */
  readonly levels: readonly VariableLevel[];
  /** Whether the level order means something; false for nominal scales and CHOICE. */
  readonly ordered: boolean;
  /** The scale's own missing codes. */
  readonly missing: readonly { readonly code: string; readonly kind: MissingKind; readonly label: Texts }[];
  /** NUMBER: unit and decimals, null where the question has none. */
  readonly unit: Texts | null;
  readonly decimals: number | null;
  /** TEXT: the longest value of the data set in UTF-8 bytes (0 without any). 0 for others. */
  readonly maxBytes: number;
}

/** An attribute of municipalities, with the value that held in the row's round. */
export interface DatasetAttribute {
  readonly code: string;
  readonly label: Texts;
  /** Declared values; others may occur. */
  readonly values: readonly { readonly code: string; readonly label: Texts }[];
  /** The longest value in UTF-8 bytes. */
  readonly maxBytes: number;
}

/** One submission: one municipality in one round. */
export interface DatasetRow {
  readonly municipality: { readonly code: string; readonly name: string; readonly officialKey: string };
  readonly round: { readonly code: string; readonly year: number };
  /** In the order of `attributes`; null = not stated. */
  readonly attributes: readonly (string | null)[];
  readonly submittedAt: Date;
  /** In the order of `variables`. */
  readonly cells: readonly Cell[];
  /** By position of the variable; only those with a comment. */
  readonly comments: ReadonlyMap<number, string>;
  /** Code of a section to the comment on it. */
  readonly sectionComments: ReadonlyMap<string, string>;
  /** How the answer of a variable's question came about. Only asked where there is one. */
  readonly provenanceOf: (variable: number) => string;
}

/** A study's submissions as a flat table, read from one snapshot. */
export interface Dataset {
  readonly study: { readonly slug: string; readonly title: Texts };
  /** Locale of labels in files that hold one language. */
  readonly locale: string;
  /** Instant of the snapshot. */
  readonly takenAt: Date;
  readonly attributes: readonly DatasetAttribute[];
  readonly variables: readonly Variable[];
  /** Rows that `rows()` will give. */
  readonly rowCount: number;
  /** The longest municipality code, name and official key in UTF-8 bytes. */
  readonly maxBytes: {
    readonly code: number;
    readonly name: number;
    readonly officialKey: number;
    readonly round: number;
  };
  /** In order of round, then municipality code. May be called more than once, with equal rows. */
  rows(): AsyncIterable<DatasetRow>;
}

/** The text in a locale, else in the first that has one, else `''`. */
export function textIn(texts: Texts, locale: string): string {
  return texts[locale] ?? Object.values(texts)[0] ?? '';
}
