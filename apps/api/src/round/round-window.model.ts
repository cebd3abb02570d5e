import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { RoundModel } from './round.model.js';

@InputType({ description: 'Closes a round before its time.' })
export class CloseRoundInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @MaxLength(100)
  round!: string;

  @Field({ description: 'Why. Goes on record.' })
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

@InputType({ description: 'Moves the window of a round. Ends that are left out stay where they are.' })
export class MoveWindowInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @MaxLength(100)
  round!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'New start.' })
  @IsOptional()
  @IsDate()
  opensAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'New end, after the start.' })
  @IsOptional()
  @IsDate()
  closesAt?: Date | null;

  @Field({ description: 'Why. Goes on record.' })
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

export type ChangeWindowErrorCode = 'UNKNOWN_STUDY' | 'UNKNOWN_ROUND' | 'NOT_OPEN' | 'INVALID_WINDOW';
export const ChangeWindowErrorModel = mutationErrorModel(
  'ChangeWindowError',
  describedEnum<ChangeWindowErrorCode>('ChangeWindowErrorCode', 'Why a window was not changed.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ROUND: 'The study has no such round.',
    NOT_OPEN: 'Only an open round can be closed.',
    INVALID_WINDOW: 'The window would end before it starts.',
  }),
);

@ObjectType('ChangeWindowPayload', { description: 'Outcome of closeRound and moveWindow.' })
export class ChangeWindowPayload {
  @Field(() => RoundModel, { nullable: true, description: 'The round now; null when there are errors.' })
  round!: RoundModel | null;

  @Field(() => [ChangeWindowErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<ChangeWindowErrorCode>[];
}
