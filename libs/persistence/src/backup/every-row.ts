import { Client } from 'pg';
import { BackupError } from './backup-error.js';

interface GuardedTable {
  name: string;
  isOwned: boolean;
  /** Conditions under which policies let the role see a row. */
  permissive: readonly string[];
  /** Policies that take rows away again. */
  restrictive: readonly string[];
}

/**
 * Makes a connection see every row of every table from now on, or refuses. Superusers see them anyway. Row level security
 * holds the owner too (FORCE): the owner's session says that it is the service at work, and each table is asked whether one of
 * its policies then lets every row through, whatever is in it. Nothing is left out in silence.
 * @throws BackupError naming the table whose rows would not all be seen, and the mend
 */
export async function seeEveryRow(client: Client): Promise<void> {
  await client.query(`SET row_security = on; SET reflexbogen.reach = 'SERVICE'`);
  const { rows } = await client.query<GuardedTable>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_has_role(c.relowner, 'USAGE') AS "isOwned",
       ${policiesOf('c', 'p.polpermissive', `coalesce(pg_get_expr(p.polqual, p.polrelid), 'true')`)} AS permissive,
       ${policiesOf('c', 'NOT p.polpermissive', 'p.polname::text')} AS restrictive
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'pgboss') AND row_security_active(c.oid) ORDER BY 1`,
  );
  for (const table of rows) if (!(await letsThrough(client, table))) throw await refusalOf(client, table);
}

const policiesOf = (table: string, kind: string, what: string): string =>
  `coalesce((SELECT json_agg(${what}) FROM pg_policy p WHERE p.polrelid = ${table}.oid AND p.polcmd IN ('r', '*') AND ${kind}
    AND (0 = ANY (p.polroles) OR EXISTS (SELECT 1 FROM unnest(p.polroles) AS role WHERE pg_has_role(role, 'USAGE')))), '[]')`;

async function letsThrough(client: Client, table: GuardedTable): Promise<boolean> {
  if (!table.isOwned || table.restrictive.length > 0) return false;
  for (const condition of table.permissive) {
    // True of a row of which nothing is known: true of every row.
    const { rows } = await client.query<{ is: boolean | null }>(
      `SELECT (${condition}) AS is FROM (SELECT (NULL::${table.name}).*) AS of_nothing`,
    );
    if (rows[0]?.is === true) return true;
  }
  return false;
}

async function refusalOf(client: Client, { name }: GuardedTable): Promise<BackupError> {
  const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
  return new BackupError(
    `The role ${rows[0]?.role ?? ''} does not see every row of ${name}: row level security keeps some from it. ` +
      'Use the owner of the tables, with the policies that the migrations have made, or a role that bypasses them (ALTER ROLE … BYPASSRLS).',
  );
}
