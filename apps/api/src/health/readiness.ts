import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { onItsOwn, Deadline, SchemaStateRepository } from '@reflexbogen/persistence';

/** Why the service takes requests or not. */
export type ReadinessState =
  | 'READY'
  /** It is about to stop, and ends what it has begun. */
  | 'DRAINING'
  /** The database does not answer. */
  | 'DATABASE'
  /** The database is behind the version of the service. */
  | 'MIGRATIONS';

/** A database that stands still refuses nothing: whoever waits longer is told no. */
const PATIENCE_MS = 2_000;
/** A question that the database has not answered by then is asked anew, on another connection. */
const LOST_MS = 10_000;
/** An answer holds for this long: a thousand probes a second ask the database twice. */
const FRESH_MS = 500;

/** Whether the service can answer. */
@Injectable()
export class Readiness implements OnModuleDestroy {
  private draining = false;
  private known: { readonly at: number; readonly state: ReadinessState } | null = null;
  /** The question in flight: probes must not line up behind a database that stands still. */
  private asked: { readonly at: number; readonly answer: Promise<ReadinessState> } | null = null;

  constructor(private readonly schema: SchemaStateRepository) {}

  /** From now on load balancers are told to send nobody any more; whoever comes is served. */
  drain(): void {
    this.draining = true;
  }

  onModuleDestroy(): void {
    this.drain();
  }

  async state(): Promise<ReadinessState> {
    if (this.draining) return 'DRAINING';
    const now = performance.now();
    if (this.known !== null && now - this.known.at < FRESH_MS) return this.known.state;
    if (this.asked === null || now - this.asked.at > LOST_MS) {
      const asked = { at: now, answer: this.ask() };
      this.asked = asked;
      void asked.answer.then(() => {
        if (this.asked === asked) this.asked = null;
      });
    }
    const state = await withinTime(this.asked.answer, PATIENCE_MS);
    this.known = { at: performance.now(), state };
    return state;
  }

  private async ask(): Promise<ReadinessState> {
    try {
      // Whoever came first is not the only one who asks, and a question that was lost is ended.
      const missing = await onItsOwn(new Deadline(LOST_MS), () => this.schema.missing());
      return missing === 0 ? 'READY' : 'MIGRATIONS';
    } catch {
      // The reason is in the log of the pool; a probe needs the fact alone.
      return 'DATABASE';
    }
  }
}

async function withinTime(work: Promise<ReadinessState>, milliseconds: number): Promise<ReadinessState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'DATABASE'>((resolve) => {
    timer = setTimeout(() => resolve('DATABASE'), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
