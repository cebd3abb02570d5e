import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { localize, type LocalizedText } from '@reflexbogen/domain';
import type { GraphQLContext } from '../graphql/context.js';
import { QuestionSetModel } from '../question-set/question-set.model.js';
import { QuestionSetService } from '../question-set/question-set.service.js';
import {
  ArchivedQuestionModel,
  ArchiveQuestionsInput,
  ArchiveQuestionsPayload,
  ModuleModel,
  PublishModuleInput,
  PublishModulePayload,
  RequireLocalesInput,
  RequireLocalesPayload,
} from './module.model.js';
import { TemplateModel } from './template.model.js';
import { TemplateService, type ModuleParent, type TemplateParent } from './template.service.js';

const LOCALE = {
  type: () => String,
  nullable: true,
  description: 'BCP 47 language tag; falls back to any translation.',
} as const;
const INPUT = { description: 'What is asked for.' } as const;

@Resolver(() => TemplateModel)
export class TemplateResolver {
  constructor(
    private readonly templates: TemplateService,
    private readonly questionSets: QuestionSetService,
  ) {}

  @Query(() => [TemplateModel], {
    name: 'templates',
    description: 'All templates by slug, whichever studies your token covers: they belong to none. At most 1000.',
  })
  list(): Promise<readonly TemplateParent[]> {
    return this.templates.list();
  }

  @Query(() => TemplateModel, { nullable: true, description: 'One template; null when it does not exist.' })
  template(@Args('slug', { description: 'Its slug.' }) slug: string): Promise<TemplateParent | null> {
    return this.templates.findBySlug(slug);
  }

  @ResolveField(() => String, { description: 'Title in one language. Never empty.' })
  title(@Parent() template: { title: LocalizedText }, @Args('locale', LOCALE) locale?: string | null): string {
    return localize(template.title, locale ?? 'de');
  }

  @ResolveField('questionSets', () => [QuestionSetModel], {
    description: 'All its question sets, by year and revision. A handful per year.',
  })
  questionSetsOf(
    @Parent() template: TemplateParent,
    @Context() context: GraphQLContext,
  ): Promise<readonly QuestionSetModel[]> {
    return this.questionSets.ofTemplate(template.id, context);
  }

  @ResolveField('modules', () => [ModuleModel], { description: 'Its modules by code, with all their revisions.' })
  modulesOf(@Parent() template: TemplateParent, @Context() context: GraphQLContext): Promise<readonly ModuleParent[]> {
    return this.templates.modulesOf(template.id, context);
  }

  @ResolveField('archivedQuestions', () => [ArchivedQuestionModel], {
    description: 'Questions that are asked no more, by code. At most 10,000.',
  })
  archivedQuestionsOf(
    @Parent() template: TemplateParent,
    @Context() context: GraphQLContext,
  ): Promise<readonly ArchivedQuestionModel[]> {
    return this.templates.archivedQuestionsOf(template.id, context);
  }

  @Mutation(() => PublishModulePayload, {
    description: 'Publishes the next revision of a module, or answers with the complete list of what is in the way.',
  })
  publishModule(
    @Args('input', INPUT) input: PublishModuleInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<PublishModulePayload> {
    return this.templates.publishModule(input, actor);
  }

  @Mutation(() => ArchiveQuestionsPayload, {
    description: 'Archives questions for ever: no later question set can be published that uses their codes.',
  })
  archiveQuestions(
    @Args('input', INPUT) input: ArchiveQuestionsInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ArchiveQuestionsPayload> {
    return this.templates.archiveQuestions(input, actor);
  }

  @Mutation(() => RequireLocalesPayload, {
    description: 'States the languages in which every text must be there before a question set is published.',
  })
  requireLocales(@Args('input', INPUT) input: RequireLocalesInput): Promise<RequireLocalesPayload> {
    return this.templates.requireLocales(input);
  }
}

@Resolver(() => ModuleModel)
export class ModuleResolver {
  @ResolveField(() => String, { description: 'Title in one language. Never empty.' })
  title(@Parent() module: ModuleParent, @Args('locale', LOCALE) locale?: string | null): string {
    return localize(module.title, locale ?? 'de');
  }
}
