import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { RoundStatus } from '@reflexbogen/domain';
import { IsDate, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

export const RoundStatusEnum = describedEnum<RoundStatus>('RoundStatus', 'State of a round.', {
  PLANNED: 'Not yet open.',
  OPEN: 'Sheets can be filled and submitted.',
  CLOSED: 'No more submissions.',
});

@ObjectType('Round', { description: 'One collection wave: the panel is asked one question set within a window.' })
export class RoundModel {
  @Field({ description: 'Code, unique in the study.' })
  code!: string;

  @Field(() => Int, { description: 'Year the round asks about.' })
  year!: number;

  @Field(() => GraphQLISODateTime, { description: 'Start of the window.' })
  opensAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'End of the window.' })
  closesAt!: Date;
}

@InputType({ description: 'A new round, opened on a published question set.' })
export class OpenRoundInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round, unique in the study.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { message: 'code: expected letters, digits, dot, dash or underscore' })
  code!: string;

  @Field(() => ID, { description: "A published question set of the study's template; the round's year is the set's." })
  @IsUUID()
  questionSet!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Start of the window; without it now.' })
  @IsOptional()
  @IsDate()
  opensAt?: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'End of the window, after its start.' })
  @IsDate()
  closesAt!: Date;
}

export type OpenRoundErrorCode =
  'UNKNOWN_STUDY' | 'UNKNOWN_QUESTION_SET' | 'NOT_PUBLISHED' | 'OTHER_TEMPLATE' | 'CODE_TAKEN' | 'INVALID_WINDOW';
export const OpenRoundErrorModel = mutationErrorModel(
  'OpenRoundError',
  describedEnum<OpenRoundErrorCode>('OpenRoundErrorCode', 'Why a round was not opened.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_QUESTION_SET: 'There is no such question set.',
    NOT_PUBLISHED: 'The question set is a draft or retired.',
    OTHER_TEMPLATE: 'The question set belongs to another template than the study.',
    CODE_TAKEN: 'The study has a round of this code.',
    INVALID_WINDOW: 'The window ends before it starts.',
  }),
);

@ObjectType('OpenRoundPayload', { description: 'Outcome of openRound.' })
export class OpenRoundPayload {
  @Field(() => RoundModel, { nullable: true, description: 'The open round; null when there are errors.' })
  round!: RoundModel | null;

  @Field(() => [OpenRoundErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<OpenRoundErrorCode>[];
}
