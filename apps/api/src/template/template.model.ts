import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Template', { description: 'A reflection sheet across the years: the identities of its questions.' })
export class TemplateModel {
  @Field({ description: 'Identity of the template.' })
  slug!: string;

  @Field(() => [String], {
    description: 'Languages in which every text must be there before a question set is published. At most 50.',
  })
  locales!: readonly string[];
}
