import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../graphql/page.js';
import { DeadJobConnection, RetryJobInput, RetryJobPayload } from './dead-job.model.js';
import { DeadJobService } from './dead-job.service.js';

@Resolver()
export class DeadJobResolver {
  constructor(private readonly jobs: DeadJobService) {}

  @Query(() => DeadJobConnection, {
    description: 'Jobs of the service that were given up, latest first. Mails that were given up are in `mails`.',
  })
  deadJobs(@Args() args: PageArgs): Promise<DeadJobConnection> {
    return this.jobs.list(args);
  }

  @Mutation(() => RetryJobPayload, { description: 'Queues a job that was given up once more.' })
  retryJob(@Args('input', { description: 'What is asked for.' }) input: RetryJobInput): Promise<RetryJobPayload> {
    return this.jobs.retry(input);
  }
}
