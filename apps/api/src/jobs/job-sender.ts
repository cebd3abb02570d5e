import { MAIL_JOB, type JobOutbox } from '@reflexbogen/persistence';
import PgBoss from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { QUEUE_SCHEMA, queueDatabase, queueTransaction } from './queue-database.js';
import type { JobHandlers, RegisteredHandler } from './job-handlers.js';
import { JOB_SETTINGS, type JobQueue, type JobSettings } from './job-settings.js';

/** What is stored as a job's data. */
export interface StoredJob {
  readonly handler: string;
  readonly payload: object;
}

/** Finished jobs stay for three days, longer than any period of a schedule; waiting ones for a year. */
const KEPT = { archiveCompletedAfterSeconds: 3 * 86_400, deleteAfterDays: 30, retentionDays: 365 } as const;

/**
 * The library, as the service uses it: its tables, its way of taking, repeating and burying jobs. Its own timers and
 * workers are not started, as they leave promises unwatched: a lost connection would end the process.
 */
export function createQueue(dataSource: DataSource, settings: JobSettings, onError: (error: unknown) => void): PgBoss {
  const boss = new PgBoss({
    db: queueDatabase(dataSource, onError),
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    expireInSeconds: settings.leaseSeconds,
    retryLimit: settings.retryLimit,
    retryDelay: settings.retryDelaySeconds,
    retryBackoff: true,
    ...KEPT,
  });
  boss.on('error', onError);
  return boss;
}

/** Sends jobs within the transaction of what they are about: they exist if and only if that commits. */
export class JobSender implements JobOutbox {
  private readonly boss: PgBoss;

  constructor(
    dataSource: DataSource,
    private readonly handlers: JobHandlers,
    settings: JobSettings = JOB_SETTINGS,
  ) {
    this.boss = createQueue(dataSource, settings, () => undefined); // each failure is thrown to its caller
  }

  async send(jobs: readonly (StoredJob & { readonly priority?: number })[], manager: EntityManager): Promise<void> {
    if (jobs.length === 0) return;
    await this.boss.insert(
      jobs.map(({ handler, payload, priority = 0 }) => ({
        name: this.queueOf(handler),
        data: { handler, payload },
        priority,
        ...this.leaseOf(handler),
      })),
      { db: queueTransaction(manager) },
    );
  }

  /** Sends the job of the current period, unless some replica has. @returns whether this one did */
  async sendScheduled({ name, queue, everySeconds }: RegisteredHandler & { everySeconds: number }): Promise<boolean> {
    const id = await this.boss.send(
      queue,
      { handler: name, payload: {} },
      { singletonKey: name, singletonSeconds: everySeconds, ...this.leaseOf(name) },
    );
    return id !== null;
  }

  /** A process that only sends knows no handlers. */
  private queueOf(handler: string): JobQueue {
    return this.handlers.find(handler)?.queue ?? (handler === MAIL_JOB ? 'mail' : 'task');
  }

  private leaseOf(handler: string): { expireInSeconds?: number } {
    const leaseSeconds = this.handlers.find(handler)?.leaseSeconds ?? null;
    return leaseSeconds === null ? {} : { expireInSeconds: leaseSeconds };
  }
}
