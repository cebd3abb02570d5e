import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { describedEnum } from '../graphql/register-enum.js';

export type RoundSide = 'FROM' | 'TO';
export const RoundSideEnum = describedEnum<RoundSide>('RoundSide', 'Which of the two rounds of a comparison.', {
  FROM: 'The earlier round.',
  TO: 'The later round.',
});

@InputType({ description: 'Municipalities by the value of one attribute.' })
export class AttributeFilterInput {
  @Field({ description: 'Code of the attribute.' })
  @MaxLength(100)
  code!: string;

  @Field(() => [String], {
    nullable: 'items',
    description: 'Values of which one must hold; null among them means "not stated".',
  })
  @ArrayMaxSize(250)
  in!: (string | null)[];

  @Field(() => RoundSideEnum, { defaultValue: 'TO', description: 'Round whose value counts.' })
  at!: RoundSide;
}

@InputType({ description: 'Narrows the panel. All given conditions must hold; an empty filter lets everybody pass.' })
export class MunicipalityFilter {
  @Field(() => AttributeFilterInput, { nullable: true, description: 'By attribute.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttributeFilterInput)
  attribute?: AttributeFilterInput | null;

  @Field(() => [String], { nullable: true, description: 'By code of the municipality.' })
  @IsOptional()
  @ArrayMaxSize(250)
  codes?: string[] | null;

  @Field(() => [MunicipalityFilter], { nullable: true, description: 'All of these must hold.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MunicipalityFilter)
  and?: MunicipalityFilter[] | null;

  @Field(() => [MunicipalityFilter], { nullable: true, description: 'At least one of these must hold.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MunicipalityFilter)
  or?: MunicipalityFilter[] | null;

  @Field(() => MunicipalityFilter, { nullable: true, description: 'This must not hold.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MunicipalityFilter)
  not?: MunicipalityFilter | null;
}
