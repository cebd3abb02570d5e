import { createClient } from 'graphql-ws/client';
import type { TokenSource } from '../create-client.js';
import { ReflexbogenError, type GraphQLErrorEntry } from '../errors.js';
import type { TypedDocumentString } from '../generated/operations.js';
import type { Live, LiveHandlers, LiveState } from './live.js';

export interface LiveOptions {
  /** Address of the GraphQL endpoint, by http(s) or ws(s). */
  readonly url: string;
  /** As for createClient. Without it the cookie of the page's own origin says who one is. */
  readonly token?: TokenSource;
  /** Another WebSocket than the platform's: Node 20 has none, e.g. `import { WebSocket } from 'ws'`. */
  readonly webSocket?: unknown;
  /** Sent when a socket opens, e.g. `apollographql-client-name`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** First and longest pause between attempts in milliseconds; default 1000 and 30000. */
  readonly backoff?: { readonly first: number; readonly longest: number };
}

const FORBIDDEN = 4403;
/** A socket that is silent is asked after 12 seconds, and given up 8 seconds later. */
const PING_MS = 12_000;
const PONG_MS = 8_000;

export function createLive({ url, token, webSocket, parameters, backoff }: LiveOptions): Live {
  const { first, longest } = backoff ?? { first: 1000, longest: 30_000 };
  const handlers = new Set<(state: LiveState) => void>();
  const ends = new Set<() => void>();
  const sleepers = new Set<() => void>();
  let state: LiveState = 'WAITING';
  let isClosed = false;
  /** How often in a row the service did not take the token: after the first time a new one is asked for, after the second there is no point. */
  let refusals = 0;
  let pong: ReturnType<typeof setTimeout> | undefined;

  const become = (next: LiveState): void => {
    if (state === next) return;
    state = next;
    for (const tell of handlers) tell(next);
  };
  const sleep = (round: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const ms = Math.min(longest, first * 2 ** Math.min(round, 20)) * (0.5 + Math.random() / 2);
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
    });
  const wake = (): void => {
    for (const end of [...sleepers]) end();
  };

  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    ...(webSocket === undefined ? {} : { webSocketImpl: webSocket }),
    lazyCloseTimeout: 1000,
    keepAlive: PING_MS,
    connectionAckWaitTimeout: 15_000,
    connectionParams: async () => {
      const text = typeof token === 'function' ? await token({ refresh: refusals > 0 }) : token;
      return { ...parameters, ...(text ? { authorization: `Bearer ${text}` } : {}) };
    },
    retryAttempts: Infinity,
    retryWait: sleep,
    // Asked once for each subscription, so that it only looks.
    shouldRetry: (event) => codeOf(event) !== FORBIDDEN || (typeof token === 'function' && refusals <= 1),
    on: {
      connecting: () => become('CONNECTING'),
      connected: () => {
        refusals = 0;
        become('OPEN');
      },
      closed: (event) => {
        if (codeOf(event) === FORBIDDEN) refusals += 1;
        clearTimeout(pong);
        become('WAITING');
      },
      error: () => become('WAITING'),
      ping: (isReceived) => {
        if (!isReceived) pong = setTimeout(() => client.terminate(), PONG_MS);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(pong);
      },
    },
  });
  globalThis.addEventListener?.('online', wake);

  return {
    subscribe<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables | (() => Variables),
      { onData, onError, onState }: LiveHandlers<Data>,
    ): () => void {
      let isOver = isClosed;
      let failures = 0;
      let stop: () => void = () => undefined;
      const end = (): void => {
        isOver = true;
        ends.delete(end);
        if (onState) handlers.delete(onState);
        stop();
      };
      const refuse = (error: ReflexbogenError): void => {
        if (isOver) return;
        end();
        onError?.(error);
      };
      const again = (): void => {
        if (isOver) return;
        void sleep(failures++).then(begin);
      };
      const begin = (): void => {
        if (isOver) return;
        stop = client.subscribe<Data>(
          {
            query: document.toString(),
            // Read anew whenever the subscription is: the cursor is the last one seen.
            get variables() {
              return (typeof variables === 'function' ? (variables as () => Variables)() : variables) as Record<
                string,
                unknown
              >;
            },
          },
          {
            next: ({ data, errors }) => {
              if (isOver) return;
              failures = 0;
              if (errors !== undefined && errors.length > 0) refuse(errorOf(errors));
              else if (data !== null && data !== undefined) onData(data);
            },
            error: (error) => {
              if (Array.isArray(error)) refuse(errorOf(error as readonly GraphQLErrorEntry[]));
              else if (codeOf(error) === FORBIDDEN || codeOf(error) === 4401)
                refuse(new ReflexbogenError('The sign-in has ended.', 'UNAUTHENTICATED', 401));
              else again();
            },
            // The service ends streams when it restarts.
            complete: again,
          },
        );
      };
      if (isOver) return end;
      ends.add(end);
      if (onState) {
        handlers.add(onState);
        onState(state);
      }
      begin();
      return end;
    },
    state: () => state,
    wake,
    close: () => {
      isClosed = true;
      globalThis.removeEventListener?.('online', wake);
      for (const end of [...ends]) end();
      wake();
      clearTimeout(pong);
      void Promise.resolve(client.dispose()).catch(() => undefined); // a socket that never opened
    },
  };
}

const codeOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'code' in event ? event.code : undefined;

function errorOf(errors: readonly GraphQLErrorEntry[]): ReflexbogenError {
  const [first] = errors;
  return new ReflexbogenError(
    first?.message ?? 'The subscription was refused.',
    first?.extensions?.code ?? 'UNKNOWN',
    200,
    errors,
  );
}
