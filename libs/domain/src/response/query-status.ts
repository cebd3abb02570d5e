import { failed, ok, type Result } from '../result.js';
import type { ResponseStatus } from './response-status.js';

/** State of a reviewer's query on one question. */
export type QueryStatus = 'OPEN' | 'ANSWERED' | 'CLOSED';
export type QueryEvent = 'ANSWER' | 'CLOSE' | 'ASK_AGAIN';

/** The whole life of a query: status and event to next status. What is not listed is refused. */
export const QUERY_TRANSITIONS: Readonly<Record<QueryStatus, Readonly<Partial<Record<QueryEvent, QueryStatus>>>>> = {
  OPEN: { ANSWER: 'ANSWERED', CLOSE: 'CLOSED', ASK_AGAIN: 'OPEN' },
  ANSWERED: { ANSWER: 'ANSWERED', CLOSE: 'CLOSED', ASK_AGAIN: 'OPEN' },
  CLOSED: {},
};

/** @returns the next status, or an error that names where the query is and what was asked of it */
export function nextQueryStatus(status: QueryStatus, event: QueryEvent): Result<QueryStatus, string> {
  const next = QUERY_TRANSITIONS[status][event];
  return next === undefined ? failed(`a query that is ${status} does not take ${event}`) : ok(next);
}

/** Why a sheet cannot be accepted on account of its queries; null where it can. */
export function acceptanceRefusal(queries: readonly QueryStatus[]): string | null {
  const open = queries.filter((status) => status === 'OPEN').length;
  const answered = queries.filter((status) => status === 'ANSWERED').length;
  if (open + answered === 0) return null;
  return `${open} queries are open and ${answered} answered but not closed; close them first.`;
}

/** States in which queries may be asked: somebody has handed the sheet in, and it is not final. */
export const TAKES_QUERIES: ReadonlySet<ResponseStatus> = new Set(['SUBMITTED', 'RETURNED']);
