import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { StudyModel } from '../study/study.model.js';
import type { StudyParent } from '../study/study.service.js';
import { FreezeDiffService } from './freeze-diff.service.js';
import {
  DisclosurePolicyModel,
  FreezeDiffModel,
  FreezeModel,
  ReleaseFreezeInput,
  ReleaseFreezePayload,
  SetDisclosurePolicyInput,
  SetDisclosurePolicyPayload,
  TakeFreezeInput,
  TakeFreezePayload,
} from './freeze.model.js';
import { FreezeService } from './freeze.service.js';

@Resolver()
export class FreezeResolver {
  constructor(
    private readonly freezes: FreezeService,
    private readonly diffs: FreezeDiffService,
  ) {}

  @Query(() => FreezeDiffModel, {
    nullable: true,
    description: 'Which figures moved between two freezes, and why; null when study or freezes do not exist.',
  })
  freezeDiff(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('a', { description: 'Name of the first freeze.' }) a: string,
    @Args('b', { description: 'Name of the second freeze.' }) b: string,
    @Args('from', {
      type: () => String,
      nullable: true,
      description: 'Code of the earlier round; without it and to, every pair of consecutive rounds.',
    })
    from: string | null | undefined,
    @Args('to', { type: () => String, nullable: true, description: 'Code of the later round.' })
    to: string | null | undefined,
    @Context() { actor }: GraphQLContext,
  ): Promise<FreezeDiffModel | null> {
    return this.diffs.diff({ study, a, b, from: from ?? null, to: to ?? null }, actor);
  }

  @Mutation(() => TakeFreezePayload, { description: 'Pins a study as it is now, under a name.' })
  takeFreeze(
    @Args('input', { description: 'What is asked for.' }) input: TakeFreezeInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<TakeFreezePayload> {
    return this.freezes.take(input, actor);
  }

  @Mutation(() => ReleaseFreezePayload, {
    description:
      'Opens a freeze to analysts who do not see single answers, and decides once what is withheld from them.',
  })
  releaseFreeze(
    @Args('input', { description: 'What is asked for.' }) input: ReleaseFreezeInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ReleaseFreezePayload> {
    return this.freezes.release(input, actor);
  }

  @Mutation(() => SetDisclosurePolicyPayload, { description: 'Sets who sees which figure of a study.' })
  setDisclosurePolicy(
    @Args('input', { description: 'What is asked for.' }) input: SetDisclosurePolicyInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<SetDisclosurePolicyPayload> {
    return this.freezes.setPolicy(input, actor);
  }
}

/** Adds freezes and policy to Study from the feature that knows them. */
@Resolver(() => StudyModel)
export class StudyFreezesResolver {
  constructor(private readonly freezeService: FreezeService) {}

  @ResolveField(() => [FreezeModel], {
    description: 'Freezes that you may ask, latest first; at most 1000.',
  })
  freezes(@Parent() study: StudyParent, @Context() context: GraphQLContext): Promise<readonly FreezeModel[]> {
    return this.freezeService.list(study, context);
  }

  @ResolveField(() => DisclosurePolicyModel, { description: 'Who sees which figure.' })
  disclosure(@Parent() study: StudyParent): DisclosurePolicyModel {
    return study.disclosure;
  }
}
