import { FORBIDDEN_CHARACTERS, type LocalizedText } from '@reflexbogen/domain';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { fileWords, type FileParameters, type FileReason, type Particulars, type TextReason } from './file-reasons.js';
import type { FaultCollector } from './package-fault.js';
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
      faults.add({ code: 'BAD_YAML', file, line: 1, column: 1, ...fileWords('FILE_TOO_DEEP', {}) });
    else
      for (const error of this.document.errors) {
        const { line, col } = this.lines.linePos(error.pos[0]);
        const words = fileWords('FILE_NOT_READ', { detail: error.message });
        faults.add({ code: 'BAD_YAML', file, line, column: col, ...words });
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
        ...fileWords('FILE_ALIASES', {
          detail: error instanceof Error ? error.message : String(error),
          most: MAX_ALIASES,
        }),
      });
      return null;
    }
  }

  fault(path: YamlPath, code: string, message: string, expected: string, particulars?: Particulars): void {
    const fault = { code, file: this.file, ...this.placeOf(path), message, expected };
    this.faults.add(particulars === undefined ? fault : { ...fault, particulars });
  }

  /** As `fault`, in words that can be said in any language. */
  note<Reason extends FileReason>(
    path: YamlPath,
    code: string,
    reason: Reason,
    parameters: FileParameters<Reason>,
  ): void {
    this.faults.add({ code, file: this.file, ...this.placeOf(path), ...fileWords(reason, parameters) });
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
      this.note(path, 'WRONG_TYPE', 'FILE_VALUE_FIELDS', { ...found(path, value), names: allowed.join(', ') });
      return {};
    }
    const object = value as Record<string, unknown>;
    for (const key of Object.keys(object)) {
      if (allowed.includes(key)) continue;
      this.faults.add({
        code: 'UNKNOWN_FIELD',
        file: this.file,
        ...this.placeOfKey(path, key),
        ...fileWords('FILE_UNKNOWN_FIELD', { place: nameOf(path), name: key, names: allowed.join(', ') }),
      });
    }
    for (const key of required)
      if (object[key] === undefined || object[key] === null)
        this.note(path, 'MISSING_FIELD', 'FILE_FIELD_MISSING', { place: nameOf(path), name: key });
    return object;
  }

  list(value: unknown, path: YamlPath, optional = false): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (!(optional && (value === undefined || value === null)))
      this.note(path, 'WRONG_TYPE', 'FILE_VALUE_LIST', found(path, value));
    return [];
  }

  /** A text; whole numbers are taken as they are written, since codes are often numbers without quotes. */
  text(value: unknown, path: YamlPath, pattern?: RegExp, wanted: TextReason = 'FILE_VALUE_TEXT'): string {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? this.asWritten(path, value) : value;
    if (typeof text === 'string' && FORBIDDEN_CHARACTERS.test(text)) {
      this.note(path, 'FORBIDDEN_CHARACTER', 'FILE_CHARACTERS', { place: nameOf(path) });
      return '';
    }
    if (typeof text === 'string' && (pattern === undefined || pattern.test(text))) return text;
    if (value !== undefined && value !== null)
      this.note(path, typeof text === 'string' ? 'INVALID_TEXT' : 'WRONG_TYPE', wanted, found(path, text));
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
    this.note(path, 'WRONG_TYPE', 'FILE_VALUE_NUMBER', found(path, value));
    return undefined;
  }

  integer(value: unknown, path: YamlPath, min: number, max: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    if (value !== undefined && value !== null)
      this.note(path, 'WRONG_TYPE', 'FILE_VALUE_WHOLE', { ...found(path, value), least: min, most: max });
    return min;
  }

  boolean(value: unknown, path: YamlPath, fallback: boolean): boolean {
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'boolean') return value;
    this.note(path, 'WRONG_TYPE', 'FILE_VALUE_BOOLEAN', found(path, value));
    return fallback;
  }

  oneOf<Value extends string>(value: unknown, path: YamlPath, values: readonly Value[], fallback: Value): Value {
    if (value === undefined || value === null) return fallback;
    const known = values.find((candidate) => candidate === value);
    if (known !== undefined) return known;
    this.note(path, 'UNKNOWN_VALUE', 'FILE_VALUE_ONE_OF', { ...found(path, value), values: values.join(', ') });
    return fallback;
  }

  localized(value: unknown, path: YamlPath): LocalizedText {
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.note(path, 'WRONG_TYPE', 'FILE_VALUE_TEXTS', found(path, value));
      return {};
    }
    const texts: Record<string, string> = {};
    for (const [locale, text] of Object.entries(value)) {
      if (!LANGUAGE_TAG.test(locale)) this.note([...path, locale], 'INVALID_LOCALE', 'FILE_LANGUAGE', { locale });
      texts[locale] = this.text(text, [...path, locale]);
    }
    return texts;
  }

  optionalLocalized(value: unknown, path: YamlPath): LocalizedText | undefined {
    return value === undefined || value === null ? undefined : this.localized(value, path);
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const nameOf = (path: YamlPath): string => (path.length === 0 ? 'document' : path.join('.'));
/** What stands where something else should: as JSON, since that reads alike in every language. */
const found = (path: YamlPath, value: unknown) => ({ place: nameOf(path), value: written(value) });
function written(value: unknown): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return typeof value === 'string' ? `"${shortened(value)}"` : JSON.stringify(value);
}
