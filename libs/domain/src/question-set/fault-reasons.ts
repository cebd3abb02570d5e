import { RULE_REASONS } from '../rule/rule-reasons.js';
import type { NameIn } from '../text/sentence-template.js';

/**
 * Everything that can be wrong with a question set, a module, or a scale of the library: what kind of fault, and the sentence
 * in English. Names in braces are the fault's parameters, so that a program can say the same in another language: types,
 * verdicts, fields and the like as in a document, question sets as `2018/1`, modules as `core/3`, lists by commas and, where
 * they are shortened, an ellipsis. {detail} alone is a sentence of somebody else's, in English.
 */
export const FAULT_REASONS = {
  ...RULE_REASONS,
  NOTHING_ASKED: { code: 'NO_QUESTIONS', message: 'The set asks nothing.', expected: 'at least one question' },
  YEAR_RANGE: { code: 'RANGE_INVALID', message: 'The year is {value}.', expected: '{least} to {most}' },
  REVISION_RANGE: { code: 'RANGE_INVALID', message: 'The revision is {value}.', expected: '{least} to {most}' },
  SECTION_TWICE: { code: 'DUPLICATE_SECTION', message: 'Section "{section}" stands twice.' },
  QUESTION_TWICE: {
    code: 'DUPLICATE_QUESTION',
    message: '"{code}" is already asked by "{question}".',
    expected: 'a code of its own',
  },
  QUESTION_COUNT: {
    code: 'LIMIT_EXCEEDED',
    message: 'The set has more than {most} questions.',
    expected: 'at most {most}, cells of grids included',
  },
  SCALE_COUNT: { code: 'LIMIT_EXCEEDED', message: 'The set has {count} scales.', expected: 'at most {most}' },

  CODE_CHARACTERS: {
    code: 'INVALID_CODE',
    message: '"{code}" is no code.',
    expected: 'letters A–Z, digits, ".", "_" and "-", beginning with a letter or digit, at most {most} characters',
  },
  LEVEL_CODE_CHARACTERS: {
    code: 'INVALID_CODE',
    message: '"{code}" is no code of a level.',
    expected: '1 to {most} characters without "|", line breaks, control characters or blanks at the ends',
  },
  LANGUAGE_TAG: { code: 'INVALID_CODE', message: '"{locale}" is no language tag.', expected: 'a tag like de or de-AT' },
  TEXT_NOWHERE: {
    code: 'MISSING_TEXT',
    message: 'There is no text in any language.',
    expected: 'a text in at least one language',
  },
  TEXT_LENGTH: { code: 'LIMIT_EXCEEDED', message: 'The text has {count} characters.', expected: 'at most {most}' },
  TEXT_CHARACTERS: {
    code: 'FORBIDDEN_CHARACTER',
    message: 'The text contains a control character or one that turns the direction of writing.',
    expected: 'printable characters, tabs and line feeds',
  },

  SCALE_TWICE: { code: 'DUPLICATE_SCALE', message: 'Scale "{scale}" is defined twice.' },
  SCALE_EMPTY: { code: 'EMPTY_SCALE', message: 'Scale "{scale}" has neither levels nor missing codes.' },
  LEVEL_COUNT: {
    code: 'LIMIT_EXCEEDED',
    message: 'Scale "{scale}" has {count} levels.',
    expected: 'at most {most}',
  },
  LEVEL_TWICE: { code: 'DUPLICATE_LEVEL', message: 'Level "{level}" stands twice in scale "{scale}".' },
  MISSING_CODE_COUNT: {
    code: 'LIMIT_EXCEEDED',
    message: 'Scale "{scale}" has {count} missing codes.',
    expected: 'at most {most}',
  },
  MISSING_CODE_TWICE: {
    code: 'MISSING_CODE_CLASHES',
    message: 'Missing code "{missing}" stands already in scale "{scale}".',
    expected: 'a code that no level and no other missing code has',
  },
  BOX_EMPTY: {
    code: 'BOX_UNKNOWN_LEVEL',
    message: 'Box "{box}" names no level.',
    expected: 'at least one level',
  },
  BOX_LEVEL_TWICE: { code: 'DUPLICATE_LEVEL', message: 'Box "{box}" names a level twice.' },
  BOX_LEVEL: {
    code: 'BOX_UNKNOWN_LEVEL',
    message: 'Box "{box}": scale "{scale}" has no level "{level}".',
    expected: 'one of {levels}',
  },

  SCALE_MISSING: {
    code: 'SCALE_REQUIRED',
    message: '{type} question "{question}" names no scale.',
    expected: 'the code of a scale',
  },
  SCALE_UNKNOWN: { code: 'UNKNOWN_SCALE', message: 'There is no scale "{scale}".', expected: 'one of {scales}' },
  SCALE_UNKNOWN_OF_NONE: {
    code: 'UNKNOWN_SCALE',
    message: 'There is no scale "{scale}".',
    expected: 'a scale of the set, which has none yet',
  },
  SCALE_WITHOUT_LEVELS: { code: 'EMPTY_SCALE', message: 'Scale "{scale}" has no levels to choose from.' },
  LEVELS_NOT_ALLOWED: {
    code: 'SCALE_NOT_ALLOWED',
    message: '{type} question "{question}" cannot have levels.',
    expected: 'no scale, or one that has missing codes only',
  },
  MISSING_CODE_AS_ANSWER: {
    code: 'MISSING_CODE_CLASHES',
    message: 'Missing code "{missing}" reads like an answer to {type} question "{question}".',
  },
  FIELD_OF_NUMBERS: {
    code: 'FIELD_NOT_ALLOWED',
    message: '{type} question "{question}" cannot have "{field}".',
    expected: 'NUMBER',
  },
  FIELD_OF_GRIDS: {
    code: 'FIELD_NOT_ALLOWED',
    message: '{type} question "{question}" cannot have "{field}".',
    expected: 'GRID',
  },
  BOUND_RANGE: {
    code: 'RANGE_INVALID',
    message: '"{field}" is {value}.',
    expected: 'a number between -1e15 and 1e15',
  },
  BOUNDS_REVERSED: {
    code: 'RANGE_INVALID',
    message: 'The smallest value {min} is above the largest {max}.',
    expected: 'min up to max',
  },
  DECIMALS_RANGE: {
    code: 'RANGE_INVALID',
    message: '"decimals" is {value}.',
    expected: 'a whole number from 0 to {most}',
  },
  TOLERANCE_RANGE: { code: 'RANGE_INVALID', message: 'The tolerance is {value}.', expected: 'a number from 0' },
  GRID_AXIS_EMPTY: {
    code: 'EMPTY_GRID',
    message: 'Grid "{question}" has no {axis}.',
    expected: 'at least one',
  },

  SINCE_NOT_EARLIER: {
    code: 'SINCE_INVALID',
    message: '"{question}" compares itself with {set}.',
    expected: 'a year before {year}, or an earlier revision of {year}',
  },
  RECODE_UNDER_VERDICT: {
    code: 'RECODE_INVALID',
    message: '"{question}" has a recode under the verdict {verdict}.',
    expected: 'verdict RECODED',
  },
  RECODE_WITHOUT_LEVELS: {
    code: 'RECODE_INVALID',
    message: '{type} question "{question}" has no levels to recode.',
    expected: 'another verdict',
  },
  RECODE_EMPTY: {
    code: 'RECODE_INVALID',
    message: '"{question}" is RECODED and maps no level.',
    expected: 'a map of earlier to present level codes',
  },
  RECODE_LEVEL: {
    code: 'RECODE_UNKNOWN_LEVEL',
    message: 'Scale "{scale}" has no level "{level}".',
    expected: 'one of {levels}',
  },
  RECODE_LEVEL_BEFORE: { code: 'RECODE_UNKNOWN_LEVEL', message: 'The scale of {set} has no level "{level}".' },
  REPORT_NOT_EARLIER: {
    code: 'REPORTS_INVALID',
    message: '"{question}" reports a change since {since}.',
    expected: 'a year before {year}',
  },
  REPORT_OF_TYPE: {
    code: 'REPORTS_INVALID',
    message: '{type} question "{question}" cannot report a change.',
    expected: 'a SCALE whose levels carry a direction',
  },
  REPORT_WITHOUT_DIRECTION: {
    code: 'REPORTS_INVALID',
    message: '"{question}" reports a change, and no level of scale "{scale}" carries a direction.',
    expected: 'direction INCREASED, UNCHANGED or DECREASED on its levels',
  },
  REPORT_UNKNOWN: { code: 'REPORTS_UNKNOWN', message: 'The question set of {since} does not ask "{question}".' },

  RULE_CIRCLE: {
    code: 'RULE_CYCLE',
    message: 'The rule of "{question}" depends on "{other}", which depends on "{question}".',
    expected: 'earlier questions',
  },
  RULE_AHEAD: {
    code: 'RULE_ORDER',
    message: 'The rule of "{question}" refers to "{other}", which is asked later.',
    expected: 'earlier questions',
  },
  NEVER_TRUE: {
    code: 'NEVER_VISIBLE',
    message: '"{question}" can never become visible: no answers make its rule true.',
    expected: 'a rule that some sheet meets',
  },
  NEVER_REACHED: {
    code: 'NEVER_VISIBLE',
    message: '"{question}" can never become visible: it depends on "{other}", which is never visible itself.',
    expected: 'a rule that some sheet meets',
  },

  VERDICT_NEEDED: {
    code: 'VERDICT_MISSING',
    message: '"{question}" differs from {set} and does not say whether the two compare.',
    expected: 'since with a verdict: EDITORIAL, COMPARABLE, RECODED or BREAK',
  },
  SET_UNKNOWN: {
    code: 'SINCE_UNKNOWN',
    message: 'There is no published question set of {set}.',
    expected: 'one of {sets}',
  },
  SET_UNKNOWN_OF_NONE: {
    code: 'SINCE_UNKNOWN',
    message: 'There is no published question set of {set}.',
    expected: 'nothing: no earlier set is published',
  },
  SET_WITHOUT_QUESTION: {
    code: 'SINCE_UNKNOWN',
    message: 'The question set of {set} does not ask "{question}".',
    expected: 'a set that asks it',
  },
  TYPE_DIFFERS: {
    code: 'TYPE_CHANGED',
    message: '"{question}" was {before} in {set} and is {type} now.',
    expected: 'BREAK',
  },
  WORDING_DIFFERS: {
    code: 'NOT_IDENTICAL',
    message: '"{question}" differs in text, unit or scale from {set}.',
    expected: 'EDITORIAL, COMPARABLE, RECODED or BREAK',
  },
  QUESTION_ARCHIVED: {
    code: 'CODE_ARCHIVED',
    message: 'The question "{question}" is archived; its code means what it meant.',
    expected: 'another code',
  },
  TRANSLATION_NEEDED: {
    code: 'TRANSLATION_MISSING',
    message: 'There is no text in {locale}.',
    expected: 'a text in {locale}',
  },

  MODULE_TWICE: {
    code: 'DUPLICATE_MODULE',
    message: 'Module "{module}" is taken twice.',
    expected: 'each module once',
  },
  MODULE_UNKNOWN: { code: 'UNKNOWN_MODULE', message: 'There is no module {module}.', expected: 'one of {modules}' },
  MODULE_UNKNOWN_OF_NONE: {
    code: 'UNKNOWN_MODULE',
    message: 'There is no module {module}.',
    expected: 'nothing: the template has no modules',
  },
  MODULE_NOT_TAKEN: {
    code: 'UNKNOWN_MODULE',
    message: 'The set takes no module "{module}".',
    expected: 'a module of the set',
  },
  MODULE_WORDING: {
    code: 'MODULE_DIFFERS',
    message: '"{question}" is not what module {module} asks.',
    expected: 'the wording of the module, a new revision of it, or no module',
  },
  MODULES_SHARE_QUESTION: {
    code: 'DUPLICATE_QUESTION',
    message: '"{question}" of module {module} is already asked by module {other}.',
    expected: 'each question in one module',
  },
  MODULES_SHARE_SCALE: {
    code: 'SCALE_CONFLICT',
    message: 'Scale "{scale}" of module {module} differs from that of module {other}.',
    expected: 'modules that mean the same scale by the same code',
  },

  SCALE_WAS_ORDERED: {
    code: 'SCALE_FROZEN',
    message: 'The levels of scale "{scale}" ascended.',
    expected: 'a new scale',
  },
  SCALE_WAS_NOMINAL: {
    code: 'SCALE_FROZEN',
    message: 'The levels of scale "{scale}" did not ascend.',
    expected: 'a new scale',
  },
  LEVEL_GONE: {
    code: 'LEVEL_REMOVED',
    message: 'Level "{level}" is gone.',
    expected: 'the level, archived where it is no longer offered',
  },
  LEVEL_HAD_DIRECTION: {
    code: 'SCALE_FROZEN',
    message: 'Level "{level}" reported {direction}.',
    expected: 'a new level',
  },
  LEVEL_HAD_NO_DIRECTION: {
    code: 'SCALE_FROZEN',
    message: 'Level "{level}" reported no direction.',
    expected: 'a new level',
  },
  MISSING_CODE_GONE: {
    code: 'LEVEL_REMOVED',
    message: 'Missing code "{missing}" is gone.',
    expected: 'the missing code',
  },
  MISSING_CODE_KIND: {
    code: 'SCALE_FROZEN',
    message: 'Missing code "{missing}" was {kind}.',
    expected: 'a new missing code',
  },
} as const;

/** Which fault exactly: the key of its sentence. */
export type FaultReason = keyof typeof FAULT_REASONS;

type Sentence = { readonly message: string; readonly expected?: string };
type ExpectedOf<Reason extends Sentence> = Reason extends { readonly expected: infer Expected extends string }
  ? Expected
  : '';

/** The parameters that a fault of a reason has to bring. */
export type FaultParameters<Reason extends FaultReason> = Readonly<
  Record<
    NameIn<`${(typeof FAULT_REASONS)[Reason]['message']}${ExpectedOf<(typeof FAULT_REASONS)[Reason]>}`>,
    string | number
  >
>;
