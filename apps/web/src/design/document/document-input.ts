import type { QuestionSetDocumentInput, ScaleInput } from '@reflexbogen/client';
import type {
  GridAxisItem,
  LocalizedText,
  QuestionDefinition,
  QuestionSetDocument,
  Scale,
} from '@reflexbogen/client/design';

const translations = (text: LocalizedText | undefined) =>
  Object.entries(text ?? {}).map(([locale, words]) => ({ locale, text: words }));
const axis = (items: readonly GridAxisItem[] | undefined) =>
  (items ?? []).map(({ code, text }) => ({ code, text: translations(text) }));

function questionInput(
  question: QuestionDefinition,
): QuestionSetDocumentInput['sections'][number]['questions'][number] {
  const { text, help, unit, rows, columns, valid, plausible, since, tolerance, reportsChangeOf, ...plain } = question;
  return {
    ...plain,
    text: translations(text),
    help: translations(help),
    unit: translations(unit),
    rows: axis(rows),
    columns: axis(columns),
    ...(valid === undefined ? {} : { valid: { rule: valid.rule, message: translations(valid.message) } }),
    ...(plausible === undefined
      ? {}
      : { plausible: { rule: plausible.rule, message: translations(plausible.message) } }),
    ...(reportsChangeOf === undefined ? {} : { reportsChangeOf: { ...reportsChangeOf } }),
    ...(since === undefined
      ? {}
      : { since: { ...since, recode: Object.entries(since.recode ?? {}).map(([from, to]) => ({ from, to })) } }),
    ...(tolerance === undefined
      ? {}
      : 'absolute' in tolerance
        ? { toleranceAbsolute: tolerance.absolute }
        : { tolerancePercent: tolerance.percent }),
  };
}

export const scaleInput = (scale: Scale): ScaleInput => ({
  code: scale.code,
  ordered: scale.ordered,
  polarity: scale.polarity,
  levels: scale.levels.map(({ code, label, direction, archived }) => ({
    code,
    label: translations(label),
    archived: archived ?? false,
    ...(direction === undefined ? {} : { direction }),
  })),
  boxes: Object.entries(scale.boxes).map(([name, levels]) => ({ name, levels: [...levels] })),
  missing: scale.missing.map(({ code, kind, label }) => ({ code, kind, label: translations(label) })),
});

/** A document as saveQuestionSet takes it. */
export const documentInput = (document: QuestionSetDocument): QuestionSetDocumentInput => ({
  modules: (document.modules ?? []).map(({ code, revision }) => ({ code, revision })),
  scales: document.scales.map(scaleInput),
  sections: document.sections.map(({ code, title, questions }) => ({
    code,
    title: translations(title),
    questions: questions.map(questionInput),
  })),
});
