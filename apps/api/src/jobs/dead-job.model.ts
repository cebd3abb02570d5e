import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { PageInfo } from '../graphql/page.js';
import { describedEnum } from '../graphql/register-enum.js';

@ObjectType('DeadJob', { description: 'A job of the service that was given up after its last attempt.' })
export class DeadJobModel {
  @Field(() => ID, { description: 'Identifies the job.' })
  id!: string;

  @Field({ description: 'Kind of job, e.g. wake-stranded-mails.' })
  handler!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was given up.' })
  failedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the last failure; null where its worker ended without a word.',
  })
  error!: string | null;
}

@ObjectType('DeadJobEdge', { description: 'A job in a list.' })
export class DeadJobEdge {
  @Field({ description: 'Cursor of this entry.' })
  cursor!: string;

  @Field(() => DeadJobModel, { description: 'The job.' })
  node!: DeadJobModel;
}

@ObjectType('DeadJobConnection', { description: 'A page of jobs that were given up, latest first.' })
export class DeadJobConnection {
  @Field(() => [DeadJobEdge], { description: 'Entries of this page.' })
  edges!: readonly DeadJobEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Jobs in the whole list.' })
  totalCount!: number;
}

@InputType({ description: 'A job to run once more.' })
export class RetryJobInput {
  @Field(() => ID, { description: 'Its id.' })
  @IsUUID()
  job!: string;
}

export type RetryJobErrorCode = 'UNKNOWN_JOB';
export const RetryJobErrorModel = mutationErrorModel(
  'RetryJobError',
  describedEnum<RetryJobErrorCode>('RetryJobErrorCode', 'Why a job was not queued again.', {
    UNKNOWN_JOB: 'No job of this id was given up, or it was queued again before.',
  }),
);

@ObjectType('RetryJobPayload', { description: 'Outcome of retryJob.' })
export class RetryJobPayload {
  @Field(() => String, { nullable: true, description: 'Kind of the job queued again; null when there are errors.' })
  handler!: string | null;

  @Field(() => [RetryJobErrorModel], { description: 'Why it was not; empty on success.' })
  errors!: readonly MutationError<RetryJobErrorCode>[];
}
