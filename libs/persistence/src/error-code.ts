/** The code of a system or database error, or '' for anything else. Errors of another realm are no instances of `Error`. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
