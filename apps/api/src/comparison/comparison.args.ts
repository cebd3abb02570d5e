import { ArgsType, Field } from '@nestjs/graphql';
import type { Direction, ExclusionReason } from '@reflexbogen/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MunicipalityFilter } from '../municipality/municipality-filter.input.js';
import { DirectionEnum } from '../question-set/question.enums.js';
import { PageArgs } from '../graphql/page.js';
import { ExclusionReasonEnum } from './comparison.model.js';

@ArgsType()
export class ComparisonArgs {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the earlier round.' })
  @MaxLength(100)
  from!: string;

  @Field({ description: 'Code of the later round.' })
  @MaxLength(100)
  to!: string;

  @Field(() => MunicipalityFilter, { nullable: true, description: 'Narrows the panel; without it everybody.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MunicipalityFilter)
  filter?: MunicipalityFilter | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the questions; a GRID stands for all its cells. Without it all questions.',
  })
  @IsOptional()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  questions?: string[] | null;
}

@ArgsType()
export class SeriesArgs {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the question.' })
  @MaxLength(200)
  question!: string;

  @Field(() => MunicipalityFilter, { nullable: true, description: 'Narrows the panel; without it everybody.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MunicipalityFilter)
  filter?: MunicipalityFilter | null;
}

@ArgsType()
export class DeltaMunicipalitiesArgs extends PageArgs {
  @Field(() => DirectionEnum, { nullable: true, description: 'Only municipalities whose change has this direction.' })
  @IsOptional()
  direction?: Direction | null;

  @Field(() => ExclusionReasonEnum, { nullable: true, description: 'Only municipalities excluded for this reason.' })
  @IsOptional()
  exclusion?: ExclusionReason | null;
}
