import { Check, Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A subject whose person was erased: SHA-256 in hex, kept while tokens from before may still be shown. */
@Entity('erased_subject')
@Check('erased_subject_subject_hash_check', `subject_hash ~ '^[0-9a-f]{64}$'`)
export class ErasedSubjectEntity {
  @PrimaryColumn('text')
  readonly subjectHash!: string;

  @Column('timestamptz')
  readonly erasedAt!: Date;
}

/** Whoever acts. The only place of names and addresses: everything else refers to the id, which says nothing by itself. */
@Entity('person')
@Unique('person_subject_key', ['subject'])
@Check(
  'person_check',
  'erased_at IS NULL OR (subject IS NULL AND name IS NULL AND email IS NULL AND disabled_at IS NOT NULL)',
)
export class PersonEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  /** Issuer and subject of the identity provider; null for those who sign in otherwise, and after erasure. */
  @Column('text', { nullable: true })
  readonly subject!: string | null;

  @Column('text', { nullable: true })
  readonly name!: string | null;

  @Column('text', { nullable: true })
  readonly email!: string | null;

  /** BCP 47 tag of the language in which the person is written to. */
  @Column('text', { default: 'de' })
  readonly locale!: string;

  @Column('timestamptz', { default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readonly disabledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly erasedAt!: Date | null;

  /** Whatever proves the person and is older proves nothing any more; null: nothing has been ended yet. */
  @Column('timestamptz', { nullable: true })
  readonly sessionsFrom!: Date | null;
}
