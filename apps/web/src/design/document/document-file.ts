import type {
  Polarity,
  QuestionDefinition,
  QuestionSetDocument,
  Scale,
  SectionDefinition,
} from '@reflexbogen/client/design';

// The JSON file of a question set, which the service writes: docs/questionnaire.schema.json. What is the default is left out.

type PolarityName = 'higher-is-worse' | 'higher-is-better' | 'neutral';
const POLARITIES: Readonly<Record<PolarityName, Polarity>> = {
  'higher-is-worse': 'HIGHER_IS_WORSE',
  'higher-is-better': 'HIGHER_IS_BETTER',
  neutral: 'NEUTRAL',
};

type FileScale = Omit<Scale, 'polarity' | 'boxes' | 'missing'> & {
  readonly polarity?: PolarityName;
  readonly boxes?: Scale['boxes'];
  readonly missing?: Scale['missing'];
};
type FileQuestion = Omit<QuestionDefinition, 'required' | 'polarity'> & {
  readonly required?: boolean;
  readonly polarity?: PolarityName;
};
interface QuestionnaireFile extends Omit<QuestionSetDocument, 'scales' | 'sections'> {
  readonly scales?: readonly FileScale[];
  readonly sections: readonly (Omit<SectionDefinition, 'questions'> & {
    readonly questions: readonly FileQuestion[];
  })[];
}

/** The document in a file of the service. @throws SyntaxError where it is no JSON */
export function documentOfFile(base64: string): QuestionSetDocument {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const file = JSON.parse(new TextDecoder().decode(bytes)) as QuestionnaireFile;
  return {
    year: file.year,
    revision: file.revision,
    ...(file.modules === undefined ? {} : { modules: file.modules }),
    scales: (file.scales ?? []).map(({ polarity, boxes, missing, ...scale }) => ({
      ...scale,
      boxes: boxes ?? {},
      polarity: POLARITIES[polarity ?? 'neutral'],
      missing: missing ?? [],
    })),
    sections: file.sections.map((section) => ({
      ...section,
      questions: section.questions.map(({ required, polarity, ...question }) => ({
        ...question,
        required: required ?? false,
        ...(polarity === undefined ? {} : { polarity: POLARITIES[polarity] }),
      })),
    })),
  };
}
