import { HeaderMap } from '@apollo/server';
import { isUnavailable } from '@reflexbogen/persistence';
import { summaryOf } from '../logging/error-summary.js';
import { newReference } from '../logging/field-kinds.js';
import { log } from '../logging/log.js';
import type { OperationPlace } from '../logging/operation-place.js';
import { ApiError } from './api-error.js';

/** Seconds after which it is worth trying again; clients spread their repetitions by themselves. */
export const RETRY_AFTER = '1';

export const UNAVAILABLE_MESSAGE =
  'The service has more to do than it can, or its database cannot be reached. Try again; whatever has an idempotency key is done once.';

/** Says so where the database could not do it now: 503 with Retry-After. @returns null for every other error */
export function unavailable(error: unknown, place: OperationPlace = {}): ApiError | null {
  if (!isUnavailable(error)) return null;
  const reference = newReference();
  log('database.unavailable', { reference, ...place, ...summaryOf(error) });
  const http = { status: 503, headers: new HeaderMap([['retry-after', RETRY_AFTER]]) };
  return new ApiError('SERVICE_UNAVAILABLE', UNAVAILABLE_MESSAGE, { http, reference });
}
