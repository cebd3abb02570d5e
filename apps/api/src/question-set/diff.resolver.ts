import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { describedEnum } from '../graphql/register-enum.js';
import { AffectedSeriesModel, QuestionChangeModel, QuestionSetDiffModel, VerdictProposalModel } from './diff.model.js';
import { DiffService, type ChangeParent, type DiffParent } from './diff.service.js';

const DiffFormatEnum = describedEnum<'MARKDOWN' | 'TEXT'>('DiffFormat', 'How a difference is written.', {
  MARKDOWN: 'Markdown; wordings are escaped.',
  TEXT: 'Plain text, removed words in [-…-], added ones in {+…+}.',
});

const DEFAULT_LOCALE = {
  type: () => String,
  defaultValue: 'de',
  description: 'BCP 47 language tag of the language whose wording is the question; others are translations of it.',
} as const;

@Resolver(() => QuestionSetDiffModel)
export class QuestionSetDiffResolver {
  constructor(private readonly diffs: DiffService) {}

  @Query(() => QuestionSetDiffModel, {
    nullable: true,
    description: 'What changed between two question sets of a template, drafts included; null when one does not exist.',
  })
  questionSetDiff(
    @Args('from', { type: () => ID, description: 'The earlier set.' }) from: string,
    @Args('to', { type: () => ID, description: 'The later set.' }) to: string,
    @Args('defaultLocale', DEFAULT_LOCALE) defaultLocale: string,
  ): Promise<DiffParent | null> {
    return this.diffs.diff(from, to, defaultLocale);
  }

  @ResolveField(() => String, { description: 'The whole difference as a text for people.' })
  text(
    @Parent() diff: DiffParent,
    @Args('format', { type: () => DiffFormatEnum, defaultValue: 'MARKDOWN', description: 'How it is written.' })
    format: 'MARKDOWN' | 'TEXT',
    @Args('locale', { type: () => String, defaultValue: 'de', description: 'German for de, English for any other.' })
    locale: string,
  ): string {
    return this.diffs.text(diff, format, locale);
  }
}

@Resolver(() => QuestionChangeModel)
export class QuestionChangeResolver {
  constructor(private readonly diffs: DiffService) {}

  @ResolveField(() => VerdictProposalModel, {
    nullable: true,
    description: 'A verdict that a computer would propose; null for a grid without cells. Never applied by itself.',
  })
  proposal(
    @Parent() change: ChangeParent,
    @Args('locale', { type: () => String, defaultValue: 'de', description: 'Language in which texts are compared.' })
    locale: string,
  ): VerdictProposalModel | null {
    return this.diffs.proposal(change, locale);
  }

  @ResolveField(() => [AffectedSeriesModel], {
    description: 'Studies whose figures rest on the question: where a break would be seen.',
  })
  affected(
    @Parent() change: ChangeParent,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly AffectedSeriesModel[]> {
    return this.diffs.affected(change, actor);
  }
}
