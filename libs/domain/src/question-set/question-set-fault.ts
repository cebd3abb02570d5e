/** What can be wrong with a question set. */
export type QuestionSetFaultCode =
  | 'NO_QUESTIONS'
  | 'INVALID_CODE'
  | 'DUPLICATE_SECTION'
  | 'DUPLICATE_QUESTION'
  | 'DUPLICATE_SCALE'
  | 'DUPLICATE_LEVEL'
  | 'MISSING_CODE_CLASHES'
  | 'BOX_UNKNOWN_LEVEL'
  | 'EMPTY_SCALE'
  | 'UNKNOWN_SCALE'
  | 'SCALE_REQUIRED'
  | 'SCALE_NOT_ALLOWED'
  | 'FIELD_NOT_ALLOWED'
  | 'EMPTY_GRID'
  | 'RANGE_INVALID'
  | 'MISSING_TEXT'
  | 'FORBIDDEN_CHARACTER'
  | 'LIMIT_EXCEEDED'
  | 'SINCE_INVALID'
  | 'SINCE_UNKNOWN'
  | 'RECODE_INVALID'
  | 'RECODE_UNKNOWN_LEVEL'
  | 'REPORTS_INVALID'
  | 'REPORTS_UNKNOWN'
  | 'TYPE_CHANGED'
  | 'NOT_IDENTICAL'
  | 'VERDICT_MISSING'
  | 'SCALE_CONFLICT'
  | 'SCALE_FROZEN'
  | 'LEVEL_REMOVED'
  | 'DUPLICATE_MODULE'
  | 'UNKNOWN_MODULE'
  | 'MODULE_DIFFERS'
  | 'CODE_ARCHIVED'
  | 'TRANSLATION_MISSING'
  | 'RULE_SYNTAX'
  | 'RULE_TYPE'
  | 'RULE_UNKNOWN_QUESTION'
  | 'RULE_UNKNOWN_LEVEL'
  | 'RULE_TOO_LONG'
  | 'RULE_ORDER'
  | 'RULE_CYCLE'
  | 'NEVER_VISIBLE';

/** Path of a fault inside its document, e.g. `['sections', 0, 'questions', 3, 'scale']`. */
export type DocumentPath = readonly (string | number)[];

/** One fault, with its place in the document. */
export interface QuestionSetFault {
  readonly code: QuestionSetFaultCode;
  readonly path: DocumentPath;
  readonly message: string;
  readonly expected?: string;
  /** Line and column from 1 inside the rule's own text; only for RULE_ codes. */
  readonly line?: number;
  readonly column?: number;
}

/** Collects faults: checks go on after the first, so that a designer sees everything at once. */
export class FaultList {
  readonly faults: QuestionSetFault[] = [];

  add(code: QuestionSetFaultCode, path: DocumentPath, message: string, expected?: string): void {
    this.faults.push({ code, path, message, ...(expected === undefined ? {} : { expected }) });
  }
}
