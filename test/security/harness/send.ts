export interface Reply {
  readonly status: number;
  readonly text: string;
  /** Codes of its errors, in order. */
  readonly codes: readonly string[];
  readonly limit: unknown;
}

/** Against requests that never end, not a measure of speed. */
const HANGS_MS = 60_000;

/** Sends a body to the GraphQL endpoint as JSON. @throws TimeoutError where nobody answers */
export async function send(url: string, body: string, token?: string): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(HANGS_MS),
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const text = await response.text();
  return { status: response.status, text, ...errorsIn(text) };
}

export const ask = (url: string, query: string, variables: object = {}, token?: string): Promise<Reply> =>
  send(url, JSON.stringify({ query, variables }), token);

function errorsIn(text: string): Pick<Reply, 'codes' | 'limit'> {
  const { errors = [] } = JSON.parse(text) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly limit?: unknown } }[];
  };
  return { codes: errors.map(({ extensions }) => extensions?.code ?? ''), limit: errors[0]?.extensions?.limit };
}
