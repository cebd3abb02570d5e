import { failed, FORBIDDEN_CHARACTERS, MAX_TEXT, ok, type Result } from '@reflexbogen/domain';
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

  languages(place: TranslationPlace, source: string, target: string): void {
    for (const tag of [source, target])
      if (!LANGUAGE_TAG.test(tag))
        this.fault(place, 'INVALID_LOCALE', `"${shortened(tag)}" is no language tag.`, 'a tag such as de or en');
    if (source === target)
      this.fault(place, 'INVALID_LOCALE', 'Source and target are the same language.', 'two languages');
    [this.source, this.target] = [source, target];
  }

  /** @param original and sourceHash as the file states them; the languages must be known */
  origin(place: TranslationPlace, original: string, sourceHash: string): void {
    this.hasOrigin = true;
    const expected = originOf(this.questionnaire, this.source ?? '');
    if (original !== expected.original)
      this.fault(place, 'WRONG_REVISION', `The strings are those of ${shortened(original)}.`, expected.original);
    else if (sourceHash !== expected.sourceHash)
      this.fault(
        place,
        'SOURCE_CHANGED',
        'Strings of the question set have changed since the file was written.',
        'a file written from the question set as it is now',
      );
  }

  /** @param target null or blank where the string is not translated: what the set has stays */
  string(place: TranslationPlace, key: string, source: string, target: string | null): void {
    const string = this.strings.get(key);
    if (string === undefined)
      return this.fault(place, 'UNKNOWN_UNIT', `The question set has no string ${shortened(key)}.`, 'a key of the set');
    if (this.seen.has(key)) return this.fault(place, 'DUPLICATE_UNIT', `${key} is given twice.`, 'each string once');
    this.seen.add(key);
    const own = textIn(string.text, this.source ?? '') ?? '';
    if (source !== own)
      return this.fault(place, 'SOURCE_CHANGED', `${key} reads "${shortened(source)}".`, `"${shortened(own)}"`);
    if (target === null || target.trim() === '') return;
    if (target.length > MAX_TEXT)
      this.fault(place, 'TOO_LONG', `${key} has ${target.length} characters.`, `at most ${MAX_TEXT}`);
    else if (FORBIDDEN_CHARACTERS.test(target))
      this.fault(
        place,
        'FORBIDDEN_CHARACTER',
        `${key} contains a control character or one that turns the direction of writing.`,
        'printable characters, tabs and line feeds',
      );
    else this.texts.set(key, target);
  }

  result(): Result<Questionnaire, PackageFault> {
    if (this.faults.count === 0 && !this.hasOrigin)
      this.fault(
        null,
        'MISSING_FIELD',
        'The file does not say of which question set it is.',
        'a file as it was written',
      );
    if (this.faults.count > 0 || this.target === null) return failed(...this.faults.faults);
    const { template, document } = this.questionnaire;
    return ok({ template, document: withTranslations(document, this.target, this.texts) });
  }
}

export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
