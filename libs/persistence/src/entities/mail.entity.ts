import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { RoundEntity, StudyEntity } from './study.entity.js';

export type MailKind =
  'INVITATION' | 'REMINDER' | 'RECEIPT' | 'RETURNED' | 'QUERY' | 'ACCEPTED' | 'SIGN_IN_LINK' | 'EXTENSION';

export type MailStatus = 'QUEUED' | 'SENT' | 'DEAD' | 'CANCELLED';

/** A mail to one person. It holds neither name nor address: those are read from the person when it is sent. */
@Entity('mail')
@Unique('mail_dedupe_key', ['dedupeKey'])
@Index('mail_study_idx', ['studyId', 'createdAt', 'id'])
@Index('mail_round_idx', ['roundId'])
@Index('mail_person_idx', ['personId'])
@Index('mail_queued_idx', ['createdAt'], { where: `status = 'QUEUED'` })
@Check(
  'mail_kind_check',
  `kind IN ('INVITATION', 'REMINDER', 'RECEIPT', 'RETURNED', 'QUERY', 'ACCEPTED', 'SIGN_IN_LINK', 'EXTENSION')`,
)
@Check('mail_status_check', `status IN ('QUEUED', 'SENT', 'DEAD', 'CANCELLED')`)
@Check('mail_dedupe_key_check', 'length(dedupe_key) BETWEEN 1 AND 300')
@Check('mail_attempts_check', 'attempts >= 0')
@Check('mail_last_error_check', `last_error ~ '^[0-9A-Z_. ]{1,40}$'`)
@Check('mail_study_check', `study_id IS NOT NULL OR kind = 'SIGN_IN_LINK'`)
@Check('mail_secret_check', `secret IS NULL OR (status = 'QUEUED' AND kind = 'SIGN_IN_LINK')`)
@Check('mail_sent_check', `(status = 'SENT') = (sent_at IS NOT NULL)`)
export class MailEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  /** Null only for signing in outside any study. */
  @ForeignKey(() => StudyEntity)
  @Column('uuid', { nullable: true })
  readonly studyId!: string | null;

  /** No foreign key: municipalities are never deleted, and a distributed table cannot be referred to. */
  @Column('uuid', { nullable: true })
  readonly municipalityId!: string | null;

  @ForeignKey(() => RoundEntity)
  @Column('uuid', { nullable: true })
  readonly roundId!: string | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly personId!: string;

  @Column('text')
  readonly kind!: MailKind;

  /** Says what the mail is about, e.g. `REMINDER:<round>:<person>:<days>`. The same act asked for twice is one mail. */
  @Column('text')
  readonly dedupeKey!: string;

  /** What the message says beside study, round, municipality and person. */
  @Column('jsonb')
  readonly data!: Readonly<Record<string, unknown>>;

  /** Of a sign-in link. Gone as soon as the mail is sent or given up. */
  @Column('text', { nullable: true })
  readonly secret!: string | null;

  @Column('text', { default: 'QUEUED' })
  readonly status!: MailStatus;

  /** Times that sending was begun, also those that ended with the process. */
  @Column('integer', { default: 0 })
  readonly attempts!: number;

  /** A code such as `550 5.1.1` or `ECONNECTION`: never the server's words, which repeat addresses. */
  @Column('text', { nullable: true })
  readonly lastError!: string | null;

  /** Set with the first attempt and the same in all, so that a receiver recognises a repetition. */
  @Column('text', { nullable: true })
  readonly messageId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readonly sentAt!: Date | null;
}
