import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Template', { description: 'A reflection sheet across the years: the identities of its questions.' })
export class TemplateModel {
  @Field({ description: 'Identity of the template.' })
  slug!: string;
}
