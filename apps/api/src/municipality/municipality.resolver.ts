import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../graphql/page.js';
import { StudyModel } from '../study/study.model.js';
import type { StudyParent } from '../study/study.service.js';
import { MunicipalityConnection } from './municipality.model.js';
import { MunicipalityService } from './municipality.service.js';

/** Adds the panel to Study from the feature that knows it. */
@Resolver(() => StudyModel)
export class StudyMunicipalitiesResolver {
  constructor(private readonly municipalityService: MunicipalityService) {}

  @ResolveField(() => MunicipalityConnection, { description: 'The panel, in its own order.' })
  municipalities(@Parent() study: StudyParent, @Args() page: PageArgs): Promise<MunicipalityConnection> {
    return this.municipalityService.page(study.id, page);
  }
}
