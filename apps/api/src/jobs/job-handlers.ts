import type { JobQueue } from './job-settings.js';

/** What a handler knows about the attempt it is. */
export interface JobContext {
  /** Set when the lease is about to end or the service stops: whatever is under way should end. */
  readonly signal: AbortSignal;
  /** Counts from 1. */
  readonly attempt: number;
}

/** A kind of job. It may run more than once for one wish, so it looks first whether it has been done. */
export interface JobHandler<Payload> {
  /** Unique, kebab-case; stored with each job, so it is never given another meaning. */
  readonly name: string;
  readonly queue: JobQueue;
  /** Longest an attempt may take; default: the settings' lease. */
  readonly leaseSeconds?: number;
  /** Run once in each period of so many seconds, over all replicas; 60 to 86,400. The payload is then `{}`. */
  readonly everySeconds?: number;
  /** Reads a stored payload. @throws JobPayloadError naming what was expected */
  readonly parse: (payload: unknown) => Payload;
  /** Does it. Throwing asks for another attempt. */
  readonly run: (payload: Payload, context: JobContext) => Promise<void>;
}

/** A failure that was to be reckoned with, by its code: another attempt is worth it, and nobody needs its stack. */
export class JobRetryError extends Error {
  constructor(readonly code: string) {
    super(`another attempt is needed: ${code}`);
  }
}

/** A payload that its handler cannot read. */
export class JobPayloadError extends Error {}

/** A handler that nobody registered, or one that was registered twice. */
export class JobHandlerError extends Error {}

/** A handler with its payload's type closed over. */
export interface RegisteredHandler {
  readonly name: string;
  readonly queue: JobQueue;
  readonly leaseSeconds: number | null;
  readonly everySeconds: number | null;
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
}

/** Reads the payload of scheduled jobs, which say nothing. */
export const noPayload = (): null => null;

/** Every kind of job, by name. Features register theirs when the module starts, before the first job is taken. */
export class JobHandlers {
  private readonly handlers = new Map<string, RegisteredHandler>();

  /** @throws JobHandlerError where the name is taken or ill-formed, or the period is out of range */
  register<Payload>(handler: JobHandler<Payload>): void {
    const { name, everySeconds = null, leaseSeconds = null } = handler;
    if (!/^(?=.{1,40}$)[a-z]+(?:-[a-z]+){0,5}$/.test(name))
      throw new JobHandlerError(
        `job handler "${name}": expected up to six words of lower-case letters, joined by dashes, at most 40 characters`,
      );
    if (this.handlers.has(name)) throw new JobHandlerError(`job handler ${name} is registered twice`);
    if (everySeconds !== null && !(Number.isInteger(everySeconds) && everySeconds >= 60 && everySeconds <= 86_400))
      throw new JobHandlerError(`job handler ${name}: every ${everySeconds} s; expected 60 to 86400`);
    this.handlers.set(name, {
      name,
      queue: handler.queue,
      leaseSeconds,
      everySeconds,
      run: (payload, context) => handler.run(handler.parse(payload), context),
    });
  }

  /** @throws JobHandlerError where there is none, as in a replica older than the job */
  get(name: string): RegisteredHandler {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new JobHandlerError(`there is no job handler ${name}`);
    return handler;
  }

  find(name: string): RegisteredHandler | null {
    return this.handlers.get(name) ?? null;
  }

  /** By name. */
  scheduled(): readonly (RegisteredHandler & { readonly everySeconds: number })[] {
    return [...this.handlers.values()]
      .flatMap((handler) => (handler.everySeconds === null ? [] : { ...handler, everySeconds: handler.everySeconds }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Queues that somebody here can work on. */
  queues(): ReadonlySet<JobQueue> {
    return new Set([...this.handlers.values()].map(({ queue }) => queue));
  }
}
