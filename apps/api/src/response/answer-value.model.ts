import { Field, Float, InputType, InterfaceType, ObjectType } from '@nestjs/graphql';
import { canonicalOf, type AnswerValue, type MissingKind, type Question } from '@reflexbogen/domain';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { MissingKindEnum } from '../question-set/question.enums.js';

@InterfaceType('AnswerValue', {
  description: 'A typed answer. Ask for `canonical` to treat all kinds alike.',
  resolveType: (value: AnswerValueParent) => value.typename,
})
export abstract class AnswerValueModel {
  @Field({
    description:
      'The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.',
  })
  canonical!: string;
}

@ObjectType('LevelValue', { implements: () => [AnswerValueModel], description: 'One level of a scale.' })
export class LevelValueModel extends AnswerValueModel {
  @Field({ description: 'Code of the level.' })
  level!: string;
}

@ObjectType('LevelsValue', { implements: () => [AnswerValueModel], description: 'The chosen options, in scale order.' })
export class LevelsValueModel extends AnswerValueModel {
  @Field(() => [String], { description: 'Codes of the options.' })
  levels!: readonly string[];
}

@ObjectType('NumberValue', { implements: () => [AnswerValueModel], description: 'A decimal number.' })
export class NumberValueModel extends AnswerValueModel {
  @Field(() => Float, { description: 'The number, in the unit of the question; exact up to 15 digits.' })
  number!: number;
}

@ObjectType('BooleanValue', { implements: () => [AnswerValueModel], description: 'Yes or no.' })
export class BooleanValueModel extends AnswerValueModel {
  @Field({ description: 'True for yes.' })
  boolean!: boolean;
}

@ObjectType('TextValue', { implements: () => [AnswerValueModel], description: 'Free text.' })
export class TextValueModel extends AnswerValueModel {
  @Field({ description: 'The text.' })
  text!: string;
}

@ObjectType('MissingValue', {
  implements: () => [AnswerValueModel],
  description: 'An answer that is not a value, e.g. "don\'t know".',
})
export class MissingValueModel extends AnswerValueModel {
  @Field({ description: 'Missing code of the scale.' })
  missing!: string;

  @Field(() => MissingKindEnum, { description: 'Reason under which figures exclude it.' })
  kind!: MissingKind;
}

/** Parent object behind an AnswerValue: the fields of its type, and the question for labels. */
export interface AnswerValueParent {
  readonly typename: 'LevelValue' | 'LevelsValue' | 'NumberValue' | 'BooleanValue' | 'TextValue' | 'MissingValue';
  readonly canonical: string;
  readonly value: AnswerValue;
  readonly question: Question;
}

/** Wraps a domain value for the schema. */
export function answerValueParent(question: Question, value: AnswerValue): AnswerValueParent {
  const base = { canonical: canonicalOf(question, value), value, question };
  switch (value.kind) {
    case 'LEVEL':
      return { ...base, typename: 'LevelValue', ...{ level: value.level } };
    case 'LEVELS':
      return { ...base, typename: 'LevelsValue', ...{ levels: value.levels } };
    case 'NUMBER':
      return { ...base, typename: 'NumberValue', ...{ number: value.number } };
    case 'BOOLEAN':
      return { ...base, typename: 'BooleanValue', ...{ boolean: value.boolean } };
    case 'TEXT':
      return { ...base, typename: 'TextValue', ...{ text: value.text } };
    case 'MISSING': {
      const code = question.scale.missing.find((missing) => missing.code === value.missing);
      return { ...base, typename: 'MissingValue', ...{ missing: value.missing, kind: code?.kind ?? 'NOT_APPLICABLE' } };
    }
  }
}

@InputType({ isOneOf: true, description: 'A typed answer: exactly one of the fields.' })
export class AnswerValueInput {
  @Field(() => String, { nullable: true, description: 'SCALE and CHOICE: code of the level.' })
  @IsOptional()
  @MaxLength(100)
  level?: string;

  @Field(() => [String], { nullable: true, description: 'MULTI_CHOICE: codes of the chosen options.' })
  @IsOptional()
  @ArrayMaxSize(1000)
  levels?: string[];

  @Field(() => Float, { nullable: true, description: 'NUMBER: the number.' })
  @IsOptional()
  number?: number;

  @Field(() => Boolean, { nullable: true, description: 'BOOLEAN: true for yes.' })
  @IsOptional()
  boolean?: boolean;

  @Field(() => String, { nullable: true, description: 'TEXT: the text, at most 10,000 characters.' })
  @IsOptional()
  @MaxLength(10_000)
  text?: string;

  @Field(() => String, { nullable: true, description: 'A missing code of the scale.' })
  @IsOptional()
  @MaxLength(100)
  missing?: string;
}

/** The domain value of an input; the schema has made sure that exactly one field is set. */
export function valueFromInput(input: AnswerValueInput): AnswerValue {
  if (input.level !== undefined) return { kind: 'LEVEL', level: input.level };
  if (input.levels !== undefined) return { kind: 'LEVELS', levels: input.levels };
  if (input.number !== undefined) return { kind: 'NUMBER', number: input.number };
  if (input.boolean !== undefined) return { kind: 'BOOLEAN', boolean: input.boolean };
  if (input.text !== undefined) return { kind: 'TEXT', text: input.text };
  return { kind: 'MISSING', missing: input.missing ?? '' };
}

/** The kinds of AnswerValue: reached through the interface alone, so the schema has to be told of them. */
export const AnswerValueModels = [
  LevelValueModel,
  LevelsValueModel,
  NumberValueModel,
  BooleanValueModel,
  TextValueModel,
  MissingValueModel,
] as const;
