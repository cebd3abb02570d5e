import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { BoundedPool, type PoolBounds } from './bounded-pool.js';
import { ENTITIES } from './entities/index.js';
import { MIGRATIONS } from './migrations/index.js';
import { PostgresNamingStrategy } from './naming-strategy.js';
import { ScopedClient } from './scoped-client.js';

export interface DataSourceSettings {
  readonly url: string;
  /** Connections in the pool; default 10. */
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** How many wait for a connection, and for how long; default as the number of connections says. */
  readonly bounds?: PoolBounds;
  /** Milliseconds that statements take at most; default 60 seconds for each, 5 for a lock. 0: no end, for migrations. */
  readonly timeouts?: StatementTimeouts;
  /** Whether statements outside of every scope see all rows: for migrations and tools, never for the service. Default false. */
  readonly seesAll?: boolean;
  readonly onPoolError?: (error: Error) => void;
}

export interface StatementTimeouts {
  readonly statementMs: number;
  readonly lockMs: number;
  /** Between two statements of a transaction. */
  readonly idleMs: number;
}

/** Nobody waits longer for an answer; what may take longer (imports, loading columns) says so in its transaction. */
const TIMEOUTS: StatementTimeouts = { statementMs: 60_000, lockMs: 5_000, idleMs: 60_000 };
/** Work that waits for other replicas and rewrites tables. */
export const WITHOUT_TIMEOUTS: StatementTimeouts = { statementMs: 0, lockMs: 0, idleMs: 0 };

/** A setting of the session, in place of those of its transactions. */
function seeingAll(address: string): string {
  const url = new URL(address);
  const options = [url.searchParams.get('options'), `-c reflexbogen.reach=SERVICE`];
  url.searchParams.set('options', options.filter((option) => option !== null).join(' '));
  return url.toString();
}

/** Options shared by the service, the migration runner and the tests. `synchronize` is never on. */
export const dataSourceOptions = ({ timeouts = TIMEOUTS, ...settings }: DataSourceSettings): DataSourceOptions => ({
  type: 'postgres',
  url: settings.seesAll === true ? seeingAll(settings.url) : settings.url,
  entities: ENTITIES,
  migrations: MIGRATIONS,
  migrationsTableName: 'schema_migration',
  namingStrategy: new PostgresNamingStrategy(),
  synchronize: false,
  logging: false,
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  poolSize: settings.poolSize ?? 10,
  applicationName: settings.applicationName ?? 'reflexbogen',
  // An idle connection that the server closes must not end the process.
  poolErrorHandler: settings.onPoolError ?? (() => undefined),
  driver: { ...pg, Pool: BoundedPool },
  extra: {
    Client: ScopedClient,
    ...(settings.bounds === undefined ? {} : { bounds: settings.bounds }),
    statement_timeout: timeouts.statementMs,
    lock_timeout: timeouts.lockMs,
    idle_in_transaction_session_timeout: timeouts.idleMs,
  },
});

export const createDataSource = (settings: DataSourceSettings): DataSource =>
  new DataSource(dataSourceOptions(settings));
