/** One error of a GraphQL answer. */
export interface GraphQLErrorEntry {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly reference?: string };
}

/** The service refused or failed. `code` is the first error's, e.g. UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT. */
export class ReflexbogenError extends Error {
  override readonly name = 'ReflexbogenError';

  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    readonly errors: readonly GraphQLErrorEntry[] = [],
  ) {
    super(message);
  }
}

/** No answer came, after all attempts. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(
    readonly url: string,
    cause: unknown,
  ) {
    super(`No answer from ${url}.`, { cause });
  }
}
