/** A text in one or more languages: BCP 47 language tag (`de`, `en`) to text. Never empty. */
export type LocalizedText = Readonly<Record<string, string>>;

/** A language tag and what it falls back to (RFC 4647 lookup): `zh-Hant-TW`, `zh-Hant`, `zh`. */
function lookupRange(locale: string): readonly string[] {
  const subtags = locale.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/** A reader sends its language itself: `constructor` must not find what every object inherits. */
function wordingIn(text: LocalizedText, locale: string): string | null {
  const found = Object.hasOwn(text, locale) ? text[locale] : undefined;
  return found === undefined || found.trim() === '' ? null : found;
}

/**
 * Picks the text for a reader. A translation of blanks alone counts as none.
 * @param text translations by language tag
 * @param locale the reader's language, e.g. `de` or `de-AT`
 * @param defaultLocale the study's language, used when the reader's is missing
 * @returns the exact tag, else the tag with ever fewer subtags (`de-AT`, `de`), else the same of the default locale, else
 *   the alphabetically first translation; `''` only for a text without any translation, which `checkQuestionSet` refuses.
 *   Total: never throws.
 */
export function localize(text: LocalizedText, locale: string, defaultLocale = 'de'): string {
  const exact = wordingIn(text, locale);
  if (exact !== null) return exact;
  for (const tag of [...lookupRange(locale), ...lookupRange(defaultLocale), ...Object.keys(text).sort()]) {
    const found = wordingIn(text, tag);
    if (found !== null) return found;
  }
  return '';
}
