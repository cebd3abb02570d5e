/** What files of questionnaires are made of. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };
export type PlainMap = Readonly<Record<string, Plain>>;

/** How new text is written: as JSON, or as YAML in lines or within brackets. */
export type Style = 'json' | 'block' | 'flow';

export const isPlainMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && !Array.isArray(value);
export const isPlainList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** Longest collection that is written within brackets on one line, in characters. */
const MAX_FLOW = 100;

/** A text without quotes where YAML reads it as the same text, otherwise with. */
export function scalarText(value: string | number | boolean, style: Style): string {
  if (typeof value !== 'string' || style === 'json') return JSON.stringify(value);
  const isPlain =
    /^\p{L}[^\n\t]*$/u.test(value) &&
    !/: |:$| #|\s$/.test(value) &&
    !RESERVED.test(value) &&
    (style === 'block' || !/[,:[\]{}]/.test(value));
  return isPlain ? value : JSON.stringify(value);
}

/** A value on one line. */
export function flowText(value: Plain, style: Style): string {
  const inner = style === 'json' ? 'json' : 'flow';
  if (isPlainList(value)) return `[${value.map((item) => flowText(item, inner)).join(', ')}]`;
  if (!isPlainMap(value)) return scalarText(value, style);
  const pairs = Object.entries(value).map(([key, item]) => `${scalarText(key, inner)}: ${flowText(item, inner)}`);
  if (pairs.length === 0) return '{}';
  return style === 'json' ? `{${pairs.join(', ')}}` : `{ ${pairs.join(', ')} }`;
}

const isFlow = (value: Plain): boolean =>
  typeof value !== 'object' || Object.keys(value).length === 0 || flowText(value, 'flow').length <= MAX_FLOW;

const pad = (column: number): string => `\n${' '.repeat(column)}`;

/**
 * A key with its value as block YAML, lines joined by `\n`, without one at the end.
 * @param column where the key stands, from 0
 */
export function pairText(key: string, value: Plain, column: number): string {
  const name = scalarText(key, 'flow');
  if (isFlow(value)) return `${name}: ${flowText(value, 'block')}`;
  const entries = isPlainMap(value)
    ? Object.entries(value).map(([inner, item]) => pairText(inner, item, column + 2))
    : isPlainList(value)
      ? value.map((item) => `- ${itemText(item, column + 4)}`)
      : [];
  return `${name}:${entries.map((entry) => `${pad(column + 2)}${entry}`).join('')}`;
}

/**
 * An item of a list as block YAML, without its dash.
 * @param column where the item stands, after the dash
 */
export function itemText(value: Plain, column: number): string {
  if (isFlow(value) || !isPlainMap(value)) return flowText(value, 'block');
  return Object.entries(value)
    .map(([key, item]) => pairText(key, item, column))
    .join(pad(column));
}
