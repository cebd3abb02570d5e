import type { Client } from 'pg';
import { inOrderOfReference } from '../order-of-reference.js';

/** A table as it is copied: named with its schema, both quoted where SQL needs it. */
export interface CopiedTable {
  readonly name: string;
  /** Columns that hold a value of their own, in the table's order; generated ones are computed again. */
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order; empty where there is none. */
  readonly key: readonly string[];
}

/** Where a sequence stands. */
export interface CopiedSequence {
  readonly name: string;
  /** As text: it may be beyond what a number holds. */
  readonly value: string;
  readonly isCalled: boolean;
}

/** Schemas that hold what the service knows. */
const SCHEMAS = ['public', 'pgboss'];
/** Migrations are run again when a backup is restored, they are not copied. */
const LEFT_OUT = ['public.schema_migration'];

interface TableRow {
  name: string;
  columns: readonly string[];
  key: readonly string[] | null;
  refers: readonly string[] | null;
}

/**
 * Every table with rows of its own, so ordered that a row comes after those it refers to.
 * @throws RangeError where tables refer to each other in a circle
 */
export async function copiedTables(client: Client): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<TableRow>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT json_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT json_agg(quote_ident(a.attname) ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
       (SELECT json_agg(DISTINCT format('%I.%I', tn.nspname, t.relname)) FROM pg_constraint f
        JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
        WHERE f.conrelid = c.oid AND f.contype = 'f') AS refers
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY ($1) ORDER BY n.nspname, c.relname`,
    [SCHEMAS],
  );
  return inOrderOfReference(
    rows.filter(({ name }) => !LEFT_OUT.includes(name)),
    ({ refers }) => refers ?? [],
  ).map(({ name, columns, key }) => ({ name, columns, key: key ?? [] }));
}

/** Where every sequence stands, those of identity columns included. */
export async function copiedSequences(client: Client): Promise<readonly CopiedSequence[]> {
  const { rows: names } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND n.nspname = ANY ($1) ORDER BY 1`,
    [SCHEMAS],
  );
  const sequences: CopiedSequence[] = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${name}`,
    );
    if (rows[0] !== undefined) sequences.push({ name, ...rows[0] });
  }
  return sequences;
}

/** Names of the migrations that a database has had, in their order; none where there is no schema yet. */
export async function appliedMigrations(client: Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS exists`,
  );
  if (found[0]?.exists !== true) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY timestamp, id');
  return rows.map(({ name }) => name);
}

/**
 * The rows of a table as COPY reads and writes them, in the order of the primary key, so that equal contents are equal bytes.
 * A table without a key is ordered by its whole rows.
 */
export const selectionOf = ({ name, columns, key }: CopiedTable): string =>
  `SELECT ${columns.join(', ')} FROM ${name} AS copied ORDER BY ${key.length > 0 ? key.join(', ') : 'copied::text'}`;
