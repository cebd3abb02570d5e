import { Args, Context, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { badInput } from '../graphql/api-error.js';
import type { GraphQLContext } from '../graphql/context.js';
import { CompletionGroupModel } from './completion.model.js';
import { CompletionService } from './completion.service.js';

const MOST_NAMED = 1000;

/** How far the sheets of a round are. */
@Resolver()
export class CompletionResolver {
  constructor(private readonly completions: CompletionService) {}

  @Query(() => [CompletionGroupModel], {
    nullable: true,
    description:
      'How far the sheets of a round are, by an attribute of the panel; null when there is no such round for you.',
  })
  completion(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('round', { description: 'Code of the round.' }) round: string,
    @Args('first', { type: () => Int, description: `Municipalities named behind each number, 0 to ${MOST_NAMED}.` })
    first: number,
    @Context() { actor }: GraphQLContext,
    @Args('by', { type: () => String, nullable: true, description: 'Attribute that divides the panel.' })
    by?: string | null,
  ): Promise<readonly CompletionGroupModel[] | null> {
    return this.completions.of({ study, round, by: by ?? null, first: bounded(first) }, actor);
  }

  @Subscription(() => [CompletionGroupModel], {
    description: 'How far the sheets of a round are: now, and whenever that changes, at most every two seconds.',
    resolve: (groups: readonly CompletionGroupModel[]) => groups,
  })
  completionChanged(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('round', { description: 'Code of the round.' }) round: string,
    @Args('first', { type: () => Int, description: `Municipalities named behind each number, 0 to ${MOST_NAMED}.` })
    first: number,
    @Context() { actor }: GraphQLContext,
    @Args('by', { type: () => String, nullable: true, description: 'Attribute that divides the panel.' })
    by?: string | null,
  ): Promise<AsyncGenerator<readonly CompletionGroupModel[]>> {
    return this.completions.changes({ study, round, by: by ?? null, first: bounded(first) }, actor);
  }
}

function bounded(first: number): number {
  if (first < 0 || first > MOST_NAMED) throw badInput(`first: expected 0 to ${MOST_NAMED}.`);
  return first;
}
