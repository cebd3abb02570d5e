import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import type { Provenance, SheetAct, SubmissionDifference } from '@reflexbogen/domain';
import { SHEET_ACTS } from '@reflexbogen/domain';
import { describedEnum } from '../graphql/register-enum.js';
import { PageInfo } from '../graphql/page.js';
import { AnswerValueModel } from './answer-value.model.js';
import { PersonModel, ProvenanceEnum } from './response.model.js';

const ACTS: Readonly<Record<SheetAct, string>> = {
  SAVE_ANSWER: 'An answer was saved.',
  SUBMIT: 'The sheet was handed in.',
  RETURN: 'The sheet was given back.',
  ACCEPT: 'The sheet was accepted.',
  OPEN_QUERY: 'A query was opened, or asked again.',
  ANSWER_QUERY: 'A query was answered.',
  CLOSE_QUERY: 'A query was settled.',
  EXTEND: 'The window was extended, or an extension taken back.',
  ASSIGN_SECTION: 'A section was given to a department.',
  MARK_SECTION: 'A section was marked as done, or as open again.',
  COMMENT_SECTION: 'A comment on a section was changed.',
  INVITE: 'The municipality was invited.',
};
if (Object.keys(ACTS).length !== SHEET_ACTS.length) throw new Error('an act without a description');
export const SheetActEnum = describedEnum<SheetAct>('SheetAct', 'What can be done to a sheet.', ACTS);

@ObjectType('SheetEvent', { description: 'Something that was done to a sheet: its history and audit. Never changed.' })
export class SheetEventModel {
  @Field(() => Int, { description: 'Number within the sheet, from 1 without gaps.' })
  number!: number;

  @Field(() => SheetActEnum, { description: 'What.' })
  act!: SheetAct;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Field(() => PersonModel, { description: 'Who.' })
  actor!: PersonModel;

  @Field({ description: 'Role in which the person acted.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Program it came through; null where it did not say.' })
  client!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To what: code of a question or section, number of a submission or query; null = the sheet.',
  })
  object!: string | null;

  @Field(() => String, { nullable: true, description: 'What was before, as text; null = nothing.' })
  old!: string | null;

  @Field(() => String, { nullable: true, description: 'What was afterwards, as text; null = nothing.' })
  new!: string | null;

  @Field(() => String, { nullable: true, description: 'Why; null = not said.' })
  reason!: string | null;

  @Field({ description: 'SHA-256 over everything up to this event, hex.' })
  hash!: string;
}

@ObjectType('SheetEventEdge', { description: 'An entry of the history.' })
export class SheetEventEdgeModel {
  @Field({ description: 'For `after`.' })
  cursor!: string;

  @Field(() => SheetEventModel, { description: 'The event.' })
  node!: SheetEventModel;
}

@ObjectType('SheetEventConnection', { description: 'A page of the history of a sheet.' })
export class SheetEventConnectionModel {
  @Field(() => [SheetEventEdgeModel], { description: 'Events in order.' })
  edges!: readonly SheetEventEdgeModel[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;
}

@ObjectType('AnswerRevision', { description: 'One save of one answer.' })
export class AnswerRevisionModel {
  @Field(() => Int, { description: 'From 1 without gaps.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: 'Value before, in canonical text; null = none.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Value afterwards, in canonical text; null = emptied.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'Comment afterwards; null = none.' })
  comment!: string | null;

  @Field(() => ProvenanceEnum, { description: 'How it came about.' })
  provenance!: Provenance;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  savedAt!: Date;

  @Field(() => PersonModel, { description: 'Who.' })
  savedBy!: PersonModel;

  @Field({ description: 'Role in which the person acted.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Program it came through; null where it did not say.' })
  client!: string | null;
}

@ObjectType('Submission', { description: 'A sheet as it was handed in. Never changed.' })
export class SubmissionModel {
  @Field(() => Int, { description: 'Number within the sheet, from 1.' })
  number!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was received.' })
  submittedAt!: Date;

  @Field(() => PersonModel, { description: 'Who handed it in.' })
  submittedBy!: PersonModel;

  @Field({ description: 'Whether staff entered it for the municipality.' })
  onBehalf!: boolean;

  @Field({ description: 'Whether it came after the end of the round.' })
  late!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was corrected; null = not said.' })
  reason!: string | null;

  @Field({ description: 'SHA-256 over its answers, hex: the receipt.' })
  receipt!: string;
}

export const SubmissionFieldEnum = describedEnum<SubmissionDifference['field']>(
  'SubmissionField',
  'A field of an answer.',
  {
    VALUE: 'The value.',
    COMMENT: 'The comment.',
  },
);

@ObjectType('SubmissionDifference', { description: 'One field in which two submissions of a sheet differ.' })
export class SubmissionDifferenceModel {
  @Field({ description: 'Code of the question.' })
  question!: string;

  @Field(() => SubmissionFieldEnum, { description: 'Which field.' })
  field!: SubmissionDifference['field'];

  @Field(() => String, { nullable: true, description: 'Before, values in canonical text; null = none.' })
  old!: string | null;

  @Field(() => String, { nullable: true, description: 'Afterwards, values in canonical text; null = none.' })
  new!: string | null;

  @Field(() => PersonModel, { nullable: true, description: 'Who changed it last in between; null = not on record.' })
  changedBy!: PersonModel | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When; null = not on record.' })
  changedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why: the query on the question, else the reason of the later submission; null = neither.',
  })
  reason!: string | null;
}

@ObjectType('ReceiptVerification', { description: 'Whether a receipt is that of a submission.' })
export class ReceiptVerificationModel {
  @Field({ description: 'Whether the receipt is the hash of what is stored.' })
  valid!: boolean;

  @Field(() => SubmissionModel, {
    nullable: true,
    description: 'The submission; null when there is none of this receipt.',
  })
  submission!: SubmissionModel | null;
}

@ObjectType('SheetChange', { description: 'An answer that somebody at the sheet has saved.' })
export class SheetChangeModel {
  @Field({ description: 'Where the sheet stands with it: `since` for what comes after.' })
  cursor!: string;

  @Field({ description: 'Code of the question.' })
  question!: string;

  @Field(() => AnswerValueModel, { nullable: true, description: 'The value; null where it was emptied.' })
  value!: object | null;

  @Field(() => String, { nullable: true, description: 'Comment; null = none.' })
  comment!: string | null;

  @Field(() => Int, { description: 'Revision of the answer.' })
  revision!: number;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  savedAt!: Date;

  @Field(() => PersonModel, { description: 'Who.' })
  savedBy!: PersonModel;
}

@ObjectType('PresentPerson', { description: 'Somebody who is at a sheet at this moment.' })
export class PresentPersonModel {
  @Field(() => PersonModel, { description: 'Who.' })
  person!: PersonModel;

  @Field({ description: 'Code of the section.' })
  section!: string;

  @Field(() => GraphQLISODateTime, { description: 'Last sign of life.' })
  seenAt!: Date;
}
