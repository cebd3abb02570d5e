import { Client } from 'pg';
import { createDataSource } from './data-source.js';
import { checkServer } from './server-check.js';

/** The role the service works as: it owns nothing and bypasses nothing. */
export const APPLICATION_ROLE = 'reflexbogen_app';

export interface PrepareOptions {
  /** Of a role that may create tables and roles: the owner of the schema. */
  readonly ownerUrl: string;
  /** Lets the application role sign in by itself. Without it the owner's connections take on the role (SET ROLE). */
  readonly appPassword?: string;
}

/** One lock for everything that changes the schema, over all replicas on this database. */
const SCHEMA_LOCK = 7_236_411;

/** What the application may do, table by table. What is not listed it may not. Immutable tables have no UPDATE and no DELETE. */
const GRANTS: Readonly<Record<string, string>> = {
  template: 'SELECT, INSERT',
  question: 'SELECT, INSERT',
  question_set: 'SELECT, INSERT, UPDATE (status, version, content_hash, published_at, published_by)',
  section: 'SELECT, INSERT, DELETE',
  scale: 'SELECT, INSERT, DELETE',
  level: 'SELECT, INSERT, DELETE',
  question_revision: 'SELECT, INSERT, DELETE',
  study: 'SELECT, INSERT, UPDATE (package_hash)',
  attribute: 'SELECT, INSERT',
  round: 'SELECT, INSERT, UPDATE (status, opens_at, closes_at)',
  municipality: 'SELECT, INSERT',
  response: 'SELECT, INSERT, UPDATE (question_set_id, status, version, updated_at)',
  answer: 'SELECT, INSERT, UPDATE (value, comment, revision, saved_at, saved_by, saved_by_name)',
  submission: 'SELECT, INSERT',
  idempotency_key: 'SELECT, INSERT',
};

/**
 * Makes a database ready: checks the server, runs the migrations, creates the application role and its grants. Replicas that
 * start at once wait for one another; the later ones find everything done.
 * @returns the address under which the service works, as the application role
 */
export async function prepareDatabase({ ownerUrl, appPassword }: PrepareOptions): Promise<{ readonly appUrl: string }> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'reflexbogen-migration' });
  await client.connect();
  try {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [SCHEMA_LOCK]);
    const dataSource = createDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'reflexbogen-migration' });
    await dataSource.initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
    await grantRights(client, appPassword);
  } finally {
    await client.end(); // gives the lock back
  }
  return { appUrl: appUrlOf(ownerUrl, appPassword) };
}

async function grantRights(client: Client, appPassword: string | undefined): Promise<void> {
  // Roles belong to the whole server: another database's service may be creating it at this moment.
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  if (appPassword !== undefined) {
    const secret = client.escapeLiteral(appPassword);
    const { rows } = await client.query<{ rolcanlogin: boolean }>(
      'SELECT rolcanlogin FROM pg_roles WHERE rolname = $1',
      [APPLICATION_ROLE],
    );
    if (rows[0]?.rolcanlogin !== true) await client.query(`ALTER ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${secret}`);
  } else {
    await client.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`);
  }
  const statements = [
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${APPLICATION_ROLE}`,
    `GRANT USAGE ON SCHEMA public TO ${APPLICATION_ROLE}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${APPLICATION_ROLE}`,
    ...Object.entries(GRANTS).map(([table, rights]) => `GRANT ${rights} ON ${table} TO ${APPLICATION_ROLE}`),
  ];
  await client.query(`BEGIN; ${statements.join('; ')}; COMMIT`);
}

function appUrlOf(ownerUrl: string, appPassword: string | undefined): string {
  const url = new URL(ownerUrl);
  if (appPassword === undefined) {
    url.searchParams.set('options', `-c role=${APPLICATION_ROLE}`);
  } else {
    url.username = APPLICATION_ROLE;
    url.password = appPassword;
  }
  return url.toString();
}
