import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { MunicipalityModel } from './municipality.model.js';

@InputType({ description: 'A value of an attribute.' })
export class AttributeValueInput {
  @Field({ description: 'Code of the attribute.' })
  @MaxLength(100)
  attribute!: string;

  @Field({ description: 'Code of the value.' })
  @MaxLength(500)
  value!: string;
}

@InputType({ description: 'A municipality that comes into the panel.' })
export class NewMunicipalityInput {
  @Field({ description: 'Code, unique in the study for ever.' })
  @MaxLength(100)
  code!: string;

  @Field({ description: 'Name.' })
  @MaxLength(500)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Official key (AGS, NUTS or LAU); null = not stated.' })
  @IsOptional()
  @MaxLength(100)
  officialKey?: string | null;

  @Field(() => [AttributeValueInput], { defaultValue: [], description: 'Values of attributes, each attribute once.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AttributeValueInput)
  attributes!: AttributeValueInput[];
}

@InputType({ description: 'A municipality joins.' })
export class JoinInput {
  @Field(() => NewMunicipalityInput, { description: 'Who.' })
  @ValidateNested()
  @Type(() => NewMunicipalityInput)
  municipality!: NewMunicipalityInput;

  @Field(() => Int, { description: 'First year of membership.' })
  @Min(1900)
  @Max(9999)
  year!: number;
}

@InputType({ description: 'A municipality leaves.' })
export class LeaveInput {
  @Field({ description: 'Code of the municipality.' })
  @MaxLength(100)
  municipality!: string;

  @Field(() => Int, { description: 'First year in which it is no member any more.' })
  @Min(1900)
  @Max(9999)
  year!: number;
}

@InputType({ description: 'Municipalities are merged into a new one.' })
export class MergeInput {
  @Field(() => [String], { description: 'Codes of the parts, at least two.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @MaxLength(100, { each: true })
  parts!: string[];

  @Field(() => NewMunicipalityInput, { description: 'The new municipality.' })
  @ValidateNested()
  @Type(() => NewMunicipalityInput)
  into!: NewMunicipalityInput;

  @Field(() => Int, { description: 'First year of the new municipality.' })
  @Min(1900)
  @Max(9999)
  year!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the part whose answers it carries on; without it its past is that of a changed unit.',
  })
  @IsOptional()
  @MaxLength(100)
  carriesOn?: string | null;
}

@InputType({ description: 'A municipality is split into new ones.' })
export class SplitInput {
  @Field({ description: 'Code of the municipality.' })
  @MaxLength(100)
  municipality!: string;

  @Field(() => [NewMunicipalityInput], { description: 'The new municipalities, at least two.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NewMunicipalityInput)
  into!: NewMunicipalityInput[];

  @Field(() => Int, { description: 'First year of the new municipalities.' })
  @Min(1900)
  @Max(9999)
  year!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the new municipality that carries on its answers; without it none does.',
  })
  @IsOptional()
  @MaxLength(100)
  carriedOnBy?: string | null;
}

@InputType({ isOneOf: true, description: 'One change of a panel: exactly one of the fields.' })
export class PanelChangeInput {
  @Field(() => JoinInput, { nullable: true, description: 'A municipality joins.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => JoinInput)
  join?: JoinInput;

  @Field(() => LeaveInput, { nullable: true, description: 'A municipality leaves.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeaveInput)
  leave?: LeaveInput;

  @Field(() => MergeInput, { nullable: true, description: 'Municipalities are merged.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MergeInput)
  merge?: MergeInput;

  @Field(() => SplitInput, { nullable: true, description: 'A municipality is split.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SplitInput)
  split?: SplitInput;
}

@InputType({ description: 'Changes of a panel, applied one after another: all of them or none.' })
export class ChangePanelInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field(() => [PanelChangeInput], { description: 'The changes, in order. At most 1000.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => PanelChangeInput)
  changes!: PanelChangeInput[];
}

export type ChangePanelErrorCode = 'UNKNOWN_STUDY' | 'UNKNOWN_ATTRIBUTE' | 'INVALID_CHANGE';
export const ChangePanelErrorModel = mutationErrorModel(
  'ChangePanelError',
  describedEnum<ChangePanelErrorCode>('ChangePanelErrorCode', 'Why a panel was not changed.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ATTRIBUTE: 'The study has no such attribute, or the attribute no such value.',
    INVALID_CHANGE: 'The change contradicts the panel; `path` names it.',
  }),
);

@ObjectType('ChangePanelPayload', { description: 'Outcome of changePanel.' })
export class ChangePanelPayload {
  @Field(() => [MunicipalityModel], { description: 'Municipalities that came or changed.' })
  municipalities!: readonly MunicipalityModel[];

  @Field(() => [ChangePanelErrorModel], { description: 'Everything that is in the way; empty on success.' })
  errors!: readonly MutationError<ChangePanelErrorCode>[];
}
