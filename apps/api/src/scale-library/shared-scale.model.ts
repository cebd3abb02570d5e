import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Min, ValidateNested } from 'class-validator';
import { faultErrorModel, type FaultError } from '../graphql/fault-error.js';
import { describedEnum } from '../graphql/register-enum.js';
import { ScaleModel } from '../question-set/question.model.js';
import { ScaleInput } from '../question-set/scale.input.js';

@ObjectType('SharedScale', {
  description:
    'A scale of the library that templates share. Question sets own copies, so that changing it here moves no figure.',
})
export class SharedScaleModel {
  @Field(() => Int, { description: 'Counts its revisions, from 1; to be sent back with the next save.' })
  revision!: number;

  @Field(() => ScaleModel, { description: 'The scale as of this revision.' })
  scale!: ScaleModel;

  @Field(() => GraphQLISODateTime, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field({ description: 'Who saved it.' })
  savedByName!: string;
}

@InputType({ description: 'A scale for the library.' })
export class SaveSharedScaleInput {
  @Field(() => Int, { description: 'Revision that it was read at; 0 for a new scale.' })
  @Min(0)
  revision!: number;

  @Field(() => ScaleInput, { description: 'The whole scale.' })
  @ValidateNested()
  @Type(() => ScaleInput)
  scale!: ScaleInput;
}

export type SaveSharedScaleErrorCode = 'STALE_REVISION' | 'INVALID_SCALE';
export const SaveSharedScaleErrorModel = faultErrorModel(
  'SaveSharedScaleError',
  describedEnum<SaveSharedScaleErrorCode>('SaveSharedScaleErrorCode', 'Why a scale was not saved.', {
    STALE_REVISION: 'Somebody has saved it since; read the current revision first.',
    INVALID_SCALE: 'The scale breaks a rule, or gives a code that was taken another meaning; `path` names the place.',
  }),
);

@ObjectType('SaveSharedScalePayload', { description: 'Outcome of saveSharedScale.' })
export class SaveSharedScalePayload {
  @Field(() => SharedScaleModel, {
    nullable: true,
    description: 'The scale as it is stored now; null when there is none.',
  })
  sharedScale!: SharedScaleModel | null;

  @Field(() => [SaveSharedScaleErrorModel], { description: 'Everything that is in the way; empty on success.' })
  errors!: readonly FaultError<SaveSharedScaleErrorCode>[];
}
