import type { AnswerableType } from '@reflexbogen/domain';
import { celTree, type Cel } from './cel-tree.js';

/** Name and type under which an XLSForm asks a question; undefined for one that it does not ask. */
export type AskedInForm = (code: string) => { readonly name: string; readonly type: AnswerableType } | undefined;

class NoEqual extends Error {}

/** A text in XPath, which has no escapes. */
export function xpathText(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}

const INVERSE = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
type Comparison = keyof typeof INVERSE;

/** Decimal text without an exponent, which XPath does not have. */
export function xpathNumber(number: number): string {
  const text = String(number);
  if (!/e/i.test(text)) return text;
  return number.toLocaleString('en-US', {
    useGrouping: false,
    maximumSignificantDigits: 17,
    maximumFractionDigits: 20,
  });
}

/**
 * Words a CEL rule as XPath that is true on the same sheets, a comparison with an unanswered question being false in both.
 * @param undecided what a comparison with an unanswered question counts as: false for visibility, true for checks of answers
 * @param self code of the question that carries a check: there its own answer is `.`, and it is never empty
 * @returns null where XPath has no equal: last round's answers, ternaries, text methods that ODK lacks. Total: never throws.
 */
export function xpathOf(
  rule: string,
  askedInForm: AskedInForm,
  undecided = false,
  self: string | null = null,
): string | null {
  const tree = celTree(rule);
  if (tree === null) return null;
  try {
    const writer = new Writer(askedInForm, undecided, self);
    return writer.bool(tree, false);
  } catch (error) {
    if (error instanceof NoEqual) return null;
    throw error;
  }
}

interface Operand {
  readonly xpath: string;
  /** References to other questions whose answers it reads. */
  readonly refs: readonly string[];
  readonly type: AnswerableType | 'LITERAL' | 'COUNT';
}

class Writer {
  constructor(
    private readonly askedInForm: AskedInForm,
    private readonly undecided: boolean,
    private readonly self: string | null,
  ) {}

  bool(node: Cel, negated: boolean): string {
    switch (node.op) {
      case '&&':
      case '||': {
        const operator = (node.op === '||') === negated ? 'and' : 'or';
        return [node.left, node.right].map((side) => bracketed(this.bool(side, negated))).join(` ${operator} `);
      }
      case 'not':
        return this.bool(node.operand, !negated);
      case 'value':
        if (typeof node.value === 'boolean') return `${node.value !== negated}()`;
        throw new NoEqual();
      case 'in':
        return this.membership(node.left, node.right, negated);
      case 'call': {
        if (node.name === 'answered') {
          const { xpath } = this.answer(node.args);
          return `${xpath} ${negated ? '=' : '!='} ''`;
        }
        const operand = this.operand(node);
        if (operand.type !== 'BOOLEAN') throw new NoEqual();
        return this.guarded(`${operand.xpath} = '${String(!negated)}'`, operand.refs, false);
      }
      case 'method': {
        const name = { contains: 'contains', startsWith: 'starts-with', endsWith: 'ends-with' }[node.name];
        const [part] = node.args;
        if (name === undefined || part?.op !== 'value' || typeof part.value !== 'string') throw new NoEqual();
        const target = this.operand(node.target);
        const call = `${name}(${target.xpath}, ${xpathText(part.value)})`;
        return this.guarded(negated ? `not(${call})` : call, target.refs, negated || part.value === '');
      }
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.comparison(node.op, node.left, node.right, negated);
      case 'list':
      case 'minus':
      case '+':
      case '-':
      case '*':
      case '/':
        throw new NoEqual();
    }
  }

  private comparison(op: Comparison, leftNode: Cel, rightNode: Cel, negated: boolean): string {
    const left = this.operand(leftNode);
    const right = this.operand(rightNode);
    const shown = negated ? INVERSE[op] : op;
    const isOrder = shown !== '==' && shown !== '!=';
    // ODK orders numbers alone, and compares several choices as one text in the order of choosing.
    if (isOrder && [left, right].some(({ type }) => type === 'TEXT')) throw new NoEqual();
    if ([left, right].some(({ type }) => type === 'MULTI_CHOICE')) throw new NoEqual();
    const refs = [...left.refs, ...right.refs];
    const isCount = left.type === 'COUNT' || right.type === 'COUNT';
    return this.guarded(
      `${left.xpath} ${shown === '==' ? '=' : shown} ${right.xpath}`,
      refs,
      shown === '!=' || isCount || (left.refs.length > 0 && right.refs.length > 0),
    );
  }

  private membership(left: Cel, right: Cel, negated: boolean): string {
    if (right.op === 'list') {
      const operand = this.operand(left);
      if (operand.type === 'MULTI_CHOICE') throw new NoEqual();
      if (right.items.length === 0) return this.guarded(`${negated}()`, operand.refs, negated);
      const parts = right.items.map((item) => {
        const text = this.operand(item);
        if (text.type !== 'LITERAL') throw new NoEqual();
        return `${operand.xpath} ${negated ? '!=' : '='} ${text.xpath}`;
      });
      const joined = parts.join(negated ? ' and ' : ' or ');
      return this.guarded(joined, operand.refs, negated);
    }
    const list = this.operand(right);
    if (list.type !== 'MULTI_CHOICE' || left.op !== 'value' || typeof left.value !== 'string') throw new NoEqual();
    const selected = `selected(${list.xpath}, ${xpathText(left.value)})`;
    return this.guarded(negated ? `not(${selected})` : selected, list.refs, negated);
  }

  /** @param trueOfEmpty whether XPath would (or might) say true where an answer is missing */
  private guarded(condition: string, refs: readonly string[], trueOfEmpty: boolean): string {
    const others = [...new Set(refs)];
    if (others.length === 0 || (!this.undecided && !trueOfEmpty)) return condition;
    return this.undecided
      ? [...others.map((ref) => `${ref} = ''`), bracketed(condition)].join(' or ')
      : [...others.map((ref) => `${ref} != ''`), bracketed(condition)].join(' and ');
  }

  private answer(args: readonly Cel[]): Operand {
    const [code] = args;
    if (code?.op !== 'value' || typeof code.value !== 'string') throw new NoEqual();
    const asked = this.askedInForm(code.value);
    if (asked === undefined) throw new NoEqual();
    if (code.value === this.self) return { xpath: '.', refs: [], type: asked.type };
    const xpath = `\${${asked.name}}`;
    return { xpath, refs: [xpath], type: asked.type };
  }

  private operand(node: Cel): Operand {
    switch (node.op) {
      case 'value':
        if (typeof node.value === 'number') return { xpath: xpathNumber(node.value), refs: [], type: 'LITERAL' };
        return { xpath: xpathText(String(node.value)), refs: [], type: 'LITERAL' };
      case 'minus': {
        const { xpath, refs } = this.operand(node.operand);
        return { xpath: `-${node.operand.op === 'value' ? xpath : `(${xpath})`}`, refs, type: 'NUMBER' };
      }
      case '+':
      case '-':
      case '*':
      case '/': {
        const left = this.operand(node.left);
        const right = this.operand(node.right);
        const operator = node.op === '/' ? 'div' : node.op;
        return {
          xpath: `(${left.xpath} ${operator} ${right.xpath})`,
          refs: [...left.refs, ...right.refs],
          type: 'NUMBER',
        };
      }
      case 'call': {
        if (node.name === 'answer') return this.answer(node.args);
        const operands = node.args.map((arg) => this.operand(arg));
        const refs = operands.flatMap((operand) => operand.refs);
        if (node.name === 'abs' || node.name === 'min' || node.name === 'max')
          return { xpath: `${node.name}(${operands.map(({ xpath }) => xpath).join(', ')})`, refs, type: 'NUMBER' };
        if (node.name === 'size') return countOf(operands[0]);
        throw new NoEqual();
      }
      case 'method':
        if (node.name === 'size') return countOf(this.operand(node.target));
        throw new NoEqual();
      case 'list':
      case 'not':
      case '&&':
      case '||':
      case 'in':
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        throw new NoEqual();
    }
  }
}

function countOf(operand: Operand | undefined): Operand {
  if (operand?.type === 'MULTI_CHOICE')
    return { xpath: `count-selected(${operand.xpath})`, refs: operand.refs, type: 'COUNT' };
  if (operand?.type === 'TEXT') return { xpath: `string-length(${operand.xpath})`, refs: operand.refs, type: 'COUNT' };
  throw new NoEqual();
}

const bracketed = (text: string): string => (/ (and|or) /.test(text) ? `(${text})` : text);
