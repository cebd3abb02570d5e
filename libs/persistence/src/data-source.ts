import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import { MIGRATIONS } from './migrations/index.js';
import { PostgresNamingStrategy } from './naming-strategy.js';

export interface DataSourceSettings {
  readonly url: string;
  /** Connections in the pool; default 10. */
  readonly poolSize?: number;
  readonly applicationName?: string;
  readonly onPoolError?: (error: Error) => void;
}

/** Options shared by the service, the migration runner and the tests. `synchronize` is never on. */
export const dataSourceOptions = (settings: DataSourceSettings): DataSourceOptions => ({
  type: 'postgres',
  url: settings.url,
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
  extra: { statement_timeout: 0, idle_in_transaction_session_timeout: 60_000, connectionTimeoutMillis: 10_000 },
});

export const createDataSource = (settings: DataSourceSettings): DataSource =>
  new DataSource(dataSourceOptions(settings));
