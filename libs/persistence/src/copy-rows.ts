import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A cell of a COPY: null, or text that is escaped here. Bytes are written in hex. */
export type CopyCell = string | number | null | Uint8Array;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cellText(cell: CopyCell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
  return `\\\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex')}`;
}

const CHUNK = 65_536;

async function* lines(
  rows: Iterable<readonly CopyCell[]> | AsyncIterable<readonly CopyCell[]>,
): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += `${row.map(cellText).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/**
 * Loads rows with COPY on the transaction's own connection; memory does not grow with their number.
 * @param target table and column list, e.g. `submission (municipality_id, round_id)`
 */
export async function copyRows(
  manager: EntityManager,
  target: string,
  rows: Iterable<readonly CopyCell[]> | AsyncIterable<readonly CopyCell[]>,
): Promise<void> {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('COPY runs inside a transaction only');
  const client = (await runner.connect()) as PoolClient;
  await pipeline(
    Readable.from(lines(rows), { objectMode: true, highWaterMark: 4 }),
    client.query(from(`COPY ${target} FROM STDIN`)),
  );
}
