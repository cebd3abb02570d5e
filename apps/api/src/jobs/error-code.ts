/** The longest code that is stored or logged. */
const LONGEST = 40;

/**
 * A name for an error that says nothing about whom or what it hit: its code, else its class.
 * @returns 1 to 40 characters out of A–Z, a–z, 0–9 and underscore
 */
export function errorCode(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
      ? error.code
      : error instanceof Error
        ? error.constructor.name
        : typeof error;
  return code.replace(/[^A-Za-z0-9_]/g, '_').slice(0, LONGEST) || 'UNKNOWN';
}

/** Where an error was thrown, without its message: the first frames of its stack. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  const frames = error.stack
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? '' : `\n${frames.slice(0, 5).join('\n')}`;
}
