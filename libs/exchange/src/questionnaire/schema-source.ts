import { PRIOR_POLICIES } from '@reflexbogen/domain';

/**
 * What a question set looks like as a file: the one description that the reader takes its field names from and the published
 * JSON Schema is generated from. What it cannot say (that codes are unique, that a rule is sound) is `checkQuestionSet`'s.
 */
export type Shape =
  | { readonly kind: 'text'; readonly pattern?: RegExp }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  /** A text per language tag. */
  | { readonly kind: 'localized' }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Keys that the designer chooses. */
  | { readonly kind: 'map'; readonly of: Shape }
  | ObjectShape;

export interface ObjectShape {
  readonly kind: 'object';
  /** Name under which the JSON Schema lists it; unnamed ones stand where they are used. */
  readonly name?: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Exactly one of the fields is given. */
  readonly exactlyOne?: boolean;
}

export interface Field {
  readonly shape: Shape;
  readonly required?: boolean;
  readonly description: string;
}

export const QUESTIONNAIRE_FORMAT = 'reflexbogen-questionnaire/1';
export const TYPES = ['SCALE', 'NUMBER', 'BOOLEAN', 'CHOICE', 'MULTI_CHOICE', 'TEXT', 'GRID'] as const;
export const VERDICTS = ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED', 'BREAK'] as const;
export const DIRECTIONS = ['INCREASED', 'UNCHANGED', 'DECREASED'] as const;
export const POLARITY_NAMES = ['higher-is-worse', 'higher-is-better', 'neutral'] as const;
export const MISSING_KINDS = ['DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE'] as const;
export const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const YEAR = { min: 1900, max: 2200 } as const;
export const REVISION = { min: 1, max: 9999 } as const;

const text: Shape = { kind: 'text' };
const code: Shape = { kind: 'text', pattern: CODE };
const localized: Shape = { kind: 'localized' };
const year: Shape = { kind: 'integer', ...YEAR };
const revision: Shape = { kind: 'integer', ...REVISION };
const list = (of: Shape): Shape => ({ kind: 'list', of });
const required = (shape: Shape, description: string): Field => ({ shape, description, required: true });
const optional = (shape: Shape, description: string): Field => ({ shape, description });

export const LEVEL: ObjectShape = {
  kind: 'object',
  name: 'level',
  fields: {
    code: required(text, 'Frozen for ever; 1 to 100 characters without |, line breaks or blanks at the ends.'),
    direction: optional({ kind: 'oneOf', values: DIRECTIONS }, 'What choosing the level reports of a change.'),
    archived: optional({ kind: 'boolean' }, 'No longer offered; old answers keep their meaning. Default false.'),
    label: required(localized, 'What respondents read.'),
  },
};

export const MISSING: ObjectShape = {
  kind: 'object',
  name: 'missingCode',
  fields: {
    code: required(text, 'A code that no level of the scale has.'),
    kind: required({ kind: 'oneOf', values: MISSING_KINDS }, 'The reason under which figures exclude the answer.'),
    label: required(localized, 'What respondents read.'),
  },
};

export const SCALE: ObjectShape = {
  kind: 'object',
  name: 'scale',
  description: 'The answers that a question allows.',
  fields: {
    code: required(code, 'Name of the scale within the file.'),
    ordered: optional(
      { kind: 'boolean' },
      'Whether levels ascend in the order written; false is nominal. Default true.',
    ),
    levels: required(list(LEVEL), 'The levels, lowest first.'),
    boxes: optional({ kind: 'map', of: list(text) }, 'Named groups of level codes.'),
    polarity: optional({ kind: 'oneOf', values: POLARITY_NAMES }, 'Whether more is worse or better. Default neutral.'),
    missing: optional(list(MISSING), 'Answers that are not values.'),
  },
};

export const AXIS_ITEM: ObjectShape = {
  kind: 'object',
  name: 'gridAxisItem',
  fields: { code: required(text, 'Part of the codes of the cells.'), text: required(localized, 'The heading.') },
};

export const CHECK: ObjectShape = {
  kind: 'object',
  name: 'check',
  fields: { rule: required(text, 'CEL.'), message: required(localized, 'What the respondent reads.') },
};

export const SINCE: ObjectShape = {
  kind: 'object',
  name: 'since',
  description: 'How the question compares with the one of the same code in an earlier set.',
  fields: {
    year: required(year, 'Year of the earlier set.'),
    revision: optional(revision, 'Revision of the earlier set; without it the last published one of the year.'),
    verdict: required({ kind: 'oneOf', values: VERDICTS }, 'See docs/methodology.md#comparability.'),
    recode: optional({ kind: 'map', of: text }, 'RECODED only: earlier level code to level code of this scale.'),
    note: optional(text, 'The reason, for people.'),
  },
};

export const REPORTS_CHANGE_OF: ObjectShape = {
  kind: 'object',
  name: 'reportsChangeOf',
  fields: {
    question: required(text, 'Code of the question whose change is asked.'),
    since: required(year, 'Year the change is counted from.'),
  },
};

export const TOLERANCE: ObjectShape = {
  kind: 'object',
  name: 'tolerance',
  exactlyOne: true,
  fields: {
    absolute: optional({ kind: 'number' }, 'In units of the question.'),
    percent: optional({ kind: 'number' }, 'Of the earlier value.'),
  },
};

export const QUESTION: ObjectShape = {
  kind: 'object',
  name: 'question',
  fields: {
    code: required(text, 'Identity across years: never reused, never changed.'),
    type: required({ kind: 'oneOf', values: TYPES }, 'A GRID is asked as one SCALE question per cell.'),
    text: required(localized, 'The wording.'),
    help: optional(localized, 'Shown beside the question.'),
    module: optional(text, 'Code of the module that the question belongs to.'),
    scale: optional(text, 'Code of a scale of the file: SCALE, CHOICE, MULTI_CHOICE and GRID need one.'),
    required: optional({ kind: 'boolean' }, 'Whether a sheet can be submitted without an answer. Default false.'),
    visibleIf: optional(text, 'CEL over earlier answers; shown only where true.'),
    requiredIf: optional(text, 'CEL over earlier answers; required where true.'),
    valid: optional(CHECK, 'A sheet on which the rule is false cannot be submitted.'),
    plausible: optional(CHECK, 'Where the rule is true the answer needs a comment.'),
    prior: optional({ kind: 'oneOf', values: PRIOR_POLICIES }, "Whether last round's answer is shown. Default SHOW."),
    since: optional(SINCE, 'How it compares with an earlier year.'),
    reportsChangeOf: optional(REPORTS_CHANGE_OF, 'The question asks directly for a change.'),
    unit: optional(localized, 'NUMBER: what is counted.'),
    min: optional({ kind: 'number' }, 'NUMBER: smallest value.'),
    max: optional({ kind: 'number' }, 'NUMBER: largest value.'),
    decimals: optional({ kind: 'integer', min: 0, max: 9 }, 'NUMBER: decimals an answer may have. Default 9.'),
    tolerance: optional(TOLERANCE, 'NUMBER: a smaller change counts as unchanged.'),
    polarity: optional({ kind: 'oneOf', values: POLARITY_NAMES }, "Overrides the scale's."),
    rows: optional(list(AXIS_ITEM), 'GRID only.'),
    columns: optional(list(AXIS_ITEM), 'GRID only.'),
  },
};

export const SECTION: ObjectShape = {
  kind: 'object',
  name: 'section',
  fields: {
    code: required(text, 'Name of the section within the set.'),
    title: required(localized, 'The heading.'),
    questions: required(list(QUESTION), 'In the order of the sheet.'),
  },
};

export const MODULE_REFERENCE: ObjectShape = {
  kind: 'object',
  name: 'moduleReference',
  fields: { code: required(code, 'Code of the module.'), revision: required(revision, 'Its revision.') },
};

/** A question set inside a study package. */
export const QUESTION_SET: ObjectShape = {
  kind: 'object',
  name: 'questionSet',
  fields: {
    year: required(year, 'The year in which it is asked.'),
    revision: optional(revision, 'A correction of a published set is the next revision. Default 1.'),
    modules: optional(list(MODULE_REFERENCE), 'The modules that the set was composed of, each once.'),
    scales: optional(list(SCALE), 'The scales that its questions use.'),
    sections: required(list(SECTION), 'The questions, in sections.'),
  },
};

/** A question set as a file of its own. */
export const QUESTIONNAIRE: ObjectShape = {
  kind: 'object',
  description: 'One question set of a template.',
  fields: {
    format: required({ kind: 'constant', value: QUESTIONNAIRE_FORMAT }, 'The format and its version.'),
    template: required({ kind: 'text', pattern: SLUG }, 'Slug of the template.'),
    ...QUESTION_SET.fields,
  },
};

export const fieldsOf = ({ fields }: ObjectShape): readonly string[] => Object.keys(fields);
export const requiredOf = ({ fields }: ObjectShape): readonly string[] =>
  Object.entries(fields)
    .filter(([, field]) => field.required === true)
    .map(([name]) => name);
