import type { AnswerContent } from '../queue/answer-store.js';
import type { SheetData } from './sheet-snapshot.js';

/** The value of an answer as the rules read it. */
export type RuleValue =
  | { readonly kind: 'LEVEL'; readonly level: string }
  | { readonly kind: 'LEVELS'; readonly levels: readonly string[] }
  | { readonly kind: 'NUMBER'; readonly number: number }
  | { readonly kind: 'BOOLEAN'; readonly boolean: boolean }
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'MISSING'; readonly missing: string };

/** A check of the designer that is not met. VALID: cannot be handed in. PLAUSIBLE: needs a comment. */
export interface UnmetRule {
  /** Code of the question that carries the check; for a grid its first visible cell. */
  readonly question: string;
  readonly kind: 'VALID' | 'PLAUSIBLE';
  /** In the language of the session. */
  readonly message: string;
}

type Texts = Readonly<Record<string, string>>;

/** What `@reflexbogen/client/rules` offers, as far as a session needs it; the library itself does not import it. */
export interface RulesModule<Prepared = unknown, Visible = unknown> {
  prepareQuestionSet(id: string, document: never): Prepared;
  visibilityOf(set: Prepared, answers: ReadonlyMap<string, RuleValue>): Visible & RuleVisibility;
  checkAnswers(
    set: Prepared,
    answers: ReadonlyMap<string, RuleValue>,
    previous: (question: string) => RuleValue | undefined,
    comments: ReadonlyMap<string, string>,
  ): readonly { readonly question: string; readonly kind: UnmetRule['kind']; readonly message: Texts }[];
}

export interface RuleVisibility {
  readonly visible: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
}

/** What the rules say of a sheet at a moment. */
export interface RuleVerdict extends RuleVisibility {
  readonly unmet: readonly UnmetRule[];
}

/** Values and comments by code of the question. */
export type RuleAnswers = ReadonlyMap<string, { readonly value: AnswerContent; readonly comment: string | null }>;

/**
 * Evaluates the rules of a sheet, by the very code of the service.
 * `previous(…)` knows what the sheet shows of last round: where the prior policy shows nothing, a check that asks for it counts
 * as met here, and the service decides when the sheet is handed in.
 * @returns null where the service has sent no question set
 */
export function evaluatorOf(
  rules: RulesModule,
  sheet: SheetData,
  locale: string,
): ((answers: RuleAnswers) => RuleVerdict) | null {
  const { questionSet } = sheet.round;
  if (questionSet === null) return null;
  const set = rules.prepareQuestionSet(questionSet.id, documentOf(questionSet, locale) as never);
  const previous = new Map<string, RuleValue>();
  for (const { questions } of sheet.sections)
    for (const { question, previous: before } of questions) {
      const value = before === null ? null : ruleValueOf(contentOf(before.value));
      if (value !== null) previous.set(question.code, value);
    }
  return (answers) => {
    const values = new Map<string, RuleValue>();
    const comments = new Map<string, string>();
    for (const [code, { value, comment }] of answers) {
      const ruleValue = ruleValueOf(value);
      if (ruleValue !== null) values.set(code, ruleValue);
      if (comment !== null) comments.set(code, comment);
    }
    const { visible, required } = rules.visibilityOf(set, values);
    const unmet = rules
      .checkAnswers(set, values, (code) => previous.get(code), comments)
      .map(({ question, kind, message }) => ({ question, kind, message: message[locale] ?? '' }));
    return { visible, required, unmet };
  };
}

/** The document of a question set as far as rules read it, texts in one language. */
function documentOf(
  { year, revision, sections: asked }: NonNullable<SheetData['round']['questionSet']>,
  locale: string,
): object {
  const scales = new Map<string, object>();
  const text = (words: string): Texts => ({ [locale]: words });
  const sections = asked.map(({ code, title, questions }) => ({
    code,
    title: text(title),
    questions: questions.map(({ scale, rows, columns, valid, plausible, text: wording, help: _help, ...question }) => {
      if (scale !== null)
        scales.set(scale.code, {
          ...scale,
          boxes: {},
          levels: scale.levels.map((level) => ({ ...level, label: text(level.code) })),
          missing: scale.missing.map((missing) => ({ ...missing, label: text(missing.code) })),
        });
      return {
        ...withoutNull(question),
        text: text(wording),
        // The scale behind yes and no has a code of its own and is no scale of the set.
        ...(scale === null ? {} : { scale: scale.code }),
        ...(valid === null ? {} : { valid: { rule: valid.rule, message: text(valid.message) } }),
        ...(plausible === null ? {} : { plausible: { rule: plausible.rule, message: text(plausible.message) } }),
        rows: rows.map((row) => ({ code: row.code, text: text(row.text) })),
        columns: columns.map((column) => ({ code: column.code, text: text(column.text) })),
      };
    }),
  }));
  return { year, revision, scales: [...scales.values()], sections };
}

const withoutNull = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

/** A value as the service sends it. */
export type ServiceValue = NonNullable<
  NonNullable<SheetData['sections'][number]['questions'][number]['answer']>['value']
>;

/** A value of the service as it is sent back to it. */
export function contentOf(value: ServiceValue | null): AnswerContent {
  if (value === null) return null;
  switch (value.__typename) {
    case 'LevelValue':
      return { level: value.level };
    case 'LevelsValue':
      return { levels: value.levels };
    case 'NumberValue':
      return { number: value.number };
    case 'BooleanValue':
      return { boolean: value.boolean };
    case 'TextValue':
      return { text: value.text };
    case 'MissingValue':
      return { missing: value.missing };
  }
}

function ruleValueOf(value: AnswerContent): RuleValue | null {
  if (value === null) return null;
  if (value.level !== undefined) return { kind: 'LEVEL', level: value.level };
  if (value.levels !== undefined) return { kind: 'LEVELS', levels: value.levels };
  if (value.number !== undefined) return { kind: 'NUMBER', number: value.number };
  if (value.boolean !== undefined) return { kind: 'BOOLEAN', boolean: value.boolean };
  if (value.text !== undefined) return { kind: 'TEXT', text: value.text };
  return { kind: 'MISSING', missing: value.missing };
}
