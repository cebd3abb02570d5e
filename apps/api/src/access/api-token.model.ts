import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ApiTokenAccess } from '@reflexbogen/persistence';
import { ArrayMaxSize, ArrayMinSize, IsUUID, Length, Max, Min } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { RoleEnum } from './access.model.js';
import type { Role } from './actor.js';
import type { CreateApiTokenRefusal } from './api-token.service.js';

export const ApiTokenAccessEnum = describedEnum<ApiTokenAccess>('ApiTokenAccess', 'What a personal token may do.', {
  READ: 'Queries, and the mutations that only prepare a download.',
  WRITE: 'Everything that its roles may.',
});

@ObjectType('ApiToken', { description: 'A personal token for programs. Its text is shown once, when it is created.' })
export class ApiTokenModel {
  @Field(() => ID, { description: 'Identifies the token, for revoking it.' })
  id!: string;

  @Field({ description: 'What it is for, as its owner named it.' })
  name!: string;

  @Field(() => [RoleEnum], { description: 'Roles it may use, as far as its owner has them at the time.' })
  roles!: readonly string[];

  @Field(() => ApiTokenAccessEnum, { description: 'Whether it may write.' })
  access!: ApiTokenAccess;

  @Field(() => GraphQLISODateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it expires.' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null: never.',
  })
  lastUsedAt!: Date | null;
}

@InputType({ description: 'A personal token to create.' })
export class CreateApiTokenInput {
  @Field({ description: 'What it is for, 1 to 100 characters.' })
  @Length(1, 100)
  name!: string;

  @Field(() => [RoleEnum], { description: 'Roles it may use: some of yours, at least one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  roles!: Role[];

  @Field(() => ApiTokenAccessEnum, { description: 'Whether it may write.' })
  access!: ApiTokenAccess;

  @Field(() => Int, { description: 'Days until it expires, 1 to 365.' })
  @Min(1)
  @Max(365)
  expiresInDays!: number;
}

export const CreateApiTokenErrorModel = mutationErrorModel(
  'CreateApiTokenError',
  describedEnum<CreateApiTokenRefusal>('CreateApiTokenErrorCode', 'Why no token was created.', {
    NOT_IN_PERSON: 'A personal token cannot create another one: sign in yourself.',
    NO_SUCH_ROLE: 'You do not have one of the roles, or it is known to your identity provider only.',
    TOO_MANY_TOKENS: 'You have 50 valid tokens: revoke some.',
  }),
);

@ObjectType('CreateApiTokenPayload', { description: 'Outcome of createApiToken.' })
export class CreateApiTokenPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The token, for Authorization: Bearer. It is shown this once; null when there are errors.',
  })
  token!: string | null;

  @Field(() => ApiTokenModel, { nullable: true, description: 'What is kept of it; null when there are errors.' })
  apiToken!: ApiTokenModel | null;

  @Field(() => [CreateApiTokenErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<CreateApiTokenRefusal>[];
}

@InputType({ description: 'A personal token of yours to revoke.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'Id of the token.' })
  @IsUUID()
  id!: string;
}

export type RevokeApiTokenErrorCode = 'NO_SUCH_TOKEN';
export const RevokeApiTokenErrorModel = mutationErrorModel(
  'RevokeApiTokenError',
  describedEnum<RevokeApiTokenErrorCode>('RevokeApiTokenErrorCode', 'Why nothing was revoked.', {
    NO_SUCH_TOKEN: 'You have no token of this id.',
  }),
);

@ObjectType('RevokeApiTokenPayload', { description: 'Outcome of revokeApiToken.' })
export class RevokeApiTokenPayload {
  @Field(() => ApiTokenModel, { nullable: true, description: 'The revoked token; null when there are errors.' })
  apiToken!: ApiTokenModel | null;

  @Field(() => [RevokeApiTokenErrorModel], { description: 'Why nothing was revoked; empty on success.' })
  errors!: readonly MutationError<RevokeApiTokenErrorCode>[];
}
