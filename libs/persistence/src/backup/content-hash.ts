import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { seeEveryRow } from './every-row.js';
import { copiedTables, selectionOf } from './table-catalog.js';

/**
 * SHA-256 of the contents of every table, hex, by its name: equal exactly where all rows are equal, in whichever order they
 * lie on the disk.
 * @throws BackupError where the role does not see every row
 * @param columnsOf which columns of a table count; all where it says nothing. For comparing across migrations that add columns.
 */
export async function contentHashes(
  client: Client,
  columnsOf: (table: string) => readonly string[] | undefined = () => undefined,
): Promise<ReadonlyMap<string, string>> {
  await client.query("SET TIME ZONE 'UTC'");
  await seeEveryRow(client);
  const hashes = new Map<string, string>();
  for (const table of await copiedTables(client)) {
    const hash = createHash('sha256');
    const sql = selectionOf({ ...table, columns: columnsOf(table.name) ?? table.columns });
    for await (const chunk of client.query(to(`COPY (${sql}) TO STDOUT (ENCODING 'UTF8')`)))
      hash.update(chunk as Buffer);
    hashes.set(table.name, hash.digest('hex'));
  }
  return hashes;
}
