import { failed, ok, type Result } from '../result.js';

export type RoundStatus = 'PLANNED' | 'OPEN' | 'CLOSED';
export type RoundEvent = 'OPEN' | 'CLOSE';

/** The whole life of a round: status and event to next status. What is not listed is refused. */
export const ROUND_TRANSITIONS: Readonly<Record<RoundStatus, Readonly<Partial<Record<RoundEvent, RoundStatus>>>>> = {
  PLANNED: { OPEN: 'OPEN' },
  OPEN: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** @returns the next status, or an error that names where the round is and what was asked of it */
export function nextRoundStatus(status: RoundStatus, event: RoundEvent): Result<RoundStatus, string> {
  const next = ROUND_TRANSITIONS[status][event];
  return next === undefined ? failed(`a round that is ${status} cannot ${event}`) : ok(next);
}
