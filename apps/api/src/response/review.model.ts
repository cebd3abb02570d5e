import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { QueryStatus } from '@reflexbogen/domain';
import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { PersonModel, ResponseModel } from './response.model.js';

export const QueryStatusEnum = describedEnum<QueryStatus>('QueryStatus', "State of a reviewer's query.", {
  OPEN: 'Waits for the municipality.',
  ANSWERED: 'Waits for the reviewer.',
  CLOSED: 'Settled.',
});

@ObjectType('QueryMessage', { description: 'What somebody said in a query.' })
export class QueryMessageModel {
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Field(() => PersonModel, { description: 'Who.' })
  author!: PersonModel;

  @Field({ description: 'What.' })
  text!: string;
}

@ObjectType('SheetQuery', { description: "A reviewer's query on one question of a sheet." })
export class SheetQueryModel {
  @Field(() => Int, { description: 'Number within the sheet, from 1.' })
  number!: number;

  @Field({ description: 'Code of the question.' })
  question!: string;

  @Field(() => Int, { description: 'Number of the submission that it is about.' })
  submission!: number;

  @Field(() => QueryStatusEnum, { description: 'State.' })
  status!: QueryStatus;

  @Field(() => [QueryMessageModel], { description: 'What was said, in order; the first one is the query itself.' })
  messages!: readonly QueryMessageModel[];
}

@InputType({ description: 'A query on one question.' })
export class QueryInput {
  @Field({ description: 'Code of the question.' })
  @MaxLength(200)
  question!: string;

  @Field({ description: 'What is asked.' })
  @IsNotEmpty()
  @MaxLength(4000)
  text!: string;
}

@InputType({ description: 'Gives a sheet back for correction.' })
export class ReturnResponseInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version the reviewer has seen: refused when the sheet has changed since. Without it the current one.',
  })
  @IsOptional()
  @Min(0)
  version?: number | null;

  @Field({ description: 'Why. Goes on record and to the municipality.' })
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;

  @Field(() => [QueryInput], { nullable: true, description: 'Queries to open with it, at most 100.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => QueryInput)
  queries?: QueryInput[] | null;
}

@InputType({ description: 'Accepts a sheet as checked and final.' })
export class AcceptResponseInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version the reviewer has seen: refused when the sheet has changed since. Without it the current one.',
  })
  @IsOptional()
  @Min(0)
  version?: number | null;
}

@InputType({ description: 'Asks about one question of a sheet that was handed in.' })
export class OpenQueryInput extends QueryInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;
}

@InputType({ description: 'Something said in a query.' })
export class QueryMessageInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field(() => Int, { description: 'Number of the query.' })
  @Min(1)
  query!: number;

  @Field({ description: 'What is said.' })
  @IsNotEmpty()
  @MaxLength(4000)
  text!: string;
}

@InputType({ description: 'Settles a query.' })
export class CloseQueryInput {
  @Field(() => ID, { description: 'The response.' })
  @MaxLength(200)
  response!: string;

  @Field(() => Int, { description: 'Number of the query.' })
  @Min(1)
  query!: number;
}

export type ReviewErrorCode =
  | 'NOT_FOUND'
  | 'NOT_RETURNABLE'
  | 'NOT_ACCEPTABLE'
  | 'OPEN_QUERIES'
  | 'STALE_VERSION'
  | 'UNKNOWN_QUESTION'
  | 'UNKNOWN_QUERY'
  | 'NOT_HANDED_IN'
  | 'QUERY_CLOSED'
  | 'NOT_YOURS_TO_ANSWER';
export const ReviewErrorModel = mutationErrorModel(
  'ReviewError',
  describedEnum<ReviewErrorCode>('ReviewErrorCode', 'Why an act of the review was refused.', {
    NOT_FOUND: 'There is no such response, or your token does not cover it.',
    NOT_RETURNABLE: 'Only a sheet that was handed in can be given back.',
    NOT_ACCEPTABLE: 'Only a sheet that was handed in can be accepted.',
    OPEN_QUERIES: 'Queries are not closed yet.',
    STALE_VERSION: 'The sheet has changed since the version that was seen.',
    UNKNOWN_QUESTION: 'The sheet has no such question.',
    UNKNOWN_QUERY: 'The sheet has no such query.',
    NOT_HANDED_IN: 'Queries are asked about sheets that were handed in and are not final.',
    QUERY_CLOSED: 'The query is settled.',
    NOT_YOURS_TO_ANSWER: 'A query is answered by the municipality or by staff who run the round.',
  }),
);

@ObjectType('ReviewPayload', { description: 'Outcome of an act of the review.' })
export class ReviewPayload {
  @Field(() => ResponseModel, { nullable: true, description: 'The response now; null when it was not found.' })
  response!: ResponseModel | null;

  @Field(() => [SheetQueryModel], { description: 'All queries of the sheet, the first one first.' })
  queries!: readonly SheetQueryModel[];

  @Field(() => [ReviewErrorModel], { description: 'Why nothing was changed; empty on success.' })
  errors!: readonly MutationError<ReviewErrorCode>[];
}
