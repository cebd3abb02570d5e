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

/** When an operation is over, and what of it is under way in the database until then. Runs from the moment it is made. */
export class Deadline {
  private readonly running = new Set<Cancellable>();
  private timer: NodeJS.Timeout | null;
  isOver = false;

  constructor(readonly milliseconds: number) {
    this.timer = setTimeout(() => this.pass(), milliseconds).unref();
  }

  /** Nothing that goes on after the answer is cancelled. */
  lift(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** @throws DeadlineError where the time is over, unless the statement gives back what was taken */
  admit(text: string): void {
    if (this.isOver && !GIVES_BACK.test(text)) throw new DeadlineError(this.milliseconds);
  }

  /** Cancels the statement where the time is over before its result is there. */
  async watch<Result>(client: Cancellable, result: Promise<Result>): Promise<Result> {
    this.running.add(client);
    try {
      return await result;
    } catch (error) {
      throw this.isOver ? new DeadlineError(this.milliseconds) : error;
    } finally {
      this.running.delete(client);
    }
  }

  private pass(): void {
    this.isOver = true;
    for (const client of this.running) cancelStatementOf(client);
  }
}

const CANCEL_REQUEST_CODE = 80_877_102;
/** A server that does not even take a cancel request is not waited for. */
const CANCEL_MS = 5_000;

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
