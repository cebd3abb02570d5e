import { Field, InputType } from '@nestjs/graphql';
import type { Direction, MissingKind, Polarity } from '@reflexbogen/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { TranslationInput } from '../graphql/translation.model.js';
import { DirectionEnum, MissingKindEnum, PolarityEnum } from './question.enums.js';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

@InputType({ description: 'One level of a scale.' })
export class LevelInput {
  @Field({ description: 'Code, unique in the scale.' })
  @Matches(/^[^|\s][^|]*$/, { message: 'level code: expected text without |' })
  @MaxLength(100)
  code!: string;

  @Field(() => [TranslationInput], { description: 'Label per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  label!: TranslationInput[];

  @Field(() => DirectionEnum, {
    nullable: true,
    description: 'What choosing it reports, on a scale that asks for a change.',
  })
  @IsOptional()
  direction?: Direction | null;

  @Field({ defaultValue: false, description: 'No longer offered; its code stays taken.' })
  archived!: boolean;
}

@InputType({ description: 'An answer that is not a value.' })
export class MissingCodeInput {
  @Field({ description: 'Code, unique among levels and missing codes of the scale.' })
  @MaxLength(100)
  code!: string;

  @Field(() => MissingKindEnum, { description: 'Reason under which figures exclude it.' })
  kind!: MissingKind;

  @Field(() => [TranslationInput], { description: 'Label per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  label!: TranslationInput[];
}

@InputType({ description: 'A named group of levels.' })
export class BoxInput {
  @Field({ description: 'Name, e.g. high.' })
  @Matches(CODE)
  @MaxLength(100)
  name!: string;

  @Field(() => [String], { description: 'Level codes.' })
  @ArrayMaxSize(1000)
  levels!: string[];
}

@InputType({ description: 'A scale as one whole.' })
export class ScaleInput {
  @Field({ description: 'Code, unique in the set.' })
  @Matches(CODE)
  @MaxLength(100)
  code!: string;

  @Field({ description: 'Whether the levels ascend.' })
  ordered!: boolean;

  @Field(() => [LevelInput], { description: 'Levels, lowest first.' })
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => LevelInput)
  levels!: LevelInput[];

  @Field(() => [BoxInput], { defaultValue: [], description: 'Named groups of levels.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => BoxInput)
  boxes!: BoxInput[];

  @Field(() => PolarityEnum, { defaultValue: 'NEUTRAL', description: 'Whether a higher level is worse or better.' })
  polarity!: Polarity;

  @Field(() => [MissingCodeInput], { defaultValue: [], description: 'Answers that are not values.' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => MissingCodeInput)
  missing!: MissingCodeInput[];
}
