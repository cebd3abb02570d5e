import { QueryFailedError } from 'typeorm';
import { DatabaseBusyError } from './bounded-pool.js';
import { errorCode } from './error-code.js';

/** A refusal of the database that callers handle. Anything else is rethrown by whoever asked. */
export type DatabaseProblem =
  'DUPLICATE' | 'UNKNOWN_REFERENCE' | 'CHECK_FAILED' | 'IMMUTABLE' | 'NOT_PERMITTED' | 'CONTENTION';

const PROBLEMS: Readonly<Record<string, DatabaseProblem>> = {
  '23505': 'DUPLICATE',
  '23503': 'UNKNOWN_REFERENCE',
  '23514': 'CHECK_FAILED',
  '23502': 'CHECK_FAILED',
  RB001: 'IMMUTABLE',
  '42501': 'NOT_PERMITTED',
  '40001': 'CONTENTION',
  '40P01': 'CONTENTION',
  '55P03': 'CONTENTION',
};

/**
 * Names what the database refused, in the one place that knows SQLSTATEs.
 * @param constraint prefix of the constraint that must have been broken; without it any (names carry a shard number on Citus)
 * @returns null for errors that are no refusal: a lost connection, a bug
 */
export function translateDatabaseError(error: unknown, constraint?: string): DatabaseProblem | null {
  const driver: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(driver instanceof Error) || !('code' in driver) || typeof driver.code !== 'string') return null;
  const named = 'constraint' in driver && typeof driver.constraint === 'string' ? driver.constraint : '';
  if (constraint !== undefined && !named.startsWith(constraint) && !driver.message.includes(constraint)) return null;
  return PROBLEMS[driver.code] ?? null;
}

/** A connection was lost or not to be had, the server is going or coming, or a statement, lock or idle transaction took too long. */
const UNAVAILABLE_STATES = /^(08|53|57P)|^(25P03|40001|40P01|55P03|57014)$/;
const UNAVAILABLE_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
]);
/** node-postgres has no codes for what happens on this side. */
const UNAVAILABLE_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout)/;

/**
 * Whether an error says that the database could not do it now, and not that it must not be done: whoever repeats it later, with
 * the same key, may succeed. What was going on when a connection was lost may have been committed.
 */
export function isUnavailable(error: unknown): boolean {
  const driver: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (driver instanceof DatabaseBusyError) return true;
  const code = errorCode(driver);
  if (UNAVAILABLE_STATES.test(code) || UNAVAILABLE_CODES.has(code)) return true;
  return driver instanceof Error && UNAVAILABLE_WORDS.test(driver.message);
}
