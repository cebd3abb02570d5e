import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { MoveCause, SingleAnswersRule } from '@reflexbogen/domain';
import { ArrayMaxSize, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DeltaOptionModel, TallyModel } from '../comparison/comparison.model.js';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { MunicipalityModel } from '../municipality/municipality.model.js';
import { VerdictEnum } from '../question-set/question.enums.js';
import { QuestionModel } from '../question-set/question.model.js';

export const SingleAnswersRuleEnum = describedEnum<SingleAnswersRule>(
  'SingleAnswersRule',
  'Which analysts see single answers.',
  {
    ANALYSTS: 'Every analyst of the study.',
    GRANTED: 'Those whose token grants it; the others see released freezes and fixed breakdowns only.',
  },
);

@ObjectType('DisclosurePolicy', { description: "A study's policy on who sees which figure." })
export class DisclosurePolicyModel {
  @Field(() => Int, { description: 'Fewest municipalities that a figure for protected analysts rests on.' })
  smallestBase!: number;

  @Field(() => [String], {
    description: 'Attributes by which protected analysts may break figures down, the most important first.',
  })
  breakdowns!: readonly string[];

  @Field(() => SingleAnswersRuleEnum, { description: 'Which analysts see single answers.' })
  singleAnswers!: SingleAnswersRule;
}

@ObjectType('Freeze', {
  description:
    'A named cut of a study: submissions, panel, attribute values and verdicts as they were. It never changes.',
})
export class FreezeModel {
  @Field({ description: 'Name, unique in the study.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it was taken for; null when not stated.' })
  note!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was taken.' })
  takenAt!: Date;

  @Field({ description: 'Who took it.' })
  takenByName!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was released to analysts who do not see single answers; null before.',
  })
  releasedAt!: Date | null;
}

@InputType({ description: 'A new freeze.' })
export class TakeFreezeInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Name, unique in the study, e.g. report-2018.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { message: 'name: expected letters, digits, dot, dash or underscore' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is taken for.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;
}

export type TakeFreezeErrorCode = 'UNKNOWN_STUDY' | 'NAME_TAKEN';
export const TakeFreezeErrorModel = mutationErrorModel(
  'TakeFreezeError',
  describedEnum<TakeFreezeErrorCode>('TakeFreezeErrorCode', 'Why no freeze was taken.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    NAME_TAKEN: 'The study has a freeze of this name.',
  }),
);

@ObjectType('TakeFreezePayload', { description: 'Outcome of takeFreeze.' })
export class TakeFreezePayload {
  @Field(() => FreezeModel, { nullable: true, description: 'The freeze; null when there are errors.' })
  freeze!: FreezeModel | null;

  @Field(() => [TakeFreezeErrorModel], { description: 'Why there is none; empty on success.' })
  errors!: readonly MutationError<TakeFreezeErrorCode>[];
}

@InputType({ description: 'A freeze to release.' })
export class ReleaseFreezeInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field({ description: 'Name of the freeze.' })
  @MaxLength(100)
  name!: string;
}

export type ReleaseFreezeErrorCode = 'UNKNOWN_FREEZE' | 'ALREADY_RELEASED' | 'PANEL_CHANGED';
export const ReleaseFreezeErrorModel = mutationErrorModel(
  'ReleaseFreezeError',
  describedEnum<ReleaseFreezeErrorCode>('ReleaseFreezeErrorCode', 'Why a freeze was not released.', {
    UNKNOWN_FREEZE: 'There is no such freeze, or your token does not cover its study.',
    ALREADY_RELEASED: 'It was released before; a release is never changed.',
    PANEL_CHANGED: 'An earlier release rests on another panel, so that their difference cannot be judged.',
  }),
);

@ObjectType('ReleaseFreezePayload', { description: 'Outcome of releaseFreeze.' })
export class ReleaseFreezePayload {
  @Field(() => FreezeModel, { nullable: true, description: 'The released freeze; null when there are errors.' })
  freeze!: FreezeModel | null;

  @Field(() => [ReleaseFreezeErrorModel], { description: 'Why it was not released; empty on success.' })
  errors!: readonly MutationError<ReleaseFreezeErrorCode>[];
}

@InputType({ description: 'The policy of a study on who sees which figure.' })
export class SetDisclosurePolicyInput {
  @Field({ description: 'Slug of the study.' })
  @MaxLength(100)
  study!: string;

  @Field(() => Int, { description: 'Fewest municipalities that a figure rests on, 3 to 100.' })
  @Min(3)
  @Max(100)
  smallestBase!: number;

  @Field(() => [String], { description: 'Codes of attributes, the most important first; at most 10.' })
  @ArrayMaxSize(10)
  @IsString({ each: true })
  breakdowns!: string[];

  @Field(() => SingleAnswersRuleEnum, { description: 'Which analysts see single answers.' })
  singleAnswers!: SingleAnswersRule;
}

export type SetDisclosurePolicyErrorCode = 'UNKNOWN_STUDY' | 'UNKNOWN_ATTRIBUTE';
export const SetDisclosurePolicyErrorModel = mutationErrorModel(
  'SetDisclosurePolicyError',
  describedEnum<SetDisclosurePolicyErrorCode>('SetDisclosurePolicyErrorCode', 'Why the policy was not set.', {
    UNKNOWN_STUDY: 'There is no such study, or your token does not cover it.',
    UNKNOWN_ATTRIBUTE: 'The study has no such attribute.',
  }),
);

@ObjectType('SetDisclosurePolicyPayload', {
  description: 'Outcome of setDisclosurePolicy. It counts for releases from now on; releases before keep theirs.',
})
export class SetDisclosurePolicyPayload {
  @Field(() => DisclosurePolicyModel, { nullable: true, description: 'The policy; null when there are errors.' })
  policy!: DisclosurePolicyModel | null;

  @Field(() => [SetDisclosurePolicyErrorModel], { description: 'Why it was not set; empty on success.' })
  errors!: readonly MutationError<SetDisclosurePolicyErrorCode>[];
}

export const MoveCauseEnum = describedEnum<MoveCause>(
  'MoveCause',
  'Why a municipality counts otherwise in a later freeze.',
  {
    LATE_SUBMISSION: 'It handed in a sheet that the earlier freeze lacks.',
    CORRECTION: 'It handed in a sheet again.',
    CHANGED_PANEL: 'It joined or left the panel, or changed its unit.',
    CHANGED_VERDICT: 'The question sets between the rounds, or a verdict in them, have changed.',
  },
);

@ObjectType('FigureMove', { description: 'Municipalities that count otherwise, for one cause.' })
export class FigureMoveModel {
  @Field(() => MoveCauseEnum, { description: 'The cause.' })
  cause!: MoveCause;

  @Field(() => Int, { description: 'Municipalities.' })
  count!: number;

  @Field(() => [MunicipalityModel], { description: 'The first 100 of them, in panel order.' })
  municipalities!: readonly MunicipalityModel[];
}

@ObjectType('MovedFigure', { description: 'A figure that differs between two freezes.' })
export class MovedFigureModel {
  @Field({ description: 'Code of the earlier round.' })
  from!: string;

  @Field({ description: 'Code of the later round.' })
  to!: string;

  @Field(() => QuestionModel, { description: 'The question.' })
  question!: object;

  @Field(() => DeltaOptionModel, { nullable: true, description: 'The option; null unless MULTI_CHOICE.' })
  option!: object | null;

  @Field(() => TallyModel, {
    nullable: true,
    description: 'Counts in the first freeze; null where it lacks the figure.',
  })
  before!: TallyModel | null;

  @Field(() => TallyModel, {
    nullable: true,
    description: 'Counts in the second freeze; null where it lacks the figure.',
  })
  after!: TallyModel | null;

  @Field(() => VerdictEnum, { nullable: true, description: 'Comparability in the first freeze.' })
  comparabilityBefore!: string | null;

  @Field(() => VerdictEnum, { nullable: true, description: 'Comparability in the second freeze.' })
  comparabilityAfter!: string | null;

  @Field(() => [FigureMoveModel], {
    description: 'Why, municipality by municipality; a cause without any is left out.',
  })
  moves!: readonly FigureMoveModel[];
}

@ObjectType('FreezeDiff', { description: 'Every figure that moved between two freezes of a study.' })
export class FreezeDiffModel {
  @Field(() => FreezeModel, { description: 'The first freeze.' })
  a!: FreezeModel;

  @Field(() => FreezeModel, { description: 'The second freeze.' })
  b!: FreezeModel;

  @Field(() => [MovedFigureModel], {
    description: 'The figures, by pair of rounds and question; empty where none moved.',
  })
  figures!: readonly MovedFigureModel[];
}
