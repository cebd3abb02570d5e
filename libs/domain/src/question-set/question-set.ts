import type { PriorPolicy } from './prior-policy.js';
import type { Polarity, Scale } from '../scale/scale.js';
import type { LocalizedText } from '../text/localized-text.js';

/** Question types of the study package. A GRID is written once and asked as one SCALE question per cell. */
export type QuestionType = 'SCALE' | 'NUMBER' | 'BOOLEAN' | 'CHOICE' | 'MULTI_CHOICE' | 'TEXT' | 'GRID';

/** Types of a question that has an answer of its own. */
export type AnswerableType = Exclude<QuestionType, 'GRID'>;

/** How a question compares with its predecessor, from strongest to weakest. See docs/methodology.md#comparability. */
export type Verdict = 'IDENTICAL' | 'EDITORIAL' | 'COMPARABLE' | 'RECODED' | 'BREAK';

export const VERDICTS: readonly Verdict[] = ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED', 'BREAK'];

/** Changes of a NUMBER that count as unchanged: up to `absolute` units, or up to `percent` of |earlier value|. */
export type Tolerance = { readonly absolute: number } | { readonly percent: number };

/** The designer's statement on comparability with the question of the same code in an earlier set. */
export interface Since {
  readonly year: number;
  /** Revision of that year's set; without it the last published one of the year. */
  readonly revision?: number;
  readonly verdict: Verdict;
  /** RECODED only: level code of the earlier scale to level code of this one. Levels left out are not comparable. */
  readonly recode?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** A check of answers: a CEL rule and what the respondent reads when it is not met. */
export interface AnswerCheck {
  readonly rule: string;
  readonly message: LocalizedText;
}

/** A row or column heading of a GRID. */
export interface GridAxisItem {
  readonly code: string;
  readonly text: LocalizedText;
}

/** A question as a designer writes it. */
export interface QuestionDefinition {
  /** Identity across years: never reused, never changed. */
  readonly code: string;
  readonly type: QuestionType;
  readonly text: LocalizedText;
  readonly help?: LocalizedText;
  /** Scale code: required for SCALE, CHOICE, MULTI_CHOICE and GRID; optional elsewhere, for its missing codes. */
  readonly scale?: string;
  readonly required: boolean;
  /** CEL rules over other answers; see `rule/`. */
  readonly visibleIf?: string;
  readonly requiredIf?: string;
  /** A sheet on which the rule is false cannot be submitted. A rule that a missing answer leaves undecided counts as met. */
  readonly valid?: AnswerCheck;
  /** Soft: where the rule is true the answer needs a comment before the sheet can be submitted. Undecided counts as false. */
  readonly plausible?: AnswerCheck;
  /** Code of the template's module that the question belongs to; without one it belongs to this set alone. */
  readonly module?: string;
  /** Whether last round's answer is shown; SHOW where it is not stated. For a grid: for each cell. */
  readonly prior?: PriorPolicy;
  readonly since?: Since;
  /** The question asks directly for the change of another one since a year. */
  readonly reportsChangeOf?: { readonly question: string; readonly since: number };
  readonly unit?: LocalizedText;
  readonly min?: number;
  readonly max?: number;
  /** NUMBER: decimals an answer may have, 0 to 9; default 9. Differences are rounded to it before any comparison. */
  readonly decimals?: number;
  readonly tolerance?: Tolerance;
  /** Overrides the scale's polarity; the only polarity of a NUMBER or BOOLEAN. */
  readonly polarity?: Polarity;
  readonly rows?: readonly GridAxisItem[];
  readonly columns?: readonly GridAxisItem[];
}

export interface SectionDefinition {
  readonly code: string;
  readonly title: LocalizedText;
  readonly questions: readonly QuestionDefinition[];
}

/** The revision of a module that a set was composed of. See `module/`. */
export interface ModuleReference {
  readonly code: string;
  /** From 1. */
  readonly revision: number;
}

/** A question set as one document: what designers save, packages carry and the database keeps in rows. */
export interface QuestionSetDocument {
  readonly year: number;
  readonly revision: number;
  /** The scales its questions use, complete, so that a published set never depends on anything outside it. */
  readonly scales: readonly Scale[];
  readonly sections: readonly SectionDefinition[];
  /** Modules taken into the set, each once; absent where it was written freely. */
  readonly modules?: readonly ModuleReference[];
}

export type QuestionSetStatus = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** A question that is answered: as defined, or one cell of a GRID. */
export interface Question extends Omit<QuestionDefinition, 'type' | 'scale' | 'rows' | 'columns' | 'polarity'> {
  readonly type: AnswerableType;
  /** Resolved scale: BOOLEAN_SCALE for BOOLEAN, NO_SCALE where none is named. */
  readonly scale: Scale;
  readonly polarity: Polarity;
  readonly section: string;
  /** Position in the set from 0, grids expanded row by row. */
  readonly position: number;
  /** Set for a cell: code of the GRID question, row and column. Cell code: `<grid>.<row>.<column>`. */
  readonly grid?: { readonly code: string; readonly row: string; readonly column: string };
}

/** A question set ready for use: identity, document, and its questions with grids expanded and scales resolved. */
export interface QuestionSet {
  readonly id: string;
  readonly year: number;
  readonly revision: number;
  readonly document: QuestionSetDocument;
  readonly questions: readonly Question[];
  readonly byCode: ReadonlyMap<string, Question>;
}
