import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { RoundStatus } from '@reflexbogen/domain';
import { IsDate, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { RoundStatusEnum } from '../round/round.model.js';

@ObjectType('SheetWindow', { description: 'When a municipality may hand its sheet in.' })
export class SheetWindowModel {
  @Field(() => RoundStatusEnum, { description: 'State at the moment of the request.' })
  status!: RoundStatus;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'End, an extension included: what comes at this instant is too late. Null = late, without an end.',
  })
  closesAt!: Date | null;

  @Field({ description: 'Whether what is handed in now comes after the end of the round.' })
  isLate!: boolean;
}

@InputType({ description: 'More time for one municipality, in place of an earlier extension.' })
export class GrantExtensionInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @MaxLength(100)
  round!: string;

  @Field({ description: 'Code of the municipality.' })
  @MaxLength(100)
  municipality!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "New end, after the round's own; without it the sheet may come late, without an end.",
  })
  @IsOptional()
  @IsDate()
  closesAt?: Date | null;

  @Field({ description: 'Why. Goes on record.' })
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

@InputType({ description: 'Takes an extension back.' })
export class WithdrawExtensionInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field({ description: 'Why. Goes on record.' })
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

export type ExtensionErrorCode = 'NOT_FOUND' | 'NOT_LATER';
export const ExtensionErrorModel = mutationErrorModel(
  'ExtensionError',
  describedEnum<ExtensionErrorCode>('ExtensionErrorCode', 'Why an extension was not granted or taken back.', {
    NOT_FOUND: 'There is no such sheet, or your token does not cover it.',
    NOT_LATER: "The new end is not after the round's own.",
  }),
);

@ObjectType('ExtensionPayload', { description: 'Outcome of grantExtension and withdrawExtension.' })
export class ExtensionPayload {
  @Field(() => ID, { nullable: true, description: 'The response; null when it was not found.' })
  response!: string | null;

  @Field(() => SheetWindowModel, { nullable: true, description: 'The window now; null when there are errors.' })
  window!: SheetWindowModel | null;

  @Field(() => [ExtensionErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<ExtensionErrorCode>[];
}
