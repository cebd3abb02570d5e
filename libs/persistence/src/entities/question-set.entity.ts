import type {
  Direction,
  LocalizedText,
  MissingCode,
  ModuleReference,
  Polarity,
  QuestionDefinition,
  QuestionSetStatus,
  QuestionType,
  Since,
} from '@reflexbogen/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { QuestionEntity, TemplateEntity } from './template.entity.js';

/** Immutable once published, with all its children: triggers and missing grants see to it. */
@Entity('question_set')
@Unique('question_set_revision_key', ['templateId', 'year', 'revision'])
@Index('question_set_based_on_idx', ['basedOnId'])
@Check('question_set_revision_check', 'revision > 0')
@Check('question_set_version_check', 'version > 0')
@Check('question_set_status_check', `status IN ('DRAFT', 'PUBLISHED', 'RETIRED')`)
@Check('question_set_check', `(status = 'DRAFT') = (published_at IS NULL)`)
export class QuestionSetEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => TemplateEntity)
  @Column('uuid')
  readonly templateId!: string;

  @Column('integer')
  readonly year!: number;

  @Column('integer')
  readonly revision!: number;

  @Column('text')
  readonly status!: QuestionSetStatus;

  /** Counts saves of the draft. A plain column: TypeORM's version column is no lock. */
  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('text', { nullable: true })
  readonly contentHash!: string | null;

  @ForeignKey(() => QuestionSetEntity)
  @Column('uuid', { nullable: true })
  readonly basedOnId!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly publishedAt!: Date | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid', { nullable: true })
  readonly publishedBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  readonly createdAt!: Date;

  /** The modules it was composed of, each with its revision. */
  @Column('jsonb', { nullable: true })
  readonly modules!: readonly ModuleReference[] | null;
}

@Entity('section')
@Unique('section_code_key', ['questionSetId', 'code'])
export class SectionEntity {
  @ForeignKey(() => QuestionSetEntity)
  @PrimaryColumn('uuid')
  readonly questionSetId!: string;

  @PrimaryColumn('integer')
  readonly position!: number;

  @Column('text')
  readonly code!: string;

  @Column('jsonb')
  readonly title!: LocalizedText;
}

/** The set's own complete copy of a scale. */
@Entity('scale')
@Check('scale_polarity_check', `polarity IN ('HIGHER_IS_WORSE', 'HIGHER_IS_BETTER', 'NEUTRAL')`)
export class ScaleEntity {
  @ForeignKey(() => QuestionSetEntity)
  @PrimaryColumn('uuid')
  readonly questionSetId!: string;

  @PrimaryColumn('text')
  readonly code!: string;

  @Column('integer')
  readonly position!: number;

  @Column('boolean')
  readonly ordered!: boolean;

  @Column('text')
  readonly polarity!: Polarity;

  @Column('jsonb')
  readonly boxes!: Readonly<Record<string, readonly string[]>>;

  @Column('jsonb')
  readonly missing!: readonly MissingCode[];
}

@Entity('level')
@ForeignKey(() => ScaleEntity, ['questionSetId', 'scaleCode'], ['questionSetId', 'code'])
@Unique('level_code_key', ['questionSetId', 'scaleCode', 'code'])
@Check('level_rank_check', 'rank >= 0')
@Check('level_direction_check', `direction IN ('INCREASED', 'UNCHANGED', 'DECREASED')`)
export class LevelEntity {
  @PrimaryColumn('uuid')
  readonly questionSetId!: string;

  @PrimaryColumn('text')
  readonly scaleCode!: string;

  /** Position in the scale's order, from 0. */
  @PrimaryColumn('integer')
  readonly rank!: number;

  @Column('text')
  readonly code!: string;

  @Column('jsonb')
  readonly label!: LocalizedText;

  @Column('text', { nullable: true })
  readonly direction!: Direction | null;

  /** No longer offered; its code stays taken. */
  @Column('boolean', { default: false })
  readonly archived!: boolean;
}

/** A question as one set words it. A GRID is one row; the identities of its cells are in `question`. */
@Entity('question_revision')
@ForeignKey(() => SectionEntity, ['questionSetId', 'sectionPosition'], ['questionSetId', 'position'])
@ForeignKey(() => ScaleEntity, ['questionSetId', 'scaleCode'], ['questionSetId', 'code'])
@Unique('question_revision_question_key', ['questionSetId', 'questionId'])
@Index('question_revision_section_idx', ['questionSetId', 'sectionPosition'])
@Index('question_revision_scale_idx', ['questionSetId', 'scaleCode'])
@Index('question_revision_question_idx', ['questionId'])
@Check(
  'question_revision_type_check',
  `type IN ('SCALE', 'NUMBER', 'BOOLEAN', 'CHOICE', 'MULTI_CHOICE', 'TEXT', 'GRID')`,
)
export class QuestionRevisionEntity {
  @PrimaryColumn('uuid')
  readonly questionSetId!: string;

  @PrimaryColumn('integer')
  readonly position!: number;

  @Column('integer')
  readonly sectionPosition!: number;

  @ForeignKey(() => QuestionEntity)
  @Column('bigint')
  readonly questionId!: string;

  @Column('text')
  readonly type!: QuestionType;

  @Column('text', { nullable: true })
  readonly scaleCode!: string | null;

  @Column('boolean')
  readonly required!: boolean;

  @Column('text', { nullable: true })
  readonly visibleIf!: string | null;

  @Column('text', { nullable: true })
  readonly requiredIf!: string | null;

  @Column('jsonb')
  readonly text!: LocalizedText;

  @Column('jsonb', { nullable: true })
  readonly since!: Since | null;

  /** Whatever else its definition states: help, unit, bounds, tolerance, polarity, grid axes, reportsChangeOf. */
  @Column('jsonb')
  readonly properties!: Partial<QuestionDefinition>;
}
