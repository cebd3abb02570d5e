import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import type { MutationError } from '../graphql/mutation-error.js';
import { DraftingService } from './drafting.service.js';
import { PublishingService } from './publishing.service.js';
import {
  DraftQuestionSetInput,
  PublishQuestionSetInput,
  RestoreQuestionSetInput,
  SaveQuestionSetInput,
} from './question-set.input.js';
import {
  DraftQuestionSetPayload,
  PublishQuestionSetErrorModel,
  PublishQuestionSetPayload,
  QuestionSetModel,
  QuestionSetVersionModel,
  SaveQuestionSetPayload,
  type PublishQuestionSetErrorCode,
} from './question-set.model.js';
import type { QuestionSetParent } from './question-set.parent.js';
import { QuestionSetService } from './question-set.service.js';

const INPUT = { description: 'What is asked for.' } as const;

@Resolver(() => QuestionSetModel)
export class QuestionSetResolver {
  constructor(
    private readonly questionSets: QuestionSetService,
    private readonly drafting: DraftingService,
    private readonly publishing: PublishingService,
  ) {}

  @Query(() => QuestionSetModel, { nullable: true, description: 'One question set; null when it does not exist.' })
  questionSet(
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
    @Context() context: GraphQLContext,
  ): Promise<QuestionSetModel | null> {
    return this.questionSets.find(id, context);
  }

  @ResolveField('versions', () => [QuestionSetVersionModel], {
    description: 'Saves of the draft, latest first; kept when it is published. At most 1000.',
  })
  versionsOf(
    @Parent() { id }: QuestionSetModel,
    @Context() context: GraphQLContext,
  ): Promise<readonly QuestionSetVersionModel[]> {
    return this.questionSets.versionsOf(id, context);
  }

  @ResolveField('publicationErrors', () => [PublishQuestionSetErrorModel], {
    description: 'What publishQuestionSet would answer now: everything in the way; empty for a published set.',
  })
  publicationErrorsOf(
    @Parent() { stored }: QuestionSetParent,
    @Context() context: GraphQLContext,
  ): Promise<readonly MutationError<PublishQuestionSetErrorCode>[]> {
    return this.publishing.standsInTheWay(stored, context);
  }

  @Mutation(() => DraftQuestionSetPayload, {
    description: 'Starts a draft for a year: empty, from a published set with every question code kept, or of modules.',
  })
  draftQuestionSet(
    @Args('input', INPUT) input: DraftQuestionSetInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<DraftQuestionSetPayload> {
    return this.drafting.draft(input, actor);
  }

  @Mutation(() => SaveQuestionSetPayload, {
    description:
      'Saves a whole draft at the version it was read at. Where somebody has saved since, edits of different fields are merged, and contradicting ones refused with both documents.',
  })
  saveQuestionSet(
    @Args('input', INPUT) input: SaveQuestionSetInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<SaveQuestionSetPayload> {
    return this.drafting.save(input, actor);
  }

  @Mutation(() => SaveQuestionSetPayload, {
    description: 'Goes back to an earlier save of a draft; its document becomes the next version.',
  })
  restoreQuestionSet(
    @Args('input', INPUT) input: RestoreQuestionSetInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<SaveQuestionSetPayload> {
    return this.drafting.restore(input, actor);
  }

  @Mutation(() => PublishQuestionSetPayload, {
    description: 'Publishes a draft for ever, or answers with the complete list of what is in the way.',
  })
  publishQuestionSet(
    @Args('input', INPUT) input: PublishQuestionSetInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<PublishQuestionSetPayload> {
    return this.publishing.publish(input, actor);
  }
}
