/**
 * What went wrong, for programs; a service of a later version may know more of them. Expected outcomes of a mutation are no
 * errors but data: `errors` in its payload, with a code enum of its own.
 */
export type ErrorCode =
  /** Nobody is signed in, or the token is not valid (any more). */
  | 'UNAUTHENTICATED'
  /** Whoever is signed in may not do this. */
  | 'FORBIDDEN'
  /** A variable or argument is not what was expected; the message says which. */
  | 'BAD_USER_INPUT'
  /** It does not exist, or the token does not cover it. */
  | 'NOT_FOUND'
  /** The request is no GraphQL request. */
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema: the service is of another version. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The service knows no document of this hash. */
  | 'DOCUMENT_NOT_FOUND'
  /** The service runs documents of its manifests only. */
  | 'DOCUMENT_NOT_TRUSTED'
  /** The body is larger than the service takes. */
  | 'TOO_LARGE'
  /** `download` with `from`: the service does not send the rest alone. */
  | 'RANGE_REFUSED'
  | 'TOO_MANY_REQUESTS'
  /** Something that the service needs is down, e.g. the identity provider. */
  | 'SERVICE_UNAVAILABLE'
  /** A fault of the service; the message names the reference of its log entry. */
  | 'INTERNAL_SERVER_ERROR'
  /** The answer says nothing: a proxy's page, for instance. */
  | 'UNKNOWN'
  // Any other, without losing the names above in editors.
  | (string & {});

/** One error of a GraphQL answer. */
export interface GraphQLErrorEntry {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: ErrorCode; readonly reference?: string };
}

/** The service refused or failed. `code` is the first error's, e.g. UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT. */
export class ReflexbogenError extends Error {
  override readonly name = 'ReflexbogenError';

  constructor(
    message: string,
    readonly code: ErrorCode,
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
