import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

export type DataFormat =
  'LONG_CSV' | 'WIDE_CSV' | 'R_SCRIPT' | 'XLSX' | 'SPSS' | 'STATA' | 'PARQUET' | 'DDI_CODEBOOK' | 'SDMX_CSV';
export const DataFormatEnum = describedEnum<DataFormat>('DataFormat', 'Format of a data file.', {
  LONG_CSV: 'Tidy CSV: one line per municipality, round and question.',
  WIDE_CSV: 'CSV with one line per submission and one column per revision of a question.',
  R_SCRIPT: 'R script that reads the wide CSV and labels it.',
  XLSX: 'Spreadsheet: the wide table, and a codebook.',
  SPSS: 'SPSS system file (.sav) with value labels and missing codes.',
  STATA: 'Stata file (.dta, version 118) with value labels and extended missing values.',
  PARQUET: 'Parquet file: the wide table with typed columns.',
  DDI_CODEBOOK: 'Metadata as DDI-Codebook 2.5 XML, with the verdicts on comparability.',
  SDMX_CSV: 'Aggregates of all consecutive rounds as SDMX-CSV 2.0, with observation status and breaks.',
});

export type DataExportStatus = 'RUNNING' | 'READY' | 'FAILED';
export const DataExportStatusEnum = describedEnum<DataExportStatus>('DataExportStatus', 'State of a data export.', {
  RUNNING: 'Being written.',
  READY: 'Can be downloaded.',
  FAILED: 'The service failed; ask for it again.',
});

@ObjectType('DataExport', { description: "A study's submissions as one data file, read from one snapshot." })
export class DataExportModel {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DataFormatEnum, { description: 'Format.' })
  format!: DataFormat;

  @Field(() => DataExportStatusEnum, { description: 'State.' })
  status!: DataExportStatus;

  @Field(() => Int, { description: 'Share that is written, in percent, 0 to 100.' })
  percent!: number;

  @Field({ description: 'Name under which it is downloaded.' })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the download on this service; null until READY. Takes Range, so that it can be resumed.',
  })
  downloadPath!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the download ends; null until READY.' })
  expiresAt!: Date | null;
}

@InputType({ description: 'A data file of a study.' })
export class ExportDataInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field(() => DataFormatEnum, { description: 'Format.' })
  format!: DataFormat;

  @Field(() => [String], { nullable: true, description: 'Codes of rounds; without it all.' })
  @IsOptional()
  @ArrayMaxSize(250)
  @IsString({ each: true })
  rounds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of a freeze: its submissions, panel and question sets.' })
  @IsOptional()
  @MaxLength(100)
  freeze?: string | null;

  @Field(() => String, { defaultValue: 'de', description: 'Language of labels in files that hold one: de or en.' })
  @IsIn(['de', 'en'], { message: 'locale: expected de or en' })
  locale!: string;
}

export type ExportDataErrorCode =
  'UNKNOWN_STUDY' | 'UNKNOWN_ROUND' | 'UNKNOWN_FREEZE' | 'SINGLE_ANSWERS_PROTECTED' | 'TOO_MANY_EXPORTS';
export const ExportDataErrorModel = mutationErrorModel(
  'ExportDataError',
  describedEnum<ExportDataErrorCode>('ExportDataErrorCode', 'Why no export was started.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ROUND: 'The study, or the freeze, has no such round.',
    UNKNOWN_FREEZE: 'The study has no such freeze.',
    SINGLE_ANSWERS_PROTECTED: 'An export holds single answers, and your token does not see them.',
    TOO_MANY_EXPORTS: 'As many exports are running as this service writes at once; try again later.',
  }),
);

@ObjectType('ExportDataPayload', { description: 'Outcome of exportData: the export runs on; ask for it by id.' })
export class ExportDataPayload {
  @Field(() => DataExportModel, { nullable: true, description: 'The export; null when there are errors.' })
  export!: DataExportModel | null;

  @Field(() => [ExportDataErrorModel], { description: 'Why none was started; empty on success.' })
  errors!: readonly MutationError<ExportDataErrorCode>[];
}
