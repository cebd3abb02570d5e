import { Catch, HttpException, HttpStatus, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { currentOperation, isUnavailable } from '@reflexbogen/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { summaryOf } from '../logging/error-summary.js';
import { newReference } from '../logging/field-kinds.js';
import { log } from '../logging/log.js';
import { placeOf, rememberPlace } from '../logging/operation-place.js';
import { ApiError } from './api-error.js';
import type { GraphQLContext } from './context.js';
import { lateAnswer, RateLimitedException } from './limits/route-gate.js';
import { RETRY_AFTER, unavailable, UNAVAILABLE_MESSAGE } from './unavailable.js';

/**
 * Takes every error before Nest writes it to the log. Those of GraphQL go to the error gate as they are: what was written for
 * the caller is an answer, not an incident, and of the rest it makes an entry. Those of other routes are answered here.
 */
@Catch()
export class ApiErrorFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'graphql') {
      const http = host.switchToHttp();
      if (isUnavailable(error)) void http.getResponse<FastifyReply>().header('Retry-After', RETRY_AFTER);
      if (error instanceof RateLimitedException)
        void http.getResponse<FastifyReply>().header('Retry-After', String(error.retryAfter));
      super.catch(answerTo(error, http.getRequest<FastifyRequest>()), host);
      return undefined;
    }
    // GraphQL takes an error that a resolver returns for one that it throws.
    if (error instanceof ApiError) return error;
    if (!(error instanceof Error)) throw error;
    const [, , context, info] = host.getArgs<[unknown, unknown, GraphQLContext, GraphQLResolveInfo]>();
    rememberPlace(error, context, info);
    return unavailable(error, placeOf(error, error)) ?? error;
  }
}

/** What is the caller's fault is said as it was; of everything else the caller gets a reference to the log entry. */
function answerTo(error: unknown, request: FastifyRequest): HttpException {
  if (error instanceof HttpException) return error;
  const deadline = currentOperation()?.deadline;
  if (deadline?.isOver === true)
    return new HttpException(lateAnswer(deadline.milliseconds), HttpStatus.SERVICE_UNAVAILABLE);
  if (isRefusal(error))
    return new HttpException({ statusCode: error.statusCode, message: error.message }, error.statusCode);
  const reference = newReference();
  const { id, method, routeOptions } = request;
  if (isUnavailable(error)) {
    log('database.unavailable', { reference, request: id, method, route: routeOptions?.url, ...summaryOf(error) });
    const statusCode = HttpStatus.SERVICE_UNAVAILABLE;
    return new HttpException({ statusCode, message: `${UNAVAILABLE_MESSAGE} Reference: ${reference}` }, statusCode);
  }
  log('http.failed', { reference, request: id, method, route: routeOptions?.url, ...summaryOf(error) });
  const statusCode = HttpStatus.INTERNAL_SERVER_ERROR;
  return new HttpException(
    { statusCode, message: `Something went wrong on our side. Reference: ${reference}` },
    statusCode,
  );
}

/** Fastify's own refusals: a body that is too large, or is not what it says. */
const isRefusal = (error: unknown): error is Error & { readonly statusCode: number } =>
  error instanceof Error &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode >= 400 &&
  error.statusCode < 500 &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('FST_');
