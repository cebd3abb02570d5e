import { Args, Context, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import {
  AnswerRevisionModel,
  PresentPersonModel,
  ReceiptVerificationModel,
  SheetChangeModel,
  SheetEventConnectionModel,
  SubmissionDifferenceModel,
  SubmissionModel,
} from './history.model.js';
import { HistoryService } from './history.service.js';
import { LiveService } from './live.service.js';

/** What was done to a sheet, what was handed in, and what happens to it now. */
@Resolver()
export class HistoryResolver {
  constructor(
    private readonly history: HistoryService,
    private readonly live: LiveService,
  ) {}

  @Query(() => SheetEventConnectionModel, { description: 'Everything that was done to a sheet, in order.' })
  sheetEvents(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Args() page: PageArgs,
    @Context() { actor }: GraphQLContext,
  ): Promise<SheetEventConnectionModel> {
    return this.history.eventsOf(response, actor, page);
  }

  @Query(() => [AnswerRevisionModel], { description: 'The saves of one answer, in order, at most the first 1000.' })
  answerRevisions(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Args('question', { description: 'Code of the question.' }) question: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly AnswerRevisionModel[]> {
    return this.history.answerRevisions(response, question, actor);
  }

  @Query(() => [SubmissionModel], { description: 'What was handed in, the first one first, at most 1000.' })
  submissions(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly SubmissionModel[]> {
    return this.history.submissionsOf(response, actor);
  }

  @Query(() => [SubmissionDifferenceModel], { description: 'The fields in which two submissions of a sheet differ.' })
  submissionDifferences(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Args('from', { type: () => Int, description: 'Number of the earlier submission.' }) from: number,
    @Args('to', { type: () => Int, description: 'Number of the later one.' }) to: number,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly SubmissionDifferenceModel[]> {
    return this.history.differences(response, from, to, actor);
  }

  @Query(() => ReceiptVerificationModel, {
    description: 'Computes the hash of the submission that has this receipt again from what is stored.',
  })
  verifyReceipt(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Args('receipt', { description: 'The receipt, 64 hex digits.' }) receipt: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<ReceiptVerificationModel> {
    return this.history.verifyReceipt(response, receipt, actor);
  }

  @Mutation(() => [PresentPersonModel], {
    description: 'Says that you are in a section now; holds for a minute. Gives who is at the sheet.',
  })
  announcePresence(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Args('section', { description: 'Code of the section.' }) section: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly PresentPersonModel[]> {
    return this.live.announce(response, section, actor);
  }

  @Subscription(() => SheetChangeModel, {
    description:
      'Every answer that is saved on a sheet after `since`, your own included, in order and without a gap. Without `since` from now on.',
    resolve: (change: SheetChangeModel) => change,
  })
  sheetChanged(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Context() { actor }: GraphQLContext,
    @Args('since', { type: () => String, nullable: true, description: 'Cursor of the last change that was seen.' })
    since?: string | null,
  ): Promise<AsyncGenerator<SheetChangeModel>> {
    return this.live.sheetChanges(response, since ?? null, actor);
  }

  @Subscription(() => [PresentPersonModel], {
    description: 'Who is at a sheet: now, and whenever that changes.',
    resolve: (present: readonly PresentPersonModel[]) => present,
  })
  presenceChanged(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<AsyncGenerator<readonly PresentPersonModel[]>> {
    return this.live.presence(response, actor);
  }
}
