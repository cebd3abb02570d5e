import pg, { type PoolClient, type PoolConfig } from 'pg';
import { currentOperation, type Operation } from './operation.js';

/** No connection is free in time, or too many wait for one already: nothing was done, and later it may work. */
export class DatabaseBusyError extends Error {}

/** How many wait for a connection, and for how long. */
export interface PoolBounds {
  /** Connections that reads never take, so that saves and submits find one. */
  readonly reserve: number;
  /** Reads that wait; the next operation that reads is refused. */
  readonly waitingReads: number;
  /** Everything else that waits; the next one is refused. */
  readonly waitingOthers: number;
  /** Milliseconds that anything waits. */
  readonly acquireMs: number;
}

/** Bounds for a number of connections. A queue may be so long as is worked off within the time that it is waited for. */
export const boundsOf = (connections: number): PoolBounds => ({
  reserve: connections < 2 ? 0 : Math.ceil(connections / 4),
  waitingReads: connections * 10,
  waitingOthers: connections * 100,
  acquireMs: 10_000,
});

type Done = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

interface WaitingRead {
  readonly done: Done;
  readonly timer: NodeJS.Timeout;
}

const NOTHING_TO_RELEASE = (): void => undefined;

/** What node-postgres says when a connection was not to be had in time; it has no codes for it. */
const LATE = /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/;

/**
 * A pool whose queues have ends. Reads hold all connections but a reserve and are refused first; an endless queue would
 * answer everybody too late, and nobody in time.
 */
export class BoundedPool extends pg.Pool {
  private readonly bounds: PoolBounds;
  private readonly waitingReads: WaitingRead[] = [];
  private reading = 0;

  constructor(config: PoolConfig & { readonly bounds?: PoolBounds }) {
    const bounds = config.bounds ?? boundsOf(config.max ?? 10);
    super({ ...config, connectionTimeoutMillis: bounds.acquireMs });
    this.bounds = bounds;
  }

  override connect(): Promise<PoolClient>;
  override connect(done: Done): void;
  override connect(done?: Done): Promise<PoolClient> | void {
    if (done === undefined)
      return new Promise((resolve, reject) =>
        this.connect((error, client) =>
          client === undefined ? reject(error ?? new Error('no client')) : resolve(client),
        ),
      );
    const operation = currentOperation();
    if (operation?.isRead === true) return this.read(operation, done);
    if (this.waitingCount >= this.bounds.waitingOthers) return refuse(done, 'too many wait for a connection');
    return this.take(done);
  }

  private read(operation: Operation, done: Done): void {
    const isFree = this.reading < this.mostReads;
    if (!isFree && !operation.isAdmitted && this.waitingReads.length >= this.bounds.waitingReads)
      return refuse(done, 'too many reads wait for a connection');
    operation.isAdmitted = true;
    if (isFree) return this.startRead(done);
    const waiting: WaitingRead = {
      done,
      timer: setTimeout(() => {
        this.waitingReads.splice(this.waitingReads.indexOf(waiting), 1);
        refuse(done, 'no connection for a read came free in time');
      }, this.bounds.acquireMs).unref(),
    };
    this.waitingReads.push(waiting);
  }

  private get mostReads(): number {
    return this.options.max - this.bounds.reserve;
  }

  private startRead(done: Done): void {
    this.reading += 1;
    let isOver = false;
    const over = (): void => {
      if (isOver) return;
      isOver = true;
      this.reading -= 1;
      const next = this.waitingReads.shift();
      if (next === undefined) return;
      clearTimeout(next.timer);
      this.startRead(next.done);
    };
    this.take((error, client, release) => {
      if (client === undefined) {
        over();
        return done(error, client, release);
      }
      const giveBack = (problem?: Error | boolean): void => {
        release(problem);
        over();
      };
      // Clients are given back either way.
      client.release = giveBack;
      return done(error, client, giveBack);
    });
  }

  private take(done: Done): void {
    super.connect((error, client, release) => {
      if (error instanceof Error && LATE.test(error.message)) return refuse(done, 'no connection came free in time');
      return done(error, client, release);
    });
  }
}

function refuse(done: Done, why: string): void {
  // Never within the call: callers that get their answer before they wait for it are another kind of caller.
  process.nextTick(() => done(new DatabaseBusyError(why), undefined, NOTHING_TO_RELEASE));
}
