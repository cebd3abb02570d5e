import { QueryFailedError } from 'typeorm';

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
