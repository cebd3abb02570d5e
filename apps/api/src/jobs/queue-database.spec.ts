import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '@reflexbogen/persistence';
import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import type { DataSource } from 'typeorm';
import { queueDatabase, queueTransaction } from './queue-database.js';

describe('the connection of the queue', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    // One connection: whoever comes next gets the same.
    dataSource = await createDataSource({ url: database.appUrl, poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('answers with rows, also of UPDATE and DELETE', async () => {
    const queue = queueDatabase(dataSource, () => undefined);
    expect(await queue.executeSql('SELECT $1::text AS said', ['it'])).toEqual({ rows: [{ said: 'it' }] });
    await queue.executeSql(`INSERT INTO pgboss.job (name) VALUES ('task')`, []);
    expect(await queue.executeSql(`UPDATE pgboss.job SET priority = 7 RETURNING priority`, [])).toEqual({
      rows: [{ priority: 7 }],
    });
    expect(await queue.executeSql('DELETE FROM pgboss.job RETURNING name', [])).toEqual({ rows: [{ name: 'task' }] });
  });

  it('leaves no transaction open where one of several statements fails, and tells of it', async () => {
    const told: unknown[] = [];
    // As the library calls it for its upkeep: without values, so that several statements may be sent at once.
    const queue = queueDatabase(dataSource, (error) => told.push(error)) as {
      executeSql: (text: string) => Promise<unknown>;
    };
    await expect(queue.executeSql('BEGIN; SELECT 1 / 0; COMMIT')).rejects.toThrow('division by zero');

    expect(told).toHaveLength(1);
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('writes into the transaction that it is given, and into no other', async () => {
    const undone = dataSource.transaction(async (manager) => {
      await queueTransaction(manager).executeSql(`INSERT INTO pgboss.job (name) VALUES ('task')`, []);
      expect(await manager.query('SELECT name FROM pgboss.job')).toEqual([{ name: 'task' }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await dataSource.query('SELECT name FROM pgboss.job')).toEqual([]);
    await expect(queueTransaction(dataSource.manager).executeSql('SELECT 1', [])).rejects.toThrow('transaction');
  });
});
