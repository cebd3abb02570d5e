import { Injectable, Logger } from '@nestjs/common';
import { onItsOwn, Deadline, JobFiguresRepository, poolUsage, type JobFigures } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { ColumnStore } from '../comparison/column.store.js';
import { Readiness } from '../health/readiness.js';
import { VERSION } from '../version.js';
import { ServiceMetrics } from './service-metrics.js';

/** However often it is asked, the database counts its jobs no more often than this. */
const JOBS_MS = 5_000;

/** What is read at the moment of a scrape: pool, columns, queue, readiness. */
@Injectable()
export class StateMetrics {
  private readonly logger = new Logger(StateMetrics.name);
  private jobs: { readonly at: number; readonly figures: Promise<JobFigures | null> } | null = null;

  constructor(
    metrics: ServiceMetrics,
    dataSource: DataSource,
    columns: ColumnStore,
    readiness: Readiness,
    private readonly queue: JobFiguresRepository,
  ) {
    metrics.gauge('build_info', 'Version of the service and of Node.', ['version', 'node'], (gauge) =>
      gauge.set({ version: VERSION, node: process.versions.node }, 1),
    );
    metrics.gauge('ready', '1 where the service takes requests.', [], async (gauge) =>
      gauge.set((await readiness.state()) === 'READY' ? 1 : 0),
    );
    const pool = () => poolUsage(dataSource);
    metrics.gauge('pool_size', 'Most connections of the pool.', [], (gauge) => gauge.set(pool().size));
    metrics.gauge('pool_waiting', 'Who waits for a connection.', [], (gauge) => gauge.set(pool().waiting));
    metrics.gauge('pool_connections', 'Connections of the pool by state.', ['state'], (gauge) => {
      gauge.set({ state: 'in_use' }, pool().inUse);
      gauge.set({ state: 'idle' }, pool().idle);
    });
    const store = () => columns.usage();
    metrics.gauge('column_bytes', 'Bytes of columns in memory.', [], (gauge) => gauge.set(store().bytes));
    metrics.gauge('column_budget_bytes', 'Most bytes of columns.', [], (gauge) => gauge.set(store().budget));
    metrics.gauge('column_rounds', 'Rounds whose columns are in memory.', [], (gauge) => gauge.set(store().rounds));
    metrics.counter('column_loads_total', 'Rounds read from the database.', [], (counter) =>
      counter.inc(store().loads),
    );
    metrics.counter('column_evictions_total', 'Rounds dropped for the budget.', [], (counter) =>
      counter.inc(store().evictions),
    );
    metrics.gauge('jobs', 'Jobs by state; none where the database does not answer.', ['state'], async (gauge) => {
      gauge.reset();
      const figures = await this.figures();
      if (figures === null) return;
      for (const state of ['due', 'later', 'running', 'dead'] as const) gauge.set({ state }, figures[state]);
    });
    metrics.gauge('jobs_oldest_due_seconds', 'Wait of the oldest job that is due.', [], async (gauge) => {
      gauge.reset();
      const figures = await this.figures();
      if (figures !== null) gauge.set(figures.oldestDueSeconds);
      else gauge.remove();
    });
  }

  private figures(): Promise<JobFigures | null> {
    const now = performance.now();
    if (this.jobs === null || now - this.jobs.at > JOBS_MS) {
      const figures = onItsOwn(new Deadline(JOBS_MS), () => this.queue.read()).catch((error: unknown) => {
        this.logger.warn(error);
        return null;
      });
      this.jobs = { at: now, figures };
    }
    return this.jobs.figures;
  }
}
