import { connect } from 'node:net';

/** The operation has run for as long as it may: it sends no more statements, and those it had sent were cancelled. */
export class DeadlineError extends Error {
  constructor(readonly milliseconds: number) {
    super(`The operation has run for longer than ${milliseconds} ms.`);
  }
}

/** What pg knows of a connection and its types do not say. */
export interface Cancellable {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

const GIVES_BACK = /^\s*(ROLLBACK|RELEASE)\b/i;
/** What has been decided is carried out: a COMMIT that waits for a standby says yes when it is cancelled, and means less by it. */
const DECIDES = /^\s*(COMMIT|END)\b/i;

/** @param isOver whether the time is over; otherwise it was answered, and nobody waits any more */
type Follower = (isOver: boolean) => void;

/** When an operation is over, and what of it is under way in the database until then. Runs from the moment it is made. */
export class Deadline {
  private readonly running = new Set<{ readonly client: Cancellable }>();
  private readonly cancels = new Map<Cancellable, Promise<void>>();
  private readonly followers = new Set<Follower>();
  private timer: NodeJS.Timeout | null = null;
  private state: 'RUNNING' | 'LIFTED' | 'OVER' = 'RUNNING';

  /** @param milliseconds Infinity: there is no time; somebody says when it is over */
  constructor(readonly milliseconds: number) {
    if (milliseconds !== Infinity) this.timer = setTimeout(() => this.pass(), milliseconds).unref();
  }

  get isOver(): boolean {
    return this.state === 'OVER';
  }

  /** Whether it was lifted: what goes on after the answer has no end by it. */
  get isLifted(): boolean {
    return this.state === 'LIFTED';
  }

  /** Nothing that goes on after the answer is cancelled. */
  lift(): void {
    if (this.state === 'RUNNING') this.settle('LIFTED');
  }

  /** Before its time: nobody waits for the answer any more. */
  pass(): void {
    if (this.state !== 'RUNNING') return;
    for (const { client } of this.running)
      if (!this.cancels.has(client)) this.cancels.set(client, cancelStatementOf(client));
    this.settle('OVER');
  }

  /** Is told once, when it is over or lifted; at once where it is already. @returns what ends that */
  follow(follower: Follower): () => void {
    if (this.state !== 'RUNNING') {
      follower(this.isOver);
      return () => undefined;
    }
    this.followers.add(follower);
    return () => void this.followers.delete(follower);
  }

  /** Waits for what others do as well, and no longer than there is time. @throws DeadlineError */
  async within<Result>(result: Promise<Result>): Promise<Result> {
    let stop = (): void => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      stop = this.follow((isOver) => (isOver ? reject(new DeadlineError(this.milliseconds)) : undefined));
    });
    try {
      return await Promise.race([late, result]);
    } finally {
      stop();
    }
  }

  /** @throws DeadlineError where the time is over, unless the statement gives back what was taken */
  admit(text: string): void {
    if (this.isOver && !GIVES_BACK.test(text)) throw new DeadlineError(this.milliseconds);
  }

  /** A cancel of what a connection was doing that has not arrived yet, and would hit whatever is sent before it has. */
  cancelOf(client: Cancellable): Promise<void> | undefined {
    return this.cancels.get(client);
  }

  /** Cancels the statement where the time is over before its result is there. */
  async watch<Result>(client: Cancellable, text: string, result: Promise<Result>): Promise<Result> {
    if (DECIDES.test(text)) return result;
    const statement = { client };
    this.running.add(statement);
    try {
      return await result;
    } catch (error) {
      throw this.isOver ? new DeadlineError(this.milliseconds) : error;
    } finally {
      this.running.delete(statement);
      // Whoever has the connection next must not be hit.
      await this.cancels.get(client);
    }
  }

  /** The same for a statement whose rows come as a stream. Its reader gets PostgreSQL's own error. */
  watchStream(client: Cancellable, stream: Pick<NodeJS.EventEmitter, 'once'>): void {
    const statement = { client };
    this.running.add(statement);
    stream.once('close', () => this.running.delete(statement));
  }

  private settle(state: 'LIFTED' | 'OVER'): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.state = state;
    const followers = [...this.followers];
    this.followers.clear();
    for (const follower of followers) follower(state === 'OVER');
  }
}

const CANCEL_REQUEST_CODE = 80_877_102;
/** A server that does not even take a cancel request is not waited for. */
const CANCEL_MS = 5_000;

/**
 * Asks the server to end what a connection is doing, over a connection of its own: the pool may be at its end.
 * @returns when the server has passed it on, which it says by closing the line, or was given up; never rejects
 */
function cancelStatementOf({ host, port, processID, secretKey }: Cancellable): Promise<void> {
  if (processID === null || secretKey === null) return Promise.resolve();
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(CANCEL_REQUEST_CODE, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  return new Promise((resolve) => {
    socket.setTimeout(CANCEL_MS, () => socket.destroy());
    // The statement goes on then, and its answer comes late; the operation itself is over either way.
    socket.on('error', () => socket.destroy());
    socket.on('connect', () => socket.write(request));
    // Nothing is ever sent back; without a reader the end would not be seen.
    socket.resume();
    socket.on('close', () => resolve());
  });
}
