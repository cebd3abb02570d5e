import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { EmbeddedServerError, findBinaries } from './binaries.js';
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server.js';

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the server is killed beneath it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Repeats until it succeeds: a server that recovers refuses connections for a moment. */
async function eventually<T>(work: () => Promise<T>, milliseconds = 30_000): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const idsOf = (url: string): Promise<number[]> =>
  withClient(url, async (client) =>
    (await client.query<{ id: number }>('SELECT id FROM kept ORDER BY id')).rows.map(({ id }) => id),
  );

/** Commits one row after another until the server is gone. @returns the ids that were acknowledged */
const commitUntilKilled = (url: string, kill: () => void): Promise<number[]> =>
  withClient(url, async (client) => {
    const acknowledged: number[] = [];
    for (let id = 1; ; id += 1) {
      try {
        await client.query('INSERT INTO kept VALUES ($1)', [id]);
      } catch {
        return acknowledged;
      }
      acknowledged.push(id);
      if (id === 200) kill();
    }
  });

describe('embedded server', () => {
  let dataDir: string;
  let server: EmbeddedServer;
  const notices: string[] = [];
  const start = () => startEmbeddedServer({ dataDir, onNotice: (notice) => notices.push(notice) });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'reflexbogen-embedded-'));
    server = await start();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A service of its own on the same folder, in another process. */
  async function startElsewhere(): Promise<{ holder: ChildProcess; pid: number; url: string }> {
    const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
    const script = `
      const { startEmbeddedServer } = await import(${JSON.stringify(built)});
      const server = await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)} });
      process.stdout.write(JSON.stringify({ pid: server.pid(), url: server.ownerUrl }));
      setInterval(() => undefined, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(holder.stdout, 'data')) as [Buffer];
    return { holder, ...(JSON.parse(output.toString()) as { pid: number; url: string }) };
  }

  it('listens on loopback only, asks for a password, and may lose nothing', async () => {
    const rows = await withClient(
      server.ownerUrl,
      async (client) =>
        (
          await client.query<{ name: string; setting: string }>(
            `SELECT name, setting FROM pg_settings
           WHERE name IN ('listen_addresses', 'unix_socket_directories', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding')`,
          )
        ).rows,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
    });
    const stranger = new URL(server.ownerUrl);
    stranger.password = 'wrong';
    await expect(withClient(stranger.toString(), () => Promise.resolve())).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('keeps its passwords and data to itself', () => {
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, 'postgres/cluster')).mode & 0o077).toBe(0);
  });

  it('comes back on the same port after kill -9, with every acknowledged commit', async () => {
    await withClient(server.ownerUrl, (client) => client.query('CREATE TABLE kept (id integer PRIMARY KEY)'));
    const before = server.pid();
    const acknowledged = await commitUntilKilled(server.ownerUrl, () => process.kill(before, 'SIGKILL'));
    const kept = await eventually(() => idsOf(server.ownerUrl));
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    // At most the one commit in flight was done without being acknowledged.
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
    expect(server.pid()).not.toBe(before);
    expect(notices).toContain('the database server ended unexpectedly; starting it again');
  });

  it('refuses a second start on the folder, naming the way out, and leaves the first alone', async () => {
    await expect(start()).rejects.toThrow(/in use by another service \(process \d+\).*DATA_DIR/);
    expect((await idsOf(server.ownerUrl)).length).toBeGreaterThanOrEqual(200);
  });

  it('stops, and starts again with its data', async () => {
    const before = await idsOf(server.ownerUrl);
    const pid = server.pid();
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    await server.stop(); // twice does no harm
    server = await start();
    expect(await idsOf(server.ownerUrl)).toEqual(before);
  });

  it('ends when its Node is killed, and the next start recovers', async () => {
    const before = await idsOf(server.ownerUrl);
    await server.stop();
    const { holder, pid, url } = await startElsewhere();
    await withClient(url, (client) => client.query('INSERT INTO kept VALUES (100000)'));
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    server = await start();
    expect(isAlive(pid)).toBe(false);
    expect(await idsOf(server.ownerUrl)).toEqual([...before, 100_000]);
  });

  it('ends a server that was left behind without its watchdog', async () => {
    const before = await idsOf(server.ownerUrl);
    await server.stop();
    const { holder, pid } = await startElsewhere();
    const watchdog = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[3]);
    process.kill(watchdog, 'SIGKILL');
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    const orphan = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0];
    server = await start();
    expect(server.pid()).not.toBe(Number(orphan));
    expect(await idsOf(server.ownerUrl)).toEqual(before);
  });

  it('says that its password is missing', async () => {
    const other = mkdtempSync(join(tmpdir(), 'reflexbogen-embedded-'));
    try {
      await (await startEmbeddedServer({ dataDir: other })).stop();
      rmSync(join(other, 'postgres.password'));
      await expect(startEmbeddedServer({ dataDir: other })).rejects.toThrow(/postgres\.password is missing/);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('says on an unknown platform that there is no server, and the way out', () => {
    expect(() => findBinaries('aix', 'ppc64')).toThrow(EmbeddedServerError);
    expect(() => findBinaries('aix', 'ppc64')).toThrow(/aix-ppc64.*DATABASE_URL/);
  });
});

describe('embedded server whose data cannot be read', () => {
  it('says why, with the end of its log', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'reflexbogen-embedded-'));
    try {
      await expect(
        startEmbeddedServer({ dataDir, settings: { no_such_setting: 'on' }, readyMs: 3000 }),
      ).rejects.toThrow(/no_such_setting/);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
