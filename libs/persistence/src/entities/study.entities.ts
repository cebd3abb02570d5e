import type { Attribute, LocalizedText, MembershipCause, MunicipalityInfo, RoundInfo } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { QuestionSetEntity, TemplateEntity } from './design.entities.js';

/** A panel survey. */
@Entity('study')
@Unique('study_slug_key', ['slug'])
@Index('study_template_idx', ['templateId'])
@ForeignKey(() => TemplateEntity, ['templateId'], ['id'], { name: 'study_template_id_fkey' })
export class StudyEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'study_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  @Column('text', { name: 'default_locale' })
  defaultLocale!: string;

  @Column('uuid', { name: 'template_id' })
  templateId!: string;

  @Column('text', { name: 'package_hash', nullable: true })
  packageHash!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** Property of municipalities by which results are broken down. */
@Entity('attribute')
@ForeignKey(() => StudyEntity, ['studyId'], ['id'], { name: 'attribute_study_id_fkey' })
export class AttributeEntity {
  @PrimaryColumn('uuid', { name: 'study_id', primaryKeyConstraintName: 'attribute_pkey' })
  studyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'attribute_pkey' })
  code!: string;

  @Column('integer')
  position!: number;

  @Column('jsonb')
  label!: LocalizedText;

  @Column('jsonb', { nullable: true })
  values!: NonNullable<Attribute['values']> | null;
}

/** One year in which the panel is asked. */
@Entity('round')
@Unique('round_code_key', ['studyId', 'code'])
@Index('round_question_set_idx', ['questionSetId'])
@Check('round_status_check', "status IN ('PLANNED', 'OPEN', 'CLOSED')")
@Check('round_check', 'closes_at > opens_at')
@ForeignKey(() => StudyEntity, ['studyId'], ['id'], { name: 'round_study_id_fkey' })
@ForeignKey(() => QuestionSetEntity, ['questionSetId'], ['id'], { name: 'round_question_set_id_fkey' })
export class RoundEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'round_pkey' })
  id!: string;

  @Column('uuid', { name: 'study_id' })
  studyId!: string;

  @Column('text')
  code!: string;

  @Column('integer')
  year!: number;

  @Column('uuid', { name: 'question_set_id' })
  questionSetId!: string;

  @Column('timestamptz', { name: 'opens_at' })
  opensAt!: Date;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt!: Date;

  @Column('text')
  status!: RoundInfo['status'];
}

/** Member of the panel; its id is made of study and code. */
@Entity('municipality')
@Index('municipality_study_idx', ['studyId', 'position'])
@Check('municipality_joined_because_check', "joined_because IN ('JOINED', 'LEFT', 'MERGED', 'SPLIT')")
@Check('municipality_left_because_check', "left_because IN ('JOINED', 'LEFT', 'MERGED', 'SPLIT')")
@ForeignKey(() => StudyEntity, ['studyId'], ['id'], { name: 'municipality_study_id_fkey' })
export class MunicipalityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'municipality_pkey' })
  id!: string;

  @Column('uuid', { name: 'study_id' })
  studyId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'official_key', nullable: true })
  officialKey!: string | null;

  @Column('jsonb')
  attributes!: MunicipalityInfo['attributes'];

  @Column('jsonb', { name: 'attributes_by_round' })
  attributesByRound!: MunicipalityInfo['attributesByRound'];

  @Column('integer', { name: 'member_from', nullable: true })
  memberFrom!: number | null;

  @Column('integer', { name: 'member_to', nullable: true })
  memberTo!: number | null;

  @Column('text', { name: 'joined_because', nullable: true })
  joinedBecause!: MembershipCause | null;

  @Column('text', { name: 'left_because', nullable: true })
  leftBecause!: MembershipCause | null;
}
