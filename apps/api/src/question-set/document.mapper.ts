import type {
  AnswerCheck,
  GridAxisItem,
  LocalizedText,
  QuestionDefinition,
  QuestionSetDocument,
  Scale,
  SectionDefinition,
  Since,
  Tolerance,
} from '@reflexbogen/domain';
import { textFrom, type TranslationInput } from '../graphql/translation.model.js';
import type { QuestionSetDocumentInput } from './question-set.input.js';
import type { AnswerCheckInput, GridAxisItemInput, QuestionInput, SectionInput, SinceInput } from './question.input.js';
import type { ScaleInput } from './scale.input.js';

/** Leaves out what is not stated, so that equal documents are equal objects and hash alike. */
function stated<T extends object>(object: { [Key in keyof T]: T[Key] | undefined | null }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null)) as T;
}

const textOrNone = (translations: readonly TranslationInput[]): LocalizedText | undefined =>
  translations.length === 0 ? undefined : textFrom(translations);

export const scaleFrom = (input: ScaleInput): Scale => ({
  code: input.code,
  ordered: input.ordered,
  levels: input.levels.map((level) => ({
    code: level.code,
    label: textFrom(level.label),
    ...(level.direction ? { direction: level.direction } : {}),
    ...(level.archived ? { archived: true } : {}),
  })),
  boxes: Object.fromEntries(input.boxes.map((box) => [box.name, box.levels])),
  polarity: input.polarity,
  missing: input.missing.map((missing) => ({ code: missing.code, kind: missing.kind, label: textFrom(missing.label) })),
});

const sinceFrom = (input: SinceInput): Since =>
  stated<Since>({
    year: input.year,
    revision: input.revision,
    verdict: input.verdict,
    recode: input.recode.length === 0 ? undefined : Object.fromEntries(input.recode.map(({ from, to }) => [from, to])),
    note: input.note,
  });

const toleranceFrom = (input: QuestionInput): Tolerance | undefined => {
  if (typeof input.toleranceAbsolute === 'number') return { absolute: input.toleranceAbsolute };
  if (typeof input.tolerancePercent === 'number') return { percent: input.tolerancePercent };
  return undefined;
};

const axisFrom = (items: readonly GridAxisItemInput[]): readonly GridAxisItem[] | undefined =>
  items.length === 0 ? undefined : items.map(({ code, text }) => ({ code, text: textFrom(text) }));

const checkFrom = (input: AnswerCheckInput | null | undefined): AnswerCheck | undefined =>
  input ? { rule: input.rule, message: textFrom(input.message) } : undefined;

const questionFrom = (input: QuestionInput): QuestionDefinition =>
  stated<QuestionDefinition>({
    code: input.code,
    type: input.type,
    text: textFrom(input.text),
    help: textOrNone(input.help),
    scale: input.scale,
    required: input.required,
    visibleIf: input.visibleIf,
    requiredIf: input.requiredIf,
    valid: checkFrom(input.valid),
    plausible: checkFrom(input.plausible),
    module: input.module,
    prior: input.prior,
    since: input.since ? sinceFrom(input.since) : undefined,
    reportsChangeOf: input.reportsChangeOf
      ? { question: input.reportsChangeOf.question, since: input.reportsChangeOf.since }
      : undefined,
    unit: textOrNone(input.unit),
    min: input.min,
    max: input.max,
    decimals: input.decimals,
    tolerance: toleranceFrom(input),
    polarity: input.polarity,
    rows: axisFrom(input.rows),
    columns: axisFrom(input.columns),
  });

export const sectionFrom = (section: SectionInput): SectionDefinition => ({
  code: section.code,
  title: textFrom(section.title),
  questions: section.questions.map(questionFrom),
});

/** The document a designer sent, as the domain knows it. */
export const documentFrom = (input: QuestionSetDocumentInput, year: number, revision: number): QuestionSetDocument => ({
  year,
  revision,
  scales: input.scales.map(scaleFrom),
  sections: input.sections.map(sectionFrom),
  ...(input.modules.length === 0
    ? {}
    : { modules: input.modules.map(({ code, revision: of }) => ({ code, revision: of })) }),
});
