import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import type { Question, QuestionSet } from '../question-set/question-set.js';

// For specs only: whatever a municipality may have answered.

/** Any value that fits a question. */
export const aValueOf = (question: Question): fc.Arbitrary<AnswerValue> => {
  const levels = question.scale.levels.map(({ code }) => code);
  const missing = question.scale.missing.map(({ code }): AnswerValue => ({ kind: 'MISSING', missing: code }));
  const value = (): fc.Arbitrary<AnswerValue> => {
    switch (question.type) {
      case 'SCALE':
      case 'CHOICE':
        return fc.constantFrom(...levels).map((level) => ({ kind: 'LEVEL', level }));
      case 'MULTI_CHOICE':
        return fc.subarray(levels, { minLength: 1 }).map((chosen) => ({ kind: 'LEVELS', levels: chosen }));
      case 'NUMBER':
        return fc
          .integer({ min: -100_000, max: 100_000_000 })
          .map((cents) => ({ kind: 'NUMBER', number: cents / 100 }));
      case 'BOOLEAN':
        return fc.boolean().map((boolean) => ({ kind: 'BOOLEAN', boolean }));
      case 'TEXT':
        return fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => ({ kind: 'TEXT', text }));
    }
  };
  return missing.length === 0
    ? value()
    : fc.oneof({ weight: 4, arbitrary: value() }, { weight: 1, arbitrary: fc.constantFrom(...missing) });
};

/** Any sheet of a set: some of its questions answered. */
export const aSheetOf = ({ questions }: QuestionSet): fc.Arbitrary<Map<string, AnswerValue>> =>
  fc
    .tuple(...questions.map((question) => fc.option(aValueOf(question), { nil: undefined })))
    .map(
      (values) =>
        new Map(
          questions.flatMap(({ code }, index) => (values[index] === undefined ? [] : [[code, values[index]] as const])),
        ),
    );
