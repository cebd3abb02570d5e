import type { AnswerableType } from '@reflexbogen/domain';
import { namesIn, type BinaryOperator, type XPath } from './xpath.js';

/** What a rule needs to know of a question that it refers to. */
export interface ReferredQuestion {
  readonly code: string;
  readonly type: AnswerableType;
  /** Codes of its levels; empty for questions without. */
  readonly levels: readonly string[];
}

/** Finds the question of a name; a text says why a question of the form is not in the set; undefined: the form lacks it. */
export type QuestionOfName = (name: string) => ReferredQuestion | string | undefined;

export type CelResult =
  | { readonly ok: true; readonly rule: string }
  /** NO_EQUAL: sound XPath that rules cannot say. UNKNOWN: it names a question that the form lacks. */
  | { readonly ok: false; readonly kind: 'NO_EQUAL' | 'UNKNOWN'; readonly why: string };

class NoEqual extends Error {
  constructor(
    why: string,
    readonly kind: 'NO_EQUAL' | 'UNKNOWN' = 'NO_EQUAL',
  ) {
    super(why);
  }
}

/** A value as CEL; `refs` are the questions whose answers it reads. */
interface Value {
  readonly cel: string;
  readonly type: 'double' | 'int' | 'string' | 'bool' | 'level' | 'list';
  readonly refs: readonly string[];
  readonly literal?: string | number;
  readonly asked?: ReferredQuestion;
}

/** A CEL text in single quotes. */
export const celText = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;

const celDouble = (number: number): string =>
  Number.isInteger(number) && !String(number).includes('e') ? `${number}.0` : String(number);

const CEL_OPERATORS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '=': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  div: '/',
};
const INVERSE = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
type Comparison = keyof typeof INVERSE;
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const compare = (a: number, op: Comparison, b: number): boolean =>
  ({ '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b })[op];

/**
 * Words an XPath condition as a CEL rule that is true on the same sheets. XPath takes an unanswered question for an empty text,
 * CEL for one that cannot be decided: where a comparison is true of an empty text (`!=`, `not(…)`) the rule asks `answered` too.
 * What a check (`constraint`) compares with an unanswered question counts as met.
 * @param self name of the question that `.` means; null where it means nothing
 * Total: never throws.
 */
export function celOf(tree: XPath, self: string | null, questionOf: QuestionOfName): CelResult {
  try {
    for (const name of namesIn(tree)) questionNamed(name, questionOf);
    return { ok: true, rule: new Translation(self, questionOf).bool(tree, false) };
  } catch (error) {
    if (error instanceof NoEqual) return { ok: false, kind: error.kind, why: error.message };
    throw error;
  }
}

function questionNamed(name: string, questionOf: QuestionOfName): ReferredQuestion {
  const question = questionOf(name);
  if (question === undefined) throw new NoEqual(`the form has no question "${name}"`, 'UNKNOWN');
  if (typeof question === 'string') throw new NoEqual(`it refers to "${name}": ${question}`);
  return question;
}

class Translation {
  constructor(
    private readonly self: string | null,
    private readonly questionOf: QuestionOfName,
  ) {}

  bool(node: XPath, negated: boolean): string {
    switch (node.op) {
      case 'or':
      case 'and': {
        const operator = (node.op === 'or') === negated ? '&&' : '||';
        return node.args.map((side) => this.operand(side, negated)).join(` ${operator} `);
      }
      case 'number':
        return String((node.number !== 0) !== negated);
      case 'answer': {
        const code = celText(this.asked(node.name).code);
        return `${negated ? '!' : ''}answered(${code})`;
      }
      case 'call':
        return this.condition(node.name, node.args, negated);
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.comparison(node.op, node.args[0], node.args[1], negated);
      case 'path':
        throw new NoEqual(`paths such as ${node.text} have no equal`);
      case 'text':
      case 'minus':
      case '+':
      case '-':
      case '*':
      case 'div':
      case 'mod':
        throw new NoEqual('it is a value and no condition');
    }
  }

  /** A side of `&&` or `||`, in brackets where it has such an operator itself. */
  private operand(node: XPath, negated: boolean): string {
    const text = this.bool(node, negated);
    return / (&&|\|\|) /.test(text) ? `(${text})` : text;
  }

  private condition(name: string, args: readonly XPath[], negated: boolean): string {
    const [first, second] = args;
    if ((name === 'true' || name === 'false') && args.length === 0) return String((name === 'true') !== negated);
    if (name === 'not' && first !== undefined && args.length === 1) return this.bool(first, !negated);
    if (name === 'boolean' && first !== undefined && args.length === 1) return this.bool(first, negated);
    if (name === 'selected' && first !== undefined && second !== undefined && args.length === 2) {
      const asked = this.value(first);
      if (second.op !== 'text') throw new NoEqual('selected() is taken over with a choice in quotes');
      if (asked.asked?.type !== 'MULTI_CHOICE') return this.comparison('=', first, second, negated);
      this.knows(asked.asked, second.text);
      const atom = `${celText(second.text)} in ${asked.cel}`;
      return this.atom(negated ? `!(${atom})` : atom, asked.refs, negated);
    }
    const method = { contains: 'contains', 'starts-with': 'startsWith', 'ends-with': 'endsWith' }[name];
    if (method !== undefined && first !== undefined && second?.op === 'text') {
      const value = this.value(first);
      if (value.type !== 'string') throw new NoEqual(`${name}() is taken over for text questions`);
      return this.atom(`${negated ? '!' : ''}${value.cel}.${method}(${celText(second.text)})`, value.refs, negated);
    }
    throw new NoEqual(`the function ${name}() has no equal in rules`);
  }

  private comparison(op: Comparison, leftNode: XPath, rightNode: XPath, negated: boolean): string {
    const shown = negated ? INVERSE[op] : op;
    if (leftNode.op === 'text' && rightNode.op !== 'text')
      return this.comparison(MIRRORED[op], rightNode, leftNode, negated);
    if (leftNode.op === 'number' && rightNode.op !== 'number')
      return this.comparison(MIRRORED[op], rightNode, leftNode, negated);
    const left = this.value(leftNode);
    if (left.asked !== undefined && rightNode.op === 'text' && rightNode.text === '') {
      if (op !== '=' && op !== '!=') throw new NoEqual('order against an empty text has no equal');
      return `${shown === '=' ? '!' : ''}answered(${celText(left.asked.code)})`;
    }
    const right = this.value(rightNode);
    const operator = CEL_OPERATORS[shown] ?? '';
    const refs = [...new Set([...left.refs, ...right.refs])];
    const plain = (a: string, b: string, whenEmpty = (op === '!=') !== negated): string =>
      this.atom(`${a} ${operator} ${b}`, refs, whenEmpty);
    const isEquality = op === '=' || op === '!=';
    if (isEquality && this.isPair(left, right)) return this.pair(left, right, shown);
    if (left.type === 'int') {
      if (typeof right.literal !== 'number' || !Number.isInteger(right.literal))
        throw new NoEqual('counts are compared with whole numbers only');
      return plain(left.cel, String(right.literal), compare(0, shown, right.literal));
    }
    if (left.type === 'level' && left.asked !== undefined) return this.level(left, op, shown, right, refs, negated);
    if (left.type === 'list' && left.asked !== undefined) {
      if (!isEquality || typeof right.literal !== 'string')
        throw new NoEqual('a question with several choices is compared by selected() or with one choice');
      this.knows(left.asked, right.literal);
      return plain(left.cel, `[${celText(right.literal)}]`);
    }
    if (left.type === 'bool') {
      if (!isEquality || (right.literal !== 'true' && right.literal !== 'false'))
        throw new NoEqual('a yes/no question is compared with true or false');
      return plain(left.cel, right.literal);
    }
    if (left.type === 'double') {
      if (right.type === 'double') return plain(left.cel, right.cel);
      if (typeof right.literal === 'string' && right.literal.trim() !== '' && Number.isFinite(Number(right.literal)))
        return plain(left.cel, celDouble(Number(right.literal)));
      throw new NoEqual('a number is compared with something else');
    }
    if (left.type === 'string' && right.type === 'string' && isEquality && left.literal === undefined)
      return plain(left.cel, right.cel);
    throw new NoEqual('what it compares has no equal in rules');
  }

  /** Two other questions, of which neither, one or both may be unanswered: XPath compares their texts. */
  private isPair(left: Value, right: Value): boolean {
    const ownCode = this.ownCode();
    return (
      left.asked !== undefined &&
      right.asked !== undefined &&
      left.type === right.type &&
      ['level', 'double', 'string'].includes(left.type) &&
      left.asked.code !== ownCode &&
      right.asked.code !== ownCode
    );
  }

  private pair(left: Value, right: Value, shown: Comparison): string {
    const [a, b] = [left, right].map(({ asked }) => `answered(${celText(asked?.code ?? '')})`);
    return shown === '='
      ? `${left.cel} == ${right.cel} || (!${a ?? ''} && !${b ?? ''})`
      : `${left.cel} != ${right.cel} || ${a ?? ''} != ${b ?? ''}`;
  }

  private ownCode(): string | undefined {
    const own = this.self === null ? undefined : this.questionOf(this.self);
    return typeof own === 'object' ? own.code : undefined;
  }

  private level(
    left: Value,
    op: Comparison,
    shown: Comparison,
    right: Value,
    refs: readonly string[],
    negated: boolean,
  ): string {
    const whenEmpty = (op === '!=') !== negated;
    const asked = left.asked;
    if (asked === undefined) throw new NoEqual('what it compares has no equal in rules');
    if (op === '=' || op === '!=') {
      const literal = typeof right.literal === 'number' ? String(right.literal) : right.literal;
      if (literal !== undefined) this.knows(asked, literal);
      else if (right.type !== 'level') throw new NoEqual('a choice is compared with something that is no choice');
      const other = literal === undefined ? right.cel : celText(literal);
      return this.atom(`${left.cel} ${CEL_OPERATORS[shown] ?? ''} ${other}`, refs, whenEmpty);
    }
    // Choices have no order in rules: those whose name, read as a number, meets the condition are named.
    const bound = Number(right.literal ?? Number.NaN);
    if (!Number.isFinite(bound)) throw new NoEqual('choices are compared by order with something that is no number');
    const met = asked.levels.filter((code) => code.trim() !== '' && compare(Number(code), shown, bound));
    return this.atom(`${left.cel} in [${met.map(celText).join(', ')}]`, refs, whenEmpty);
  }

  /** A comparison, true also where a question is unanswered if XPath would say so. */
  private atom(cel: string, refs: readonly string[], whenEmpty: boolean): string {
    if (!whenEmpty) return cel;
    const ownCode = this.ownCode();
    return [...refs.filter((code) => code !== ownCode).map((code) => `!answered(${celText(code)})`), cel].join(' || ');
  }

  private knows(asked: ReferredQuestion, level: string): void {
    if (!asked.levels.includes(level)) throw new NoEqual(`"${asked.code}" has no choice "${level}"`);
  }

  private asked(name: string | null): ReferredQuestion {
    const meant = name ?? this.self;
    if (meant === null) throw new NoEqual('"." means no answer here');
    return questionNamed(meant, this.questionOf);
  }

  private value(node: XPath): Value {
    switch (node.op) {
      case 'text':
        return { cel: celText(node.text), type: 'string', refs: [], literal: node.text };
      case 'number':
        return { cel: celDouble(node.number), type: 'double', refs: [], literal: node.number };
      case 'answer': {
        const asked = this.asked(node.name);
        const type = (
          {
            SCALE: 'level',
            CHOICE: 'level',
            MULTI_CHOICE: 'list',
            NUMBER: 'double',
            BOOLEAN: 'bool',
            TEXT: 'string',
          } as const
        )[asked.type];
        return { cel: `answer(${celText(asked.code)})`, type, refs: [asked.code], asked };
      }
      case 'minus': {
        const value = this.double(node.args[0]);
        const { literal } = value;
        if (typeof literal === 'number')
          return { cel: celDouble(-literal), type: 'double', refs: [], literal: -literal };
        return { cel: `-(${value.cel})`, type: 'double', refs: value.refs };
      }
      case '+':
      case '-':
      case '*':
      case 'div': {
        const [left, right] = node.args.map((side) => this.double(side)) as [Value, Value]; // two operands
        return {
          cel: `(${left.cel} ${CEL_OPERATORS[node.op] ?? ''} ${right.cel})`,
          type: 'double',
          refs: [...left.refs, ...right.refs],
        };
      }
      case 'call':
        return this.call(node.name, node.args);
      case 'mod':
        throw new NoEqual('mod has no equal in rules');
      case 'path':
        throw new NoEqual(`paths such as ${node.text} have no equal`);
      case 'or':
      case 'and':
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        throw new NoEqual('a condition is compared as a value');
    }
  }

  private call(name: string, args: readonly XPath[]): Value {
    const [first] = args;
    if ((name === 'true' || name === 'false') && args.length === 0)
      return { cel: name, type: 'string', refs: [], literal: name };
    if (first !== undefined && args.length === 1) {
      if (name === 'number' || name === 'int') {
        const value = this.value(first);
        if (value.type === 'level' || (value.type === 'double' && name === 'number')) return value;
      }
      if (name === 'string') return this.value(first);
      if (name === 'abs') {
        const value = this.double(first);
        return { cel: `abs(${value.cel})`, type: 'double', refs: value.refs };
      }
      if (name === 'count-selected' || name === 'string-length') {
        const value = this.value(first);
        if (value.asked !== undefined && value.type === (name === 'string-length' ? 'string' : 'list'))
          return { cel: `size(${value.cel})`, type: 'int', refs: value.refs };
      }
    }
    if ((name === 'min' || name === 'max') && args.length === 2) {
      const values = args.map((side) => this.double(side));
      return {
        cel: `${name}(${values.map(({ cel }) => cel).join(', ')})`,
        type: 'double',
        refs: values.flatMap(({ refs }) => refs),
      };
    }
    throw new NoEqual(`the function ${name}() has no equal in rules`);
  }

  private double(node: XPath): Value {
    const value = this.value(node);
    if (value.type !== 'double') throw new NoEqual('it calculates with something that is no number');
    return value;
  }
}
