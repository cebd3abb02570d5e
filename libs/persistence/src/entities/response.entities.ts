import type { ResponseStatus } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QuestionEntity, QuestionSetEntity } from './design.entities.js';
import { MunicipalityEntity, RoundEntity } from './study.entities.js';

/** One municipality's sheet in one round. */
@Entity('response')
@Index('response_round_idx', ['roundId'])
@Index('response_question_set_idx', ['questionSetId'])
@Check('response_status_check', "status IN ('NOT_STARTED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')")
@Check('response_version_check', 'version >= 0')
@ForeignKey(() => MunicipalityEntity, ['municipalityId'], ['id'], { name: 'response_municipality_id_fkey' })
@ForeignKey(() => RoundEntity, ['roundId'], ['id'], { name: 'response_round_id_fkey' })
@ForeignKey(() => QuestionSetEntity, ['questionSetId'], ['id'], { name: 'response_question_set_id_fkey' })
export class ResponseEntity {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'response_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'response_pkey' })
  roundId!: string;

  @Column('uuid', { name: 'question_set_id' })
  questionSetId!: string;

  @Column('text')
  status!: ResponseStatus;

  @Column('integer', { default: 0 })
  version!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}

/** Working copy of one answer. */
@Entity('answer')
@Index('answer_question_idx', ['questionId'])
@Check('answer_revision_check', 'revision > 0')
@ForeignKey(() => QuestionEntity, ['questionId'], ['id'], { name: 'answer_question_id_fkey' })
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'], {
  name: 'answer_municipality_id_round_id_fkey',
})
export class AnswerEntity {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'answer_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'answer_pkey' })
  roundId!: string;

  @PrimaryColumn('bigint', { name: 'question_id', primaryKeyConstraintName: 'answer_pkey' })
  questionId!: string;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('integer')
  revision!: number;

  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' })
  savedAt!: Date;

  @Column('text', { name: 'saved_by' })
  savedBy!: string;

  @Column('text', { name: 'saved_by_name' })
  savedByName!: string;
}

/** A sheet as it was handed in; immutable. */
@Entity('submission')
@Index('submission_round_idx', ['roundId'])
@Index('submission_question_set_idx', ['questionSetId'])
@Check('submission_number_check', 'number > 0')
@Check('submission_answered_check', 'answered >= 0')
@Check('submission_receipt_check', "receipt ~ '^[0-9a-f]{64}$'")
@ForeignKey(() => QuestionSetEntity, ['questionSetId'], ['id'], { name: 'submission_question_set_id_fkey' })
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'], {
  name: 'submission_municipality_id_round_id_fkey',
})
export class SubmissionEntity {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'submission_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'submission_pkey' })
  roundId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'submission_pkey' })
  number!: number;

  @Column('uuid', { name: 'question_set_id' })
  questionSetId!: string;

  @Column('bigint', { default: () => "nextval('submission_sequence')" })
  sequence!: string;

  @Column('bytea')
  vector!: Buffer;

  @Column('bytea', { nullable: true })
  numbers!: Buffer | null;

  @Column('jsonb', { nullable: true })
  texts!: Record<string, string> | null;

  @Column('jsonb', { nullable: true })
  comments!: Record<string, string> | null;

  @Column('integer')
  answered!: number;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('text', { name: 'submitted_by_name' })
  submittedByName!: string;

  @Column('text')
  receipt!: string;
}

/** Result of an act, kept so that its repetition answers the same. */
@Entity('idempotency_key')
@ForeignKey(() => MunicipalityEntity, ['municipalityId'], ['id'], { name: 'idempotency_key_municipality_id_fkey' })
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'idempotency_key_pkey' })
  municipalityId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  actor!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key!: string;

  @Column('text', { name: 'payload_hash' })
  payloadHash!: string;

  @Column('jsonb')
  result!: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
