import { Client } from 'pg';
import { applicationRole, type ApplicationRole } from './application-role.js';
import { MIGRATIONS } from './migrations/index.js';
import { checkServer, UnsuitableServerError } from './server-check.js';

/** A database server as an operator wants to know it. */
export interface DatabaseExamination {
  readonly version: string;
  /** Milliseconds by which the server's clock is ahead of ours; half the way there and back is taken off. */
  readonly clockMs: number;
  /** Why the service would not start on it; null where it would. */
  readonly refusal: string | null;
  readonly warnings: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly maxConnections: number;
  readonly bytes: number;
  /** Migrations of this version that are not there yet; all of them in a database that is empty. */
  readonly missingMigrations: readonly string[];
  /** Migrations there that this version does not know: a later version has been at work. */
  readonly unknownMigrations: readonly string[];
  /** The role that the service works as; null where it is not there yet. */
  readonly application: ApplicationRole | null;
  /** Tables with rows of municipalities that row level security does not hold, with their schema. */
  readonly unguardedTables: readonly string[];
}

const SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'archive_mode', 'wal_level'];
const PATIENCE_MS = 5_000;

/** Looks and changes nothing. @throws where the server does not answer */
export async function examineDatabase(url: string): Promise<DatabaseExamination> {
  const client = new Client({
    connectionString: url,
    application_name: 'reflexbogen-doctor',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    await client.query('SET default_transaction_read_only = on');
    const asked = Date.now();
    const { rows } = await client.query<{ version: string; now: Date; bytes: string; connections: string }>(
      `SELECT current_setting('server_version') AS version, clock_timestamp() AS now,
              pg_database_size(current_database()) AS bytes, current_setting('max_connections') AS connections`,
    );
    const answered = Date.now();
    const [row] = rows;
    if (row === undefined) throw new Error('a SELECT without FROM has a row');
    const settings = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name',
      [SETTINGS],
    );
    const verdict = await verdictOf(client);
    const applied = await appliedMigrations(client);
    const known: readonly string[] = MIGRATIONS.map(({ name }) => name);
    return {
      version: row.version,
      clockMs: Math.round(row.now.getTime() - (asked + answered) / 2),
      ...verdict,
      settings: Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])),
      maxConnections: Number(row.connections),
      bytes: Number(row.bytes),
      missingMigrations: known.filter((name) => !applied.includes(name)),
      unknownMigrations: applied.filter((name) => !known.includes(name)),
      application: await applicationRole(client),
      unguardedTables: await unguardedTables(client),
    };
  } finally {
    await client.end();
  }
}

async function verdictOf(client: Client): Promise<Pick<DatabaseExamination, 'refusal' | 'warnings'>> {
  try {
    return { refusal: null, warnings: await checkServer(client) };
  } catch (error) {
    if (!(error instanceof UnsuitableServerError)) throw error;
    return { refusal: error.message, warnings: [] };
  }
}

async function appliedMigrations(client: Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ found: string | null }>(
    `SELECT to_regclass('public.schema_migration')::text AS found`,
  );
  if (tables[0]?.found === null) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY timestamp');
  return rows.map(({ name }) => name);
}

async function unguardedTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
