import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, departments at a sheet, queries, provenance, and the audit that is also the history of every answer. */
export class AddCollecting20261124110000 implements MigrationInterface {
  readonly name = 'AddCollecting20261124110000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const IMMUTABLE = ['sheet_event', 'study_event', 'audit_checkpoint', 'sheet_query_message'];

const UP = [
  `CREATE TABLE department (
    municipality_id uuid NOT NULL REFERENCES municipality,
    code text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (municipality_id, code)
  )`,
  `CREATE TABLE round_extension (
    municipality_id uuid NOT NULL REFERENCES municipality,
    round_id uuid NOT NULL REFERENCES round,
    closes_at timestamptz,
    reason text NOT NULL,
    granted_at timestamptz NOT NULL DEFAULT now(),
    granted_by uuid NOT NULL REFERENCES person,
    PRIMARY KEY (municipality_id, round_id)
  )`,
  `CREATE INDEX round_extension_round_idx ON round_extension (round_id)`,
  // How many events the sheet has, and the hash of the last: the head of its chain.
  `ALTER TABLE response ADD COLUMN events bigint NOT NULL DEFAULT 0 CHECK (events >= 0)`,
  `ALTER TABLE response ADD COLUMN event_hash text CHECK (event_hash ~ '^[0-9a-f]{64}$')`,
  `ALTER TABLE response ADD CHECK ((events = 0) = (event_hash IS NULL))`,
  `ALTER TABLE response ADD COLUMN opened_at timestamptz`,
  `ALTER TABLE response ADD COLUMN invited_at timestamptz`,
  `ALTER TABLE answer ADD COLUMN provenance text NOT NULL DEFAULT 'TYPED'
     CHECK (provenance IN ('TYPED', 'CONFIRMED', 'CARRIED_OVER', 'IMPORTED'))`,
  `ALTER TABLE submission ADD COLUMN provenance bytea`,
  `ALTER TABLE submission ADD COLUMN section_comments jsonb`,
  `ALTER TABLE submission ADD COLUMN on_behalf boolean NOT NULL DEFAULT false`,
  `ALTER TABLE submission ADD COLUMN late boolean NOT NULL DEFAULT false`,
  `ALTER TABLE submission ADD COLUMN reason text`,
  `CREATE TABLE sheet_event (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    actor uuid NOT NULL,
    role text NOT NULL,
    client text,
    act text NOT NULL,
    object text,
    old text,
    new text,
    reason text,
    revision integer CHECK (revision > 0),
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (municipality_id, round_id, number),
    FOREIGN KEY (municipality_id, round_id) REFERENCES response
  )`,
  `CREATE TABLE study_event (
    study_id uuid NOT NULL REFERENCES study,
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    actor uuid NOT NULL REFERENCES person,
    role text NOT NULL,
    client text,
    act text NOT NULL,
    object text,
    old text,
    new text,
    reason text,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (study_id, number)
  )`,
  `CREATE TABLE audit_checkpoint (
    study_id uuid NOT NULL REFERENCES study,
    number integer NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    previous text,
    heads jsonb NOT NULL,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    signature text NOT NULL,
    key_id text NOT NULL,
    PRIMARY KEY (study_id, number)
  )`,
  `CREATE TABLE section_work (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    section text NOT NULL,
    department text,
    done_at timestamptz,
    done_by uuid REFERENCES person,
    comment text,
    revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    PRIMARY KEY (municipality_id, round_id, section),
    FOREIGN KEY (municipality_id, round_id) REFERENCES response,
    FOREIGN KEY (municipality_id, department) REFERENCES department,
    CHECK ((done_at IS NULL) = (done_by IS NULL))
  )`,
  `CREATE TABLE sheet_query (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    question_id bigint NOT NULL REFERENCES question,
    submission integer NOT NULL CHECK (submission > 0),
    status text NOT NULL CHECK (status IN ('OPEN', 'ANSWERED', 'CLOSED')),
    PRIMARY KEY (municipality_id, round_id, number),
    FOREIGN KEY (municipality_id, round_id) REFERENCES response
  )`,
  `CREATE TABLE sheet_query_message (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    query integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL DEFAULT now(),
    author uuid NOT NULL REFERENCES person,
    text text NOT NULL,
    PRIMARY KEY (municipality_id, round_id, query, number),
    FOREIGN KEY (municipality_id, round_id, query) REFERENCES sheet_query
  )`,
  // Who is where at this moment: gone after a crash, which is right.
  `CREATE UNLOGGED TABLE presence (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    person_id uuid NOT NULL,
    section text NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_id, round_id, person_id)
  )`,
  ...IMMUTABLE.flatMap((table) => [
    `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER ${table}_not_truncated BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ]),
];

const DOWN = [
  `DROP TABLE presence, sheet_query_message, sheet_query, section_work, audit_checkpoint, study_event, sheet_event, round_extension, department`,
  `ALTER TABLE submission DROP COLUMN provenance, DROP COLUMN section_comments, DROP COLUMN on_behalf, DROP COLUMN late, DROP COLUMN reason`,
  `ALTER TABLE answer DROP COLUMN provenance`,
  `ALTER TABLE response DROP COLUMN events, DROP COLUMN event_hash, DROP COLUMN opened_at, DROP COLUMN invited_at`,
];
