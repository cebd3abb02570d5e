import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { CorrectRoundInput, CorrectRoundPayload, PlanRoundInput, PlanRoundPayload } from './round-planning.model.js';
import { RoundPlanningService } from './round-planning.service.js';

const INPUT = { description: 'What is asked for.' } as const;

@Resolver()
export class RoundPlanningResolver {
  constructor(private readonly planning: RoundPlanningService) {}

  @Mutation(() => PlanRoundPayload, {
    description: 'Plans the next round after the example of an earlier one, and lists what it took over.',
  })
  planRound(
    @Args('input', INPUT) input: PlanRoundInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<PlanRoundPayload> {
    return this.planning.plan(input, actor);
  }

  @Mutation(() => CorrectRoundPayload, {
    description:
      'Moves a round in the field on to a corrected wording. Sheets in work follow with every answer; those handed in stay on the revision they answered.',
  })
  correctRound(
    @Args('input', INPUT) input: CorrectRoundInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<CorrectRoundPayload> {
    return this.planning.correct(input, actor);
  }
}
