import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { IgnoredPart, SheetDifference, SheetFileFault, SheetFileFormat } from '@reflexbogen/exchange';
import { IsOptional, IsUUID, MaxLength, Min } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { AnswerConflictModel, ResponseModel, SavedAnswerModel } from './response.model.js';

/** PDF is for paper and is not read back. */
export type SheetOutputFormat = SheetFileFormat | 'PDF';
export const SheetFileFormatEnum = describedEnum<SheetOutputFormat>('SheetFileFormat', 'As what a sheet leaves.', {
  PDF: 'For paper, and for reading: tagged for screen readers, with boxes to tick and lines to write on.',
  XLSX: 'A workbook with lists to choose from.',
  CSV: 'Semicolons, UTF-8 with byte-order mark, as German spreadsheets open it.',
});

@ObjectType('SheetFile', {
  description: "One municipality's sheet as a file to fill in, with what is answered so far.",
})
export class SheetFileModel {
  @Field({ description: 'A name for it, with its suffix.' })
  name!: string;

  @Field({ description: 'Its media type.' })
  mediaType!: string;

  @Field({ description: 'Its content in base64.' })
  base64!: string;
}

@InputType({ description: 'A sheet that was filled in as a file.' })
export class ReadSheetFileInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field({ description: 'The file in base64, at most 5 MB.' })
  @MaxLength(7_000_000)
  base64!: string;

  @Field({ defaultValue: true, description: 'Only say what the file would change; write nothing.' })
  dryRun!: boolean;

  @Field({ defaultValue: false, description: 'Whether an empty cell empties the stored answer; else it says nothing.' })
  emptyDeletes!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the sheet that the dry run has shown: refused when it has changed since.',
  })
  @IsOptional()
  @Min(0)
  version?: number | null;

  @Field({
    description: 'UUID made by the client for this act: repeating it has no further effect and gives the same result.',
  })
  @IsUUID()
  idempotencyKey!: string;
}

export const SheetDifferenceKindEnum = describedEnum<SheetDifference['kind']>(
  'SheetDifferenceKind',
  'What becomes of an answer.',
  {
    ADDED: 'There was none.',
    CHANGED: 'It becomes another.',
    REMOVED: 'It is emptied.',
    COMMENT: 'Only its comment changes.',
  },
);

@ObjectType('SheetDifference', { description: 'What a file changes in one question.' })
export class SheetDifferenceModel {
  @Field({ description: 'Code of the question.' })
  question!: string;

  @Field(() => SheetDifferenceKindEnum, { description: 'What becomes of the answer.' })
  kind!: SheetDifference['kind'];

  @Field(() => String, { nullable: true, description: 'Stored value in canonical text; null = none.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Value of the file in canonical text; null = none.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'Stored comment; null = none.' })
  commentFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'Comment afterwards; null = none.' })
  commentTo!: string | null;
}

@ObjectType('SheetFileFault', { description: 'One thing wrong with a sheet file, at its place.' })
export class SheetFileFaultModel implements SheetFileFault {
  @Field(() => String, { description: 'What is wrong, for programs.' })
  code!: SheetFileFault['code'];

  @Field(() => String, { nullable: true, description: 'Name of the sheet; null for CSV or the file as a whole.' })
  sheet!: string | null;

  @Field(() => Int, { nullable: true, description: 'Row or line, from 1; null = the file as a whole.' })
  row!: number | null;

  @Field(() => String, { nullable: true, description: 'Letter of the column; null = the row as a whole.' })
  column!: string | null;

  @Field({ description: 'What is wrong, for people.' })
  message!: string;

  @Field({ description: 'What was expected.' })
  expected!: string;
}

@ObjectType('IgnoredPart', { description: 'What a file holds beside the sheet and is not read.' })
export class IgnoredPartModel implements IgnoredPart {
  @Field({ description: 'What.' })
  what!: string;

  @Field({ description: 'Why.' })
  why!: string;
}

export type ReadSheetFileErrorCode = 'NOT_FOUND' | 'UNREADABLE_FILE' | 'STALE_VERSION' | 'NOT_SAVED';
export const ReadSheetFileErrorModel = mutationErrorModel(
  'ReadSheetFileError',
  describedEnum<ReadSheetFileErrorCode>('ReadSheetFileErrorCode', 'Why a file was not taken over.', {
    NOT_FOUND: 'There is no such response, or your token does not cover it.',
    UNREADABLE_FILE: 'The file has faults; with any of them nothing is taken over.',
    STALE_VERSION: 'The sheet has changed since the dry run.',
    NOT_SAVED: 'The sheet does not take these answers now; the message says why.',
  }),
);

@ObjectType('ReadSheetFilePayload', { description: 'Outcome of readSheetFile.' })
export class ReadSheetFilePayload {
  @Field(() => ResponseModel, { nullable: true, description: 'The response now; null when it was not found.' })
  response!: ResponseModel | null;

  @Field(() => [SheetDifferenceModel], {
    description: 'Every difference between file and sheet, in the order of the sheet.',
  })
  differences!: readonly SheetDifferenceModel[];

  @Field(() => [SavedAnswerModel], { description: 'What was saved; empty in a dry run.' })
  saved!: readonly SavedAnswerModel[];

  @Field(() => [AnswerConflictModel], { description: 'What was not, because somebody else was faster.' })
  conflicts!: readonly AnswerConflictModel[];

  @Field(() => [IgnoredPartModel], { description: 'What of the file was not read, and why.' })
  ignored!: readonly IgnoredPartModel[];

  @Field(() => [SheetFileFaultModel], { description: 'Everything wrong with the file, at most 1000.' })
  faults!: readonly SheetFileFault[];

  @Field(() => [ReadSheetFileErrorModel], { description: 'Why nothing was taken over; empty on success.' })
  errors!: readonly MutationError<ReadSheetFileErrorCode>[];
}
