import type { EntityManager } from 'typeorm';
import type { CopyCell } from './copy-rows.js';

/** Rows of one statement, and bytes after which no more are taken. */
const ROWS = 1_000;
const BYTES = 2 * 1_048_576;

const sizeOf = (cell: CopyCell): number =>
  cell === null || typeof cell === 'number' ? 8 : cell.length * (typeof cell === 'string' ? 1 : 2);

/**
 * Loads rows a thousand at a time, column by column: PostgreSQL refuses COPY into tables with row level security. Memory does not
 * grow with their number.
 * @param columns name to type, in the order of the cells
 */
export async function insertRows(
  manager: EntityManager,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: Iterable<readonly CopyCell[]> | AsyncIterable<readonly CopyCell[]>,
): Promise<void> {
  const names = Object.keys(columns);
  const casts = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${casts.join(', ')})`;
  let chunk: CopyCell[][] = names.map(() => []);
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (chunk[0]?.length === 0) return;
    const values = chunk.map((cells) => cells.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell) : cell)));
    chunk = names.map(() => []);
    bytes = 0;
    await manager.query(sql, values);
  };
  for await (const row of rows) {
    for (const [index, cell] of row.entries()) {
      chunk[index]?.push(cell);
      bytes += sizeOf(cell);
    }
    if ((chunk[0]?.length ?? 0) >= ROWS || bytes >= BYTES) await flush();
  }
  await flush();
}
