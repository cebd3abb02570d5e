import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { MunicipalityEntity, StudyEntity } from './study.entity.js';

/** A role kept here, for persons whose identity provider says nothing about roles, or who have none. */
@Entity('person_role')
@Index('person_role_person_idx', ['personId'])
@Index('person_role_study_idx', ['studyId'])
@Index('person_role_municipality_idx', ['municipalityId'])
@Check(
  'person_role_respondent_check',
  `(role = 'RESPONDENT') = (municipality_id IS NOT NULL) AND (municipality_id IS NULL OR study_id IS NOT NULL)`,
)
@Check('person_role_department_check', 'municipality_id IS NOT NULL OR (department IS NULL AND NOT signatory)')
export class PersonRoleEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly personId!: string;

  @Column('text')
  readonly role!: string;

  /** Null: every study. */
  @ForeignKey(() => StudyEntity)
  @Column('uuid', { nullable: true })
  readonly studyId!: string | null;

  @ForeignKey(() => MunicipalityEntity)
  @Column('uuid', { nullable: true })
  readonly municipalityId!: string | null;

  @Column('text', { nullable: true })
  readonly department!: string | null;

  @Column('boolean', { default: false })
  readonly signatory!: boolean;

  @Column('boolean', { default: false })
  readonly singleAnswers!: boolean;
}

@Entity('sign_in_session')
@Index('sign_in_session_person_idx', ['personId'])
@Index('sign_in_session_provider_idx', ['providerSession'])
@Index('sign_in_session_expiry_idx', ['expiresAt'])
@Check('sign_in_session_kind_check', `kind IN ('COOKIE', 'BEARER')`)
export class SignInSessionEntity {
  @PrimaryColumn('text')
  readonly secretHash!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly personId!: string;

  @Column('text')
  readonly kind!: string;

  /** What the identity provider said at sign-in; null: roles are those of person_role. */
  @Column('jsonb', { nullable: true })
  readonly claims!: Readonly<Record<string, unknown>> | null;

  /** `sid` of the identity provider, by which it ends the session. */
  @Column('text', { nullable: true })
  readonly providerSession!: string | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  readonly endedAt!: Date | null;
}

@Entity('sign_in_link')
@Index('sign_in_link_person_idx', ['personId'])
@Index('sign_in_link_expiry_idx', ['expiresAt'])
export class SignInLinkEntity {
  @PrimaryColumn('text')
  readonly secretHash!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly personId!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  readonly usedAt!: Date | null;
}

/** Who asked for a link in the last hour, as a hash: what the limits count. */
@Entity('sign_in_request')
@Index('sign_in_request_key_idx', ['key', 'requestedAt'])
@Index('sign_in_request_age_idx', ['requestedAt'])
export class SignInRequestEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly key!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly requestedAt!: Date;
}

@Entity('api_token')
@Index('api_token_person_idx', ['personId'])
@Check('api_token_roles_check', 'cardinality(roles) > 0')
@Check('api_token_access_check', `access IN ('READ', 'WRITE')`)
export class ApiTokenEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  readonly personId!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly secretHash!: string;

  @Column('text', { array: true })
  readonly roles!: readonly string[];

  @Column('text')
  readonly access!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  readonly revokedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly lastUsedAt!: Date | null;
}
