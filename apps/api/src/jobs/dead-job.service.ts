import { Injectable } from '@nestjs/common';
import { DeadJobRepository } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { badInput } from '../graphql/api-error.js';
import { keyOf, type PageArgs } from '../graphql/page.js';
import type { DeadJobConnection, RetryJobInput, RetryJobPayload } from './dead-job.model.js';
import { JobSender } from './job-sender.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Jobs that were given up, for operators. */
@Injectable()
export class DeadJobService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: DeadJobRepository,
    private readonly sender: JobSender,
  ) {}

  async list({ first, after }: PageArgs): Promise<DeadJobConnection> {
    const last = after === undefined || after === null ? null : keyOf(after);
    if (last !== null && !UUID.test(last)) throw badInput('after: this cursor does not belong to the list.');
    const [rows, totalCount] = await Promise.all([this.jobs.list(first + 1, last), this.jobs.count()]);
    const edges = rows
      .slice(0, first)
      .map((node) => ({ cursor: Buffer.from(`k:${node.id}`).toString('base64url'), node }));
    return {
      edges,
      pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      totalCount,
    };
  }

  async retry({ job: id }: RetryJobInput): Promise<RetryJobPayload> {
    const taken = await this.dataSource.transaction(async (manager) => {
      const job = await this.jobs.take(id, manager);
      if (job !== null) await this.sender.send([job], manager);
      return job;
    });
    if (taken !== null) return { handler: taken.handler, errors: [] };
    return {
      handler: null,
      errors: [{ code: 'UNKNOWN_JOB', message: `No job ${id} was given up.`, path: ['input', 'job'] }],
    };
  }
}
