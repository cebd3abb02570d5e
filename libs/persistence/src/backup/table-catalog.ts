import type { Client } from 'pg';
import { BackupError } from './backup-error.js';

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
  oid: string;
  name: string;
  columns: readonly string[];
  key: readonly string[] | null;
  refers: readonly string[] | null;
}

/**
 * Every table with rows of its own, so ordered that a row comes after those it refers to.
 * @throws BackupError where tables refer to each other in a circle
 */
export async function copiedTables(client: Client): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<TableRow>(
    `SELECT c.oid::text, format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT json_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT json_agg(quote_ident(a.attname) ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
       (SELECT json_agg(DISTINCT f.confrelid::text) FROM pg_constraint f
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS refers
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY ($1) ORDER BY n.nspname, c.relname`,
    [SCHEMAS],
  );
  return inOrderOfReference(rows.filter(({ name }) => !LEFT_OUT.includes(name)));
}

function inOrderOfReference(rows: readonly TableRow[]): readonly CopiedTable[] {
  const known = new Set(rows.map(({ oid }) => oid));
  const placed = new Set<string>();
  const ordered: CopiedTable[] = [];
  let open = [...rows];
  while (open.length > 0) {
    const ready = open.filter(({ refers }) => (refers ?? []).every((oid) => placed.has(oid) || !known.has(oid)));
    if (ready.length === 0)
      throw new BackupError(`The tables ${open.map(({ name }) => name).join(', ')} refer to each other in a circle.`);
    for (const { oid, name, columns, key } of ready) {
      placed.add(oid);
      ordered.push({ name, columns, key: key ?? [] });
    }
    open = open.filter(({ oid }) => !placed.has(oid));
  }
  return ordered;
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
