import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { BoundedPool } from './bounded-pool.js';
import { ScopedClient } from './scoped-client.js';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const AUTHENTICATION_OK = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const SHUTDOWN = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'),
);

describe('a connection whose server ends', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      // In one go: let in, and ended.
      socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATION_OK, READY, SHUTDOWN])));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  // Seen red without the listener in the constructor: the error that nobody hears ends the process, as kill -9 of PostgreSQL's first
  // process did once in some two hundred times on a busy machine.
  it('as soon as it has let somebody in is found out by whoever uses it, and not kept', async () => {
    const { port } = server.address() as AddressInfo;
    const pool = new BoundedPool({
      connectionString: `postgres://somebody@127.0.0.1:${port}/x`,
      Client: ScopedClient,
      max: 1,
    });
    for (let turn = 0; turn < 3; turn += 1) {
      const client = await pool.connect();
      await expect(client.query('SELECT 1')).rejects.toThrow('not queryable');
      client.release();
      expect(pool.totalCount).toBe(0);
    }
    await pool.end();
  });
});
