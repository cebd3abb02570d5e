import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { mutationErrorModel, type MutationError } from '../graphql/mutation-error.js';
import { describedEnum } from '../graphql/register-enum.js';

@ObjectType('PersonalDataFile', { description: 'Everything that is kept about a person (Article 15 GDPR), as JSON.' })
export class PersonalDataFileModel {
  @Field({ description: 'A name for the file.' })
  name!: string;

  @Field({ description: 'Its media type.' })
  mediaType!: string;

  @Field({ description: 'Its content in base64.' })
  base64!: string;
}

@InputType({
  description: 'Erases a person (Article 17 GDPR). What the person did for a municipality stays, without a name.',
})
export class ErasePersonInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  person!: string;

  @Field({ description: 'Why. Goes on record, so it names nobody.' })
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

export type ErasePersonErrorCode = 'UNKNOWN_PERSON';
export const ErasePersonErrorModel = mutationErrorModel(
  'ErasePersonError',
  describedEnum<ErasePersonErrorCode>('ErasePersonErrorCode', 'Why a person was not erased.', {
    UNKNOWN_PERSON: 'There is no such person, it is not yours to erase, or it was erased before.',
  }),
);

@ObjectType('ErasePersonPayload', { description: 'Outcome of erasePerson.' })
export class ErasePersonPayload {
  @Field({ description: 'Whether the person was erased.' })
  erased!: boolean;

  @Field(() => [ErasePersonErrorModel], { description: 'Why not; empty on success.' })
  errors!: readonly MutationError<ErasePersonErrorCode>[];
}
