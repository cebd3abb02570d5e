import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Provenance, ResponseStatus, Verdict } from '@reflexbogen/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { VerdictEnum } from '../question-set/question.enums.js';
import { QuestionModel } from '../question-set/question.model.js';
import { RoundModel } from '../round/round.model.js';
import { SectionWorkModel } from './section.model.js';
import { SheetWindowModel } from './window.model.js';
import { AnswerValueInput, AnswerValueModel } from './answer-value.model.js';

export const ResponseStatusEnum = describedEnum<ResponseStatus>(
  'ResponseStatus',
  "State of one municipality's sheet in one round.",
  {
    NOT_STARTED: 'Nothing has been written yet.',
    DRAFT: 'Being filled; counts in no figure.',
    SUBMITTED: 'Handed in; figures count this submission.',
    RETURNED: 'Given back for correction; figures count the last submission until the next.',
    ACCEPTED: 'Checked and final.',
  },
);

export const ProvenanceEnum = describedEnum<Provenance>('Provenance', 'How an answer came about.', {
  TYPED: 'Entered in this round.',
  CONFIRMED: "Last round's answer was shown, and confirmed.",
  CARRIED_OVER: "Last round's answer was taken over without a look at each.",
  IMPORTED: 'Read from a file.',
});

@ObjectType('Person', { description: 'Somebody who worked on a sheet.' })
export class PersonModel {
  @Field({ description: "Display name; a dash once the person's data were erased." })
  name!: string;
}

@ObjectType('Response', { description: "One municipality's sheet in one round." })
export class ResponseModel {
  @Field(() => ID, { description: 'Identifier; contains the municipality.' })
  id!: string;

  @Field(() => ResponseStatusEnum, { description: 'State.' })
  status!: ResponseStatus;

  @Field(() => Int, { description: 'Counts every change of the sheet, from 0.' })
  version!: number;

  @Field({ description: 'Where the sheet stands: `since` of sheetChanged gives everything after it.' })
  cursor!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the last submission, from 1; null before the first.' })
  submissionNumber!: number | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Instant of the last submission; null before the first.',
  })
  submittedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the last submission's answers, hex: the municipality's receipt. Null before the first.",
  })
  receipt!: string | null;
}

@ObjectType('SheetAnswer', { description: 'The working copy of one answer.' })
export class SheetAnswerModel {
  @Field(() => AnswerValueModel, { nullable: true, description: 'The value; null where it was emptied again.' })
  value!: object | null;

  @Field(() => String, { nullable: true, description: 'Comment of the municipality; null = none.' })
  comment!: string | null;

  @Field(() => Int, { description: 'Counts the saves of this answer, from 1; to be sent back as basedOnRevision.' })
  revision!: number;

  @Field(() => GraphQLISODateTime, { description: 'Instant of the last save.' })
  savedAt!: Date;

  @Field(() => PersonModel, { description: 'Who saved last.' })
  savedBy!: PersonModel;

  @Field(() => ProvenanceEnum, { description: 'How it came about.' })
  provenance!: Provenance;
}

@ObjectType('PreviousAnswer', {
  description: 'What the municipality submitted to the same question in the round before.',
})
export class PreviousAnswerModel {
  @Field(() => RoundModel, { description: 'That round.' })
  round!: object;

  @Field(() => AnswerValueModel, { description: 'The submitted value.' })
  value!: object;

  @Field(() => VerdictEnum, { description: 'How the two questions compare; a BREAK is never shown.' })
  comparability!: Verdict;
}

@ObjectType('SheetQuestion', { description: 'A question on a sheet, with its answer.' })
export class SheetQuestionModel {
  @Field(() => QuestionModel, { description: 'The question.' })
  question!: object;

  @Field({ description: 'Whether its visibleIf rule holds for the answers so far.' })
  visible!: boolean;

  @Field({ description: 'Whether submitting needs an answer now.' })
  required!: boolean;

  @Field(() => SheetAnswerModel, { nullable: true, description: 'The answer; null before the first save.' })
  answer!: SheetAnswerModel | null;

  @Field(() => PreviousAnswerModel, {
    nullable: true,
    description: 'The answer of the round before, where the verdict allows showing it; null otherwise.',
  })
  previous!: PreviousAnswerModel | null;
}

@ObjectType('SheetSection', { description: 'A section of a sheet.' })
export class SheetSectionModel {
  @Field(() => SectionWorkModel, { description: 'Who works on it, and whether it is done.' })
  work!: SectionWorkModel;

  @Field({ description: 'Code of the section.' })
  code!: string;

  @Field(() => [SheetQuestionModel], { description: 'Its questions in order, grids cell by cell.' })
  questions!: readonly SheetQuestionModel[];
}

@ObjectType('SheetProgress', { description: 'How far a sheet is, in visible questions.' })
export class SheetProgressModel {
  @Field(() => Int, { description: 'Visible questions with an answer.' })
  answered!: number;

  @Field(() => Int, { description: 'Visible questions that submitting needs and that lack an answer or have one.' })
  required!: number;

  @Field(() => Int, { description: 'Visible questions.' })
  total!: number;
}

@ObjectType('Sheet', {
  description: "A municipality's view of its response: questions, answers, and what it said before.",
})
export class SheetModel {
  @Field(() => ResponseModel, { description: 'The response behind the sheet.' })
  response!: ResponseModel;

  @Field(() => RoundModel, { description: 'The round.' })
  round!: object;

  @Field(() => SheetWindowModel, { description: 'The window of this municipality, extensions included.' })
  window!: SheetWindowModel;

  @Field(() => [SheetSectionModel], { description: 'Sections in order.' })
  sections!: readonly SheetSectionModel[];

  @Field(() => SheetProgressModel, { description: 'How far it is.' })
  progress!: SheetProgressModel;
}

@InputType({ description: 'One answer to save.' })
export class AnswerInput {
  @Field({ description: 'Code of the question.' })
  @MaxLength(200)
  question!: string;

  @Field(() => AnswerValueInput, { nullable: true, description: 'The value; null empties the answer.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerValueInput)
  value?: AnswerValueInput | null;

  @Field(() => String, { nullable: true, description: 'Comment; null removes it, leaving the field out keeps it.' })
  @IsOptional()
  @MaxLength(10_000)
  comment?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Revision of the answer that the editor has seen; null or 0 when there was none.',
  })
  @IsOptional()
  @Min(0)
  basedOnRevision?: number | null;

  @Field(() => ProvenanceEnum, {
    nullable: true,
    description:
      "How the value came about; without it TYPED. CONFIRMED and CARRIED_OVER need last round's very answer and a question that allows it.",
  })
  @IsOptional()
  provenance?: Provenance | null;
}

@InputType({
  description: 'Answers to save on one sheet. Each succeeds or conflicts on its own; an invalid value refuses all.',
})
export class SaveAnswersInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field({
    description: 'UUID made by the client for this act: repeating it has no further effect and gives the same result.',
  })
  @IsUUID()
  idempotencyKey!: string;

  @Field(() => [AnswerInput], { description: '1 to 250 answers, each question at most once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(250)
  @ValidateNested({ each: true })
  @Type(() => AnswerInput)
  answers!: AnswerInput[];
}

@ObjectType('SavedAnswer', { description: 'An answer that was saved.' })
export class SavedAnswerModel {
  @Field({ description: 'Code of the question.' })
  question!: string;

  @Field(() => Int, { description: 'Its revision now.' })
  revision!: number;
}

@ObjectType('AnswerConflict', {
  description: 'An answer that somebody else has saved in the meantime. Nothing was overwritten.',
})
export class AnswerConflictModel {
  @Field({ description: 'Code of the question.' })
  question!: string;

  @Field(() => AnswerValueModel, { nullable: true, description: 'The value that was sent; null = emptying.' })
  yours!: object | null;

  @Field(() => AnswerValueModel, { nullable: true, description: 'The value that stands; null = emptied.' })
  theirs!: object | null;

  @Field(() => Int, { description: 'Revision that stands; 0 when the answer was never saved.' })
  revision!: number;

  @Field(() => PersonModel, { nullable: true, description: 'Who saved it; null when nobody has.' })
  savedBy!: PersonModel | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When; null when nobody has.' })
  savedAt!: Date | null;
}

export type SaveAnswersErrorCode =
  | 'NOT_FOUND'
  | 'ROUND_NOT_OPEN'
  | 'NOT_EDITABLE'
  | 'UNKNOWN_QUESTION'
  | 'DUPLICATE_QUESTION'
  | 'NOT_YOUR_SECTION'
  | 'NOT_THE_PRIOR_ANSWER'
  | 'INVALID_VALUE'
  | 'IDEMPOTENCY_KEY_REUSED';
export const SaveAnswersErrorModel = mutationErrorModel(
  'SaveAnswersError',
  describedEnum<SaveAnswersErrorCode>('SaveAnswersErrorCode', 'Why answers were not saved.', {
    NOT_FOUND: 'There is no such response, or your token does not cover it.',
    ROUND_NOT_OPEN: 'The window is not open for this municipality; the message names it.',
    NOT_YOUR_SECTION: 'Another department works on the section.',
    NOT_THE_PRIOR_ANSWER: "The value is not last round's answer, or the question does not let it be taken over.",
    NOT_EDITABLE: 'The sheet is submitted or accepted.',
    UNKNOWN_QUESTION: 'The sheet has no such question.',
    DUPLICATE_QUESTION: 'The same question is given twice.',
    INVALID_VALUE: 'The value does not fit the question; the message says what was expected.',
    IDEMPOTENCY_KEY_REUSED: 'The key was used for another payload.',
  }),
);

@ObjectType('SaveAnswersPayload', { description: 'Outcome of saveAnswers.' })
export class SaveAnswersPayload {
  @Field(() => ResponseModel, { nullable: true, description: 'The response now; null when it was not found.' })
  response!: ResponseModel | null;

  @Field(() => [SavedAnswerModel], { description: 'What was saved.' })
  saved!: readonly SavedAnswerModel[];

  @Field(() => [AnswerConflictModel], { description: 'What was not, because somebody else was faster.' })
  conflicts!: readonly AnswerConflictModel[];

  @Field(() => [SaveAnswersErrorModel], { description: 'Why nothing at all was saved; empty otherwise.' })
  errors!: readonly MutationError<SaveAnswersErrorCode>[];
}

@InputType({ description: 'Hands a sheet in.' })
export class SubmitResponseInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version the signatory has seen: refused when the sheet has changed since. Without it the current one.',
  })
  @IsOptional()
  @Min(0)
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Why a sheet that was handed in before is corrected.' })
  @IsOptional()
  @MaxLength(2000)
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'UUID made by the client for this act: repeating it has no further effect and gives the same submission. Without it a repetition is refused as NOT_SUBMITTABLE.',
  })
  @IsOptional()
  @IsUUID()
  idempotencyKey?: string | null;
}

export type SubmitResponseErrorCode =
  | 'NOT_FOUND'
  | 'ROUND_NOT_OPEN'
  | 'NOT_SIGNATORY'
  | 'NOT_SUBMITTABLE'
  | 'STALE_VERSION'
  | 'REQUIRED'
  | 'INVALID_VALUE'
  | 'RULE_NOT_MET'
  | 'COMMENT_REQUIRED'
  | 'IDEMPOTENCY_KEY_REUSED';
export const SubmitResponseErrorModel = mutationErrorModel(
  'SubmitResponseError',
  describedEnum<SubmitResponseErrorCode>('SubmitResponseErrorCode', 'Why a sheet was not handed in.', {
    NOT_FOUND: 'There is no such response, or your token does not cover it.',
    ROUND_NOT_OPEN: 'The window is not open for this municipality; the message names it.',
    NOT_SIGNATORY: 'Only the signatory of the municipality hands a sheet in.',
    NOT_SUBMITTABLE: 'The sheet is in a state from which it cannot be handed in.',
    STALE_VERSION: 'The sheet has changed since the version that was seen.',
    REQUIRED: 'A required question has no answer.',
    INVALID_VALUE: 'An answer does not fit its question.',
    RULE_NOT_MET: 'A check of the designer is not met; the message says which.',
    COMMENT_REQUIRED: 'An answer is implausible; it needs a comment, or to be another one.',
    IDEMPOTENCY_KEY_REUSED: 'The key was used for another payload.',
  }),
);

@ObjectType('SubmitResponsePayload', { description: 'Outcome of submitResponse.' })
export class SubmitResponsePayload {
  @Field(() => ResponseModel, {
    nullable: true,
    description:
      'The response now; null when it was not found. Where a key is repeated, number, instant and receipt are those of the submission that it made.',
  })
  response!: ResponseModel | null;

  @Field(() => [SubmitResponseErrorModel], { description: 'Everything that is in the way; empty on success.' })
  errors!: readonly MutationError<SubmitResponseErrorCode>[];
}
