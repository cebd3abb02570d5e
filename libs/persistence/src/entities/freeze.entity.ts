import type { Attribute, MunicipalityInfo, RoundStatus } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { QuestionSetEntity } from './question-set.entity.js';
import { RoundEntity, StudyEntity } from './study.entity.js';

/** A named cut of a study: what its figures rest on, pinned. Only its release is ever added. */
@Entity('data_freeze')
@Unique('data_freeze_name_key', ['studyId', 'name'])
@Check('data_freeze_release_check', '(released_at IS NULL) = (suppression IS NULL)')
export class FreezeEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => StudyEntity)
  @Column('uuid')
  readonly studyId!: string;

  @Column('text')
  readonly name!: string;

  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  readonly takenAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly takenBy!: string;

  /** The study's attributes as they were declared. */
  @Column('jsonb')
  readonly attributes!: readonly Attribute[];

  /** The panel in its order, with its attribute values. */
  @Column('jsonb')
  readonly panel!: readonly MunicipalityInfo[];

  /** The template's published sets, whose verdicts count. */
  @Column('uuid', { array: true })
  readonly questionSetIds!: readonly string[];

  @Column('timestamptz', { nullable: true })
  readonly releasedAt!: Date | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid', { nullable: true })
  readonly releasedBy!: string | null;

  /** What is withheld from protected analysts; decided once, at the release. */
  @Column('jsonb', { nullable: true })
  readonly suppression!: unknown;
}

/** A round as a freeze pins it. */
@Entity('data_freeze_round')
@Index('data_freeze_round_round_idx', ['roundId'])
@Index('data_freeze_round_question_set_idx', ['questionSetId'])
@Check('data_freeze_round_status_check', `status IN ('PLANNED', 'OPEN', 'CLOSED')`)
export class FreezeRoundEntity {
  @ForeignKey(() => FreezeEntity)
  @PrimaryColumn('uuid')
  readonly freezeId!: string;

  @ForeignKey(() => RoundEntity)
  @PrimaryColumn('uuid')
  readonly roundId!: string;

  @Column('text')
  readonly code!: string;

  @Column('integer')
  readonly year!: number;

  @ForeignKey(() => QuestionSetEntity)
  @Column('uuid')
  readonly questionSetId!: string;

  @Column('timestamptz')
  readonly opensAt!: Date;

  @Column('timestamptz')
  readonly closesAt!: Date;

  @Column('text')
  readonly status!: RoundStatus;

  /** For each municipality of the panel, in its order, the number of the submission that counts; 0 = none. */
  @Column('integer', { array: true })
  readonly numbers!: readonly number[];
}
