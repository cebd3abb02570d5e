import { AsyncLocalStorage } from 'node:async_hooks';
import { connect } from 'node:net';
import pg from 'pg';

/** The operation has run for as long as it may: it sends no more statements, and those it had sent were cancelled. */
export class DeadlineError extends Error {
  constructor(readonly milliseconds: number) {
    super(`The operation has run for longer than ${milliseconds} ms.`);
  }
}

const CANCEL_REQUEST_CODE = 80_877_102;
/** A server that does not even take a cancel request is not waited for. */
const CANCEL_MS = 5_000;

/** What pg knows of a connection and its types do not say. */
interface Cancellable {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/** One operation: what it has under way in the database, and when it is over. */
export class OperationScope {
  private readonly running = new Set<Cancellable>();
  private timer: NodeJS.Timeout | null = null;
  /** Statements sent so far, those that begin and end transactions left out. */
  statements = 0;
  isExpired = false;

  constructor(readonly milliseconds: number) {}

  /** Runs work within this scope: from now on its statements are counted, and cancelled when the time is over. */
  run<Result>(work: () => Result): Result {
    this.timer = setTimeout(() => this.expire(), this.milliseconds).unref();
    return scopes.run(this, work);
  }

  /** Nothing that goes on after the answer is cancelled. */
  end(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** @throws DeadlineError where the time is over, unless the statement gives back what was taken */
  admit(text: string): void {
    if (this.isExpired && !GIVES_BACK.test(text)) throw new DeadlineError(this.milliseconds);
    if (!OF_TRANSACTIONS.test(text)) this.statements += 1;
  }

  async watch<Result>(client: Cancellable, result: Promise<Result>): Promise<Result> {
    this.running.add(client);
    try {
      return await result;
    } catch (error) {
      throw this.isExpired ? new DeadlineError(this.milliseconds) : error;
    } finally {
      this.running.delete(client);
    }
  }

  private expire(): void {
    this.isExpired = true;
    for (const client of this.running) cancelStatementOf(client);
  }
}

const GIVES_BACK = /^\s*(ROLLBACK|RELEASE)\b/i;
const OF_TRANSACTIONS = /^\s*(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SELECT set_config)\b/i;

const scopes = new AsyncLocalStorage<OperationScope>();

export const currentScope = (): OperationScope | null => scopes.getStore() ?? null;

/** Runs work that others wait for as well: the end of one of them must not be that of all. */
export const forEverybody = <Result>(work: () => Result): Result => scopes.exit(work);

/** Asks the server to end what a connection is doing, over a connection of its own: the pool may be at its end. */
function cancelStatementOf({ host, port, processID, secretKey }: Cancellable): void {
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(CANCEL_REQUEST_CODE, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.setTimeout(CANCEL_MS, () => socket.destroy());
  // The statement goes on then, and its answer comes late; the operation itself is over either way.
  socket.on('error', () => socket.destroy());
  socket.on('connect', () => socket.end(request));
}

const textOf = (statement: unknown): string => {
  if (typeof statement === 'string') return statement;
  const text = (statement as { readonly text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : '';
};

type Query = (...parameters: unknown[]) => unknown;

/** A connection whose statements belong to the operation that sends them. */
export class ScopedClient extends pg.Client {
  private readonly send = super.query.bind(this) as Query;

  override query = ((...parameters: unknown[]): unknown => {
    const scope = currentScope();
    if (scope === null || typeof parameters.at(-1) === 'function') return this.send(...parameters);
    try {
      scope.admit(textOf(parameters[0]));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    const result = this.send(...parameters);
    return result instanceof Promise ? scope.watch(this as unknown as Cancellable, result) : result;
  }) as pg.Client['query'];
}
