import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that are kept here, sessions, links by e-mail, personal tokens. Secrets are stored as SHA-256 alone. */
export class AddSignIn20261124120000 implements MigrationInterface {
  readonly name = 'AddSignIn20261124120000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // Whatever proves a person and is older than this proves nothing any more.
  `ALTER TABLE person ADD COLUMN sessions_from timestamptz`,
  `CREATE INDEX person_email_idx ON person (lower(email))`,
  `CREATE TABLE person_role (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL REFERENCES person,
    role text NOT NULL,
    study_id uuid REFERENCES study,
    municipality_id uuid REFERENCES municipality,
    department text,
    signatory boolean NOT NULL DEFAULT false,
    single_answers boolean NOT NULL DEFAULT false,
    CONSTRAINT person_role_respondent_check
      CHECK ((role = 'RESPONDENT') = (municipality_id IS NOT NULL) AND (municipality_id IS NULL OR study_id IS NOT NULL)),
    CONSTRAINT person_role_department_check
      CHECK (municipality_id IS NOT NULL OR (department IS NULL AND NOT signatory))
  )`,
  `CREATE INDEX person_role_person_idx ON person_role (person_id)`,
  `CREATE INDEX person_role_study_idx ON person_role (study_id)`,
  `CREATE INDEX person_role_municipality_idx ON person_role (municipality_id)`,
  `CREATE TABLE sign_in_session (
    secret_hash text PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    kind text NOT NULL CONSTRAINT sign_in_session_kind_check CHECK (kind IN ('COOKIE', 'BEARER')),
    claims jsonb,
    provider_session text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  )`,
  `CREATE INDEX sign_in_session_person_idx ON sign_in_session (person_id)`,
  `CREATE INDEX sign_in_session_provider_idx ON sign_in_session (provider_session)`,
  `CREATE INDEX sign_in_session_expiry_idx ON sign_in_session (expires_at)`,
  `CREATE TABLE sign_in_link (
    secret_hash text PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  `CREATE INDEX sign_in_link_person_idx ON sign_in_link (person_id)`,
  `CREATE INDEX sign_in_link_expiry_idx ON sign_in_link (expires_at)`,
  // Who asked for links: hashes of addresses, for an hour.
  `CREATE TABLE sign_in_request (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    key text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,
  `CREATE INDEX sign_in_request_key_idx ON sign_in_request (key, requested_at)`,
  `CREATE INDEX sign_in_request_age_idx ON sign_in_request (requested_at)`,
  `CREATE TABLE api_token (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL REFERENCES person,
    name text NOT NULL,
    secret_hash text NOT NULL,
    roles text[] NOT NULL CONSTRAINT api_token_roles_check CHECK (cardinality(roles) > 0),
    access text NOT NULL CONSTRAINT api_token_access_check CHECK (access IN ('READ', 'WRITE')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_at timestamptz
  )`,
  `CREATE INDEX api_token_person_idx ON api_token (person_id)`,
];

const DOWN = [
  `DROP TABLE api_token, sign_in_request, sign_in_link, sign_in_session, person_role`,
  `DROP INDEX person_email_idx`,
  `ALTER TABLE person DROP COLUMN sessions_from`,
];
