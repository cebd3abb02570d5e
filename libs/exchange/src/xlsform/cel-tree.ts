/** A CEL rule as a tree: the part that rules have, see the domain's rule language. */
export type Cel =
  | { readonly op: 'value'; readonly value: string | number | boolean }
  | { readonly op: 'list'; readonly items: readonly Cel[] }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly Cel[] }
  | { readonly op: 'method'; readonly name: string; readonly target: Cel; readonly args: readonly Cel[] }
  | { readonly op: 'not' | 'minus'; readonly operand: Cel }
  | { readonly op: CelOperator; readonly left: Cel; readonly right: Cel };

export type CelOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/';

const MAX_DEPTH = 40;
const TOKEN =
  /\s*(?:("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|((?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(\|\||&&|[=!<>]=|[<>+\-*/!()[\],.]))/y;
const LEVELS: readonly (readonly CelOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/'],
];
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '?': '?',
};

class NotRead extends Error {}

function unquoted(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/g, (_, letter: string) => {
    const meant = ESCAPES[letter];
    if (meant === undefined) throw new NotRead();
    return meant;
  });
}

type Token =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'name' | 'symbol'; readonly text: string };

function tokensOf(rule: string): readonly Token[] {
  const source = rule.trimEnd();
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (found === null) throw new NotRead();
    const [whole, quoted, number, name, symbol] = found;
    if (quoted !== undefined) tokens.push({ kind: 'value', value: unquoted(quoted) });
    else if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'symbol', text: symbol ?? '' });
    at += whole.length;
  }
  return tokens;
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Cel {
    const tree = this.binary(0);
    if (this.index < this.tokens.length) throw new NotRead();
    return tree;
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.index];
    const isIt = token !== undefined && token.kind !== 'value' && token.text === text;
    if (isIt) this.index += 1;
    return isIt;
  }

  private binary(level: number): Cel {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((one) => this.takes(one));
      if (operator === undefined) return left;
      left = { op: operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Cel {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new NotRead();
    const tree: Cel = this.takes('!')
      ? { op: 'not', operand: this.unary() }
      : this.takes('-')
        ? { op: 'minus', operand: this.unary() }
        : this.postfix();
    this.depth -= 1;
    return tree;
  }

  private postfix(): Cel {
    let tree = this.primary();
    while (this.takes('.')) {
      const token = this.tokens[this.index];
      if (token?.kind !== 'name') throw new NotRead();
      this.index += 1;
      if (!this.takes('(')) throw new NotRead();
      tree = { op: 'method', name: token.text, target: tree, args: this.items(')') };
    }
    return tree;
  }

  private primary(): Cel {
    if (this.takes('(')) {
      const tree = this.binary(0);
      if (!this.takes(')')) throw new NotRead();
      return tree;
    }
    if (this.takes('[')) return { op: 'list', items: this.items(']') };
    const token = this.tokens[this.index];
    this.index += 1;
    if (token?.kind === 'value') return { op: 'value', value: token.value };
    if (token?.kind !== 'name') throw new NotRead();
    if (token.text === 'true' || token.text === 'false') return { op: 'value', value: token.text === 'true' };
    if (!this.takes('(')) throw new NotRead();
    return { op: 'call', name: token.text, args: this.items(')') };
  }

  private items(end: ')' | ']'): readonly Cel[] {
    const items: Cel[] = [];
    if (this.takes(end)) return items;
    do items.push(this.binary(0));
    while (this.takes(','));
    if (!this.takes(end)) throw new NotRead();
    return items;
  }
}

/** Reads a sound rule; null for what this reader does not know (ternaries, raw texts, `%`). Total: never throws. */
export function celTree(rule: string): Cel | null {
  try {
    return new Parser(tokensOf(rule)).whole();
  } catch (error) {
    if (error instanceof NotRead) return null;
    throw error;
  }
}
