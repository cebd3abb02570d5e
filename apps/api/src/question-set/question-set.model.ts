import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionSetStatus } from '@reflexbogen/domain';
import { faultErrorModel, type FaultError } from '../graphql/fault-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { QuestionSetStatusEnum } from './question.enums.js';
import { QuestionModel } from './question.model.js';

@ObjectType('Section', { description: 'A group of questions of one question set.' })
export class SectionModel {
  @Field({ description: 'Code, unique in the set.' })
  code!: string;

  @Field(() => [QuestionModel], {
    description: 'Questions as the designer wrote them, in order; a GRID is one question here.',
  })
  questions!: readonly QuestionModel[];
}

@ObjectType('ModuleReference', { description: 'The revision of a module that a question set was composed of.' })
export class ModuleReferenceModel {
  @Field({ description: 'Code of the module.' })
  code!: string;

  @Field(() => Int, { description: 'Its revision, from 1.' })
  revision!: number;
}

@ObjectType('QuestionSetVersion', { description: 'One save of a draft.' })
export class QuestionSetVersionModel {
  @Field(() => Int, { description: 'Counts the saves, from 1.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field({ description: 'Who saved it.' })
  savedByName!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version whose document was saved again; null for an ordinary save.',
  })
  restoredFrom!: number | null;
}

@ObjectType('QuestionSet', {
  description: 'The questions asked in one year, in one revision. Immutable once published.',
})
export class QuestionSetModel {
  @Field(() => ID, { description: 'Identifier of this revision.' })
  id!: string;

  @Field({ description: 'Slug of its template.' })
  template!: string;

  @Field(() => Int, { description: 'Year the questions are asked in.' })
  year!: number;

  @Field(() => Int, { description: 'Revision within the year, from 1.' })
  revision!: number;

  @Field(() => QuestionSetStatusEnum, { description: 'Whether it can still be edited.' })
  status!: QuestionSetStatus;

  @Field(() => Int, { description: 'Counts the saves of a draft, from 1; to be sent back with the next save.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Instant of publication; null for a draft.' })
  publishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over the canonical document, hex, equal for equal content; null for a draft.',
  })
  contentHash!: string | null;

  @Field(() => [ModuleReferenceModel], {
    description: 'Modules it was composed of; empty where it was written freely.',
  })
  modules!: readonly ModuleReferenceModel[];

  @Field(() => [SectionModel], { description: 'Sections in order.' })
  sections!: readonly SectionModel[];
}

export type DraftQuestionSetErrorCode =
  'UNKNOWN_TEMPLATE' | 'UNKNOWN_BASE' | 'DRAFT_EXISTS' | 'INVALID_YEAR' | 'INVALID_MODULES';
export const DraftQuestionSetErrorModel = faultErrorModel(
  'DraftQuestionSetError',
  describedEnum<DraftQuestionSetErrorCode>('DraftQuestionSetErrorCode', 'Why a draft was not made.', {
    UNKNOWN_TEMPLATE: 'No template has this slug.',
    UNKNOWN_BASE: 'The template has no published question set of that year and revision.',
    DRAFT_EXISTS: 'The template has an unpublished draft for this year already.',
    INVALID_YEAR: 'The year lies before the one the draft is based on.',
    INVALID_MODULES: 'A module does not exist, or the modules contradict each other; `path` names the one.',
  }),
);

export type SaveQuestionSetErrorCode =
  'NOT_FOUND' | 'NOT_A_DRAFT' | 'STALE_VERSION' | 'INVALID_DOCUMENT' | 'UNKNOWN_VERSION';
export const SaveQuestionSetErrorModel = faultErrorModel(
  'SaveQuestionSetError',
  describedEnum<SaveQuestionSetErrorCode>('SaveQuestionSetErrorCode', 'Why a draft was not saved.', {
    NOT_FOUND: 'There is no such question set.',
    NOT_A_DRAFT: 'It is published and can no longer change.',
    STALE_VERSION: 'Somebody has saved since, and the edits contradict each other; see `conflict`.',
    INVALID_DOCUMENT: 'The document breaks a rule; `path` names the place.',
    UNKNOWN_VERSION: 'The draft has no save of this version.',
  }),
);

export type PublishQuestionSetErrorCode =
  | 'NOT_FOUND'
  | 'NOT_A_DRAFT'
  | 'STALE_VERSION'
  | 'INVALID_DOCUMENT'
  | 'VERDICT_MISSING'
  | 'CODE_ARCHIVED'
  | 'TRANSLATION_MISSING'
  | 'NEVER_VISIBLE'
  | 'MODULE_DIFFERS';
export const PublishQuestionSetErrorModel = faultErrorModel(
  'PublishQuestionSetError',
  describedEnum<PublishQuestionSetErrorCode>('PublishQuestionSetErrorCode', 'Why a question set was not published.', {
    NOT_FOUND: 'There is no such question set.',
    NOT_A_DRAFT: 'It is published already.',
    STALE_VERSION: 'Somebody has saved since; read the current version first.',
    INVALID_DOCUMENT: 'The document breaks a rule; `path` names the place.',
    VERDICT_MISSING: 'A question differs from its predecessor and has no verdict on how the two compare.',
    CODE_ARCHIVED: 'The code is that of an archived question.',
    TRANSLATION_MISSING: 'A text lacks a language that the template requires.',
    NEVER_VISIBLE: 'No answers whatever make the question visible.',
    MODULE_DIFFERS: 'The question is not what the module that it names asks.',
  }),
);

@ObjectType('DraftQuestionSetPayload', { description: 'Outcome of draftQuestionSet.' })
export class DraftQuestionSetPayload {
  @Field(() => QuestionSetModel, { nullable: true, description: 'The new draft; null when there are errors.' })
  questionSet!: QuestionSetModel | null;

  @Field(() => [DraftQuestionSetErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly FaultError<DraftQuestionSetErrorCode>[];
}

@ObjectType('FieldConflict', { description: 'A field that two designers have changed to different values.' })
export class FieldConflictModel {
  @Field(() => [String], {
    description:
      'Which field, e.g. questions, staff, text, de. `order` and `questions` at the end: the order of a list.',
  })
  path!: readonly string[];

  @Field(() => String, { nullable: true, description: 'As both had read it, canonical JSON; null = not there.' })
  base!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was sent, canonical JSON; null = deleted.' })
  yours!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is stored now, canonical JSON; null = deleted.' })
  theirs!: string | null;
}

@ObjectType('SaveConflict', {
  description: 'Both documents and what they differ in, where somebody has saved in between and edits contradict.',
})
export class SaveConflictModel {
  @Field(() => QuestionSetModel, { description: 'What was sent. Stored nowhere.' })
  yours!: QuestionSetModel;

  @Field(() => QuestionSetModel, { description: 'What is stored now, with its version.' })
  theirs!: QuestionSetModel;

  @Field(() => [FieldConflictModel], {
    description: 'Every field that contradicts. Edits of other fields would merge.',
  })
  fields!: readonly FieldConflictModel[];
}

@ObjectType('MergedField', { description: "A field in which another designer's edit was kept." })
export class MergedFieldModel {
  @Field(() => [String], { description: 'Which field, e.g. questions, staff, text, de.' })
  path!: readonly string[];
}

@ObjectType('SaveQuestionSetPayload', { description: 'Outcome of saveQuestionSet.' })
export class SaveQuestionSetPayload {
  @Field(() => QuestionSetModel, {
    nullable: true,
    description: 'The set as it is stored now; null when there is none.',
  })
  questionSet!: QuestionSetModel | null;

  @Field(() => [MergedFieldModel], {
    description: 'Where somebody had saved in between: the fields in which their edits were kept. Empty otherwise.',
  })
  merged!: readonly MergedFieldModel[];

  @Field(() => SaveConflictModel, { nullable: true, description: 'Set with STALE_VERSION where edits contradict.' })
  conflict!: SaveConflictModel | null;

  @Field(() => [SaveQuestionSetErrorModel], { description: 'Every reason why nothing was saved; empty on success.' })
  errors!: readonly FaultError<SaveQuestionSetErrorCode>[];
}

@ObjectType('PublishQuestionSetPayload', { description: 'Outcome of publishQuestionSet.' })
export class PublishQuestionSetPayload {
  @Field(() => QuestionSetModel, {
    nullable: true,
    description: 'The set as it is stored now; null when there is none.',
  })
  questionSet!: QuestionSetModel | null;

  @Field(() => [PublishQuestionSetErrorModel], {
    description: 'The complete list of what is in the way; empty on success.',
  })
  errors!: readonly FaultError<PublishQuestionSetErrorCode>[];
}
