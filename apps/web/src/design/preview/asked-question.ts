import type { AnswerValueInput } from '@reflexbogen/client';
import {
  localize,
  prepareQuestionSet,
  type AnswerValue,
  type LocalizedText,
  type Question,
  type QuestionDefinition,
  type QuestionSetDocument,
} from '@reflexbogen/client/design';
import type { SheetQuestionData } from '@reflexbogen/client/sheet';

/** Questions as they are asked: one, or every cell of a grid. */
export const askedOf = (document: QuestionSetDocument, question: QuestionDefinition): readonly Question[] =>
  prepareQuestionSet('preview', {
    ...document,
    sections: [{ code: 'preview', title: {}, questions: [question] }],
  }).questions;

const words = (text: LocalizedText | undefined, locale: string): string | null =>
  text === undefined || Object.keys(text).length === 0 ? null : localize(text, locale);

/** A question as the sheet of a municipality has it. */
export const sheetQuestion = (question: Question, locale: string): SheetQuestionData['question'] => ({
  code: question.code,
  type: question.type,
  // A question without a wording yet is shown by its code.
  text: localize(question.text, locale) || question.code,
  help: words(question.help, locale),
  unit: words(question.unit, locale),
  min: question.min ?? null,
  max: question.max ?? null,
  decimals: question.decimals ?? null,
  polarity: question.polarity,
  prior: question.prior ?? 'SHOW',
  required: question.required,
  scale:
    question.scale.levels.length + question.scale.missing.length === 0
      ? null
      : {
          code: question.scale.code,
          ordered: question.scale.ordered,
          levels: question.scale.levels.map(({ code, label, archived }) => ({
            code,
            archived: archived ?? false,
            label: localize(label, locale),
          })),
          missing: question.scale.missing.map(({ code, kind, label }) => ({
            code,
            kind,
            label: localize(label, locale),
          })),
        },
  grid: question.grid ?? null,
});

/** A value as the rules read it. */
export function ruleValueOf(value: AnswerValueInput): AnswerValue {
  if (value.level !== undefined) return { kind: 'LEVEL', level: value.level };
  if (value.levels !== undefined) return { kind: 'LEVELS', levels: value.levels };
  if (value.number !== undefined) return { kind: 'NUMBER', number: value.number };
  if (value.boolean !== undefined) return { kind: 'BOOLEAN', boolean: value.boolean };
  if (value.text !== undefined) return { kind: 'TEXT', text: value.text };
  return { kind: 'MISSING', missing: value.missing };
}
