import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { Role } from './actor.js';

export const RoleEnum = describedEnum<keyof typeof Role>('Role', 'What a person may do.', {
  ADMIN: 'Everything within the studies of the token.',
  DESIGNER: 'Design, publish and import.',
  REVIEWER: 'Run a round: windows, contacts, return and accept sheets, enter on behalf.',
  RESPONDENT: 'Fill and submit the sheet of one municipality.',
  ANALYST: 'Read figures.',
});

export type SignInMethod = 'PROVIDER' | 'LINK' | 'DEVELOPMENT';
export const SignInMethodEnum = describedEnum<SignInMethod>('SignInMethod', 'A way in for browsers.', {
  PROVIDER: "Your organisation's identity provider: GET /auth/sign-in.",
  LINK: 'A link by e-mail: requestSignInLink.',
  DEVELOPMENT: 'On a laptop: issueDevelopmentToken, whose token POST /auth/development takes.',
});

@InputType({ description: 'A token of the development issuer.' })
export class IssueDevelopmentTokenInput {
  @Field(() => RoleEnum, { description: 'Role in the token.' })
  role!: Role;

  @Field(() => String, { nullable: true, description: 'Slug of the one study; without it every study.' })
  @IsOptional()
  @MaxLength(100)
  study?: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the municipality.' })
  @IsOptional()
  @MaxLength(100)
  municipality?: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the department; without it every section.' })
  @IsOptional()
  @MaxLength(100)
  department?: string | null;

  @Field({ defaultValue: true, description: 'RESPONDENT: whether the holder may hand the sheet in.' })
  signatory!: boolean;

  @Field(() => Int, { defaultValue: 3600, description: 'Lifetime in seconds, 60 to 2,592,000 (30 days).' })
  @Min(60)
  @Max(2_592_000)
  ttlSeconds!: number;

  @Field(() => String, { nullable: true, description: 'Display name; without it the role.' })
  @IsOptional()
  @MaxLength(200)
  name?: string | null;

  @Field({
    defaultValue: true,
    description: 'Whether the holder sees single answers; without it only released freezes, protected.',
  })
  singleAnswers!: boolean;
}

export type IssueDevelopmentTokenErrorCode = 'NOT_IN_DEVELOPMENT' | 'NOT_LOCAL' | 'RESPONDENT_NEEDS_MUNICIPALITY';
export const IssueDevelopmentTokenErrorModel = mutationErrorModel(
  'IssueDevelopmentTokenError',
  describedEnum<IssueDevelopmentTokenErrorCode>('IssueDevelopmentTokenErrorCode', 'Why no token was issued.', {
    NOT_IN_DEVELOPMENT: 'The service runs in production or trusts an identity provider: sign in there.',
    NOT_LOCAL: 'The development issuer answers callers on the same machine only.',
    RESPONDENT_NEEDS_MUNICIPALITY: 'A RESPONDENT token needs study and municipality.',
  }),
);

@ObjectType('IssueDevelopmentTokenPayload', { description: 'Outcome of issueDevelopmentToken.' })
export class IssueDevelopmentTokenPayload {
  @Field(() => String, { nullable: true, description: 'The bearer token; null when there are errors.' })
  token!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it expires; null when there are errors.' })
  expiresAt!: Date | null;

  @Field(() => [IssueDevelopmentTokenErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<IssueDevelopmentTokenErrorCode>[];
}

@ObjectType('ViewerScopes', { description: 'Tasks of a person; every request acts in one of them.' })
export class ViewerScopesModel {
  @Field({ description: 'The one that this request acts in.' })
  acting!: string;

  @Field(() => [String], {
    description:
      'All of them, the first of which needs no header: `*`, `study,study`, `study/municipality` or `study/municipality/department`.',
  })
  all!: readonly string[];
}

@ObjectType('Viewer', { description: 'Who your token or session says you are.' })
export class ViewerModel {
  @Field({ description: 'Display name.' })
  name!: string;

  @Field(() => [RoleEnum], { description: 'Roles.' })
  roles!: readonly Role[];

  @Field(() => [String], { nullable: true, description: 'Slugs of the studies the token covers; null = every study.' })
  studies!: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the municipality; null otherwise.' })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the department; null: every section.' })
  department!: string | null;

  @Field({ description: 'RESPONDENT: whether you may hand the sheet in.' })
  signatory!: boolean;

  @Field({
    description: 'Whether the token grants the sight of single answers in studies whose policy asks for the grant.',
  })
  singleAnswers!: boolean;

  @Field(() => ViewerScopesModel, {
    nullable: true,
    description:
      'Tasks among which you choose by the header X-Reflexbogen-Scope; null where your provider names your roles.',
  })
  scopes?: ViewerScopesModel;
}
