import { failed, FORBIDDEN_CHARACTERS, MAX_TEXT, ok, type Result } from '@reflexbogen/domain';
import { fileWords, type FileParameters, type FileReason } from '../file-reasons.js';
import { FaultCollector, type PackageFault } from '../package-fault.js';
import { LANGUAGE_TAG } from '../questionnaire/language-tag.js';
import type { Questionnaire } from '../questionnaire/read-questionnaire.js';
import { originOf, stringsOf, textIn, withTranslations, type TranslatableString } from './translatable-strings.js';

/** Longest translation file, in UTF-16 units. */
export const MAX_TRANSLATION_FILE = 16_000_000;

/** From 1. */
export interface TranslationPlace {
  readonly line: number;
  readonly column: number;
}

/** Takes what a translation file says, checks it against the question set, and collects the translations. */
export class TranslationChecker {
  readonly faults = new FaultCollector();
  private readonly strings: ReadonlyMap<string, TranslatableString>;
  private readonly seen = new Set<string>();
  private readonly texts = new Map<string, string>();
  private source: string | null = null;
  private target: string | null = null;
  private hasOrigin = false;

  constructor(
    private readonly file: string,
    private readonly questionnaire: Questionnaire,
  ) {
    this.strings = new Map(stringsOf(questionnaire.document).map((string) => [string.key, string]));
  }

  fault(place: TranslationPlace | null, code: string, message: string, expected: string): void {
    const { line, column } = place ?? { line: null, column: null };
    this.faults.add({ code, file: this.file, line, column, message, expected });
  }

  /** As `fault`, in words that can be said in any language. */
  private note<Reason extends FileReason>(
    place: TranslationPlace | null,
    code: string,
    reason: Reason,
    parameters: FileParameters<Reason>,
  ): void {
    const { line, column } = place ?? { line: null, column: null };
    this.faults.add({ code, file: this.file, line, column, ...fileWords(reason, parameters) });
  }

  languages(place: TranslationPlace, source: string, target: string): void {
    for (const tag of [source, target])
      if (!LANGUAGE_TAG.test(tag)) this.note(place, 'INVALID_LOCALE', 'FILE_LANGUAGE', { locale: shortened(tag) });
    if (source === target) this.note(place, 'INVALID_LOCALE', 'TRANSLATION_ONE_LANGUAGE', {});
    [this.source, this.target] = [source, target];
  }

  /** @param original and sourceHash as the file states them; the languages must be known */
  origin(place: TranslationPlace, original: string, sourceHash: string): void {
    this.hasOrigin = true;
    const expected = originOf(this.questionnaire, this.source ?? '');
    if (original !== expected.original)
      this.note(place, 'WRONG_REVISION', 'TRANSLATION_OF_OTHER', {
        original: shortened(original),
        set: expected.original,
      });
    else if (sourceHash !== expected.sourceHash) this.note(place, 'SOURCE_CHANGED', 'TRANSLATION_OUTDATED', {});
  }

  /** @param target null or blank where the string is not translated: what the set has stays */
  string(place: TranslationPlace, key: string, source: string, target: string | null): void {
    const string = this.strings.get(key);
    if (string === undefined) return this.note(place, 'UNKNOWN_UNIT', 'TRANSLATION_UNKNOWN', { key: shortened(key) });
    if (this.seen.has(key)) return this.note(place, 'DUPLICATE_UNIT', 'TRANSLATION_TWICE', { key });
    this.seen.add(key);
    const own = textIn(string.text, this.source ?? '') ?? '';
    if (source !== own)
      return this.note(place, 'SOURCE_CHANGED', 'TRANSLATION_SOURCE', {
        key,
        source: shortened(source),
        own: shortened(own),
      });
    if (target === null || target.trim() === '') return;
    if (target.length > MAX_TEXT)
      this.note(place, 'TOO_LONG', 'TRANSLATION_LENGTH', { key, count: target.length, most: MAX_TEXT });
    else if (FORBIDDEN_CHARACTERS.test(target))
      this.note(place, 'FORBIDDEN_CHARACTER', 'FILE_CHARACTERS', { place: key });
    else this.texts.set(key, target);
  }

  result(): Result<Questionnaire, PackageFault> {
    if (this.faults.count === 0 && !this.hasOrigin) this.note(null, 'MISSING_FIELD', 'TRANSLATION_WITHOUT_SET', {});
    if (this.faults.count > 0 || this.target === null) return failed(...this.faults.faults);
    const { template, document } = this.questionnaire;
    return ok({ template, document: withTranslations(document, this.target, this.texts) });
  }
}

export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
