import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CLOCK, type Clock } from '../clock.js';
import type { GraphQLContext } from '../graphql/context.js';
import {
  MailConnection,
  MailPreviewArgs,
  MailPreviewModel,
  MailsArgs,
  RetryMailInput,
  RetryMailPayload,
} from './mail.model.js';
import { MailService } from './mail.service.js';

@Resolver()
export class MailResolver {
  constructor(
    private readonly mails: MailService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => MailConnection, {
    name: 'mails',
    nullable: true,
    description: 'Mails of a study, latest first; null when study or round do not exist.',
  })
  list(@Args() args: MailsArgs, @Context() { actor }: GraphQLContext): Promise<MailConnection | null> {
    return this.mails.list(args, actor);
  }

  @Query(() => MailPreviewModel, {
    nullable: true,
    description:
      'What would be sent to whom if it were sent now; sends nothing. Null when study or round do not exist.',
  })
  mailPreview(@Args() args: MailPreviewArgs, @Context() { actor }: GraphQLContext): Promise<MailPreviewModel | null> {
    return this.mails.preview(args, actor, this.clock.now());
  }

  @Mutation(() => RetryMailPayload, { description: 'Queues a mail that was given up once more.' })
  retryMail(
    @Args('input', { description: 'What is asked for.' }) input: RetryMailInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<RetryMailPayload> {
    return this.mails.retry(input, actor);
  }
}
