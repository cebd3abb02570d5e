import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { Direction, MissingKind, Polarity, QuestionType, Verdict } from '@reflexbogen/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TranslationInput } from '../graphql/translation.model.js';
import { DirectionEnum, MissingKindEnum, PolarityEnum, QuestionTypeEnum, VerdictEnum } from './question.enums.js';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

@InputType({ description: 'A published question set of the same template.' })
export class QuestionSetReferenceInput {
  @Field(() => Int, { description: 'Its year.' })
  @IsInt()
  year!: number;

  @Field(() => Int, { description: 'Its revision.' })
  @IsInt()
  revision!: number;
}

@InputType({ description: 'A draft for a year, empty or taken over from a published set with every question code.' })
export class DraftQuestionSetInput {
  @Field({ description: 'Slug of the template.' })
  @IsString()
  @MaxLength(100)
  template!: string;

  @Field(() => Int, { description: 'Year the questions will be asked in.' })
  @Min(1900)
  @Max(2200)
  year!: number;

  @Field(() => QuestionSetReferenceInput, {
    nullable: true,
    description: 'Set to start from; without it the draft is empty.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionSetReferenceInput)
  basedOn?: QuestionSetReferenceInput | null;
}

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

@InputType({ description: 'A question set as one document. Year and revision stay those of the draft.' })
export class QuestionSetDocumentInput {
  @Field(() => [ScaleInput], { description: 'Scales its questions use.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ScaleInput)
  scales!: ScaleInput[];

  @Field(() => [SectionInput], { description: 'Sections in order.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SectionInput)
  sections!: SectionInput[];
}

@InputType({ description: 'A whole draft, with the version it was read at.' })
export class SaveQuestionSetInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'Version the document was read at.' })
  @IsInt()
  version!: number;

  @Field(() => QuestionSetDocumentInput, { description: 'The whole document; what it lacks is removed.' })
  @ValidateNested()
  @Type(() => QuestionSetDocumentInput)
  document!: QuestionSetDocumentInput;
}

@InputType({ description: 'The draft to publish, at the version the designer has seen.' })
export class PublishQuestionSetInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Version to publish; without it the current one.' })
  @IsOptional()
  @IsInt()
  version?: number | null;
}
