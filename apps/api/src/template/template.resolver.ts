import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { localize, type LocalizedText } from '@reflexbogen/domain';
import { QuestionSetModel } from '../question-set/question-set.model.js';
import { QuestionSetService } from '../question-set/question-set.service.js';
import { TemplateModel } from './template.model.js';
import { TemplateService, type TemplateParent } from './template.service.js';

@Resolver(() => TemplateModel)
export class TemplateResolver {
  constructor(
    private readonly templates: TemplateService,
    private readonly questionSets: QuestionSetService,
  ) {}

  @Query(() => TemplateModel, { nullable: true, description: 'One template; null when it does not exist.' })
  template(@Args('slug', { description: 'Its slug.' }) slug: string): Promise<TemplateParent | null> {
    return this.templates.findBySlug(slug);
  }

  @ResolveField(() => String, { description: 'Title in one language. Never empty.' })
  title(
    @Parent() template: { title: LocalizedText },
    @Args('locale', {
      type: () => String,
      nullable: true,
      description: 'BCP 47 language tag; falls back to any translation.',
    })
    locale?: string | null,
  ): string {
    return localize(template.title, locale ?? 'de');
  }

  @ResolveField('questionSets', () => [QuestionSetModel], {
    description: 'All its question sets, by year and revision. A handful per year.',
  })
  questionSetsOf(@Parent() template: TemplateParent): Promise<readonly QuestionSetModel[]> {
    return this.questionSets.ofTemplate(template.id);
  }
}
