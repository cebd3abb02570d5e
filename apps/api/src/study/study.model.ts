import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('AttributeValue', { description: 'One declared value of an attribute.' })
export class AttributeValueModel {
  @Field({ description: 'Code of the value.' })
  code!: string;
}

@ObjectType('Attribute', { description: 'A property of municipalities by which results are broken down.' })
export class AttributeModel {
  @Field({ description: 'Code, unique in the study.' })
  code!: string;

  @Field(() => [AttributeValueModel], { description: 'Declared values; empty where any text is a category.' })
  values!: readonly AttributeValueModel[];
}

@ObjectType('Study', { description: 'A panel of municipalities and the rounds in which it was asked.' })
export class StudyModel {
  @Field({ description: 'Identity of the study in addresses and packages.' })
  slug!: string;

  @Field({ description: 'Slug of the template that its rounds ask question sets of.' })
  template!: string;

  @Field({ description: "Language used where a reader's is missing." })
  defaultLocale!: string;

  @Field(() => [AttributeModel], { description: 'Attributes in order.' })
  attributes!: readonly AttributeModel[];
}
