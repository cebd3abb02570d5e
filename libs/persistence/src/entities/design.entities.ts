import type {
  Direction,
  LocalizedText,
  Polarity,
  QuestionDefinition,
  QuestionSetStatus,
  QuestionType,
  Scale,
  Since,
} from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Template of question sets. */
@Entity('template')
@Unique('template_slug_key', ['slug'])
export class TemplateEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'template_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** Identity of a question over all years; immutable. */
@Entity('question')
@Unique('question_code_key', ['templateId', 'code'])
@ForeignKey(() => TemplateEntity, ['templateId'], ['id'], { name: 'question_template_id_fkey' })
export class QuestionEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'question_pkey',
  })
  id!: string;

  @Column('uuid', { name: 'template_id' })
  templateId!: string;

  @Column('text')
  code!: string;
}

/** One year's sheet; immutable once published. */
@Entity('question_set')
@Unique('question_set_revision_key', ['templateId', 'year', 'revision'])
@Index('question_set_based_on_idx', ['basedOnId'])
@Check('question_set_revision_check', 'revision > 0')
@Check('question_set_status_check', "status IN ('DRAFT', 'PUBLISHED', 'RETIRED')")
@Check('question_set_version_check', 'version > 0')
@Check('question_set_check', "(status = 'DRAFT') = (published_at IS NULL)")
@ForeignKey(() => TemplateEntity, ['templateId'], ['id'], { name: 'question_set_template_id_fkey' })
@ForeignKey(() => QuestionSetEntity, ['basedOnId'], ['id'], { name: 'question_set_based_on_id_fkey' })
export class QuestionSetEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'question_set_pkey' })
  id!: string;

  @Column('uuid', { name: 'template_id' })
  templateId!: string;

  @Column('integer')
  year!: number;

  @Column('integer')
  revision!: number;

  @Column('text')
  status!: QuestionSetStatus;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash!: string | null;

  @Column('uuid', { name: 'based_on_id', nullable: true })
  basedOnId!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('text', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** Section of a question set. */
@Entity('section')
@Unique('section_code_key', ['questionSetId', 'code'])
@ForeignKey(() => QuestionSetEntity, ['questionSetId'], ['id'], { name: 'section_question_set_id_fkey' })
export class SectionEntity {
  @PrimaryColumn('uuid', { name: 'question_set_id', primaryKeyConstraintName: 'section_pkey' })
  questionSetId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'section_pkey' })
  position!: number;

  @Column('text')
  code!: string;

  @Column('jsonb')
  title!: LocalizedText;
}

/** A question set's own copy of a scale. */
@Entity('scale')
@Check('scale_polarity_check', "polarity IN ('HIGHER_IS_WORSE', 'HIGHER_IS_BETTER', 'NEUTRAL')")
@ForeignKey(() => QuestionSetEntity, ['questionSetId'], ['id'], { name: 'scale_question_set_id_fkey' })
export class ScaleEntity {
  @PrimaryColumn('uuid', { name: 'question_set_id', primaryKeyConstraintName: 'scale_pkey' })
  questionSetId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'scale_pkey' })
  code!: string;

  @Column('integer')
  position!: number;

  @Column('boolean')
  ordered!: boolean;

  @Column('text')
  polarity!: Polarity;

  @Column('jsonb')
  boxes!: Scale['boxes'];

  @Column('jsonb')
  missing!: Scale['missing'];
}

/** Level of a scale, by rank from 0. */
@Entity('level')
@Unique('level_code_key', ['questionSetId', 'scaleCode', 'code'])
@Check('level_rank_check', 'rank >= 0')
@Check('level_direction_check', "direction IN ('INCREASED', 'UNCHANGED', 'DECREASED')")
@ForeignKey(() => ScaleEntity, ['questionSetId', 'scaleCode'], ['questionSetId', 'code'], {
  name: 'level_question_set_id_scale_code_fkey',
})
export class LevelEntity {
  @PrimaryColumn('uuid', { name: 'question_set_id', primaryKeyConstraintName: 'level_pkey' })
  questionSetId!: string;

  @PrimaryColumn('text', { name: 'scale_code', primaryKeyConstraintName: 'level_pkey' })
  scaleCode!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'level_pkey' })
  rank!: number;

  @Column('text')
  code!: string;

  @Column('jsonb')
  label!: LocalizedText;

  @Column('text', { nullable: true })
  direction!: Direction | null;
}

/** A question as one set asks it; `properties` holds what its type alone needs. */
@Entity('question_revision')
@Unique('question_revision_question_key', ['questionSetId', 'questionId'])
@Index('question_revision_section_idx', ['questionSetId', 'sectionPosition'])
@Index('question_revision_scale_idx', ['questionSetId', 'scaleCode'])
@Index('question_revision_question_idx', ['questionId'])
@Check(
  'question_revision_type_check',
  "type IN ('SCALE', 'NUMBER', 'BOOLEAN', 'CHOICE', 'MULTI_CHOICE', 'TEXT', 'GRID')",
)
@ForeignKey(() => QuestionEntity, ['questionId'], ['id'], { name: 'question_revision_question_id_fkey' })
@ForeignKey(() => SectionEntity, ['questionSetId', 'sectionPosition'], ['questionSetId', 'position'], {
  name: 'question_revision_question_set_id_section_position_fkey',
})
@ForeignKey(() => ScaleEntity, ['questionSetId', 'scaleCode'], ['questionSetId', 'code'], {
  name: 'question_revision_question_set_id_scale_code_fkey',
})
export class QuestionRevisionEntity {
  @PrimaryColumn('uuid', { name: 'question_set_id', primaryKeyConstraintName: 'question_revision_pkey' })
  questionSetId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'question_revision_pkey' })
  position!: number;

  @Column('integer', { name: 'section_position' })
  sectionPosition!: number;

  @Column('bigint', { name: 'question_id' })
  questionId!: string;

  @Column('text')
  type!: QuestionType;

  @Column('text', { name: 'scale_code', nullable: true })
  scaleCode!: string | null;

  @Column('boolean')
  required!: boolean;

  @Column('text', { name: 'visible_if', nullable: true })
  visibleIf!: string | null;

  @Column('text', { name: 'required_if', nullable: true })
  requiredIf!: string | null;

  @Column('jsonb')
  text!: LocalizedText;

  @Column('jsonb', { nullable: true })
  since!: Since | null;

  @Column('jsonb')
  properties!: Partial<QuestionDefinition>;
}
