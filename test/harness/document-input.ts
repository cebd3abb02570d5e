import type { LocalizedText, QuestionDefinition, QuestionSetDocument } from '@reflexbogen/domain';
import type { QuestionSetDocumentInput } from '../../apps/api/src/question-set/question-set.input.js';

const translations = (text: LocalizedText | undefined) =>
  Object.entries(text ?? {}).map(([locale, wording]) => ({ locale, text: wording }));
const axis = (items: QuestionDefinition['rows']) =>
  (items ?? []).map(({ code, text }) => ({ code, text: translations(text) }));

const questionOf = (question: QuestionDefinition) => ({
  ...question,
  text: translations(question.text),
  help: translations(question.help),
  unit: translations(question.unit),
  rows: axis(question.rows),
  columns: axis(question.columns),
  valid: question.valid && { rule: question.valid.rule, message: translations(question.valid.message) },
  plausible: question.plausible && { rule: question.plausible.rule, message: translations(question.plausible.message) },
  since: question.since && {
    ...question.since,
    recode: Object.entries(question.since.recode ?? {}).map(([from, to]) => ({ from, to })),
  },
  toleranceAbsolute: question.tolerance && 'absolute' in question.tolerance ? question.tolerance.absolute : null,
  tolerancePercent: question.tolerance && 'percent' in question.tolerance ? question.tolerance.percent : null,
});

/** A document as a client sends it. */
export const inputOf = (document: QuestionSetDocument): QuestionSetDocumentInput => ({
  modules: [...(document.modules ?? [])],
  scales: document.scales.map((scale) => ({
    ...scale,
    levels: scale.levels.map((level) => ({
      ...level,
      label: translations(level.label),
      archived: level.archived ?? false,
    })),
    boxes: Object.entries(scale.boxes).map(([name, levels]) => ({ name, levels: [...levels] })),
    missing: scale.missing.map((missing) => ({ ...missing, label: translations(missing.label) })),
  })),
  sections: document.sections.map((section) => ({
    code: section.code,
    title: translations(section.title),
    questions: section.questions.map(questionOf) as QuestionSetDocumentInput['sections'][number]['questions'],
  })),
});
