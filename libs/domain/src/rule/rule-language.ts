import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import type { TemplateValues } from '../text/sentence-template.js';
import type { RuleReason } from './rule-reasons.js';

/** Longest rule, in characters. With the limits below, evaluation is bounded: nothing in the language loops but over lists. */
export const MAX_RULE_LENGTH = 2000;
/** What the parser of a rule refuses to go beyond. No rule has maps. */
export const RULE_LIMITS = {
  maxAstNodes: 300,
  maxDepth: 32,
  maxListElements: 200,
  maxMapEntries: 0,
  maxCallArguments: 8,
} as const;
/** Largest whole number that a rule may name: CEL's int has 64 bits, and the parser does not look. */
const MAX_INT = 2n ** 63n - 1n;

/**
 * The part of CEL that rules have. What is left out could take unbounded time or space on a respondent's text (`matches`,
 * macros, `cel.bind`), depends on the clock's zone, or fails on some answers and not on others (conversions, indexes).
 */
const OPERATORS = new Set([
  ...['value', 'list', 'call', 'rcall', '?:', '||', '&&', '!_', '-_'],
  ...['==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '%'],
]);
/** Functions that name a question, and what they stand for. */
export const QUESTION_FUNCTIONS = {
  answer: { round: 'CURRENT', asks: 'VALUE' },
  answered: { round: 'CURRENT', asks: 'PRESENCE' },
  previous: { round: 'PREVIOUS', asks: 'VALUE' },
  previouslyAnswered: { round: 'PREVIOUS', asks: 'PRESENCE' },
} as const;
export type QuestionFunction = keyof typeof QUESTION_FUNCTIONS;
const FUNCTIONS = new Set([...Object.keys(QUESTION_FUNCTIONS), 'size', 'abs', 'min', 'max']);
const METHODS = new Set(['size', 'startsWith', 'endsWith', 'contains', 'lowerAscii', 'upperAscii', 'trim']);

export const isQuestionFunction = (name: string): name is QuestionFunction => Object.hasOwn(QUESTION_FUNCTIONS, name);

const PARSER = new Environment({ unlistedVariablesAreDyn: true, limits: RULE_LIMITS });
const TYPED = new Environment({ limits: RULE_LIMITS })
  .registerFunction('abs(double): double', (value: number) => Math.abs(value))
  .registerFunction('min(double, double): double', (a: number, b: number) => Math.min(a, b))
  .registerFunction('max(double, double): double', (a: number, b: number) => Math.max(a, b));

/**
 * Reads the text of a rule.
 * @throws ParseError for what is no CEL, or goes beyond RULE_LIMITS
 */
export const parseRule = (text: string): ASTNode => PARSER.parse(text).ast;

/** An environment of its own, with the functions of rules; the caller registers the variables. */
export const typedEnvironment = (): Environment => TYPED.clone();

/** Why a node is refused: what it uses that rules do not have; null when nothing. */
export function refusalOf(node: ASTNode): { readonly reason: RuleReason; readonly parameters: TemplateValues } | null {
  const missing = (element: string) => ({ reason: 'RULE_ELEMENT', parameters: { element } }) as const;
  if (node.op === 'id') return missing(node.args);
  if (node.op === 'call' && !FUNCTIONS.has(node.args[0])) return missing(`${node.args[0]}()`);
  if (node.op === 'rcall') {
    const [method, , parameters] = node.args;
    if (!METHODS.has(method)) return missing(`.${method}()`);
    // Searching one long text for another takes the product of their lengths; a text in the rule itself is short.
    if (method === 'contains' && parameters.some(({ op }) => op !== 'value'))
      return { reason: 'RULE_COMPUTED_TEXT', parameters: {} };
    return null;
  }
  if (node.op === 'value' && typeof node.args === 'bigint' && node.args > MAX_INT)
    return { reason: 'RULE_NUMBER_LARGE', parameters: { most: String(MAX_INT) } };
  return OPERATORS.has(node.op) ? null : missing(node.op);
}

/** Visits a node and all below it, from left to right. */
export function walk(node: ASTNode, visit: (node: ASTNode) => void): void {
  visit(node);
  const descend = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(descend);
    else if (isNode(value)) walk(value, visit);
  };
  descend(node.args);
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value && 'start' in value;

/** How many nodes a rule has: evaluation visits each at most once. */
export function sizeOf(node: ASTNode): number {
  let nodes = 0;
  walk(node, () => (nodes += 1));
  return nodes;
}
