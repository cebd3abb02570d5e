import { firstRow, Repository } from './repository.js';

/** The queue of jobs in numbers. */
export interface JobFigures {
  /** Jobs that could be taken now. */
  readonly due: number;
  /** Jobs for later: scheduled, or waiting to be tried again. */
  readonly later: number;
  readonly running: number;
  /** Jobs that were given up and wait for an operator. */
  readonly dead: number;
  /** Seconds for which the oldest job that could be taken has waited; 0 where there is none. */
  readonly oldestDueSeconds: number;
}

const NONE: JobFigures = { due: 0, later: 0, running: 0, dead: 0, oldestDueSeconds: 0 };

export class JobFiguresRepository extends Repository {
  async read(): Promise<JobFigures> {
    const row = await firstRow<JobFigures>(
      this.executor(),
      `WITH job AS (SELECT name, state, start_after, state IN ('created', 'retry') AND name <> 'dead' AS waits
                    FROM pgboss.job WHERE state IN ('created', 'retry', 'active'))
       SELECT count(*) FILTER (WHERE waits AND start_after <= now())::integer AS due,
              count(*) FILTER (WHERE waits AND start_after > now())::integer AS later,
              count(*) FILTER (WHERE state = 'active')::integer AS running,
              count(*) FILTER (WHERE name = 'dead' AND state = 'created')::integer AS dead,
              coalesce(extract(epoch FROM now() - min(start_after) FILTER (WHERE waits AND start_after <= now())), 0)::float8
                AS "oldestDueSeconds"
       FROM job`,
    );
    return row ?? NONE;
  }
}
