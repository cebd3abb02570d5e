import { ReflexbogenError, UnreachableError, type GraphQLErrorEntry } from './errors.js';
import type { TypedDocumentString } from './generated/operations.js';

export type TokenSource = string | (() => string | null | undefined | Promise<string | null | undefined>);

export interface ClientOptions {
  /** Address of the GraphQL endpoint, e.g. `https://reflexbogen.example.org/graphql`. */
  readonly url: string;
  /** Bearer token, or a function that is asked before every request, so that it may refresh. */
  readonly token?: TokenSource;
  /** Another fetch than the platform's, e.g. in tests. */
  readonly fetch?: typeof globalThis.fetch;
  /** How often a request is repeated when no answer came; default 3. */
  readonly retries?: number;
  /** First pause before a repetition in milliseconds, doubled each time; default 200. */
  readonly backoff?: number;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

export interface DownloadOptions extends RequestOptions {
  /** Bytes that are there already: only the rest is fetched. */
  readonly from?: number;
}

/** A client without a framework: documents in, typed data out. */
export interface Client {
  /**
   * Runs an operation.
   * Queries are repeated when no answer came; mutations only where their input carries an `idempotencyKey`, so that nothing
   * happens twice.
   * @throws ReflexbogenError for GraphQL errors and refusals, UnreachableError when no answer came
   */
  request<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Data>;
  /** Sends a zipped study package as it is produced. @returns the upload's id, for importStudy */
  upload(body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, options?: RequestOptions): Promise<string>;
  /**
   * Fetches a path that the service has answered with, e.g. `exportStudy.downloadPath`.
   * @throws ReflexbogenError RANGE_REFUSED where `from` is given and the service cannot send the rest alone
   */
  download(path: string, options?: DownloadOptions): Promise<ReadableStream<Uint8Array>>;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLErrorEntry[];
}

const REPEATABLE_STATUS = new Set([502, 503, 504]);

export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? globalThis.fetch;
  const retries = options.retries ?? 3;
  const backoff = options.backoff ?? 200;

  const headers = async (contentType?: string): Promise<Record<string, string>> => {
    const token = typeof options.token === 'function' ? await options.token() : options.token;
    return {
      accept: 'application/json',
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
  };

  const attempt = async (url: string, init: () => Promise<RequestInit>, repeatable: boolean): Promise<Response> => {
    for (let round = 0; ; round += 1) {
      const last = !repeatable || round >= retries;
      try {
        const response = await send(url, await init());
        if (last || !REPEATABLE_STATUS.has(response.status)) return response;
      } catch (error) {
        if (isAbort(error)) throw error;
        if (last) throw new UnreachableError(url, error);
      }
      await new Promise((resolve) => setTimeout(resolve, backoff * 2 ** round));
    }
  };

  return {
    async request<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
      { signal }: RequestOptions = {},
    ): Promise<Data> {
      const query = document.toString();
      const body = JSON.stringify({ query, variables });
      const repeatable = !/^\s*mutation\b/m.test(query) || hasKey(variables);
      const response = await attempt(
        options.url,
        async () => ({
          method: 'POST',
          headers: await headers('application/json'),
          body,
          ...(signal ? { signal } : {}),
        }),
        repeatable,
      );
      const answer = await read<Answer<Data>>(response);
      const first = answer?.errors?.[0];
      if (first)
        throw new ReflexbogenError(first.message, first.extensions?.code ?? 'UNKNOWN', response.status, answer?.errors);
      if (!answer?.data)
        throw new ReflexbogenError(`The service answered with status ${response.status}.`, 'UNKNOWN', response.status);
      return answer.data;
    },

    async upload(body, { signal } = {}) {
      // Streams need half duplex; the field is missing in the DOM types.
      const init = async (): Promise<RequestInit & { duplex: 'half' }> => ({
        method: 'POST',
        headers: await headers('application/zip'),
        body,
        duplex: 'half',
        ...(signal ? { signal } : {}),
      });
      const response = await attempt(new URL('/exchange/uploads', options.url).href, init, false);
      const answer = await read<{ upload?: string; message?: string }>(response);
      if (!response.ok || answer?.upload === undefined) throw refusal(response, answer?.message);
      return answer.upload;
    },

    async download(path, { signal, from = 0 } = {}) {
      const address = new URL(path, options.url);
      // The token is for this service alone, whatever address somebody hands in.
      if (address.origin !== new URL(options.url).origin)
        throw new TypeError(`download takes a path of ${new URL(options.url).origin}, not ${address.origin}`);
      const response = await attempt(
        address.href,
        async () => ({
          headers: { ...(await headers()), ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
          ...(signal ? { signal } : {}),
        }),
        true,
      );
      if (from > 0 && response.status !== 206)
        throw new ReflexbogenError(
          `The service does not send the rest of ${path} alone.`,
          'RANGE_REFUSED',
          response.status,
        );
      if (!response.ok || response.body === null)
        throw refusal(response, (await read<{ message?: string }>(response))?.message);
      return response.body;
    },
  };
}

const refusal = (response: Response, message: string | undefined): ReflexbogenError =>
  new ReflexbogenError(
    message ?? `The service answered with status ${response.status}.`,
    codeOf(response.status),
    response.status,
  );

const codeOf = (status: number): string =>
  status === 401
    ? 'UNAUTHENTICATED'
    : status === 403
      ? 'FORBIDDEN'
      : status === 404
        ? 'NOT_FOUND'
        : status === 413
          ? 'TOO_LARGE'
          : 'UNKNOWN';

async function read<Body>(response: Response): Promise<Body | null> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Body;
  } catch {
    return null; // a proxy's page; the status says enough
  }
}

function hasKey(variables: unknown): boolean {
  const input: unknown =
    typeof variables === 'object' && variables !== null && 'input' in variables ? variables.input : null;
  return typeof input === 'object' && input !== null && 'idempotencyKey' in input && Boolean(input.idempotencyKey);
}

/** The caller's own signal has ended the request, by hand or by time: nothing to repeat. */
const isAbort = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  (error.name === 'AbortError' || error.name === 'TimeoutError');
