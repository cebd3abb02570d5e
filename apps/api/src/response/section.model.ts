import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { StoredSectionWork } from '@reflexbogen/persistence';
import { IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

@ObjectType('Department', { description: 'An office of a municipality that works on sheets.' })
export class DepartmentModel {
  @Field({ description: 'Code, unique in the municipality.' })
  code!: string;

  @Field({ description: 'Name.' })
  name!: string;
}

@ObjectType('SectionWork', { description: 'Who works on a section of a sheet, and whether it is done.' })
export class SectionWorkModel {
  @Field(() => String, { nullable: true, description: 'Code of the department; null = everybody.' })
  department!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was marked as done; null = it is not.' })
  doneAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who marked it; null = nobody.' })
  doneByName!: string | null;

  @Field(() => String, { nullable: true, description: 'Comment of the municipality on the section; null = none.' })
  comment!: string | null;

  @Field(() => Int, { description: 'Counts the changes, from 0.' })
  revision!: number;
}

export const sectionWorkParent = (work: StoredSectionWork | undefined): SectionWorkModel => ({
  department: work?.department ?? null,
  doneAt: work?.doneAt ?? null,
  doneByName: work?.doneByName ?? null,
  comment: work?.comment ?? null,
  revision: work?.revision ?? 0,
});

@InputType({ description: 'Work on one section. Fields that are left out stay as they are.' })
export class UpdateSectionInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field({ description: 'Code of the section.' })
  @MaxLength(200)
  section!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Revision that was seen; refused when somebody has changed it since. Without it the current one.',
  })
  @IsOptional()
  basedOnRevision?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the department that works on it; null gives it to everybody. For signatories and staff.',
  })
  @IsOptional()
  @MaxLength(100)
  department?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the section is done.' })
  @IsOptional()
  done?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Comment on the section; null removes it.' })
  @IsOptional()
  @MaxLength(10_000)
  comment?: string | null;
}

@InputType({ description: 'Adds a department, or gives it another name.' })
export class SaveDepartmentInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the municipality.' })
  @MaxLength(100)
  municipality!: string;

  @Field({ description: 'Code, unique in the municipality.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { message: 'code: expected letters, digits, dot, dash or underscore' })
  code!: string;

  @Field({ description: 'Name.' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;
}

export type SectionErrorCode =
  | 'NOT_FOUND'
  | 'UNKNOWN_SECTION'
  | 'UNKNOWN_DEPARTMENT'
  | 'NOT_YOUR_SECTION'
  | 'NOT_SIGNATORY'
  | 'ROUND_NOT_OPEN'
  | 'NOT_EDITABLE'
  | 'INVALID_VALUE'
  | 'STALE_REVISION';
export const SectionErrorModel = mutationErrorModel(
  'SectionError',
  describedEnum<SectionErrorCode>('SectionErrorCode', 'Why a section was not changed.', {
    NOT_FOUND: 'There is no such sheet or municipality, or your token does not cover it.',
    UNKNOWN_SECTION: 'The sheet has no such section.',
    UNKNOWN_DEPARTMENT: 'The municipality has no such department.',
    NOT_YOUR_SECTION: 'Another department works on the section.',
    NOT_SIGNATORY: 'Sections are given to departments by the signatory or by staff.',
    ROUND_NOT_OPEN: 'The window is not open for this municipality; the message names it.',
    NOT_EDITABLE: 'The sheet is submitted or accepted.',
    INVALID_VALUE: 'The comment does not fit; the message says what was expected.',
    STALE_REVISION: 'Somebody has changed the section since the revision that was seen.',
  }),
);

@ObjectType('UpdateSectionPayload', { description: 'Outcome of updateSection.' })
export class UpdateSectionPayload {
  @Field(() => SectionWorkModel, { nullable: true, description: 'The section now; null when it was not found.' })
  work!: SectionWorkModel | null;

  @Field(() => [SectionErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<SectionErrorCode>[];
}

@ObjectType('SaveDepartmentPayload', { description: 'Outcome of saveDepartment.' })
export class SaveDepartmentPayload {
  @Field(() => [DepartmentModel], { description: 'All departments of the municipality by code; empty on errors.' })
  departments!: readonly DepartmentModel[];

  @Field(() => [SectionErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<SectionErrorCode>[];
}
