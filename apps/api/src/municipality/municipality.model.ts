import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../graphql/page.js';

@ObjectType('MunicipalityAttribute', { description: 'The value of one attribute of one municipality.' })
export class MunicipalityAttributeModel {
  @Field({ description: 'Code of the attribute.' })
  attribute!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Round the value holds in; null for all rounds without one of their own.',
  })
  round!: string | null;

  @Field({ description: 'Code of the value.' })
  value!: string;
}

@ObjectType('Municipality', { description: 'A member of the panel.' })
export class MunicipalityModel {
  @Field({ description: 'Code, unique in the study.' })
  code!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Official key (AGS, NUTS or LAU); null when not stated.' })
  officialKey!: string | null;

  @Field(() => [MunicipalityAttributeModel], { description: 'Attribute values, by attribute and round.' })
  attributes!: readonly MunicipalityAttributeModel[];
}

@ObjectType('MunicipalityEdge', { description: 'A municipality in a list.' })
export class MunicipalityEdge {
  @Field({ description: 'Cursor of this entry.' })
  cursor!: string;

  @Field(() => MunicipalityModel, { description: 'The municipality.' })
  node!: MunicipalityModel;
}

@ObjectType('MunicipalityConnection', { description: 'A page of municipalities, in panel order.' })
export class MunicipalityConnection {
  @Field(() => [MunicipalityEdge], { description: 'Entries of this page.' })
  edges!: readonly MunicipalityEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Municipalities in the whole list.' })
  totalCount!: number;
}
