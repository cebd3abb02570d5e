import type { EventEmitter } from 'node:events';
import pg, { type Connection, type QueryConfig } from 'pg';
import type { Cancellable } from './deadline.js';
import { currentOperation, currentRows, type Operation } from './operation.js';
import { preparedName } from './prepared.js';
import { settingsOf, type RowScope } from './row-scope.js';

/** Statements that begin, end, divide or set up transactions: they touch no row, and a failed transaction takes no settings. */
const OF_TRANSACTIONS = /^\s*(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|SET|SELECT set_config)\b/i;

/** Gives no row and asks nothing: makes the scope of a transaction for what cannot carry it, and is not counted. */
export const MAKES_SCOPE = 'SELECT';

type Query = (...parameters: unknown[]) => unknown;
type Callback = (error: Error | null, result?: pg.QueryResult) => void;

/** What node-postgres does with a query, and its types do not say. */
interface Submitting {
  submit(connection: Connection): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  callback: Callback;
}
const Base = pg.Query as unknown as new (config: object) => Submitting;

interface Messages {
  readonly stream: { cork?: () => void; uncork?: () => void };
  parse(message: { text: string; name: string; types: readonly number[] }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(message: { portal: string; rows: number }): void;
}

/**
 * A statement with its row scope before it in the same message to the server and, outside of a transaction block, in the same
 * implicit transaction (extended protocol: everything up to Sync is one). The scope costs no round trip, is made once in a
 * transaction, and ends with it.
 */
class ScopedQuery extends Base {
  private isMade = true;

  constructor(
    config: object,
    private readonly client: ScopedClient,
    // Not named rows, which node-postgres takes for the size of a page.
    private readonly scope: RowScope,
  ) {
    // The server's answer to a scope's Parse would be taken for that to the statement's, and its name for known.
    super({ ...config, ...(client.hasPrepared(scope) ? {} : { name: undefined }), queryMode: 'extended' });
  }

  override submit(connection: Connection): Error | null {
    // Decided when the statement's turn comes: what was sent before it may have begun or ended a transaction.
    if (this.client.isOn(this.scope)) return super.submit(connection);
    const messages = connection as unknown as Messages;
    this.isMade = false;
    messages.stream.cork?.();
    try {
      this.client.makeScope(this.scope, messages);
      return super.submit(connection);
    } finally {
      messages.stream.uncork?.();
    }
  }

  override handleDataRow(message: unknown): void {
    if (this.isMade) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.isMade) return super.handleCommandComplete(message, connection);
    this.isMade = true;
    this.client.scopeMade(this.scope);
  }
}

const settingValue = (value: unknown): unknown =>
  Array.isArray(value) ? `{${value.map((item) => JSON.stringify(item)).join(',')}}` : value;

/**
 * The one place through which every statement of the service goes to the database, and so the one that holds it to its operation
 * (operation.ts): it is counted, it is refused or cancelled when the deadline is over, and it carries the rows that are in sight.
 * Without rows a statement is sent as it is, and the policies show it nothing.
 */
export class ScopedClient extends pg.Client {
  /** Of the transaction that is open; null where none was made. */
  private made: RowScope | null = null;
  /** Names of settings that the server knows on this connection. */
  private readonly prepared = new Set<string>();
  /** The name that the server was just told. */
  private preparing: string | null = null;
  private readonly send = super.query.bind(this) as Query;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // A server that ends right after it has let somebody in says both at once, and the pool has let go of its listener by then: nobody
    // listens until whoever waited for the connection does, and an error that nobody hears ends the process. The connection
    // is known to be of no use; the next statement on it says so, and the pool takes it back no more.
    this.on('error', () => undefined);
    const { connection } = this as unknown as { readonly connection: EventEmitter };
    connection.on('parseComplete', () => {
      // The scope's Parse is sent first, and so answered first.
      if (this.preparing !== null) this.prepared.add(this.preparing);
      this.preparing = null;
    });
    connection.on('commandComplete', ({ text }: { readonly text: string }) => {
      // Going back to a savepoint takes back what was set after it.
      if (text === 'ROLLBACK') this.made = null;
    });
    connection.on('readyForQuery', ({ status }: { readonly status: string }) => {
      this.preparing = null;
      if (status === 'I') this.made = null;
    });
  }

  /** Whether the open transaction has just these rows in sight. */
  isOn(rows: RowScope): boolean {
    return this.made === rows;
  }

  /** Whether making these rows the scope needs no Parse. */
  hasPrepared(rows: RowScope): boolean {
    return this.prepared.has(settingsOf(rows).name);
  }

  makeScope(rows: RowScope, messages: Messages): void {
    const { name, text, values } = settingsOf(rows);
    if (!this.prepared.has(name)) {
      this.preparing = name;
      messages.parse({ text, name, types: [] });
    }
    messages.bind({ portal: '', statement: name, values, valueMapper: settingValue });
    messages.execute({ portal: '', rows: 0 });
  }

  scopeMade(rows: RowScope): void {
    // Outside of a transaction block it ends with the statement.
    this.made = this.transactionStatus() === 'I' ? null : rows;
  }

  /** What the server said last: I for idle, T for in a transaction, E for in a failed one. */
  private transactionStatus(): string | null {
    return (this as unknown as { getTransactionStatus(): string | null }).getTransactionStatus();
  }

  override query = ((...parameters: unknown[]): unknown => {
    const operation = currentOperation();
    // Callers with a callback are the pool's own: they are neither counted nor cancelled.
    if (operation === null || typeof parameters.at(-1) === 'function') return this.sendOnRows(parameters);
    return this.sendWithin(operation, parameters);
  }) as pg.Client['query'];

  private sendWithin(operation: Operation, parameters: readonly unknown[]): unknown {
    const { deadline } = operation;
    const text = textOf(parameters[0]);
    try {
      deadline?.admit(text);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (!OF_TRANSACTIONS.test(text) && text !== MAKES_SCOPE) operation.statements += 1;
    const client = this as unknown as Cancellable;
    const cancel = deadline?.cancelOf(client);
    if (cancel !== undefined) return cancel.then(() => this.sendOnRows(parameters));
    const result = this.sendOnRows(parameters);
    if (deadline === null) return result;
    if (result instanceof Promise) return deadline.watch(client, text, result);
    if (isStream(result)) deadline.watchStream(client, result);
    return result;
  }

  private sendOnRows(parameters: readonly unknown[]): unknown {
    const rows = currentRows();
    const [statement, ...others] = parameters;
    const name = typeof statement === 'string' ? preparedName(statement) : undefined;
    const config = name === undefined ? statement : { text: statement, name };
    const isText = typeof config === 'string';
    if (rows === null || !(isText || isQueryConfig(config)) || OF_TRANSACTIONS.test(textOf(config)))
      return this.send(config, ...others);
    const [values] = others;
    const query = new ScopedQuery(
      { ...(isText ? { text: config } : config), ...(Array.isArray(values) ? { values: values as unknown[] } : {}) },
      this,
      rows,
    );
    const done = others.find((argument) => typeof argument === 'function');
    if (done !== undefined) {
      query.callback = done as Callback;
      return this.send(query);
    }
    return new Promise<pg.QueryResult | undefined>((resolve, reject) => {
      query.callback = (error, result) => {
        if (error === null) return resolve(result);
        // As node-postgres does: the stack of the socket says nothing.
        Error.captureStackTrace(error);
        reject(error);
      };
      this.send(query);
    });
  }
}

const textOf = (statement: unknown): string => {
  if (typeof statement === 'string') return statement;
  const text = (statement as { readonly text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : '';
};

const isStream = (result: unknown): result is Pick<EventEmitter, 'once'> =>
  typeof result === 'object' && result !== null && 'once' in result && typeof result.once === 'function';

/** Streams submit themselves: they run in a transaction whose scope was made by a statement before (copy-out.ts). */
const isQueryConfig = (config: unknown): config is QueryConfig =>
  typeof config === 'object' && config !== null && !('submit' in config) && 'text' in config;
