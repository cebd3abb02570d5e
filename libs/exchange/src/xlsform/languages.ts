/** A BCP 47 tag as question sets have them. */
const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** ISO 639-1, and what Intl does not name in every runtime. */
const CODES =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );
const ALSO: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  farsi: 'fa',
  dari: 'fa-AF',
  'easy german': 'de-simple',
  'leichte sprache': 'de-simple',
  default: 'und',
};

let byName: ReadonlyMap<string, string> | undefined;

function namesOfLanguages(): ReadonlyMap<string, string> {
  const names = new Map<string, string>(Object.entries(ALSO));
  const add = (locale: string, code: string): void => {
    const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)?.toLowerCase();
    if (name !== undefined && !names.has(name)) names.set(name, code);
  };
  for (const locale of ['en', 'de']) for (const code of CODES) add(locale, code);
  for (const code of CODES) add(code, code);
  return names;
}

/**
 * The BCP 47 tag that an XLSForm names: `English (en)` by what is in brackets, `en` and `EN` as tags, and the name of a language
 * in English, German or itself (`English`, `Englisch`).
 * @returns null for a language that is not known
 */
export function languageTagOf(name: string): string | null {
  const trimmed = name.trim();
  const bracketed = /\(([^()]*)\)$/.exec(trimmed)?.[1]?.trim();
  if (bracketed !== undefined) return TAG.test(bracketed) ? bracketed : null;
  byName ??= namesOfLanguages();
  const named = byName.get(trimmed.toLowerCase());
  if (named !== undefined) return named;
  if (!TAG.test(trimmed) || !/^[a-z]{2,3}(-|$)/i.test(trimmed)) return null;
  try {
    const tag = Intl.getCanonicalLocales(trimmed)[0] ?? '';
    const language = tag.split('-')[0] ?? '';
    const known = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language);
    return known === undefined && language !== 'und' ? null : tag;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A tag as XLSForm tools show it: `German (de)`; languageTagOf reads the same tag back. */
export function languageName(tag: string): string {
  let name: string | undefined;
  try {
    name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return `${(name ?? tag).replaceAll(/[():]/g, '')} (${tag})`;
}
