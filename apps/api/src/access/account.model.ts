import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsEmail,
  IsLocale,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { PageArgs, PageInfo } from '../graphql/page.js';
import { describedEnum } from '../graphql/register-enum.js';
import { RoleEnum } from './access.model.js';
import type { AccountErrorCode } from './account.service.js';
import type { Role } from './actor.js';

@ObjectType('AccountRole', { description: 'A role that is kept here for a person.' })
export class AccountRoleModel {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Slug of its study; null: every study.' })
  study!: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the municipality; null otherwise.' })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the department; null: every section.' })
  department!: string | null;

  @Field({ description: 'RESPONDENT: whether the person may hand the sheet in.' })
  signatory!: boolean;

  @Field({ description: 'Whether the person sees single answers in studies whose policy asks for the grant.' })
  singleAnswers!: boolean;
}

@ObjectType('Account', { description: 'A person with the means to sign in.' })
export class AccountModel {
  @Field(() => ID, { description: 'Identifies the person.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Display name; null before the first sign-in.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Where sign-in links are sent to; null: nowhere.' })
  email!: string | null;

  @Field({ description: 'Language in which the person is written to, as BCP 47 tag.' })
  locale!: string;

  @Field({ description: 'Whether an identity provider signs the person in; such persons get no sign-in links.' })
  hasProvider!: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when the person is shut out; null: is not.' })
  disabledAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Sessions from before this time are over; null: none has been ended yet.',
  })
  sessionsFrom!: Date | null;

  @Field(() => [AccountRoleModel], {
    description:
      'Roles kept here: for sign-in by link and for personal tokens. Tokens of an identity provider bring their own.',
  })
  roles!: readonly AccountRoleModel[];
}

@ObjectType('AccountEdge', { description: 'A person in a page.' })
export class AccountEdge {
  @Field({ description: 'Cursor of this entry, for `after`.' })
  cursor!: string;

  @Field(() => AccountModel, { description: 'The person.' })
  node!: AccountModel;
}

@ObjectType('AccountConnection', { description: 'A page of persons.' })
export class AccountConnection {
  @Field(() => [AccountEdge], { description: 'Entries of this page.' })
  edges!: readonly AccountEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Persons in the whole list.' })
  totalCount!: number;
}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name or e-mail address; without it everybody.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug: those with a role in this study; without it in any.' })
  @IsOptional()
  @MaxLength(100)
  study?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code: respondents of this municipality of the study; without it all. Needs `study`.',
  })
  @IsOptional()
  @MaxLength(100)
  municipality?: string | null;
}

@InputType({ description: 'A role to keep for a person.' })
export class AccountRoleInput {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => String, { nullable: true, description: 'Slug of its study; without it every study.' })
  @IsOptional()
  @MaxLength(100)
  study?: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the municipality.' })
  @IsOptional()
  @MaxLength(100)
  municipality?: string | null;

  @Field(() => String, { nullable: true, description: 'RESPONDENT: code of the department; without it every section.' })
  @IsOptional()
  @Length(1, 100)
  department?: string | null;

  @Field({ defaultValue: false, description: 'RESPONDENT: whether the person may hand the sheet in.' })
  signatory!: boolean;

  @Field({
    defaultValue: false,
    description: 'Whether the person sees single answers where a policy asks for the grant.',
  })
  singleAnswers!: boolean;
}

@InputType({ description: 'A person with everything that is kept: what is left out is removed.' })
export class SavePersonInput {
  @Field(() => ID, { nullable: true, description: 'Who is changed; without it a new person.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field({ description: 'Display name, 1 to 200 characters.' })
  @Length(1, 200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; without it no links.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @Field({ defaultValue: 'de', description: 'Language in which the person is written to, as BCP 47 tag.' })
  @IsLocale()
  @MaxLength(35)
  locale!: string;

  @Field(() => [AccountRoleInput], { description: 'All roles, at most 50.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AccountRoleInput)
  roles!: AccountRoleInput[];
}

@InputType({ description: 'Names a person.' })
export class PersonInput {
  @Field(() => ID, { description: 'Id of the person.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'Whose sessions end.' })
export class EndSessionsInput {
  @Field(() => ID, { nullable: true, description: 'Id of the person; without it your own.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;
}

export const AccountErrorModel = mutationErrorModel(
  'AccountError',
  describedEnum<AccountErrorCode>('AccountErrorCode', 'Why nothing was changed.', {
    NO_SUCH_PERSON: 'There is no such person, or the person has rights outside the studies that you administer.',
    OUTSIDE_YOUR_STUDIES: 'A role would reach beyond the studies that you administer.',
    NO_SUCH_STUDY: 'There is no study of this slug.',
    NO_SUCH_MUNICIPALITY: 'The study has no municipality of this code.',
    ROLE_DOES_NOT_FIT: 'The role takes no such study, municipality, department or signature, or needs one.',
    NAMED_BY_PROVIDER: 'The identity provider says what this person is called.',
  }),
);

@ObjectType('AccountPayload', { description: 'Outcome of an act on a person.' })
export class AccountPayload {
  @Field(() => AccountModel, { nullable: true, description: 'The person afterwards; null when there are errors.' })
  account!: AccountModel | null;

  @Field(() => [AccountErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<AccountErrorCode>[];
}
