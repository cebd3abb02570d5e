import { createClient } from './create-client.js';
import { UnreachableError } from './errors.js';
import { SaveAnswersDocument, SubmitResponseDocument, ViewerDocument } from './generated/operations.js';

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
