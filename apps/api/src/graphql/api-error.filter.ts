import { Catch, type ExceptionFilter } from '@nestjs/common';
import { ApiError } from './api-error.js';

/** Errors written for the caller are answers, not incidents: they go to the error gate as they are and not to the log. */
@Catch(ApiError)
export class ApiErrorFilter implements ExceptionFilter<ApiError> {
  catch(error: ApiError): ApiError {
    // GraphQL takes an error that a resolver returns for one that it throws.
    return error;
  }
}
