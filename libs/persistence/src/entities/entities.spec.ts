import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';

describe('entities', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.ownerUrl }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('say what the migrations have made: nothing would be changed', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each([
    'ALTER TABLE round ALTER code DROP NOT NULL',
    'ALTER TABLE round ALTER year TYPE bigint',
    'ALTER TABLE answer ALTER saved_at DROP DEFAULT',
    'ALTER TABLE municipality ADD stray text',
    'ALTER TABLE level DROP CONSTRAINT level_question_set_id_scale_code_fkey',
    'ALTER TABLE round DROP CONSTRAINT round_code_key',
    'ALTER TABLE round DROP CONSTRAINT round_check',
    'DROP INDEX submission_round_idx',
  ])('would notice: %s', async (change) => {
    const changed = await createTestDatabase();
    const other = await createDataSource({ url: changed.ownerUrl }).initialize();
    await other.query(change);
    const { upQueries } = await other.driver.createSchemaBuilder().log();
    await other.destroy();
    await changed.drop();
    expect(upQueries).not.toEqual([]);
  });

  it('cover every table', async () => {
    const rows = await dataSource.query<{ table_name: string }[]>(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'schema_migration' ORDER BY 1`,
    );
    expect(dataSource.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(
      rows.map(({ table_name }) => table_name),
    );
  });

  // TypeORM compares checks by name alone; what they say is compared here, as PostgreSQL itself writes it down.
  it('say what the checks say', async () => {
    const written = await dataSource.query<{ name: string; text: string }[]>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const said: { name: string; text: string }[] = [];
    for (const { tableName, checks } of dataSource.entityMetadatas) {
      await dataSource.query(`CREATE TABLE said (LIKE ${tableName})`);
      for (const { name, expression } of checks) {
        await dataSource.query(`ALTER TABLE said ADD CONSTRAINT "${name}" CHECK (${expression})`);
        const rows = await dataSource.query<{ name: string; text: string }[]>(
          `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conrelid = 'said'::regclass AND conname = $1`,
          [name],
        );
        said.push(...rows);
      }
      await dataSource.query('DROP TABLE said');
    }
    expect(said.sort((left, right) => (left.name < right.name ? -1 : 1))).toEqual(written);
  });
});
