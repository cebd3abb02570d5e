import { ArgsType, Field, GraphQLISODateTime } from '@nestjs/graphql';
import type { Direction, ExclusionReason } from '@reflexbogen/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MunicipalityFilter } from '../municipality/municipality-filter.input.js';
import { DirectionEnum } from '../question-set/question.enums.js';
import { PageArgs } from '../graphql/page.js';
import { ExclusionReasonEnum } from './comparison.model.js';
import type { ViewArgs } from './study-view.js';

/** Which state of the study is asked. */
@ArgsType()
class ViewArgsModel implements ViewArgs {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only submissions handed in by this instant; without it the last ones. Panel and verdicts are those of today: a freeze pins them too.',
  })
  @IsOptional()
  @IsDate()
  asOf?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of a freeze: the same query on it gives the same answer for ever. Not together with asOf.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  freeze?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Leave out answers that were carried over from the round before: they count as excluded, as CARRIED_OVER. For those who see single answers.',
  })
  excludeCarriedOver?: boolean;
}

@ArgsType()
export class ComparisonArgs extends ViewArgsModel {
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

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of sections: only their questions. Together with the other selections all must hold.',
  })
  @IsOptional()
  @ArrayMaxSize(250)
  @IsString({ each: true })
  sections?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Pattern of question codes: * stands for any characters, ? for one, e.g. challenge.*, all of a code family.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  pattern?: string | null;
}

@ArgsType()
export class SeriesArgs extends ViewArgsModel {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the question.' })
  @MaxLength(200)
  question!: string;

  @Field(() => String, {
    nullable: true,
    description: 'MULTI_CHOICE: code of the option; without it the first.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  option?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the rounds; without it all. Rounds left out are not gaps.',
  })
  @IsOptional()
  @ArrayMaxSize(250)
  @IsString({ each: true })
  rounds?: string[] | null;

  @Field(() => MunicipalityFilter, { nullable: true, description: 'Narrows the panel; without it everybody.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MunicipalityFilter)
  filter?: MunicipalityFilter | null;
}

@ArgsType()
export class AllSeriesArgs extends ViewArgsModel {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;
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
