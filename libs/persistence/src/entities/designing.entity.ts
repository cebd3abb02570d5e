import type { LocalizedText, QuestionSetDocument, Scale } from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { QuestionSetEntity } from './question-set.entity.js';
import { QuestionEntity, TemplateEntity } from './template.entity.js';

/** Every save of a draft. Immutable. */
@Entity('question_set_version')
@Check('question_set_version_version_check', 'version > 0')
export class QuestionSetVersionEntity {
  @ForeignKey(() => QuestionSetEntity)
  @PrimaryColumn('uuid')
  readonly questionSetId!: string;

  @PrimaryColumn('integer')
  readonly version!: number;

  @Column('jsonb')
  readonly document!: QuestionSetDocument;

  @Column('timestamptz', { default: () => 'now()' })
  readonly savedAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly savedBy!: string;

  @Column('integer', { nullable: true })
  readonly restoredFrom!: number | null;
}

/** A named group of questions of a template. Immutable; what it asks is in its revisions. */
@Entity('module')
@Unique('module_code_key', ['templateId', 'code'])
export class ModuleEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => TemplateEntity)
  @Column('uuid')
  readonly templateId!: string;

  @Column('text')
  readonly code!: string;

  @Column('jsonb')
  readonly title!: LocalizedText;
}

@Entity('module_revision')
@Check('module_revision_revision_check', 'revision > 0')
export class ModuleRevisionEntity {
  @ForeignKey(() => ModuleEntity)
  @PrimaryColumn('uuid')
  readonly moduleId!: string;

  @PrimaryColumn('integer')
  readonly revision!: number;

  /** Scales and sections, as in a question set. */
  @Column('jsonb')
  readonly document!: Pick<QuestionSetDocument, 'scales' | 'sections'>;

  @Column('text')
  readonly contentHash!: string;

  @Column('timestamptz', { default: () => 'now()' })
  readonly publishedAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly publishedBy!: string;
}

/** The library of scales that templates share. Question sets own copies: nothing here moves a figure. */
@Entity('shared_scale_revision')
@Check('shared_scale_revision_revision_check', 'revision > 0')
export class SharedScaleRevisionEntity {
  @PrimaryColumn('text')
  readonly code!: string;

  @PrimaryColumn('integer')
  readonly revision!: number;

  @Column('jsonb')
  readonly scale!: Scale;

  @Column('timestamptz', { default: () => 'now()' })
  readonly savedAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly savedBy!: string;
}

/** A question that is asked no more, so that nobody gives its code another meaning. */
@Entity('archived_question')
export class ArchivedQuestionEntity {
  @ForeignKey(() => QuestionEntity)
  @PrimaryColumn('bigint')
  readonly questionId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  readonly archivedAt!: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly archivedBy!: string;

  @Column('text', { nullable: true })
  readonly reason!: string | null;
}
