/** Where each Land stands in a grid that resembles the map: column and row, by the end of its ISO 3166-2 code. */
export const LAENDER: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['sh', [2, 0]],
  ['hh', [2, 1]],
  ['mv', [3, 0]],
  ['hb', [1, 1]],
  ['ni', [1, 2]],
  ['be', [4, 1]],
  ['bb', [4, 2]],
  ['st', [3, 2]],
  ['nw', [0, 3]],
  ['he', [1, 3]],
  ['th', [2, 3]],
  ['sn', [3, 3]],
  ['rp', [0, 4]],
  ['sl', [0, 5]],
  ['bw', [1, 5]],
  ['by', [2, 4]],
]);

/** Länder by the first two digits of an official municipality key, 01 to 16. */
const BY_KEY = ['sh', 'hh', 'ni', 'hb', 'nw', 'he', 'rp', 'bw', 'by', 'sl', 'be', 'bb', 'mv', 'sn', 'st', 'th'];

/** The Land that a value of an attribute stands for: `BY`, `DE-BY`, `09`; null where it stands for none. */
export function landOf(value: string): string | null {
  const code = value.toLowerCase().replace(/^de-/, '');
  if (LAENDER.has(code)) return code;
  return /^\d\d$/.test(code) ? (BY_KEY[Number(code) - 1] ?? null) : null;
}

/** Whether an attribute divides by Land: it declares values, and each stands for a Land of its own. */
export function isByLand(values: readonly { readonly code: string }[]): boolean {
  const lands = values.map(({ code }) => landOf(code));
  return lands.length > 0 && !lands.includes(null) && new Set(lands).size === lands.length;
}
