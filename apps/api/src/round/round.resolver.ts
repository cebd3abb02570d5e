import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { QuestionSetModel } from '../question-set/question-set.model.js';
import { QuestionSetService } from '../question-set/question-set.service.js';
import { StudyModel } from '../study/study.model.js';
import type { StudyParent } from '../study/study.service.js';
import { ChangeWindowPayload, CloseRoundInput, MoveWindowInput } from './round-window.model.js';
import { OpenRoundInput, OpenRoundPayload, RoundModel, RoundStatusEnum } from './round.model.js';
import { windowAt, type RoundInfo, type RoundStatus } from '@reflexbogen/domain';
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
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<OpenRoundPayload> {
    return this.rounds.open(input, actor, receivedAt);
  }

  @Mutation(() => ChangeWindowPayload, {
    description: 'Closes a round before its time, for everybody but municipalities with an extension.',
  })
  closeRound(
    @Args('input', { description: 'What is asked for.' }) input: CloseRoundInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ChangeWindowPayload> {
    return this.rounds.close(input, actor);
  }

  @Mutation(() => ChangeWindowPayload, { description: 'Moves the window of a round for everybody.' })
  moveWindow(
    @Args('input', { description: 'What is asked for.' }) input: MoveWindowInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ChangeWindowPayload> {
    return this.rounds.moveWindow(input, actor);
  }

  @ResolveField(() => RoundStatusEnum, { description: 'State at the moment of the request, by act and by clock.' })
  status(@Parent() round: RoundInfo, @Context() { receivedAt }: GraphQLContext): RoundStatus {
    return windowAt(round, null, receivedAt).status;
  }

  @ResolveField(() => QuestionSetModel, { nullable: true, description: 'The question set asked.' })
  questionSet(@Parent() round: RoundInfo, @Context() context: GraphQLContext): Promise<QuestionSetModel | null> {
    return this.questionSets.find(round.questionSetId, context);
  }
}

/** Adds the rounds to Study from the feature that knows them. */
@Resolver(() => StudyModel)
export class StudyRoundsResolver {
  constructor(private readonly roundService: RoundService) {}

  @ResolveField(() => [RoundModel], { description: 'Rounds by year and code; a handful per year.' })
  rounds(@Parent() study: StudyParent, @Context() context: GraphQLContext): Promise<readonly RoundInfo[]> {
    return this.roundService.ofStudy(study.id, context);
  }
}
