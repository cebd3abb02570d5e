import { FORBIDDEN_CHARACTERS, type LocalizedText } from '@reflexbogen/domain';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { FaultCollector, Particulars } from './package-fault.js';
import { LANGUAGE_TAG } from './questionnaire/language-tag.js';

export type YamlPath = readonly (string | number)[];

/** Aliases a document may expand to: more is a bomb, not a questionnaire. */
const MAX_ALIASES = 100;

/** A YAML file as plain values, with the place of each; reads what is expected and notes a fault for what is not. */
export class YamlReader {
  readonly root: unknown;
  private readonly document: Document.Parsed;
  private readonly lines = new LineCounter();

  constructor(
    private readonly file: string,
    text: string,
    private readonly faults: FaultCollector,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: true, prettyErrors: false });
    const isTooDeep = this.document.errors.some(({ message }) => message.includes('call stack'));
    if (isTooDeep)
      // The parser calls itself for each level, so that a file of brackets alone ends its stack: where, says nothing.
      faults.add({
        code: 'BAD_YAML',
        file,
        line: 1,
        column: 1,
        message: 'Lists or mappings stand too deep within each other.',
        expected: 'the fields of the format, at most ten levels deep',
      });
    else
      for (const error of this.document.errors) {
        const { line, col } = this.lines.linePos(error.pos[0]);
        faults.add({ code: 'BAD_YAML', file, line, column: col, message: error.message, expected: 'valid YAML' });
      }
    this.root = this.document.errors.length > 0 ? null : this.valueOf();
  }

  private valueOf(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error) {
      this.faults.add({
        code: 'BAD_YAML',
        file: this.file,
        line: 1,
        column: 1,
        message: error instanceof Error ? error.message : String(error),
        expected: `at most ${MAX_ALIASES} aliases`,
      });
      return null;
    }
  }

  fault(path: YamlPath, code: string, message: string, expected: string, particulars?: Particulars): void {
    const fault = { code, file: this.file, ...this.placeOf(path), message, expected };
    this.faults.add(particulars === undefined ? fault : { ...fault, particulars });
  }

  /** Where a value stands; for one that is missing, where its parent does. */
  placeOf(path: YamlPath): { readonly line: number; readonly column: number } {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = this.document.getIn(path.slice(0, depth), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        const { line, col } = this.lines.linePos(node.range[0] as number);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  }

  private placeOfKey(path: YamlPath, key: string): { readonly line: number; readonly column: number } {
    const node: unknown = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
    const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
    if (range === undefined) return this.placeOf(path);
    const { line, col } = this.lines.linePos(range[0] ?? 0);
    return { line, column: col };
  }

  /** A mapping with known keys only; unknown ones are faults, so that a misspelt field is not silently left out. */
  object(
    value: unknown,
    path: YamlPath,
    allowed: readonly string[],
    required: readonly string[] = [],
  ): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(path, 'WRONG_TYPE', `${nameOf(path)} is ${typeName(value)}.`, `fields ${allowed.join(', ')}`);
      return {};
    }
    const object = value as Record<string, unknown>;
    for (const key of Object.keys(object)) {
      if (allowed.includes(key)) continue;
      this.faults.add({
        code: 'UNKNOWN_FIELD',
        file: this.file,
        ...this.placeOfKey(path, key),
        message: `${nameOf(path)} has an unknown field ${key}.`,
        expected: `one of ${allowed.join(', ')}`,
      });
    }
    for (const key of required)
      if (object[key] === undefined || object[key] === null)
        this.fault(path, 'MISSING_FIELD', `${nameOf(path)} lacks ${key}.`, `a field ${key}`);
    return object;
  }

  list(value: unknown, path: YamlPath, optional = false): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (!(optional && (value === undefined || value === null)))
      this.fault(path, 'WRONG_TYPE', `${nameOf(path)} is ${typeName(value)}.`, 'a list');
    return [];
  }

  /** A text; whole numbers are taken as they are written, since codes are often numbers without quotes. */
  text(value: unknown, path: YamlPath, pattern?: RegExp, expected = 'text'): string {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? this.asWritten(path, value) : value;
    if (typeof text === 'string' && FORBIDDEN_CHARACTERS.test(text)) {
      this.fault(
        path,
        'FORBIDDEN_CHARACTER',
        `${nameOf(path)} contains a control character or one that turns the direction of writing.`,
        'printable characters, tabs and line feeds',
      );
      return '';
    }
    if (typeof text === 'string' && (pattern === undefined || pattern.test(text))) return text;
    if (value !== undefined && value !== null)
      this.fault(
        path,
        typeof text === 'string' ? 'INVALID_TEXT' : 'WRONG_TYPE',
        `${nameOf(path)} is ${typeof text === 'string' ? `"${shortened(text)}"` : typeName(value)}.`,
        expected,
      );
    return '';
  }

  /** A number as it stands in the file: the code 01 is not the code 1. */
  private asWritten(path: YamlPath, value: number): string {
    const node: unknown = this.document.getIn(path, true);
    return isScalar(node) && typeof node.source === 'string' ? node.source : String(value);
  }

  optionalText(value: unknown, path: YamlPath): string | undefined {
    return value === undefined || value === null ? undefined : this.text(value, path);
  }

  number(value: unknown, path: YamlPath): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.fault(path, 'WRONG_TYPE', `${nameOf(path)} is ${typeName(value)}.`, 'a number');
    return undefined;
  }

  integer(value: unknown, path: YamlPath, min: number, max: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    if (value !== undefined && value !== null)
      this.fault(
        path,
        'WRONG_TYPE',
        `${nameOf(path)} is ${typeof value === 'number' ? value : typeName(value)}.`,
        `a whole number from ${min} to ${max}`,
      );
    return min;
  }

  boolean(value: unknown, path: YamlPath, fallback: boolean): boolean {
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'boolean') return value;
    this.fault(path, 'WRONG_TYPE', `${nameOf(path)} is ${typeName(value)}.`, 'true or false');
    return fallback;
  }

  oneOf<Value extends string>(value: unknown, path: YamlPath, values: readonly Value[], fallback: Value): Value {
    if (value === undefined || value === null) return fallback;
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    this.fault(
      path,
      'UNKNOWN_VALUE',
      `${nameOf(path)} is ${typeof value === 'string' ? `"${shortened(value)}"` : typeName(value)}.`,
      `one of ${values.join(', ')}`,
    );
    return fallback;
  }

  localized(value: unknown, path: YamlPath): LocalizedText {
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.fault(
        path,
        'WRONG_TYPE',
        `${nameOf(path)} is ${typeName(value)}.`,
        'a text per language, e.g. { de: …, en: … }',
      );
      return {};
    }
    const texts: Record<string, string> = {};
    for (const [locale, text] of Object.entries(value)) {
      if (!LANGUAGE_TAG.test(locale))
        this.fault([...path, locale], 'INVALID_LOCALE', `${locale} is no language tag.`, 'a tag such as de or en');
      texts[locale] = this.text(text, [...path, locale]);
    }
    return texts;
  }

  optionalLocalized(value: unknown, path: YamlPath): LocalizedText | undefined {
    return value === undefined || value === null ? undefined : this.localized(value, path);
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const nameOf = (path: YamlPath): string => (path.length === 0 ? 'The document' : path.join('.'));
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `${typeof value} ${JSON.stringify(value)}`;
}
