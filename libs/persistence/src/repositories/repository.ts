import type { DataSource, EntityManager } from 'typeorm';

/** What runs statements: the pool, or one transaction's manager. */
export type Executor = Pick<EntityManager, 'query'>;

/** Rows of a statement. The caller states their shape, as SQL cannot. */
export async function rowsOf<Row>(
  executor: Executor,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result: unknown = await executor.query(sql, [...parameters]);
  // TypeORM answers UPDATE and DELETE with [rows, count], everything else with the rows.
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number')
    return result[0] as Row[];
  return result as Row[];
}

export async function firstRow<Row>(
  executor: Executor,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row | null> {
  return (await rowsOf<Row>(executor, sql, parameters))[0] ?? null;
}

/** Lets the statements of a transaction take as long as they need: imports wait for one another and load whole studies. */
export const takeTime = async (manager: EntityManager): Promise<void> =>
  void (await manager.query(
    `SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`,
  ));

/** Repositories use the pool unless a transaction's manager is handed in. */
export abstract class Repository {
  constructor(protected readonly dataSource: DataSource) {}

  protected executor(manager?: EntityManager): Executor {
    return manager ?? this.dataSource.manager;
  }
}
