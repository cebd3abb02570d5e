/** As little client as possible: one connection, requests made of ready bytes, one at a time. */
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** @returns `send(request)` giving the body's bytes; `request(query, variables)` makes the bytes */
export async function openClient(url, { path = '/graphql', token } = {}) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting = null;
  let received = [];
  let length = 0;
  let end = -1;
  let start = -1;
  socket.on('data', (chunk) => {
    received.push(chunk);
    length += chunk.length;
    if (end < 0) {
      const all = received.length === 1 ? chunk : Buffer.concat(received);
      received = [all];
      const at = all.indexOf(HEAD_END);
      if (at < 0) return;
      const head = all.toString('latin1', 0, at);
      const size = /content-length: (\d+)/i.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200') || size === undefined) {
        waiting?.reject(new Error(`unexpected answer: ${all.toString('utf8').slice(0, 2000)}`));
        return;
      }
      start = at + 4;
      end = start + Number(size);
    }
    if (length < end) return;
    const body = Buffer.concat(received).subarray(start, end);
    received = [];
    length = 0;
    end = -1;
    const done = waiting;
    waiting = null;
    done?.resolve(body);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the service closed the connection')));
  return {
    request(query, variables) {
      const body = JSON.stringify({ query, variables });
      const head = [
        `POST ${path} HTTP/1.1`,
        `host: ${hostname}:${port}`,
        'content-type: application/json',
        'accept: application/json',
        ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
        `content-length: ${Buffer.byteLength(body)}`,
      ];
      return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
    },
    send: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(bytes);
      }),
    close: () => socket.destroy(),
  };
}
