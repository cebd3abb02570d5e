import { failed, ok, type Result } from '../result.js';

export type ResponseStatus = 'NOT_STARTED' | 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
export type ResponseEvent = 'SAVE' | 'SUBMIT' | 'RETURN' | 'ACCEPT';

/** The whole life of a sheet: status and event to next status. What is not listed is refused. */
export const RESPONSE_TRANSITIONS: Readonly<
  Record<ResponseStatus, Readonly<Partial<Record<ResponseEvent, ResponseStatus>>>>
> = {
  NOT_STARTED: { SAVE: 'DRAFT', SUBMIT: 'SUBMITTED' },
  DRAFT: { SAVE: 'DRAFT', SUBMIT: 'SUBMITTED' },
  SUBMITTED: { RETURN: 'RETURNED', ACCEPT: 'ACCEPTED' },
  RETURNED: { SAVE: 'RETURNED', SUBMIT: 'SUBMITTED' },
  // With a reason: an error found after all.
  ACCEPTED: { RETURN: 'RETURNED' },
};

/** @returns the next status, or an error that names where the sheet is and what was asked of it */
export function nextResponseStatus(status: ResponseStatus, event: ResponseEvent): Result<ResponseStatus, string> {
  const next = RESPONSE_TRANSITIONS[status][event];
  return next === undefined ? failed(`a sheet that is ${status} does not take ${event}`) : ok(next);
}
