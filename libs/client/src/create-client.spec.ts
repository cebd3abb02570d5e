import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { createClient, type Client } from './create-client.js';
import { UnreachableError } from './errors.js';
import { SaveAnswersDocument, SeriesDocument, SubmitResponseDocument, ViewerDocument } from './generated/operations.js';

const answer = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const viewer = { data: { viewer: null } };
const saved = { data: { saveAnswers: { response: null, saved: [], conflicts: [], errors: [] } } };
const input = { response: 'r', idempotencyKey: 'k', answers: [] };

/** A fetch that gives the outcomes in turn and counts its calls. */
function scripted(...outcomes: (Response | Error)[]) {
  const bodies: string[] = [];
  const fetch = ((_url: string, init: RequestInit) => {
    bodies.push(String(init.body as string));
    const outcome = outcomes.shift();
    if (outcome === undefined) throw new Error('called once too often');
    return outcome instanceof Response ? Promise.resolve(outcome) : Promise.reject(outcome);
  }) as typeof globalThis.fetch;
  return { fetch, bodies };
}
const clientWith = (fetch: typeof globalThis.fetch) =>
  createClient({ url: 'http://service/graphql', fetch, backoff: 1, retries: 2 });
const lost = () => new TypeError('fetch failed');

describe('repeating requests', () => {
  it('repeats a query until an answer comes', async () => {
    const { fetch, bodies } = scripted(lost(), answer({}, 503), answer(viewer));
    await expect(clientWith(fetch).request(ViewerDocument, {})).resolves.toEqual(viewer.data);
    expect(bodies).toHaveLength(3);
  });

  it('gives up after the last attempt', async () => {
    const { fetch, bodies } = scripted(lost(), lost(), lost());
    await expect(clientWith(fetch).request(ViewerDocument, {})).rejects.toBeInstanceOf(UnreachableError);
    expect(bodies).toHaveLength(3);
  });

  it('repeats a mutation with an idempotency key, with the same key', async () => {
    const { fetch, bodies } = scripted(lost(), answer(saved));
    await clientWith(fetch).request(SaveAnswersDocument, { input });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('never repeats a mutation without one', async () => {
    const { fetch, bodies } = scripted(lost());
    await expect(
      clientWith(fetch).request(SubmitResponseDocument, { input: { response: 'r' } }),
    ).rejects.toBeInstanceOf(UnreachableError);
    expect(bodies).toHaveLength(1);
  });
});

describe('a line on which nothing comes', () => {
  /** Never answers before its request is ended; then the outcomes in turn. */
  const silentFirst = (...outcomes: Response[]) => {
    const { fetch, bodies } = scripted(...outcomes);
    let calls = 0;
    const silent = ((url: string, init: RequestInit) => {
      calls += 1;
      if (calls > 1) return fetch(url, init);
      return new Promise((_resolve, reject) => {
        const end = () => reject(new DOMException('ended', 'AbortError'));
        if (init.signal?.aborted === true) end();
        else init.signal?.addEventListener('abort', end);
      });
    }) as typeof globalThis.fetch;
    return { client: createClient({ url: 'http://service/graphql', fetch: silent, backoff: 1, patience: 20 }), bodies };
  };

  it('counts as lost: what may be repeated is', async () => {
    const { client, bodies } = silentFirst(answer(saved));
    await client.request(SaveAnswersDocument, { input });
    expect(bodies).toHaveLength(1);
  });

  it('counts as lost: what may not be repeated is refused, and told so', async () => {
    const { client, bodies } = silentFirst();
    await expect(client.request(SubmitResponseDocument, { input: { response: 'r' } })).rejects.toThrow(
      UnreachableError,
    );
    expect(bodies).toHaveLength(0);
  });

  it('is still ended by the caller', async () => {
    const { client } = silentFirst();
    const ended = new AbortController();
    const request = client.request(ViewerDocument, {}, { signal: ended.signal });
    ended.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('errors', () => {
  it.each([
    ['a GraphQL error', answer({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }), 'FORBIDDEN'],
    ['a page of a proxy', new Response('<html>', { status: 500 }), 'UNKNOWN'],
  ])('names the code of %s', async (_name, response, code) => {
    await expect(clientWith(scripted(response).fetch).request(ViewerDocument, {})).rejects.toMatchObject({
      name: 'ReflexbogenError',
      code,
    });
  });
});

describe('the caller ends a request', () => {
  it.each(['AbortError', 'TimeoutError'])('by %s, and it is not repeated', async (name) => {
    const { fetch, bodies } = scripted(new DOMException('ended', name));
    await expect(clientWith(fetch).request(ViewerDocument, {})).rejects.toMatchObject({ name });
    expect(bodies).toHaveLength(1);
  });
});

describe('downloads', () => {
  it('never send the token to another origin', async () => {
    const { fetch, bodies } = scripted();
    await expect(clientWith(fetch).download('http://elsewhere/package.zip')).rejects.toThrow(/http:\/\/service/);
    expect(bodies).toHaveLength(0);
  });
});

describe('a token that has run out', () => {
  const refused = () => answer({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }, 401);
  const asking = (...outcomes: Response[]) => {
    const demands: boolean[] = [];
    const { fetch, bodies } = scripted(...outcomes);
    const client = createClient({
      url: 'http://service/graphql',
      fetch,
      token: ({ refresh }) => {
        demands.push(refresh);
        return refresh ? 'new' : 'old';
      },
    });
    return { client, demands, bodies };
  };

  it('is asked for anew, and the request repeated with it, mutations too', async () => {
    const { client, demands, bodies } = asking(refused(), answer(saved));
    await client.request(SubmitResponseDocument, { input: { response: 'r' } });
    expect(demands).toEqual([false, true]);
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('is asked for anew once, and then the refusal stands', async () => {
    const { client, demands } = asking(refused(), refused());
    await expect(client.request(ViewerDocument, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(demands).toEqual([false, true]);
  });

  it('is asked for anew once for all requests that wait for it', async () => {
    const { client, demands } = asking(refused(), refused(), answer(viewer), answer(viewer));
    await Promise.all([client.request(ViewerDocument, {}), client.request(ViewerDocument, {})]);
    expect(demands.filter((refresh) => refresh)).toHaveLength(1);
  });
});

describe('one request too many', () => {
  const tooMany = (seconds?: string) =>
    new Response('', { status: 429, ...(seconds === undefined ? {} : { headers: { 'retry-after': seconds } }) });

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['a query', (client) => client.request(ViewerDocument, {})],
    [
      'a mutation, of which nothing was done',
      (client) => client.request(SubmitResponseDocument, { input: { response: 'r' } }),
    ],
  ])('is repeated: %s', async (_name, ask) => {
    const { fetch, bodies } = scripted(tooMany('0'), answer(viewer));
    await ask(clientWith(fetch));
    expect(bodies).toHaveLength(2);
  });

  it.each([
    ['after the last attempt', [tooMany(), tooMany(), tooMany()], 3],
    ['where the service asks for more patience than a person has', [tooMany('3600')], 1],
  ])('is given up %s', async (_name, outcomes, calls) => {
    const { fetch, bodies } = scripted(...outcomes);
    await expect(clientWith(fetch).request(ViewerDocument, {})).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(bodies).toHaveLength(calls);
  });

  it('is not repeated where the body was a stream', async () => {
    const { fetch, bodies } = scripted(tooMany('0'));
    await expect(clientWith(fetch).upload(new ReadableStream<Uint8Array>())).rejects.toMatchObject({ status: 429 });
    expect(bodies).toHaveLength(1);
  });
});

describe('sending hashes', () => {
  const hashing = (fetch: typeof globalThis.fetch) =>
    createClient({ url: 'http://service/graphql', fetch, sendHashes: true });
  const keysOf = (body: string | undefined) => Object.keys(JSON.parse(body ?? '') as object);

  it('sends the identifier that the manifest has, and no text', async () => {
    const { fetch, bodies } = scripted(answer(viewer));
    await hashing(fetch).request(ViewerDocument, {});
    const { documentId } = JSON.parse(bodies[0] ?? '') as { documentId: string };
    const manifest = JSON.parse(readFileSync(new URL('../trusted-documents.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >;
    expect(keysOf(bodies[0])).toEqual(['documentId', 'variables']);
    expect(manifest[documentId]).toBe(ViewerDocument.toString().trim());
  });

  it('sends the text where the service is of another version', async () => {
    const unknown = answer({ errors: [{ message: 'no', extensions: { code: 'DOCUMENT_NOT_FOUND' } }] }, 404);
    const { fetch, bodies } = scripted(unknown, answer(viewer));
    await expect(hashing(fetch).request(ViewerDocument, {})).resolves.toEqual(viewer.data);
    expect(bodies.map(keysOf)).toEqual([
      ['documentId', 'variables'],
      ['query', 'variables'],
    ]);
  });

  it('sends the text where the page cannot hash', async () => {
    const { fetch, bodies } = scripted(answer(viewer));
    const crypto = jest.replaceProperty(globalThis, 'crypto', {} as Crypto);
    try {
      await hashing(fetch).request(SeriesDocument, { study: 's', question: 'q' });
    } finally {
      crypto.restore();
    }
    expect(bodies.map(keysOf)).toEqual([['query', 'variables']]);
  });
});
