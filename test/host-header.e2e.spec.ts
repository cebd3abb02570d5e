import { connect } from 'node:net';
import { startTestApi, type TestApi } from './harness/api.js';

describe('the Host header', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  /** Clients of the platform send no such headers. */
  const statusFor = (host: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const body = '{"query":"{ __typename }"}';
      const { hostname, port } = new URL(api.url);
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket
        .on('data', (chunk: Buffer) => (answer += chunk.toString()))
        .on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
        .on('error', reject)
        .write(
          `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
        );
    });

  it.each(['a b', '[::1', 'x:99999', '%', '@:', 'a/b\\c d'])('that is none is refused: %s', async (host) => {
    expect(await statusFor(host)).toBe('HTTP/1.1 400 Bad Request');
  });

  it.each(['localhost', '127.0.0.1:80', '[::1]:8080', 'sheets.example.org'])('is any name: %s', async (host) => {
    expect(await statusFor(host)).toBe('HTTP/1.1 200 OK');
  });
});
