import { Client } from 'pg';
import { inOrderOfReference } from '../order-of-reference.js';
import { clusterPlan, type ClusterPlan, type ClusterStep, type TableFacts } from './cluster-plan.js';

/** Why a database cannot be distributed: the message says what was expected. */
export class ClusterError extends Error {}

const NAMES = `SELECT c.oid, c.relkind, c.relispartition, c.relrowsecurity, format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'pgboss')`;

/** Names of columns that an array of numbers means, in the array's order. */
const columnsOf = (table: string, numbers: string): string =>
  `(SELECT json_agg(a.attname ORDER BY array_position(${numbers}, a.attnum)) FROM pg_attribute a
    WHERE a.attrelid = ${table} AND a.attnum = ANY (${numbers}))`;

/** Reads what a plan has to know out of the catalog, a table after those it refers to. */
export async function readTableFacts(client: Client): Promise<readonly TableFacts[]> {
  const { rows } = await client.query<TableFacts>(
    `WITH named AS (${NAMES})
     SELECT t.name,
       (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       coalesce((SELECT ${columnsOf('t.oid', 'i.indkey::int2[]')} FROM pg_index i
        WHERE i.indrelid = t.oid AND i.indisprimary), '[]') AS "primaryKey",
       coalesce((SELECT json_agg(json_build_object('name', quote_ident(x.relname), 'columns', ${columnsOf('t.oid', 'i.indkey::int2[]')})
          ORDER BY x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
        WHERE i.indrelid = t.oid AND i.indisunique AND NOT i.indisprimary), '[]') AS uniques,
       coalesce((SELECT json_agg(json_build_object('name', quote_ident(f.conname), 'to', target.name,
          'columns', ${columnsOf('t.oid', 'f.conkey')}, 'definition', pg_get_constraintdef(f.oid)) ORDER BY f.conname)
        FROM pg_constraint f JOIN named target ON target.oid = f.confrelid
        WHERE f.conrelid = t.oid AND f.contype = 'f' AND f.conparentid = 0), '[]') AS "foreignKeys",
       coalesce((SELECT json_agg(quote_ident(g.tgname) ORDER BY g.tgname) FROM pg_trigger g
        WHERE g.tgrelid = t.oid AND NOT g.tgisinternal), '[]') AS triggers,
       t.relrowsecurity AS "hasRowSecurity",
       coalesce((SELECT json_agg(quote_ident(p.polname) ORDER BY p.polname) FROM pg_policy p
        WHERE p.polrelid = t.oid AND concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
          ~* '\\mselect\\M'), '[]') AS "queryingPolicies"
     FROM named t WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition ORDER BY t.name`,
  );
  return inOrderOfReference(rows, ({ foreignKeys }) => foreignKeys.map(({ to }) => to));
}

/** The plan for a database as it is; nothing is changed. */
export const planCluster = (ownerUrl: string): Promise<ClusterPlan> =>
  asOwner(ownerUrl, async (client) => clusterPlan(await readTableFacts(client)));

/**
 * Turns a migrated database on a Citus coordinator into distributed and reference tables: all of it, in one transaction, or
 * nothing. One that is distributed already is left as it is.
 * @returns whether anything was done
 * @throws ClusterError where there is no Citus, or the plan has obstacles
 */
export function distributeCluster(
  ownerUrl: string,
  onStep: (step: ClusterStep, done: number, of: number) => void = () => undefined,
): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ has: boolean }>(
      `SELECT to_regproc('create_distributed_table') IS NOT NULL AS has`,
    );
    if (rows[0]?.has !== true)
      throw new ClusterError(
        'The database has no Citus; expected CREATE EXTENSION citus on its coordinator, and workers added.',
      );
    await client.query('BEGIN');
    try {
      // Replicas that start meanwhile wait, as for migrations.
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('reflexbogen-cluster'))`);
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_dist_partition WHERE logicalrelid = 'public.municipality'::regclass`,
      );
      const plan = clusterPlan(await readTableFacts(client));
      if (rowCount === 0) {
        if (plan.obstacles.length > 0)
          throw new ClusterError(`The schema cannot be distributed:\n  ${plan.obstacles.join('\n  ')}`);
        for (const [index, step] of plan.steps.entries()) {
          await client.query(step.sql);
          onStep(step, index + 1, plan.steps.length);
        }
      }
      await client.query('COMMIT');
      return rowCount === 0;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

async function asOwner<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'reflexbogen-cluster' });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
