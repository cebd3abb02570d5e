import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { APPLICATION_ROLE, checkApplicationRole } from './application-role.js';
import { createDataSource, WITHOUT_TIMEOUTS } from './data-source.js';
import { translateDatabaseError } from './database-error.js';
import { isContractStep } from './migrations/contract-steps.js';
import { MIGRATIONS } from './migrations/index.js';
import { checkServer, majorVersion, UnsuitableServerError } from './server-check.js';

export interface PrepareOptions {
  /** Of a role that may create tables and roles: the owner of the schema. */
  readonly ownerUrl: string;
  /** Lets the application role sign in by itself. Without it the owner's connections take on the role (SET ROLE). */
  readonly appPassword?: string;
  /** Leaves out what replicas of the version before do not survive; see docs/upgrading.md. */
  readonly holdsBackContract?: boolean;
}

/** One lock for everything that changes the schema, over all replicas on this database. */
const SCHEMA_LOCK = 7_236_411;
const LOCK_RETRY_MS = 100;

/** What the application may do, table by table. What is not listed it may not. Immutable tables have no UPDATE and no DELETE. */
const GRANTS: Readonly<Record<string, string>> = {
  person: 'SELECT, INSERT, UPDATE (subject, name, email, locale, disabled_at, erased_at, sessions_from)',
  template: 'SELECT, INSERT, UPDATE (locales)',
  question: 'SELECT, INSERT',
  question_set: 'SELECT, INSERT, UPDATE (status, version, content_hash, published_at, published_by, modules)',
  section: 'SELECT, INSERT, DELETE',
  scale: 'SELECT, INSERT, DELETE',
  level: 'SELECT, INSERT, DELETE',
  question_revision: 'SELECT, INSERT, DELETE',
  study: 'SELECT, INSERT, UPDATE (package_hash, disclosure)',
  attribute: 'SELECT, INSERT',
  round: 'SELECT, INSERT, UPDATE (status, opens_at, closes_at, question_set_id)',
  municipality:
    'SELECT, INSERT, UPDATE (attributes_by_round, member_from, member_to, joined_because, left_because, carries_on)',
  response:
    'SELECT, INSERT, UPDATE (question_set_id, status, version, updated_at, events, event_hash, opened_at, invited_at)',
  answer: 'SELECT, INSERT, UPDATE (value, comment, revision, saved_at, saved_by, provenance)',
  submission: 'SELECT, INSERT',
  idempotency_key: 'SELECT, INSERT, DELETE',
  data_freeze: 'SELECT, INSERT, UPDATE (released_at, released_by, suppression)',
  data_freeze_round: 'SELECT, INSERT',
  question_set_version: 'SELECT, INSERT',
  module: 'SELECT, INSERT',
  module_revision: 'SELECT, INSERT',
  shared_scale_revision: 'SELECT, INSERT',
  archived_question: 'SELECT, INSERT',
  erased_subject: 'SELECT, INSERT, UPDATE (erased_at), DELETE',
  department: 'SELECT, INSERT, UPDATE (name), DELETE',
  round_extension: 'SELECT, INSERT, UPDATE (closes_at, reason, granted_at, granted_by), DELETE',
  sheet_event: 'SELECT, INSERT',
  study_event: 'SELECT, INSERT',
  audit_checkpoint: 'SELECT, INSERT',
  section_work: 'SELECT, INSERT, UPDATE (department, done_at, done_by, comment, revision)',
  sheet_query: 'SELECT, INSERT, UPDATE (status)',
  sheet_query_message: 'SELECT, INSERT',
  presence: 'SELECT, INSERT, UPDATE (section, seen_at), DELETE',
  mail: 'SELECT, INSERT, UPDATE (status, attempts, last_error, message_id, sent_at, secret, data)',
  'pgboss.version': 'SELECT, UPDATE (maintained_on)',
  'pgboss.queue': 'SELECT',
  'pgboss.job': 'SELECT, INSERT, UPDATE, DELETE',
  'pgboss.archive': 'SELECT, INSERT, DELETE',
  person_role: 'SELECT, INSERT, DELETE',
  sign_in_session: 'SELECT, INSERT, UPDATE (ended_at), DELETE',
  sign_in_link: 'SELECT, INSERT, UPDATE (used_at), DELETE',
  sign_in_request: 'SELECT, INSERT, DELETE',
  rate_budget: 'SELECT, INSERT, UPDATE (points, filled_at), DELETE',
  api_token: 'SELECT, INSERT, UPDATE (revoked_at, last_used_at), DELETE',
  schema_migration: 'SELECT',
};

export interface PreparedDatabase {
  /** Address under which the service works, as the application role. */
  readonly appUrl: string;
  /** What an operator should know about the server, without being a reason to refuse it. */
  readonly warnings: readonly string[];
}

/**
 * Makes a database ready: checks the server, runs the migrations, creates the application role and its grants. Replicas that
 * start at once wait for one another; the later ones find everything done.
 * @throws UnsuitableServerError where the server may lose answers, or the application role is out of reach or gets around row
 * level security
 */
export async function prepareDatabase({
  ownerUrl,
  appPassword,
  holdsBackContract = false,
}: PrepareOptions): Promise<PreparedDatabase> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'reflexbogen-migration' });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    const warnings = await checkServer(client);
    await takeSchemaLock(client);
    const dataSource = createDataSource({
      url: ownerUrl,
      poolSize: 1,
      applicationName: 'reflexbogen-migration',
      timeouts: WITHOUT_TIMEOUTS,
      // What fills columns anew has to see their rows.
      seesAll: true,
    });
    if (holdsBackContract)
      dataSource.setOptions({ migrations: MIGRATIONS.filter(({ name }) => !isContractStep(name)) });
    await dataSource.initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
    await grantRights(client, appPassword, await isOfLaterVersion(client));
    await checkApplicationRole(client);
    return { appUrl: appUrlOf(ownerUrl, appPassword), warnings };
  } finally {
    await client.end(); // gives the lock back
  }
}

/**
 * Asks again and again instead of waiting in the server: a waiting statement holds a snapshot, and CREATE INDEX
 * CONCURRENTLY in another replica's migration would wait for that one for ever.
 */
async function takeSchemaLock(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [SCHEMA_LOCK]);
    if (rows[0]?.taken === true) return;
    await sleep(LOCK_RETRY_MS);
  }
}

/** Whether a later version has been at work here: it knows what the application may do, and this one does not. */
async function isOfLaterVersion(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM schema_migration WHERE name <> ALL ($1) LIMIT 1', [
    MIGRATIONS.map(({ name }) => name),
  ]);
  return rowCount !== 0;
}

async function grantRights(client: Client, appPassword: string | undefined, areOthers: boolean): Promise<void> {
  await createRole(client);
  if (appPassword === undefined) await takeOnRole(client);
  else await letSignIn(client, appPassword);
  // A replica of an older version that starts beside a newer one must not take from it what it has been given.
  if (areOthers) return;
  const tables = Object.keys(GRANTS).join(', ');
  const statements = [
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `REVOKE ALL ON ${tables} FROM ${APPLICATION_ROLE}`,
    `GRANT USAGE ON SCHEMA public, pgboss TO ${APPLICATION_ROLE}`,
    `GRANT USAGE ON SEQUENCE submission_sequence TO ${APPLICATION_ROLE}`,
    ...Object.entries(GRANTS).map(([table, rights]) => `GRANT ${rights} ON ${table} TO ${APPLICATION_ROLE}`),
  ];
  // One transaction: replicas that are at work never see the rights missing.
  await client.query(`BEGIN; ${statements.join('; ')}; COMMIT`);
}

/** Roles belong to the whole server: another database's service, or an administrator, may have created it. */
async function createRole(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE]);
  if (rowCount !== 0) return;
  try {
    await client.query(
      `DO $$ BEGIN CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
  } catch (error) {
    if (translateDatabaseError(error) !== 'NOT_PERMITTED') throw error;
    throw new UnsuitableServerError(`The service works as the role ${APPLICATION_ROLE}, which ${await mendOf(client)}`);
  }
}

/** Without a password of its own, the role is taken on by the connections of the schema's owner. */
async function takeOnRole(client: Client): Promise<void> {
  // MEMBER is what SET ROLE asks for up to PostgreSQL 15; from 16 on a membership may be without it.
  const kind = client.escapeLiteral((await majorVersion(client)) >= 16 ? 'SET' : 'MEMBER');
  const isMember = async (): Promise<boolean> => {
    const { rows } = await client.query<{ member: boolean }>(
      `SELECT pg_has_role(current_user, $1, ${kind}) AS member`,
      [APPLICATION_ROLE],
    );
    return rows[0]?.member === true;
  };
  if (await isMember()) return;
  try {
    await client.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`);
  } catch (error) {
    if (translateDatabaseError(error) !== 'NOT_PERMITTED') throw error;
    throw new UnsuitableServerError(`The service works as the role ${APPLICATION_ROLE}, which ${await mendOf(client)}`);
  }
}

async function letSignIn(client: Client, password: string): Promise<void> {
  const { rows } = await client.query<{ rolcanlogin: boolean }>('SELECT rolcanlogin FROM pg_roles WHERE rolname = $1', [
    APPLICATION_ROLE,
  ]);
  if (rows[0]?.rolcanlogin !== true)
    await client.query(`ALTER ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

async function mendOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name');
  const name = rows[0]?.name ?? '';
  return (
    `${name} may neither create nor take on. Have an administrator run, once: ` +
    `CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO ${client.escapeIdentifier(name)};`
  );
}

/** The address of a database for the application role, from its owner's. */
export function appUrlOf(ownerUrl: string, appPassword: string | undefined): string {
  const url = new URL(ownerUrl);
  if (appPassword === undefined) {
    const options = [url.searchParams.get('options'), `-c role=${APPLICATION_ROLE}`].filter(
      (option) => option !== null,
    );
    url.searchParams.set('options', options.join(' '));
  } else {
    url.username = APPLICATION_ROLE;
    url.password = appPassword;
  }
  return url.toString();
}
