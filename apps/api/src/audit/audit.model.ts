import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ChainFault } from '@reflexbogen/domain';
import { Matches, Min } from 'class-validator';
import { describedEnum } from '../graphql/register-enum.js';

export const AuditFaultKindEnum = describedEnum<ChainFault['kind']>('AuditFaultKind', 'What is wrong with a chain.', {
  MISSING: 'An entry is missing.',
  REORDERED: 'An entry stands at another place.',
  CHANGED: 'Something is not what was written.',
  TRUNCATED: 'The end is missing.',
});

@ObjectType('AuditFault', { description: 'Something that was changed, removed or reordered.' })
export class AuditFaultModel {
  @Field({ description: 'Where: "study", "checkpoints", or municipality and round.' })
  chain!: string;

  @Field(() => Int, { description: 'Number of the entry.' })
  number!: number;

  @Field(() => AuditFaultKindEnum, { description: 'What, for programs.' })
  kind!: ChainFault['kind'];

  @Field({ description: 'What, for people.' })
  message!: string;
}

@ObjectType('AuditVerification', { description: 'Outcome of checking every chain of a study.' })
export class AuditVerificationModel {
  @Field(() => [AuditFaultModel], { description: 'What is wrong, at most 1000; empty: nothing was tampered with.' })
  faults!: readonly AuditFaultModel[];

  @Field(() => Int, { description: 'Events that were checked.' })
  events!: number;

  @Field(() => Int, { description: 'Sheets that were checked.' })
  sheets!: number;

  @Field(() => Int, { description: 'Checkpoints that were checked.' })
  checkpoints!: number;
}

@ObjectType('Checkpoint', {
  description: 'Where all chains of a study stood, signed. Keep it outside of the database.',
})
export class CheckpointModel {
  @Field(() => Int, { description: 'From 1 without gaps.' })
  number!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was signed.' })
  at!: Date;

  @Field(() => Int, { description: 'Chains that have moved since the checkpoint before.' })
  heads!: number;

  @Field({ description: 'SHA-256, hex.' })
  hash!: string;

  @Field({ description: 'Ed25519 over the hash, base64.' })
  signature!: string;

  @Field({ description: 'Identifies the key.' })
  keyId!: string;

  @Field({ description: 'The public key, PEM.' })
  publicKey!: string;
}

@InputType({ description: 'A checkpoint that was kept outside of the database.' })
export class KeptCheckpointInput {
  @Field(() => Int, { description: 'Its number.' })
  @Min(1)
  number!: number;

  @Field({ description: 'Its hash, 64 hex digits.' })
  @Matches(/^[0-9a-f]{64}$/, { message: 'hash: expected 64 hex digits' })
  hash!: string;
}
