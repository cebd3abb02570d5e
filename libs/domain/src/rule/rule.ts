import {
  Environment,
  EvaluationError,
  ParseError,
  TypeError as CelTypeError,
  type ASTNode,
} from '@marcbachmann/cel-js';
import type { AnswerValue } from '../answer/answer-value.js';
import type { Question } from '../question-set/question-set.js';
import { failed, ok, type Result } from '../result.js';

/** Longest rule, in characters. With the limits below, evaluation is bounded: nothing in the language loops but over lists. */
export const MAX_RULE_LENGTH = 2000;
const LIMITS = { maxAstNodes: 300, maxDepth: 32, maxListElements: 200, maxMapEntries: 0, maxCallArguments: 8 } as const;
/**
 * The part of CEL that rules have. What is left out could take unbounded time or space on a respondent's text (`matches`,
 * macros, `cel.bind`), depends on the clock's zone, or fails on some answers and not on others (conversions, indexes).
 */
const OPERATORS = new Set([
  ...['value', 'list', 'call', 'rcall', '?:', '||', '&&', '!_', '-_'],
  ...['==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '%'],
]);
const FUNCTIONS = new Set(['answer', 'answered', 'size']);
const METHODS = new Set(['size', 'startsWith', 'endsWith', 'contains', 'lowerAscii', 'upperAscii', 'trim']);

export type RuleFaultCode =
  'RULE_SYNTAX' | 'RULE_TYPE' | 'RULE_UNKNOWN_QUESTION' | 'RULE_UNKNOWN_LEVEL' | 'RULE_TOO_LONG';

/** What is wrong with a rule, and where in its text. */
export interface RuleFault {
  readonly code: RuleFaultCode;
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** A rule that has passed all checks. */
export interface CompiledRule {
  readonly text: string;
  /** Codes of the questions it refers to, each once. */
  readonly references: readonly string[];
  readonly evaluate: (context: Readonly<Record<string, unknown>>) => unknown;
  /** Question code to the variables that stand for `answer(code)` and `answered(code)`. */
  readonly variables: ReadonlyMap<string, { readonly answer: string; readonly answered: string }>;
}

interface Reference {
  readonly kind: 'answer' | 'answered';
  readonly question: Question;
  readonly start: number;
  readonly end: number;
}

const CEL_TYPES = {
  SCALE: 'string',
  CHOICE: 'string',
  NUMBER: 'double',
  BOOLEAN: 'bool',
  MULTI_CHOICE: 'list<string>',
  TEXT: 'string',
} as const;

/**
 * Compiles a CEL rule against the questions it may refer to with `answer('code')` and `answered('code')`.
 * `answer` is a level code (SCALE, CHOICE), a double, a bool, a list of option codes, or a text.
 * @returns a rule of type bool, or every fault found, with line and column: syntax, types, questions and levels that do not
 *   exist. Pattern matching and macros over lists are refused: a rule takes bounded time whatever was answered.
 */
export function compileRule(text: string, questions: ReadonlyMap<string, Question>): Result<CompiledRule, RuleFault> {
  const at = (position: number, code: RuleFaultCode, message: string): RuleFault => ({
    code,
    message,
    ...placeIn(text, position),
  });
  if (text.length > MAX_RULE_LENGTH)
    return failed(
      at(MAX_RULE_LENGTH, 'RULE_TOO_LONG', `a rule has at most ${MAX_RULE_LENGTH} characters, this one ${text.length}`),
    );

  let ast: ASTNode;
  try {
    ast = new Environment({ unlistedVariablesAreDyn: true, limits: LIMITS }).parse(text).ast;
  } catch (error) {
    if (error instanceof ParseError) return failed(at(error.range?.start ?? 0, 'RULE_SYNTAX', error.summary));
    throw error;
  }

  const references: Reference[] = [];
  const faults: RuleFault[] = [];
  walk(ast, (node) => {
    const unavailable = unavailableIn(node);
    if (unavailable !== null) faults.push(at(node.start, 'RULE_TYPE', `${unavailable} is not available in rules`));
    if (node.op !== 'call' || (node.args[0] !== 'answer' && node.args[0] !== 'answered')) return;
    const [name, parameters] = node.args;
    const parameter = parameters[0];
    if (parameters.length !== 1 || parameter?.op !== 'value' || typeof parameter.args !== 'string') {
      faults.push(at(node.start, 'RULE_TYPE', `${name}() takes the code of a question in quotes`));
      return;
    }
    const question = questions.get(parameter.args);
    if (question === undefined)
      faults.push(at(parameter.start, 'RULE_UNKNOWN_QUESTION', `there is no question ${parameter.args}`));
    else
      references.push({ kind: name === 'answer' ? 'answer' : 'answered', question, start: node.start, end: node.end });
  });
  if (faults.length > 0) return failed(...faults);
  return typed(text, references, at);
}

/** What a node uses that rules do not have, in words; null when nothing. */
function unavailableIn(node: ASTNode): string | null {
  if (node.op === 'id') return `"${node.args}"`;
  if (node.op === 'call' && !FUNCTIONS.has(node.args[0])) return `${node.args[0]}()`;
  if (node.op === 'rcall' && !METHODS.has(node.args[0])) return `.${node.args[0]}()`;
  return OPERATORS.has(node.op) ? null : `"${node.op}"`;
}

/** Puts a typed variable in the place of each `answer(…)`, padded to the same length so that positions stay true. */
function typed(
  text: string,
  references: readonly Reference[],
  at: (position: number, code: RuleFaultCode, message: string) => RuleFault,
): Result<CompiledRule, RuleFault> {
  const environment = new Environment({ limits: LIMITS });
  const variables = new Map<string, { answer: string; answered: string }>();
  const questionOf = new Map<string, Question>();
  for (const { question } of references) {
    if (variables.has(question.code)) continue;
    const names = { answer: `a${variables.size}`, answered: `d${variables.size}` };
    variables.set(question.code, names);
    questionOf.set(names.answer, question);
    environment.registerVariable(names.answer, CEL_TYPES[question.type]).registerVariable(names.answered, 'bool');
  }
  let source = text;
  for (const { kind, question, start, end } of references) {
    const name = variables.get(question.code)![kind];
    source = source.slice(0, start) + name.padEnd(end - start) + source.slice(end);
  }
  try {
    const program = environment.parse(source);
    const check = program.check();
    if (!check.valid) {
      const position = check.error?.range?.start ?? 0;
      const summary = check.error?.summary ?? 'the types do not fit';
      const hint = /double .* int|int .* double/.test(summary)
        ? '; write whole numbers with a decimal point, e.g. 3.0'
        : '';
      return failed(at(position, 'RULE_TYPE', `${summary}${hint}`));
    }
    if (check.type !== 'bool')
      return failed(at(0, 'RULE_TYPE', `a rule is true or false, this one is of type ${check.type ?? 'unknown'}`));
    const faults = levelFaults(program.ast, questionOf, at);
    if (faults.length > 0) return failed(...faults);
    return ok({
      text,
      references: [...variables.keys()],
      variables,
      evaluate: (context) => program(context) as unknown,
    });
  } catch (error) {
    if (error instanceof ParseError || error instanceof CelTypeError)
      return failed(at(error.range?.start ?? 0, 'RULE_TYPE', error.summary));
    throw error;
  }
}

const ORDERINGS = new Set(['<', '<=', '>', '>=']);

/**
 * Comparisons that are well typed as text and make no sense as levels: with a level that the scale lacks, and by order,
 * which would be the order of codes and not of ranks.
 */
function levelFaults(
  ast: ASTNode,
  questionOf: ReadonlyMap<string, Question>,
  at: (position: number, code: RuleFaultCode, message: string) => RuleFault,
): RuleFault[] {
  const faults: RuleFault[] = [];
  const questionBehind = (node: ASTNode): Question | undefined => {
    const question = node.op === 'id' ? questionOf.get(node.args) : undefined;
    return question === undefined ||
      CEL_TYPES[question.type] === 'double' ||
      question.type === 'TEXT' ||
      question.type === 'BOOLEAN'
      ? undefined
      : question;
  };
  const literals = (node: ASTNode): readonly ASTNode[] => (node.op === 'list' ? node.args : [node]);
  walk(ast, (node) => {
    if (node.op !== '==' && node.op !== '!=' && node.op !== 'in' && !ORDERINGS.has(node.op)) return;
    const [left, right] = node.args as readonly [ASTNode, ASTNode]; // every operator named here has two operands
    const question = questionBehind(left) ?? questionBehind(right);
    if (question === undefined) return;
    if (ORDERINGS.has(node.op)) {
      faults.push(
        at(node.start, 'RULE_TYPE', `levels of ${question.code} have no order in rules; name them, e.g. in ['4', '5']`),
      );
      return;
    }
    for (const literal of [...literals(left), ...literals(right)]) {
      if (literal.op !== 'value' || typeof literal.args !== 'string') continue;
      if (question.scale.levels.some(({ code }) => code === literal.args)) continue;
      const levels = question.scale.levels.map(({ code }) => code).join(', ');
      faults.push(
        at(
          literal.start,
          'RULE_UNKNOWN_LEVEL',
          `${question.code} has no level "${literal.args}"; expected one of ${levels}`,
        ),
      );
    }
  });
  return faults;
}

/**
 * Evaluates a rule on a sheet.
 * @param answers value of a question; undefined where it is hidden or unanswered. A missing code ("don't know") counts as
 *   unanswered for `answer` and as answered for `answered`.
 * @returns the rule's value. Where it cannot be decided because an answer is missing it is false; what the other operand
 *   of `&&` or `||` decides alone is decided (CEL's own rule). Total: never throws.
 */
export function evaluateRule(rule: CompiledRule, answers: (code: string) => AnswerValue | undefined): boolean {
  const context: Record<string, unknown> = {};
  for (const [code, names] of rule.variables) {
    const value = answers(code);
    context[names.answered] = value !== undefined;
    const plain = value === undefined ? undefined : plainValue(value);
    if (plain !== undefined) context[names.answer] = plain;
  }
  try {
    return rule.evaluate(context) === true;
  } catch (error) {
    // An unanswered question is an unknown variable; division by zero and the like cannot be decided either.
    if (error instanceof EvaluationError || error instanceof CelTypeError) return false;
    throw error;
  }
}

function plainValue(value: AnswerValue): string | number | boolean | readonly string[] | undefined {
  switch (value.kind) {
    case 'LEVEL':
      return value.level;
    case 'LEVELS':
      return value.levels;
    case 'NUMBER':
      return value.number;
    case 'BOOLEAN':
      return value.boolean;
    case 'TEXT':
      return value.text;
    case 'MISSING':
      return undefined;
  }
}

function placeIn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

function walk(node: ASTNode, visit: (node: ASTNode) => void): void {
  visit(node);
  const descend = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(descend);
    else if (isNode(value)) walk(value, visit);
  };
  descend(node.args);
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value && 'start' in value;
