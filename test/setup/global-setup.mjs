import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase, startEmbeddedServer } from '../../libs/persistence/dist/index.js';

/** One real server per run, with a migrated database that every test copies in milliseconds. */
export default async function setup() {
  const dataDir = mkdtempSync(join(tmpdir(), 'reflexbogen-jest-'));
  const server = await startEmbeddedServer({ dataDir });
  const template = new URL(server.ownerUrl);
  template.pathname = '/reflexbogen_template';
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query('CREATE DATABASE reflexbogen_template');
  await client.end();
  await prepareDatabase({ ownerUrl: template.toString(), appPassword: server.appPassword });
  process.env.REFLEXBOGEN_TEST_SERVER = JSON.stringify({ ownerUrl: server.ownerUrl, appPassword: server.appPassword });
  globalThis.__reflexbogenTestServer = { server, dataDir };
}
