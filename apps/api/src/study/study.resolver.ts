import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { localize, type LocalizedText } from '@reflexbogen/domain';
import type { GraphQLContext } from '../graphql/context.js';
import { AttributeModel, AttributeValueModel, StudyModel } from './study.model.js';
import { StudyService, type StudyParent } from './study.service.js';

const LOCALE = {
  type: () => String,
  nullable: true,
  description: 'BCP 47 language tag; falls back to the default locale.',
} as const;

@Resolver(() => StudyModel)
export class StudyResolver {
  constructor(private readonly studies: StudyService) {}

  @Query(() => [StudyModel], { name: 'studies', description: 'The studies your token covers, by slug; at most 1000.' })
  list(@Context() { actor }: GraphQLContext): Promise<readonly StudyParent[]> {
    return this.studies.list(actor);
  }

  @Query(() => StudyModel, {
    nullable: true,
    description: 'One study; null when it does not exist or your token does not cover it.',
  })
  study(
    @Args('slug', { description: 'Its slug.' }) slug: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<StudyParent | null> {
    return this.studies.find(slug, actor);
  }

  @ResolveField(() => String, { description: 'Title in one language. Never empty.' })
  title(
    @Parent() study: { title: LocalizedText; defaultLocale: string },
    @Args('locale', LOCALE) locale?: string | null,
  ): string {
    return localize(study.title, locale ?? study.defaultLocale, study.defaultLocale);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What the study is, and what its answers are worth; null when not stated.',
  })
  description(
    @Parent() study: { description: LocalizedText | null; defaultLocale: string },
    @Args('locale', LOCALE) locale?: string | null,
  ): string | null {
    return study.description === null
      ? null
      : localize(study.description, locale ?? study.defaultLocale, study.defaultLocale);
  }
}

@Resolver(() => AttributeModel)
export class AttributeResolver {
  @ResolveField(() => String, { description: 'Label in one language. Never empty.' })
  label(@Parent() attribute: { label: LocalizedText }, @Args('locale', LOCALE) locale?: string | null): string {
    return localize(attribute.label, locale ?? 'de');
  }
}

@Resolver(() => AttributeValueModel)
export class AttributeValueResolver {
  @ResolveField(() => String, { description: 'Label in one language. Never empty.' })
  label(@Parent() value: { label: LocalizedText }, @Args('locale', LOCALE) locale?: string | null): string {
    return localize(value.label, locale ?? 'de');
  }
}
