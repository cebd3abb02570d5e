import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { SaveSharedScaleInput, SaveSharedScalePayload, SharedScaleModel } from './shared-scale.model.js';
import { SharedScaleService } from './shared-scale.service.js';

@Resolver(() => SharedScaleModel)
export class SharedScaleResolver {
  constructor(private readonly scales: SharedScaleService) {}

  @Query(() => [SharedScaleModel], {
    description: 'The library of scales: the last revision of each, by code. At most 5000.',
  })
  sharedScales(): Promise<readonly SharedScaleModel[]> {
    return this.scales.list();
  }

  @Mutation(() => SaveSharedScalePayload, {
    description:
      'Saves a scale of the library. Labels, order and archiving are free; the code of a level means what it meant, for ever.',
  })
  saveSharedScale(
    @Args('input', { description: 'What is asked for.' }) input: SaveSharedScaleInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<SaveSharedScalePayload> {
    return this.scales.save(input, actor);
  }
}
