import { Field, Float, InputType, Int } from '@nestjs/graphql';
import type { Polarity, PriorPolicy, QuestionType, Verdict } from '@reflexbogen/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TranslationInput } from '../graphql/translation.model.js';
import { PolarityEnum, PriorPolicyEnum, QuestionTypeEnum, VerdictEnum } from './question.enums.js';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

@InputType({ description: 'Where a level of an earlier scale goes on this one.' })
export class LevelMappingInput {
  @Field({ description: 'Level code of the earlier scale.' })
  @MaxLength(100)
  from!: string;

  @Field({ description: 'Level code of this scale.' })
  @MaxLength(100)
  to!: string;
}

@InputType({ description: 'How a question compares with the one of an earlier year.' })
export class SinceInput {
  @Field(() => Int, { description: 'Year compared with.' })
  @IsInt()
  year!: number;

  @Field(() => Int, { nullable: true, description: 'Revision; without it the last published one of the year.' })
  @IsOptional()
  @IsInt()
  revision?: number | null;

  @Field(() => VerdictEnum, { description: 'The verdict.' })
  verdict!: Verdict;

  @Field(() => [LevelMappingInput], { defaultValue: [], description: 'RECODED: the level map.' })
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => LevelMappingInput)
  recode!: LevelMappingInput[];

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @MaxLength(2000)
  note?: string | null;
}

@InputType({ description: 'That a question asks directly for the change of another one.' })
export class ReportedChangeInput {
  @Field({ description: 'Code of the question whose change is reported.' })
  @MaxLength(200)
  question!: string;

  @Field(() => Int, { description: 'Year since which.' })
  @IsInt()
  since!: number;
}

@InputType({ description: 'A row or column of a grid.' })
export class GridAxisItemInput {
  @Field({ description: 'Code, unique among its siblings.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
  @MaxLength(100)
  code!: string;

  @Field(() => [TranslationInput], { description: 'Heading per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  text!: TranslationInput[];
}

@InputType({ description: 'A check of answers.' })
export class AnswerCheckInput {
  @Field({ description: 'CEL rule over the answers of the sheet.' })
  @MaxLength(2000)
  rule!: string;

  @Field(() => [TranslationInput], { description: 'What the respondent reads, per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  message!: TranslationInput[];
}

@InputType({ description: 'A question as a designer writes it.' })
export class QuestionInput {
  @Field({ description: 'Identity across years.' })
  @Matches(CODE)
  @MaxLength(200)
  code!: string;

  @Field(() => QuestionTypeEnum, { description: 'Kind of answer.' })
  type!: QuestionType;

  @Field(() => [TranslationInput], { description: 'Wording per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  text!: TranslationInput[];

  @Field(() => [TranslationInput], { defaultValue: [], description: 'Explanation per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  help!: TranslationInput[];

  @Field(() => String, { nullable: true, description: 'Code of the scale.' })
  @IsOptional()
  @MaxLength(100)
  scale?: string | null;

  @Field({ defaultValue: false, description: 'Whether submitting needs an answer.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'CEL rule: shown only where true.' })
  @IsOptional()
  @MaxLength(2000)
  visibleIf?: string | null;

  @Field(() => String, { nullable: true, description: 'CEL rule: required where true.' })
  @IsOptional()
  @MaxLength(2000)
  requiredIf?: string | null;

  @Field(() => AnswerCheckInput, { nullable: true, description: 'A sheet on which it is false cannot be submitted.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerCheckInput)
  valid?: AnswerCheckInput | null;

  @Field(() => AnswerCheckInput, { nullable: true, description: 'Where it is true the answer needs a comment.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerCheckInput)
  plausible?: AnswerCheckInput | null;

  @Field(() => String, { nullable: true, description: "Code of the template's module that the question is of." })
  @IsOptional()
  @MaxLength(100)
  module?: string | null;

  @Field(() => PriorPolicyEnum, {
    nullable: true,
    description: "Whether last round's answer is shown to the municipality; without it SHOW.",
  })
  @IsOptional()
  prior?: PriorPolicy | null;

  @Field(() => SinceInput, { nullable: true, description: 'Comparability with an earlier year.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SinceInput)
  since?: SinceInput | null;

  @Field(() => ReportedChangeInput, {
    nullable: true,
    description: 'Set where the question asks for a change directly.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReportedChangeInput)
  reportsChangeOf?: ReportedChangeInput | null;

  @Field(() => [TranslationInput], { defaultValue: [], description: 'NUMBER: unit per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  unit!: TranslationInput[];

  @Field(() => Float, { nullable: true, description: 'NUMBER: smallest allowed value.' })
  @IsOptional()
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'NUMBER: largest allowed value.' })
  @IsOptional()
  max?: number | null;

  @Field(() => Int, { nullable: true, description: 'NUMBER: decimals an answer may have, 0 to 9.' })
  @IsOptional()
  @Min(0)
  @Max(9)
  decimals?: number | null;

  @Field(() => Float, { nullable: true, description: 'NUMBER: changes up to this many units count as unchanged.' })
  @IsOptional()
  @Min(0)
  toleranceAbsolute?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'NUMBER: changes up to this percentage count as unchanged; not together with toleranceAbsolute.',
  })
  @IsOptional()
  @Min(0)
  tolerancePercent?: number | null;

  @Field(() => PolarityEnum, { nullable: true, description: "Overrides the scale's polarity." })
  @IsOptional()
  polarity?: Polarity | null;

  @Field(() => [GridAxisItemInput], { defaultValue: [], description: 'GRID: rows.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GridAxisItemInput)
  rows!: GridAxisItemInput[];

  @Field(() => [GridAxisItemInput], { defaultValue: [], description: 'GRID: columns.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GridAxisItemInput)
  columns!: GridAxisItemInput[];
}

@InputType({ description: 'A group of questions.' })
export class SectionInput {
  @Field({ description: 'Code, unique in the set.' })
  @Matches(CODE)
  @MaxLength(100)
  code!: string;

  @Field(() => [TranslationInput], { description: 'Title per language.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  title!: TranslationInput[];

  @Field(() => [QuestionInput], { description: 'Questions in order.' })
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => QuestionInput)
  questions!: QuestionInput[];
}
