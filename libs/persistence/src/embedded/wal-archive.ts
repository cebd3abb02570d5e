import { resolve } from 'node:path';
import { EmbeddedServerError } from './binaries.js';

/**
 * What the server runs for each finished segment of its write-ahead log. It copies it under another name first: one that was
 * cut off is never taken for whole, one that is there already must be the same. %f and %p are PostgreSQL's.
 */
export function archiveCommand(archive: string): string {
  const file = `"${quoted(archive)}/%f"`;
  const unfinished = `"${quoted(archive)}/%f.unfinished"`;
  return `if test -f ${file}; then cmp -s "%p" ${file}; else cp "%p" ${unfinished} && sync ${unfinished} && mv ${unfinished} ${file}; fi`;
}

/** What a server in recovery runs for each segment that it asks for. */
export const restoreCommand = (archive: string): string => `cp "${quoted(archive)}/%f" "%p"`;

/** @throws EmbeddedServerError where a path holds what a shell or PostgreSQL would read otherwise */
function quoted(path: string): string {
  const whole = resolve(path);
  if (!/^[\w./ +@:-]+$/.test(whole))
    throw new EmbeddedServerError(`${whole}: expected a path of letters, digits, spaces and . _ - + @ : only.`);
  return whole;
}
