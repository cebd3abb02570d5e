import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@reflexbogen/testing';
import { OwnPostgres } from './postgres.js';
import { Replica } from './replica.js';

/**
 * Where the answers lie: in a database on the server of the whole test run, on a server of the test's own that may be killed
 * and frozen, or on the one that the service runs itself.
 */
export type DatabaseKind = 'SHARED' | 'OWN' | 'EMBEDDED';

export interface DeploymentOptions {
  readonly database: DatabaseKind;
  readonly replicas?: number;
  /** Of a server of the test's own. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Replicas of the built service on one database, in a folder of their own. */
export class Deployment {
  private constructor(
    readonly folder: string,
    readonly replicas: readonly Replica[],
    readonly postgres: OwnPostgres | null,
    /** Of the superuser, for looking behind the service. The embedded server may move to another port. */
    readonly databaseUrl: () => string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async create({ database, replicas = 2, settings }: DeploymentOptions): Promise<Deployment> {
    const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-faults-'));
    const dataDir = join(folder, 'data');
    const own = database === 'OWN' ? await OwnPostgres.create(join(folder, 'server'), settings) : null;
    const shared = database === 'SHARED' ? await createTestDatabase() : null;
    const url = own?.ownerUrl ?? shared?.ownerUrl ?? null;
    const names = Array.from({ length: database === 'EMBEDDED' ? 1 : replicas }, (_, index) => `replica-${index + 1}`);
    const deployment = new Deployment(
      folder,
      await Promise.all(names.map((name) => Replica.create(name, dataDir, url))),
      own,
      () => url ?? embeddedUrl(dataDir),
      async () => {
        await own?.stop();
        await shared?.drop();
      },
    );
    try {
      // The first one makes the schema and the issuer's key; the others find them.
      for (const replica of deployment.replicas) await replica.start();
      return deployment;
    } catch (error) {
      await deployment.stop();
      throw error;
    }
  }

  get ports(): readonly number[] {
    return this.replicas.map(({ port }) => port);
  }

  /** A replica by its place. */
  replica(index: number): Replica {
    const replica = this.replicas[index];
    if (replica === undefined) throw new Error(`there is no replica ${index}`);
    return replica;
  }

  /** Process id of the embedded server's postmaster; null while there is none. */
  embeddedPid(): number | null {
    return Number(postmasterFile(join(this.folder, 'data'))[0]) || null;
  }

  async stop(): Promise<void> {
    this.postgres?.thaw();
    await Promise.all(this.replicas.filter((replica) => replica.isRunning()).map((replica) => replica.stop()));
    await this.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Process id, ..., port in its fourth line; empty while the server is down. */
function postmasterFile(dataDir: string): readonly string[] {
  const file = join(dataDir, 'postgres/cluster/postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

function embeddedUrl(dataDir: string): string {
  const { owner } = JSON.parse(readFileSync(join(dataDir, 'postgres.password'), 'utf8')) as { owner: string };
  return `postgres://postgres:${owner}@127.0.0.1:${postmasterFile(dataDir)[3]}/reflexbogen`;
}
