import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { ErasePersonInput, ErasePersonPayload, PersonalDataFileModel } from './privacy.model.js';
import { PrivacyService } from './privacy.service.js';

@Resolver()
export class PrivacyResolver {
  constructor(private readonly privacy: PrivacyService) {}

  @Query(() => PersonalDataFileModel, {
    nullable: true,
    description:
      'Everything that is kept about you, or about a person you administer; null where there is none for you.',
  })
  personalData(
    @Context() { actor }: GraphQLContext,
    @Args('person', { type: () => ID, nullable: true, description: 'The person; without it you.' })
    person?: string | null,
  ): Promise<PersonalDataFileModel | null> {
    return this.privacy.dataOf(person ?? null, actor);
  }

  @Mutation(() => ErasePersonPayload, {
    description: 'Erases who a person is. Answers, submissions and the record stay.',
  })
  erasePerson(
    @Args('input', { description: 'What is asked for.' }) input: ErasePersonInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ErasePersonPayload> {
    return this.privacy.erase(input, actor);
  }
}
