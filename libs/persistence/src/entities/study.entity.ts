import type { Attribute, DisclosurePolicy, LocalizedText, MembershipCause, RoundStatus } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { QuestionSetEntity } from './question-set.entity.js';
import { TemplateEntity } from './template.entity.js';

@Entity('study')
@Unique('study_slug_key', ['slug'])
@Index('study_template_idx', ['templateId'])
export class StudyEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly slug!: string;

  @Column('jsonb')
  readonly title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  readonly description!: LocalizedText | null;

  @Column('text')
  readonly defaultLocale!: string;

  @ForeignKey(() => TemplateEntity)
  @Column('uuid')
  readonly templateId!: string;

  /** Hash of the package it was imported from last. */
  @Column('text', { nullable: true })
  readonly packageHash!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('jsonb', { default: { smallestBase: 3, breakdowns: [], singleAnswers: 'GRANTED' } })
  readonly disclosure!: DisclosurePolicy;
}

@Entity('attribute')
export class AttributeEntity {
  @ForeignKey(() => StudyEntity)
  @PrimaryColumn('uuid')
  readonly studyId!: string;

  @PrimaryColumn('text')
  readonly code!: string;

  @Column('integer')
  readonly position!: number;

  @Column('jsonb')
  readonly label!: LocalizedText;

  /** Null: any text is a category. */
  @Column('jsonb', { nullable: true })
  readonly values!: Attribute['values'] | null;
}

@Entity('round')
@Unique('round_code_key', ['studyId', 'code'])
@Index('round_question_set_idx', ['questionSetId'])
@Check('round_status_check', `status IN ('PLANNED', 'OPEN', 'CLOSED')`)
@Check('round_check', 'closes_at > opens_at')
export class RoundEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => StudyEntity)
  @Column('uuid')
  readonly studyId!: string;

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
}

/** Its id is made from study and code (municipality-id.ts): no second unique key, so that the table can be distributed. */
@Entity('municipality')
@Index('municipality_study_idx', ['studyId', 'position'])
@Check('municipality_joined_because_check', `joined_because IN ('JOINED', 'LEFT', 'MERGED', 'SPLIT')`)
@Check('municipality_left_because_check', `left_because IN ('JOINED', 'LEFT', 'MERGED', 'SPLIT')`)
export class MunicipalityEntity {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => StudyEntity)
  @Column('uuid')
  readonly studyId!: string;

  @Column('integer')
  readonly position!: number;

  @Column('text')
  readonly code!: string;

  @Column('text')
  readonly name!: string;

  @Column('text', { nullable: true })
  readonly officialKey!: string | null;

  @Column('jsonb')
  readonly attributes!: Readonly<Record<string, string>>;

  @Column('jsonb')
  readonly attributesByRound!: Readonly<Record<string, Readonly<Record<string, string>>>>;

  @Column('integer', { nullable: true })
  readonly memberFrom!: number | null;

  @Column('integer', { nullable: true })
  readonly memberTo!: number | null;

  @Column('text', { nullable: true })
  readonly joinedBecause!: MembershipCause | null;

  @Column('text', { nullable: true })
  readonly leftBecause!: MembershipCause | null;

  /** Code of the municipality whose answers it carries on in rounds before it existed. */
  @Column('text', { nullable: true })
  readonly carriesOn!: string | null;
}
