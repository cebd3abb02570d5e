import { unwrapResolverError } from '@apollo/server/errors';
import { BadRequestException } from '@nestjs/common';
import { currentOperation } from '@reflexbogen/persistence';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { summaryOf } from '../logging/error-summary.js';
import { newReference } from '../logging/field-kinds.js';
import { log } from '../logging/log.js';
import { placeOf } from '../logging/operation-place.js';
import { ApiError, overdue } from './api-error.js';
import { unavailable } from './unavailable.js';

/** Apollo's own codes for requests that never reached a resolver, with the text a caller gets instead of its own. */
const PROTOCOL_CODES: Readonly<Record<string, string | null>> = {
  GRAPHQL_PARSE_FAILED: null,
  GRAPHQL_VALIDATION_FAILED: null,
  BAD_USER_INPUT: null,
  BAD_REQUEST: null,
  OPERATION_RESOLUTION_FAILURE: null,
  PERSISTED_QUERY_NOT_SUPPORTED: null,
};

/** The last of many errors about variables; graphql-js gives it no code, and Apollo knows it by its beginning only. */
const TOO_MANY_VARIABLE_ERRORS = /^Too many errors processing variables\b/;

/** Longer messages repeat what the caller has sent. */
const LONGEST = 500;

/** Suggestions name parts of the schema that the caller may not know of. */
const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean [^?]*\?/g, '').slice(0, LONGEST);

/**
 * The one way out for errors. Lets through what was written for callers and what says that a request is malformed;
 * everything else becomes INTERNAL_SERVER_ERROR with a reference to the log entry, without message or stack. The entry has no
 * message either (docs/logging.md).
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (original instanceof ApiError) return { message: original.message, ...place, extensions: extensionsOf(original) };
  const deadline = currentOperation()?.deadline;
  if (deadline?.isOver === true) {
    const late = overdue(deadline.milliseconds);
    return { message: late.message, ...place, extensions: extensionsOf(late) };
  }
  // Where no resolver was run, nobody has asked before.
  const later = unavailable(original, placeOf(original, error));
  if (later !== null) return { message: later.message, ...place, extensions: extensionsOf(later) };
  if (original instanceof BadRequestException) {
    return { message: validationMessage(original), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const own = typeof formatted.extensions?.['code'] === 'string' ? formatted.extensions['code'] : '';
  const isOfVariables = original instanceof GraphQLError && TOO_MANY_VARIABLE_ERRORS.test(original.message);
  const code = isOfVariables ? 'BAD_USER_INPUT' : own;
  if (code in PROTOCOL_CODES) return { message: withoutSuggestion(formatted.message), ...place, extensions: { code } };
  const reference = newReference();
  log('graphql.failed', { reference, ...placeOf(original, error), ...summaryOf(original) });
  return {
    message: `Something went wrong on our side. Reference: ${reference}`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  };
}

/** Status and headers are for the way, not for the body. */
const extensionsOf = ({ extensions: { http: _http, ...extensions } }: ApiError): Record<string, unknown> => extensions;

function validationMessage(error: BadRequestException): string {
  const body = error.getResponse();
  const message = typeof body === 'object' && 'message' in body ? body.message : error.message;
  return Array.isArray(message) ? message.join('; ') : String(message);
}
