import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** Connections of a pool at one moment. */
export interface PoolUsage {
  /** Most connections that it opens. */
  readonly size: number;
  readonly inUse: number;
  readonly idle: number;
  /** Who waits for a connection. */
  readonly waiting: number;
}

/** Told that a statement begins, by its text, which may hold values; what it returns is told how the statement ended. */
export type StatementObserver = (text: string) => (failed: boolean) => void;

type Query = (this: unknown, ...parameters: unknown[]) => unknown;

const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as unknown as { readonly master: Pool }).master;

export function poolUsage(dataSource: DataSource): PoolUsage {
  const { totalCount, idleCount, waitingCount, options } = poolOf(dataSource);
  return { size: options.max, inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

/** Tells of every statement that is sent over the pool: of TypeORM, of repositories, of streams and of the queue. */
export function observeStatements(dataSource: DataSource, observe: StatementObserver): void {
  const observed = new WeakSet<object>();
  poolOf(dataSource).on('acquire', (client: PoolClient) => {
    if (observed.has(client)) return;
    observed.add(client);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the client below
    const query = client.query as Query;
    client.query = function (this: unknown, ...parameters: unknown[]) {
      const told = observe(textOf(parameters[0]));
      const last = parameters.at(-1);
      if (typeof last === 'function') {
        parameters[parameters.length - 1] = (error: unknown, ...rest: unknown[]) => {
          told(Boolean(error));
          (last as Query)(error, ...rest);
        };
        return query.apply(client, parameters);
      }
      return followed(query.apply(client, parameters), told);
    } as PoolClient['query'];
  });
}

/** A statement as a text, as an object with one, or as a stream with a cursor or none. */
function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null) return '';
  const { text, cursor } = statement as { readonly text?: unknown; readonly cursor?: unknown };
  return typeof text === 'string' ? text : textOf(cursor);
}

function followed(result: unknown, told: (failed: boolean) => void): unknown {
  if (result instanceof Promise)
    return result.then(
      (value: unknown) => {
        told(false);
        return value;
      },
      (error: unknown) => {
        told(true);
        throw error;
      },
    );
  // Streams close once, after their end or their failure.
  const stream = result as {
    readonly once?: (event: string, listener: () => void) => void;
    readonly errored?: unknown;
  };
  if (typeof stream.once === 'function') stream.once('close', () => told(Boolean(stream.errored)));
  else told(false);
  return result;
}
