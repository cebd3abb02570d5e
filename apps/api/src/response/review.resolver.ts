import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import {
  AcceptResponseInput,
  CloseQueryInput,
  OpenQueryInput,
  QueryMessageInput,
  ReturnResponseInput,
  ReviewPayload,
  SheetQueryModel,
} from './review.model.js';
import { ReviewService } from './review.service.js';

/** The review of sheets that were handed in. */
@Resolver()
export class ReviewResolver {
  constructor(private readonly reviews: ReviewService) {}

  @Query(() => [SheetQueryModel], {
    nullable: true,
    description: 'Queries of a sheet, at most 1000, the first one first; null when there is no such sheet for you.',
  })
  sheetQueries(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly SheetQueryModel[] | null> {
    return this.reviews.of(response, actor);
  }

  @Mutation(() => ReviewPayload, {
    description: 'Gives a sheet back for correction, with queries. Figures count its last submission until the next.',
  })
  returnResponse(
    @Args('input', { description: 'What is asked for.' }) input: ReturnResponseInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReviewPayload> {
    return this.reviews.giveBack(input, actor, receivedAt);
  }

  @Mutation(() => ReviewPayload, { description: 'Accepts a sheet. Refused while queries are open.' })
  acceptResponse(
    @Args('input', { description: 'What is asked for.' }) input: AcceptResponseInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReviewPayload> {
    return this.reviews.accept(input, actor, receivedAt);
  }

  @Mutation(() => ReviewPayload, { description: 'Asks about one question of a sheet that was handed in.' })
  openQuery(
    @Args('input', { description: 'What is asked for.' }) input: OpenQueryInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReviewPayload> {
    return this.reviews.open(input, actor, receivedAt);
  }

  @Mutation(() => ReviewPayload, { description: 'Answers a query, as the municipality.' })
  answerQuery(
    @Args('input', { description: 'What is asked for.' }) input: QueryMessageInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReviewPayload> {
    return this.reviews.say(input, actor, receivedAt, 'ANSWER');
  }

  @Mutation(() => ReviewPayload, { description: 'Asks again in a query; it is open then.' })
  askAgain(
    @Args('input', { description: 'What is asked for.' }) input: QueryMessageInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReviewPayload> {
    return this.reviews.say(input, actor, receivedAt, 'ASK_AGAIN');
  }

  @Mutation(() => ReviewPayload, { description: 'Settles a query.' })
  closeQuery(
    @Args('input', { description: 'What is asked for.' }) input: CloseQueryInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReviewPayload> {
    return this.reviews.close(input, actor, receivedAt);
  }
}
