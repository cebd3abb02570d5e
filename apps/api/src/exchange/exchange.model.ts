import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

@ObjectType('PackageFault', { description: 'One fault of a study package, at its place.' })
export class PackageFaultModel {
  @Field({ description: 'What is wrong, for programs, e.g. UNKNOWN_LEVEL.' })
  code!: string;

  @Field({ description: 'File inside the package.' })
  file!: string;

  @Field(() => Int, { nullable: true, description: 'Line from 1; null where the file as a whole is meant.' })
  line!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Column from 1, in characters; null where the line or file as a whole is meant.',
  })
  column!: number | null;

  @Field({ description: 'What is wrong, for people.' })
  message!: string;

  @Field({ description: 'What was expected instead.' })
  expected!: string;
}

export type ImportStatus = 'RUNNING' | 'SUCCEEDED' | 'REFUSED' | 'FAILED';
export const ImportStatusEnum = describedEnum<ImportStatus>('ImportStatus', 'State of an import.', {
  RUNNING: 'Under way; nothing is visible yet.',
  SUCCEEDED: 'Done, or checked without fault in a dry run.',
  REFUSED: 'The package has faults; nothing was written.',
  FAILED: 'The service failed; nothing was written. Repeat it.',
});

@ObjectType('Import', { description: 'The import of one study package. Writes everything or nothing.' })
export class ImportModel {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ImportStatusEnum, { description: 'State.' })
  status!: ImportStatus;

  @Field({ description: 'Whether it only checks.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'Share of the package that has been read, in percent, 0 to 100.' })
  percent!: number;

  @Field(() => String, { nullable: true, description: 'Slug of the study; null until study.yaml is read.' })
  study!: string | null;

  @Field({
    description: 'Whether the package was in the service already, so that nothing changed. Meaningful once SUCCEEDED.',
  })
  unchanged!: boolean;

  @Field(() => Int, { description: 'Municipalities in the package.' })
  municipalities!: number;

  @Field(() => Int, { description: 'Submissions in the package.' })
  submissions!: number;

  @Field(() => Int, { description: 'Answers in the package.' })
  answers!: number;

  @Field(() => Int, { description: 'Faults found, also beyond those listed.' })
  faultCount!: number;

  @Field(() => [PackageFaultModel], { description: 'The first 1000 faults.' })
  faults!: readonly PackageFaultModel[];
}

@InputType({ description: 'A study package that was uploaded to /exchange/uploads.' })
export class ImportStudyInput {
  @Field(() => ID, { description: 'Identifier that the upload answered with.' })
  @IsUUID()
  upload!: string;

  @Field({ defaultValue: false, description: 'Check only, write nothing.' })
  dryRun!: boolean;
}

export type ImportStudyErrorCode = 'UNKNOWN_UPLOAD';
export const ImportStudyErrorModel = mutationErrorModel(
  'ImportStudyError',
  describedEnum<ImportStudyErrorCode>('ImportStudyErrorCode', 'Why an import was not started.', {
    UNKNOWN_UPLOAD: 'There is no such upload of yours, or it was imported already.',
  }),
);

@ObjectType('ImportStudyPayload', { description: 'Outcome of importStudy: the import runs on; ask for it by id.' })
export class ImportStudyPayload {
  @Field(() => ImportModel, { nullable: true, description: 'The import; null when there are errors.' })
  import!: ImportModel | null;

  @Field(() => [ImportStudyErrorModel], { description: 'Why none was started; empty on success.' })
  errors!: readonly MutationError<ImportStudyErrorCode>[];
}

@InputType({ description: 'A study to export.' })
export class ExportStudyInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;
}

export type ExportStudyErrorCode = 'UNKNOWN_STUDY' | 'SINGLE_ANSWERS_PROTECTED';
export const ExportStudyErrorModel = mutationErrorModel(
  'ExportStudyError',
  describedEnum<ExportStudyErrorCode>('ExportStudyErrorCode', 'Why there is no export.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    SINGLE_ANSWERS_PROTECTED: 'An export holds single answers, and your token does not see them.',
  }),
);

@ObjectType('ExportStudyPayload', { description: 'Outcome of exportStudy.' })
export class ExportStudyPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Path of the package as .zip on this service, valid for ten minutes; null when there are errors.',
  })
  downloadPath!: string | null;

  @Field(() => [ExportStudyErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<ExportStudyErrorCode>[];
}
