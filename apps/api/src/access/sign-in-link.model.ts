import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

@InputType({ description: 'Who wants to sign in.' })
export class RequestSignInLinkInput {
  @Field({ description: 'E-mail address, at most 254 characters.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export type RequestSignInLinkErrorCode = 'TOO_MANY_REQUESTS' | 'NOT_CONFIGURED';
export const RequestSignInLinkErrorModel = mutationErrorModel(
  'RequestSignInLinkError',
  describedEnum<RequestSignInLinkErrorCode>('RequestSignInLinkErrorCode', 'Why no link is sent to anybody.', {
    TOO_MANY_REQUESTS: 'More than 5 requests for this address, or 30 from this network, within an hour.',
    NOT_CONFIGURED: 'This service sends no e-mail.',
  }),
);

@ObjectType('RequestSignInLinkPayload', {
  description: 'Outcome of requestSignInLink: the same whether or not the address is known.',
})
export class RequestSignInLinkPayload {
  @Field({ description: 'Whether the request was taken: a link is on its way if the address belongs to somebody.' })
  taken!: boolean;

  @Field(() => [RequestSignInLinkErrorModel], { description: 'Why it was not taken; empty on success.' })
  errors!: readonly MutationError<RequestSignInLinkErrorCode>[];
}

@InputType({ description: 'A link from an e-mail.' })
export class RedeemSignInLinkInput {
  @Field({ description: 'What stands behind the # of the link.' })
  @IsString()
  @MaxLength(100)
  secret!: string;
}

export type RedeemSignInLinkErrorCode = 'INVALID_LINK';
export const RedeemSignInLinkErrorModel = mutationErrorModel(
  'RedeemSignInLinkError',
  describedEnum<RedeemSignInLinkErrorCode>('RedeemSignInLinkErrorCode', 'Why nobody was signed in.', {
    INVALID_LINK: 'The link was used, is older than 15 minutes, or never was one.',
  }),
);

@ObjectType('RedeemSignInLinkPayload', { description: 'Outcome of redeemSignInLink.' })
export class RedeemSignInLinkPayload {
  @Field(() => String, { nullable: true, description: 'Bearer token; null when there are errors.' })
  token!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it expires; null when there are errors.' })
  expiresAt!: Date | null;

  @Field(() => [RedeemSignInLinkErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<RedeemSignInLinkErrorCode>[];
}
