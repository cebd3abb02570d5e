import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

/** A job that was given up after its last attempt. */
export interface DeadJob {
  readonly id: string;
  readonly handler: string;
  /** When it was given up. */
  readonly failedAt: Date;
  /** Code of the last failure; null where its worker ended without a word. */
  readonly error: string | null;
}

const COLUMNS = `id, data->>'handler' AS handler, created_on AS "failedAt", output->>'code' AS error`;
const DEAD = `name = 'dead' AND state = 'created'`;

/** Jobs that wait for an operator. What they are about stays with them. */
export class DeadJobRepository extends Repository {
  /** Latest first. @param after id of the last job of the page before; unknown gives an empty page */
  list(first: number, after: string | null): Promise<readonly DeadJob[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${COLUMNS} FROM pgboss.job WHERE ${DEAD}
         AND ($2::uuid IS NULL OR (created_on, id) < (SELECT created_on, id FROM pgboss.job WHERE ${DEAD} AND id = $2))
       ORDER BY created_on DESC, id DESC LIMIT $1`,
      [first, after],
    );
  }

  async count(): Promise<number> {
    const row = await firstRow<{ count: number }>(
      this.executor(),
      `SELECT count(*)::integer AS count FROM pgboss.job WHERE ${DEAD}`,
    );
    return row?.count ?? 0;
  }

  /** Takes a job off the list, for who sends it anew in the same transaction. @returns null where it is not on it */
  async take(
    id: string,
    manager: EntityManager,
  ): Promise<{ readonly handler: string; readonly payload: object } | null> {
    const row = await firstRow<{ data: { handler: string; payload: object } }>(
      manager,
      `DELETE FROM pgboss.job WHERE ${DEAD} AND id = $1 RETURNING data`,
      [id],
    );
    return row === null ? null : { handler: row.data.handler, payload: row.data.payload };
  }
}
