/** What the plan has to know of a table, as the catalog says it. */
export interface TableFacts {
  /** With its schema, quoted where SQL needs it. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  /** Unique constraints and indexes beside the primary key. */
  readonly uniques: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly foreignKeys: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly to: string;
    /** As ALTER TABLE … ADD CONSTRAINT takes it. */
    readonly definition: string;
  }[];
  readonly triggers: readonly string[];
  /** Whether policies decide which rows are seen. */
  readonly hasRowSecurity: boolean;
  /** Names of policies whose conditions hold a SELECT of their own. */
  readonly queryingPolicies: readonly string[];
}

/** DISTRIBUTED: in shards by municipality; REFERENCE: whole on every node; LOCAL: on the coordinator alone. */
export type Placement = 'DISTRIBUTED' | 'REFERENCE' | 'LOCAL';

export interface PlacedTable {
  readonly name: string;
  readonly placement: Placement;
  /** Of a distributed table: the column whose value says which shard a row is in. */
  readonly by: string | null;
}

export interface ClusterStep {
  readonly sql: string;
  /** Why, for people. */
  readonly why: string;
}

export interface ClusterPlan {
  readonly tables: readonly PlacedTable[];
  /** In their order, for one transaction. */
  readonly steps: readonly ClusterStep[];
  /** What the database no longer sees to afterwards, and who does instead. */
  readonly losses: readonly string[];
  /** Why the schema cannot be distributed; empty where it can. */
  readonly obstacles: readonly string[];
}

const MUNICIPALITY = 'public.municipality';
const KEY = 'municipality_id';

/** What stays on the coordinator, by the beginning of its name: seldom asked for, or not by municipality. */
const LOCAL = [
  'pgboss.',
  'public.schema_migration',
  'public.mail',
  'public.person_role',
  'public.sign_in_',
  'public.api_token',
  'public.erased_subject',
  'public.study_event',
  'public.audit_checkpoint',
  'public.rate_',
];

/**
 * Where each table lies on a Citus cluster, and how an existing schema gets there. Tables whose key begins with the municipality
 * are distributed by it, all co-located, so that whatever one municipality does is done on one node. What they refer to lies
 * on every node. Pure; the order of the tables is that of their references. Source: docs/scaling.md
 */
export function clusterPlan(tables: readonly TableFacts[]): ClusterPlan {
  const placed = tables.map((table) => placementOf(table));
  const placementBy = new Map(placed.map((table) => [table.name, table.placement]));
  const isDistributed = (name: string): boolean => placementBy.get(name) === 'DISTRIBUTED';
  const isSpread = ({ name }: TableFacts): boolean => placementBy.get(name) !== 'LOCAL';
  const triggered = tables.filter((table) => isSpread(table) && table.triggers.length > 0);
  const toDistributed = tables.flatMap((table) =>
    table.foreignKeys.filter(({ to }) => isDistributed(to)).map((key) => ({ table: table.name, ...key })),
  );
  const guarded = tables.filter(({ name, hasRowSecurity }) => isDistributed(name) && hasRowSecurity);
  const kept = toDistributed.filter(({ table }) => isDistributed(table));
  const lost = toDistributed.filter(({ table }) => !isDistributed(table));
  return {
    tables: placed,
    steps: [
      {
        sql: `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
        why: 'reference tables are changed in between',
      },
      ...triggered.flatMap(({ name, triggers }) =>
        triggers.map((trigger) => ({
          sql: `DROP TRIGGER ${trigger} ON ${name}`,
          why: 'shards have no triggers; missing grants keep what may not change',
        })),
      ),
      ...guarded.map(({ name }) => ({
        sql: `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY`,
        why: 'settings of a transaction do not reach the workers: nothing would be seen',
      })),
      ...toDistributed.map(({ table, name }) => ({
        sql: `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
        why: isDistributed(table)
          ? 'added again when both tables are distributed'
          : 'a local table cannot refer to shards',
      })),
      ...placed
        .filter(({ placement }) => placement === 'REFERENCE')
        .map(({ name }) => ({ sql: `SELECT create_reference_table('${name}')`, why: 'whole on every node' })),
      ...placed
        .filter(({ placement }) => placement === 'DISTRIBUTED')
        .sort((a, b) => Number(b.name === MUNICIPALITY) - Number(a.name === MUNICIPALITY))
        .map(({ name, by }) => ({
          sql: `SELECT create_distributed_table('${name}', '${by ?? ''}'${name === MUNICIPALITY ? '' : `, colocate_with => '${MUNICIPALITY}'`})`,
          why: 'in shards, each with everything of its municipalities',
        })),
      ...kept.map(({ table, name, definition }) => ({
        sql: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
        why: 'both sides lie in the same shard',
      })),
    ],
    losses: [
      ...triggered.map(
        ({ name, triggers }) =>
          `${name}: ${triggers.join(', ')}. The service has no grant to do what they refuse; the owner has.`,
      ),
      ...guarded.map(
        ({ name }) => `${name}: row level security. The service's rules of access stand alone, without a second wall.`,
      ),
      ...lost.map(({ table, name, to }) => `${table}: ${name}. The service looks ${to} up before it writes.`),
    ],
    obstacles: tables.flatMap((table) => obstaclesOf(table, placementBy)),
  };
}

function placementOf({ name, primaryKey }: TableFacts): PlacedTable {
  if (name === MUNICIPALITY) return { name, placement: 'DISTRIBUTED', by: primaryKey[0] ?? null };
  if (primaryKey[0] === KEY) return { name, placement: 'DISTRIBUTED', by: KEY };
  const isLocal = LOCAL.some((beginning) => name.startsWith(beginning));
  return { name, placement: isLocal ? 'LOCAL' : 'REFERENCE', by: null };
}

function obstaclesOf(table: TableFacts, placementBy: ReadonlyMap<string, Placement>): readonly string[] {
  const placement = placementBy.get(table.name);
  const by = table.name === MUNICIPALITY ? table.primaryKey[0] : KEY;
  if (placement === 'DISTRIBUTED')
    return [
      ...table.uniques
        .filter(({ columns }) => !columns.includes(by ?? ''))
        .map(({ name }) => `${table.name}: ${name} is unique over all shards, which no shard can see to.`),
      ...table.foreignKeys
        .filter(({ to }) => placementBy.get(to) === 'LOCAL')
        .map(({ name, to }) => `${table.name}: ${name} refers to ${to}, which no shard can see.`),
      ...table.foreignKeys
        .filter(({ to, columns }) => placementBy.get(to) === 'DISTRIBUTED' && columns[0] !== by)
        .map(({ name, to }) => `${table.name}: ${name} refers to rows of ${to} that may lie in other shards.`),
      ...table.queryingPolicies.map((name) => `${table.name}: the policy ${name} asks a query of its own.`),
    ];
  const refused: Placement[] = placement === 'REFERENCE' ? ['DISTRIBUTED', 'LOCAL'] : [];
  return [
    ...table.foreignKeys
      .filter(({ to }) => refused.includes(placementBy.get(to) ?? 'LOCAL'))
      .map(({ name, to }) => `${table.name}: ${name} refers to ${to}, which does not lie on every node.`),
    ...(placement === 'REFERENCE' && table.columns.includes(KEY)
      ? [`${table.name} has a municipality but is not distributed by it; expected ${KEY} first in its primary key.`]
      : []),
  ];
}
