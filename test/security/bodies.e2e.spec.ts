import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../apps/api/src/graphql/limits/limits.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { figure, isComplete } from '../faults/harness/sizes.js';
import { heldBytes } from './harness/held-bytes.js';

const SLOW_SOCKETS = isComplete ? 200 : 40;

interface Sent {
  readonly status: number;
  readonly code: string | undefined;
  readonly limit: unknown;
  readonly data: unknown;
}

/**
 * Bodies before anybody parses them. Each refusal has its counterpart that passes.
 */
describe('bodies of requests', () => {
  let api: TestApi;
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    api = await startTestApi();
    for (const role of [Role.ANALYST, Role.DESIGNER]) tokens.set(role, await api.token(role));
  });
  afterAll(() => api.stop());

  async function send(body: BodyInit, headers: Readonly<Record<string, string>> = {}, role?: Role): Promise<Sent> {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(role === undefined ? {} : { authorization: `Bearer ${tokens.get(role) ?? ''}` }),
        ...headers,
      },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });
    const answer = (await response.json()) as {
      data?: unknown;
      errors?: { extensions?: { code?: string; limit?: unknown } }[];
    };
    const extensions = answer.errors?.[0]?.extensions;
    return { status: response.status, code: extensions?.code, limit: extensions?.limit, data: answer.data };
  }

  const padded = (query: string, bytes: number, variables: object = {}): string => {
    const bare = JSON.stringify({ query, variables, padding: '' });
    return JSON.stringify({ query, variables, padding: 'x'.repeat(bytes - bare.length) });
  };
  const chunked = (text: string): ReadableStream =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < text.length; at += 65_536)
          controller.enqueue(new TextEncoder().encode(text.slice(at, at + 65_536)));
        controller.close();
      },
    });
  const VIEWER = '{ viewer { roles } }';
  const SAVE = 'mutation ($input: SaveQuestionSetInput!) { saveQuestionSet(input: $input) { __typename } }';

  it('may have as many bytes as allowed, declared or in chunks', async () => {
    for (const body of [padded(VIEWER, LIMITS.BODY_BYTES), chunked(padded(VIEWER, LIMITS.BODY_BYTES))])
      expect(await send(body)).toMatchObject({ status: 200, code: undefined });
  });

  it.each([
    ['one byte more', () => padded(VIEWER, LIMITS.BODY_BYTES + 1)],
    ['one byte more in chunks', () => chunked(padded(VIEWER, LIMITS.BODY_BYTES + 1))],
    ['50 MB', () => padded(VIEWER, 50 * 1_048_576)],
  ])('may not have %s', async (_name, body) => {
    const refused = await send(body()).catch((error: unknown) => connectionEnd(error));
    if (refused !== 'cut off')
      expect(refused).toMatchObject({ status: 413, code: 'LIMIT_BODY_BYTES', limit: LIMITS.BODY_BYTES });
  });

  it('may have more bytes for what is large by nature, by whom it is for alone', async () => {
    const bytes = 3 * LIMITS.BODY_BYTES;
    const input = { id: crypto.randomUUID(), version: 1, document: { sections: [], scales: [] } };

    const designer = await send(padded(SAVE, bytes, { input }), {}, Role.DESIGNER);
    const reading = await send(padded(VIEWER, bytes), {}, Role.DESIGNER);
    const analyst = await send(padded(SAVE, bytes, { input }), {}, Role.ANALYST);
    const nobody = await send(padded(SAVE, bytes, { input }));
    const document = await send(
      JSON.stringify({ query: `#${'x'.repeat(bytes)}\n${SAVE}`, variables: { input } }),
      {},
      Role.DESIGNER,
    );

    expect(designer).toMatchObject({ status: 200, code: undefined });
    for (const refused of [reading, analyst, nobody])
      expect(refused).toMatchObject({ status: 413, code: 'LIMIT_BODY_BYTES' });
    expect(document).toMatchObject({ status: 413, code: 'LIMIT_DOCUMENT_BYTES' });
  });

  it('are not inflated: a bomb stays as small as it came', async () => {
    const bomb = gzipSync(Buffer.alloc(isComplete ? 1_073_741_824 : 67_108_864, 0x20));
    await heldBytes();
    const before = process.memoryUsage().rss;
    for (const encoding of ['gzip', 'deflate', 'br', 'GZIP', 'gzip, gzip', 'identity, gzip', 'x-gzip', 'zstd'])
      expect(
        await send(new Uint8Array(bomb.subarray(0, LIMITS.BODY_BYTES)), { 'content-encoding': encoding }),
      ).toMatchObject({
        status: 415,
        code: 'UNSUPPORTED_ENCODING',
      });
    expect(await send(JSON.stringify({ query: VIEWER }), { 'content-encoding': 'identity' })).toMatchObject({
      status: 200,
    });
    await heldBytes();
    const grown = process.memoryUsage().rss - before;
    figure('gzip bombs', 'memory grown, MB', Math.max(0, Math.round(grown / 1_048_576)));
    expect(grown).toBeLessThan(50 * 1_048_576);
  });

  it('that nobody finishes are cut off while others are served', async () => {
    const port = Number(new URL(api.url).port);
    const slow = (start: string) =>
      Array.from({ length: SLOW_SOCKETS }, () => {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(start);
        return socket;
      });
    const sockets = [
      ...slow('POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
      ...slow(
        'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
      ),
    ];
    const drip = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write(' ')), 1_000);
    try {
      for (let request = 0; request < 20; request += 1)
        expect(await send(JSON.stringify({ query: VIEWER }))).toMatchObject({ status: 200 });
      await Promise.all(sockets.map(closed));
    } finally {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    }
    figure('slow-loris', 'sockets cut off', sockets.length);
  });
});

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
    socket.resume();
  });

/** A server that has answered need not read the rest: the one who still sends may see the line cut instead of the answer. */
function connectionEnd(error: unknown): 'cut off' {
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined;
  if (cause?.code === 'ECONNRESET' || cause?.code === 'EPIPE' || cause?.code === 'UND_ERR_SOCKET') return 'cut off';
  throw error;
}
