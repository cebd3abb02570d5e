import { ReflexbogenError, UnreachableError, type GraphQLErrorEntry } from './errors.js';
import type { TypedDocumentString } from './generated/operations.js';

/** What is asked of a token function. */
export interface TokenDemand {
  /** True: the service did not take the last token, e.g. since it has expired; another one is needed. */
  readonly refresh: boolean;
}

export type TokenSource =
  string | ((demand: TokenDemand) => string | null | undefined | Promise<string | null | undefined>);

export interface ClientOptions {
  /** Address of the GraphQL endpoint, e.g. `https://reflexbogen.example.org/graphql`. */
  readonly url: string;
  /**
   * Bearer token, or a function that is asked before every request. Where the service answers UNAUTHENTICATED it is asked once
   * more, with `refresh: true`, and the request is repeated with what it gives.
   */
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

  /** Requests that are refused at the same time wait for one new token. */
  let refreshing: Promise<string | null | undefined> | null = null;
  const tokenFor = async ({ refresh }: TokenDemand): Promise<string | null | undefined> => {
    const { token } = options;
    if (typeof token !== 'function') return token;
    if (!refresh) return token({ refresh });
    refreshing ??= Promise.resolve(token({ refresh })).finally(() => {
      refreshing = null;
    });
    return refreshing;
  };

  const headers = async (demand: TokenDemand, contentType?: string): Promise<Record<string, string>> => {
    const token = await tokenFor(demand);
    return {
      accept: 'application/json',
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
  };

  type Init = (demand: TokenDemand) => Promise<RequestInit>;
  const attempt = async (url: string, init: Init, repeatable: boolean, refresh = false): Promise<Response> => {
    for (let round = 0; ; round += 1) {
      const last = !repeatable || round >= retries;
      try {
        const response = await send(url, await init({ refresh }));
        if (last || !REPEATABLE_STATUS.has(response.status)) return response;
      } catch (error) {
        if (isAbort(error)) throw error;
        if (last) throw new UnreachableError(url, error);
      }
      await new Promise((resolve) => setTimeout(resolve, backoff * 2 ** round));
    }
  };

  const mayRefresh = typeof options.token === 'function';
  return {
    async request<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
      { signal }: RequestOptions = {},
    ): Promise<Data> {
      const query = document.toString();
      const body = JSON.stringify({ query, variables });
      const repeatable = !/^\s*mutation\b/m.test(query) || hasKey(variables);
      const init: Init = async (demand) => ({
        method: 'POST',
        headers: await headers(demand, 'application/json'),
        body,
        ...(signal ? { signal } : {}),
      });
      let response = await attempt(options.url, init, repeatable);
      let answer = await read<Answer<Data>>(response);
      if (mayRefresh && isUnauthenticated(response, answer)) {
        // Refused before anything was done, so that a mutation may be repeated too.
        response = await attempt(options.url, init, repeatable, true);
        answer = await read<Answer<Data>>(response);
      }
      const first = answer?.errors?.[0];
      if (first)
        throw new ReflexbogenError(first.message, first.extensions?.code ?? 'UNKNOWN', response.status, answer?.errors);
      if (!answer?.data)
        throw new ReflexbogenError(`The service answered with status ${response.status}.`, 'UNKNOWN', response.status);
      return answer.data;
    },

    async upload(body, { signal } = {}) {
      // Streams need half duplex; the field is missing in the DOM types.
      const init = async (demand: TokenDemand): Promise<RequestInit & { duplex: 'half' }> => ({
        method: 'POST',
        headers: await headers(demand, 'application/zip'),
        body,
        duplex: 'half',
        ...(signal ? { signal } : {}),
      });
      const address = new URL('/exchange/uploads', options.url).href;
      let response = await attempt(address, init, false);
      // A stream has been read by then.
      if (mayRefresh && response.status === 401 && body instanceof Uint8Array)
        response = await attempt(address, init, false, true);
      const answer = await read<{ upload?: string; message?: string }>(response);
      if (!response.ok || answer?.upload === undefined) throw refusal(response, answer?.message);
      return answer.upload;
    },

    async download(path, { signal, from = 0 } = {}) {
      const address = new URL(path, options.url);
      // The token is for this service alone, whatever address somebody hands in.
      if (address.origin !== new URL(options.url).origin)
        throw new TypeError(`download takes a path of ${new URL(options.url).origin}, not ${address.origin}`);
      const init: Init = async (demand) => ({
        headers: { ...(await headers(demand)), ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
        ...(signal ? { signal } : {}),
      });
      let response = await attempt(address.href, init, true);
      if (mayRefresh && response.status === 401) response = await attempt(address.href, init, true, true);
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

const isUnauthenticated = (response: Response, answer: Answer<unknown> | null): boolean =>
  response.status === 401 || answer?.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';

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
