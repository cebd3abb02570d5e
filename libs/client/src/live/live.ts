import type { ReflexbogenError } from '../errors.js';
import type { TypedDocumentString } from '../generated/operations.js';

/** CONNECTING: the socket is being opened. OPEN: it stands. WAITING: it was lost or is not needed; the next attempt comes by itself. */
export type LiveState = 'CONNECTING' | 'OPEN' | 'WAITING';

export interface LiveHandlers<Data> {
  readonly onData: (data: Data) => void;
  /** The service has refused the subscription; it is over. A line that breaks is no error: see `onState`. */
  readonly onError?: (error: ReflexbogenError) => void;
  /** At once with the state as it is, then whenever it changes. */
  readonly onState?: (state: LiveState) => void;
}

/** Subscriptions over one WebSocket (graphql-transport-ws), which is opened again for as long as anybody listens. */
export interface Live {
  /**
   * Begins a subscription and keeps it: after every break it is begun anew.
   * @param variables a function is asked at each beginning, e.g. for the cursor from which it goes on
   * @returns ends the subscription
   */
  subscribe<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables | (() => Variables),
    handlers: LiveHandlers<Data>,
  ): () => void;
  state(): LiveState;
  /** Attempts at once what would wait, e.g. after signing in again. */
  wake(): void;
  /** Ends everything. */
  close(): void;
}
