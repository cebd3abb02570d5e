import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Direction, MissingKind, Polarity, PriorPolicy, QuestionType, Verdict } from '@reflexbogen/domain';
import {
  DirectionEnum,
  MissingKindEnum,
  PolarityEnum,
  PriorPolicyEnum,
  QuestionTypeEnum,
  VerdictEnum,
} from './question.enums.js';

@ObjectType('Level', { description: 'One category of a scale. Its rank is its position.' })
export class LevelModel {
  @Field({ description: 'Code of the level, unique in its scale.' })
  code!: string;

  @Field(() => DirectionEnum, {
    nullable: true,
    description: 'What choosing this level reports; null unless the scale asks for a change directly.',
  })
  direction!: Direction | null;

  @Field({ description: 'Whether it is no longer offered; its code stays taken.' })
  archived!: boolean;
}

@ObjectType('MissingCode', { description: 'An answer that is not a value.' })
export class MissingCodeModel {
  @Field({ description: 'Code of the answer, unique among levels and missing codes of the scale.' })
  code!: string;

  @Field(() => MissingKindEnum, { description: 'The reason under which figures exclude it.' })
  kind!: MissingKind;
}

@ObjectType('Box', { description: 'A named group of levels, for figures such as "k of n rate it (very) big".' })
export class BoxModel {
  @Field({ description: 'Name of the group, e.g. high.' })
  name!: string;

  @Field(() => [String], { description: 'Codes of its levels.' })
  levels!: readonly string[];
}

@ObjectType('Scale', { description: 'The levels a question can be answered with.' })
export class ScaleModel {
  @Field({ description: 'Code of the scale; `boolean` for yes/no questions.' })
  code!: string;

  @Field({ description: 'Whether the levels ascend. A nominal scale only knows same and different.' })
  ordered!: boolean;

  @Field(() => [LevelModel], { description: 'Levels, lowest first. At most 1000.' })
  levels!: readonly LevelModel[];

  @Field(() => [BoxModel], { description: 'Named groups of levels, by name.' })
  boxes!: readonly BoxModel[];

  @Field(() => PolarityEnum, { description: 'Whether a higher level is worse or better.' })
  polarity!: Polarity;

  @Field(() => [MissingCodeModel], { description: 'Answers that are not values. At most 40.' })
  missing!: readonly MissingCodeModel[];
}

@ObjectType('GridCell', { description: 'Which cell of a grid a question is.' })
export class GridCellModel {
  @Field({ description: 'Code of the GRID question.' })
  code!: string;

  @Field({ description: 'Code of the row.' })
  row!: string;

  @Field({ description: 'Code of the column.' })
  column!: string;
}

@ObjectType('GridAxisItem', { description: 'A row or column of a grid.' })
export class GridAxisItemModel {
  @Field({ description: 'Code of the row or column.' })
  code!: string;
}

@ObjectType('Since', {
  description: "The designer's statement on comparability with an earlier question of the same code.",
})
export class SinceModel {
  @Field(() => Int, { description: 'Year of the question set compared with.' })
  year!: number;

  @Field(() => Int, { nullable: true, description: 'Its revision; null for the last published one of the year.' })
  revision!: number | null;

  @Field(() => VerdictEnum, { description: 'The verdict.' })
  verdict!: Verdict;

  @Field(() => [LevelMappingModel], {
    description: 'RECODED: where earlier levels go. Levels not listed are not comparable. Empty otherwise.',
  })
  recode!: readonly LevelMappingModel[];

  @Field(() => String, { nullable: true, description: 'Why, in the words of the designer; null when none was given.' })
  note!: string | null;
}

@ObjectType('LevelMapping', { description: 'Where a level of an earlier scale goes on a later one.' })
export class LevelMappingModel {
  @Field({ description: 'Level code of the earlier scale.' })
  from!: string;

  @Field({ description: 'Level code of the later scale.' })
  to!: string;
}

@ObjectType('ReportedChange', { description: 'That a question asks directly for the change of another one.' })
export class ReportedChangeModel {
  @Field({ description: 'Code of the question whose change is reported.' })
  question!: string;

  @Field(() => Int, { description: 'Year since which the change is reported.' })
  since!: number;
}

@ObjectType('AnswerCheck', { description: 'A check of the answers of a sheet.' })
export class AnswerCheckModel {
  @Field({ description: 'CEL rule over the answers of the sheet.' })
  rule!: string;
}

@ObjectType('Question', {
  description: 'A question of one question set, as it was asked there. Its code is its identity across years.',
})
export class QuestionModel {
  @Field({
    description: 'Identity of the question: never reused, never changed. A grid cell has the code `grid.row.column`.',
  })
  code!: string;

  @Field(() => QuestionTypeEnum, { description: 'Kind of answer.' })
  type!: QuestionType;

  @Field({ description: 'Whether submitting needs an answer, apart from `requiredIf`.' })
  required!: boolean;

  @Field(() => ScaleModel, {
    nullable: true,
    description: 'Scale of the answers; null where the answer has no levels and no missing codes.',
  })
  scale!: ScaleModel | null;

  @Field(() => String, { nullable: true, description: 'CEL rule: shown only where it is true; null = always.' })
  visibleIf!: string | null;

  @Field(() => String, { nullable: true, description: 'CEL rule: required where it is true; null = see `required`.' })
  requiredIf!: string | null;

  @Field(() => AnswerCheckModel, {
    nullable: true,
    description: 'A sheet on which this rule is false cannot be submitted; null = no such check.',
  })
  valid!: AnswerCheckModel | null;

  @Field(() => AnswerCheckModel, {
    nullable: true,
    description: 'Where this rule is true the answer needs a comment; null = no such check.',
  })
  plausible!: AnswerCheckModel | null;

  @Field(() => String, { nullable: true, description: 'Code of the module that the question is of; null = of none.' })
  module!: string | null;

  @Field(() => PriorPolicyEnum, { description: "Whether last round's answer is shown to the municipality." })
  prior!: PriorPolicy;

  @Field(() => SinceModel, {
    nullable: true,
    description: 'Comparability with an earlier year; null when no statement was made.',
  })
  since!: SinceModel | null;

  @Field(() => ReportedChangeModel, {
    nullable: true,
    description: 'Set where the question asks for a change directly; null otherwise.',
  })
  reportsChangeOf!: ReportedChangeModel | null;

  @Field(() => Float, { nullable: true, description: 'NUMBER: smallest allowed value; null = unbounded.' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: 'NUMBER: largest allowed value; null = unbounded.' })
  max!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'NUMBER: decimals an answer may have, 0 to 9; null for other types.',
  })
  decimals!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'NUMBER: a change up to this many units counts as unchanged; null = none or relative.',
  })
  toleranceAbsolute!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'NUMBER: a change up to this percentage of the earlier value counts as unchanged; null = none or absolute.',
  })
  tolerancePercent!: number | null;

  @Field(() => PolarityEnum, { description: 'Whether more is worse or better.' })
  polarity!: Polarity;

  @Field(() => GridCellModel, {
    nullable: true,
    description: 'Which cell of which grid; null for a question of its own.',
  })
  grid!: GridCellModel | null;

  @Field(() => [GridAxisItemModel], { description: 'GRID: its rows; empty otherwise.' })
  rows!: readonly GridAxisItemModel[];

  @Field(() => [GridAxisItemModel], { description: 'GRID: its columns; empty otherwise.' })
  columns!: readonly GridAxisItemModel[];
}
