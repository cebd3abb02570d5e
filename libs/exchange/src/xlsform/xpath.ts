/** The part of XPath that XLSForms use, as a tree. */
export type XPath =
  | { readonly op: 'text'; readonly text: string }
  | { readonly op: 'number'; readonly number: number }
  /** `${name}`; `name` null for `.`, the question's own answer. */
  | { readonly op: 'answer'; readonly name: string | null }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly XPath[] }
  | { readonly op: 'minus'; readonly args: readonly [XPath] }
  | { readonly op: BinaryOperator; readonly args: readonly [XPath, XPath] }
  /** A path or a name of its own, such as a column of a choice filter. */
  | { readonly op: 'path'; readonly text: string };

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

export type XPathResult =
  | { readonly ok: true; readonly tree: XPath }
  | { readonly ok: false; readonly message: string; /** From 1. */ readonly position: number };

export const MAX_XPATH_LENGTH = 5000;
export const MAX_XPATH_DEPTH = 40;
const MAX_TOKENS = 600;

interface Token {
  readonly kind: 'text' | 'number' | 'reference' | 'name' | 'symbol' | 'end';
  readonly value: string;
  readonly at: number;
}

class XPathFault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const TOKEN =
  /\s*(?:("[^"]*"|'[^']*')|(\d+(?:\.\d*)?|\.\d+)|\$\{\s*([^\s{}]+)\s*\}|([\p{L}_][\p{L}\p{N}_.-]*(?:::?[\p{L}_][\p{L}\p{N}_.-]*)?)|(\/\/|\.\.|<=|>=|!=|[()[\],=<>+\-*/.|@]))/uy;

function tokensOf(text: string): readonly Token[] {
  const source = text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').trimEnd();
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (found === null) {
      const start = at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
      throw new XPathFault(`"${source.slice(start, start + 10)}" is not understood`, start);
    }
    if (tokens.length >= MAX_TOKENS) throw new XPathFault('the expression is too long', at);
    const [whole, quoted, number, reference, name, symbol] = found;
    const start = at + whole.length - whole.trimStart().length;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.slice(1, -1), at: start });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, at: start });
    else if (reference !== undefined) tokens.push({ kind: 'reference', value: reference, at: start });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name, at: start });
    else tokens.push({ kind: 'symbol', value: symbol ?? '', at: start });
    at += whole.length;
  }
  return [...tokens, { kind: 'end', value: '', at: source.length }];
}

/** From the weakest to the strongest. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

class XPathParser {
  private index = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): XPath {
    const tree = this.binary(0);
    if (this.next.kind !== 'end') throw new XPathFault(`"${this.next.value}" is not expected here`, this.next.at);
    return tree;
  }

  private get next(): Token {
    const token = this.tokens[this.index];
    if (token === undefined) throw new XPathFault('the expression ends too early', 0);
    return token;
  }

  private isSymbol(value: string): boolean {
    return this.next.kind === 'symbol' && this.next.value === value;
  }

  private expect(value: string): void {
    if (!this.isSymbol(value))
      throw new XPathFault(
        this.next.kind === 'end'
          ? `"${value}" is missing at the end`
          : `"${this.next.value}" stands where "${value}" should`,
        this.next.at,
      );
    this.index += 1;
  }

  private binary(level: number): XPath {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const { kind, value } = this.next;
      const operator = kind === 'symbol' || kind === 'name' ? operators.find((one) => one === value) : undefined;
      if (operator === undefined) return left;
      this.index += 1;
      left = { op: operator, args: [left, this.binary(level + 1)] };
    }
  }

  private unary(): XPath {
    if (!this.isSymbol('-')) return this.primary();
    this.index += 1;
    return this.deeper(() => ({ op: 'minus', args: [this.unary()] }));
  }

  private deeper(read: () => XPath): XPath {
    this.depth += 1;
    if (this.depth > MAX_XPATH_DEPTH) throw new XPathFault('the expression is nested too deeply', this.next.at);
    const tree = read();
    this.depth -= 1;
    return tree;
  }

  private primary(): XPath {
    const token = this.next;
    if (token.kind === 'end') throw new XPathFault('the expression ends too early', token.at);
    this.index += 1;
    if (token.kind === 'text') return { op: 'text', text: token.value };
    if (token.kind === 'number') return { op: 'number', number: Number(token.value) };
    if (token.kind === 'reference') return this.path({ op: 'answer', name: token.value }, token.value);
    if (token.kind === 'name') {
      if (this.isSymbol('('))
        return this.path(
          this.deeper(() => this.call(token.value)),
          `${token.value}()`,
        );
      return this.path({ op: 'path', text: token.value }, token.value);
    }
    if (token.value === '(') {
      return this.deeper(() => {
        const tree = this.binary(0);
        this.expect(')');
        return tree;
      });
    }
    if (token.value === '.') return this.path({ op: 'answer', name: null }, '.');
    if (token.value === '..' || token.value === '/' || token.value === '//' || token.value === '@') {
      if (token.value === '..' || this.next.kind !== 'name')
        return this.path({ op: 'path', text: token.value }, token.value);
      const { value } = this.next;
      this.index += 1;
      return this.path({ op: 'path', text: token.value + value }, token.value + value);
    }
    throw new XPathFault(`"${token.value}" is not expected here`, token.at);
  }

  private call(name: string): XPath {
    this.expect('(');
    const args: XPath[] = [];
    if (!this.isSymbol(')')) {
      args.push(this.binary(0));
      while (this.isSymbol(',')) {
        this.index += 1;
        args.push(this.binary(0));
      }
    }
    this.expect(')');
    return { op: 'call', name, args };
  }

  /** Steps and predicates after a first step: read past, so that what follows is checked too. */
  private path(start: XPath, text: string): XPath {
    let steps = text;
    let isPath = start.op === 'path';
    while (this.isSymbol('/') || this.isSymbol('//') || this.isSymbol('[')) {
      isPath = true;
      if (this.isSymbol('[')) {
        this.index += 1;
        this.deeper(() => this.binary(0));
        this.expect(']');
        steps += '[…]';
        continue;
      }
      this.index += 1;
      const step = this.next;
      if (step.kind !== 'name' && step.kind !== 'reference' && !['..', '.', '*', '@'].includes(step.value))
        throw new XPathFault('a step of a path is missing', step.at);
      steps += `/${step.value}`;
      this.index += 1;
      if (this.isSymbol('(')) this.deeper(() => this.call(step.value));
    }
    return isPath ? { op: 'path', text: steps } : start;
  }
}

/** Reads an XPath expression of an XLSForm, typographic quotation marks included. Total: never throws; its depth is bounded. */
export function parseXPath(text: string): XPathResult {
  if (text.length > MAX_XPATH_LENGTH)
    return {
      ok: false,
      message: `an expression has at most ${MAX_XPATH_LENGTH} characters`,
      position: MAX_XPATH_LENGTH + 1,
    };
  try {
    return { ok: true, tree: new XPathParser(tokensOf(text)).whole() };
  } catch (error) {
    if (error instanceof XPathFault) return { ok: false, message: error.message, position: error.at + 1 };
    throw error;
  }
}

/** Names of the questions that an expression refers to, each once. */
export function namesIn(tree: XPath): readonly string[] {
  const names = new Set<string>();
  const visit = (node: XPath): void => {
    if (node.op === 'answer' && node.name !== null) names.add(node.name);
    if ('args' in node) for (const child of node.args) visit(child);
  };
  visit(tree);
  return [...names];
}
