import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { QuestionSetModel } from '../question-set/question-set.model.js';
import { QuestionSetService } from '../question-set/question-set.service.js';
import { StudyModel } from '../study/study.model.js';
import type { StudyParent } from '../study/study.service.js';
import { OpenRoundInput, OpenRoundPayload, RoundModel } from './round.model.js';
import type { RoundInfo } from '@reflexbogen/domain';
import { RoundService } from './round.service.js';

@Resolver(() => RoundModel)
export class RoundResolver {
  constructor(
    private readonly rounds: RoundService,
    private readonly questionSets: QuestionSetService,
  ) {}

  @Mutation(() => OpenRoundPayload, {
    description: 'Opens a round on a published question set: a new one, or one that was planned with that set.',
  })
  openRound(
    @Args('input', { description: 'What is asked for.' }) input: OpenRoundInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<OpenRoundPayload> {
    return this.rounds.open(input, actor);
  }

  @ResolveField(() => QuestionSetModel, { nullable: true, description: 'The question set asked.' })
  questionSet(@Parent() round: RoundInfo): Promise<QuestionSetModel | null> {
    return this.questionSets.find(round.questionSetId);
  }
}

/** Adds the rounds to Study from the feature that knows them. */
@Resolver(() => StudyModel)
export class StudyRoundsResolver {
  constructor(private readonly roundService: RoundService) {}

  @ResolveField(() => [RoundModel], { description: 'Rounds by year and code; a handful per year.' })
  rounds(@Parent() study: StudyParent): Promise<readonly RoundInfo[]> {
    return this.roundService.ofStudy(study.id);
  }
}
