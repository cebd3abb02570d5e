import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { asService } from '@reflexbogen/persistence';
import type PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { JobHandlers, JobRetryError } from './job-handlers.js';
import { createQueue, JobSender, type StoredJob } from './job-sender.js';
import { JOB_SETTINGS_TOKEN, type JobQueue, type JobSettings } from './job-settings.js';
import { errorCode, placeOf } from './error-code.js';
import { Tracing } from '../tracing/tracing.js';
import { Pause } from './pause.js';

const HOUR_MS = 3_600_000;
const SCHEDULE_MS = 60_000;
/** Between two lines about a database that does not answer. */
const COMPLAINT_MS = 60_000;

/** Takes jobs and runs them, on every replica, for as long as the service runs (docs/adr/0018). */
@Injectable()
export class JobsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobsService.name);
  private readonly boss: PgBoss;
  private readonly abort = new AbortController();
  private readonly running = new Map<JobQueue, Set<Promise<void>>>();
  private readonly pauses = new Set<Pause>();
  private loops: Promise<void>[] = [];
  private stopping = false;
  private complainedAt = 0;

  constructor(
    dataSource: DataSource,
    private readonly handlers: JobHandlers,
    private readonly sender: JobSender,
    @Inject(JOB_SETTINGS_TOKEN) private readonly settings: JobSettings,
    @Optional() private readonly tracing?: Tracing,
  ) {
    this.boss = createQueue(dataSource, settings, (error) => this.complain(error));
  }

  onApplicationBootstrap(): Promise<void> {
    return this.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** @throws where the queue's schema is not the one this version works with */
  async start(): Promise<void> {
    await this.boss.start();
    this.loops = [
      ...[...this.handlers.queues()].map((queue) => this.work(queue)),
      this.repeat(this.settings.expirySeconds * 1000, () => this.boss.expire()),
      this.repeat(SCHEDULE_MS, () => this.schedule()),
      this.repeat(HOUR_MS, () => this.boss.maintain()),
    ];
  }

  /** Takes no more, lets jobs in progress end, then tells them to. What they leave is taken up elsewhere. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const pause of this.pauses) pause.end();
    const giveUp = setTimeout(() => this.abort.abort(), this.settings.stopMs);
    await Promise.all(this.loops);
    await Promise.all([...this.running.values()].flatMap((jobs) => [...jobs]));
    clearTimeout(giveUp);
    await this.boss.stop({ graceful: false, close: false });
  }

  private async work(queue: JobQueue): Promise<void> {
    const running = new Set<Promise<void>>();
    this.running.set(queue, running);
    const pause = this.pause();
    while (!this.stopping) {
      const free = this.settings.concurrency - running.size;
      // Failing to ask is told to `complain` by the pool's adapter; the answer is then empty.
      const jobs =
        free === 0 ? [] : await this.boss.fetch<StoredJob>(queue, { batchSize: free, includeMetadata: true });
      for (const job of jobs) {
        const done = this.run(queue, job).finally(() => {
          running.delete(done);
          pause.end();
        });
        running.add(done);
      }
      if (jobs.length < free || free === 0) await pause.wait(this.settings.pollMs);
    }
  }

  /** Never rejects. Where the outcome cannot be stored, the lease ends and the job is taken again. */
  private async run(queue: JobQueue, job: PgBoss.JobWithMetadata<StoredJob>): Promise<void> {
    const attempt = job.retryCount + 1;
    const traced = this.tracing?.begin('job', { 'reflexbogen.job': job.data.handler });
    // A little before the lease ends, so that nobody else has taken it when this attempt is told to end.
    const lease = AbortSignal.timeout(Math.max(500, job.expireInSeconds * 900));
    try {
      const handler = this.handlers.get(job.data.handler);
      const signal = AbortSignal.any([this.abort.signal, lease]);
      // Jobs belong to no municipality; whoever asked for them was allowed to.
      const run = () => asService(() => handler.run(job.data.payload, { signal, attempt }));
      await (traced === undefined || this.tracing === undefined ? run() : this.tracing.within(traced, run));
      traced?.end(false);
    } catch (error) {
      traced?.end(true);
      const code = errorCode(error);
      // Messages of errors repeat what was sent and to whom: the log gets names and places only.
      this.logger.warn(
        `job ${job.data.handler} failed at attempt ${attempt}: ${code}${error instanceof JobRetryError ? '' : placeOf(error)}`,
      );
      await this.boss.fail(queue, job.id, { code }).catch((fault: unknown) => this.complain(fault));
      return;
    }
    await this.boss.complete(queue, job.id).catch((fault: unknown) => this.complain(fault));
  }

  private async schedule(): Promise<void> {
    for (const handler of this.handlers.scheduled()) await this.sender.sendScheduled(handler);
  }

  /** Does something at once and then again and again. A failure is for the next time to mend. */
  private async repeat(everyMs: number, act: () => Promise<void>): Promise<void> {
    const pause = this.pause();
    while (!this.stopping) {
      try {
        await act();
      } catch (error) {
        this.complain(error);
      }
      if (!this.stopping) await pause.wait(everyMs);
    }
  }

  private pause(): Pause {
    const pause = new Pause();
    this.pauses.add(pause);
    return pause;
  }

  private complain(error: unknown): void {
    if (this.stopping || Date.now() - this.complainedAt < COMPLAINT_MS) return;
    this.complainedAt = Date.now();
    this.logger.warn(`the queue of jobs does not answer: ${errorCode(error)}`);
  }
}
