import type { DataSource, EntityManager } from 'typeorm';
import type PgBoss from 'pg-boss';
import { withRows } from '@reflexbogen/persistence';

/** Schema of the queue; made by the migration. */
export const QUEUE_SCHEMA = 'pgboss';

/**
 * Lets the queue work on the service's pool. It sends several statements at once that begin and commit by themselves:
 * where one fails, the transaction is ended here, or the next user of the connection would inherit it.
 * @param onError hears of every failure, also of those that the library swallows
 */
export const queueDatabase = (dataSource: DataSource, onError: (error: unknown) => void): PgBoss.Db => ({
  async executeSql(text, values) {
    const runner = dataSource.createQueryRunner();
    try {
      // Several statements at once cannot carry a scope, and rows of municipalities are not the queue's.
      const { records } = await withRows(null, () => runner.query(text, values, true));
      return { rows: records as unknown[] };
    } catch (error) {
      onError(error);
      await runner.query('ROLLBACK').catch(() => undefined); // the connection itself is gone
      throw error;
    } finally {
      await runner.release();
    }
  },
});

/** Lets the queue work within a transaction of ours. */
export const queueTransaction = (manager: EntityManager): PgBoss.Db => ({
  async executeSql(text, values) {
    const runner = manager.queryRunner;
    if (runner === undefined) throw new Error('jobs are sent within a transaction');
    const { records } = await runner.query(text, values, true);
    return { rows: records as unknown[] };
  },
});
