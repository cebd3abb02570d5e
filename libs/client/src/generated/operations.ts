/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Accepts a sheet as checked and final. */
export type AcceptResponseInput = {
  /** The response. */
  readonly response: string;
  /** Version the reviewer has seen: refused when the sheet has changed since. Without it the current one. */
  readonly version?: number | null | undefined;
};

/** Why nothing was changed. */
export type AccountErrorCode =
  /** The identity provider says what this person is called. */
  | 'NAMED_BY_PROVIDER'
  /** The study has no municipality of this code. */
  | 'NO_SUCH_MUNICIPALITY'
  /** There is no such person, or the person has rights outside the studies that you administer. */
  | 'NO_SUCH_PERSON'
  /** There is no study of this slug. */
  | 'NO_SUCH_STUDY'
  /** A role would reach beyond the studies that you administer. */
  | 'OUTSIDE_YOUR_STUDIES'
  /** The role takes no such study, municipality, department or signature, or needs one. */
  | 'ROLE_DOES_NOT_FIT';

/** A role to keep for a person. */
export type AccountRoleInput = {
  /** RESPONDENT: code of the department; without it every section. */
  readonly department?: string | null | undefined;
  /** RESPONDENT: code of the municipality. */
  readonly municipality?: string | null | undefined;
  /** The role. */
  readonly role: Role;
  /** RESPONDENT: whether the person may hand the sheet in. */
  readonly signatory?: boolean;
  /** Whether the person sees single answers where a policy asks for the grant. */
  readonly singleAnswers?: boolean;
  /** Slug of its study; without it every study. */
  readonly study?: string | null | undefined;
};

/** A check of answers. */
export type AnswerCheckInput = {
  /** What the respondent reads, per language. */
  readonly message: ReadonlyArray<TranslationInput>;
  /** CEL rule over the answers of the sheet. */
  readonly rule: string;
};

/** One answer to save. */
export type AnswerInput = {
  /** Revision of the answer that the editor has seen; null or 0 when there was none. */
  readonly basedOnRevision?: number | null | undefined;
  /** Comment; null removes it, leaving the field out keeps it. */
  readonly comment?: string | null | undefined;
  /** How the value came about; without it TYPED. CONFIRMED and CARRIED_OVER need last round's very answer and a question that allows it. */
  readonly provenance?: Provenance | null | undefined;
  /** Code of the question. */
  readonly question: string;
  /** The value; null empties the answer. */
  readonly value?: AnswerValueInput | null | undefined;
};

/** A typed answer: exactly one of the fields. */
export type AnswerValueInput =
  {   /** BOOLEAN: true for yes. */
  readonly boolean: boolean; readonly level?: never; readonly levels?: never; readonly missing?: never; readonly number?: never; readonly text?: never; }
  |  { readonly boolean?: never;   /** SCALE and CHOICE: code of the level. */
  readonly level: string; readonly levels?: never; readonly missing?: never; readonly number?: never; readonly text?: never; }
  |  { readonly boolean?: never; readonly level?: never;   /** MULTI_CHOICE: codes of the chosen options. */
  readonly levels: ReadonlyArray<string>; readonly missing?: never; readonly number?: never; readonly text?: never; }
  |  { readonly boolean?: never; readonly level?: never; readonly levels?: never;   /** A missing code of the scale. */
  readonly missing: string; readonly number?: never; readonly text?: never; }
  |  { readonly boolean?: never; readonly level?: never; readonly levels?: never; readonly missing?: never;   /** NUMBER: the number. */
  readonly number: number; readonly text?: never; }
  |  { readonly boolean?: never; readonly level?: never; readonly levels?: never; readonly missing?: never; readonly number?: never;   /** TEXT: the text, at most 10,000 characters. */
  readonly text: string; };

/** Why no question was archived. */
export type ArchiveQuestionsErrorCode =
  /** The template has never asked a question of this code. */
  | 'UNKNOWN_QUESTION'
  /** No template has this slug. */
  | 'UNKNOWN_TEMPLATE';

/** Questions that are asked no more. */
export type ArchiveQuestionsInput = {
  /** Codes of the questions. */
  readonly questions: ReadonlyArray<string>;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** Slug of the template. */
  readonly template: string;
};

/** Municipalities by the value of one attribute. */
export type AttributeFilterInput = {
  /** Round whose value counts. */
  readonly at?: RoundSide;
  /** Code of the attribute. */
  readonly code: string;
  /** Values of which one must hold; null among them means "not stated". */
  readonly in: ReadonlyArray<string | null | undefined>;
};

/** What is wrong with a chain. */
export type AuditFaultKind =
  /** Something is not what was written. */
  | 'CHANGED'
  /** An entry is missing. */
  | 'MISSING'
  /** An entry stands at another place. */
  | 'REORDERED'
  /** The end is missing. */
  | 'TRUNCATED';

/** Where a change comes from. */
export type Basis =
  /** The difference of the answers of two rounds. */
  | 'COMPUTED'
  /** The municipality was asked for the change itself, in the later round. */
  | 'REPORTED';

/** A named group of levels. */
export type BoxInput = {
  /** Level codes. */
  readonly levels: ReadonlyArray<string>;
  /** Name, e.g. high. */
  readonly name: string;
};

/** What a new round took over. */
export type CarriedOverKind =
  /** Who may see which figure, a policy of the study: Smallest base {smallestBase}, single answers {singleAnswers}. */
  | 'DISCLOSURE'
  /** The municipalities that are members in the new year: {members} municipalities are members in {year}; {membersBefore} were in {yearBefore}. */
  | 'PANEL'
  /** The days on which it opens and closes, moved to the new year: {opensBefore} to {closesBefore} became {opens} to {closes}. */
  | 'WINDOW';

/** What of a question has changed. */
export type ChangeAspect =
  /** Named groups of levels. */
  | 'BOXES'
  /** Rows or columns. */
  | 'GRID'
  /** The explanation. */
  | 'HELP'
  /** Levels came or went. */
  | 'LEVELS'
  /** Levels are no longer offered, or offered again. */
  | 'LEVELS_ARCHIVED'
  /** Levels are called otherwise. */
  | 'LEVEL_LABELS'
  /** Levels stand in another order. */
  | 'LEVEL_ORDER'
  /** Answers that are not values. */
  | 'MISSING_CODES'
  /** The module that it is of. */
  | 'MODULE'
  /** Whether the levels ascend. */
  | 'ORDERED'
  /** Whether more is worse or better. */
  | 'POLARITY'
  /** Whether last round's answer is shown. */
  | 'PRIOR'
  /** Bounds, decimals or tolerance of a number. */
  | 'RANGE'
  /** Which change it asks for, or what its levels report. */
  | 'REPORTS_CHANGE'
  /** Whether submitting needs an answer. */
  | 'REQUIRED'
  /** When it is shown, required, valid or plausible. */
  | 'RULES'
  /** The wording in the default language. */
  | 'TEXT'
  /** A wording in another language. */
  | 'TRANSLATION'
  /** The kind of answer. */
  | 'TYPE'
  /** The unit of a number. */
  | 'UNIT';

/** Settles a query. */
export type CloseQueryInput = {
  /** Number of the query. */
  readonly query: number;
  /** The response. */
  readonly response: string;
};

/** How far a sheet is. */
export type CompletionStage =
  /** The sheet is accepted now. */
  | 'ACCEPTED'
  /** An invitation was written; stays so. */
  | 'INVITED'
  /** Somebody of the municipality has looked at the sheet; stays so. */
  | 'OPENED'
  /** The sheet is with the municipality for correction now. */
  | 'RETURNED'
  /** At least one answer was saved, or the sheet was handed in; stays so. */
  | 'STARTED'
  /** The sheet is handed in now, accepted or not. */
  | 'SUBMITTED';

/** Why a round was not corrected. */
export type CorrectRoundErrorCode =
  /** It is no later revision of the round's own question set. */
  | 'NOT_A_LATER_REVISION'
  /** More than wordings differ, or a change is not stated to be EDITORIAL; one error a question. */
  | 'NOT_EDITORIAL'
  /** The question set is a draft or retired. */
  | 'NOT_PUBLISHED'
  /** The round is closed. */
  | 'ROUND_CLOSED'
  /** There is no such question set. */
  | 'UNKNOWN_QUESTION_SET'
  /** The study has no such round. */
  | 'UNKNOWN_ROUND'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** A round in the field, and a corrected wording of its questions. */
export type CorrectRoundInput = {
  /** A later published revision of the round's question set. */
  readonly questionSet: string;
  /** Code of the round. */
  readonly round: string;
  /** Slug of the study. */
  readonly study: string;
};

/** State of a data export. */
export type DataExportStatus =
  /** The service failed; ask for it again. */
  | 'FAILED'
  /** Can be downloaded. */
  | 'READY'
  /** Being written. */
  | 'RUNNING';

/** Format of a data file. */
export type DataFormat =
  /** Metadata as DDI-Codebook 2.5 XML, with the verdicts on comparability. */
  | 'DDI_CODEBOOK'
  /** Tidy CSV: one line per municipality, round and question. */
  | 'LONG_CSV'
  /** Parquet file: the wide table with typed columns. */
  | 'PARQUET'
  /** R script that reads the wide CSV and labels it. */
  | 'R_SCRIPT'
  /** Aggregates of all consecutive rounds as SDMX-CSV 2.0, with observation status and breaks. */
  | 'SDMX_CSV'
  /** SPSS system file (.sav) with value labels and missing codes. */
  | 'SPSS'
  /** Stata file (.dta, version 118) with value labels and extended missing values. */
  | 'STATA'
  /** CSV with one line per submission and one column per revision of a question. */
  | 'WIDE_CSV'
  /** Spreadsheet: the wide table, and a codebook. */
  | 'XLSX';

/** How a difference is written. */
export type DiffFormat =
  /** Markdown; wordings are escaped. */
  | 'MARKDOWN'
  /** Plain text, removed words in [-…-], added ones in {+…+}. */
  | 'TEXT';

/** Direction of a change from the earlier to the later round. */
export type Direction =
  /** Lower in the later round. */
  | 'DECREASED'
  /** Higher in the later round. */
  | 'INCREASED'
  /** Equal in both rounds, or within the tolerance. */
  | 'UNCHANGED';

/** Why a draft was not made. */
export type DraftQuestionSetErrorCode =
  /** The template has an unpublished draft for this year already. */
  | 'DRAFT_EXISTS'
  /** A module does not exist, or the modules contradict each other; `path` names the one. */
  | 'INVALID_MODULES'
  /** The year lies before the one the draft is based on. */
  | 'INVALID_YEAR'
  /** The template has no published question set of that year and revision. */
  | 'UNKNOWN_BASE'
  /** No template has this slug. */
  | 'UNKNOWN_TEMPLATE';

/** A draft for a year, empty or taken over from a published set with every question code. */
export type DraftQuestionSetInput = {
  /** Set to start from; without it the draft is empty. */
  readonly basedOn?: QuestionSetReferenceInput | null | undefined;
  /** Modules to compose the draft of; without any it takes over the set it is based on. */
  readonly modules?: ReadonlyArray<ModuleReferenceInput>;
  /** Slug of the template. */
  readonly template: string;
  /** Year the questions will be asked in. */
  readonly year: number;
};

/** Why a municipality is not comparable. When several apply, the first in the order of comparison.md wins. */
export type ExclusionReason =
  /** Taken over from the round before without a look, where excludeCarriedOver leaves such answers out. */
  | 'CARRIED_OVER'
  /** Answered "don't know". */
  | 'DONT_KNOW'
  /** Answered "not applicable". */
  | 'NOT_APPLICABLE'
  /** The question was not in the set it answered. */
  | 'NOT_ASKED'
  /** The verdict is BREAK, or the recode leaves the level out. */
  | 'NOT_COMPARABLE'
  /** It joined after the earlier or left before the later round. */
  | 'NOT_IN_PANEL'
  /** Shown and left empty. */
  | 'NO_ANSWER'
  /** No submitted response in either round. */
  | 'NO_RESPONSE_BOTH'
  /** No submitted response in the earlier round. */
  | 'NO_RESPONSE_FROM'
  /** No submitted response in the later round. */
  | 'NO_RESPONSE_TO'
  /** Declined to answer. */
  | 'REFUSED'
  /** The question was hidden by its visibleIf rule. */
  | 'SKIPPED'
  /** It was merged or split between the rounds. */
  | 'UNIT_CHANGED';

/** Why no export was started. */
export type ExportDataErrorCode =
  /** An export holds single answers, and your token does not see them. */
  | 'SINGLE_ANSWERS_PROTECTED'
  /** As many exports are running as this service writes at once; try again later. */
  | 'TOO_MANY_EXPORTS'
  /** The study has no such freeze. */
  | 'UNKNOWN_FREEZE'
  /** The study, or the freeze, has no such round. */
  | 'UNKNOWN_ROUND'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** A data file of a study. */
export type ExportDataInput = {
  /** Format. */
  readonly format: DataFormat;
  /** Name of a freeze: its submissions, panel and question sets. */
  readonly freeze?: string | null | undefined;
  /** Language of labels in files that hold one: de or en. */
  readonly locale?: string;
  /** Codes of rounds; without it all. */
  readonly rounds?: ReadonlyArray<string> | null | undefined;
  /** Slug of the study. */
  readonly study: string;
};

/** Why there is no export. */
export type ExportStudyErrorCode =
  /** An export holds single answers, and your token does not see them. */
  | 'SINGLE_ANSWERS_PROTECTED'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** A study to export. */
export type ExportStudyInput = {
  /** Slug of the study. */
  readonly study: string;
};

/** What exactly is wrong, more finely than by a code. Described by its sentence in English: names in braces are parameters. */
export type FaultReason =
  /** The smallest value {min} is above the largest {max}. Expected: min up to max. */
  | 'BOUNDS_REVERSED'
  /** "{field}" is {value}. Expected: a number between -1e15 and 1e15. */
  | 'BOUND_RANGE'
  /** Box "{box}" names no level. Expected: at least one level. */
  | 'BOX_EMPTY'
  /** Box "{box}": scale "{scale}" has no level "{level}". Expected: one of {levels}. */
  | 'BOX_LEVEL'
  /** Box "{box}" names a level twice. */
  | 'BOX_LEVEL_TWICE'
  /** "{code}" is no code. Expected: letters A–Z, digits, ".", "_" and "-", beginning with a letter or digit, at most {most} characters. */
  | 'CODE_CHARACTERS'
  /** "decimals" is {value}. Expected: a whole number from 0 to {most}. */
  | 'DECIMALS_RANGE'
  /** {type} question "{question}" cannot have "{field}". Expected: GRID. */
  | 'FIELD_OF_GRIDS'
  /** {type} question "{question}" cannot have "{field}". Expected: NUMBER. */
  | 'FIELD_OF_NUMBERS'
  /** The aliases cannot be followed: {detail} Expected: at most {most} aliases. */
  | 'FILE_ALIASES'
  /** {place} contains a control character or one that turns the direction of writing. Expected: printable characters, tabs and line feeds. */
  | 'FILE_CHARACTERS'
  /** The file is empty. Expected: format: {format} and a question set. */
  | 'FILE_EMPTY'
  /** {place} lacks {name}. Expected: a field {name}. */
  | 'FILE_FIELD_MISSING'
  /** The format is {value}. Expected: {format}. */
  | 'FILE_FORMAT'
  /** {locale} is no language tag. Expected: a tag such as de or en. */
  | 'FILE_LANGUAGE'
  /** The file has {count} characters. Expected: at most {most} characters. */
  | 'FILE_LENGTH'
  /** The file is no YAML: {detail} Expected: valid YAML. */
  | 'FILE_NOT_READ'
  /** The file is of template {other}, the draft of {template}. */
  | 'FILE_OF_OTHER'
  /** The file has {count} bytes. Expected: at most {most}. */
  | 'FILE_SIZE'
  /** Lists or mappings stand too deep within each other. Expected: the fields of the format, at most ten levels deep. */
  | 'FILE_TOO_DEEP'
  /** {name} is given twice. Expected: each once. */
  | 'FILE_TWICE'
  /** {place} has an unknown field {name}. Expected: one of {names}. */
  | 'FILE_UNKNOWN_FIELD'
  /** {place} is {value}. Expected: true or false. */
  | 'FILE_VALUE_BOOLEAN'
  /** {place} is {value}. Expected: letters, digits, dot, dash or underscore. */
  | 'FILE_VALUE_CODE'
  /** {place} is {value}. Expected: fields {names}. */
  | 'FILE_VALUE_FIELDS'
  /** {place} is {value}. Expected: a language tag such as de. */
  | 'FILE_VALUE_LANGUAGE'
  /** {place} is {value}. Expected: a list. */
  | 'FILE_VALUE_LIST'
  /** {place} is {value}. Expected: a number. */
  | 'FILE_VALUE_NUMBER'
  /** {place} is {value}. Expected: one of {values}. */
  | 'FILE_VALUE_ONE_OF'
  /** {place} is {value}. Expected: lower-case letters, digits and single dashes. */
  | 'FILE_VALUE_SLUG'
  /** {place} is {value}. Expected: text. */
  | 'FILE_VALUE_TEXT'
  /** {place} is {value}. Expected: a text per language. */
  | 'FILE_VALUE_TEXTS'
  /** {place} is {value}. Expected: a whole number from {least} to {most}. */
  | 'FILE_VALUE_WHOLE'
  /** Grid "{question}" has no {axis}. Expected: at least one. */
  | 'GRID_AXIS_EMPTY'
  /** "{question}" is {verdict}. Expected: EDITORIAL. */
  | 'JUDGED_OTHERWISE'
  /** "{locale}" is no language tag. Expected: a tag like de or de-AT. */
  | 'LANGUAGE_TAG'
  /** {type} question "{question}" cannot have levels. Expected: no scale, or one that has missing codes only. */
  | 'LEVELS_NOT_ALLOWED'
  /** "{code}" is no code of a level. Expected: 1 to {most} characters without "|", line breaks, control characters or blanks at the ends. */
  | 'LEVEL_CODE_CHARACTERS'
  /** Scale "{scale}" has {count} levels. Expected: at most {most}. */
  | 'LEVEL_COUNT'
  /** Level "{level}" is gone. Expected: the level, archived where it is no longer offered. */
  | 'LEVEL_GONE'
  /** Level "{level}" reported {direction}. Expected: a new level. */
  | 'LEVEL_HAD_DIRECTION'
  /** Level "{level}" reported no direction. Expected: a new level. */
  | 'LEVEL_HAD_NO_DIRECTION'
  /** Level "{level}" stands twice in scale "{scale}". */
  | 'LEVEL_TWICE'
  /** Missing code "{missing}" reads like an answer to {type} question "{question}". */
  | 'MISSING_CODE_AS_ANSWER'
  /** Scale "{scale}" has {count} missing codes. Expected: at most {most}. */
  | 'MISSING_CODE_COUNT'
  /** Missing code "{missing}" is gone. Expected: the missing code. */
  | 'MISSING_CODE_GONE'
  /** Missing code "{missing}" was {kind}. Expected: a new missing code. */
  | 'MISSING_CODE_KIND'
  /** Missing code "{missing}" stands already in scale "{scale}". Expected: a code that no level and no other missing code has. */
  | 'MISSING_CODE_TWICE'
  /** "{question}" of module {module} is already asked by module {other}. Expected: each question in one module. */
  | 'MODULES_SHARE_QUESTION'
  /** Scale "{scale}" of module {module} differs from that of module {other}. Expected: modules that mean the same scale by the same code. */
  | 'MODULES_SHARE_SCALE'
  /** The set takes no module "{module}". Expected: a module of the set. */
  | 'MODULE_NOT_TAKEN'
  /** Module "{module}" is taken twice. Expected: each module once. */
  | 'MODULE_TWICE'
  /** There is no module {module}. Expected: one of {modules}. */
  | 'MODULE_UNKNOWN'
  /** There is no module {module}. Expected: nothing: the template has no modules. */
  | 'MODULE_UNKNOWN_OF_NONE'
  /** "{question}" is not what module {module} asks. Expected: the wording of the module, a new revision of it, or no module. */
  | 'MODULE_WORDING'
  /** "{question}" differs in more than its wording: {fields}. */
  | 'MORE_THAN_WORDING'
  /** The template never asked {questions}. */
  | 'NEVER_ASKED'
  /** "{question}" can never become visible: it depends on "{other}", which is never visible itself. Expected: a rule that some sheet meets. */
  | 'NEVER_REACHED'
  /** "{question}" can never become visible: no answers make its rule true. Expected: a rule that some sheet meets. */
  | 'NEVER_TRUE'
  /** The set asks nothing. Expected: at least one question. */
  | 'NOTHING_ASKED'
  /** "{question}" is without verdict. Expected: EDITORIAL. */
  | 'NOT_JUDGED'
  /** "{question}" is new. */
  | 'QUESTION_ADDED'
  /** The question "{question}" is archived; its code means what it meant. Expected: another code. */
  | 'QUESTION_ARCHIVED'
  /** The set has more than {most} questions. Expected: at most {most}, cells of grids included. */
  | 'QUESTION_COUNT'
  /** "{question}" is asked no more. */
  | 'QUESTION_DROPPED'
  /** "{question}" stands elsewhere. */
  | 'QUESTION_MOVED'
  /** "{code}" is already asked by "{question}". Expected: a code of its own. */
  | 'QUESTION_TWICE'
  /** "{question}" is RECODED and maps no level. Expected: a map of earlier to present level codes. */
  | 'RECODE_EMPTY'
  /** Scale "{scale}" has no level "{level}". Expected: one of {levels}. */
  | 'RECODE_LEVEL'
  /** The scale of {set} has no level "{level}". */
  | 'RECODE_LEVEL_BEFORE'
  /** "{question}" has a recode under the verdict {verdict}. Expected: verdict RECODED. */
  | 'RECODE_UNDER_VERDICT'
  /** {type} question "{question}" has no levels to recode. Expected: another verdict. */
  | 'RECODE_WITHOUT_LEVELS'
  /** "{question}" reports a change since {since}. Expected: a year before {year}. */
  | 'REPORT_NOT_EARLIER'
  /** {type} question "{question}" cannot report a change. Expected: a SCALE whose levels carry a direction. */
  | 'REPORT_OF_TYPE'
  /** The question set of {since} does not ask "{question}". */
  | 'REPORT_UNKNOWN'
  /** "{question}" reports a change, and no level of scale "{scale}" carries a direction. Expected: direction INCREASED, UNCHANGED or DECREASED on its levels. */
  | 'REPORT_WITHOUT_DIRECTION'
  /** The revision is {value}. Expected: {least} to {most}. */
  | 'REVISION_RANGE'
  /** The rule of "{question}" refers to "{other}", which is asked later. Expected: earlier questions. */
  | 'RULE_AHEAD'
  /** The rule of "{question}" depends on "{other}", which depends on "{question}". Expected: earlier questions. */
  | 'RULE_CIRCLE'
  /** {element} does not say which question it means. Expected: the code of a question in quotes. */
  | 'RULE_CODE_IN_QUOTES'
  /** .contains() takes no computed text. Expected: a text in quotes. */
  | 'RULE_COMPUTED_TEXT'
  /** {element} is not available in rules. */
  | 'RULE_ELEMENT'
  /** {element} is not available here: the sheet alone decides what it asks. */
  | 'RULE_LAST_ROUND'
  /** The rule has {count} characters. Expected: at most {most}. */
  | 'RULE_LENGTH'
  /** "{question}" has no level "{level}". Expected: one of {levels}. */
  | 'RULE_LEVEL'
  /** Levels of "{question}" have no order in rules. Expected: their names, e.g. in ['4', '5']. */
  | 'RULE_LEVELS_IN_ORDER'
  /** The rule cannot be read: {detail}. */
  | 'RULE_NOT_READ'
  /** The rule gives {result}. Expected: true or false. */
  | 'RULE_NO_CONDITION'
  /** A whole number is too large. Expected: at most {most}. */
  | 'RULE_NUMBER_LARGE'
  /** There is no question "{question}". */
  | 'RULE_QUESTION'
  /** No earlier set asks "{question}". */
  | 'RULE_QUESTION_BEFORE'
  /** Texts and lists cannot be joined in rules. */
  | 'RULE_TEXTS_JOINED'
  /** The types do not fit: {detail}. */
  | 'RULE_TYPES_APART'
  /** "{question}" was {before} and is {type} now, so that it has no earlier answer. */
  | 'RULE_TYPE_BEFORE'
  /** The types do not fit: {detail}. Expected: whole numbers with a decimal point, e.g. 3.0. */
  | 'RULE_WHOLE_NUMBER'
  /** The set has {count} scales. Expected: at most {most}. */
  | 'SCALE_COUNT'
  /** Scale "{scale}" has neither levels nor missing codes. */
  | 'SCALE_EMPTY'
  /** {type} question "{question}" names no scale. Expected: the code of a scale. */
  | 'SCALE_MISSING'
  /** Scale "{scale}" is defined twice. */
  | 'SCALE_TWICE'
  /** There is no scale "{scale}". Expected: one of {scales}. */
  | 'SCALE_UNKNOWN'
  /** There is no scale "{scale}". Expected: a scale of the set, which has none yet. */
  | 'SCALE_UNKNOWN_OF_NONE'
  /** The levels of scale "{scale}" did not ascend. Expected: a new scale. */
  | 'SCALE_WAS_NOMINAL'
  /** The levels of scale "{scale}" ascended. Expected: a new scale. */
  | 'SCALE_WAS_ORDERED'
  /** Scale "{scale}" has no levels to choose from. */
  | 'SCALE_WITHOUT_LEVELS'
  /** Section "{section}" stands twice. */
  | 'SECTION_TWICE'
  /** There is no published question set of {set}. Expected: one of {sets}. */
  | 'SET_UNKNOWN'
  /** There is no published question set of {set}. Expected: nothing: no earlier set is published. */
  | 'SET_UNKNOWN_OF_NONE'
  /** The question set of {set} does not ask "{question}". Expected: a set that asks it. */
  | 'SET_WITHOUT_QUESTION'
  /** "{question}" compares itself with {set}. Expected: a year before {year}, or an earlier revision of {year}. */
  | 'SINCE_NOT_EARLIER'
  /** The text contains a control character or one that turns the direction of writing. Expected: printable characters, tabs and line feeds. */
  | 'TEXT_CHARACTERS'
  /** The text has {count} characters. Expected: at most {most}. */
  | 'TEXT_LENGTH'
  /** There is no text in any language. Expected: a text in at least one language. */
  | 'TEXT_NOWHERE'
  /** The tolerance is {value}. Expected: a number from 0. */
  | 'TOLERANCE_RANGE'
  /** {key} has {count} characters. Expected: at most {most}. */
  | 'TRANSLATION_LENGTH'
  /** There is no text in {locale}. Expected: a text in {locale}. */
  | 'TRANSLATION_NEEDED'
  /** The strings are those of {original}. Expected: {set}. */
  | 'TRANSLATION_OF_OTHER'
  /** Source and target are the same language. Expected: two languages. */
  | 'TRANSLATION_ONE_LANGUAGE'
  /** Strings of the question set have changed since the file was written. Expected: a file written from the question set as it is now. */
  | 'TRANSLATION_OUTDATED'
  /** {key} reads "{source}". Expected: "{own}". */
  | 'TRANSLATION_SOURCE'
  /** {key} is given twice. Expected: each string once. */
  | 'TRANSLATION_TWICE'
  /** The question set has no string {key}. Expected: a key of the set. */
  | 'TRANSLATION_UNKNOWN'
  /** The file does not say of which question set it is. Expected: a file as it was written. */
  | 'TRANSLATION_WITHOUT_SET'
  /** "{question}" was {before} in {set} and is {type} now. Expected: BREAK. */
  | 'TYPE_DIFFERS'
  /** "{question}" differs from {set} and does not say whether the two compare. Expected: since with a verdict: EDITORIAL, COMPARABLE, RECODED or BREAK. */
  | 'VERDICT_NEEDED'
  /** "{question}" differs in text, unit or scale from {set}. Expected: EDITORIAL, COMPARABLE, RECODED or BREAK. */
  | 'WORDING_DIFFERS'
  /** The year is {value}. Expected: {least} to {most}. */
  | 'YEAR_RANGE';

/** A row or column of a grid. */
export type GridAxisItemInput = {
  /** Code, unique among its siblings. */
  readonly code: string;
  /** Heading per language. */
  readonly text: ReadonlyArray<TranslationInput>;
};

/** State of an import. */
export type ImportStatus =
  /** The service failed; nothing was written. Repeat it. */
  | 'FAILED'
  /** The package has faults; nothing was written. */
  | 'REFUSED'
  /** Under way; nothing is visible yet. */
  | 'RUNNING'
  /** Done, or checked without fault in a dry run. */
  | 'SUCCEEDED';

/** Why an import was not started. */
export type ImportStudyErrorCode =
  /** There is no such upload of yours, or it was imported already. */
  | 'UNKNOWN_UPLOAD';

/** A study package that was uploaded to /exchange/uploads. */
export type ImportStudyInput = {
  /** Check only, write nothing. */
  readonly dryRun?: boolean;
  /** Identifier that the upload answered with. */
  readonly upload: string;
};

/** How a 95 % interval is made. */
export type IntervalMethod =
  /** Exact interval of Clopper and Pearson (1934). */
  | 'CLOPPER_PEARSON'
  /** Score interval of Wilson (1927). */
  | 'WILSON';

/** Why no token was issued. */
export type IssueDevelopmentTokenErrorCode =
  /** The service runs in production or trusts an identity provider: sign in there. */
  | 'NOT_IN_DEVELOPMENT'
  /** The development issuer answers callers on the same machine only. */
  | 'NOT_LOCAL'
  /** A RESPONDENT token needs study and municipality. */
  | 'RESPONDENT_NEEDS_MUNICIPALITY';

/** A token of the development issuer. */
export type IssueDevelopmentTokenInput = {
  /** RESPONDENT: code of the department; without it every section. */
  readonly department?: string | null | undefined;
  /** RESPONDENT: code of the municipality. */
  readonly municipality?: string | null | undefined;
  /** Display name; without it the role. */
  readonly name?: string | null | undefined;
  /** Role in the token. */
  readonly role: Role;
  /** RESPONDENT: whether the holder may hand the sheet in. */
  readonly signatory?: boolean;
  /** Whether the holder sees single answers; without it only released freezes, protected. */
  readonly singleAnswers?: boolean;
  /** Slug of the one study; without it every study. */
  readonly study?: string | null | undefined;
  /** Lifetime in seconds, 60 to 2,592,000 (30 days). */
  readonly ttlSeconds?: number;
};

/** A checkpoint that was kept outside of the database. */
export type KeptCheckpointInput = {
  /** Its hash, 64 hex digits. */
  readonly hash: string;
  /** Its number. */
  readonly number: number;
};

/** One level of a scale. */
export type LevelInput = {
  /** No longer offered; its code stays taken. */
  readonly archived?: boolean;
  /** Code, unique in the scale. */
  readonly code: string;
  /** What choosing it reports, on a scale that asks for a change. */
  readonly direction?: Direction | null | undefined;
  /** Label per language. */
  readonly label: ReadonlyArray<TranslationInput>;
};

/** Where a level of an earlier scale goes on this one. */
export type LevelMappingInput = {
  /** Level code of the earlier scale. */
  readonly from: string;
  /** Level code of this scale. */
  readonly to: string;
};

/** An answer that is not a value. */
export type MissingCodeInput = {
  /** Code, unique among levels and missing codes of the scale. */
  readonly code: string;
  /** Reason under which figures exclude it. */
  readonly kind: MissingKind;
  /** Label per language. */
  readonly label: ReadonlyArray<TranslationInput>;
};

/** Why an answer is not a value. */
export type MissingKind =
  /** The respondent does not know. */
  | 'DONT_KNOW'
  /** The question does not apply. */
  | 'NOT_APPLICABLE'
  /** The respondent declined to answer. */
  | 'REFUSED';

/** A revision of a module of the same template. */
export type ModuleReferenceInput = {
  /** Code of the module. */
  readonly code: string;
  /** Its revision, from 1. */
  readonly revision: number;
};

/** Why a municipality counts otherwise in a later freeze. */
export type MoveCause =
  /** It joined or left the panel, or changed its unit. */
  | 'CHANGED_PANEL'
  /** The question sets between the rounds, or a verdict in them, have changed. */
  | 'CHANGED_VERDICT'
  /** It handed in a sheet again. */
  | 'CORRECTION'
  /** It handed in a sheet that the earlier freeze lacks. */
  | 'LATE_SUBMISSION';

/** Narrows the panel. All given conditions must hold; an empty filter lets everybody pass. */
export type MunicipalityFilter = {
  /** All of these must hold. */
  readonly and?: ReadonlyArray<MunicipalityFilter> | null | undefined;
  /** By attribute. */
  readonly attribute?: AttributeFilterInput | null | undefined;
  /** By code of the municipality. */
  readonly codes?: ReadonlyArray<string> | null | undefined;
  /** This must not hold. */
  readonly not?: MunicipalityFilter | null | undefined;
  /** At least one of these must hold. */
  readonly or?: ReadonlyArray<MunicipalityFilter> | null | undefined;
};

/** Why a round was not opened. */
export type OpenRoundErrorCode =
  /** The study has a round of this code. */
  | 'CODE_TAKEN'
  /** The window ends before it starts. */
  | 'INVALID_WINDOW'
  /** The question set is a draft or retired. */
  | 'NOT_PUBLISHED'
  /** The question set belongs to another template than the study. */
  | 'OTHER_TEMPLATE'
  /** There is no such question set. */
  | 'UNKNOWN_QUESTION_SET'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** A new round, opened on a published question set. */
export type OpenRoundInput = {
  /** End of the window, after its start. */
  readonly closesAt: string;
  /** Code of the round, unique in the study. */
  readonly code: string;
  /** Start of the window; without it now. */
  readonly opensAt?: string | null | undefined;
  /** A published question set of the study's template; the round's year is the set's. */
  readonly questionSet: string;
  /** Slug of the study. */
  readonly study: string;
};

/** Why a round was not planned. */
export type PlanRoundErrorCode =
  /** The study has a round of this code. */
  | 'CODE_TAKEN'
  /** The window ends before it starts. */
  | 'INVALID_WINDOW'
  /** The question set is of an earlier year than the round that it should follow. */
  | 'NOT_LATER'
  /** The question set is a draft or retired. */
  | 'NOT_PUBLISHED'
  /** The question set belongs to another template than the study. */
  | 'OTHER_TEMPLATE'
  /** There is no such question set. */
  | 'UNKNOWN_QUESTION_SET'
  /** The study has no round of the code that it should follow. */
  | 'UNKNOWN_ROUND'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** Next year's round, after the example of an earlier one. */
export type PlanRoundInput = {
  /** Code of the round that it follows. */
  readonly basedOn: string;
  /** End of the window; without it the same day as in the earlier round. */
  readonly closesAt?: string | null | undefined;
  /** Code of the new round, unique in the study. */
  readonly code: string;
  /** Start of the window; without it the same day as in the earlier round. */
  readonly opensAt?: string | null | undefined;
  /** A published question set of the study's template; the round's year is the set's. */
  readonly questionSet: string;
  /** Slug of the study. */
  readonly study: string;
};

/** Whether a higher level is worse or better. Never changes a count. */
export type Polarity =
  /** An increase is an improvement. */
  | 'HIGHER_IS_BETTER'
  /** An increase is a deterioration. */
  | 'HIGHER_IS_WORSE'
  /** An increase is neither. */
  | 'NEUTRAL';

/** Whether last round's answer is shown to the municipality beside a question. */
export type PriorPolicy =
  /** Beside the question, to be confirmed in one act. */
  | 'CONFIRM'
  /** Never. */
  | 'NONE'
  /** Beside the question. */
  | 'SHOW'
  /** Once the municipality has an answer of its own. */
  | 'SHOW_AFTER';

/** Why a verdict is proposed. */
export type ProposalReason =
  /** The levels are called otherwise. */
  | 'LABELS_EDITED'
  /** No level is found again. */
  | 'LEVELS_CHANGED'
  /** Levels are found again by code or label. */
  | 'LEVELS_MAPPED'
  /** Text, unit and levels are the same. */
  | 'SAME'
  /** Up to 15 of 100 characters differ. */
  | 'TEXT_EDITED'
  /** More than 15 of 100 characters differ. */
  | 'TEXT_REWRITTEN'
  /** Another kind of answer. */
  | 'TYPE_CHANGED'
  /** Another unit. */
  | 'UNIT_CHANGED';

/** How an answer came about. */
export type Provenance =
  /** Last round's answer was taken over without a look at each. */
  | 'CARRIED_OVER'
  /** Last round's answer was shown, and confirmed. */
  | 'CONFIRMED'
  /** Read from a file. */
  | 'IMPORTED'
  /** Entered in this round. */
  | 'TYPED';

/** Why a module was not published. */
export type PublishModuleErrorCode =
  /** The module breaks a rule; `path` names the place. */
  | 'INVALID_DOCUMENT'
  /** The last revision says the same, or somebody else has published one in the meantime. */
  | 'UNCHANGED'
  /** No template has this slug. */
  | 'UNKNOWN_TEMPLATE';

/** The next revision of a module, complete in itself. */
export type PublishModuleInput = {
  /** Code of the module; one that the template lacks begins with revision 1. */
  readonly code: string;
  /** Scales its questions use. */
  readonly scales: ReadonlyArray<ScaleInput>;
  /** Its questions, by section. */
  readonly sections: ReadonlyArray<SectionInput>;
  /** Slug of the template. */
  readonly template: string;
  /** Title per language; that of a module which exists stays. */
  readonly title: ReadonlyArray<TranslationInput>;
};

/** Why a question set was not published. */
export type PublishQuestionSetErrorCode =
  /** The code is that of an archived question. */
  | 'CODE_ARCHIVED'
  /** The document breaks a rule; `path` names the place. */
  | 'INVALID_DOCUMENT'
  /** The question is not what the module that it names asks. */
  | 'MODULE_DIFFERS'
  /** No answers whatever make the question visible. */
  | 'NEVER_VISIBLE'
  /** It is published already. */
  | 'NOT_A_DRAFT'
  /** There is no such question set. */
  | 'NOT_FOUND'
  /** Somebody has saved since; read the current version first. */
  | 'STALE_VERSION'
  /** A text lacks a language that the template requires. */
  | 'TRANSLATION_MISSING'
  /** A question differs from its predecessor and has no verdict on how the two compare. */
  | 'VERDICT_MISSING';

/** The draft to publish, at the version the designer has seen. */
export type PublishQuestionSetInput = {
  /** The draft. */
  readonly id: string;
  /** Version to publish; without it the current one. */
  readonly version?: number | null | undefined;
};

/** A query on one question. */
export type QueryInput = {
  /** Code of the question. */
  readonly question: string;
  /** What is asked. */
  readonly text: string;
};

/** Something said in a query. */
export type QueryMessageInput = {
  /** Number of the query. */
  readonly query: number;
  /** The response. */
  readonly response: string;
  /** What is said. */
  readonly text: string;
};

/** State of a reviewer's query. */
export type QueryStatus =
  /** Waits for the reviewer. */
  | 'ANSWERED'
  /** Settled. */
  | 'CLOSED'
  /** Waits for the municipality. */
  | 'OPEN';

/** A question as a designer writes it. */
export type QuestionInput = {
  /** Identity across years. */
  readonly code: string;
  /** GRID: columns. */
  readonly columns?: ReadonlyArray<GridAxisItemInput>;
  /** NUMBER: decimals an answer may have, 0 to 9. */
  readonly decimals?: number | null | undefined;
  /** Explanation per language. */
  readonly help?: ReadonlyArray<TranslationInput>;
  /** NUMBER: largest allowed value. */
  readonly max?: number | null | undefined;
  /** NUMBER: smallest allowed value. */
  readonly min?: number | null | undefined;
  /** Code of the template's module that the question is of. */
  readonly module?: string | null | undefined;
  /** Where it is true the answer needs a comment. */
  readonly plausible?: AnswerCheckInput | null | undefined;
  /** Overrides the scale's polarity. */
  readonly polarity?: Polarity | null | undefined;
  /** Whether last round's answer is shown to the municipality; without it SHOW. */
  readonly prior?: PriorPolicy | null | undefined;
  /** Set where the question asks for a change directly. */
  readonly reportsChangeOf?: ReportedChangeInput | null | undefined;
  /** Whether submitting needs an answer. */
  readonly required?: boolean;
  /** CEL rule: required where true. */
  readonly requiredIf?: string | null | undefined;
  /** GRID: rows. */
  readonly rows?: ReadonlyArray<GridAxisItemInput>;
  /** Code of the scale. */
  readonly scale?: string | null | undefined;
  /** Comparability with an earlier year. */
  readonly since?: SinceInput | null | undefined;
  /** Wording per language. */
  readonly text: ReadonlyArray<TranslationInput>;
  /** NUMBER: changes up to this many units count as unchanged. */
  readonly toleranceAbsolute?: number | null | undefined;
  /** NUMBER: changes up to this percentage count as unchanged; not together with toleranceAbsolute. */
  readonly tolerancePercent?: number | null | undefined;
  /** Kind of answer. */
  readonly type: QuestionType;
  /** NUMBER: unit per language. */
  readonly unit?: ReadonlyArray<TranslationInput>;
  /** A sheet on which it is false cannot be submitted. */
  readonly valid?: AnswerCheckInput | null | undefined;
  /** CEL rule: shown only where true. */
  readonly visibleIf?: string | null | undefined;
};

/** A question set as one document. Year and revision stay those of the draft. */
export type QuestionSetDocumentInput = {
  /** Modules that its questions are of. */
  readonly modules?: ReadonlyArray<ModuleReferenceInput>;
  /** Scales its questions use. */
  readonly scales: ReadonlyArray<ScaleInput>;
  /** Sections in order. */
  readonly sections: ReadonlyArray<SectionInput>;
};

/** A published question set of the same template. */
export type QuestionSetReferenceInput = {
  /** Its revision. */
  readonly revision: number;
  /** Its year. */
  readonly year: number;
};

/** State of a question set. */
export type QuestionSetStatus =
  /** May still be edited; no round can ask it. */
  | 'DRAFT'
  /** Immutable; rounds may ask it. */
  | 'PUBLISHED'
  /** Immutable; no new round may ask it. */
  | 'RETIRED';

/** What kind of answer a question takes. */
export type QuestionType =
  /** Yes or no. */
  | 'BOOLEAN'
  /** One of several options. */
  | 'CHOICE'
  /** A table of SCALE questions, one per cell, with code `grid.row.column`. */
  | 'GRID'
  /** Any number of options; in a comparison each option is a yes/no question of its own. */
  | 'MULTI_CHOICE'
  /** A decimal number. */
  | 'NUMBER'
  /** One level of a scale. */
  | 'SCALE'
  /** Free text; never compared, only listed. */
  | 'TEXT';

/** As what a question set leaves the system, or comes in. */
export type QuestionnaireFormat =
  /** The same as JSON. */
  | 'JSON'
  /** The same as CSV. */
  | 'TRANSLATION_CSV'
  /** All texts of one language beside another, for translators: XLIFF 2.1. */
  | 'XLIFF'
  /** A spreadsheet form of ODK and KoboToolbox (.xlsx). */
  | 'XLSFORM'
  /** The whole set, for people and version control; see docs/questionnaire.schema.json. */
  | 'YAML';

/** Why a file was not saved. */
export type ReadQuestionnaireErrorCode =
  /** The document breaks a rule; `path` names the place. */
  | 'INVALID_DOCUMENT'
  /** The file cannot be read; see `faults`. */
  | 'INVALID_FILE'
  /** It is published and can no longer change. */
  | 'NOT_A_DRAFT'
  /** There is no such question set. */
  | 'NOT_FOUND'
  /** The file is of another template. */
  | 'OTHER_TEMPLATE'
  /** Somebody has saved since, and the edits contradict each other; see `conflict`. */
  | 'STALE_VERSION'
  /** There is no such upload of yours; uploads are kept for an hour. */
  | 'UNKNOWN_UPLOAD'
  /** The draft has no save of this version. */
  | 'UNKNOWN_VERSION';

/** A file to save as a draft, at the version that the designer has seen. */
export type ReadQuestionnaireInput = {
  /** What the file is. */
  readonly format: QuestionnaireFormat;
  /** The draft. */
  readonly id: string;
  /** XLSForm: language of wordings that state none; und without. */
  readonly language?: string | null | undefined;
  /** The uploaded file, see POST /uploads. At most 16 MB. */
  readonly upload: string;
  /** Version of the draft that the file was made from. */
  readonly version: number;
};

/** Why a freeze was not released. */
export type ReleaseFreezeErrorCode =
  /** It was released before; a release is never changed. */
  | 'ALREADY_RELEASED'
  /** An earlier release rests on another panel, so that their difference cannot be judged. */
  | 'PANEL_CHANGED'
  /** There is no such freeze, or your token does not cover its study. */
  | 'UNKNOWN_FREEZE';

/** A freeze to release. */
export type ReleaseFreezeInput = {
  /** Name of the freeze. */
  readonly name: string;
  /** Slug of the study. */
  readonly study: string;
};

/** That a question asks directly for the change of another one. */
export type ReportedChangeInput = {
  /** Code of the question whose change is reported. */
  readonly question: string;
  /** Year since which. */
  readonly since: number;
};

/** Why no link is sent to anybody. */
export type RequestSignInLinkErrorCode =
  /** This service sends no e-mail. */
  | 'NOT_CONFIGURED'
  /** More than 5 requests for this address, or 30 from this network, within an hour. */
  | 'TOO_MANY_REQUESTS';

/** Who wants to sign in. */
export type RequestSignInLinkInput = {
  /** E-mail address, at most 254 characters. */
  readonly email: string;
};

/** Why the languages were not changed. */
export type RequireLocalesErrorCode =
  /** No template has this slug. */
  | 'UNKNOWN_TEMPLATE';

/** Languages in which everything that a template publishes must be there. */
export type RequireLocalesInput = {
  /** BCP 47 language tags; none = no language is required. */
  readonly locales: ReadonlyArray<string>;
  /** Slug of the template. */
  readonly template: string;
};

/** State of one municipality's sheet in one round. */
export type ResponseStatus =
  /** Checked and final. */
  | 'ACCEPTED'
  /** Being filled; counts in no figure. */
  | 'DRAFT'
  /** Nothing has been written yet. */
  | 'NOT_STARTED'
  /** Given back for correction; figures count the last submission until the next. */
  | 'RETURNED'
  /** Handed in; figures count this submission. */
  | 'SUBMITTED';

/** A draft, and an earlier save of it to go back to. */
export type RestoreQuestionSetInput = {
  /** The draft. */
  readonly id: string;
  /** Version to go back to; its document is saved as the next one. */
  readonly to: number;
  /** Version that the designer has seen last. */
  readonly version: number;
};

/** Gives a sheet back for correction. */
export type ReturnResponseInput = {
  /** Queries to open with it, at most 100. */
  readonly queries?: ReadonlyArray<QueryInput> | null | undefined;
  /** Why. Goes on record and to the municipality. */
  readonly reason: string;
  /** The response. */
  readonly response: string;
  /** Version the reviewer has seen: refused when the sheet has changed since. Without it the current one. */
  readonly version?: number | null | undefined;
};

/** Why an act of the review was refused. */
export type ReviewErrorCode =
  /** Only a sheet that was handed in can be accepted. */
  | 'NOT_ACCEPTABLE'
  /** There is no such response, or your token does not cover it. */
  | 'NOT_FOUND'
  /** Queries are asked about sheets that were handed in and are not final. */
  | 'NOT_HANDED_IN'
  /** Only a sheet that was handed in can be given back. */
  | 'NOT_RETURNABLE'
  /** A query is answered by the municipality or by staff who run the round. */
  | 'NOT_YOURS_TO_ANSWER'
  /** Queries are not closed yet. */
  | 'OPEN_QUERIES'
  /** The query is settled. */
  | 'QUERY_CLOSED'
  /** The sheet has changed since the version that was seen. */
  | 'STALE_VERSION'
  /** The sheet has no such query. */
  | 'UNKNOWN_QUERY'
  /** The sheet has no such question. */
  | 'UNKNOWN_QUESTION';

/** What a person may do. */
export type Role =
  /** Everything within the studies of the token. */
  | 'ADMIN'
  /** Read figures. */
  | 'ANALYST'
  /** Design, publish and import. */
  | 'DESIGNER'
  /** Fill and submit the sheet of one municipality. */
  | 'RESPONDENT'
  /** Run a round: windows, contacts, return and accept sheets, enter on behalf. */
  | 'REVIEWER';

/** Which of the two rounds of a comparison. */
export type RoundSide =
  /** The earlier round. */
  | 'FROM'
  /** The later round. */
  | 'TO';

/** State of a round. */
export type RoundStatus =
  /** No more submissions. */
  | 'CLOSED'
  /** Sheets can be filled and submitted. */
  | 'OPEN'
  /** Not yet open. */
  | 'PLANNED';

/** Why answers were not saved. */
export type SaveAnswersErrorCode =
  /** The same question is given twice. */
  | 'DUPLICATE_QUESTION'
  /** The key was used for another payload. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The value does not fit the question; the message says what was expected. */
  | 'INVALID_VALUE'
  /** The sheet is submitted or accepted. */
  | 'NOT_EDITABLE'
  /** There is no such response, or your token does not cover it. */
  | 'NOT_FOUND'
  /** The value is not last round's answer, or the question does not let it be taken over. */
  | 'NOT_THE_PRIOR_ANSWER'
  /** Another department works on the section. */
  | 'NOT_YOUR_SECTION'
  /** The window is not open for this municipality; the message names it. */
  | 'ROUND_NOT_OPEN'
  /** The sheet has no such question. */
  | 'UNKNOWN_QUESTION';

/** Answers to save on one sheet. Each succeeds or conflicts on its own; an invalid value refuses all. */
export type SaveAnswersInput = {
  /** 1 to 250 answers, each question at most once. */
  readonly answers: ReadonlyArray<AnswerInput>;
  /** UUID made by the client for this act: repeating it has no further effect and gives the same result. */
  readonly idempotencyKey: string;
  /** The response. */
  readonly response: string;
};

/** Adds a department, or gives it another name. */
export type SaveDepartmentInput = {
  /** Code, unique in the municipality. */
  readonly code: string;
  /** Code of the municipality. */
  readonly municipality: string;
  /** Name. */
  readonly name: string;
  /** Slug of the study. */
  readonly study: string;
};

/** A person with everything that is kept: what is left out is removed. */
export type SavePersonInput = {
  /** E-mail address; without it no links. */
  readonly email?: string | null | undefined;
  /** Who is changed; without it a new person. */
  readonly id?: string | null | undefined;
  /** Language in which the person is written to, as BCP 47 tag. */
  readonly locale?: string;
  /** Display name, 1 to 200 characters. */
  readonly name: string;
  /** All roles, at most 50. */
  readonly roles: ReadonlyArray<AccountRoleInput>;
};

/** Why a draft was not saved. */
export type SaveQuestionSetErrorCode =
  /** The document breaks a rule; `path` names the place. */
  | 'INVALID_DOCUMENT'
  /** It is published and can no longer change. */
  | 'NOT_A_DRAFT'
  /** There is no such question set. */
  | 'NOT_FOUND'
  /** Somebody has saved since, and the edits contradict each other; see `conflict`. */
  | 'STALE_VERSION'
  /** The draft has no save of this version. */
  | 'UNKNOWN_VERSION';

/** A whole draft, with the version it was read at. */
export type SaveQuestionSetInput = {
  /** The whole document; what it lacks is removed. */
  readonly document: QuestionSetDocumentInput;
  /** The draft. */
  readonly id: string;
  /** Version the document was read at. */
  readonly version: number;
};

/** Why a scale was not saved. */
export type SaveSharedScaleErrorCode =
  /** The scale breaks a rule, or gives a code that was taken another meaning; `path` names the place. */
  | 'INVALID_SCALE'
  /** Somebody has saved it since; read the current revision first. */
  | 'STALE_REVISION';

/** A scale for the library. */
export type SaveSharedScaleInput = {
  /** Revision that it was read at; 0 for a new scale. */
  readonly revision: number;
  /** The whole scale. */
  readonly scale: ScaleInput;
};

/** A scale as one whole. */
export type ScaleInput = {
  /** Named groups of levels. */
  readonly boxes?: ReadonlyArray<BoxInput>;
  /** Code, unique in the set. */
  readonly code: string;
  /** Levels, lowest first. */
  readonly levels: ReadonlyArray<LevelInput>;
  /** Answers that are not values. */
  readonly missing?: ReadonlyArray<MissingCodeInput>;
  /** Whether the levels ascend. */
  readonly ordered: boolean;
  /** Whether a higher level is worse or better. */
  readonly polarity?: Polarity;
};

/** Why a section was not changed. */
export type SectionErrorCode =
  /** The comment does not fit; the message says what was expected. */
  | 'INVALID_VALUE'
  /** The sheet is submitted or accepted. */
  | 'NOT_EDITABLE'
  /** There is no such sheet or municipality, or your token does not cover it. */
  | 'NOT_FOUND'
  /** Sections are given to departments by the signatory or by staff. */
  | 'NOT_SIGNATORY'
  /** Another department works on the section. */
  | 'NOT_YOUR_SECTION'
  /** The window is not open for this municipality; the message names it. */
  | 'ROUND_NOT_OPEN'
  /** Somebody has changed the section since the revision that was seen. */
  | 'STALE_REVISION'
  /** The municipality has no such department. */
  | 'UNKNOWN_DEPARTMENT'
  /** The sheet has no such section. */
  | 'UNKNOWN_SECTION';

/** A group of questions. */
export type SectionInput = {
  /** Code, unique in the set. */
  readonly code: string;
  /** Questions in order. */
  readonly questions: ReadonlyArray<QuestionInput>;
  /** Title per language. */
  readonly title: ReadonlyArray<TranslationInput>;
};

/** Why the policy was not set. */
export type SetDisclosurePolicyErrorCode =
  /** The study has no such attribute. */
  | 'UNKNOWN_ATTRIBUTE'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** The policy of a study on who sees which figure. */
export type SetDisclosurePolicyInput = {
  /** Codes of attributes, the most important first; at most 10. */
  readonly breakdowns: ReadonlyArray<string>;
  /** Which analysts see single answers. */
  readonly singleAnswers: SingleAnswersRule;
  /** Fewest municipalities that a figure rests on, 3 to 100. */
  readonly smallestBase: number;
  /** Slug of the study. */
  readonly study: string;
};

/** As what a sheet leaves. */
export type SheetFileFormat =
  /** Semicolons, UTF-8 with byte-order mark, as German spreadsheets open it. */
  | 'CSV'
  /** For paper, and for reading: tagged for screen readers, with boxes to tick and lines to write on. */
  | 'PDF'
  /** A workbook with lists to choose from. */
  | 'XLSX';

/** A way in for browsers. */
export type SignInMethod =
  /** On a laptop: issueDevelopmentToken, whose token POST /auth/development takes. */
  | 'DEVELOPMENT'
  /** A link by e-mail: requestSignInLink. */
  | 'LINK'
  /** Your organisation's identity provider: GET /auth/sign-in. */
  | 'PROVIDER';

/** How a question compares with the one of an earlier year. */
export type SinceInput = {
  /** Why. */
  readonly note?: string | null | undefined;
  /** RECODED: the level map. */
  readonly recode?: ReadonlyArray<LevelMappingInput>;
  /** Revision; without it the last published one of the year. */
  readonly revision?: number | null | undefined;
  /** The verdict. */
  readonly verdict: Verdict;
  /** Year compared with. */
  readonly year: number;
};

/** Which analysts see single answers. */
export type SingleAnswersRule =
  /** Every analyst of the study. */
  | 'ANALYSTS'
  /** Those whose token grants it; the others see released freezes and fixed breakdowns only. */
  | 'GRANTED';

/** Why a sheet was not handed in. */
export type SubmitResponseErrorCode =
  /** An answer is implausible; it needs a comment, or to be another one. */
  | 'COMMENT_REQUIRED'
  /** The key was used for another payload. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An answer does not fit its question. */
  | 'INVALID_VALUE'
  /** There is no such response, or your token does not cover it. */
  | 'NOT_FOUND'
  /** Only the signatory of the municipality hands a sheet in. */
  | 'NOT_SIGNATORY'
  /** The sheet is in a state from which it cannot be handed in. */
  | 'NOT_SUBMITTABLE'
  /** A required question has no answer. */
  | 'REQUIRED'
  /** The window is not open for this municipality; the message names it. */
  | 'ROUND_NOT_OPEN'
  /** A check of the designer is not met; the message says which. */
  | 'RULE_NOT_MET'
  /** The sheet has changed since the version that was seen. */
  | 'STALE_VERSION';

/** Hands a sheet in. */
export type SubmitResponseInput = {
  /** UUID made by the client for this act: repeating it has no further effect and gives the same submission. Without it a repetition is refused as NOT_SUBMITTABLE. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why a sheet that was handed in before is corrected. */
  readonly reason?: string | null | undefined;
  /** The response. */
  readonly response: string;
  /** Version the signatory has seen: refused when the sheet has changed since. Without it the current one. */
  readonly version?: number | null | undefined;
};

/** Why no freeze was taken. */
export type TakeFreezeErrorCode =
  /** The study has a freeze of this name. */
  | 'NAME_TAKEN'
  /** There is no such study, or your token does not cover it. */
  | 'UNKNOWN_STUDY';

/** A new freeze. */
export type TakeFreezeInput = {
  /** Name, unique in the study, e.g. report-2018. */
  readonly name: string;
  /** What it is taken for. */
  readonly note?: string | null | undefined;
  /** Slug of the study. */
  readonly study: string;
};

/** A text in one language. */
export type TranslationInput = {
  /** BCP 47 language tag, e.g. de. */
  readonly locale: string;
  /** The text in that language, at most 10,000 characters. */
  readonly text: string;
};

/** Work on one section. Fields that are left out stay as they are. */
export type UpdateSectionInput = {
  /** Revision that was seen; refused when somebody has changed it since. Without it the current one. */
  readonly basedOnRevision?: number | null | undefined;
  /** Comment on the section; null removes it. */
  readonly comment?: string | null | undefined;
  /** Code of the department that works on it; null gives it to everybody. For signatories and staff. */
  readonly department?: string | null | undefined;
  /** Whether the section is done. */
  readonly done?: boolean | null | undefined;
  /** The response. */
  readonly response: string;
  /** Code of the section. */
  readonly section: string;
};

/** How a question compares with its predecessor, strongest first. */
export type Verdict =
  /** No longer the same measurement: there is never a delta. */
  | 'BREAK'
  /** Reworded, same meaning; figures carry a footnote. */
  | 'COMPARABLE'
  /** A typing or layout correction. */
  | 'EDITORIAL'
  /** Same wording and scale. */
  | 'IDENTICAL'
  /** Another scale with a level map; figures carry a footnote. */
  | 'RECODED';

/** What became of words. */
export type WordOp =
  /** They came. */
  | 'ADDED'
  /** They stayed. */
  | 'EQUAL'
  /** They went. */
  | 'REMOVED';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly name: string, readonly roles: ReadonlyArray<Role>, readonly studies: ReadonlyArray<string> | null, readonly municipality: string | null, readonly department: string | null, readonly signatory: boolean, readonly singleAnswers: boolean, readonly scopes: { readonly acting: string, readonly all: ReadonlyArray<string> } | null } | null };

export type IssueDevelopmentTokenMutationVariables = Exact<{
  input: IssueDevelopmentTokenInput;
}>;


export type IssueDevelopmentTokenMutation = { readonly issueDevelopmentToken: { readonly token: string | null, readonly expiresAt: string | null, readonly errors: ReadonlyArray<{ readonly code: IssueDevelopmentTokenErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VerifyAuditQueryVariables = Exact<{
  study: string;
  kept?: ReadonlyArray<KeptCheckpointInput> | KeptCheckpointInput | null | undefined;
}>;


export type VerifyAuditQuery = { readonly verifyAudit: { readonly events: number, readonly sheets: number, readonly checkpoints: number, readonly faults: ReadonlyArray<{ readonly chain: string, readonly number: number, readonly kind: AuditFaultKind, readonly message: string }> } | null };

export type SignCheckpointMutationVariables = Exact<{
  study: string;
}>;


export type SignCheckpointMutation = { readonly signCheckpoint: { readonly number: number, readonly at: string, readonly heads: number, readonly hash: string, readonly signature: string, readonly keyId: string, readonly publicKey: string } | null };

export type CompareByAttributeQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  attribute: string;
  questions?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
  freeze?: string | null | undefined;
  excludeCarriedOver?: boolean | null | undefined;
}>;


export type CompareByAttributeQuery = { readonly comparison: { readonly deltas: ReadonlyArray<{ readonly question: { readonly code: string }, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number, readonly excluded: number } | null, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly suppressed: boolean, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number, readonly excluded: number } | null }> }> } | null };

export type CompareDetailsQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  questions?: ReadonlyArray<string> | string | null | undefined;
  round: RoundSide;
  box: string;
  direction?: Direction | null | undefined;
  first: number;
}>;


export type CompareDetailsQuery = { readonly comparison: { readonly panelSize: number, readonly deltas: ReadonlyArray<{ readonly basis: Basis, readonly comparability: Verdict | null, readonly question: { readonly code: string }, readonly option: { readonly code: string } | null, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly transitions: ReadonlyArray<{ readonly from: string, readonly to: string, readonly count: number }>, readonly levelShare: { readonly count: number, readonly of: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly municipalities: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly direction: Direction | null, readonly exclusion: ExclusionReason | null, readonly municipality: { readonly code: string, readonly name: string }, readonly from:
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
             | null, readonly to:
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
             | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }> } | null };

export type CompareInDepthQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  questions: ReadonlyArray<string> | string;
}>;


export type CompareInDepthQuery = { readonly comparison: { readonly deltas: ReadonlyArray<{ readonly question: { readonly code: string }, readonly transitions: ReadonlyArray<{ readonly from: string, readonly to: string, readonly count: number }>, readonly levelShare: { readonly count: number, readonly of: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly change: { readonly n: number, readonly mean: number | null, readonly median: number | null, readonly standardDeviation: number | null } | null, readonly statistics: { readonly shareIncreased: { readonly estimate: number, readonly low: number, readonly high: number, readonly method: IntervalMethod } | null, readonly signTest: { readonly increased: number, readonly decreased: number, readonly pValue: number, readonly log10PValue: number, readonly pValueHolm: number, readonly pValueBenjaminiHochberg: number } | null, readonly marginalHomogeneity: { readonly chiSquared: number, readonly degreesOfFreedom: number, readonly pValue: number } | null, readonly signedRank: { readonly z: number | null, readonly pValue: number, readonly pValueExact: number | null } | null } | null, readonly municipalities: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly direction: Direction | null, readonly municipality: { readonly code: string, readonly name: string }, readonly from:
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
             | null, readonly to:
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
              | { readonly canonical: string }
             | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }> } | null };

export type CompareQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  filter?: MunicipalityFilter | null | undefined;
  questions?: ReadonlyArray<string> | string | null | undefined;
  locale?: string | null | undefined;
  asOf?: string | null | undefined;
  freeze?: string | null | undefined;
  excludeCarriedOver?: boolean | null | undefined;
}>;


export type CompareQuery = { readonly comparison: { readonly panelSize: number, readonly from: { readonly code: string, readonly year: number }, readonly to: { readonly code: string, readonly year: number }, readonly deltas: ReadonlyArray<{ readonly basis: Basis, readonly comparability: Verdict | null, readonly sentence: string, readonly question: { readonly code: string, readonly text: string }, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null }> } | null };

export type CompletionQueryVariables = Exact<{
  study: string;
  round: string;
  by?: string | null | undefined;
  first: number;
}>;


export type CompletionQuery = { readonly completion: ReadonlyArray<{ readonly value: string | null, readonly members: number, readonly counts: ReadonlyArray<{ readonly stage: CompletionStage, readonly count: number, readonly municipalities: ReadonlyArray<{ readonly code: string, readonly name: string }> }> }> | null };

export type CompletionChangedSubscriptionVariables = Exact<{
  study: string;
  round: string;
  by?: string | null | undefined;
  first: number;
}>;


export type CompletionChangedSubscription = { readonly completionChanged: ReadonlyArray<{ readonly value: string | null, readonly members: number, readonly counts: ReadonlyArray<{ readonly stage: CompletionStage, readonly count: number, readonly municipalities: ReadonlyArray<{ readonly code: string, readonly name: string }> }> }> };

export type TemplateQuestionSetsQueryVariables = Exact<{
  template: string;
}>;


export type TemplateQuestionSetsQuery = { readonly template: { readonly slug: string, readonly questionSets: ReadonlyArray<{ readonly id: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number }> } | null };

export type QuestionSetDiffQueryVariables = Exact<{
  from: string;
  to: string;
  locale: string;
  format: DiffFormat;
}>;


export type QuestionSetDiffQuery = { readonly questionSetDiff: { readonly unchanged: number, readonly text: string, readonly added: ReadonlyArray<{ readonly code: string, readonly section: string }>, readonly removed: ReadonlyArray<{ readonly code: string, readonly section: string }>, readonly moved: ReadonlyArray<{ readonly code: string, readonly fromSection: string, readonly toSection: string }>, readonly changed: ReadonlyArray<{ readonly code: string, readonly aspects: ReadonlyArray<ChangeAspect>, readonly verdict: Verdict | null, readonly breaksSeries: boolean, readonly proposal: { readonly verdict: Verdict, readonly reason: ProposalReason, readonly recode: ReadonlyArray<{ readonly from: string, readonly to: string }> } | null, readonly affected: ReadonlyArray<{ readonly study: string, readonly rounds: ReadonlyArray<string>, readonly freezes: ReadonlyArray<string> }> }> } | null };

export type ImportStudyMutationVariables = Exact<{
  input: ImportStudyInput;
}>;


export type ImportStudyMutation = { readonly importStudy: { readonly import: { readonly id: string, readonly status: ImportStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ImportStudyErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ImportProgressQuery = { readonly import: { readonly id: string, readonly status: ImportStatus, readonly dryRun: boolean, readonly percent: number, readonly study: string | null, readonly unchanged: boolean, readonly municipalities: number, readonly submissions: number, readonly answers: number, readonly faultCount: number, readonly faults: ReadonlyArray<{ readonly code: string, readonly file: string, readonly line: number | null, readonly column: number | null, readonly message: string, readonly expected: string }> } | null };

export type ExportStudyMutationVariables = Exact<{
  input: ExportStudyInput;
}>;


export type ExportStudyMutation = { readonly exportStudy: { readonly downloadPath: string | null, readonly errors: ReadonlyArray<{ readonly code: ExportStudyErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ExportDataMutationVariables = Exact<{
  input: ExportDataInput;
}>;


export type ExportDataMutation = { readonly exportData: { readonly export: { readonly id: string, readonly status: DataExportStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ExportDataErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DataExportQueryVariables = Exact<{
  id: string;
}>;


export type DataExportQuery = { readonly dataExport: { readonly id: string, readonly status: DataExportStatus, readonly percent: number, readonly fileName: string, readonly downloadPath: string | null, readonly expiresAt: string | null } | null };

export type FreezesQueryVariables = Exact<{
  study: string;
}>;


export type FreezesQuery = { readonly study: { readonly slug: string, readonly disclosure: { readonly smallestBase: number, readonly breakdowns: ReadonlyArray<string>, readonly singleAnswers: SingleAnswersRule }, readonly freezes: ReadonlyArray<{ readonly name: string, readonly note: string | null, readonly takenAt: string, readonly takenByName: string, readonly releasedAt: string | null }> } | null };

export type TakeFreezeMutationVariables = Exact<{
  input: TakeFreezeInput;
}>;


export type TakeFreezeMutation = { readonly takeFreeze: { readonly freeze: { readonly name: string, readonly takenAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: TakeFreezeErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ReleaseFreezeMutationVariables = Exact<{
  input: ReleaseFreezeInput;
}>;


export type ReleaseFreezeMutation = { readonly releaseFreeze: { readonly freeze: { readonly name: string, readonly releasedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: ReleaseFreezeErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SetDisclosurePolicyMutationVariables = Exact<{
  input: SetDisclosurePolicyInput;
}>;


export type SetDisclosurePolicyMutation = { readonly setDisclosurePolicy: { readonly policy: { readonly smallestBase: number, readonly breakdowns: ReadonlyArray<string>, readonly singleAnswers: SingleAnswersRule } | null, readonly errors: ReadonlyArray<{ readonly code: SetDisclosurePolicyErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type FreezeDiffQueryVariables = Exact<{
  study: string;
  a: string;
  b: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type FreezeDiffQuery = { readonly freezeDiff: { readonly figures: ReadonlyArray<{ readonly from: string, readonly to: string, readonly comparabilityBefore: Verdict | null, readonly comparabilityAfter: Verdict | null, readonly question: { readonly code: string }, readonly option: { readonly code: string } | null, readonly before: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number, readonly excluded: number } | null, readonly after: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number, readonly excluded: number } | null, readonly moves: ReadonlyArray<{ readonly cause: MoveCause, readonly count: number, readonly municipalities: ReadonlyArray<{ readonly code: string, readonly name: string }> }> }> } | null };

export type SheetChangedSubscriptionVariables = Exact<{
  response: string;
  since?: string | null | undefined;
}>;


export type SheetChangedSubscription = { readonly sheetChanged: { readonly cursor: string, readonly question: string, readonly revision: number, readonly value:
      | { readonly canonical: string }
      | { readonly canonical: string }
      | { readonly canonical: string }
      | { readonly canonical: string }
      | { readonly canonical: string }
      | { readonly canonical: string }
     | null, readonly savedBy: { readonly name: string } } };

export type DraftQuestionSetMutationVariables = Exact<{
  input: DraftQuestionSetInput;
}>;


export type DraftQuestionSetMutation = { readonly draftQuestionSet: { readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly sections: ReadonlyArray<{ readonly code: string, readonly questions: ReadonlyArray<{ readonly code: string, readonly text: string, readonly type: QuestionType }> }> } | null, readonly errors: ReadonlyArray<{ readonly code: DraftQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SaveQuestionSetMutationVariables = Exact<{
  input: SaveQuestionSetInput;
}>;


export type SaveQuestionSetMutation = { readonly saveQuestionSet: { readonly questionSet: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: SaveQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PublishQuestionSetMutationVariables = Exact<{
  input: PublishQuestionSetInput;
}>;


export type PublishQuestionSetMutation = { readonly publishQuestionSet: { readonly questionSet: { readonly id: string, readonly revision: number, readonly status: QuestionSetStatus, readonly publishedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: PublishQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OpenRoundMutationVariables = Exact<{
  input: OpenRoundInput;
}>;


export type OpenRoundMutation = { readonly openRound: { readonly round: { readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string, readonly questionSet: { readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: OpenRoundErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type QuestionnaireFileQueryVariables = Exact<{
  id: string;
  format: QuestionnaireFormat;
  previous?: string | null | undefined;
  source?: string | null | undefined;
  target?: string | null | undefined;
}>;


export type QuestionnaireFileQuery = { readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly file: { readonly name: string, readonly mediaType: string, readonly base64: string } } | null };

export type MissingTranslationsQueryVariables = Exact<{
  id: string;
  locales: ReadonlyArray<string> | string;
}>;


export type MissingTranslationsQuery = { readonly questionSet: { readonly missingTranslations: ReadonlyArray<{ readonly locale: string, readonly key: string, readonly source: string }> } | null };

export type RoundTypesQueryVariables = Exact<{
  study: string;
  round: string;
}>;


export type RoundTypesQuery = { readonly roundTypes: string | null };

export type ReadQuestionnaireMutationVariables = Exact<{
  input: ReadQuestionnaireInput;
}>;


export type ReadQuestionnaireMutation = { readonly readQuestionnaire: { readonly questionSet: { readonly id: string, readonly version: number } | null, readonly merged: ReadonlyArray<{ readonly path: ReadonlyArray<string> }>, readonly conflict: { readonly fields: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly base: string | null, readonly yours: string | null, readonly theirs: string | null }> } | null, readonly notTakenOver: ReadonlyArray<{ readonly sheet: string, readonly row: number, readonly column: string | null, readonly what: string, readonly why: string, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }>, readonly faults: ReadonlyArray<{ readonly sheet: string | null, readonly line: number | null, readonly column: string | null, readonly message: string, readonly expected: string, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }>, readonly errors: ReadonlyArray<{ readonly code: ReadQuestionnaireErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type ReportQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  freeze?: string | null | undefined;
  locale: string;
}>;


export type ReportQuery = { readonly study: { readonly slug: string, readonly title: string, readonly description: string | null, readonly freezes: ReadonlyArray<{ readonly name: string, readonly takenAt: string }> } | null, readonly comparison: { readonly panelSize: number, readonly from: { readonly code: string, readonly year: number, readonly questionSet: { readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly code: string }> }> } | null }, readonly to: { readonly code: string, readonly year: number, readonly questionSet: { readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly code: string }> }> } | null }, readonly deltas: ReadonlyArray<{ readonly basis: Basis, readonly comparability: Verdict | null, readonly notes: ReadonlyArray<string>, readonly polarity: Polarity, readonly suppressed: boolean, readonly sentence: string, readonly citation: string | null, readonly question: { readonly code: string, readonly type: QuestionType, readonly text: string, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }> } | null, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null }, readonly option: { readonly code: string, readonly label: string } | null, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly earlier: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly later: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly agreements: ReadonlyArray<{ readonly comparable: number | null, readonly agree: number | null, readonly computed: { readonly question: { readonly code: string, readonly text: string } } }> } | null };

export type MySheetQueryVariables = Exact<{
  round: string;
  study: string;
  locale?: string | null | undefined;
}>;


export type MySheetQuery = { readonly mySheet: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly version: number }, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly visible: boolean, readonly question: { readonly code: string, readonly text: string, readonly type: QuestionType, readonly required: boolean, readonly scale: { readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }> } | null }, readonly answer: { readonly revision: number, readonly savedAt: string, readonly value:
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
           | null, readonly savedBy: { readonly name: string } } | null, readonly previous: { readonly comparability: Verdict, readonly round: { readonly year: number }, readonly value:
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
            | { readonly canonical: string }
           } | null }> }>, readonly progress: { readonly answered: number, readonly required: number, readonly total: number } } | null };

export type SaveAnswersMutationVariables = Exact<{
  input: SaveAnswersInput;
}>;


export type SaveAnswersMutation = { readonly saveAnswers: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly version: number } | null, readonly saved: ReadonlyArray<{ readonly question: string, readonly revision: number }>, readonly conflicts: ReadonlyArray<{ readonly question: string, readonly revision: number, readonly savedAt: string | null, readonly yours:
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
       | null, readonly theirs:
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
        | { readonly canonical: string }
       | null, readonly savedBy: { readonly name: string } | null }>, readonly errors: ReadonlyArray<{ readonly code: SaveAnswersErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SubmitResponseMutationVariables = Exact<{
  input: SubmitResponseInput;
}>;


export type SubmitResponseMutation = { readonly submitResponse: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly submittedAt: string | null, readonly receipt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: SubmitResponseErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SeriesQueryVariables = Exact<{
  study: string;
  question: string;
  box?: string | null | undefined;
}>;


export type SeriesQuery = { readonly series: { readonly points: ReadonlyArray<{ readonly comparability: Verdict | null, readonly round: { readonly code: string, readonly year: number }, readonly levelShare: { readonly count: number, readonly of: number } | null, readonly distribution: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number, readonly excluded: number } | null }> } | null };

export type SignInMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInMethodsQuery = { readonly signInMethods: ReadonlyArray<SignInMethod> };

export type RequestSignInLinkMutationVariables = Exact<{
  input: RequestSignInLinkInput;
}>;


export type RequestSignInLinkMutation = { readonly requestSignInLink: { readonly errors: ReadonlyArray<{ readonly code: RequestSignInLinkErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OpenSheetQueryVariables = Exact<{
  study: string;
  round: string;
  locale: string;
}>;


export type OpenSheetQuery = { readonly mySheet: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly version: number, readonly cursor: string, readonly submissionNumber: number | null, readonly submittedAt: string | null, readonly receipt: string | null }, readonly round: { readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string, readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly help: string | null, readonly required: boolean, readonly visibleIf: string | null, readonly requiredIf: string | null, readonly polarity: Polarity, readonly min: number | null, readonly max: number | null, readonly decimals: number | null, readonly valid: { readonly rule: string, readonly message: string } | null, readonly plausible: { readonly rule: string, readonly message: string } | null, readonly scale: { readonly code: string, readonly ordered: boolean, readonly polarity: Polarity, readonly levels: ReadonlyArray<{ readonly code: string }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind }> } | null, readonly rows: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly columns: ReadonlyArray<{ readonly code: string, readonly text: string }> }> }> } | null }, readonly window: { readonly status: RoundStatus, readonly closesAt: string | null, readonly isLate: boolean }, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly work: { readonly department: string | null, readonly doneAt: string | null, readonly doneByName: string | null, readonly comment: string | null, readonly revision: number }, readonly questions: ReadonlyArray<{ readonly visible: boolean, readonly required: boolean, readonly question: { readonly code: string, readonly type: QuestionType, readonly text: string, readonly help: string | null, readonly unit: string | null, readonly min: number | null, readonly max: number | null, readonly decimals: number | null, readonly polarity: Polarity, readonly prior: PriorPolicy, readonly required: boolean, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly archived: boolean, readonly label: string }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind, readonly label: string }> } | null, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null }, readonly answer: { readonly comment: string | null, readonly provenance: Provenance, readonly revision: number, readonly savedAt: string, readonly savedBy: { readonly name: string }, readonly value:
            | { readonly __typename: 'BooleanValue', readonly boolean: boolean, readonly canonical: string }
            | { readonly __typename: 'LevelValue', readonly level: string, readonly canonical: string }
            | { readonly __typename: 'LevelsValue', readonly levels: ReadonlyArray<string>, readonly canonical: string }
            | { readonly __typename: 'MissingValue', readonly missing: string, readonly canonical: string }
            | { readonly __typename: 'NumberValue', readonly number: number, readonly canonical: string }
            | { readonly __typename: 'TextValue', readonly text: string, readonly canonical: string }
           | null } | null, readonly previous: { readonly comparability: Verdict, readonly round: { readonly code: string, readonly year: number }, readonly value:
            | { readonly __typename: 'BooleanValue', readonly label: string, readonly boolean: boolean, readonly canonical: string }
            | { readonly __typename: 'LevelValue', readonly label: string, readonly level: string, readonly canonical: string }
            | { readonly __typename: 'LevelsValue', readonly label: string, readonly levels: ReadonlyArray<string>, readonly canonical: string }
            | { readonly __typename: 'MissingValue', readonly label: string, readonly missing: string, readonly canonical: string }
            | { readonly __typename: 'NumberValue', readonly label: string, readonly number: number, readonly canonical: string }
            | { readonly __typename: 'TextValue', readonly label: string, readonly text: string, readonly canonical: string }
           } | null }> }>, readonly progress: { readonly answered: number, readonly required: number, readonly total: number } } | null };

export type OpenSheetOfQueryVariables = Exact<{
  study: string;
  round: string;
  municipality: string;
  locale: string;
}>;


export type OpenSheetOfQuery = { readonly sheet: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly version: number, readonly cursor: string, readonly submissionNumber: number | null, readonly submittedAt: string | null, readonly receipt: string | null }, readonly round: { readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string, readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly help: string | null, readonly required: boolean, readonly visibleIf: string | null, readonly requiredIf: string | null, readonly polarity: Polarity, readonly min: number | null, readonly max: number | null, readonly decimals: number | null, readonly valid: { readonly rule: string, readonly message: string } | null, readonly plausible: { readonly rule: string, readonly message: string } | null, readonly scale: { readonly code: string, readonly ordered: boolean, readonly polarity: Polarity, readonly levels: ReadonlyArray<{ readonly code: string }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind }> } | null, readonly rows: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly columns: ReadonlyArray<{ readonly code: string, readonly text: string }> }> }> } | null }, readonly window: { readonly status: RoundStatus, readonly closesAt: string | null, readonly isLate: boolean }, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly work: { readonly department: string | null, readonly doneAt: string | null, readonly doneByName: string | null, readonly comment: string | null, readonly revision: number }, readonly questions: ReadonlyArray<{ readonly visible: boolean, readonly required: boolean, readonly question: { readonly code: string, readonly type: QuestionType, readonly text: string, readonly help: string | null, readonly unit: string | null, readonly min: number | null, readonly max: number | null, readonly decimals: number | null, readonly polarity: Polarity, readonly prior: PriorPolicy, readonly required: boolean, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly archived: boolean, readonly label: string }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind, readonly label: string }> } | null, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null }, readonly answer: { readonly comment: string | null, readonly provenance: Provenance, readonly revision: number, readonly savedAt: string, readonly savedBy: { readonly name: string }, readonly value:
            | { readonly __typename: 'BooleanValue', readonly boolean: boolean, readonly canonical: string }
            | { readonly __typename: 'LevelValue', readonly level: string, readonly canonical: string }
            | { readonly __typename: 'LevelsValue', readonly levels: ReadonlyArray<string>, readonly canonical: string }
            | { readonly __typename: 'MissingValue', readonly missing: string, readonly canonical: string }
            | { readonly __typename: 'NumberValue', readonly number: number, readonly canonical: string }
            | { readonly __typename: 'TextValue', readonly text: string, readonly canonical: string }
           | null } | null, readonly previous: { readonly comparability: Verdict, readonly round: { readonly code: string, readonly year: number }, readonly value:
            | { readonly __typename: 'BooleanValue', readonly label: string, readonly boolean: boolean, readonly canonical: string }
            | { readonly __typename: 'LevelValue', readonly label: string, readonly level: string, readonly canonical: string }
            | { readonly __typename: 'LevelsValue', readonly label: string, readonly levels: ReadonlyArray<string>, readonly canonical: string }
            | { readonly __typename: 'MissingValue', readonly label: string, readonly missing: string, readonly canonical: string }
            | { readonly __typename: 'NumberValue', readonly label: string, readonly number: number, readonly canonical: string }
            | { readonly __typename: 'TextValue', readonly label: string, readonly text: string, readonly canonical: string }
           } | null }> }>, readonly progress: { readonly answered: number, readonly required: number, readonly total: number } } | null };

export type OpenSheetFieldsFragment = { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly version: number, readonly cursor: string, readonly submissionNumber: number | null, readonly submittedAt: string | null, readonly receipt: string | null }, readonly round: { readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string, readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly help: string | null, readonly required: boolean, readonly visibleIf: string | null, readonly requiredIf: string | null, readonly polarity: Polarity, readonly min: number | null, readonly max: number | null, readonly decimals: number | null, readonly valid: { readonly rule: string, readonly message: string } | null, readonly plausible: { readonly rule: string, readonly message: string } | null, readonly scale: { readonly code: string, readonly ordered: boolean, readonly polarity: Polarity, readonly levels: ReadonlyArray<{ readonly code: string }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind }> } | null, readonly rows: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly columns: ReadonlyArray<{ readonly code: string, readonly text: string }> }> }> } | null }, readonly window: { readonly status: RoundStatus, readonly closesAt: string | null, readonly isLate: boolean }, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly work: { readonly department: string | null, readonly doneAt: string | null, readonly doneByName: string | null, readonly comment: string | null, readonly revision: number }, readonly questions: ReadonlyArray<{ readonly visible: boolean, readonly required: boolean, readonly question: { readonly code: string, readonly type: QuestionType, readonly text: string, readonly help: string | null, readonly unit: string | null, readonly min: number | null, readonly max: number | null, readonly decimals: number | null, readonly polarity: Polarity, readonly prior: PriorPolicy, readonly required: boolean, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly archived: boolean, readonly label: string }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind, readonly label: string }> } | null, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null }, readonly answer: { readonly comment: string | null, readonly provenance: Provenance, readonly revision: number, readonly savedAt: string, readonly savedBy: { readonly name: string }, readonly value:
          | { readonly __typename: 'BooleanValue', readonly boolean: boolean, readonly canonical: string }
          | { readonly __typename: 'LevelValue', readonly level: string, readonly canonical: string }
          | { readonly __typename: 'LevelsValue', readonly levels: ReadonlyArray<string>, readonly canonical: string }
          | { readonly __typename: 'MissingValue', readonly missing: string, readonly canonical: string }
          | { readonly __typename: 'NumberValue', readonly number: number, readonly canonical: string }
          | { readonly __typename: 'TextValue', readonly text: string, readonly canonical: string }
         | null } | null, readonly previous: { readonly comparability: Verdict, readonly round: { readonly code: string, readonly year: number }, readonly value:
          | { readonly __typename: 'BooleanValue', readonly label: string, readonly boolean: boolean, readonly canonical: string }
          | { readonly __typename: 'LevelValue', readonly label: string, readonly level: string, readonly canonical: string }
          | { readonly __typename: 'LevelsValue', readonly label: string, readonly levels: ReadonlyArray<string>, readonly canonical: string }
          | { readonly __typename: 'MissingValue', readonly label: string, readonly missing: string, readonly canonical: string }
          | { readonly __typename: 'NumberValue', readonly label: string, readonly number: number, readonly canonical: string }
          | { readonly __typename: 'TextValue', readonly label: string, readonly text: string, readonly canonical: string }
         } | null }> }>, readonly progress: { readonly answered: number, readonly required: number, readonly total: number } };

export type SheetResponseFieldsFragment = { readonly id: string, readonly status: ResponseStatus, readonly version: number, readonly cursor: string, readonly submissionNumber: number | null, readonly submittedAt: string | null, readonly receipt: string | null };

export type SectionWorkFieldsFragment = { readonly department: string | null, readonly doneAt: string | null, readonly doneByName: string | null, readonly comment: string | null, readonly revision: number };

type ValueFields_BooleanValue_Fragment = { readonly __typename: 'BooleanValue', readonly boolean: boolean, readonly canonical: string };

type ValueFields_LevelValue_Fragment = { readonly __typename: 'LevelValue', readonly level: string, readonly canonical: string };

type ValueFields_LevelsValue_Fragment = { readonly __typename: 'LevelsValue', readonly levels: ReadonlyArray<string>, readonly canonical: string };

type ValueFields_MissingValue_Fragment = { readonly __typename: 'MissingValue', readonly missing: string, readonly canonical: string };

type ValueFields_NumberValue_Fragment = { readonly __typename: 'NumberValue', readonly number: number, readonly canonical: string };

type ValueFields_TextValue_Fragment = { readonly __typename: 'TextValue', readonly text: string, readonly canonical: string };

export type ValueFieldsFragment =
  | ValueFields_BooleanValue_Fragment
  | ValueFields_LevelValue_Fragment
  | ValueFields_LevelsValue_Fragment
  | ValueFields_MissingValue_Fragment
  | ValueFields_NumberValue_Fragment
  | ValueFields_TextValue_Fragment
;

export type SheetQueriesQueryVariables = Exact<{
  response: string;
}>;


export type SheetQueriesQuery = { readonly sheetQueries: ReadonlyArray<{ readonly number: number, readonly question: string, readonly status: QueryStatus, readonly submission: number, readonly messages: ReadonlyArray<{ readonly at: string, readonly text: string, readonly author: { readonly name: string } }> }> | null };

export type SaveSheetAnswersMutationVariables = Exact<{
  input: SaveAnswersInput;
}>;


export type SaveSheetAnswersMutation = { readonly saveAnswers: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly version: number, readonly cursor: string, readonly submissionNumber: number | null, readonly submittedAt: string | null, readonly receipt: string | null } | null, readonly saved: ReadonlyArray<{ readonly question: string, readonly revision: number }>, readonly conflicts: ReadonlyArray<{ readonly question: string, readonly revision: number, readonly savedAt: string | null, readonly theirs:
        | { readonly __typename: 'BooleanValue', readonly boolean: boolean, readonly canonical: string }
        | { readonly __typename: 'LevelValue', readonly level: string, readonly canonical: string }
        | { readonly __typename: 'LevelsValue', readonly levels: ReadonlyArray<string>, readonly canonical: string }
        | { readonly __typename: 'MissingValue', readonly missing: string, readonly canonical: string }
        | { readonly __typename: 'NumberValue', readonly number: number, readonly canonical: string }
        | { readonly __typename: 'TextValue', readonly text: string, readonly canonical: string }
       | null, readonly savedBy: { readonly name: string } | null }>, readonly errors: ReadonlyArray<{ readonly code: SaveAnswersErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type FollowSheetSubscriptionVariables = Exact<{
  response: string;
  since?: string | null | undefined;
}>;


export type FollowSheetSubscription = { readonly sheetChanged: { readonly cursor: string, readonly question: string, readonly comment: string | null, readonly revision: number, readonly savedAt: string, readonly value:
      | { readonly __typename: 'BooleanValue', readonly boolean: boolean, readonly canonical: string }
      | { readonly __typename: 'LevelValue', readonly level: string, readonly canonical: string }
      | { readonly __typename: 'LevelsValue', readonly levels: ReadonlyArray<string>, readonly canonical: string }
      | { readonly __typename: 'MissingValue', readonly missing: string, readonly canonical: string }
      | { readonly __typename: 'NumberValue', readonly number: number, readonly canonical: string }
      | { readonly __typename: 'TextValue', readonly text: string, readonly canonical: string }
     | null, readonly savedBy: { readonly name: string } } };

export type FollowPresenceSubscriptionVariables = Exact<{
  response: string;
}>;


export type FollowPresenceSubscription = { readonly presenceChanged: ReadonlyArray<{ readonly section: string, readonly seenAt: string, readonly person: { readonly name: string } }> };

export type AnnouncePresenceMutationVariables = Exact<{
  response: string;
  section: string;
}>;


export type AnnouncePresenceMutation = { readonly announcePresence: ReadonlyArray<{ readonly section: string, readonly seenAt: string, readonly person: { readonly name: string } }> };

export type StudiesQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type StudiesQuery = { readonly studies: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly description: string | null, readonly attributes: ReadonlyArray<{ readonly code: string, readonly label: string, readonly values: ReadonlyArray<{ readonly code: string, readonly label: string }> }>, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string, readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number } | null }> }> };

export type QuestionSetQueryVariables = Exact<{
  id: string;
  locale?: string | null | undefined;
}>;


export type QuestionSetQuery = { readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly contentHash: string | null, readonly sections: ReadonlyArray<{ readonly code: string, readonly title: string, readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly required: boolean, readonly visibleIf: string | null, readonly since: { readonly year: number, readonly verdict: Verdict } | null }> }> } | null };

export type AnalyseStudyFieldsFragment = { readonly slug: string, readonly title: string, readonly description: string | null, readonly attributes: ReadonlyArray<{ readonly code: string, readonly label: string, readonly values: ReadonlyArray<{ readonly code: string, readonly label: string }> }>, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus }>, readonly freezes: ReadonlyArray<{ readonly name: string, readonly takenAt: string }>, readonly disclosure: { readonly singleAnswers: SingleAnswersRule, readonly breakdowns: ReadonlyArray<string> } };

export type AnalyseGridsFragment = { readonly code: string, readonly year: number, readonly questionSet: { readonly sections: ReadonlyArray<{ readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly rows: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly columns: ReadonlyArray<{ readonly code: string, readonly text: string }> }> }> } | null };

export type AnalyseScaleFragment = { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }> };

export type AnalyseDeltaFragment = { readonly basis: Basis, readonly comparability: Verdict | null, readonly suppressed: boolean, readonly notes: ReadonlyArray<string>, readonly sentence: string, readonly question: { readonly code: string, readonly text: string, readonly type: QuestionType, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }> } | null }, readonly option: { readonly code: string, readonly label: string } | null, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly before: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly after: ReadonlyArray<{ readonly value: string, readonly count: number }> };

export type AnalyseAgreementFragment = { readonly question: { readonly code: string, readonly text: string }, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number } | null };

export type AnalysePointFragment = { readonly comparability: Verdict | null, readonly suppressed: boolean, readonly distribution: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number } | null };

export type AnalyseStudyQueryVariables = Exact<{
  study: string;
  locale: string;
}>;


export type AnalyseStudyQuery = { readonly study: { readonly slug: string, readonly title: string, readonly description: string | null, readonly attributes: ReadonlyArray<{ readonly code: string, readonly label: string, readonly values: ReadonlyArray<{ readonly code: string, readonly label: string }> }>, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus }>, readonly freezes: ReadonlyArray<{ readonly name: string, readonly takenAt: string }>, readonly disclosure: { readonly singleAnswers: SingleAnswersRule, readonly breakdowns: ReadonlyArray<string> } } | null };

export type AnalyseComparisonQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  locale: string;
  freeze?: string | null | undefined;
  excludeCarriedOver?: boolean | null | undefined;
  named: boolean;
}>;


export type AnalyseComparisonQuery = { readonly study: { readonly slug: string, readonly title: string, readonly description: string | null, readonly attributes: ReadonlyArray<{ readonly code: string, readonly label: string, readonly values: ReadonlyArray<{ readonly code: string, readonly label: string }> }>, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus }>, readonly freezes: ReadonlyArray<{ readonly name: string, readonly takenAt: string }>, readonly disclosure: { readonly singleAnswers: SingleAnswersRule, readonly breakdowns: ReadonlyArray<string> } } | null, readonly comparison: { readonly panelSize: number, readonly from: { readonly code: string, readonly year: number, readonly questionSet: { readonly sections: ReadonlyArray<{ readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly rows: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly columns: ReadonlyArray<{ readonly code: string, readonly text: string }> }> }> } | null }, readonly to: { readonly code: string, readonly year: number, readonly questionSet: { readonly sections: ReadonlyArray<{ readonly questions: ReadonlyArray<{ readonly code: string, readonly type: QuestionType, readonly text: string, readonly rows: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly columns: ReadonlyArray<{ readonly code: string, readonly text: string }> }> }> } | null }, readonly deltas: ReadonlyArray<{ readonly basis: Basis, readonly comparability: Verdict | null, readonly suppressed: boolean, readonly notes: ReadonlyArray<string>, readonly sentence: string, readonly question: { readonly code: string, readonly text: string, readonly type: QuestionType, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }> } | null }, readonly option: { readonly code: string, readonly label: string } | null, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly before: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly after: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly agreements: ReadonlyArray<{ readonly comparable: number | null, readonly agree: number | null, readonly computed: { readonly question: { readonly code: string, readonly text: string }, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number } | null }, readonly reported: { readonly question: { readonly code: string, readonly text: string }, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number } | null }, readonly disagreements?: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly computed: Direction, readonly reported: Direction, readonly municipality: { readonly code: string, readonly name: string } } }> } }> } | null };

export type AnalyseQuestionQueryVariables = Exact<{
  study: string;
  from: string;
  to: string;
  question: string;
  by: string;
  withGroups: boolean;
  locale: string;
  freeze?: string | null | undefined;
  excludeCarriedOver?: boolean | null | undefined;
}>;


export type AnalyseQuestionQuery = { readonly study: { readonly slug: string, readonly title: string, readonly description: string | null, readonly attributes: ReadonlyArray<{ readonly code: string, readonly label: string, readonly values: ReadonlyArray<{ readonly code: string, readonly label: string }> }>, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus }>, readonly freezes: ReadonlyArray<{ readonly name: string, readonly takenAt: string }>, readonly disclosure: { readonly singleAnswers: SingleAnswersRule, readonly breakdowns: ReadonlyArray<string> } } | null, readonly comparison: { readonly panelSize: number, readonly from: { readonly code: string, readonly year: number }, readonly to: { readonly code: string, readonly year: number }, readonly deltas: ReadonlyArray<{ readonly basis: Basis, readonly comparability: Verdict | null, readonly suppressed: boolean, readonly notes: ReadonlyArray<string>, readonly sentence: string, readonly transitions: ReadonlyArray<{ readonly from: string, readonly to: string, readonly count: number }>, readonly groups?: ReadonlyArray<{ readonly value: string | null, readonly suppressed: boolean, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number } | null }>, readonly question: { readonly code: string, readonly text: string, readonly type: QuestionType, readonly grid: { readonly code: string, readonly row: string, readonly column: string } | null, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }> } | null }, readonly option: { readonly code: string, readonly label: string } | null, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly changed: number, readonly comparable: number, readonly excluded: number, readonly exclusions: ReadonlyArray<{ readonly reason: ExclusionReason, readonly count: number }> } | null, readonly before: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly after: ReadonlyArray<{ readonly value: string, readonly count: number }> }> } | null, readonly series: { readonly points: ReadonlyArray<{ readonly comparability: Verdict | null, readonly suppressed: boolean, readonly round: { readonly code: string, readonly year: number }, readonly distribution: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number } | null }> } | null };

export type AnalyseAllRoundsQueryVariables = Exact<{
  study: string;
  locale: string;
  freeze?: string | null | undefined;
  excludeCarriedOver?: boolean | null | undefined;
}>;


export type AnalyseAllRoundsQuery = { readonly study: { readonly slug: string, readonly title: string, readonly description: string | null, readonly attributes: ReadonlyArray<{ readonly code: string, readonly label: string, readonly values: ReadonlyArray<{ readonly code: string, readonly label: string }> }>, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus }>, readonly freezes: ReadonlyArray<{ readonly name: string, readonly takenAt: string }>, readonly disclosure: { readonly singleAnswers: SingleAnswersRule, readonly breakdowns: ReadonlyArray<string> } } | null, readonly allSeries: ReadonlyArray<{ readonly question: { readonly code: string, readonly text: string, readonly type: QuestionType, readonly scale: { readonly code: string, readonly ordered: boolean, readonly levels: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }> } | null }, readonly points: ReadonlyArray<{ readonly comparability: Verdict | null, readonly suppressed: boolean, readonly round: { readonly code: string }, readonly distribution: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly tally: { readonly increased: number | null, readonly decreased: number | null, readonly unchanged: number, readonly comparable: number } | null }> }> | null };

export type ParticularsFragment = { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> };

export type DesignSetFieldsFragment = { readonly id: string, readonly template: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly publishedAt: string | null, readonly file: { readonly base64: string } };

export type DesignTemplatesQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type DesignTemplatesQuery = { readonly templates: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly locales: ReadonlyArray<string>, readonly modules: ReadonlyArray<{ readonly code: string, readonly title: string, readonly revisions: ReadonlyArray<{ readonly revision: number }> }>, readonly questionSets: ReadonlyArray<{ readonly id: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly publishedAt: string | null }> }>, readonly studies: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly template: string, readonly rounds: ReadonlyArray<{ readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string, readonly questionSet: { readonly id: string, readonly year: number, readonly revision: number } | null }> }> };

export type DesignTemplateQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;


export type DesignTemplateQuery = { readonly template: { readonly slug: string, readonly title: string, readonly locales: ReadonlyArray<string>, readonly archivedQuestions: ReadonlyArray<{ readonly code: string, readonly archivedAt: string, readonly reason: string | null }>, readonly modules: ReadonlyArray<{ readonly code: string, readonly title: string, readonly revisions: ReadonlyArray<{ readonly revision: number, readonly publishedAt: string, readonly sections: ReadonlyArray<{ readonly code: string, readonly questions: ReadonlyArray<{ readonly code: string }> }> }> }>, readonly questionSets: ReadonlyArray<{ readonly id: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number }> } | null };

export type DesignSetQueryVariables = Exact<{
  id: string;
}>;


export type DesignSetQuery = { readonly questionSet: { readonly id: string, readonly template: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly publishedAt: string | null, readonly file: { readonly base64: string } } | null };

export type DesignVersionQueryVariables = Exact<{
  id: string;
}>;


export type DesignVersionQuery = { readonly questionSet: { readonly id: string, readonly version: number, readonly status: QuestionSetStatus } | null };

export type DesignVersionsQueryVariables = Exact<{
  id: string;
}>;


export type DesignVersionsQuery = { readonly questionSet: { readonly id: string, readonly version: number, readonly versions: ReadonlyArray<{ readonly version: number, readonly savedAt: string, readonly savedByName: string, readonly restoredFrom: number | null }> } | null };

export type DesignGateQueryVariables = Exact<{
  id: string;
}>;


export type DesignGateQuery = { readonly questionSet: { readonly id: string, readonly version: number, readonly status: QuestionSetStatus, readonly publicationErrors: ReadonlyArray<{ readonly code: PublishQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } | null };

export type DesignChangesQueryVariables = Exact<{
  from: string;
  to: string;
  locale: string;
}>;


export type DesignChangesQuery = { readonly questionSetDiff: { readonly brokenUnchanged: ReadonlyArray<string>, readonly addedSections: ReadonlyArray<string>, readonly removedSections: ReadonlyArray<string>, readonly unchanged: number, readonly added: ReadonlyArray<{ readonly code: string, readonly section: string }>, readonly removed: ReadonlyArray<{ readonly code: string, readonly section: string }>, readonly moved: ReadonlyArray<{ readonly code: string, readonly fromSection: string, readonly toSection: string }>, readonly changed: ReadonlyArray<{ readonly code: string, readonly section: string, readonly aspects: ReadonlyArray<ChangeAspect>, readonly verdict: Verdict | null, readonly breaksSeries: boolean, readonly texts: ReadonlyArray<{ readonly field: string, readonly locale: string, readonly from: string | null, readonly to: string | null, readonly words: ReadonlyArray<{ readonly op: WordOp, readonly text: string }> }>, readonly fields: ReadonlyArray<{ readonly field: string, readonly from: string | null, readonly to: string | null }>, readonly proposal: { readonly verdict: Verdict, readonly reason: ProposalReason, readonly recode: ReadonlyArray<{ readonly from: string, readonly to: string }> } | null, readonly affected: ReadonlyArray<{ readonly study: string, readonly rounds: ReadonlyArray<string>, readonly freezes: ReadonlyArray<string> }> }>, readonly retitledSections: ReadonlyArray<{ readonly code: string, readonly locale: string, readonly words: ReadonlyArray<{ readonly op: WordOp, readonly text: string }> }> } | null };

export type DesignScalesQueryVariables = Exact<{ [key: string]: never; }>;


export type DesignScalesQuery = { readonly sharedScales: ReadonlyArray<{ readonly revision: number, readonly savedAt: string, readonly savedByName: string, readonly scale: { readonly code: string, readonly ordered: boolean, readonly polarity: Polarity, readonly levels: ReadonlyArray<{ readonly code: string, readonly archived: boolean, readonly direction: Direction | null, readonly translations: ReadonlyArray<{ readonly locale: string, readonly text: string }> }>, readonly boxes: ReadonlyArray<{ readonly name: string, readonly levels: ReadonlyArray<string> }>, readonly missing: ReadonlyArray<{ readonly code: string, readonly kind: MissingKind, readonly translations: ReadonlyArray<{ readonly locale: string, readonly text: string }> }> } }> };

export type StartDraftMutationVariables = Exact<{
  input: DraftQuestionSetInput;
}>;


export type StartDraftMutation = { readonly draftQuestionSet: { readonly questionSet: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: DraftQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveQuestionSetInput;
}>;


export type SaveDraftMutation = { readonly saveQuestionSet: { readonly questionSet: { readonly id: string, readonly template: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly publishedAt: string | null, readonly file: { readonly base64: string } } | null, readonly merged: ReadonlyArray<{ readonly path: ReadonlyArray<string> }>, readonly conflict: { readonly theirs: { readonly id: string, readonly template: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly publishedAt: string | null, readonly file: { readonly base64: string } } } | null, readonly errors: ReadonlyArray<{ readonly code: SaveQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type RestoreDraftMutationVariables = Exact<{
  input: RestoreQuestionSetInput;
}>;


export type RestoreDraftMutation = { readonly restoreQuestionSet: { readonly questionSet: { readonly id: string, readonly template: string, readonly year: number, readonly revision: number, readonly status: QuestionSetStatus, readonly version: number, readonly publishedAt: string | null, readonly file: { readonly base64: string } } | null, readonly errors: ReadonlyArray<{ readonly code: SaveQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type PublishDraftMutationVariables = Exact<{
  input: PublishQuestionSetInput;
}>;


export type PublishDraftMutation = { readonly publishQuestionSet: { readonly questionSet: { readonly id: string, readonly status: QuestionSetStatus, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: PublishQuestionSetErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type RequireLanguagesMutationVariables = Exact<{
  input: RequireLocalesInput;
}>;


export type RequireLanguagesMutation = { readonly requireLocales: { readonly locales: ReadonlyArray<string>, readonly errors: ReadonlyArray<{ readonly code: RequireLocalesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ArchiveForEverMutationVariables = Exact<{
  input: ArchiveQuestionsInput;
}>;


export type ArchiveForEverMutation = { readonly archiveQuestions: { readonly archivedQuestions: ReadonlyArray<{ readonly code: string }>, readonly errors: ReadonlyArray<{ readonly code: ArchiveQuestionsErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type SaveLibraryScaleMutationVariables = Exact<{
  input: SaveSharedScaleInput;
}>;


export type SaveLibraryScaleMutation = { readonly saveSharedScale: { readonly sharedScale: { readonly revision: number } | null, readonly errors: ReadonlyArray<{ readonly code: SaveSharedScaleErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type PublishDesignModuleMutationVariables = Exact<{
  input: PublishModuleInput;
}>;


export type PublishDesignModuleMutation = { readonly publishModule: { readonly module: { readonly code: string } | null, readonly errors: ReadonlyArray<{ readonly code: PublishModuleErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type PlanNextRoundMutationVariables = Exact<{
  input: PlanRoundInput;
}>;


export type PlanNextRoundMutation = { readonly planRound: { readonly round: { readonly code: string, readonly year: number, readonly status: RoundStatus, readonly opensAt: string, readonly closesAt: string } | null, readonly carriedOver: ReadonlyArray<{ readonly kind: CarriedOverKind, readonly description: string, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> }>, readonly errors: ReadonlyArray<{ readonly code: PlanRoundErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CorrectWordingMutationVariables = Exact<{
  input: CorrectRoundInput;
}>;


export type CorrectWordingMutation = { readonly correctRound: { readonly movedSheets: number, readonly errors: ReadonlyArray<{ readonly code: CorrectRoundErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly particulars: { readonly reason: FaultReason, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null }> } };

export type HandInMutationVariables = Exact<{
  input: SubmitResponseInput;
}>;


export type HandInMutation = { readonly submitResponse: { readonly response: { readonly id: string, readonly status: ResponseStatus, readonly submissionNumber: number | null, readonly submittedAt: string | null, readonly receipt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: SubmitResponseErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateSheetSectionMutationVariables = Exact<{
  input: UpdateSectionInput;
}>;


export type UpdateSheetSectionMutation = { readonly updateSection: { readonly errors: ReadonlyArray<{ readonly code: SectionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AnswerSheetQueryMutationVariables = Exact<{
  input: QueryMessageInput;
}>;


export type AnswerSheetQueryMutation = { readonly answerQuery: { readonly errors: ReadonlyArray<{ readonly code: ReviewErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ReturnSheetMutationVariables = Exact<{
  input: ReturnResponseInput;
}>;


export type ReturnSheetMutation = { readonly returnResponse: { readonly errors: ReadonlyArray<{ readonly code: ReviewErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AcceptSheetMutationVariables = Exact<{
  input: AcceptResponseInput;
}>;


export type AcceptSheetMutation = { readonly acceptResponse: { readonly errors: ReadonlyArray<{ readonly code: ReviewErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CloseSheetQueryMutationVariables = Exact<{
  input: CloseQueryInput;
}>;


export type CloseSheetQueryMutation = { readonly closeQuery: { readonly errors: ReadonlyArray<{ readonly code: ReviewErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PrintedSheetQueryVariables = Exact<{
  response: string;
  format: SheetFileFormat;
  locale: string;
}>;


export type PrintedSheetQuery = { readonly sheetFile: { readonly name: string, readonly mediaType: string, readonly base64: string } | null };

export type DepartmentsQueryVariables = Exact<{
  study: string;
  municipality: string;
}>;


export type DepartmentsQuery = { readonly departments: ReadonlyArray<{ readonly code: string, readonly name: string }> | null };

export type SaveDepartmentMutationVariables = Exact<{
  input: SaveDepartmentInput;
}>;


export type SaveDepartmentMutation = { readonly saveDepartment: { readonly departments: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly errors: ReadonlyArray<{ readonly code: SectionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DepartmentPersonsQueryVariables = Exact<{
  study: string;
  municipality: string;
  first: number;
}>;


export type DepartmentPersonsQuery = { readonly accounts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly email: string | null, readonly roles: ReadonlyArray<{ readonly study: string | null, readonly municipality: string | null, readonly department: string | null }> } }> } };

export type PersonRolesQueryVariables = Exact<{
  id: string;
}>;


export type PersonRolesQuery = { readonly account: { readonly id: string, readonly name: string | null, readonly email: string | null, readonly locale: string, readonly roles: ReadonlyArray<{ readonly role: Role, readonly study: string | null, readonly municipality: string | null, readonly department: string | null, readonly signatory: boolean, readonly singleAnswers: boolean }> } | null };

export type SavePersonMutationVariables = Exact<{
  input: SavePersonInput;
}>;


export type SavePersonMutation = { readonly savePerson: { readonly account: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SheetResponseFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SheetResponseFields on Response {
  id
  status
  version
  cursor
  submissionNumber
  submittedAt
  receipt
}
    `, {"fragmentName":"SheetResponseFields"}) as unknown as TypedDocumentString<SheetResponseFieldsFragment, unknown>;
export const SectionWorkFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SectionWorkFields on SectionWork {
  department
  doneAt
  doneByName
  comment
  revision
}
    `, {"fragmentName":"SectionWorkFields"}) as unknown as TypedDocumentString<SectionWorkFieldsFragment, unknown>;
export const ValueFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ValueFields on AnswerValue {
  __typename
  canonical
  ... on LevelValue {
    level
  }
  ... on LevelsValue {
    levels
  }
  ... on NumberValue {
    number
  }
  ... on BooleanValue {
    boolean
  }
  ... on TextValue {
    text
  }
  ... on MissingValue {
    missing
  }
}
    `, {"fragmentName":"ValueFields"}) as unknown as TypedDocumentString<ValueFieldsFragment, unknown>;
export const OpenSheetFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OpenSheetFields on Sheet {
  response {
    ...SheetResponseFields
  }
  round {
    code
    year
    status
    opensAt
    closesAt
    questionSet {
      id
      year
      revision
      sections {
        code
        title(locale: $locale)
        questions {
          code
          type
          text(locale: $locale)
          help(locale: $locale)
          required
          visibleIf
          requiredIf
          valid {
            rule
            message(locale: $locale)
          }
          plausible {
            rule
            message(locale: $locale)
          }
          scale {
            code
            ordered
            polarity
            levels {
              code
            }
            missing {
              code
              kind
            }
          }
          polarity
          min
          max
          decimals
          rows {
            code
            text(locale: $locale)
          }
          columns {
            code
            text(locale: $locale)
          }
        }
      }
    }
  }
  window {
    status
    closesAt
    isLate
  }
  sections {
    code
    title(locale: $locale)
    work {
      ...SectionWorkFields
    }
    questions {
      visible
      required
      question {
        code
        type
        text(locale: $locale)
        help(locale: $locale)
        unit(locale: $locale)
        min
        max
        decimals
        polarity
        prior
        required
        scale {
          code
          ordered
          levels {
            code
            archived
            label(locale: $locale)
          }
          missing {
            code
            kind
            label(locale: $locale)
          }
        }
        grid {
          code
          row
          column
        }
      }
      answer {
        comment
        provenance
        revision
        savedAt
        savedBy {
          name
        }
        value {
          ...ValueFields
        }
      }
      previous {
        comparability
        round {
          code
          year
        }
        value {
          ...ValueFields
          label(locale: $locale)
        }
      }
    }
  }
  progress {
    answered
    required
    total
  }
}
    fragment SheetResponseFields on Response {
  id
  status
  version
  cursor
  submissionNumber
  submittedAt
  receipt
}
fragment SectionWorkFields on SectionWork {
  department
  doneAt
  doneByName
  comment
  revision
}
fragment ValueFields on AnswerValue {
  __typename
  canonical
  ... on LevelValue {
    level
  }
  ... on LevelsValue {
    levels
  }
  ... on NumberValue {
    number
  }
  ... on BooleanValue {
    boolean
  }
  ... on TextValue {
    text
  }
  ... on MissingValue {
    missing
  }
}`, {"fragmentName":"OpenSheetFields"}) as unknown as TypedDocumentString<OpenSheetFieldsFragment, unknown>;
export const AnalyseStudyFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AnalyseStudyFields on Study {
  slug
  title(locale: $locale)
  description(locale: $locale)
  attributes {
    code
    label(locale: $locale)
    values {
      code
      label(locale: $locale)
    }
  }
  rounds {
    code
    year
    status
  }
  freezes {
    name
    takenAt
  }
  disclosure {
    singleAnswers
    breakdowns
  }
}
    `, {"fragmentName":"AnalyseStudyFields"}) as unknown as TypedDocumentString<AnalyseStudyFieldsFragment, unknown>;
export const AnalyseGridsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AnalyseGrids on Round {
  code
  year
  questionSet {
    sections {
      questions {
        code
        type
        text(locale: $locale)
        rows {
          code
          text(locale: $locale)
        }
        columns {
          code
          text(locale: $locale)
        }
      }
    }
  }
}
    `, {"fragmentName":"AnalyseGrids"}) as unknown as TypedDocumentString<AnalyseGridsFragment, unknown>;
export const AnalyseScaleFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AnalyseScale on Scale {
  code
  ordered
  levels {
    code
    label(locale: $locale)
  }
  boxes {
    name
    levels
  }
}
    `, {"fragmentName":"AnalyseScale"}) as unknown as TypedDocumentString<AnalyseScaleFragment, unknown>;
export const AnalyseDeltaFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AnalyseDelta on Delta {
  question {
    code
    text(locale: $locale)
    type
    grid {
      code
      row
      column
    }
    scale {
      ...AnalyseScale
    }
  }
  option {
    code
    label(locale: $locale)
  }
  basis
  comparability
  suppressed
  notes
  sentence(locale: $locale)
  tally {
    increased
    decreased
    unchanged
    changed
    comparable
    excluded
    exclusions {
      reason
      count
    }
  }
  before: distribution(round: FROM) {
    value
    count
  }
  after: distribution(round: TO) {
    value
    count
  }
}
    fragment AnalyseScale on Scale {
  code
  ordered
  levels {
    code
    label(locale: $locale)
  }
  boxes {
    name
    levels
  }
}`, {"fragmentName":"AnalyseDelta"}) as unknown as TypedDocumentString<AnalyseDeltaFragment, unknown>;
export const AnalyseAgreementFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AnalyseAgreement on Delta {
  question {
    code
    text(locale: $locale)
  }
  tally {
    increased
    decreased
    unchanged
    comparable
  }
}
    `, {"fragmentName":"AnalyseAgreement"}) as unknown as TypedDocumentString<AnalyseAgreementFragment, unknown>;
export const AnalysePointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AnalysePoint on SeriesPoint {
  comparability
  suppressed
  distribution {
    value
    count
  }
  tally {
    increased
    decreased
    unchanged
    comparable
  }
}
    `, {"fragmentName":"AnalysePoint"}) as unknown as TypedDocumentString<AnalysePointFragment, unknown>;
export const ParticularsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}
    `, {"fragmentName":"Particulars"}) as unknown as TypedDocumentString<ParticularsFragment, unknown>;
export const DesignSetFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DesignSetFields on QuestionSet {
  id
  template
  year
  revision
  status
  version
  publishedAt
  file(format: JSON) {
    base64
  }
}
    `, {"fragmentName":"DesignSetFields"}) as unknown as TypedDocumentString<DesignSetFieldsFragment, unknown>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    roles
    studies
    municipality
    department
    signatory
    singleAnswers
    scopes {
      acting
      all
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const IssueDevelopmentTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueDevelopmentToken($input: IssueDevelopmentTokenInput!) {
  issueDevelopmentToken(input: $input) {
    token
    expiresAt
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<IssueDevelopmentTokenMutation, IssueDevelopmentTokenMutationVariables>;
export const VerifyAuditDocument = /*#__PURE__*/ new TypedDocumentString(`
    query VerifyAudit($study: String!, $kept: [KeptCheckpointInput!]) {
  verifyAudit(study: $study, kept: $kept) {
    events
    sheets
    checkpoints
    faults {
      chain
      number
      kind
      message
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyAuditQuery, VerifyAuditQueryVariables>;
export const SignCheckpointDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignCheckpoint($study: String!) {
  signCheckpoint(study: $study) {
    number
    at
    heads
    hash
    signature
    keyId
    publicKey
  }
}
    `) as unknown as TypedDocumentString<SignCheckpointMutation, SignCheckpointMutationVariables>;
export const CompareByAttributeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompareByAttribute($study: String!, $from: String!, $to: String!, $attribute: String!, $questions: [String!], $asOf: DateTime, $freeze: String, $excludeCarriedOver: Boolean) {
  comparison(
    study: $study
    from: $from
    to: $to
    questions: $questions
    asOf: $asOf
    freeze: $freeze
    excludeCarriedOver: $excludeCarriedOver
  ) {
    deltas {
      question {
        code
      }
      tally {
        increased
        decreased
        unchanged
        comparable
        excluded
      }
      groups(by: $attribute) {
        value
        suppressed
        tally {
          increased
          decreased
          unchanged
          comparable
          excluded
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareByAttributeQuery, CompareByAttributeQueryVariables>;
export const CompareDetailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompareDetails($study: String!, $from: String!, $to: String!, $questions: [String!], $round: RoundSide!, $box: String!, $direction: Direction, $first: Int!) {
  comparison(study: $study, from: $from, to: $to, questions: $questions) {
    panelSize
    deltas {
      question {
        code
      }
      option {
        code
      }
      basis
      comparability
      tally {
        increased
        decreased
        unchanged
        changed
        comparable
        excluded
        exclusions {
          reason
          count
        }
      }
      transitions {
        from
        to
        count
      }
      levelShare(round: $round, box: $box) {
        count
        of
        exclusions {
          reason
          count
        }
      }
      municipalities(direction: $direction, first: $first) {
        edges {
          node {
            municipality {
              code
              name
            }
            from {
              canonical
            }
            to {
              canonical
            }
            direction
            exclusion
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareDetailsQuery, CompareDetailsQueryVariables>;
export const CompareInDepthDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompareInDepth($study: String!, $from: String!, $to: String!, $questions: [String!]!) {
  comparison(study: $study, from: $from, to: $to, questions: $questions) {
    deltas {
      question {
        code
      }
      transitions {
        from
        to
        count
      }
      levelShare(round: TO, box: "high") {
        count
        of
        exclusions {
          reason
          count
        }
      }
      change {
        n
        mean
        median
        standardDeviation
      }
      statistics {
        shareIncreased {
          estimate
          low
          high
          method
        }
        signTest {
          increased
          decreased
          pValue
          log10PValue
          pValueHolm
          pValueBenjaminiHochberg
        }
        marginalHomogeneity {
          chiSquared
          degreesOfFreedom
          pValue
        }
        signedRank(zeros: PRATT) {
          z
          pValue
          pValueExact
        }
      }
      municipalities(direction: INCREASED, first: 20) {
        edges {
          node {
            municipality {
              code
              name
            }
            from {
              canonical
            }
            to {
              canonical
            }
            direction
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareInDepthQuery, CompareInDepthQueryVariables>;
export const CompareDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Compare($study: String!, $from: String!, $to: String!, $filter: MunicipalityFilter, $questions: [String!], $locale: String = "en", $asOf: DateTime, $freeze: String, $excludeCarriedOver: Boolean) {
  comparison(
    study: $study
    from: $from
    to: $to
    filter: $filter
    questions: $questions
    asOf: $asOf
    freeze: $freeze
    excludeCarriedOver: $excludeCarriedOver
  ) {
    from {
      code
      year
    }
    to {
      code
      year
    }
    panelSize
    deltas(orderBy: INCREASED_DESC) {
      question {
        code
        text(locale: $locale)
      }
      basis
      comparability
      tally {
        increased
        decreased
        unchanged
        changed
        comparable
        excluded
        exclusions {
          reason
          count
        }
      }
      sentence(locale: $locale)
    }
  }
}
    `) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const CompletionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Completion($study: String!, $round: String!, $by: String, $first: Int!) {
  completion(study: $study, round: $round, by: $by, first: $first) {
    value
    members
    counts {
      stage
      count
      municipalities {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionQuery, CompletionQueryVariables>;
export const CompletionChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription CompletionChanged($study: String!, $round: String!, $by: String, $first: Int!) {
  completionChanged(study: $study, round: $round, by: $by, first: $first) {
    value
    members
    counts {
      stage
      count
      municipalities {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionChangedSubscription, CompletionChangedSubscriptionVariables>;
export const TemplateQuestionSetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TemplateQuestionSets($template: String!) {
  template(slug: $template) {
    slug
    questionSets {
      id
      year
      revision
      status
      version
    }
  }
}
    `) as unknown as TypedDocumentString<TemplateQuestionSetsQuery, TemplateQuestionSetsQueryVariables>;
export const QuestionSetDiffDocument = /*#__PURE__*/ new TypedDocumentString(`
    query QuestionSetDiff($from: ID!, $to: ID!, $locale: String!, $format: DiffFormat!) {
  questionSetDiff(from: $from, to: $to) {
    added {
      code
      section
    }
    removed {
      code
      section
    }
    moved {
      code
      fromSection
      toSection
    }
    changed {
      code
      aspects
      verdict
      breaksSeries
      proposal(locale: $locale) {
        verdict
        recode {
          from
          to
        }
        reason
      }
      affected {
        study
        rounds
        freezes
      }
    }
    unchanged
    text(format: $format, locale: $locale)
  }
}
    `) as unknown as TypedDocumentString<QuestionSetDiffQuery, QuestionSetDiffQueryVariables>;
export const ImportStudyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportStudy($input: ImportStudyInput!) {
  importStudy(input: $input) {
    import {
      id
      status
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ImportStudyMutation, ImportStudyMutationVariables>;
export const ImportProgressDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportProgress($id: ID!) {
  import(id: $id) {
    id
    status
    dryRun
    percent
    study
    unchanged
    municipalities
    submissions
    answers
    faultCount
    faults {
      code
      file
      line
      column
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ImportProgressQuery, ImportProgressQueryVariables>;
export const ExportStudyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExportStudy($input: ExportStudyInput!) {
  exportStudy(input: $input) {
    downloadPath
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ExportStudyMutation, ExportStudyMutationVariables>;
export const ExportDataDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExportData($input: ExportDataInput!) {
  exportData(input: $input) {
    export {
      id
      status
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ExportDataMutation, ExportDataMutationVariables>;
export const DataExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DataExport($id: ID!) {
  dataExport(id: $id) {
    id
    status
    percent
    fileName
    downloadPath
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<DataExportQuery, DataExportQueryVariables>;
export const FreezesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Freezes($study: String!) {
  study(slug: $study) {
    slug
    disclosure {
      smallestBase
      breakdowns
      singleAnswers
    }
    freezes {
      name
      note
      takenAt
      takenByName
      releasedAt
    }
  }
}
    `) as unknown as TypedDocumentString<FreezesQuery, FreezesQueryVariables>;
export const TakeFreezeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TakeFreeze($input: TakeFreezeInput!) {
  takeFreeze(input: $input) {
    freeze {
      name
      takenAt
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TakeFreezeMutation, TakeFreezeMutationVariables>;
export const ReleaseFreezeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReleaseFreeze($input: ReleaseFreezeInput!) {
  releaseFreeze(input: $input) {
    freeze {
      name
      releasedAt
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseFreezeMutation, ReleaseFreezeMutationVariables>;
export const SetDisclosurePolicyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetDisclosurePolicy($input: SetDisclosurePolicyInput!) {
  setDisclosurePolicy(input: $input) {
    policy {
      smallestBase
      breakdowns
      singleAnswers
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SetDisclosurePolicyMutation, SetDisclosurePolicyMutationVariables>;
export const FreezeDiffDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FreezeDiff($study: String!, $a: String!, $b: String!, $from: String, $to: String) {
  freezeDiff(study: $study, a: $a, b: $b, from: $from, to: $to) {
    figures {
      from
      to
      question {
        code
      }
      option {
        code
      }
      before {
        increased
        decreased
        unchanged
        comparable
        excluded
      }
      after {
        increased
        decreased
        unchanged
        comparable
        excluded
      }
      comparabilityBefore
      comparabilityAfter
      moves {
        cause
        count
        municipalities {
          code
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FreezeDiffQuery, FreezeDiffQueryVariables>;
export const SheetChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription SheetChanged($response: ID!, $since: String) {
  sheetChanged(response: $response, since: $since) {
    cursor
    question
    value {
      canonical
    }
    revision
    savedBy {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SheetChangedSubscription, SheetChangedSubscriptionVariables>;
export const DraftQuestionSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DraftQuestionSet($input: DraftQuestionSetInput!) {
  draftQuestionSet(input: $input) {
    questionSet {
      id
      year
      revision
      status
      sections {
        code
        questions {
          code
          text(locale: "de")
          type
        }
      }
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<DraftQuestionSetMutation, DraftQuestionSetMutationVariables>;
export const SaveQuestionSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveQuestionSet($input: SaveQuestionSetInput!) {
  saveQuestionSet(input: $input) {
    questionSet {
      id
      version
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SaveQuestionSetMutation, SaveQuestionSetMutationVariables>;
export const PublishQuestionSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishQuestionSet($input: PublishQuestionSetInput!) {
  publishQuestionSet(input: $input) {
    questionSet {
      id
      revision
      status
      publishedAt
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PublishQuestionSetMutation, PublishQuestionSetMutationVariables>;
export const OpenRoundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenRound($input: OpenRoundInput!) {
  openRound(input: $input) {
    round {
      code
      year
      status
      opensAt
      closesAt
      questionSet {
        id
      }
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<OpenRoundMutation, OpenRoundMutationVariables>;
export const QuestionnaireFileDocument = /*#__PURE__*/ new TypedDocumentString(`
    query QuestionnaireFile($id: ID!, $format: QuestionnaireFormat!, $previous: String, $source: String, $target: String) {
  questionSet(id: $id) {
    id
    year
    revision
    status
    version
    file(format: $format, previous: $previous, source: $source, target: $target) {
      name
      mediaType
      base64
    }
  }
}
    `) as unknown as TypedDocumentString<QuestionnaireFileQuery, QuestionnaireFileQueryVariables>;
export const MissingTranslationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MissingTranslations($id: ID!, $locales: [String!]!) {
  questionSet(id: $id) {
    missingTranslations(locales: $locales) {
      locale
      key
      source
    }
  }
}
    `) as unknown as TypedDocumentString<MissingTranslationsQuery, MissingTranslationsQueryVariables>;
export const RoundTypesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RoundTypes($study: String!, $round: String!) {
  roundTypes(study: $study, round: $round)
}
    `) as unknown as TypedDocumentString<RoundTypesQuery, RoundTypesQueryVariables>;
export const ReadQuestionnaireDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReadQuestionnaire($input: ReadQuestionnaireInput!) {
  readQuestionnaire(input: $input) {
    questionSet {
      id
      version
    }
    merged {
      path
    }
    conflict {
      fields {
        path
        base
        yours
        theirs
      }
    }
    notTakenOver {
      sheet
      row
      column
      what
      why
      particulars {
        reason
        parameters {
          name
          value
        }
      }
    }
    faults {
      sheet
      line
      column
      message
      expected
      particulars {
        reason
        parameters {
          name
          value
        }
      }
    }
    errors {
      code
      message
      path
      particulars {
        reason
        parameters {
          name
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadQuestionnaireMutation, ReadQuestionnaireMutationVariables>;
export const ReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Report($study: String!, $from: String!, $to: String!, $freeze: String, $locale: String!) {
  study(slug: $study) {
    slug
    title(locale: $locale)
    description(locale: $locale)
    freezes {
      name
      takenAt
    }
  }
  comparison(study: $study, from: $from, to: $to, freeze: $freeze) {
    from {
      code
      year
      questionSet {
        sections {
          code
          title(locale: $locale)
          questions {
            code
          }
        }
      }
    }
    to {
      code
      year
      questionSet {
        sections {
          code
          title(locale: $locale)
          questions {
            code
          }
        }
      }
    }
    panelSize
    deltas {
      question {
        code
        type
        text(locale: $locale)
        scale {
          code
          ordered
          levels {
            code
            label(locale: $locale)
          }
          boxes {
            name
            levels
          }
        }
        grid {
          code
          row
          column
        }
      }
      option {
        code
        label(locale: $locale)
      }
      basis
      comparability
      notes
      polarity
      suppressed
      tally {
        increased
        decreased
        unchanged
        changed
        comparable
        excluded
        exclusions {
          reason
          count
        }
      }
      sentence(locale: $locale)
      earlier: distribution(round: FROM) {
        value
        count
      }
      later: distribution(round: TO) {
        value
        count
      }
      citation
    }
    agreements {
      computed {
        question {
          code
          text(locale: $locale)
        }
      }
      comparable
      agree
    }
  }
}
    `) as unknown as TypedDocumentString<ReportQuery, ReportQueryVariables>;
export const MySheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MySheet($round: String!, $study: String!, $locale: String = "de") {
  mySheet(study: $study, round: $round) {
    response {
      id
      status
      version
    }
    sections {
      code
      title(locale: $locale)
      questions {
        question {
          code
          text(locale: $locale)
          type
          required
          scale {
            levels {
              code
              label(locale: $locale)
            }
          }
        }
        visible
        answer {
          value {
            canonical
          }
          revision
          savedAt
          savedBy {
            name
          }
        }
        previous {
          round {
            year
          }
          value {
            canonical
          }
          comparability
        }
      }
    }
    progress {
      answered
      required
      total
    }
  }
}
    `) as unknown as TypedDocumentString<MySheetQuery, MySheetQueryVariables>;
export const SaveAnswersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveAnswers($input: SaveAnswersInput!) {
  saveAnswers(input: $input) {
    response {
      id
      status
      version
    }
    saved {
      question
      revision
    }
    conflicts {
      question
      yours {
        canonical
      }
      theirs {
        canonical
      }
      revision
      savedBy {
        name
      }
      savedAt
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAnswersMutation, SaveAnswersMutationVariables>;
export const SubmitResponseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitResponse($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    response {
      id
      status
      submittedAt
      receipt
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitResponseMutation, SubmitResponseMutationVariables>;
export const SeriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Series($study: String!, $question: String!, $box: String) {
  series(study: $study, question: $question) {
    points {
      round {
        code
        year
      }
      comparability
      levelShare(box: $box) {
        count
        of
      }
      distribution {
        value
        count
      }
      tally {
        increased
        decreased
        unchanged
        comparable
        excluded
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const SignInMethodsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SignInMethods {
  signInMethods
}
    `) as unknown as TypedDocumentString<SignInMethodsQuery, SignInMethodsQueryVariables>;
export const RequestSignInLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestSignInLink($input: RequestSignInLinkInput!) {
  requestSignInLink(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RequestSignInLinkMutation, RequestSignInLinkMutationVariables>;
export const OpenSheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OpenSheet($study: String!, $round: String!, $locale: String!) {
  mySheet(study: $study, round: $round) {
    ...OpenSheetFields
  }
}
    fragment OpenSheetFields on Sheet {
  response {
    ...SheetResponseFields
  }
  round {
    code
    year
    status
    opensAt
    closesAt
    questionSet {
      id
      year
      revision
      sections {
        code
        title(locale: $locale)
        questions {
          code
          type
          text(locale: $locale)
          help(locale: $locale)
          required
          visibleIf
          requiredIf
          valid {
            rule
            message(locale: $locale)
          }
          plausible {
            rule
            message(locale: $locale)
          }
          scale {
            code
            ordered
            polarity
            levels {
              code
            }
            missing {
              code
              kind
            }
          }
          polarity
          min
          max
          decimals
          rows {
            code
            text(locale: $locale)
          }
          columns {
            code
            text(locale: $locale)
          }
        }
      }
    }
  }
  window {
    status
    closesAt
    isLate
  }
  sections {
    code
    title(locale: $locale)
    work {
      ...SectionWorkFields
    }
    questions {
      visible
      required
      question {
        code
        type
        text(locale: $locale)
        help(locale: $locale)
        unit(locale: $locale)
        min
        max
        decimals
        polarity
        prior
        required
        scale {
          code
          ordered
          levels {
            code
            archived
            label(locale: $locale)
          }
          missing {
            code
            kind
            label(locale: $locale)
          }
        }
        grid {
          code
          row
          column
        }
      }
      answer {
        comment
        provenance
        revision
        savedAt
        savedBy {
          name
        }
        value {
          ...ValueFields
        }
      }
      previous {
        comparability
        round {
          code
          year
        }
        value {
          ...ValueFields
          label(locale: $locale)
        }
      }
    }
  }
  progress {
    answered
    required
    total
  }
}
fragment SheetResponseFields on Response {
  id
  status
  version
  cursor
  submissionNumber
  submittedAt
  receipt
}
fragment SectionWorkFields on SectionWork {
  department
  doneAt
  doneByName
  comment
  revision
}
fragment ValueFields on AnswerValue {
  __typename
  canonical
  ... on LevelValue {
    level
  }
  ... on LevelsValue {
    levels
  }
  ... on NumberValue {
    number
  }
  ... on BooleanValue {
    boolean
  }
  ... on TextValue {
    text
  }
  ... on MissingValue {
    missing
  }
}`) as unknown as TypedDocumentString<OpenSheetQuery, OpenSheetQueryVariables>;
export const OpenSheetOfDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OpenSheetOf($study: String!, $round: String!, $municipality: String!, $locale: String!) {
  sheet(study: $study, round: $round, municipality: $municipality) {
    ...OpenSheetFields
  }
}
    fragment OpenSheetFields on Sheet {
  response {
    ...SheetResponseFields
  }
  round {
    code
    year
    status
    opensAt
    closesAt
    questionSet {
      id
      year
      revision
      sections {
        code
        title(locale: $locale)
        questions {
          code
          type
          text(locale: $locale)
          help(locale: $locale)
          required
          visibleIf
          requiredIf
          valid {
            rule
            message(locale: $locale)
          }
          plausible {
            rule
            message(locale: $locale)
          }
          scale {
            code
            ordered
            polarity
            levels {
              code
            }
            missing {
              code
              kind
            }
          }
          polarity
          min
          max
          decimals
          rows {
            code
            text(locale: $locale)
          }
          columns {
            code
            text(locale: $locale)
          }
        }
      }
    }
  }
  window {
    status
    closesAt
    isLate
  }
  sections {
    code
    title(locale: $locale)
    work {
      ...SectionWorkFields
    }
    questions {
      visible
      required
      question {
        code
        type
        text(locale: $locale)
        help(locale: $locale)
        unit(locale: $locale)
        min
        max
        decimals
        polarity
        prior
        required
        scale {
          code
          ordered
          levels {
            code
            archived
            label(locale: $locale)
          }
          missing {
            code
            kind
            label(locale: $locale)
          }
        }
        grid {
          code
          row
          column
        }
      }
      answer {
        comment
        provenance
        revision
        savedAt
        savedBy {
          name
        }
        value {
          ...ValueFields
        }
      }
      previous {
        comparability
        round {
          code
          year
        }
        value {
          ...ValueFields
          label(locale: $locale)
        }
      }
    }
  }
  progress {
    answered
    required
    total
  }
}
fragment SheetResponseFields on Response {
  id
  status
  version
  cursor
  submissionNumber
  submittedAt
  receipt
}
fragment SectionWorkFields on SectionWork {
  department
  doneAt
  doneByName
  comment
  revision
}
fragment ValueFields on AnswerValue {
  __typename
  canonical
  ... on LevelValue {
    level
  }
  ... on LevelsValue {
    levels
  }
  ... on NumberValue {
    number
  }
  ... on BooleanValue {
    boolean
  }
  ... on TextValue {
    text
  }
  ... on MissingValue {
    missing
  }
}`) as unknown as TypedDocumentString<OpenSheetOfQuery, OpenSheetOfQueryVariables>;
export const SheetQueriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SheetQueries($response: ID!) {
  sheetQueries(response: $response) {
    number
    question
    status
    submission
    messages {
      at
      author {
        name
      }
      text
    }
  }
}
    `) as unknown as TypedDocumentString<SheetQueriesQuery, SheetQueriesQueryVariables>;
export const SaveSheetAnswersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveSheetAnswers($input: SaveAnswersInput!) {
  saveAnswers(input: $input) {
    response {
      ...SheetResponseFields
    }
    saved {
      question
      revision
    }
    conflicts {
      question
      theirs {
        ...ValueFields
      }
      revision
      savedBy {
        name
      }
      savedAt
    }
    errors {
      code
      message
      path
    }
  }
}
    fragment SheetResponseFields on Response {
  id
  status
  version
  cursor
  submissionNumber
  submittedAt
  receipt
}
fragment ValueFields on AnswerValue {
  __typename
  canonical
  ... on LevelValue {
    level
  }
  ... on LevelsValue {
    levels
  }
  ... on NumberValue {
    number
  }
  ... on BooleanValue {
    boolean
  }
  ... on TextValue {
    text
  }
  ... on MissingValue {
    missing
  }
}`) as unknown as TypedDocumentString<SaveSheetAnswersMutation, SaveSheetAnswersMutationVariables>;
export const FollowSheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription FollowSheet($response: ID!, $since: String) {
  sheetChanged(response: $response, since: $since) {
    cursor
    question
    value {
      ...ValueFields
    }
    comment
    revision
    savedAt
    savedBy {
      name
    }
  }
}
    fragment ValueFields on AnswerValue {
  __typename
  canonical
  ... on LevelValue {
    level
  }
  ... on LevelsValue {
    levels
  }
  ... on NumberValue {
    number
  }
  ... on BooleanValue {
    boolean
  }
  ... on TextValue {
    text
  }
  ... on MissingValue {
    missing
  }
}`) as unknown as TypedDocumentString<FollowSheetSubscription, FollowSheetSubscriptionVariables>;
export const FollowPresenceDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription FollowPresence($response: ID!) {
  presenceChanged(response: $response) {
    person {
      name
    }
    section
    seenAt
  }
}
    `) as unknown as TypedDocumentString<FollowPresenceSubscription, FollowPresenceSubscriptionVariables>;
export const AnnouncePresenceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnnouncePresence($response: ID!, $section: String!) {
  announcePresence(response: $response, section: $section) {
    person {
      name
    }
    section
    seenAt
  }
}
    `) as unknown as TypedDocumentString<AnnouncePresenceMutation, AnnouncePresenceMutationVariables>;
export const StudiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Studies($locale: String) {
  studies {
    slug
    title(locale: $locale)
    description(locale: $locale)
    attributes {
      code
      label(locale: $locale)
      values {
        code
        label(locale: $locale)
      }
    }
    rounds {
      code
      year
      status
      opensAt
      closesAt
      questionSet {
        id
        year
        revision
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StudiesQuery, StudiesQueryVariables>;
export const QuestionSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query QuestionSet($id: ID!, $locale: String) {
  questionSet(id: $id) {
    id
    year
    revision
    status
    version
    contentHash
    sections {
      code
      title(locale: $locale)
      questions {
        code
        type
        text(locale: $locale)
        required
        visibleIf
        since {
          year
          verdict
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuestionSetQuery, QuestionSetQueryVariables>;
export const AnalyseStudyDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnalyseStudy($study: String!, $locale: String!) {
  study(slug: $study) {
    ...AnalyseStudyFields
  }
}
    fragment AnalyseStudyFields on Study {
  slug
  title(locale: $locale)
  description(locale: $locale)
  attributes {
    code
    label(locale: $locale)
    values {
      code
      label(locale: $locale)
    }
  }
  rounds {
    code
    year
    status
  }
  freezes {
    name
    takenAt
  }
  disclosure {
    singleAnswers
    breakdowns
  }
}`) as unknown as TypedDocumentString<AnalyseStudyQuery, AnalyseStudyQueryVariables>;
export const AnalyseComparisonDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnalyseComparison($study: String!, $from: String!, $to: String!, $locale: String!, $freeze: String, $excludeCarriedOver: Boolean, $named: Boolean!) {
  study(slug: $study) {
    ...AnalyseStudyFields
  }
  comparison(
    study: $study
    from: $from
    to: $to
    freeze: $freeze
    excludeCarriedOver: $excludeCarriedOver
  ) {
    from {
      ...AnalyseGrids
    }
    to {
      ...AnalyseGrids
    }
    panelSize
    deltas(orderBy: INCREASED_DESC) {
      ...AnalyseDelta
    }
    agreements {
      comparable
      agree
      computed {
        ...AnalyseAgreement
      }
      reported {
        ...AnalyseAgreement
      }
      disagreements(first: 100) @include(if: $named) {
        edges {
          node {
            municipality {
              code
              name
            }
            computed
            reported
          }
        }
        totalCount
      }
    }
  }
}
    fragment AnalyseStudyFields on Study {
  slug
  title(locale: $locale)
  description(locale: $locale)
  attributes {
    code
    label(locale: $locale)
    values {
      code
      label(locale: $locale)
    }
  }
  rounds {
    code
    year
    status
  }
  freezes {
    name
    takenAt
  }
  disclosure {
    singleAnswers
    breakdowns
  }
}
fragment AnalyseGrids on Round {
  code
  year
  questionSet {
    sections {
      questions {
        code
        type
        text(locale: $locale)
        rows {
          code
          text(locale: $locale)
        }
        columns {
          code
          text(locale: $locale)
        }
      }
    }
  }
}
fragment AnalyseScale on Scale {
  code
  ordered
  levels {
    code
    label(locale: $locale)
  }
  boxes {
    name
    levels
  }
}
fragment AnalyseDelta on Delta {
  question {
    code
    text(locale: $locale)
    type
    grid {
      code
      row
      column
    }
    scale {
      ...AnalyseScale
    }
  }
  option {
    code
    label(locale: $locale)
  }
  basis
  comparability
  suppressed
  notes
  sentence(locale: $locale)
  tally {
    increased
    decreased
    unchanged
    changed
    comparable
    excluded
    exclusions {
      reason
      count
    }
  }
  before: distribution(round: FROM) {
    value
    count
  }
  after: distribution(round: TO) {
    value
    count
  }
}
fragment AnalyseAgreement on Delta {
  question {
    code
    text(locale: $locale)
  }
  tally {
    increased
    decreased
    unchanged
    comparable
  }
}`) as unknown as TypedDocumentString<AnalyseComparisonQuery, AnalyseComparisonQueryVariables>;
export const AnalyseQuestionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnalyseQuestion($study: String!, $from: String!, $to: String!, $question: String!, $by: String!, $withGroups: Boolean!, $locale: String!, $freeze: String, $excludeCarriedOver: Boolean) {
  study(slug: $study) {
    ...AnalyseStudyFields
  }
  comparison(
    study: $study
    from: $from
    to: $to
    questions: [$question]
    freeze: $freeze
    excludeCarriedOver: $excludeCarriedOver
  ) {
    from {
      code
      year
    }
    to {
      code
      year
    }
    panelSize
    deltas {
      ...AnalyseDelta
      transitions {
        from
        to
        count
      }
      groups(by: $by) @include(if: $withGroups) {
        value
        suppressed
        tally {
          increased
          decreased
          unchanged
          changed
          comparable
          excluded
        }
      }
    }
  }
  series(
    study: $study
    question: $question
    freeze: $freeze
    excludeCarriedOver: $excludeCarriedOver
  ) {
    points {
      round {
        code
        year
      }
      ...AnalysePoint
    }
  }
}
    fragment AnalyseStudyFields on Study {
  slug
  title(locale: $locale)
  description(locale: $locale)
  attributes {
    code
    label(locale: $locale)
    values {
      code
      label(locale: $locale)
    }
  }
  rounds {
    code
    year
    status
  }
  freezes {
    name
    takenAt
  }
  disclosure {
    singleAnswers
    breakdowns
  }
}
fragment AnalyseScale on Scale {
  code
  ordered
  levels {
    code
    label(locale: $locale)
  }
  boxes {
    name
    levels
  }
}
fragment AnalyseDelta on Delta {
  question {
    code
    text(locale: $locale)
    type
    grid {
      code
      row
      column
    }
    scale {
      ...AnalyseScale
    }
  }
  option {
    code
    label(locale: $locale)
  }
  basis
  comparability
  suppressed
  notes
  sentence(locale: $locale)
  tally {
    increased
    decreased
    unchanged
    changed
    comparable
    excluded
    exclusions {
      reason
      count
    }
  }
  before: distribution(round: FROM) {
    value
    count
  }
  after: distribution(round: TO) {
    value
    count
  }
}
fragment AnalysePoint on SeriesPoint {
  comparability
  suppressed
  distribution {
    value
    count
  }
  tally {
    increased
    decreased
    unchanged
    comparable
  }
}`) as unknown as TypedDocumentString<AnalyseQuestionQuery, AnalyseQuestionQueryVariables>;
export const AnalyseAllRoundsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnalyseAllRounds($study: String!, $locale: String!, $freeze: String, $excludeCarriedOver: Boolean) {
  study(slug: $study) {
    ...AnalyseStudyFields
  }
  allSeries(
    study: $study
    freeze: $freeze
    excludeCarriedOver: $excludeCarriedOver
  ) {
    question {
      code
      text(locale: $locale)
      type
      scale {
        ...AnalyseScale
      }
    }
    points {
      round {
        code
      }
      ...AnalysePoint
    }
  }
}
    fragment AnalyseStudyFields on Study {
  slug
  title(locale: $locale)
  description(locale: $locale)
  attributes {
    code
    label(locale: $locale)
    values {
      code
      label(locale: $locale)
    }
  }
  rounds {
    code
    year
    status
  }
  freezes {
    name
    takenAt
  }
  disclosure {
    singleAnswers
    breakdowns
  }
}
fragment AnalyseScale on Scale {
  code
  ordered
  levels {
    code
    label(locale: $locale)
  }
  boxes {
    name
    levels
  }
}
fragment AnalysePoint on SeriesPoint {
  comparability
  suppressed
  distribution {
    value
    count
  }
  tally {
    increased
    decreased
    unchanged
    comparable
  }
}`) as unknown as TypedDocumentString<AnalyseAllRoundsQuery, AnalyseAllRoundsQueryVariables>;
export const DesignTemplatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignTemplates($locale: String) {
  templates {
    slug
    title(locale: $locale)
    locales
    modules {
      code
      title(locale: $locale)
      revisions {
        revision
      }
    }
    questionSets {
      id
      year
      revision
      status
      version
      publishedAt
    }
  }
  studies {
    slug
    title(locale: $locale)
    template
    rounds {
      code
      year
      status
      opensAt
      closesAt
      questionSet {
        id
        year
        revision
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DesignTemplatesQuery, DesignTemplatesQueryVariables>;
export const DesignTemplateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignTemplate($slug: String!, $locale: String) {
  template(slug: $slug) {
    slug
    title(locale: $locale)
    locales
    archivedQuestions {
      code
      archivedAt
      reason
    }
    modules {
      code
      title(locale: $locale)
      revisions {
        revision
        publishedAt
        sections {
          code
          questions {
            code
          }
        }
      }
    }
    questionSets {
      id
      year
      revision
      status
      version
    }
  }
}
    `) as unknown as TypedDocumentString<DesignTemplateQuery, DesignTemplateQueryVariables>;
export const DesignSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignSet($id: ID!) {
  questionSet(id: $id) {
    ...DesignSetFields
  }
}
    fragment DesignSetFields on QuestionSet {
  id
  template
  year
  revision
  status
  version
  publishedAt
  file(format: JSON) {
    base64
  }
}`) as unknown as TypedDocumentString<DesignSetQuery, DesignSetQueryVariables>;
export const DesignVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignVersion($id: ID!) {
  questionSet(id: $id) {
    id
    version
    status
  }
}
    `) as unknown as TypedDocumentString<DesignVersionQuery, DesignVersionQueryVariables>;
export const DesignVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignVersions($id: ID!) {
  questionSet(id: $id) {
    id
    version
    versions {
      version
      savedAt
      savedByName
      restoredFrom
    }
  }
}
    `) as unknown as TypedDocumentString<DesignVersionsQuery, DesignVersionsQueryVariables>;
export const DesignGateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignGate($id: ID!) {
  questionSet(id: $id) {
    id
    version
    status
    publicationErrors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<DesignGateQuery, DesignGateQueryVariables>;
export const DesignChangesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignChanges($from: ID!, $to: ID!, $locale: String!) {
  questionSetDiff(from: $from, to: $to, defaultLocale: $locale) {
    added {
      code
      section
    }
    removed {
      code
      section
    }
    moved {
      code
      fromSection
      toSection
    }
    changed {
      code
      section
      aspects
      texts {
        field
        locale
        from
        to
        words {
          op
          text
        }
      }
      fields {
        field
        from
        to
      }
      verdict
      breaksSeries
      proposal(locale: $locale) {
        verdict
        recode {
          from
          to
        }
        reason
      }
      affected {
        study
        rounds
        freezes
      }
    }
    brokenUnchanged
    addedSections
    removedSections
    retitledSections {
      code
      locale
      words {
        op
        text
      }
    }
    unchanged
  }
}
    `) as unknown as TypedDocumentString<DesignChangesQuery, DesignChangesQueryVariables>;
export const DesignScalesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DesignScales {
  sharedScales {
    revision
    savedAt
    savedByName
    scale {
      code
      ordered
      polarity
      levels {
        code
        archived
        direction
        translations {
          locale
          text
        }
      }
      boxes {
        name
        levels
      }
      missing {
        code
        kind
        translations {
          locale
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DesignScalesQuery, DesignScalesQueryVariables>;
export const StartDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartDraft($input: DraftQuestionSetInput!) {
  draftQuestionSet(input: $input) {
    questionSet {
      id
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<StartDraftMutation, StartDraftMutationVariables>;
export const SaveDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveDraft($input: SaveQuestionSetInput!) {
  saveQuestionSet(input: $input) {
    questionSet {
      ...DesignSetFields
    }
    merged {
      path
    }
    conflict {
      theirs {
        ...DesignSetFields
      }
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}
fragment DesignSetFields on QuestionSet {
  id
  template
  year
  revision
  status
  version
  publishedAt
  file(format: JSON) {
    base64
  }
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const RestoreDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreDraft($input: RestoreQuestionSetInput!) {
  restoreQuestionSet(input: $input) {
    questionSet {
      ...DesignSetFields
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}
fragment DesignSetFields on QuestionSet {
  id
  template
  year
  revision
  status
  version
  publishedAt
  file(format: JSON) {
    base64
  }
}`) as unknown as TypedDocumentString<RestoreDraftMutation, RestoreDraftMutationVariables>;
export const PublishDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishDraft($input: PublishQuestionSetInput!) {
  publishQuestionSet(input: $input) {
    questionSet {
      id
      status
      version
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<PublishDraftMutation, PublishDraftMutationVariables>;
export const RequireLanguagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequireLanguages($input: RequireLocalesInput!) {
  requireLocales(input: $input) {
    locales
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RequireLanguagesMutation, RequireLanguagesMutationVariables>;
export const ArchiveForEverDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveForEver($input: ArchiveQuestionsInput!) {
  archiveQuestions(input: $input) {
    archivedQuestions {
      code
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<ArchiveForEverMutation, ArchiveForEverMutationVariables>;
export const SaveLibraryScaleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveLibraryScale($input: SaveSharedScaleInput!) {
  saveSharedScale(input: $input) {
    sharedScale {
      revision
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<SaveLibraryScaleMutation, SaveLibraryScaleMutationVariables>;
export const PublishDesignModuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishDesignModule($input: PublishModuleInput!) {
  publishModule(input: $input) {
    module {
      code
    }
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<PublishDesignModuleMutation, PublishDesignModuleMutationVariables>;
export const PlanNextRoundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PlanNextRound($input: PlanRoundInput!) {
  planRound(input: $input) {
    round {
      code
      year
      status
      opensAt
      closesAt
    }
    carriedOver {
      kind
      description
      parameters {
        name
        value
      }
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PlanNextRoundMutation, PlanNextRoundMutationVariables>;
export const CorrectWordingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectWording($input: CorrectRoundInput!) {
  correctRound(input: $input) {
    movedSheets
    errors {
      code
      message
      path
      particulars {
        ...Particulars
      }
    }
  }
}
    fragment Particulars on FaultParticulars {
  reason
  parameters {
    name
    value
  }
}`) as unknown as TypedDocumentString<CorrectWordingMutation, CorrectWordingMutationVariables>;
export const HandInDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation HandIn($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    response {
      id
      status
      submissionNumber
      submittedAt
      receipt
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<HandInMutation, HandInMutationVariables>;
export const UpdateSheetSectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateSheetSection($input: UpdateSectionInput!) {
  updateSection(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateSheetSectionMutation, UpdateSheetSectionMutationVariables>;
export const AnswerSheetQueryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerSheetQuery($input: QueryMessageInput!) {
  answerQuery(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerSheetQueryMutation, AnswerSheetQueryMutationVariables>;
export const ReturnSheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReturnSheet($input: ReturnResponseInput!) {
  returnResponse(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReturnSheetMutation, ReturnSheetMutationVariables>;
export const AcceptSheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptSheet($input: AcceptResponseInput!) {
  acceptResponse(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptSheetMutation, AcceptSheetMutationVariables>;
export const CloseSheetQueryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseSheetQuery($input: CloseQueryInput!) {
  closeQuery(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CloseSheetQueryMutation, CloseSheetQueryMutationVariables>;
export const PrintedSheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PrintedSheet($response: ID!, $format: SheetFileFormat!, $locale: String!) {
  sheetFile(response: $response, format: $format, locale: $locale) {
    name
    mediaType
    base64
  }
}
    `) as unknown as TypedDocumentString<PrintedSheetQuery, PrintedSheetQueryVariables>;
export const DepartmentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Departments($study: String!, $municipality: String!) {
  departments(study: $study, municipality: $municipality) {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<DepartmentsQuery, DepartmentsQueryVariables>;
export const SaveDepartmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveDepartment($input: SaveDepartmentInput!) {
  saveDepartment(input: $input) {
    departments {
      code
      name
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SaveDepartmentMutation, SaveDepartmentMutationVariables>;
export const DepartmentPersonsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DepartmentPersons($study: String!, $municipality: String!, $first: Int!) {
  accounts(study: $study, municipality: $municipality, first: $first) {
    totalCount
    edges {
      node {
        id
        name
        email
        roles {
          study
          municipality
          department
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DepartmentPersonsQuery, DepartmentPersonsQueryVariables>;
export const PersonRolesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PersonRoles($id: ID!) {
  account(id: $id) {
    id
    name
    email
    locale
    roles {
      role
      study
      municipality
      department
      signatory
      singleAnswers
    }
  }
}
    `) as unknown as TypedDocumentString<PersonRolesQuery, PersonRolesQueryVariables>;
export const SavePersonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SavePerson($input: SavePersonInput!) {
  savePerson(input: $input) {
    account {
      id
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SavePersonMutation, SavePersonMutationVariables>;