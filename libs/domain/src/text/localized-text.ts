/** A text in one or more languages: BCP 47 language tag (`de`, `en`) to text. Never empty. */
export type LocalizedText = Readonly<Record<string, string>>;

/**
 * Picks the text for a reader.
 * @param text translations by language tag
 * @param locale the reader's language, e.g. `de` or `de-AT`
 * @param defaultLocale the study's language, used when the reader's is missing
 * @returns the exact tag, else its language without region, else the default locale, else the alphabetically first
 *   translation; `''` only for a text without any translation. Total: never throws.
 */
export function localize(text: LocalizedText, locale: string, defaultLocale = 'de'): string {
  const language = locale.split('-')[0] ?? locale;
  const found = text[locale] ?? text[language] ?? text[defaultLocale];
  if (found !== undefined && found !== '') return found;
  const first = Object.keys(text)
    .sort()
    .find((tag) => text[tag] !== '');
  return first === undefined ? '' : (text[first] ?? '');
}
