import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { TemplateEntity } from './template.entity.js';

/** What TypeORM would change to make the database match the entities. Nothing is run. */
async function driftOf(dataSource: DataSource): Promise<readonly string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

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

  it('say the same as the migrations', async () => {
    expect(await driftOf(dataSource)).toEqual([]);
  });

  it('cover every table', async () => {
    const tables = await dataSource.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY 1`,
    );
    expect(dataSource.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(tables.map(({ name }) => name));
  });

  it('map rows', async () => {
    const templates = dataSource.getRepository(TemplateEntity);
    const { id } = await templates.save({ slug: 'mapped', title: { de: 'Titel' } });
    expect(await templates.findOneByOrFail({ id })).toMatchObject({
      slug: 'mapped',
      title: { de: 'Titel' },
      createdAt: expect.any(Date),
    });
  });

  // From here on the schema is broken further and further: last.
  it.each([
    ['a column more', 'ALTER TABLE answer ADD COLUMN stray integer'],
    ['a column less', 'ALTER TABLE answer DROP COLUMN comment'],
    ['another type', 'ALTER TABLE round ALTER COLUMN year TYPE bigint'],
    ['null allowed', 'ALTER TABLE idempotency_key ALTER COLUMN payload_hash DROP NOT NULL'],
    ['another default', 'ALTER TABLE response ALTER COLUMN version SET DEFAULT 1'],
    ['a missing index', 'DROP INDEX submission_round_idx'],
    ['a missing unique key', 'ALTER TABLE study DROP CONSTRAINT study_slug_key'],
    ['a missing foreign key', 'ALTER TABLE answer DROP CONSTRAINT answer_municipality_id_round_id_fkey'],
    ['a missing check', 'ALTER TABLE submission DROP CONSTRAINT submission_number_check'],
  ])('would show %s', async (_, sql) => {
    const before = await driftOf(dataSource);
    await dataSource.query(sql);
    expect((await driftOf(dataSource)).length).toBeGreaterThan(before.length);
  });
});
