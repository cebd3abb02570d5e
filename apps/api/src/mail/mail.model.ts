import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { MailKind, MailStatus } from '@reflexbogen/persistence';
import { IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { PageArgs, PageInfo } from '../graphql/page.js';
import { describedEnum } from '../graphql/register-enum.js';
import type { RoundMailKind } from './mail-audience.js';

export const MailKindEnum = describedEnum<MailKind>('MailKind', 'What a mail is about.', {
  INVITATION: 'The municipality is invited to a round.',
  REMINDER: 'The sheet is not handed in yet and the window closes.',
  RECEIPT: 'The sheet was handed in.',
  RETURNED: 'The sheet was returned for correction.',
  QUERY: 'There is a query on the sheet.',
  ACCEPTED: 'The sheet was accepted.',
  SIGN_IN_LINK: 'A link that signs in once.',
  EXTENSION: 'The municipality was given more time.',
});

export const MailStatusEnum = describedEnum<MailStatus>('MailStatus', 'What became of a mail.', {
  QUEUED: 'It is to be sent, or sent again after a failure.',
  SENT: 'The mail server has taken it.',
  DEAD: 'It was given up: refused for good, or failed too often. It can be sent again.',
  CANCELLED: 'It is not sent: there is nobody to send it to any more, or no point in it.',
});

export const RoundMailKindEnum = describedEnum<RoundMailKind>('RoundMailKind', 'Mails that go to a whole round.', {
  INVITATION: 'To everybody who works on a sheet of the round.',
  REMINDER: 'To those whose sheet is not handed in and whose window has an end.',
});

@ObjectType('Mail', { description: 'A mail to one person.' })
export class MailModel {
  @Field(() => ID, { description: 'Identifies the mail.' })
  id!: string;

  @Field(() => MailKindEnum, { description: 'What it is about.' })
  kind!: MailKind;

  @Field(() => MailStatusEnum, { description: 'What became of it.' })
  status!: MailStatus;

  @Field(() => String, { nullable: true, description: 'Code of the round; null where it is about none.' })
  round!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the municipality; null where it is about none.' })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the recipient today; null when erased or not stated.' })
  recipientName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the recipient today; null when erased or not stated.',
  })
  recipientAddress!: string | null;

  @Field(() => Int, { description: 'Times that sending was begun.' })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the last failure, e.g. 550 5.1.1 or ECONNECTION; null where there was none.',
  })
  lastError!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was sent; null before.' })
  sentAt!: Date | null;
}

@ObjectType('MailEdge', { description: 'A mail in a list.' })
export class MailEdge {
  @Field({ description: 'Cursor of this entry.' })
  cursor!: string;

  @Field(() => MailModel, { description: 'The mail.' })
  node!: MailModel;
}

@ObjectType('MailConnection', { description: 'A page of mails, latest first.' })
export class MailConnection {
  @Field(() => [MailEdge], { description: 'Entries of this page.' })
  edges!: readonly MailEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Mails in the whole list.' })
  totalCount!: number;

  @Field({ description: 'Whether this service has a mail server; without one every mail stays queued.' })
  hasServer!: boolean;
}

@ArgsType()
export class MailsArgs extends PageArgs {
  @Field({ description: 'Slug of the study.' })
  @IsString()
  @MaxLength(100)
  study!: string;

  @Field(() => String, { nullable: true, description: 'Code of a round; null for all.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  round?: string | null;

  @Field(() => MailStatusEnum, { nullable: true, description: 'Only mails with this status; null for all.' })
  @IsOptional()
  status?: MailStatus | null;
}

@ArgsType()
export class MailPreviewArgs {
  @Field({ description: 'Slug of the study.' })
  @IsString()
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @IsString()
  @MaxLength(100)
  round!: string;

  @Field(() => RoundMailKindEnum, { description: 'What would be sent.' })
  kind!: RoundMailKind;

  @Field(() => Int, { description: 'Mails to show, 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;
}

@ObjectType('PreviewedMail', { description: 'A mail as it would be sent.' })
export class PreviewedMailModel {
  @Field({ description: 'Code of the municipality.' })
  municipality!: string;

  @Field(() => String, { nullable: true, description: 'Name of the recipient; null when not stated.' })
  recipientName!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the recipient; null: nothing can be sent.' })
  recipientAddress!: string | null;

  @Field({ description: 'Whether it is queued or was sent before, and so would not be sent again.' })
  isThereAlready!: boolean;

  @Field({ description: 'Language, de or en.' })
  locale!: string;

  @Field({ description: 'Subject.' })
  subject!: string;

  @Field({ description: 'The message as text.' })
  text!: string;

  @Field({ description: 'The message as an HTML document.' })
  html!: string;
}

@ObjectType('MailPreview', {
  description: 'Whom a mail of a round would go to, and what it would say. Nothing is sent.',
})
export class MailPreviewModel {
  @Field(() => Int, { description: 'Persons it is meant for.' })
  recipients!: number;

  @Field(() => Int, { description: 'Persons among them without an address.' })
  withoutAddress!: number;

  @Field(() => Int, { description: 'Persons among them for whom it is queued or was sent before.' })
  alreadyThere!: number;

  @Field(() => [PreviewedMailModel], { description: 'The first mails, in panel order.' })
  mails!: readonly PreviewedMailModel[];
}

@InputType({ description: 'A mail to send once more.' })
export class RetryMailInput {
  @Field(() => ID, { description: 'Its id.' })
  @IsUUID()
  mail!: string;
}

export type RetryMailErrorCode = 'UNKNOWN_MAIL' | 'NOT_DEAD' | 'SECRET_GONE';
export const RetryMailErrorModel = mutationErrorModel(
  'RetryMailError',
  describedEnum<RetryMailErrorCode>('RetryMailErrorCode', 'Why a mail was not queued again.', {
    UNKNOWN_MAIL: 'There is no such mail, or your token does not cover its study.',
    NOT_DEAD: 'Only mails that were given up are sent again.',
    SECRET_GONE: 'A sign-in link is not kept; its reader asks for a new one.',
  }),
);

@ObjectType('RetryMailPayload', { description: 'Outcome of retryMail.' })
export class RetryMailPayload {
  @Field(() => MailModel, { nullable: true, description: 'The mail, queued again; null when there are errors.' })
  mail!: MailModel | null;

  @Field(() => [RetryMailErrorModel], { description: 'Why it was not; empty on success.' })
  errors!: readonly MutationError<RetryMailErrorCode>[];
}
