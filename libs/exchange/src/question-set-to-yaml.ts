import type { Polarity, QuestionDefinition, QuestionSetDocument, Scale } from '@reflexbogen/domain';
import { fieldsOf, QUESTION } from './questionnaire/schema-source.js';

// Question sets as the plain values that files hold: the inverse of question-set-yaml.ts. What is the default is left out.

const POLARITY_NAMES: Readonly<Record<Polarity, string>> = {
  HIGHER_IS_WORSE: 'higher-is-worse',
  HIGHER_IS_BETTER: 'higher-is-better',
  NEUTRAL: 'neutral',
};

export const scaleOut = (scale: Scale) => ({
  code: scale.code,
  ordered: scale.ordered,
  levels: scale.levels.map(({ code, direction, archived, label }) => ({
    code,
    ...(direction === undefined ? {} : { direction }),
    ...(archived === true ? { archived } : {}),
    label,
  })),
  ...(Object.keys(scale.boxes).length === 0 ? {} : { boxes: scale.boxes }),
  ...(scale.polarity === 'NEUTRAL' ? {} : { polarity: POLARITY_NAMES[scale.polarity] }),
  ...(scale.missing.length === 0
    ? {}
    : { missing: scale.missing.map(({ code, kind, label }) => ({ code, kind, label })) }),
});

/** Fields in the order of the format's description, whatever order the document has them in. */
function questionOut({ polarity, required, ...rest }: QuestionDefinition): Readonly<Record<string, unknown>> {
  const question: Readonly<Record<string, unknown>> = {
    ...rest,
    ...(required ? { required } : {}),
    ...(polarity === undefined ? {} : { polarity: POLARITY_NAMES[polarity] }),
  };
  return Object.fromEntries(
    fieldsOf(QUESTION)
      .filter((field) => question[field] !== undefined)
      .map((field) => [field, question[field]]),
  );
}

/** @param scales those that stand with the set; a package keeps what several sets share at its top */
export const questionSetOut = (set: QuestionSetDocument, scales: readonly Scale[]) => ({
  year: set.year,
  revision: set.revision,
  ...(set.modules === undefined || set.modules.length === 0
    ? {}
    : { modules: set.modules.map(({ code, revision }) => ({ code, revision })) }),
  ...(scales.length === 0 ? {} : { scales: scales.map(scaleOut) }),
  sections: set.sections.map((section) => ({
    code: section.code,
    title: section.title,
    questions: section.questions.map(questionOut),
  })),
});
