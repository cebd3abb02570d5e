import { fill, type FaultReason, type NameIn, type TemplateValues } from '@reflexbogen/domain';

/**
 * What can be wrong with a questionnaire as a file of YAML or JSON, or for translators, in English; names in braces are the fault's parameters. A
 * {place} is the path of a field, or `document`; a {value} is written as JSON, with `[…]` and `{…}` for lists and mappings;
 * {detail} is what the parser of YAML says.
 */
export const FILE_REASONS = {
  FILE_LENGTH: { message: 'The file has {count} characters.', expected: 'at most {most} characters' },
  FILE_EMPTY: { message: 'The file is empty.', expected: 'format: {format} and a question set' },
  FILE_FORMAT: { message: 'The format is {value}.', expected: '{format}' },
  FILE_NOT_READ: { message: 'The file is no YAML: {detail}', expected: 'valid YAML' },
  FILE_TOO_DEEP: {
    message: 'Lists or mappings stand too deep within each other.',
    expected: 'the fields of the format, at most ten levels deep',
  },
  FILE_ALIASES: { message: 'The aliases cannot be followed: {detail}', expected: 'at most {most} aliases' },
  FILE_UNKNOWN_FIELD: { message: '{place} has an unknown field {name}.', expected: 'one of {names}' },
  FILE_FIELD_MISSING: { message: '{place} lacks {name}.', expected: 'a field {name}' },
  FILE_TWICE: { message: '{name} is given twice.', expected: 'each once' },
  FILE_CHARACTERS: {
    message: '{place} contains a control character or one that turns the direction of writing.',
    expected: 'printable characters, tabs and line feeds',
  },
  FILE_LANGUAGE: { message: '{locale} is no language tag.', expected: 'a tag such as de or en' },
  FILE_VALUE_FIELDS: { message: '{place} is {value}.', expected: 'fields {names}' },
  FILE_VALUE_LIST: { message: '{place} is {value}.', expected: 'a list' },
  FILE_VALUE_TEXT: { message: '{place} is {value}.', expected: 'text' },
  FILE_VALUE_CODE: { message: '{place} is {value}.', expected: 'letters, digits, dot, dash or underscore' },
  FILE_VALUE_SLUG: { message: '{place} is {value}.', expected: 'lower-case letters, digits and single dashes' },
  FILE_VALUE_LANGUAGE: { message: '{place} is {value}.', expected: 'a language tag such as de' },
  FILE_VALUE_TEXTS: { message: '{place} is {value}.', expected: 'a text per language' },
  FILE_VALUE_NUMBER: { message: '{place} is {value}.', expected: 'a number' },
  FILE_VALUE_WHOLE: { message: '{place} is {value}.', expected: 'a whole number from {least} to {most}' },
  FILE_VALUE_BOOLEAN: { message: '{place} is {value}.', expected: 'true or false' },
  FILE_VALUE_ONE_OF: { message: '{place} is {value}.', expected: 'one of {values}' },
  TRANSLATION_ONE_LANGUAGE: { message: 'Source and target are the same language.', expected: 'two languages' },
  TRANSLATION_OF_OTHER: { message: 'The strings are those of {original}.', expected: '{set}' },
  TRANSLATION_OUTDATED: {
    message: 'Strings of the question set have changed since the file was written.',
    expected: 'a file written from the question set as it is now',
  },
  TRANSLATION_UNKNOWN: { message: 'The question set has no string {key}.', expected: 'a key of the set' },
  TRANSLATION_TWICE: { message: '{key} is given twice.', expected: 'each string once' },
  TRANSLATION_SOURCE: { message: '{key} reads "{source}".', expected: '"{own}"' },
  TRANSLATION_LENGTH: { message: '{key} has {count} characters.', expected: 'at most {most}' },
  TRANSLATION_WITHOUT_SET: {
    message: 'The file does not say of which question set it is.',
    expected: 'a file as it was written',
  },
} as const;
export type FileReason = keyof typeof FILE_REASONS;

/** Reasons for a text that is none, or not of the kind that is wanted. */
export type TextReason = 'FILE_VALUE_TEXT' | 'FILE_VALUE_CODE' | 'FILE_VALUE_SLUG' | 'FILE_VALUE_LANGUAGE';

/** The parameters that a fault of a reason has to bring. */
export type FileParameters<Reason extends FileReason> = Readonly<
  Record<
    NameIn<`${(typeof FILE_REASONS)[Reason]['message']}${(typeof FILE_REASONS)[Reason]['expected']}`>,
    string | number
  >
>;

/** What a fault says, for whoever says it in another language. */
export interface Particulars {
  readonly reason: FaultReason | FileReason;
  readonly parameters: TemplateValues;
}

/** The words of a fault, and what they are made of. */
export function fileWords<Reason extends FileReason>(reason: Reason, parameters: FileParameters<Reason>) {
  const { message, expected } = FILE_REASONS[reason];
  const particulars: Particulars = { reason, parameters };
  return { message: fill(message, parameters), expected: fill(expected, parameters), particulars };
}
