import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { rowsOf } from './repositories/repository.js';

describe('data source', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let owner: Client;
  const lost: Error[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({
      url: database.appUrl,
      poolSize: 2,
      onPoolError: (error) => lost.push(error),
    }).initialize();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await dataSource.destroy();
    await database.drop();
  });

  const endConnections = () =>
    owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  it('never changes the schema by itself', () => {
    expect(dataSource.options.synchronize).toBe(false);
    expect(dataSource.options.dropSchema ?? false).toBe(false);
  });

  it('works on after idle connections were lost', async () => {
    await dataSource.query('SELECT 1');
    await endConnections();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(lost.length).toBeGreaterThan(0);
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('works on after the connection of an open transaction was lost between two statements', async () => {
    const broken = dataSource.transaction(async (manager) => {
      await rowsOf(manager, `INSERT INTO template (slug, title) VALUES ('half', '{}')`);
      await endConnections();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await rowsOf(manager, `INSERT INTO template (slug, title) VALUES ('done', '{}')`);
    });
    await expect(broken).rejects.toThrow();
    expect(await dataSource.query('SELECT slug FROM template')).toEqual([]);
  });

  it('gives UPDATE, DELETE and SELECT the same shape of rows', async () => {
    await rowsOf(dataSource.manager, `INSERT INTO template (slug, title) VALUES ('a', '{}')`);
    expect(await rowsOf(dataSource.manager, 'SELECT slug FROM template')).toEqual([{ slug: 'a' }]);
    await dataSource.transaction(async (manager) => {
      expect(await rowsOf(manager, `UPDATE question_set SET status = 'RETIRED' RETURNING id`)).toEqual([]);
      expect(await rowsOf(manager, 'DELETE FROM section RETURNING code')).toEqual([]);
    });
  });
});
