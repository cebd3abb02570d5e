type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** Texts of one workspace: the same keys in both languages, which the compiler checks. */
export const defineTexts = <const T extends object>(
  de: T,
  en: Translated<T>,
): { readonly de: T; readonly en: Translated<T> } => ({
  de,
  en,
});
