import type { AnswerValue } from '../answer/answer-value.js';
import type { AnswerCheck, Question, QuestionSet } from '../question-set/question-set.js';
import { compileRule, decideRule, type AnswerSource, type CompiledRule } from '../rule/rule.js';
import type { LocalizedText } from '../text/localized-text.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** A check of the designer that a sheet does not meet. */
export interface UnmetCheck {
  /** Code of the question that carries the check; for a grid its first visible cell. */
  readonly question: string;
  /** VALID: the sheet cannot be handed in as it is. PLAUSIBLE: it can, once there is a comment. */
  readonly kind: 'VALID' | 'PLAUSIBLE';
  /** What the designer says to it. */
  readonly message: LocalizedText;
}

interface CompiledCheck {
  readonly kind: UnmetCheck['kind'];
  readonly rule: CompiledRule;
  readonly message: LocalizedText;
  /** The question that carries it, or all cells of the grid that does: a grid's check is one check. */
  readonly questions: readonly string[];
}

const checksBySet = new WeakMap<QuestionSet, readonly CompiledCheck[]>();

/** The checks of a set, compiled once, in the order of the sheet. One with a fault counts as absent: publishing refuses it. */
function checksOf(questionSet: QuestionSet): readonly CompiledCheck[] {
  const done = checksBySet.get(questionSet);
  if (done !== undefined) return done;
  const cells = new Map<string, string[]>();
  for (const { code, grid } of questionSet.questions) {
    if (grid === undefined) continue;
    const known = cells.get(grid.code);
    if (known === undefined) cells.set(grid.code, [code]);
    else known.push(code);
  }
  const compiled = (kind: UnmetCheck['kind'], check: AnswerCheck | undefined, question: Question): CompiledCheck[] => {
    if (check === undefined) return [];
    const rule = compileRule(check.rule, questionSet.byCode);
    if (!rule.ok) return [];
    const questions = question.grid === undefined ? [question.code] : (cells.get(question.grid.code) ?? []);
    return [{ kind, rule: rule.value, message: check.message, questions }];
  };
  const isCarrier = ({ code, grid }: Question): boolean => grid === undefined || cells.get(grid.code)?.[0] === code;
  const checks = questionSet.questions
    .filter(isCarrier)
    .flatMap((question) => [
      ...compiled('VALID', question.valid, question),
      ...compiled('PLAUSIBLE', question.plausible, question),
    ]);
  checksBySet.set(questionSet, checks);
  return checks;
}

/** Whether a set has any check: without one nobody need look up last round's answers. */
export const hasChecks = (questionSet: QuestionSet): boolean => checksOf(questionSet).length > 0;

/** Codes of the questions whose answers of the last round the checks of a set read, each once. */
export const previousQuestionsOf = (questionSet: QuestionSet): readonly string[] => [
  ...new Set(checksOf(questionSet).flatMap(({ rule }) => rule.previousReferences)),
];

/**
 * Evaluates the checks of a sheet's visible questions. `valid` is unmet where its rule is false, `plausible` where it is true
 * and no comment stands beside the question; a rule that a missing answer leaves undecided is met. A grid's check is one:
 * it holds while a cell is visible, and a comment on any visible cell meets it.
 * @param answers question code to value, without the unanswered ones; those to hidden questions count as none
 * @param previous last round's submitted answer to a question as it was given then; the caller withholds it where the verdict
 *   does not let the two be compared
 * @param comments question code to comment; blank ones count as none
 * @returns the unmet checks in the order of the sheet, VALID before PLAUSIBLE. Total: never throws.
 */
export function checkAnswers(
  questionSet: QuestionSet,
  answers: ReadonlyMap<string, AnswerValue>,
  previous: AnswerSource = () => undefined,
  comments: ReadonlyMap<string, string> = new Map(),
  visibility?: Visibility,
): readonly UnmetCheck[] {
  const checks = checksOf(questionSet);
  if (checks.length === 0) return [];
  const { visible } = visibility ?? visibilityOf(questionSet, answers);
  const visibleAnswer: AnswerSource = (code) => (visible.has(code) ? answers.get(code) : undefined);
  const isCommented = (code: string): boolean => (comments.get(code) ?? '').trim() !== '';
  return checks.flatMap(({ kind, rule, message, questions }) => {
    const shown = questions.filter((code) => visible.has(code));
    const question = shown[0];
    if (question === undefined) return [];
    const value = decideRule(rule, visibleAnswer, previous);
    const isMet = kind === 'VALID' ? value !== false : value !== true || shown.some(isCommented);
    return isMet ? [] : [{ question, kind, message }];
  });
}
