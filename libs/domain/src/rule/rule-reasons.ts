/**
 * Everything that can be wrong with a rule, in English; {detail} is what the parser of CEL says. Apart from the compiler, which
 * names reasons only: whoever fills in a sheet runs rules that have passed all checks, and needs no words for faults.
 */
export const RULE_REASONS = {
  RULE_LENGTH: {
    code: 'RULE_TOO_LONG',
    message: 'The rule has {count} characters.',
    expected: 'at most {most}',
  },
  RULE_NOT_READ: { code: 'RULE_SYNTAX', message: 'The rule cannot be read: {detail}.' },
  RULE_TYPES_APART: { code: 'RULE_TYPE', message: 'The types do not fit: {detail}.' },
  RULE_WHOLE_NUMBER: {
    code: 'RULE_TYPE',
    message: 'The types do not fit: {detail}.',
    expected: 'whole numbers with a decimal point, e.g. 3.0',
  },
  RULE_NO_CONDITION: { code: 'RULE_TYPE', message: 'The rule gives {result}.', expected: 'true or false' },
  RULE_ELEMENT: { code: 'RULE_TYPE', message: '{element} is not available in rules.' },
  RULE_COMPUTED_TEXT: {
    code: 'RULE_TYPE',
    message: '.contains() takes no computed text.',
    expected: 'a text in quotes',
  },
  RULE_NUMBER_LARGE: { code: 'RULE_TYPE', message: 'A whole number is too large.', expected: 'at most {most}' },
  RULE_CODE_IN_QUOTES: {
    code: 'RULE_TYPE',
    message: '{element} does not say which question it means.',
    expected: 'the code of a question in quotes',
  },
  RULE_LAST_ROUND: {
    code: 'RULE_TYPE',
    message: '{element} is not available here: the sheet alone decides what it asks.',
  },
  RULE_TEXTS_JOINED: { code: 'RULE_TYPE', message: 'Texts and lists cannot be joined in rules.' },
  RULE_LEVELS_IN_ORDER: {
    code: 'RULE_TYPE',
    message: 'Levels of "{question}" have no order in rules.',
    expected: "their names, e.g. in ['4', '5']",
  },
  RULE_TYPE_BEFORE: {
    code: 'RULE_TYPE',
    message: '"{question}" was {before} and is {type} now, so that it has no earlier answer.',
  },
  RULE_QUESTION: { code: 'RULE_UNKNOWN_QUESTION', message: 'There is no question "{question}".' },
  RULE_QUESTION_BEFORE: { code: 'RULE_UNKNOWN_QUESTION', message: 'No earlier set asks "{question}".' },
  RULE_LEVEL: {
    code: 'RULE_UNKNOWN_LEVEL',
    message: '"{question}" has no level "{level}".',
    expected: 'one of {levels}',
  },
} as const;

/** Why a rule is refused: the code says what kind of fault, the reason which one exactly. */
export type RuleReason = keyof typeof RULE_REASONS;
export type RuleFaultCode = (typeof RULE_REASONS)[RuleReason]['code'];
