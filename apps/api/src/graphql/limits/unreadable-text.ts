/** PostgreSQL stores no NUL in texts: whatever holds one is refused before it gets there. */
const NUL = '\0';

/** Whether a document could put such a character into a value, as itself or written as an escape. */
export const isUnreadable = (document: string): boolean => document.includes(NUL) || /\\u(0000|\{0+\})/i.test(document);

/** Whether one of the variables, or one of their keys, holds such a character. Expects variables within the limits. */
export function holdsUnreadable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value)
    ? value.some(holdsUnreadable)
    : Object.entries(value).some(([key, inner]) => key.includes(NUL) || holdsUnreadable(inner));
}
