import type { LocalizedText } from '@reflexbogen/domain';
import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('template')
@Unique('template_slug_key', ['slug'])
export class TemplateEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly slug!: string;

  @Column('jsonb')
  readonly title!: LocalizedText;

  @Column('timestamptz', { default: () => 'now()' })
  readonly createdAt!: Date;

  /** Languages in which everything published must be there; none are required by default. */
  @Column('text', { array: true, default: '{}' })
  readonly locales!: readonly string[];
}

/** Identity of a question over all years: never updated, never deleted. */
@Entity('question')
@Unique('question_code_key', ['templateId', 'code'])
export class QuestionEntity {
  /** A bigint: text in JavaScript. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  readonly id!: string;

  @ForeignKey(() => TemplateEntity)
  @Column('uuid')
  readonly templateId!: string;

  @Column('text')
  readonly code!: string;
}
