import type { NOTICES } from './field-kinds.js';

type Notice = (typeof NOTICES)[number];

/** How the notices of libs/persistence begin, which are written for operators. */
const BEGINNINGS: readonly (readonly [text: string, notice: Notice])[] = [
  ['preparing a database for the first time', 'PREPARING'],
  ['ending a database server that was left behind', 'ENDING_LEFTOVER'],
  ['the database server ended unexpectedly', 'RESTARTING'],
  ['The database server keeps no checksums', 'NO_CHECKSUMS'],
];

/** Notices that are not known here are told as OTHER, without their text. */
export const noticeOf = (text: string): Notice =>
  BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1] ?? 'OTHER';

/**
 * The embedded server has a log of its own. PostgreSQL puts values of rows and parameters into the messages, details and
 * statements of errors; the service has the SQLSTATE of each in its own log, and loses nothing by PostgreSQL keeping silent.
 */
export const PRIVATE_DATABASE_LOG: Readonly<Record<string, string>> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};
