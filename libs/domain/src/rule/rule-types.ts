import type { ASTNode } from '@marcbachmann/cel-js';
import type { AnswerableType, Question } from '../question-set/question-set.js';
import { namedList, type TemplateValues } from '../text/sentence-template.js';
import { walk } from './rule-language.js';
import type { RuleReason } from './rule-reasons.js';

/** CEL type of an answer to a question. */
export const CEL_TYPES: Readonly<Record<AnswerableType, 'string' | 'double' | 'bool' | 'list<string>'>> = {
  SCALE: 'string',
  CHOICE: 'string',
  NUMBER: 'double',
  BOOLEAN: 'bool',
  MULTI_CHOICE: 'list<string>',
  TEXT: 'string',
};

/** The question behind a variable. */
export interface AskedQuestion {
  readonly question: Question;
  /** False where the levels that were offered are not known, so that any may be named. */
  readonly levelsKnown: boolean;
}
type QuestionOf = ReadonlyMap<string, AskedQuestion>;

/** A fault of types, at a position in the text of the rule. */
export interface TypeFault {
  readonly position: number;
  readonly reason: RuleReason;
  readonly parameters: TemplateValues;
}

const HAS_LEVELS: ReadonlySet<AnswerableType> = new Set(['SCALE', 'CHOICE', 'MULTI_CHOICE']);
const ORDERINGS = new Set(['<', '<=', '>', '>=']);
const TEXT_METHODS = new Set(['lowerAscii', 'upperAscii', 'trim']);

/**
 * What CEL lets pass and rules do not: levels compared with a level that the scale lacks, or by order, which would be the
 * order of codes and not of ranks; texts and lists joined, which is the only way to make a long value out of short ones.
 * @param ast a rule that CEL has found well typed
 * @param questionOf variable to the question that it stands for
 */
export function typeFaults(ast: ASTNode, questionOf: QuestionOf): readonly TypeFault[] {
  const faults: TypeFault[] = [];
  walk(ast, (node) => {
    if (node.op === '+' && isGrowing(node.args[0], questionOf))
      faults.push({ position: node.start, reason: 'RULE_TEXTS_JOINED', parameters: {} });
    if (node.op !== '==' && node.op !== '!=' && node.op !== 'in' && !ORDERINGS.has(node.op)) return;
    const [left, right] = node.args as readonly [ASTNode, ASTNode]; // every operator named here has two operands
    const sides = [questionsBehind(left, questionOf), questionsBehind(right, questionOf)] as const;
    const question = sides.flat()[0]?.question;
    if (question === undefined) return;
    if (ORDERINGS.has(node.op)) {
      faults.push({
        position: node.start,
        reason: 'RULE_LEVELS_IN_ORDER',
        parameters: { question: question.code },
      });
      return;
    }
    faults.push(...unknownLevels(sides[0], textsIn(right)), ...unknownLevels(sides[1], textsIn(left)));
  });
  return faults;
}

function unknownLevels(asked: readonly AskedQuestion[], literals: readonly TextLiteral[]): readonly TypeFault[] {
  const question = asked[0]?.question;
  if (question === undefined || literals.length === 0 || asked.some(({ levelsKnown }) => !levelsKnown)) return [];
  const levels = new Set(asked.flatMap(({ question: { scale } }) => scale.levels.map(({ code }) => code)));
  return literals
    .filter(({ args }) => !levels.has(args))
    .map(({ args, start }) => ({
      position: start,
      reason: 'RULE_LEVEL',
      parameters: { question: question.code, level: args, levels: namedList([...levels]) },
    }));
}

/** Questions whose levels an operand may be. */
function questionsBehind(node: ASTNode, questionOf: QuestionOf): readonly AskedQuestion[] {
  if (node.op === '?:') return node.args.slice(1).flatMap((branch) => questionsBehind(branch, questionOf));
  const asked = node.op === 'id' ? questionOf.get(node.args) : undefined;
  return asked !== undefined && HAS_LEVELS.has(asked.question.type) ? [asked] : [];
}

type TextLiteral = ASTNode & { readonly op: 'value'; readonly args: string };
const isTextLiteral = (node: ASTNode): node is TextLiteral => node.op === 'value' && typeof node.args === 'string';

/** Texts in quotes that an operand may be, or hold as a list. */
function textsIn(node: ASTNode): readonly TextLiteral[] {
  if (node.op === 'list') return node.args.flatMap(textsIn);
  if (node.op === '?:') return node.args.slice(1).flatMap(textsIn);
  return isTextLiteral(node) ? [node] : [];
}

/** Whether a well-typed operand is a text or a list. */
function isGrowing(node: ASTNode, questionOf: QuestionOf): boolean {
  if (node.op === 'list') return true;
  if (node.op === 'rcall') return TEXT_METHODS.has(node.args[0]);
  if (node.op === '+') return isGrowing(node.args[0], questionOf);
  if (node.op === '?:') return node.args.slice(1).some((branch) => isGrowing(branch, questionOf));
  if (node.op !== 'id') return isTextLiteral(node);
  const type = questionOf.get(node.args)?.question.type;
  return type !== undefined && type !== 'NUMBER' && type !== 'BOOLEAN';
}
