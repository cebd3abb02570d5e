import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CompletionStage } from '@reflexbogen/domain';
import { describedEnum } from '../graphql/register-enum.js';

export const CompletionStageEnum = describedEnum<CompletionStage>('CompletionStage', 'How far a sheet is.', {
  INVITED: 'An invitation was written; stays so.',
  OPENED: 'Somebody of the municipality has looked at the sheet; stays so.',
  STARTED: 'At least one answer was saved, or the sheet was handed in; stays so.',
  SUBMITTED: 'The sheet is handed in now, accepted or not.',
  RETURNED: 'The sheet is with the municipality for correction now.',
  ACCEPTED: 'The sheet is accepted now.',
});

@ObjectType('CompletionMunicipality', { description: 'A municipality behind a number.' })
export class CompletionMunicipalityModel {
  @Field({ description: 'Code, unique in the study.' })
  code!: string;

  @Field({ description: 'Name.' })
  name!: string;
}

@ObjectType('CompletionCount', { description: 'How many sheets are at a stage, and which.' })
export class CompletionCountModel {
  @Field(() => CompletionStageEnum, { description: 'The stage.' })
  stage!: CompletionStage;

  @Field(() => Int, { description: 'Number of municipalities, 0 to the members of the group.' })
  count!: number;

  @Field(() => [CompletionMunicipalityModel], {
    description: 'The first municipalities behind the number in the order of the panel, as many as were asked for.',
  })
  municipalities!: readonly CompletionMunicipalityModel[];
}

@ObjectType('CompletionGroup', { description: 'Members of the panel that share a value of the attribute.' })
export class CompletionGroupModel {
  @Field(() => String, {
    nullable: true,
    description:
      'Value of the attribute in this round; null for members without one, and where nothing divides the panel.',
  })
  value!: string | null;

  @Field(() => Int, { description: 'Members of the panel in the year of the round.' })
  members!: number;

  @Field(() => [CompletionCountModel], { description: 'One count a stage, in the order of work.' })
  counts!: readonly CompletionCountModel[];
}
