import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { observeStatements, poolUsage } from './pool-observer.js';

describe('the pool, as seen from outside', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.appUrl, poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('says who has a connection and who waits for one', async () => {
    const runner = dataSource.createQueryRunner();
    await runner.query('SELECT 1');
    const waiting = dataSource.query('SELECT 2');

    expect(poolUsage(dataSource)).toEqual({ size: 1, inUse: 1, idle: 0, waiting: 1 });

    await runner.release();
    await waiting;
    expect(poolUsage(dataSource)).toEqual({ size: 1, inUse: 0, idle: 1, waiting: 0 });
  });

  it('tells of each statement once, and whether it failed', async () => {
    const told: [text: string, failed: boolean][] = [];
    observeStatements(dataSource, (text) => (failed) => void told.push([text, failed]));

    await dataSource.query('SELECT 3');
    await expect(dataSource.query('SELECT nothing')).rejects.toThrow();
    const runner = dataSource.createQueryRunner();
    const stream = await runner.stream('SELECT generate_series(1, 3)');
    const rows: unknown[] = await stream.toArray();
    await runner.release();

    expect(rows).toHaveLength(3);
    expect(told).toEqual([
      ['SELECT 3', false],
      ['SELECT nothing', true],
      ['SELECT generate_series(1, 3)', false],
    ]);
  });
});
