export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'reflexbogen.language';

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text);

/** The language of the address, of the last visit, of the browser, German: in this order. */
export function firstLanguage(search: string, browser: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'de';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT, language);
