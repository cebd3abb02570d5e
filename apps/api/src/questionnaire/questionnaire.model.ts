import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { faultErrorModel, FaultParticularsModel, type FaultError } from '../graphql/fault-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { MergedFieldModel, QuestionSetModel, SaveConflictModel } from '../question-set/question-set.model.js';

export type QuestionnaireFormat = 'YAML' | 'JSON' | 'XLSFORM' | 'XLIFF' | 'TRANSLATION_CSV';
export const QuestionnaireFormatEnum = describedEnum<QuestionnaireFormat>(
  'QuestionnaireFormat',
  'As what a question set leaves the system, or comes in.',
  {
    YAML: 'The whole set, for people and version control; see docs/questionnaire.schema.json.',
    JSON: 'The same as JSON.',
    XLSFORM: 'A spreadsheet form of ODK and KoboToolbox (.xlsx).',
    XLIFF: 'All texts of one language beside another, for translators: XLIFF 2.1.',
    TRANSLATION_CSV: 'The same as CSV.',
  },
);

@ObjectType('QuestionnaireFile', { description: 'A question set as a file.' })
export class QuestionnaireFileModel {
  @Field({ description: 'A name for it, with its suffix.' })
  name!: string;

  @Field({ description: 'Its media type.' })
  mediaType!: string;

  @Field({ description: 'Its content in base64.' })
  base64!: string;
}

@ObjectType('MissingTranslation', { description: 'A text that a language lacks.' })
export class MissingTranslationModel {
  @Field({ description: 'BCP 47 language tag.' })
  locale!: string;

  @Field({ description: 'Which text, e.g. questions.staff.text.' })
  key!: string;

  @Field({ description: 'The text in the language that has it.' })
  source!: string;
}

@ObjectType('QuestionnaireFault', { description: 'One thing wrong with a file, at its place.' })
export class QuestionnaireFaultModel {
  @Field(() => String, { nullable: true, description: 'Spreadsheets: name of the sheet; null for other files.' })
  sheet!: string | null;

  @Field(() => Int, { nullable: true, description: 'Line, or row of the sheet, from 1; null = the file as a whole.' })
  line!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Column: a number from 1, or the letter of a sheet; null = the line as a whole.',
  })
  column!: string | null;

  @Field({ description: 'What is wrong.' })
  message!: string;

  @Field({ description: 'What was expected.' })
  expected!: string;

  @Field(() => FaultParticularsModel, {
    nullable: true,
    description: 'The same, to be said in any language; null where the file is at fault as a file.',
  })
  particulars!: FaultParticularsModel | null;
}

@ObjectType('NotTakenOver', { description: 'Something of a form that a question set has no equal for.' })
export class NotTakenOverModel {
  @Field({ description: 'Name of the sheet.' })
  sheet!: string;

  @Field(() => Int, { description: 'Row, from 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'Letter of the column; null = the row as a whole.' })
  column!: string | null;

  @Field({ description: 'What it is.' })
  what!: string;

  @Field({ description: 'Why it was left out.' })
  why!: string;

  @Field(() => FaultParticularsModel, {
    nullable: true,
    description: 'The same, where it would be a fault of the question set; null otherwise.',
  })
  particulars!: FaultParticularsModel | null;
}

@InputType({ description: 'A file to save as a draft, at the version that the designer has seen.' })
export class ReadQuestionnaireInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'Version of the draft that the file was made from.' })
  @IsInt()
  version!: number;

  @Field(() => QuestionnaireFormatEnum, { description: 'What the file is.' })
  format!: QuestionnaireFormat;

  @Field(() => ID, { description: 'The uploaded file, see POST /uploads. At most 16 MB.' })
  @IsUUID()
  upload!: string;

  @Field(() => String, { nullable: true, description: 'XLSForm: language of wordings that state none; und without.' })
  @IsOptional()
  @MaxLength(35)
  language?: string | null;
}

export type ReadQuestionnaireErrorCode =
  | 'NOT_FOUND'
  | 'NOT_A_DRAFT'
  | 'STALE_VERSION'
  | 'INVALID_DOCUMENT'
  | 'UNKNOWN_VERSION'
  | 'UNKNOWN_UPLOAD'
  | 'INVALID_FILE'
  | 'OTHER_TEMPLATE';
export const ReadQuestionnaireErrorModel = faultErrorModel(
  'ReadQuestionnaireError',
  describedEnum<ReadQuestionnaireErrorCode>('ReadQuestionnaireErrorCode', 'Why a file was not saved.', {
    NOT_FOUND: 'There is no such question set.',
    NOT_A_DRAFT: 'It is published and can no longer change.',
    STALE_VERSION: 'Somebody has saved since, and the edits contradict each other; see `conflict`.',
    INVALID_DOCUMENT: 'The document breaks a rule; `path` names the place.',
    UNKNOWN_VERSION: 'The draft has no save of this version.',
    UNKNOWN_UPLOAD: 'There is no such upload of yours; uploads are kept for an hour.',
    INVALID_FILE: 'The file cannot be read; see `faults`.',
    OTHER_TEMPLATE: 'The file is of another template.',
  }),
);

@ObjectType('ReadQuestionnairePayload', { description: 'Outcome of readQuestionnaire.' })
export class ReadQuestionnairePayload {
  @Field(() => QuestionSetModel, {
    nullable: true,
    description: 'The set as it is stored now; null when there is none.',
  })
  questionSet!: QuestionSetModel | null;

  @Field(() => [MergedFieldModel], { description: 'Where somebody had saved in between: the fields kept of theirs.' })
  merged!: readonly MergedFieldModel[];

  @Field(() => SaveConflictModel, { nullable: true, description: 'Set with STALE_VERSION where edits contradict.' })
  conflict!: SaveConflictModel | null;

  @Field(() => [NotTakenOverModel], { description: 'XLSForm: everything that was left out. At most 10,000.' })
  notTakenOver!: readonly NotTakenOverModel[];

  @Field(() => [QuestionnaireFaultModel], { description: 'Everything wrong with the file. At most 1000.' })
  faults!: readonly QuestionnaireFaultModel[];

  @Field(() => [ReadQuestionnaireErrorModel], { description: 'Why nothing was saved; empty on success.' })
  errors!: readonly FaultError<ReadQuestionnaireErrorCode>[];
}
