import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  localize,
  type ChangeSummary,
  type DeltaOrder,
  type IntervalMethod,
  type Level,
  type ShareInterval,
  type SignedRankTest,
  type ZeroHandling,
} from '@reflexbogen/domain';
import type { GraphQLContext } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { RoundSideEnum, type RoundSide } from '../municipality/municipality-filter.input.js';
import { AllSeriesArgs, ComparisonArgs, DeltaMunicipalitiesArgs, SeriesArgs } from './comparison.args.js';
import {
  AgreementModel,
  ComparisonModel,
  CrossedGroupModel,
  DeltaGroupModel,
  DeltaModel,
  DeltaMunicipalityConnection,
  DeltaOptionModel,
  DeltaOrderEnum,
  DisagreementConnection,
  LevelCountModel,
  LevelShareModel,
  SeriesModel,
  SeriesPointModel,
  TextPairConnection,
} from './comparison.model.js';
import { ComparisonService } from './comparison.service.js';
import type { AgreementParent, ComparisonParent, DeltaParent, DeltaStatisticsParent } from './comparison-parent.js';
import type { SeriesParent, SeriesPointParent } from './series-parent.js';
import { SeriesService } from './series.service.js';
import {
  ChangeSummaryModel,
  DeltaStatisticsModel,
  IntervalMethodEnum,
  ShareIntervalModel,
  SignedRankTestModel,
  ZeroHandlingEnum,
} from './statistics.model.js';

@Resolver(() => ComparisonModel)
export class ComparisonResolver {
  constructor(
    private readonly comparisons: ComparisonService,
    private readonly seriesService: SeriesService,
  ) {}

  @Query(() => ComparisonModel, {
    nullable: true,
    description:
      'What changed between two rounds; null when study or round do not exist or your token does not cover the study.',
  })
  comparison(@Args() args: ComparisonArgs, @Context() { actor }: GraphQLContext): Promise<ComparisonParent | null> {
    return this.comparisons.compare(args, actor);
  }

  @Query(() => SeriesModel, {
    nullable: true,
    description:
      'One question over all rounds; null when study or question do not exist or your token does not cover the study.',
  })
  series(@Args() args: SeriesArgs, @Context() { actor }: GraphQLContext): Promise<SeriesParent | null> {
    return this.seriesService.series(args, actor);
  }

  @Query(() => [SeriesModel], {
    nullable: true,
    description:
      'Every question with levels over all rounds that asked it, in the order of the round that asked it last, latest round first; MULTI_CHOICE, NUMBER and TEXT have none. Null when the study does not exist or your token does not cover it.',
  })
  allSeries(
    @Args() args: AllSeriesArgs,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly SeriesParent[] | null> {
    return this.seriesService.allSeries(args, actor);
  }

  @ResolveField(() => [DeltaModel], { description: 'One delta per question and option. TEXT questions have none.' })
  deltas(
    @Parent() comparison: ComparisonParent,
    @Args('orderBy', { type: () => DeltaOrderEnum, defaultValue: 'QUESTION', description: 'Order of the list.' })
    orderBy: DeltaOrder,
  ): readonly DeltaParent[] {
    return comparison.deltasInOrder(orderBy);
  }

  @ResolveField(() => [AgreementModel], {
    description: 'Topics that were both computed and reported, in the order of the reported questions.',
  })
  agreements(@Parent() comparison: ComparisonParent): readonly AgreementParent[] {
    return comparison.agreements();
  }

  @ResolveField(() => TextPairConnection, {
    description: 'The texts of one TEXT question side by side, in panel order.',
  })
  texts(
    @Parent() comparison: ComparisonParent,
    @Args('question', { description: 'Code of the question.' }) question: string,
    @Args() page: PageArgs,
  ): Promise<TextPairConnection> {
    return comparison.texts(question, page);
  }
}

@Resolver(() => AgreementModel)
export class AgreementResolver {
  @ResolveField(() => DisagreementConnection, {
    description: 'The municipalities in which both differ, in panel order; as many as comparable less agree.',
  })
  disagreements(@Parent() agreement: AgreementParent, @Args() page: PageArgs): DisagreementConnection {
    return agreement.disagreements(page);
  }
}

@Resolver(() => DeltaStatisticsModel)
export class DeltaStatisticsResolver {
  @ResolveField(() => ShareIntervalModel, {
    nullable: true,
    description:
      'Share of comparable municipalities that increased; null where levels have no order or nothing is comparable.',
  })
  shareIncreased(
    @Parent() statistics: DeltaStatisticsParent,
    @Args('method', { type: () => IntervalMethodEnum, defaultValue: 'WILSON', description: 'Which interval.' })
    method: IntervalMethod,
  ): ShareInterval | null {
    return statistics.shareIncreased(method);
  }

  @ResolveField(() => SignedRankTestModel, {
    nullable: true,
    description: 'For ordered scales and numbers; null for others and for reported changes.',
  })
  signedRank(
    @Parent() statistics: DeltaStatisticsParent,
    @Args('zeros', { type: () => ZeroHandlingEnum, description: 'What to do with those who did not change.' })
    zeros: ZeroHandling,
  ): SignedRankTest | null {
    return statistics.signedRank(zeros);
  }
}

@Resolver(() => DeltaModel)
export class DeltaResolver {
  @ResolveField(() => LevelShareModel, {
    nullable: true,
    description:
      'How many answered with a level of a box in one of the rounds; null where the question has no such box or no levels.',
  })
  levelShare(
    @Parent() delta: DeltaParent,
    @Args('round', { type: () => RoundSideEnum, description: 'Which round.' }) round: RoundSide,
    @Args('box', { description: 'Name of a box of the scale, or the code of a single level.' }) box: string,
  ): LevelShareModel | null {
    return delta.levelShare(round, box);
  }

  @ResolveField(() => [DeltaGroupModel], {
    description: 'The same by the values of an attribute. Every column sums to the total.',
  })
  groups(
    @Parent() delta: DeltaParent,
    @Args('by', { description: 'Code of the attribute.' }) by: string,
    @Args('at', { type: () => RoundSideEnum, defaultValue: 'TO', description: 'Round whose attribute value counts.' })
    at: RoundSide,
  ): readonly DeltaGroupModel[] {
    return delta.groups(by, at);
  }

  @ResolveField(() => [LevelCountModel], {
    description:
      'Answers in one of the rounds by level, in scale order, levels without a case included; empty for numbers, for a round that did not ask, and when withheld.',
  })
  distribution(
    @Parent() delta: DeltaParent,
    @Args('round', { type: () => RoundSideEnum, description: 'Which round.' }) round: RoundSide,
  ): readonly LevelCountModel[] {
    return delta.distribution(round);
  }

  @ResolveField(() => [CrossedGroupModel], {
    description: 'The same by several attributes at once: one group per combination of values that occurs.',
  })
  crossedGroups(
    @Parent() delta: DeltaParent,
    @Args('by', { type: () => [String], description: 'Codes of 1 to 4 attributes.' }) by: string[],
    @Args('at', { type: () => RoundSideEnum, defaultValue: 'TO', description: 'Round whose attribute values count.' })
    at: RoundSide,
  ): readonly CrossedGroupModel[] {
    return delta.crossedGroups(by, at);
  }

  @ResolveField(() => ChangeSummaryModel, {
    nullable: true,
    description: 'Mean and spread of the change of a NUMBER; null for every other question and when suppressed.',
  })
  change(@Parent() delta: DeltaParent): ChangeSummary | null {
    return delta.change();
  }

  @ResolveField(() => DeltaStatisticsModel, {
    nullable: true,
    description: 'Tests and intervals; null when suppressed.',
  })
  statistics(@Parent() delta: DeltaParent): DeltaStatisticsParent | null {
    return delta.statistics();
  }

  @ResolveField(() => DeltaMunicipalityConnection, {
    description: 'The municipalities behind the counts, in panel order.',
  })
  municipalities(
    @Parent() delta: DeltaParent,
    @Args() args: DeltaMunicipalitiesArgs,
  ): Promise<DeltaMunicipalityConnection> {
    return delta.municipalities(args);
  }

  @ResolveField(() => String, {
    description: 'The figure in one sentence with its base and footnotes, in German or English.',
  })
  sentence(
    @Parent() delta: DeltaParent,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description: 'de or en; other languages fall back to English.',
    })
    locale?: string | null,
  ): string {
    return delta.sentence(locale ?? 'de');
  }
}

@Resolver(() => DeltaOptionModel)
export class DeltaOptionResolver {
  @ResolveField(() => String, { description: 'Label in one language. Never empty.' })
  label(
    @Parent() option: Level,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description: 'BCP 47 language tag; falls back to the default locale.',
    })
    locale?: string | null,
  ): string {
    return localize(option.label, locale ?? 'de');
  }
}

@Resolver(() => SeriesPointModel)
export class SeriesPointResolver {
  @ResolveField(() => LevelShareModel, {
    nullable: true,
    description: 'Share of a box in this round; null without a box or where the question has no such box.',
  })
  levelShare(
    @Parent() point: SeriesPointParent,
    @Args('box', {
      type: () => String,
      nullable: true,
      description: 'Name of a box of the scale, or the code of a single level.',
    })
    box?: string | null,
  ): LevelShareModel | null {
    return box === undefined || box === null ? null : point.levelShare(box);
  }
}
