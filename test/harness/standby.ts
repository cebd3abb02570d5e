import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  clusterOf,
  passwordFileOf,
  placeBase,
  prepareDatabase,
  startEmbeddedServer,
  writeBaseBackup,
  type EmbeddedServer,
} from '@reflexbogen/persistence';
import { Client } from 'pg';

/** A server, and another one that streams from it: real PostgreSQL both, made of the embedded programs. */
export interface ReplicatedServer {
  readonly primary: EmbeddedServer;
  readonly standby: EmbeddedServer;
  /** The standby receives on, but shows nothing of what it receives. */
  readonly pauseReplay: () => Promise<void>;
  readonly resumeReplay: () => Promise<void>;
  readonly stopStandby: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

async function asOwner(server: EmbeddedServer, sql: string): Promise<void> {
  const client = new Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export async function startReplicatedServer(): Promise<ReplicatedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-standby-'));
  const dataDir = join(folder, 'primary');
  const primary = await startEmbeddedServer({ dataDir, settings: { wal_keep_size: '512MB', wal_sender_timeout: '0' } });
  await prepareDatabase({ ownerUrl: primary.ownerUrl, appPassword: primary.appPassword });
  const base = join(folder, 'base');
  await writeBaseBackup({
    ownerUrl: primary.ownerUrl,
    cluster: clusterOf(dataDir),
    folder: base,
    files: [passwordFileOf(dataDir)],
    waitForArchive: false,
  });
  const standbyDir = join(folder, 'standby');
  placeBase(base, standbyDir);
  const { port, username, password } = new URL(primary.ownerUrl);
  const cluster = clusterOf(standbyDir);
  writeFileSync(join(cluster, 'standby.signal'), '');
  appendFileSync(
    join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\nhot_standby_feedback = on\n`,
  );
  const standby = await startEmbeddedServer({ dataDir: standbyDir });
  let isStopped = false;
  const stopStandby = async (): Promise<void> => {
    if (!isStopped) await standby.stop();
    isStopped = true;
  };
  return {
    primary,
    standby,
    pauseReplay: () => asOwner(standby, 'SELECT pg_wal_replay_pause()'),
    resumeReplay: () => asOwner(standby, 'SELECT pg_wal_replay_resume()'),
    stopStandby,
    stop: async () => {
      await stopStandby();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
