import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { LimitName } from './limits/limits.js';

/** Codes a client may see in `errors[].extensions.code`. Everything else leaves as INTERNAL_SERVER_ERROR. */
export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'NOT_FOUND'
  | 'SERVICE_UNAVAILABLE'
  | 'RATE_LIMITED'
  | `LIMIT_${LimitName | 'DEADLINE'}`;

/** An error whose message is written for the caller and may leave the service as it is. */
export class ApiError extends GraphQLError {
  constructor(code: ApiErrorCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}

/** The operation was ended on the way: whoever repeats it with its key learns what became of it. */
export const overdue = (milliseconds: number): ApiError =>
  new ApiError('LIMIT_DEADLINE', `An operation may take ${milliseconds / 1000} s; this one was ended after that.`, {
    limit: milliseconds,
    http: { status: 400, headers: new HeaderMap() },
  });

export const notFound = (what: string): ApiError =>
  new ApiError('NOT_FOUND', `${what} does not exist, or your token does not cover it.`);
export const badInput = (message: string): ApiError => new ApiError('BAD_USER_INPUT', message);
