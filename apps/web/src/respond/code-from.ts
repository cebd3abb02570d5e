const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A code that fits a name: lower case, hyphens between words, at most 40 signs; empty where the name has no letter or digit. */
export const codeFrom = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (sign) => UMLAUTS[sign] ?? sign)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
