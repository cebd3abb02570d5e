import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ChangeAspect, Verdict, VerdictProposal, WordChange } from '@reflexbogen/domain';
import { describedEnum } from '../graphql/register-enum.js';
import { LevelMappingModel } from './question.model.js';
import { VerdictEnum } from './question.enums.js';

export const ChangeAspectEnum = describedEnum<ChangeAspect>('ChangeAspect', 'What of a question has changed.', {
  TYPE: 'The kind of answer.',
  TEXT: 'The wording in the default language.',
  TRANSLATION: 'A wording in another language.',
  HELP: 'The explanation.',
  LEVELS: 'Levels came or went.',
  LEVEL_ORDER: 'Levels stand in another order.',
  LEVEL_LABELS: 'Levels are called otherwise.',
  LEVELS_ARCHIVED: 'Levels are no longer offered, or offered again.',
  ORDERED: 'Whether the levels ascend.',
  MISSING_CODES: 'Answers that are not values.',
  BOXES: 'Named groups of levels.',
  POLARITY: 'Whether more is worse or better.',
  RULES: 'When it is shown, required, valid or plausible.',
  REQUIRED: 'Whether submitting needs an answer.',
  UNIT: 'The unit of a number.',
  RANGE: 'Bounds, decimals or tolerance of a number.',
  GRID: 'Rows or columns.',
  REPORTS_CHANGE: 'Which change it asks for, or what its levels report.',
  MODULE: 'The module that it is of.',
  PRIOR: "Whether last round's answer is shown.",
});

export const WordOpEnum = describedEnum<WordChange['op']>('WordOp', 'What became of words.', {
  EQUAL: 'They stayed.',
  REMOVED: 'They went.',
  ADDED: 'They came.',
});

export const ProposalReasonEnum = describedEnum<VerdictProposal['reason']>(
  'ProposalReason',
  'Why a verdict is proposed.',
  {
    SAME: 'Text, unit and levels are the same.',
    TYPE_CHANGED: 'Another kind of answer.',
    UNIT_CHANGED: 'Another unit.',
    LABELS_EDITED: 'The levels are called otherwise.',
    TEXT_EDITED: 'Up to 15 of 100 characters differ.',
    TEXT_REWRITTEN: 'More than 15 of 100 characters differ.',
    LEVELS_MAPPED: 'Levels are found again by code or label.',
    LEVELS_CHANGED: 'No level is found again.',
  },
);

@ObjectType('WordChange', { description: 'A run of words of a text that changed.' })
export class WordChangeModel {
  @Field(() => WordOpEnum, { description: 'What became of them.' })
  op!: WordChange['op'];

  @Field({ description: 'The words, with the blanks between them.' })
  text!: string;
}

@ObjectType('TextChange', { description: 'A text that reads otherwise in one language.' })
export class TextChangeModel {
  @Field({ description: 'Which text, e.g. text, help, levels.4.' })
  field!: string;

  @Field({ description: 'BCP 47 language tag.' })
  locale!: string;

  @Field(() => String, { nullable: true, description: 'Before; null where the language is new.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Now; null where the language is gone.' })
  to!: string | null;

  @Field(() => [WordChangeModel], { description: 'Word by word, in reading order.' })
  words!: readonly WordChangeModel[];
}

@ObjectType('FieldChange', { description: 'A value that is another now.' })
export class FieldChangeModel {
  @Field({ description: 'Which value, e.g. min, visibleIf, levels.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'Before, as text; null = not stated.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Now, as text; null = not stated.' })
  to!: string | null;
}

@ObjectType('VerdictProposal', { description: 'What a computer would say of a change. Never applied by itself.' })
export class VerdictProposalModel {
  @Field(() => VerdictEnum, { description: 'The verdict proposed.' })
  verdict!: Verdict;

  @Field(() => [LevelMappingModel], { description: 'RECODED: the level map proposed; empty otherwise.' })
  recode!: readonly LevelMappingModel[];

  @Field(() => ProposalReasonEnum, { description: 'Why.' })
  reason!: VerdictProposal['reason'];
}

@ObjectType('ListedQuestion', { description: 'A question that only one of two sets asks.' })
export class ListedQuestionModel {
  @Field({ description: 'Its code.' })
  code!: string;

  @Field({ description: 'Code of its section.' })
  section!: string;
}

@ObjectType('MovedQuestion', {
  description: 'A question that stands elsewhere, apart from what came or went before it.',
})
export class MovedQuestionModel {
  @Field({ description: 'Its code.' })
  code!: string;

  @Field({ description: 'Code of the section it stood in.' })
  fromSection!: string;

  @Field({ description: 'Code of the section it stands in.' })
  toSection!: string;

  @Field(() => Int, { description: 'Position before, from 0; a grid counts once.' })
  fromPosition!: number;

  @Field(() => Int, { description: 'Position now, from 0.' })
  toPosition!: number;
}

@ObjectType('AffectedSeries', { description: 'A study in which figures rest on a question.' })
export class AffectedSeriesModel {
  @Field({ description: 'Slug of the study.' })
  study!: string;

  @Field(() => [String], { description: 'Codes of the rounds that have asked it, earliest first.' })
  rounds!: readonly string[];

  @Field(() => [String], { description: 'Names of the freezes that pin figures on it. At most 1000.' })
  freezes!: readonly string[];
}

@ObjectType('QuestionChange', { description: 'A question that both sets ask, and not the same way.' })
export class QuestionChangeModel {
  @Field({ description: 'Its code.' })
  code!: string;

  @Field({ description: 'Code of its section in the later set.' })
  section!: string;

  @Field(() => [ChangeAspectEnum], { description: 'What has changed; never empty.' })
  aspects!: readonly ChangeAspect[];

  @Field(() => [TextChangeModel], { description: 'Texts that read otherwise, word by word.' })
  texts!: readonly TextChangeModel[];

  @Field(() => [FieldChangeModel], { description: 'Values that are others now.' })
  fields!: readonly FieldChangeModel[];

  @Field(() => VerdictEnum, {
    nullable: true,
    description: 'How the two compare, the weakest of the way; null for a grid without common cells.',
  })
  verdict!: Verdict | null;

  @Field({ description: 'Whether nobody is comparable any more: a BREAK, stated or for want of a verdict.' })
  breaksSeries!: boolean;
}

@ObjectType('SectionTitleChange', { description: 'A section that is titled otherwise in one language.' })
export class SectionTitleChangeModel {
  @Field({ description: 'Code of the section.' })
  code!: string;

  @Field({ description: 'BCP 47 language tag.' })
  locale!: string;

  @Field(() => [WordChangeModel], { description: 'Word by word, in reading order.' })
  words!: readonly WordChangeModel[];
}

@ObjectType('QuestionSetDiff', { description: 'What changed from one question set to another, by question.' })
export class QuestionSetDiffModel {
  @Field(() => [ListedQuestionModel], { description: 'Questions that only the later set asks, in its order.' })
  added!: readonly ListedQuestionModel[];

  @Field(() => [ListedQuestionModel], { description: 'Questions that only the earlier set asks, in its order.' })
  removed!: readonly ListedQuestionModel[];

  @Field(() => [MovedQuestionModel], { description: 'Questions that stand elsewhere.' })
  moved!: readonly MovedQuestionModel[];

  @Field(() => [QuestionChangeModel], {
    description: 'Questions that are asked otherwise, in the order of the later set.',
  })
  changed!: readonly QuestionChangeModel[];

  @Field(() => [String], {
    description:
      'Codes of questions that read the same and whose series breaks all the same, since a statement says so.',
  })
  brokenUnchanged!: readonly string[];

  @Field(() => [String], { description: 'Codes of new sections.' })
  addedSections!: readonly string[];

  @Field(() => [String], { description: 'Codes of sections that are gone.' })
  removedSections!: readonly string[];

  @Field(() => [SectionTitleChangeModel], { description: 'Sections that are titled otherwise.' })
  retitledSections!: readonly SectionTitleChangeModel[];

  @Field(() => Int, { description: 'Questions of both sets that read the same.' })
  unchanged!: number;
}
