import { randomBytes } from 'node:crypto';
import { APPLICATION_ROLE } from '@reflexbogen/persistence';
import { Client } from 'pg';

/** A migrated database of its own, on the run's one server. */
export interface TestDatabase {
  /** Of the superuser, for what the application may not do. */
  readonly ownerUrl: string;
  /** Of the application role, as the service uses it. */
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
}

interface TestServer {
  readonly ownerUrl: string;
  readonly appPassword: string;
}

/** The server that the run's set-up has started. @throws where a test runs without it */
export function testServer(): TestServer {
  const text = process.env['REFLEXBOGEN_TEST_SERVER'];
  if (text === undefined) throw new Error('no test server: run the specs with npm test or npm run jest');
  return JSON.parse(text) as TestServer;
}

async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Serialises copies of the template over all workers: PostgreSQL copies a database only while nobody is connected to it. */
const COPY_LOCK = 4_711;

/** Copies the migrated template; takes some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [COPY_LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE reflexbogen_template`);
  });
  const owner = new URL(server.ownerUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = APPLICATION_ROLE;
  app.password = server.appPassword;
  return {
    ownerUrl: owner.toString(),
    appUrl: app.toString(),
    drop: () =>
      asOwner(
        server.ownerUrl,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
}

/** A database in which nothing is, not even a schema. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await asOwner(database.ownerUrl, (client) =>
    client.query('DROP SCHEMA public CASCADE; DROP SCHEMA pgboss CASCADE; CREATE SCHEMA public'),
  );
  return database;
}
