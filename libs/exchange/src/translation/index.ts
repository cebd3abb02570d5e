export * from './read-xliff.js';
export {
  missingTranslations,
  stringsOf,
  type MissingTranslations,
  type StringKind,
  type TranslatableString,
} from './translatable-strings.js';
export * from './translation-csv.js';
export { MAX_TRANSLATION_FILE } from './translation-checker.js';
export { writeXliff, type Languages } from './write-xliff.js';
