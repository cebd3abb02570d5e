import type { PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { DeadlineError } from './deadline.js';
import { currentOperation } from './operation.js';
import { MAKES_SCOPE } from './scoped-client.js';

/** Signature, flags, and length of an extension that nobody writes. */
const HEADER = 19;

/**
 * Reads rows by COPY in PostgreSQL's binary format: a third of the time of a query for rows that are mostly bytes, since
 * nothing is written as text and parsed again.
 * @param sql a SELECT without parameters; values that stand in it are escaped by the caller
 * @returns one array of cells a row; cells are views of one buffer, null for NULL
 * Source: https://www.postgresql.org/docs/current/sql-copy.html (binary format)
 */
export async function copyOut(dataSource: DataSource, sql: string): Promise<readonly (readonly (Buffer | null)[])[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    await runner.query('SET TRANSACTION READ ONLY');
    // COPY is no statement that could carry it.
    await runner.query(MAKES_SCOPE);
    // The data end before the server says that it is ready: whoever gets the connection next must not come before that.
    const isIdle = new Promise<void>((resolve) => client.once('drain', resolve));
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(to(`COPY (${sql}) TO STDOUT (FORMAT binary)`))) chunks.push(chunk as Buffer);
    await isIdle;
    await runner.commitTransaction();
    return rowsIn(Buffer.concat(chunks));
  } catch (error) {
    // Where even that fails the connection is gone, and the transaction with it.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    const deadline = currentOperation()?.deadline;
    throw deadline?.isOver === true ? new DeadlineError(deadline.milliseconds) : error;
  } finally {
    await runner.release();
  }
}

/** @throws RangeError where the data end before their trailer */
function rowsIn(data: Buffer): readonly (readonly (Buffer | null)[])[] {
  const rows: (Buffer | null)[][] = [];
  let at = HEADER;
  for (let cells = data.readInt16BE(at); cells >= 0; cells = data.readInt16BE(at)) {
    at += 2;
    const row = new Array<Buffer | null>(cells);
    for (let cell = 0; cell < cells; cell += 1) {
      const length = data.readInt32BE(at);
      at += 4;
      row[cell] = length < 0 ? null : data.subarray(at, at + length);
      at += Math.max(0, length);
    }
    rows.push(row);
  }
  return rows;
}
