import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { DraftQuestionSetInput, PublishQuestionSetInput, SaveQuestionSetInput } from './question-set.input.js';
import {
  DraftQuestionSetPayload,
  PublishQuestionSetPayload,
  QuestionSetModel,
  SaveQuestionSetPayload,
} from './question-set.model.js';
import { QuestionSetService } from './question-set.service.js';

@Resolver()
export class QuestionSetResolver {
  constructor(private readonly questionSets: QuestionSetService) {}

  @Query(() => QuestionSetModel, { nullable: true, description: 'One question set; null when it does not exist.' })
  questionSet(
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
  ): Promise<QuestionSetModel | null> {
    return this.questionSets.find(id);
  }

  @Mutation(() => DraftQuestionSetPayload, {
    description: 'Starts a draft for a year, empty or from a published set with every question code kept.',
  })
  draftQuestionSet(
    @Args('input', { description: 'What is asked for.' }) input: DraftQuestionSetInput,
  ): Promise<DraftQuestionSetPayload> {
    return this.questionSets.draft(input);
  }

  @Mutation(() => SaveQuestionSetPayload, {
    description: 'Saves a whole draft at the version it was read at; refused when somebody has saved since.',
  })
  saveQuestionSet(
    @Args('input', { description: 'What is asked for.' }) input: SaveQuestionSetInput,
  ): Promise<SaveQuestionSetPayload> {
    return this.questionSets.save(input);
  }

  @Mutation(() => PublishQuestionSetPayload, {
    description: 'Publishes a draft for ever, or answers with the complete list of what is in the way.',
  })
  publishQuestionSet(
    @Args('input', { description: 'What is asked for.' }) input: PublishQuestionSetInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<PublishQuestionSetPayload> {
    return this.questionSets.publish(input, actor);
  }
}
