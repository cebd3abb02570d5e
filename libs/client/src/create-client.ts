import { documentIdOf } from './document-id.js';
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
  /**
   * First pause before a repetition in milliseconds, doubled each time; default 200. Where the service says how long to wait
   * (`Retry-After`), it is that, up to half a minute.
   */
  readonly backoff?: number;
  /**
   * After so many milliseconds without an answer a line counts as lost, and the operation is repeated or refused like one whose
   * line broke; default 60,000. Uploads and downloads may take longer.
   */
  readonly patience?: number;
  /**
   * True: operations are sent by the hash of their document, which is shorter, and what a service with mandatory documents may
   * prefer. Where the service does not know the hash, or the page cannot compute it, the text is sent. Default false.
   */
  readonly sendHashes?: boolean;
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
   * happens twice. What was refused for being one request too many (429) is repeated in any case.
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
/** Refused at the door: nothing of it was done. */
const TOO_MANY = 429;
const LONGEST_WAIT_MS = 30_000;

/** ALWAYS: may be done twice. REFUSED: only where it was refused at the door. NEVER: its body cannot be read again. */
type Repeat = 'ALWAYS' | 'REFUSED' | 'NEVER';

export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? globalThis.fetch;
  const retries = options.retries ?? 3;
  const backoff = options.backoff ?? 200;
  const patience = options.patience ?? 60_000;

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
  /** Sends an operation; gives up a line on which nothing comes. */
  const sendPatiently = async (url: string, init: RequestInit): Promise<Response> => {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), patience);
    const { signal } = init;
    try {
      return await send(url, { ...init, signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal });
    } catch (error) {
      throw silence.signal.aborted && signal?.aborted !== true
        ? new Error(`no answer within ${patience} ms`, { cause: error })
        : error;
    } finally {
      clearTimeout(timer);
    }
  };

  const attempt = async (url: string, init: Init, repeat: Repeat, refresh = false): Promise<Response> => {
    for (let round = 0; ; round += 1) {
      const last = round >= retries;
      let pause = backoff * 2 ** round;
      try {
        const request = await init({ refresh });
        const response = url === options.url ? await sendPatiently(url, request) : await send(url, request);
        const again =
          (response.status === TOO_MANY && repeat !== 'NEVER') ||
          (repeat === 'ALWAYS' && REPEATABLE_STATUS.has(response.status));
        pause = Math.max(pause, waitOf(response));
        if (last || !again || pause > LONGEST_WAIT_MS) return response;
      } catch (error) {
        if (isAbort(error)) throw error;
        if (last || repeat !== 'ALWAYS') throw new UnreachableError(url, error);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
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
      const documentId = options.sendHashes === true ? await documentIdOf(query) : null;
      let body = JSON.stringify(documentId === null ? { query, variables } : { documentId, variables });
      const repeat = !/^\s*mutation\b/m.test(query) || hasKey(variables) ? 'ALWAYS' : 'REFUSED';
      const init: Init = async (demand) => ({
        method: 'POST',
        headers: await headers(demand, 'application/json'),
        body,
        ...(signal ? { signal } : {}),
      });
      let response = await attempt(options.url, init, repeat);
      let answer = await read<Answer<Data>>(response);
      if (documentId !== null && answer?.errors?.[0]?.extensions?.code === 'DOCUMENT_NOT_FOUND') {
        // A service of another version; it has done nothing yet.
        body = JSON.stringify({ query, variables });
        response = await attempt(options.url, init, repeat);
        answer = await read<Answer<Data>>(response);
      }
      if (mayRefresh && isUnauthenticated(response, answer)) {
        // Refused before anything was done, so that a mutation may be repeated too.
        response = await attempt(options.url, init, repeat, true);
        answer = await read<Answer<Data>>(response);
      }
      const first = answer?.errors?.[0];
      if (first)
        throw new ReflexbogenError(first.message, first.extensions?.code ?? 'UNKNOWN', response.status, answer?.errors);
      if (!answer?.data)
        throw new ReflexbogenError(
          `The service answered with status ${response.status}.`,
          response.status === TOO_MANY ? 'TOO_MANY_REQUESTS' : 'UNKNOWN',
          response.status,
        );
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
      // A stream has been read by then.
      const repeat = body instanceof Uint8Array ? 'REFUSED' : 'NEVER';
      let response = await attempt(address, init, repeat);
      if (mayRefresh && response.status === 401 && repeat === 'REFUSED')
        response = await attempt(address, init, repeat, true);
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
      let response = await attempt(address.href, init, 'ALWAYS');
      if (mayRefresh && response.status === 401) response = await attempt(address.href, init, 'ALWAYS', true);
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

/** How long the service asks to wait, in milliseconds; 0 where it does not say, or says it as a date. */
function waitOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : 0;
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
          : status === TOO_MANY
            ? 'TOO_MANY_REQUESTS'
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
