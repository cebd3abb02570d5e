import { breachOf, LIMITS, type Breach } from './limits.js';

/**
 * Looks at variables as they came, before they are coerced. Walks without recursion: what is nested deeply must not end the
 * process.
 * @param isDocument whether a designer's document is among them, which may have more values
 */
export function variableBreach(variables: unknown, isDocument: boolean): Breach | null {
  let level: unknown[] = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const tooDeep = breachOf('VALUE_DEPTH', depth);
    if (tooDeep !== null) return tooDeep;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      if (Array.isArray(value)) {
        const tooLong = breachOf('LIST_ITEMS', items.length);
        if (tooLong !== null) return tooLong;
      }
      values += items.length;
      if (!isDocument && values > LIMITS.VALUES) return breachOf('VALUES', values);
      for (const item of items) next.push(item);
    }
    level = next;
  }
  return null;
}
