/** More than the service has: whoever meets it prepares texts that are put together anew each time. */
const AT_MOST = 200;

/** Text of a statement to the name under which each connection prepares it. */
const names = new Map<string, string>();

/**
 * Marks a statement that runs often and always has the same text: each connection has it parsed and planned once (a third of what
 * PostgreSQL does for a save) and afterwards calls it by its name.
 * @returns the text
 * @throws Error where there are more texts than statements
 */
export function prepared(text: string): string {
  if (!names.has(text)) {
    if (names.size >= AT_MOST) throw new Error(`more than ${AT_MOST} texts of prepared statements: they must not vary`);
    names.set(text, `reflexbogen-${names.size + 1}`);
  }
  return text;
}

/** Name of a prepared statement; undefined where it is none. */
export const preparedName = (text: string): string | undefined => names.get(text);
