import type { AnswerValue } from '../answer/answer-value.js';
import type { Question, QuestionSet } from '../question-set/question-set.js';
import { compileRule, evaluateRule, type CompiledRule } from '../rule/rule.js';

/** What a sheet asks, given what has been answered so far. Every question is either visible or hidden. */
export interface Visibility {
  readonly visible: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Visible questions that submitting needs an answer to; a missing code ("don't know") is an answer. */
  readonly required: ReadonlySet<string>;
}

interface QuestionRules {
  readonly visibleIf?: CompiledRule;
  readonly requiredIf?: CompiledRule;
}

const rulesBySet = new WeakMap<QuestionSet, ReadonlyMap<string, QuestionRules>>();

/**
 * The rules of a set, compiled once. A rule with a fault counts as absent, so that the preview of an unfinished draft shows
 * the question: publishing refuses such a set.
 */
function rulesOf(questionSet: QuestionSet): ReadonlyMap<string, QuestionRules> {
  const known = rulesBySet.get(questionSet);
  if (known !== undefined) return known;
  // The cells of a grid share its rule text: compile it once.
  const compiledByText = new Map<string, CompiledRule | undefined>();
  const compiled = (text: string | undefined): CompiledRule | undefined => {
    if (text === undefined) return undefined;
    if (!compiledByText.has(text)) {
      const result = compileRule(text, questionSet.byCode, { previous: false });
      compiledByText.set(text, result.ok ? result.value : undefined);
    }
    return compiledByText.get(text);
  };
  const rules = new Map<string, QuestionRules>();
  for (const question of questionSet.questions) {
    const visibleIf = compiled(question.visibleIf);
    const requiredIf = compiled(question.requiredIf);
    if (visibleIf !== undefined || requiredIf !== undefined)
      rules.set(question.code, { ...(visibleIf ? { visibleIf } : {}), ...(requiredIf ? { requiredIf } : {}) });
  }
  rulesBySet.set(questionSet, rules);
  return rules;
}

/** Whether a set has any rule that decides what is asked: without one every question is visible, and importers need not evaluate anything. */
export const hasRules = (questionSet: QuestionSet): boolean => rulesOf(questionSet).size > 0;

/**
 * Decides what a sheet shows and needs, from top to bottom: rules look back only, and an answer to a question that is itself
 * hidden counts as none, so hiding a question hides what hangs on it.
 * @param answers question code to value, without the unanswered ones; codes that the set lacks are ignored
 * Total: never throws.
 */
export function visibilityOf(questionSet: QuestionSet, answers: ReadonlyMap<string, AnswerValue>): Visibility {
  const rules = rulesOf(questionSet);
  const visible = new Set<string>();
  const hidden = new Set<string>();
  const required = new Set<string>();
  const visibleAnswer = (code: string): AnswerValue | undefined => (visible.has(code) ? answers.get(code) : undefined);
  for (const question of questionSet.questions) {
    const { visibleIf, requiredIf } = rules.get(question.code) ?? {};
    if (visibleIf !== undefined && !evaluateRule(visibleIf, visibleAnswer)) {
      hidden.add(question.code);
      continue;
    }
    visible.add(question.code);
    if (question.required || (requiredIf !== undefined && evaluateRule(requiredIf, visibleAnswer)))
      required.add(question.code);
  }
  return { visible, hidden, required };
}

/** How far a sheet is. `answered` and `total` count visible questions, `required` those among them that must be answered. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
  readonly required: number;
  readonly requiredAnswered: number;
}

/**
 * Counts how far a sheet is, as a whole or in one section.
 * @param include questions to count; all by default
 */
export function progressOf(
  questionSet: QuestionSet,
  answers: ReadonlyMap<string, AnswerValue>,
  visibility: Visibility = visibilityOf(questionSet, answers),
  include: (question: Question) => boolean = () => true,
): Progress {
  const progress = { answered: 0, total: 0, required: 0, requiredAnswered: 0 };
  for (const question of questionSet.questions) {
    if (!visibility.visible.has(question.code) || !include(question)) continue;
    const isAnswered = answers.has(question.code);
    progress.total += 1;
    if (isAnswered) progress.answered += 1;
    if (!visibility.required.has(question.code)) continue;
    progress.required += 1;
    if (isAnswered) progress.requiredAnswered += 1;
  }
  return progress;
}
