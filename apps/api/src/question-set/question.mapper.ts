import {
  DEFAULT_PRIOR,
  type Question,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
  type Since,
} from '@reflexbogen/domain';
import type { QuestionModel, ScaleModel, SinceModel } from './question.model.js';

/** Parent of the schema's Question: its fields, and the texts from which the localised ones are resolved. */
export type QuestionParent = Omit<QuestionModel, never> & Pick<QuestionDefinition, 'text' | 'help' | 'unit'>;

export const scaleParent = (scale: Scale): ScaleModel => ({
  code: scale.code,
  ordered: scale.ordered,
  polarity: scale.polarity,
  levels: scale.levels.map((level) => ({
    ...level,
    direction: level.direction ?? null,
    archived: level.archived ?? false,
  })),
  boxes: Object.entries(scale.boxes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, levels]) => ({ name, levels })),
  missing: scale.missing,
});

const sinceParent = (since: Since): SinceModel => ({
  year: since.year,
  revision: since.revision ?? null,
  verdict: since.verdict,
  recode: Object.entries(since.recode ?? {}).map(([from, to]) => ({ from, to })),
  note: since.note ?? null,
});

/** Fields that definition and answerable question share. */
const common = (question: Omit<QuestionDefinition, 'scale'> | Question) => ({
  code: question.code,
  type: question.type,
  text: question.text,
  ...(question.help === undefined ? {} : { help: question.help }),
  ...(question.unit === undefined ? {} : { unit: question.unit }),
  required: question.required,
  visibleIf: question.visibleIf ?? null,
  requiredIf: question.requiredIf ?? null,
  valid: question.valid ?? null,
  plausible: question.plausible ?? null,
  module: question.module ?? null,
  prior: question.prior ?? DEFAULT_PRIOR,
  since: question.since === undefined ? null : sinceParent(question.since),
  reportsChangeOf: question.reportsChangeOf ?? null,
  min: question.min ?? null,
  max: question.max ?? null,
  decimals: question.type === 'NUMBER' ? (question.decimals ?? 9) : null,
  toleranceAbsolute:
    question.tolerance !== undefined && 'absolute' in question.tolerance ? question.tolerance.absolute : null,
  tolerancePercent:
    question.tolerance !== undefined && 'percent' in question.tolerance ? question.tolerance.percent : null,
});

const answerableParents = new WeakMap<Question, QuestionParent>();

/** An answerable question for the schema: the same object for the same question, since a sheet shows hundreds of them. */
export function questionParent(question: Question): QuestionParent {
  let parent = answerableParents.get(question);
  if (parent === undefined) {
    parent = {
      ...common(question),
      scale: question.scale.code === '' ? null : scaleParent(question.scale),
      polarity: question.polarity,
      grid: question.grid ?? null,
      rows: [],
      columns: [],
    };
    answerableParents.set(question, parent);
  }
  return parent;
}

/** A question as written in a document, for designers: a GRID stays one question. */
export function definitionParent(
  definition: QuestionDefinition,
  document: QuestionSetDocument,
  booleanScale: Scale,
): QuestionParent {
  const scale =
    definition.type === 'BOOLEAN' ? booleanScale : document.scales.find(({ code }) => code === definition.scale);
  return {
    ...common(definition),
    scale: scale === undefined ? null : scaleParent(scale),
    polarity: definition.polarity ?? scale?.polarity ?? 'NEUTRAL',
    grid: null,
    rows: definition.rows ?? [],
    columns: definition.columns ?? [],
  };
}
