/** Words for what a value has none of its own for. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
}

/**
 * A value of a draft as people read it.
 * @param json canonical JSON, or a text of its own; null = there is none
 * @returns a text without quotes, a list by commas, an object by its entries, `ja` and `nein`
 */
export function valueText(json: string | null, words: ValueWords): string {
  return json === null ? words.nothing : textOf(parsed(json), words);
}

function textOf(value: unknown, words: ValueWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : value.map((one) => textOf(one, words)).join(', ');
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${key}: ${textOf(one, words)}`);
    return entries.length === 0 ? words.nothing : entries.join('; ');
  }
  if (typeof value === 'string') return value;
  return value === null ? words.nothing : JSON.stringify(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
