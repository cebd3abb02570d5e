import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** Somebody who listens to a stream. */
export interface Listener {
  /** Everything that was told, as JSON. */
  readonly told: readonly string[];
  /** Resolves when something of a kind was told beyond the first ones. */
  readonly heard: (kind: RegExp, beyond: number) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Opens a socket of its own with one subscription on it; a refusal ends it without a word. */
export function listenTo(url: string, query: string, variables: object, token: string | undefined): Listener {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const told: string[] = [];
  let hear = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => resolve(hear());
    client.subscribe(
      { query, variables: { ...variables } },
      { next: (value) => void (told.push(JSON.stringify(value)), hear()), error: end, complete: end },
    );
  });
  return {
    told,
    heard: async (kind, beyond) => {
      while (!told.slice(beyond).some((message) => kind.test(message)))
        await new Promise<void>((resolve) => (hear = resolve));
    },
    leave: async () => {
      await client.dispose();
      await ended;
    },
  };
}
