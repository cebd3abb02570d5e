import { canonicalJson } from '@reflexbogen/domain';
import { isMap, isScalar, isSeq, parseDocument, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyEdits, leadStart, lineStart, nextLine, Unpatchable, type Edit } from './text-edits.js';
import {
  flowText,
  isPlainList,
  isPlainMap,
  itemText,
  pairText,
  scalarText,
  type Plain,
  type PlainMap,
  type Style,
} from './render-yaml.js';

type Node = { readonly range?: readonly [number, number, number] | null };

const isSame = (a: Plain | undefined, b: Plain | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** What an item of a list is known by, or null where it has no code. */
const codeOf = (item: Plain | undefined): string | null =>
  isPlainMap(item) && typeof item['code'] === 'string' ? item['code'] : null;

/** A question as it stands in the file, for one that moves to another section. */
interface Source {
  readonly list: YAMLSeq;
  readonly index: number;
  readonly before: Plain;
}

/**
 * Changes a YAML or JSON text so that it says `after` where it said `before`; everything that says the same in both keeps
 * its bytes. Items of lists are matched by their code.
 * @param before what the text says, as plain values without defaults
 * @throws Unpatchable for aliases and other forms that it does not know; the caller must read the result again in any case
 */
export function patchYaml(text: string, before: PlainMap, after: PlainMap, isJson: boolean): string {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) throw new Unpatchable('not a mapping');
  const patcher = new Patcher(text, isJson);
  patcher.index(contents, before);
  const edits: Edit[] = [];
  patcher.map(edits, contents, before, after);
  return applyEdits(text, edits);
}

class Patcher {
  private readonly questions = new Map<string, Source>();
  private readonly eol: string;

  constructor(
    private readonly text: string,
    private readonly isJson: boolean,
  ) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Notes where every question stands. */
  index(root: YAMLMap, before: PlainMap): void {
    const sections = before['sections'];
    const nodes: unknown = root.get('sections');
    if (!isPlainList(sections) || !isSeq(nodes)) return;
    sections.forEach((section, position) => {
      const node: unknown = nodes.items[position];
      const list: unknown = isMap(node) ? node.get('questions') : undefined;
      const questions = isPlainMap(section) ? section['questions'] : undefined;
      if (!isSeq(list) || !isPlainList(questions)) return;
      questions.forEach((question, index) => {
        const code = codeOf(question);
        if (code !== null) this.questions.set(code, { list, index, before: question });
      });
    });
  }

  map(edits: Edit[], node: YAMLMap, before: PlainMap, after: PlainMap): void {
    const pairs = new Map(node.items.map((pair) => [keyOf(pair), pair]));
    const isKept = (key: string): boolean => pairs.has(key) && !(key in before && !(key in after));
    for (const [key, pair] of pairs) {
      const [old, next] = [before[key], after[key]];
      if (next === undefined) {
        // What neither says is a default that the designer wrote out.
        if (old !== undefined) edits.push(this.removal(node, pair));
      } else if (!isSame(old, next)) this.value(edits, node, pair, key, old, next);
    }
    const keys = Object.keys(after);
    keys.forEach((key, position) => {
      const value = after[key];
      if (pairs.has(key) || value === undefined) return;
      const above = keys.slice(0, position).findLast((candidate) => isKept(candidate));
      const anchor = above === undefined ? undefined : pairs.get(above);
      edits.push(this.insertion(node, anchor, key, value, isKept));
    });
  }

  private value(
    edits: Edit[],
    parent: YAMLMap,
    pair: Pair,
    key: string,
    before: Plain | undefined,
    after: Plain,
  ): void {
    const node = pair.value;
    if (isScalar(node) && before !== undefined && typeof before !== 'object' && typeof after !== 'object')
      edits.push(this.scalar(node, after, this.styleIn(parent)));
    else if (
      isMap(node) &&
      isPlainMap(before) &&
      isPlainMap(after) &&
      Object.keys(after).some((inner) => inner in before)
    )
      this.map(edits, node, before, after);
    else if (isSeq(node) && isPlainList(before) && isPlainList(after) && this.canPatchList(node, before, after))
      this.list(edits, node, before, after);
    else {
      const start = startOf(pair.key);
      edits.push({ start, end: this.endOfPair(pair), text: this.pair(parent, key, after, this.columnOf(start)) });
    }
  }

  private styleIn(parent: YAMLMap | YAMLSeq): Style {
    return this.isJson ? 'json' : parent.flow === true ? 'flow' : 'block';
  }

  /** A scalar in the manner in which the old one was written. */
  private scalar(node: Scalar, value: string | number | boolean, style: Style): Edit {
    const [start, end] = rangeOf(node);
    const edit = (text: string): Edit => ({ start, end, text });
    const source = this.text.slice(start, end);
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
      const ending = source.endsWith('\n') ? this.eol : '';
      const indent = /\n([ ]+)\S/.exec(source)?.[1];
      const body = String(value);
      const lines = body.replace(/\n$/, '').split('\n');
      const isWritable = indent !== undefined && lines.every((line) => /^\S(.*\S)?$/.test(line));
      if (!isWritable) return edit(`${scalarText(value, style)}${ending}`);
      const header = node.type === 'BLOCK_FOLDED' && lines.length === 1 ? '>' : '|';
      const chomping = body.endsWith('\n') ? '' : '-';
      return edit(`${header}${chomping}${lines.map((line) => `${this.eol}${indent}${line}`).join('')}${ending}`);
    }
    if (typeof value !== 'string') return edit(JSON.stringify(value));
    if (node.type === 'QUOTE_DOUBLE') return edit(JSON.stringify(value));
    if (node.type === 'QUOTE_SINGLE' && !value.includes('\n')) return edit(`'${value.replaceAll("'", "''")}'`);
    return edit(scalarText(value, style));
  }

  private pair(parent: YAMLMap, key: string, value: Plain, column: number): string {
    const style = this.styleIn(parent);
    if (style === 'block') return pairText(key, value, column).replaceAll('\n', this.eol);
    return `${scalarText(key, style)}: ${flowText(value, style)}`;
  }

  private insertion(
    parent: YAMLMap,
    anchor: Pair | undefined,
    key: string,
    value: Plain,
    isKept: (key: string) => boolean,
  ): Edit {
    const first = parent.items.find((pair) => isKept(keyOf(pair)));
    if (first === undefined) throw new Unpatchable('nothing to insert beside');
    const start = startOf(first.key);
    const written = this.pair(parent, key, value, this.columnOf(start));
    if (parent.flow === true) {
      const at = anchor === undefined ? start : this.endOfPair(anchor);
      const gap = this.gapBefore(startOf((anchor ?? first).key));
      return { start: at, end: at, text: anchor === undefined ? `${written},${gap}` : `,${gap}${written}` };
    }
    const margin = ' '.repeat(this.columnOf(start));
    if (anchor === undefined) return { start, end: start, text: `${written}${this.eol}${margin}` };
    return this.insertedLine(nextLine(this.text, this.endOfPair(anchor)), `${margin}${written}`);
  }

  private insertedLine(at: number, line: string): Edit {
    const isLineStart = at === 0 || this.text[at - 1] === '\n';
    return { start: at, end: at, text: isLineStart ? `${line}${this.eol}` : `${this.eol}${line}` };
  }

  private removal(parent: YAMLMap, pair: Pair): Edit {
    const [start, end] = [startOf(pair.key), this.endOfPair(pair)];
    const index = parent.items.indexOf(pair);
    const [previous, next] = [parent.items[index - 1], parent.items[index + 1]];
    if (parent.flow === true) {
      if (next !== undefined) return { start, end: startOf(next.key), text: '' };
      return { start: previous === undefined ? start : this.endOfPair(previous), end, text: '' };
    }
    const line = lineStart(this.text, start);
    if (this.text.slice(line, start).trim() === '') return { start: line, end: nextLine(this.text, end), text: '' };
    // The first field behind a dash: the next one takes its place, unless a comment stands between them.
    const isClear = next !== undefined && this.text.slice(end, startOf(next.key)).trim() === '';
    return { start, end: isClear ? startOf(next.key) : end, text: '' };
  }

  private canPatchList(node: YAMLSeq, before: readonly Plain[], after: readonly Plain[]): boolean {
    return (
      node.items.length === before.length &&
      before.length > 0 &&
      after.length > 0 &&
      [...before, ...after].every((item) => codeOf(item) !== null)
    );
  }

  private list(edits: Edit[], node: YAMLSeq, before: readonly Plain[], after: readonly Plain[]): void {
    const isInPlace =
      before.length === after.length && before.every((item, index) => codeOf(item) === codeOf(after[index]));
    if (isInPlace) {
      before.forEach((item, index) => {
        const next = after[index];
        if (next !== undefined && !isSame(item, next)) this.item(edits, node.items[index], item, next);
      });
      return;
    }
    edits.push(node.flow === true ? this.rebuiltFlow(node, before, after) : this.rebuiltBlock(node, before, after));
  }

  private item(edits: Edit[], node: unknown, before: Plain, after: Plain): void {
    if (!isMap(node) || !isPlainMap(before) || !isPlainMap(after)) throw new Unpatchable('an item is no mapping');
    this.map(edits, node, before, after);
  }

  /** An item's own text with its changes. */
  private patched(node: unknown, before: Plain, after: Plain, from: number, to: number): string {
    const edits: Edit[] = [];
    if (!isSame(before, after)) this.item(edits, node, before, after);
    return applyEdits(this.text, edits, from, to);
  }

  private rebuiltFlow(node: YAMLSeq, before: readonly Plain[], after: readonly Plain[]): Edit {
    const [first, last] = [node.items[0], node.items.at(-1)];
    const gap = this.gapBefore(startOf(node.items[1] ?? first));
    const items = after.map((item) => {
      const index = before.findIndex((old) => codeOf(old) === codeOf(item));
      const old = before[index];
      if (old === undefined) return flowText(item, this.isJson ? 'json' : 'flow');
      const source = node.items[index];
      return this.patched(source, old, item, startOf(source), this.endOf(source));
    });
    return { start: startOf(first), end: this.endOf(last), text: items.join(`,${gap}`) };
  }

  private rebuiltBlock(node: YAMLSeq, before: readonly Plain[], after: readonly Plain[]): Edit {
    const column = this.dashColumn(node);
    const { start } = this.chunkOf(node, 0);
    const { end } = this.chunkOf(node, before.length - 1);
    const chunks = after.map((item) => {
      const index = before.findIndex((old) => codeOf(old) === codeOf(item));
      const old = before[index];
      const elsewhere = this.questions.get(codeOf(item) ?? '');
      if (old !== undefined) return this.chunk(node, index, old, item);
      // Scales and levels may have the code of a question; a list of questions stands among the questions.
      if (elsewhere !== undefined && this.isQuestionList(node) && elsewhere.list.flow !== true)
        return shifted(
          this.chunk(elsewhere.list, elsewhere.index, elsewhere.before, item),
          column - this.dashColumn(elsewhere.list),
        );
      return `${' '.repeat(column)}- ${itemText(item, column + 2).replaceAll('\n', this.eol)}${this.eol}`;
    });
    const hasEnd = this.text[end - 1] === '\n';
    const text = chunks.join('');
    return { start, end, text: hasEnd ? text : text.replace(/\r?\n$/, '') };
  }

  private isQuestionList(node: YAMLSeq): boolean {
    return [...this.questions.values()].some(({ list }) => list === node);
  }

  private dashColumn(node: YAMLSeq): number {
    const start = startOf(node);
    const line = lineStart(this.text, start);
    if (this.text.slice(line, start).trim() !== '') throw new Unpatchable('a list begins within a line');
    return start - line;
  }

  /** The whole lines of an item of a block list, with the comments above it. */
  private chunkOf(node: YAMLSeq, index: number): { readonly start: number; readonly end: number } {
    const end = nextLine(this.text, this.endOf(node.items[index]));
    if (index > 0) return { start: nextLine(this.text, this.endOf(node.items[index - 1])), end };
    return { start: leadStart(this.text, lineStart(this.text, startOf(node))), end };
  }

  private chunk(node: YAMLSeq, index: number, before: Plain, after: Plain): string {
    const { start, end } = this.chunkOf(node, index);
    const text = this.patched(node.items[index], before, after, start, end);
    return text.endsWith('\n') ? text : `${text}${this.eol}`;
  }

  /** Blanks or a line break before something within brackets, so that what is added stands like it. */
  private gapBefore(at: number): string {
    return /\n[ \t]*$/.exec(this.text.slice(lineStart(this.text, at) - 1, at))?.[0] ?? ' ';
  }

  private columnOf(at: number): number {
    return at - lineStart(this.text, at);
  }

  private endOfPair(pair: Pair): number {
    return pair.value === null ? rangeOf(pair.key)[1] : this.endOf(pair.value);
  }

  /** Where the last character of a value stands; a block collection claims the blank lines behind it. */
  private endOf(node: unknown): number {
    if (isMap(node) && node.flow !== true) {
      const last = node.items.at(-1);
      if (last !== undefined) return this.endOfPair(last);
    }
    if (isSeq(node) && node.flow !== true && node.items.length > 0) return this.endOf(node.items.at(-1));
    return rangeOf(node)[1];
  }
}

function rangeOf(node: unknown): readonly [number, number, number] {
  const range = (node as Node | null | undefined)?.range;
  if (range === undefined || range === null) throw new Unpatchable('a value without a place');
  return range;
}

const startOf = (node: unknown): number => rangeOf(node)[0];

function keyOf(pair: Pair): string {
  if (!isScalar(pair.key)) throw new Unpatchable('a key is no scalar');
  return String(pair.key.value);
}

/** Lines moved to the right or left, blank ones as they are. */
const shifted = (lines: string, by: number): string =>
  by === 0
    ? lines
    : lines.replace(by > 0 ? /^(?=.*\S)/gm : new RegExp(`^ {${-by}}`, 'gm'), by > 0 ? ' '.repeat(by) : '');
