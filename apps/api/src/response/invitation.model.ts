import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

@InputType({ description: 'Invites municipalities to a round. Who was invited is not written to again.' })
export class SendInvitationsInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @MaxLength(100)
  round!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the municipalities, at most 1000; without them all members of the panel.',
  })
  @IsOptional()
  @ArrayMaxSize(1000)
  @MaxLength(100, { each: true })
  municipalities?: string[] | null;
}

@InputType({ description: 'Reminds everybody whose sheet is not handed in, now; at most once a day.' })
export class SendRemindersInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @MaxLength(100)
  round!: string;
}

export type InvitationErrorCode = 'UNKNOWN_STUDY' | 'UNKNOWN_ROUND' | 'UNKNOWN_MUNICIPALITY';
export const InvitationErrorModel = mutationErrorModel(
  'InvitationError',
  describedEnum<InvitationErrorCode>('InvitationErrorCode', 'Why nobody was written to.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ROUND: 'The study has no such round.',
    UNKNOWN_MUNICIPALITY: 'The panel has no such municipality, or it has no contact with an address.',
  }),
);

@ObjectType('InvitationPayload', { description: 'Outcome of sendInvitations and sendReminders.' })
export class InvitationPayload {
  @Field(() => Int, { description: 'Municipalities that were written to now.' })
  municipalities!: number;

  @Field(() => Int, { description: 'Mails that were queued now; those of earlier calls are not counted.' })
  mails!: number;

  @Field(() => [String], {
    description: 'Codes of municipalities without a contact that has an address, at most 1000: nobody was written to.',
  })
  withoutAddress!: readonly string[];

  @Field(() => [InvitationErrorModel], { description: 'Why nobody was written to; empty on success.' })
  errors!: readonly MutationError<InvitationErrorCode>[];
}
