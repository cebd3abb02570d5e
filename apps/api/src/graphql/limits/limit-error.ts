import { HeaderMap } from '@apollo/server';
import { ApiError } from '../api-error.js';
import { extensionsOf, messageOf, statusOf, type Breach } from './limits.js';

/** A request that asks for more than is allowed. */
export class LimitError extends ApiError {
  constructor(breach: Breach) {
    super(`LIMIT_${breach.limit}`, messageOf(breach), {
      ...extensionsOf(breach),
      http: { status: statusOf(breach), headers: new HeaderMap() },
    });
  }
}
