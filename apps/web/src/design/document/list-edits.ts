/** The list with one entry moved; the same list where it stands at the end already. */
export function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const to = Math.max(0, Math.min(list.length - 1, index + by));
  const entry = list[index];
  if (entry === undefined || to === index) return list;
  return list.toSpliced(index, 1).toSpliced(to, 0, entry);
}

export const replaced = <T>(list: readonly T[], index: number, entry: T): readonly T[] => list.with(index, entry);

export const removedAt = <T>(list: readonly T[], index: number): readonly T[] => list.toSpliced(index, 1);

/** A code that is not taken: the wanted one, else with the least number from 2 behind it. */
export function freeCode(wanted: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  if (!known.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!known.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** The text with one language set; an empty text takes the language away. */
export function translated(
  text: Readonly<Record<string, string>> | undefined,
  locale: string,
  words: string,
): Readonly<Record<string, string>> {
  const { [locale]: _gone, ...rest } = text ?? {};
  return words === '' ? rest : { ...(text ?? {}), [locale]: words };
}

/** The object without a key; what is not stated is not there. */
export function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const { [key]: _gone, ...rest } = object;
  return rest;
}
