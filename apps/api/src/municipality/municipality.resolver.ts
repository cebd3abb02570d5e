import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { StudyModel } from '../study/study.model.js';
import type { StudyParent } from '../study/study.service.js';
import { MunicipalityConnection } from './municipality.model.js';
import { MunicipalityService } from './municipality.service.js';
import { ChangePanelInput, ChangePanelPayload } from './panel-change.model.js';
import { PanelService } from './panel.service.js';

/** Adds the panel to Study from the feature that knows it. */
@Resolver(() => StudyModel)
export class StudyMunicipalitiesResolver {
  constructor(private readonly municipalityService: MunicipalityService) {}

  @ResolveField(() => MunicipalityConnection, { description: 'The panel, in its own order.' })
  municipalities(
    @Parent() study: StudyParent,
    @Args() page: PageArgs,
    @Context() context: GraphQLContext,
  ): Promise<MunicipalityConnection> {
    return this.municipalityService.page(study.id, page, context);
  }
}

@Resolver()
export class PanelResolver {
  constructor(private readonly panels: PanelService) {}

  @Mutation(() => ChangePanelPayload, {
    description:
      'Municipalities join, leave, are merged or split, with the year: all changes or none. Nobody is removed, and no earlier figure moves.',
  })
  changePanel(
    @Args('input', { description: 'What is asked for.' }) input: ChangePanelInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ChangePanelPayload> {
    return this.panels.change(input, actor);
  }
}
