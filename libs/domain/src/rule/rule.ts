import { EvaluationError, ParseError, TypeError as CelTypeError, type ASTNode } from '@marcbachmann/cel-js';
import type { AnswerValue } from '../answer/answer-value.js';
import type { AnswerableType, Question } from '../question-set/question-set.js';
import { failed, ok, type Result } from '../result.js';
import type { TemplateValues } from '../text/sentence-template.js';
import {
  isQuestionFunction,
  MAX_RULE_LENGTH,
  parseRule,
  QUESTION_FUNCTIONS,
  refusalOf,
  typedEnvironment,
  walk,
} from './rule-language.js';
import type { RuleReason } from './rule-reasons.js';
import { CEL_TYPES, typeFaults, type AskedQuestion } from './rule-types.js';

/** What is wrong with a rule, and where in its text. Its words are in RULE_REASONS. */
export interface RuleFault {
  readonly reason: RuleReason;
  /** What the sentence of the reason names. */
  readonly parameters: TemplateValues;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** What a rule may refer to beside the questions of its set. */
export interface RuleScope {
  /** Whether `previous()` and `previouslyAnswered()` are available; default true. */
  readonly previous?: boolean;
  /**
   * The questions that earlier sets asked, as last asked. Without it, last round's answers are typed as this set asks the
   * question, their levels are taken on trust, and a question that this set does not ask is only typed when evaluated.
   */
  readonly earlier?: ReadonlyMap<string, Question> | undefined;
}

/** A value that a rule reads, and the variables that stand for it and for whether there is one. */
interface RuleInput {
  readonly round: 'CURRENT' | 'PREVIOUS';
  readonly code: string;
  /** Null where nothing is known of the question: any answer but a text is taken. */
  readonly type: AnswerableType | null;
  readonly value: string;
  readonly presence: string;
  /** False where only its presence is asked for. */
  readonly readsValue: boolean;
}

/** A rule that has passed all checks. */
export interface CompiledRule {
  readonly text: string;
  /** Codes of the questions whose answers on the sheet it reads, each once. */
  readonly references: readonly string[];
  /** Codes of the questions whose answers of the last round it reads, each once. */
  readonly previousReferences: readonly string[];
  readonly inputs: readonly RuleInput[];
  /** Whether no part of it can be decided while another is not: it then needs every value that it names. */
  readonly needsAll: boolean;
  readonly evaluate: (context: Readonly<Record<string, unknown>>) => unknown;
}

/** Reads an answer; undefined where there is none. */
export type AnswerSource = (code: string) => AnswerValue | undefined;

interface Reference {
  readonly input: RuleInput;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

type FaultAt = (position: number, reason: RuleReason, parameters: TemplateValues) => RuleFault;

/**
 * Compiles a CEL rule against the questions it may refer to: `answer('code')`, `answered('code')`, `previous('code')` and
 * `previouslyAnswered('code')`, the last two being the last round's submitted answer. An answer is a level code (SCALE,
 * CHOICE), a double, a bool, a list of option codes, or a text. Further functions: `size`, and `abs`, `min`, `max` of doubles.
 * @returns a rule of type bool, or every fault found, with line and column: syntax, types, questions and levels that do not
 *   exist. Pattern matching, macros over lists, joined texts and lists are refused: a rule takes bounded time and space
 *   whatever was answered. Total: never throws.
 */
export function compileRule(
  text: string,
  questions: ReadonlyMap<string, Question>,
  scope: RuleScope = {},
): Result<CompiledRule, RuleFault> {
  const at: FaultAt = (position, reason, parameters) => ({ reason, parameters, ...placeIn(text, position) });
  if (text.length > MAX_RULE_LENGTH)
    return failed(at(MAX_RULE_LENGTH, 'RULE_LENGTH', { count: text.length, most: MAX_RULE_LENGTH }));

  let ast: ASTNode;
  try {
    ast = parseRule(text);
  } catch (error) {
    if (error instanceof ParseError)
      return failed(at(error.range?.start ?? 0, 'RULE_NOT_READ', { detail: error.summary }));
    throw error;
  }

  const inputs = new Map<string, RuleInput & { readonly number: number }>();
  const references: Reference[] = [];
  const faults: RuleFault[] = [];
  walk(ast, (node) => {
    const refusal = refusalOf(node);
    if (refusal !== null) faults.push(at(node.start, refusal.reason, refusal.parameters));
    if (node.op !== 'call' || !isQuestionFunction(node.args[0])) return;
    const [name, parameters] = node.args;
    const parameter = parameters[0];
    if (parameters.length !== 1 || parameter?.op !== 'value' || typeof parameter.args !== 'string') {
      faults.push(at(node.start, 'RULE_CODE_IN_QUOTES', { element: `${name}()` }));
      return;
    }
    const { round, asks } = QUESTION_FUNCTIONS[name];
    if (round === 'PREVIOUS' && scope.previous === false) {
      faults.push(at(node.start, 'RULE_LAST_ROUND', { element: `${name}()` }));
      return;
    }
    const code = parameter.args;
    const type = typeOf(round, code, questions, scope.earlier);
    if (typeof type === 'object' && type !== null) {
      faults.push(at(parameter.start, type.reason, type.parameters));
      return;
    }
    const key = `${round} ${code}`;
    const known = inputs.get(key);
    const number = known?.number ?? inputs.size;
    const readsValue = asks === 'VALUE' || known?.readsValue === true;
    const input = { round, code, type, number, value: `v${number}`, presence: `h${number}`, readsValue };
    inputs.set(key, input);
    references.push({
      input,
      name: asks === 'VALUE' ? input.value : input.presence,
      start: node.start,
      end: node.end,
    });
  });
  if (faults.length > 0) return failed(...faults);
  const asked = ({ round, code }: RuleInput): AskedQuestion | undefined => {
    const isEarlier = round === 'PREVIOUS' && scope.earlier !== undefined;
    const question = isEarlier ? scope.earlier.get(code) : questions.get(code);
    return question === undefined ? undefined : { question, levelsKnown: round === 'CURRENT' || isEarlier };
  };
  return typed(text, [...inputs.values()], references, asked, at);
}

/** The type of an answer, null where nothing is known of the question, or why there can be no such answer. */
function typeOf(
  round: RuleInput['round'],
  code: string,
  questions: ReadonlyMap<string, Question>,
  earlier: ReadonlyMap<string, Question> | undefined,
): AnswerableType | null | { readonly reason: RuleReason; readonly parameters: TemplateValues } {
  const now = questions.get(code);
  if (round === 'CURRENT') return now?.type ?? { reason: 'RULE_QUESTION', parameters: { question: code } };
  if (earlier === undefined) return now?.type ?? null;
  const before = earlier.get(code);
  if (before === undefined) return { reason: 'RULE_QUESTION_BEFORE', parameters: { question: code } };
  if (now !== undefined && now.type !== before.type)
    return { reason: 'RULE_TYPE_BEFORE', parameters: { question: code, before: before.type, type: now.type } };
  return before.type;
}

/** Puts a typed variable in the place of each reference, padded to the same length so that positions stay true. */
function typed(
  text: string,
  inputs: readonly RuleInput[],
  references: readonly Reference[],
  asked: (input: RuleInput) => AskedQuestion | undefined,
  at: FaultAt,
): Result<CompiledRule, RuleFault> {
  const environment = typedEnvironment();
  const questionOf = new Map<string, AskedQuestion>();
  for (const input of inputs) {
    environment.registerVariable(input.value, input.type === null ? 'dyn' : CEL_TYPES[input.type]);
    environment.registerVariable(input.presence, 'bool');
    const question = asked(input);
    if (question !== undefined) questionOf.set(input.value, question);
  }
  let source = text;
  for (const { name, start, end } of references)
    source = source.slice(0, start) + name.padEnd(end - start) + source.slice(end);
  try {
    const program = environment.parse(source);
    const check = program.check();
    if (!check.valid) {
      const position = check.error?.range?.start ?? 0;
      const detail = check.error?.summary ?? 'no reason given';
      const isWhole = /double .* int|int .* double|\(.*\bint\b.*\)/.test(detail);
      return failed(at(position, isWhole ? 'RULE_WHOLE_NUMBER' : 'RULE_TYPES_APART', { detail }));
    }
    // The answer to a question of which nothing is known may be a bool.
    const mayBeBool = check.type === 'dyn' && inputs.some(({ type }) => type === null);
    if (check.type !== 'bool' && !mayBeBool) return failed(at(0, 'RULE_NO_CONDITION', { result: check.type ?? 'dyn' }));
    const faults = typeFaults(program.ast, questionOf);
    if (faults.length > 0)
      return failed(...faults.map(({ position, reason, parameters }) => at(position, reason, parameters)));
    const codesOf = (round: RuleInput['round']): readonly string[] =>
      inputs.filter((input) => input.round === round).map(({ code }) => code);
    return ok({
      text,
      references: codesOf('CURRENT'),
      previousReferences: codesOf('PREVIOUS'),
      inputs,
      needsAll: needsAll(program.ast),
      evaluate: (context) => program(context) as unknown,
    });
  } catch (error) {
    if (error instanceof ParseError || error instanceof CelTypeError)
      return failed(at(error.range?.start ?? 0, 'RULE_TYPES_APART', { detail: error.summary }));
    throw error;
  }
}

function needsAll(ast: ASTNode): boolean {
  let found = true;
  walk(ast, ({ op }) => {
    if (op === '&&' || op === '||' || op === '?:') found = false;
  });
  return found;
}

const NOTHING: AnswerSource = () => undefined;

/**
 * Evaluates a rule on a sheet.
 * @param answers value of a question; undefined where it is hidden or unanswered. A missing code ("don't know") counts as
 *   unanswered for `answer` and as answered for `answered`.
 * @param previous last round's submitted answer as it was given; undefined where there is none, and where the verdict does
 *   not let the two be compared. The same goes for missing codes.
 * @returns the rule's value; undefined where it cannot be decided because an answer is missing, is of another kind than the
 *   question takes, or does not admit the arithmetic. What the other operand of `&&` or `||` decides alone is decided (CEL's
 *   own rule). Total: never throws.
 */
export function decideRule(
  rule: CompiledRule,
  answers: AnswerSource,
  previous: AnswerSource = NOTHING,
): boolean | undefined {
  const context: Record<string, unknown> = {};
  for (const { round, code, type, value: name, presence, readsValue } of rule.inputs) {
    const value = (round === 'CURRENT' ? answers : previous)(code);
    context[presence] = value !== undefined;
    const plain = value === undefined ? undefined : plainValue(value, type);
    if (plain !== undefined) context[name] = plain;
    // Only to save time: CEL would say so by an error, at ten times the cost.
    else if (rule.needsAll && readsValue) return undefined;
  }
  try {
    const value = rule.evaluate(context);
    return typeof value === 'boolean' ? value : undefined;
  } catch (error) {
    // An unanswered question is an unknown variable; overflow and the like cannot be decided either.
    if (error instanceof EvaluationError || error instanceof CelTypeError) return undefined;
    throw error;
  }
}

/** Whether a rule is true on a sheet: as `decideRule`, what cannot be decided being false. */
export const evaluateRule = (rule: CompiledRule, answers: AnswerSource, previous: AnswerSource = NOTHING): boolean =>
  decideRule(rule, answers, previous) === true;

/** A value as CEL knows it; undefined for a missing code, and for a value that the type does not take. */
function plainValue(
  value: AnswerValue,
  type: AnswerableType | null,
): string | number | boolean | readonly string[] | undefined {
  const fits = (cel: string): boolean => type === null || CEL_TYPES[type] === cel;
  switch (value.kind) {
    case 'LEVEL':
      return fits('string') ? value.level : undefined;
    case 'LEVELS':
      return fits('list<string>') ? value.levels : undefined;
    case 'NUMBER':
      return fits('double') ? value.number : undefined;
    case 'BOOLEAN':
      return fits('bool') ? value.boolean : undefined;
    case 'TEXT':
      // Without a type, joining could not be refused: texts are the only long values.
      return type !== null && fits('string') ? value.text : undefined;
    case 'MISSING':
      return undefined;
  }
}

function placeIn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
