import type { QuestionnaireFormat } from '@reflexbogen/client';

export const FORMATS: readonly QuestionnaireFormat[] = ['YAML', 'JSON', 'XLSFORM', 'XLIFF', 'TRANSLATION_CSV'];
const FOR_TRANSLATORS: readonly QuestionnaireFormat[] = ['XLIFF', 'TRANSLATION_CSV'];

/** Whether a file holds the texts of one language beside another. */
export const isForTranslators = (format: QuestionnaireFormat): boolean => FOR_TRANSLATORS.includes(format);

const BY_ENDING: ReadonlyMap<string, QuestionnaireFormat> = new Map([
  ['yaml', 'YAML'],
  ['yml', 'YAML'],
  ['json', 'JSON'],
  ['xlsx', 'XLSFORM'],
  ['xlf', 'XLIFF'],
  ['xliff', 'XLIFF'],
  ['csv', 'TRANSLATION_CSV'],
]);

/** The format that the name of a file says; null where it says none. */
export const formatOf = (name: string): QuestionnaireFormat | null =>
  BY_ENDING.get(/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '') ?? null;
