import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mails to persons, and the queue that wakes whoever sends them. The queue is the schema of pg-boss 10.4 (version 24),
 * written out: the service works as a role that may create nothing, and a merged migration is frozen. A spec beside the
 * job runner compares it with what the library installs.
 */
export class AddMail20261124130000 implements MigrationInterface {
  readonly name = 'AddMail20261124130000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...MAIL, ...QUEUE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const MAIL = [
  `CREATE TABLE mail (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    study_id uuid REFERENCES study,
    municipality_id uuid,
    round_id uuid REFERENCES round,
    person_id uuid NOT NULL REFERENCES person,
    kind text NOT NULL CHECK (kind IN
      ('INVITATION', 'REMINDER', 'RECEIPT', 'RETURNED', 'QUERY', 'ACCEPTED', 'SIGN_IN_LINK', 'EXTENSION')),
    dedupe_key text NOT NULL CONSTRAINT mail_dedupe_key UNIQUE CHECK (length(dedupe_key) BETWEEN 1 AND 300),
    data jsonb NOT NULL,
    secret text,
    status text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'SENT', 'DEAD', 'CANCELLED')),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_error text CHECK (last_error ~ '^[0-9A-Z_. ]{1,40}$'),
    message_id text,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    CONSTRAINT mail_study_check CHECK (study_id IS NOT NULL OR kind = 'SIGN_IN_LINK'),
    CONSTRAINT mail_secret_check CHECK (secret IS NULL OR (status = 'QUEUED' AND kind = 'SIGN_IN_LINK')),
    CONSTRAINT mail_sent_check CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
  )`,
  `CREATE INDEX mail_study_idx ON mail (study_id, created_at, id)`,
  `CREATE INDEX mail_round_idx ON mail (round_id)`,
  `CREATE INDEX mail_person_idx ON mail (person_id)`,
  `CREATE INDEX mail_queued_idx ON mail (created_at) WHERE status = 'QUEUED'`,
  // Sent is sent, cancelled is cancelled; who gets what is never changed. Missing grants are the first wall, as elsewhere.
  `CREATE FUNCTION refuse_change_of_finished_mail() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NEW.status = OLD.status OR OLD.status = 'QUEUED' OR (OLD.status = 'DEAD' AND NEW.status IN ('QUEUED', 'CANCELLED')) THEN
       RETURN NEW;
     END IF;
     RAISE EXCEPTION 'mail % cannot go from % to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'RB001';
   END $$`,
  `CREATE TRIGGER mail_keeps_its_end BEFORE UPDATE OF status ON mail
   FOR EACH ROW EXECUTE FUNCTION refuse_change_of_finished_mail()`,
  `CREATE TRIGGER mail_not_deleted BEFORE DELETE ON mail FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER mail_not_truncated BEFORE TRUNCATE ON mail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

const QUEUE = [
  `CREATE SCHEMA pgboss`,
  `CREATE TYPE pgboss.job_state AS ENUM ('created', 'retry', 'active', 'completed', 'cancelled', 'failed')`,
  `CREATE TABLE pgboss.version (
    version int primary key,
    maintained_on timestamp with time zone,
    cron_on timestamp with time zone,
    monitored_on timestamp with time zone
  )`,
  `CREATE TABLE pgboss.queue (
    name text,
    policy text,
    retry_limit int,
    retry_delay int,
    retry_backoff bool,
    expire_seconds int,
    retention_minutes int,
    dead_letter text REFERENCES pgboss.queue (name),
    partition_name text,
    created_on timestamp with time zone not null default now(),
    updated_on timestamp with time zone not null default now(),
    PRIMARY KEY (name)
  )`,
  `CREATE TABLE pgboss.schedule (
    name text REFERENCES pgboss.queue ON DELETE CASCADE,
    cron text not null,
    timezone text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone not null default now(),
    updated_on timestamp with time zone not null default now(),
    PRIMARY KEY (name)
  )`,
  `CREATE TABLE pgboss.subscription (
    event text not null,
    name text not null REFERENCES pgboss.queue ON DELETE CASCADE,
    created_on timestamp with time zone not null default now(),
    updated_on timestamp with time zone not null default now(),
    PRIMARY KEY(event, name)
  )`,
  `CREATE TABLE pgboss.job (
    id uuid not null default gen_random_uuid(),
    name text not null,
    priority integer not null default(0),
    data jsonb,
    state pgboss.job_state not null default('created'),
    retry_limit integer not null default(2),
    retry_count integer not null default(0),
    retry_delay integer not null default(0),
    retry_backoff boolean not null default false,
    start_after timestamp with time zone not null default now(),
    started_on timestamp with time zone,
    singleton_key text,
    singleton_on timestamp without time zone,
    expire_in interval not null default interval '15 minutes',
    created_on timestamp with time zone not null default now(),
    completed_on timestamp with time zone,
    keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
    output jsonb,
    dead_letter text,
    policy text
  ) PARTITION BY LIST (name)`,
  `ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id)`,
  `CREATE TABLE pgboss.archive (LIKE pgboss.job)`,
  `ALTER TABLE pgboss.archive ADD PRIMARY KEY (name, id)`,
  `ALTER TABLE pgboss.archive ADD archived_on timestamptz NOT NULL DEFAULT now()`,
  `CREATE INDEX archive_i1 ON pgboss.archive(archived_on)`,
  `CREATE FUNCTION pgboss.create_queue(queue_name text, options json)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
      INSERT INTO pgboss.queue (
        name,
        policy,
        retry_limit,
        retry_delay,
        retry_backoff,
        expire_seconds,
        retention_minutes,
        dead_letter,
        partition_name
      )
      VALUES (
        queue_name,
        options->>'policy',
        (options->>'retryLimit')::int,
        (options->>'retryDelay')::int,
        (options->>'retryBackoff')::bool,
        (options->>'expireInSeconds')::int,
        (options->>'retentionMinutes')::int,
        options->>'deadLetter',
        table_name
      )
      ON CONFLICT DO NOTHING
      RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', table_name);

      EXECUTE format('ALTER TABLE pgboss.%1$I ADD PRIMARY KEY (name, id)', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON pgboss.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON pgboss.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
      EXECUTE format('CREATE INDEX %1$s_i5 ON pgboss.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', table_name, queue_name);
    END;
    $$
    LANGUAGE plpgsql`,
  `CREATE FUNCTION pgboss.delete_queue(queue_name text)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar;
    BEGIN
      WITH deleted as (
        DELETE FROM pgboss.queue
        WHERE name = queue_name
        RETURNING partition_name
      )
      SELECT partition_name from deleted INTO table_name;

      EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', table_name);
    END;
    $$
    LANGUAGE plpgsql`,
  `INSERT INTO pgboss.version(version) VALUES (24)`,
  // Every kind of job shares these: a new kind needs no statement that only the owner may run.
  `SELECT pgboss.create_queue('dead', '{"policy": "standard"}')`,
  `SELECT pgboss.create_queue('mail', '{"policy": "standard", "deadLetter": "dead"}')`,
  `SELECT pgboss.create_queue('task', '{"policy": "standard", "deadLetter": "dead"}')`,
];

const DOWN = [`DROP SCHEMA pgboss CASCADE`, `DROP TABLE mail`, `DROP FUNCTION refuse_change_of_finished_mail()`];
