import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { faultErrorModel, type FaultError } from '../graphql/fault-error.js';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { TranslationInput } from '../graphql/translation.model.js';
import { SectionModel } from '../question-set/question-set.model.js';
import { SectionInput } from '../question-set/question.input.js';
import { ScaleInput } from '../question-set/scale.input.js';

@ObjectType('ModuleRevision', { description: 'One revision of a module. Immutable.' })
export class ModuleRevisionModel {
  @Field(() => Int, { description: 'From 1.' })
  revision!: number;

  @Field(() => GraphQLISODateTime, { description: 'Instant of publication.' })
  publishedAt!: Date;

  @Field({ description: 'SHA-256 over its canonical content, hex.' })
  contentHash!: string;

  @Field(() => [SectionModel], { description: 'Its questions, by section.' })
  sections!: readonly SectionModel[];
}

@ObjectType('Module', {
  description: 'A named group of questions of a template: the core asked every year, a rotating topic.',
})
export class ModuleModel {
  @Field({ description: 'Code, unique in the template.' })
  code!: string;

  @Field(() => [ModuleRevisionModel], { description: 'Its revisions, the first one first.' })
  revisions!: readonly ModuleRevisionModel[];
}

@ObjectType('ArchivedQuestion', { description: 'A question that is asked no more; its code means what it meant.' })
export class ArchivedQuestionModel {
  @Field({ description: 'Code of the question.' })
  code!: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  archivedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why; null when no reason was given.' })
  reason!: string | null;
}

@InputType({ description: 'The next revision of a module, complete in itself.' })
export class PublishModuleInput {
  @Field({ description: 'Slug of the template.' })
  @MaxLength(100)
  template!: string;

  @Field({ description: 'Code of the module; one that the template lacks begins with revision 1.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  @MaxLength(100)
  code!: string;

  @Field(() => [TranslationInput], { description: 'Title per language; that of a module which exists stays.' })
  @ValidateNested({ each: true })
  @Type(() => TranslationInput)
  title!: TranslationInput[];

  @Field(() => [ScaleInput], { description: 'Scales its questions use.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ScaleInput)
  scales!: ScaleInput[];

  @Field(() => [SectionInput], { description: 'Its questions, by section.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SectionInput)
  sections!: SectionInput[];
}

export type PublishModuleErrorCode = 'UNKNOWN_TEMPLATE' | 'INVALID_DOCUMENT' | 'UNCHANGED';
export const PublishModuleErrorModel = faultErrorModel(
  'PublishModuleError',
  describedEnum<PublishModuleErrorCode>('PublishModuleErrorCode', 'Why a module was not published.', {
    UNKNOWN_TEMPLATE: 'No template has this slug.',
    INVALID_DOCUMENT: 'The module breaks a rule; `path` names the place.',
    UNCHANGED: 'The last revision says the same, or somebody else has published one in the meantime.',
  }),
);

@ObjectType('PublishModulePayload', { description: 'Outcome of publishModule.' })
export class PublishModulePayload {
  @Field(() => ModuleModel, { nullable: true, description: 'The module; null when there are errors.' })
  module!: ModuleModel | null;

  @Field(() => [PublishModuleErrorModel], { description: 'Everything that is in the way; empty on success.' })
  errors!: readonly FaultError<PublishModuleErrorCode>[];
}

@InputType({ description: 'Questions that are asked no more.' })
export class ArchiveQuestionsInput {
  @Field({ description: 'Slug of the template.' })
  @MaxLength(100)
  template!: string;

  @Field(() => [String], { description: 'Codes of the questions.' })
  @ArrayMaxSize(2000)
  @MaxLength(200, { each: true })
  questions!: string[];

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @MaxLength(2000)
  reason?: string | null;
}

export type ArchiveQuestionsErrorCode = 'UNKNOWN_TEMPLATE' | 'UNKNOWN_QUESTION';
export const ArchiveQuestionsErrorModel = faultErrorModel(
  'ArchiveQuestionsError',
  describedEnum<ArchiveQuestionsErrorCode>('ArchiveQuestionsErrorCode', 'Why no question was archived.', {
    UNKNOWN_TEMPLATE: 'No template has this slug.',
    UNKNOWN_QUESTION: 'The template has never asked a question of this code.',
  }),
);

@ObjectType('ArchiveQuestionsPayload', { description: 'Outcome of archiveQuestions.' })
export class ArchiveQuestionsPayload {
  @Field(() => [ArchivedQuestionModel], { description: 'All archived questions of the template, by code.' })
  archivedQuestions!: readonly ArchivedQuestionModel[];

  @Field(() => [ArchiveQuestionsErrorModel], { description: 'Why nothing was archived; empty on success.' })
  errors!: readonly FaultError<ArchiveQuestionsErrorCode>[];
}

@InputType({ description: 'Languages in which everything that a template publishes must be there.' })
export class RequireLocalesInput {
  @Field({ description: 'Slug of the template.' })
  @MaxLength(100)
  template!: string;

  @Field(() => [String], { description: 'BCP 47 language tags; none = no language is required.' })
  @ArrayMaxSize(50)
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { each: true })
  locales!: string[];
}

export type RequireLocalesErrorCode = 'UNKNOWN_TEMPLATE';
export const RequireLocalesErrorModel = mutationErrorModel(
  'RequireLocalesError',
  describedEnum<RequireLocalesErrorCode>('RequireLocalesErrorCode', 'Why the languages were not changed.', {
    UNKNOWN_TEMPLATE: 'No template has this slug.',
  }),
);

@ObjectType('RequireLocalesPayload', { description: 'Outcome of requireLocales.' })
export class RequireLocalesPayload {
  @Field(() => [String], { description: 'The languages now required.' })
  locales!: readonly string[];

  @Field(() => [RequireLocalesErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<RequireLocalesErrorCode>[];
}
