import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { faultErrorModel, type FaultError } from '../graphql/fault-error.js';
import { SentenceParameterModel } from '../graphql/sentence-parameter.model.js';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { RoundModel } from './round.model.js';

@InputType({ description: "Next year's round, after the example of an earlier one." })
export class PlanRoundInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round that it follows.' })
  @MaxLength(100)
  basedOn!: string;

  @Field({ description: 'Code of the new round, unique in the study.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { message: 'code: expected letters, digits, dot, dash or underscore' })
  code!: string;

  @Field(() => ID, { description: "A published question set of the study's template; the round's year is the set's." })
  @IsUUID()
  questionSet!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Start of the window; without it the same day as in the earlier round.',
  })
  @IsOptional()
  @IsDate()
  opensAt?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'End of the window; without it the same day as in the earlier round.',
  })
  @IsOptional()
  @IsDate()
  closesAt?: Date | null;
}

export const CARRIED_OVER: Readonly<Record<CarriedOverKind, string>> = {
  WINDOW: '{opensBefore} to {closesBefore} became {opens} to {closes}.',
  PANEL: '{members} municipalities are members in {year}; {membersBefore} were in {yearBefore}.',
  DISCLOSURE: 'Smallest base {smallestBase}, single answers {singleAnswers}.',
};
export const CarriedOverKindEnum = describedEnum<CarriedOverKind>('CarriedOverKind', 'What a new round took over.', {
  WINDOW: `The days on which it opens and closes, moved to the new year: ${CARRIED_OVER.WINDOW}`,
  PANEL: `The municipalities that are members in the new year: ${CARRIED_OVER.PANEL}`,
  DISCLOSURE: `Who may see which figure, a policy of the study: ${CARRIED_OVER.DISCLOSURE}`,
});
export type CarriedOverKind = 'WINDOW' | 'PANEL' | 'DISCLOSURE';

@ObjectType('CarriedOver', { description: 'Something that a new round took over from an earlier one.' })
export class CarriedOverModel {
  @Field(() => CarriedOverKindEnum, { description: 'What.' })
  kind!: CarriedOverKind;

  @Field({ description: 'In words, in English.' })
  description!: string;

  @Field(() => [SentenceParameterModel], {
    description: 'The same for any language: a value for each name in braces that the kind is described with.',
  })
  parameters!: readonly SentenceParameterModel[];
}

export type PlanRoundErrorCode =
  | 'UNKNOWN_STUDY'
  | 'UNKNOWN_ROUND'
  | 'UNKNOWN_QUESTION_SET'
  | 'NOT_PUBLISHED'
  | 'OTHER_TEMPLATE'
  | 'NOT_LATER'
  | 'CODE_TAKEN'
  | 'INVALID_WINDOW';
export const PlanRoundErrorModel = mutationErrorModel(
  'PlanRoundError',
  describedEnum<PlanRoundErrorCode>('PlanRoundErrorCode', 'Why a round was not planned.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ROUND: 'The study has no round of the code that it should follow.',
    UNKNOWN_QUESTION_SET: 'There is no such question set.',
    NOT_PUBLISHED: 'The question set is a draft or retired.',
    OTHER_TEMPLATE: 'The question set belongs to another template than the study.',
    NOT_LATER: 'The question set is of an earlier year than the round that it should follow.',
    CODE_TAKEN: 'The study has a round of this code.',
    INVALID_WINDOW: 'The window ends before it starts.',
  }),
);

@ObjectType('PlanRoundPayload', { description: 'Outcome of planRound.' })
export class PlanRoundPayload {
  @Field(() => RoundModel, { nullable: true, description: 'The planned round; null when there are errors.' })
  round!: RoundModel | null;

  @Field(() => [CarriedOverModel], { description: 'What it took over from the earlier round.' })
  carriedOver!: readonly CarriedOverModel[];

  @Field(() => [PlanRoundErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<PlanRoundErrorCode>[];
}

@InputType({ description: 'A round in the field, and a corrected wording of its questions.' })
export class CorrectRoundInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Code of the round.' })
  @MaxLength(100)
  round!: string;

  @Field(() => ID, { description: "A later published revision of the round's question set." })
  @IsUUID()
  questionSet!: string;
}

export type CorrectRoundErrorCode =
  | 'UNKNOWN_STUDY'
  | 'UNKNOWN_ROUND'
  | 'ROUND_CLOSED'
  | 'UNKNOWN_QUESTION_SET'
  | 'NOT_PUBLISHED'
  | 'NOT_A_LATER_REVISION'
  | 'NOT_EDITORIAL';
export const CorrectRoundErrorModel = faultErrorModel(
  'CorrectRoundError',
  describedEnum<CorrectRoundErrorCode>('CorrectRoundErrorCode', 'Why a round was not corrected.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ROUND: 'The study has no such round.',
    ROUND_CLOSED: 'The round is closed.',
    UNKNOWN_QUESTION_SET: 'There is no such question set.',
    NOT_PUBLISHED: 'The question set is a draft or retired.',
    NOT_A_LATER_REVISION: "It is no later revision of the round's own question set.",
    NOT_EDITORIAL: 'More than wordings differ, or a change is not stated to be EDITORIAL; one error a question.',
  }),
);

@ObjectType('CorrectRoundPayload', { description: 'Outcome of correctRound.' })
export class CorrectRoundPayload {
  @Field(() => RoundModel, { nullable: true, description: 'The round; null when it was not found.' })
  round!: RoundModel | null;

  @Field(() => Int, { description: 'Sheets in work that moved to the corrected wording with all their answers.' })
  movedSheets!: number;

  @Field(() => [CorrectRoundErrorModel], { description: 'Everything that is in the way; empty on success.' })
  errors!: readonly FaultError<CorrectRoundErrorCode>[];
}
