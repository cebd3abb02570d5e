import { Field, InputType, ObjectType, ID } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { AnswerValueInput } from './answer-value.model.js';
import { SheetProgressModel, SheetSectionModel } from './response.model.js';

@InputType({ description: 'An answer to try a question set with.' })
export class PreviewAnswerInput {
  @Field({ description: 'Code of the question.' })
  @MaxLength(200)
  question!: string;

  @Field(() => AnswerValueInput, { nullable: true, description: 'The value; null = unanswered.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerValueInput)
  value?: AnswerValueInput | null;

  @Field(() => AnswerValueInput, {
    nullable: true,
    description: 'What the municipality is to have answered in the round before; null = nothing.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerValueInput)
  previous?: AnswerValueInput | null;

  @Field(() => String, { nullable: true, description: 'Comment; null = none.' })
  @IsOptional()
  @MaxLength(10_000)
  comment?: string | null;
}

@InputType({ description: 'A question set, drafts included, and answers to try it with.' })
export class PreviewSheetInput {
  @Field(() => ID, { description: 'The question set.' })
  @IsUUID()
  questionSet!: string;

  @Field(() => [PreviewAnswerInput], { defaultValue: [], description: 'Answers, each question at most once.' })
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => PreviewAnswerInput)
  answers!: PreviewAnswerInput[];
}

export type PreviewErrorCode = 'REQUIRED' | 'INVALID_VALUE' | 'UNKNOWN_QUESTION' | 'RULE_NOT_MET' | 'COMMENT_REQUIRED';
export const PreviewErrorModel = mutationErrorModel(
  'PreviewError',
  describedEnum<PreviewErrorCode>('PreviewErrorCode', 'Why the sheet could not be handed in.', {
    REQUIRED: 'A required question has no answer.',
    INVALID_VALUE: 'An answer does not fit its question.',
    UNKNOWN_QUESTION: 'The set does not ask this question.',
    RULE_NOT_MET: 'A check of the designer is not met.',
    COMMENT_REQUIRED: 'An answer is implausible and has no comment.',
  }),
);

@ObjectType('SheetPreview', {
  description: 'A throw-away sheet: what a question set would show. Stored nowhere, counted nowhere.',
})
export class SheetPreviewModel {
  @Field(() => [SheetSectionModel], { description: 'Sections in order.' })
  sections!: readonly SheetSectionModel[];

  @Field(() => SheetProgressModel, { description: 'How far it is.' })
  progress!: SheetProgressModel;

  @Field(() => [PreviewErrorModel], { description: 'What would keep it from being handed in; empty = nothing.' })
  errors!: readonly MutationError<PreviewErrorCode>[];
}
