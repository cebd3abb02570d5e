import type { ChainHead, QueryStatus, SheetAct, StudyAct } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { ResponseEntity } from './response.entity.js';
import { MunicipalityEntity, RoundEntity, StudyEntity } from './study.entity.js';
import { QuestionEntity } from './template.entity.js';

/** An office of a municipality that works on sheets. */
@Entity('department')
export class DepartmentEntity {
  @ForeignKey(() => MunicipalityEntity)
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('text')
  readonly code!: string;

  @Column('text')
  readonly name!: string;
}

/** More time for one municipality in one round. */
@Entity('round_extension')
@Index('round_extension_round_idx', ['roundId'])
export class RoundExtensionEntity {
  @ForeignKey(() => MunicipalityEntity)
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @ForeignKey(() => RoundEntity)
  @PrimaryColumn('uuid')
  readonly roundId!: string;

  /** Null: late, without an end. */
  @Column('timestamptz', { nullable: true })
  readonly closesAt!: Date | null;

  @Column('text')
  readonly reason!: string;

  @Column('timestamptz', { default: () => 'now()' })
  readonly grantedAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly grantedBy!: string;
}

/** What was done to a sheet, act by act, hash-chained: audit, history of each answer, and what others at the sheet hear. Immutable. */
@Entity('sheet_event')
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'])
@Check('sheet_event_number_check', 'number > 0')
@Check('sheet_event_revision_check', 'revision > 0')
@Check('sheet_event_hash_check', `hash ~ '^[0-9a-f]{64}$'`)
export class SheetEventEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  /** From 1 without gaps. */
  @PrimaryColumn('bigint')
  readonly number!: string;

  @Column('timestamptz')
  readonly at!: Date;

  /** Id of a person. No foreign key, as in `answer`. */
  @Column('uuid')
  readonly actor!: string;

  @Column('text')
  readonly role!: string;

  @Column('text', { nullable: true })
  readonly client!: string | null;

  @Column('text')
  readonly act!: SheetAct;

  /** Code of a question or section, number of a query or submission; null = the sheet. */
  @Column('text', { nullable: true })
  readonly object!: string | null;

  @Column('text', { nullable: true })
  readonly old!: string | null;

  @Column('text', { nullable: true })
  readonly new!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** SAVE_ANSWER: revision of the answer afterwards. */
  @Column('integer', { nullable: true })
  readonly revision!: number | null;

  @Column('text')
  readonly hash!: string;
}

/** What was done to a study as a whole, hash-chained. Immutable. */
@Entity('study_event')
@Check('study_event_number_check', 'number > 0')
@Check('study_event_hash_check', `hash ~ '^[0-9a-f]{64}$'`)
export class StudyEventEntity {
  @ForeignKey(() => StudyEntity)
  @PrimaryColumn('uuid')
  readonly studyId!: string;

  @PrimaryColumn('bigint')
  readonly number!: string;

  @Column('timestamptz')
  readonly at!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly actor!: string;

  @Column('text')
  readonly role!: string;

  @Column('text', { nullable: true })
  readonly client!: string | null;

  @Column('text')
  readonly act!: StudyAct;

  @Column('text', { nullable: true })
  readonly object!: string | null;

  @Column('text', { nullable: true })
  readonly old!: string | null;

  @Column('text', { nullable: true })
  readonly new!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('text')
  readonly hash!: string;
}

/** Where all chains of a study stood, signed. Immutable. */
@Entity('audit_checkpoint')
@Check('audit_checkpoint_number_check', 'number > 0')
@Check('audit_checkpoint_hash_check', `hash ~ '^[0-9a-f]{64}$'`)
export class AuditCheckpointEntity {
  @ForeignKey(() => StudyEntity)
  @PrimaryColumn('uuid')
  readonly studyId!: string;

  @PrimaryColumn('integer')
  readonly number!: number;

  @Column('timestamptz')
  readonly at!: Date;

  @Column('text', { nullable: true })
  readonly previous!: string | null;

  @Column('jsonb')
  readonly heads!: Readonly<Record<string, ChainHead>>;

  @Column('text')
  readonly hash!: string;

  @Column('text')
  readonly signature!: string;

  @Column('text')
  readonly keyId!: string;
}

/** Who works on a section, whether it is done, and what is said about it. */
@Entity('section_work')
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'])
@ForeignKey(() => DepartmentEntity, ['municipalityId', 'department'], ['municipalityId', 'code'])
@Check('section_work_revision_check', 'revision > 0')
@Check('section_work_check', '(done_at IS NULL) = (done_by IS NULL)')
export class SectionWorkEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @PrimaryColumn('text')
  readonly section!: string;

  /** Null: everybody's. */
  @Column('text', { nullable: true })
  readonly department!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly doneAt!: Date | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid', { nullable: true })
  readonly doneBy!: string | null;

  @Column('text', { nullable: true })
  readonly comment!: string | null;

  @Column('integer', { default: 1 })
  readonly revision!: number;
}

/** A reviewer's query on one question of a sheet. */
@Entity('sheet_query')
@ForeignKey(() => ResponseEntity, ['municipalityId', 'roundId'], ['municipalityId', 'roundId'])
@Check('sheet_query_number_check', 'number > 0')
@Check('sheet_query_submission_check', 'submission > 0')
@Check('sheet_query_status_check', `status IN ('OPEN', 'ANSWERED', 'CLOSED')`)
export class SheetQueryEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @PrimaryColumn('integer')
  readonly number!: number;

  @ForeignKey(() => QuestionEntity)
  @Column('bigint')
  readonly questionId!: string;

  /** Number of the submission that it is about. */
  @Column('integer')
  readonly submission!: number;

  @Column('text')
  readonly status!: QueryStatus;
}

/** What is said in a query. Immutable. */
@Entity('sheet_query_message')
@ForeignKey(() => SheetQueryEntity, ['municipalityId', 'roundId', 'query'], ['municipalityId', 'roundId', 'number'])
@Check('sheet_query_message_number_check', 'number > 0')
export class SheetQueryMessageEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @PrimaryColumn('integer')
  readonly query!: number;

  @PrimaryColumn('integer')
  readonly number!: number;

  @Column('timestamptz', { default: () => 'now()' })
  readonly at!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly author!: string;

  @Column('text')
  readonly text!: string;
}

/** Who is in which section of a sheet. Unlogged. */
@Entity('presence')
export class PresenceEntity {
  @PrimaryColumn('uuid')
  readonly municipalityId!: string;

  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @PrimaryColumn('uuid')
  readonly personId!: string;

  @Column('text')
  readonly section!: string;

  @Column('timestamptz', { default: () => 'now()' })
  readonly seenAt!: Date;
}
