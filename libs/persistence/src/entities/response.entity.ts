import type { Provenance, ResponseStatus } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { QuestionSetEntity } from './question-set.entity.js';
import { MunicipalityEntity, RoundEntity } from './study.entity.js';
import { QuestionEntity } from './template.entity.js';

/** `municipality_id` comes first in every key of this file and is never updated: the tables can be distributed by it. */
@Entity('response')
@Index('response_round_idx', ['roundId'])
@Index('response_question_set_idx', ['questionSetId'])
@Check('response_status_check', `status IN ('NOT_STARTED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')`)
@Check('response_version_check', 'version >= 0')
@Check('response_events_check', 'events >= 0')
@Check('response_event_hash_check', `event_hash ~ '^[0-9a-f]{64}$'`)
@Check('response_check', '(events = 0) = (event_hash IS NULL)')
export class ResponseEntity {
  @ForeignKey(() => MunicipalityEntity)
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @ForeignKey(() => RoundEntity)
  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @ForeignKey(() => QuestionSetEntity)
  @Column('uuid')
  readonly questionSetId!: string;

  @Column('text')
  readonly status!: ResponseStatus;

  @Column('integer', { default: 0 })
  readonly version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  readonly updatedAt!: Date;

  /** How many events the sheet has: the end of its chain. */
  @Column('bigint', { default: 0 })
  readonly events!: string;

  /** Hash of the last event. */
  @Column('text', { nullable: true })
  readonly eventHash!: string | null;

  /** First time that somebody of the municipality looked at the sheet. */
  @Column('timestamptz', { nullable: true })
  readonly openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly invitedAt!: Date | null;
}

/** The working copy of one answer, with a revision of its own. */
@Entity('answer')
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'])
@Index('answer_question_idx', ['questionId'])
@Check('answer_revision_check', 'revision > 0')
@Check('answer_provenance_check', `provenance IN ('TYPED', 'CONFIRMED', 'CARRIED_OVER', 'IMPORTED')`)
export class AnswerEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @ForeignKey(() => QuestionEntity)
  @PrimaryColumn('bigint')
  readonly questionId!: string;

  /** Canonical text; null where it was emptied again. */
  @Column('text', { nullable: true })
  readonly value!: string | null;

  @Column('text', { nullable: true })
  readonly comment!: string | null;

  @Column('integer')
  readonly revision!: number;

  @Column('timestamptz', { default: () => 'now()' })
  readonly savedAt!: Date;

  /** Id of a person. No foreign key: persons are never deleted, and a save need not lock them. */
  @Column('uuid')
  readonly savedBy!: string;

  @Column('text', { default: 'TYPED' })
  readonly provenance!: Provenance;
}

/** A sheet as it was handed in: never updated, never deleted. */
@Entity('submission')
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'])
@Index('submission_round_idx', ['roundId'])
@Index('submission_question_set_idx', ['questionSetId'])
@Check('submission_number_check', 'number > 0')
@Check('submission_answered_check', 'answered >= 0')
@Check('submission_receipt_check', `receipt ~ '^[0-9a-f]{64}$'`)
export class SubmissionEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @PrimaryColumn('integer')
  readonly number!: number;

  @ForeignKey(() => QuestionSetEntity)
  @Column('uuid')
  readonly questionSetId!: string;

  /** Order in which submissions were handed in, over all studies. */
  @Column('bigint', { default: () => `nextval('submission_sequence')` })
  readonly sequence!: string;

  /** One state per slot; see the domain's answer-state. */
  @Column('bytea')
  readonly vector!: Buffer;

  /** Float64 little endian, one per NUMBER question in the set's order. */
  @Column('bytea', { nullable: true })
  readonly numbers!: Buffer | null;

  @Column('jsonb', { nullable: true })
  readonly texts!: Readonly<Record<string, string>> | null;

  @Column('jsonb', { nullable: true })
  readonly comments!: Readonly<Record<string, string>> | null;

  @Column('integer')
  readonly answered!: number;

  @Column('timestamptz')
  readonly submittedAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly submittedBy!: string;

  /** See the domain's `encodeProvenance`; null = everything was typed. */
  @Column('bytea', { nullable: true })
  readonly provenance!: Buffer | null;

  /** Section code to comment. */
  @Column('jsonb', { nullable: true })
  readonly sectionComments!: Readonly<Record<string, string>> | null;

  /** Whether staff entered it for the municipality. */
  @Column('boolean', { default: false })
  readonly onBehalf!: boolean;

  /** Whether it came after the round's own end. */
  @Column('boolean', { default: false })
  readonly late!: boolean;

  /** Why it was corrected, as whoever handed it in says. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** SHA-256 in hex: what the municipality keeps. */
  @Column('text')
  readonly receipt!: string;
}

/** The result of an act, by the key that its sender chose. Every column is NOT NULL: NULL keys would not exclude one another. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @ForeignKey(() => MunicipalityEntity)
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly actor!: string;

  @PrimaryColumn('uuid')
  readonly key!: string;

  @Column('text')
  readonly payloadHash!: string;

  @Column('jsonb')
  readonly result!: object;

  @Column('timestamptz', { default: () => 'now()' })
  readonly createdAt!: Date;
}
