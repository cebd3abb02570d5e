import { Agent, request } from 'node:http';

/** No answer, or none that says what became of the request: it may have had its effect or not. */
export class Unanswered extends Error {}

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What a client repeats; everything else is a mistake of the test. */
const REPEATABLE = new Set(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']);

/** How a client talks: over kept connections as browsers do, or each request on its own, so that each meets its own fault. */
export interface Line {
  readonly agent: Agent;
  readonly timeoutMs: number;
}

export const keptLine = (timeoutMs = 10_000): Line => ({ agent: new Agent({ keepAlive: true }), timeoutMs });
export const singleLine = (timeoutMs = 10_000): Line => ({ agent: new Agent({ keepAlive: false }), timeoutMs });

/**
 * Sends one operation and reads the whole answer.
 * @throws Unanswered where the outcome is unknown; Error where the operation was refused as such
 */
export async function send<Data>(
  line: Line,
  port: number,
  token: string,
  query: string,
  variables: object,
): Promise<Data> {
  const text = await post(line, port, token, JSON.stringify({ query, variables }));
  let body: Body<Data>;
  try {
    body = JSON.parse(text) as Body<Data>;
  } catch {
    throw new Unanswered(`an answer that is no JSON: ${text.slice(0, 100)}`);
  }
  for (const { message, extensions } of body.errors ?? []) {
    if (REPEATABLE.has(extensions?.code ?? '')) throw new Unanswered(message);
    throw new Error(`${extensions?.code ?? 'no code'}: ${message}`);
  }
  if (body.data === undefined || body.data === null)
    throw new Unanswered(`an answer without data: ${text.slice(0, 200)}`);
  return body.data;
}

function post({ agent, timeoutMs }: Line, port: number, token: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const unanswered = (why: string) => reject(new Unanswered(why));
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: '/graphql',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', (error) => unanswered(error.message));
        incoming.on('end', () => {
          if (!incoming.complete) unanswered('the answer was cut');
          else if ((incoming.statusCode ?? 500) >= 500) unanswered(`HTTP ${incoming.statusCode}`);
          else resolve(Buffer.concat(chunks).toString());
        });
      },
    );
    outgoing.setTimeout(timeoutMs, () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    outgoing.on('error', (error) => unanswered(error.message));
    outgoing.end(body);
  });
}
