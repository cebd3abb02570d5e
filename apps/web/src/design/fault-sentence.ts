import type { FaultReason } from '@reflexbogen/client';
import { GERMAN_FAULTS } from './fault-texts.js';
import { fieldNameOf } from './field-name.js';

/** A stretch of a sentence. */
export interface Stretch {
  readonly text: string;
  /** Whether somebody else says it, in English. */
  readonly isEnglish: boolean;
}

/** What the values of a sentence are called in German; a value of another name stands for itself, as codes do. */
type WordOf = (key: string) => string;
const WORDED: Readonly<Record<string, (value: string, word: WordOf) => string>> = {
  type: (value, word) => word(`types.${value}`),
  before: (value, word) => word(`types.${value}`),
  verdict: (value, word) => word(`verdict.${value}`),
  direction: (value, word) => word(`directions.${value}`),
  kind: (value, word) => word(`kinds.${value}`),
  axis: (value, word) => word(value),
  field: (value, word) => fieldNameOf([value], (key) => word(`fieldNames.${key}`), false),
  fields: (value, word) =>
    value
      .split(', ')
      .map((field) => fieldNameOf(field.split('.'), (key) => word(`fieldNames.${key}`), false))
      .join(', '),
};

/**
 * A fault in German.
 * @param parameters by name, as the schema has them
 * @param word for a key of the texts of the workspace
 * @returns the sentence in stretches; a name without a value stays as it is written
 */
export function germanSentence(
  reason: FaultReason,
  parameters: Readonly<Record<string, string | number>>,
  word: WordOf,
): readonly Stretch[] {
  return GERMAN_FAULTS[reason].split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return { text: part, isEnglish: false };
    if (!Object.hasOwn(parameters, part)) return { text: `{${part}}`, isEnglish: false };
    const value = String(parameters[part]);
    return { text: WORDED[part]?.(value, word) ?? value, isEnglish: part === 'detail' };
  });
}
