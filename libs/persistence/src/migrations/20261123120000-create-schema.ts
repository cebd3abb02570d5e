import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole schema. `municipality_id` comes first in every key of response, answer, submission and idempotency_key, and
 * is never updated, so that the same tables can be distributed by it.
 */
export class CreateSchema20261123120000 implements MigrationInterface {
  readonly name = 'CreateSchema20261123120000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE template (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL CONSTRAINT template_slug_key UNIQUE,
    title jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE question (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    template_id uuid NOT NULL REFERENCES template,
    code text NOT NULL,
    CONSTRAINT question_code_key UNIQUE (template_id, code)
  )`,
  `CREATE TABLE question_set (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    template_id uuid NOT NULL REFERENCES template,
    year integer NOT NULL,
    revision integer NOT NULL CHECK (revision > 0),
    status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    content_hash text,
    based_on_id uuid REFERENCES question_set,
    published_at timestamptz,
    published_by text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT question_set_revision_key UNIQUE (template_id, year, revision),
    CHECK ((status = 'DRAFT') = (published_at IS NULL))
  )`,
  `CREATE INDEX question_set_based_on_idx ON question_set (based_on_id)`,
  `CREATE TABLE section (
    question_set_id uuid NOT NULL REFERENCES question_set,
    position integer NOT NULL,
    code text NOT NULL,
    title jsonb NOT NULL,
    PRIMARY KEY (question_set_id, position),
    CONSTRAINT section_code_key UNIQUE (question_set_id, code)
  )`,
  `CREATE TABLE scale (
    question_set_id uuid NOT NULL REFERENCES question_set,
    code text NOT NULL,
    position integer NOT NULL,
    ordered boolean NOT NULL,
    polarity text NOT NULL CHECK (polarity IN ('HIGHER_IS_WORSE', 'HIGHER_IS_BETTER', 'NEUTRAL')),
    boxes jsonb NOT NULL,
    missing jsonb NOT NULL,
    PRIMARY KEY (question_set_id, code)
  )`,
  `CREATE TABLE level (
    question_set_id uuid NOT NULL,
    scale_code text NOT NULL,
    rank integer NOT NULL CHECK (rank >= 0),
    code text NOT NULL,
    label jsonb NOT NULL,
    direction text CHECK (direction IN ('INCREASED', 'UNCHANGED', 'DECREASED')),
    PRIMARY KEY (question_set_id, scale_code, rank),
    FOREIGN KEY (question_set_id, scale_code) REFERENCES scale,
    CONSTRAINT level_code_key UNIQUE (question_set_id, scale_code, code)
  )`,
  `CREATE TABLE question_revision (
    question_set_id uuid NOT NULL,
    position integer NOT NULL,
    section_position integer NOT NULL,
    question_id bigint NOT NULL REFERENCES question,
    type text NOT NULL CHECK (type IN ('SCALE', 'NUMBER', 'BOOLEAN', 'CHOICE', 'MULTI_CHOICE', 'TEXT', 'GRID')),
    scale_code text,
    required boolean NOT NULL,
    visible_if text,
    required_if text,
    text jsonb NOT NULL,
    since jsonb,
    properties jsonb NOT NULL,
    PRIMARY KEY (question_set_id, position),
    FOREIGN KEY (question_set_id, section_position) REFERENCES section,
    FOREIGN KEY (question_set_id, scale_code) REFERENCES scale,
    CONSTRAINT question_revision_question_key UNIQUE (question_set_id, question_id)
  )`,
  `CREATE INDEX question_revision_section_idx ON question_revision (question_set_id, section_position)`,
  `CREATE INDEX question_revision_scale_idx ON question_revision (question_set_id, scale_code)`,
  `CREATE INDEX question_revision_question_idx ON question_revision (question_id)`,
  `CREATE TABLE study (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL CONSTRAINT study_slug_key UNIQUE,
    title jsonb NOT NULL,
    description jsonb,
    default_locale text NOT NULL,
    template_id uuid NOT NULL REFERENCES template,
    package_hash text,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX study_template_idx ON study (template_id)`,
  `CREATE TABLE attribute (
    study_id uuid NOT NULL REFERENCES study,
    code text NOT NULL,
    position integer NOT NULL,
    label jsonb NOT NULL,
    "values" jsonb,
    PRIMARY KEY (study_id, code)
  )`,
  `CREATE TABLE round (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    study_id uuid NOT NULL REFERENCES study,
    code text NOT NULL,
    year integer NOT NULL,
    question_set_id uuid NOT NULL REFERENCES question_set,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'CLOSED')),
    CONSTRAINT round_code_key UNIQUE (study_id, code),
    CHECK (closes_at > opens_at)
  )`,
  `CREATE INDEX round_question_set_idx ON round (question_set_id)`,
  // The id is made from study and code, so that the primary key keeps codes unique: a distributed table takes no other key.
  `CREATE TABLE municipality (
    id uuid PRIMARY KEY,
    study_id uuid NOT NULL REFERENCES study,
    position integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    official_key text,
    attributes jsonb NOT NULL,
    attributes_by_round jsonb NOT NULL,
    member_from integer,
    member_to integer,
    joined_because text CHECK (joined_because IN ('JOINED', 'LEFT', 'MERGED', 'SPLIT')),
    left_because text CHECK (left_because IN ('JOINED', 'LEFT', 'MERGED', 'SPLIT'))
  )`,
  `CREATE INDEX municipality_study_idx ON municipality (study_id, position)`,
  `CREATE TABLE response (
    municipality_id uuid NOT NULL REFERENCES municipality,
    round_id uuid NOT NULL REFERENCES round,
    question_set_id uuid NOT NULL REFERENCES question_set,
    status text NOT NULL CHECK (status IN ('NOT_STARTED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_id, round_id)
  )`,
  `CREATE INDEX response_round_idx ON response (round_id)`,
  `CREATE INDEX response_question_set_idx ON response (question_set_id)`,
  `CREATE TABLE answer (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    question_id bigint NOT NULL REFERENCES question,
    value text,
    comment text,
    revision integer NOT NULL CHECK (revision > 0),
    saved_at timestamptz NOT NULL DEFAULT now(),
    saved_by text NOT NULL,
    saved_by_name text NOT NULL,
    PRIMARY KEY (municipality_id, round_id, question_id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES response
  )`,
  `CREATE INDEX answer_question_idx ON answer (question_id)`,
  `CREATE SEQUENCE submission_sequence`,
  `CREATE TABLE submission (
    municipality_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    question_set_id uuid NOT NULL REFERENCES question_set,
    sequence bigint NOT NULL DEFAULT nextval('submission_sequence'),
    vector bytea NOT NULL,
    numbers bytea,
    texts jsonb,
    comments jsonb,
    answered integer NOT NULL CHECK (answered >= 0),
    submitted_at timestamptz NOT NULL,
    submitted_by text NOT NULL,
    submitted_by_name text NOT NULL,
    receipt text NOT NULL CHECK (receipt ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (municipality_id, round_id, number),
    FOREIGN KEY (municipality_id, round_id) REFERENCES response
  )`,
  `CREATE INDEX submission_round_idx ON submission (round_id)`,
  `CREATE INDEX submission_question_set_idx ON submission (question_set_id)`,
  `CREATE TABLE idempotency_key (
    municipality_id uuid NOT NULL REFERENCES municipality,
    actor text NOT NULL,
    key uuid NOT NULL,
    payload_hash text NOT NULL,
    result jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_id, actor, key)
  )`,

  // Immutability in the database itself. The first wall is the missing grants (prepare-database.ts); these are the second.
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION '% on % is refused: rows of this table are immutable', TG_OP, TG_TABLE_NAME USING ERRCODE = 'RB001';
   END $$`,
  `CREATE TRIGGER submission_immutable BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER submission_not_truncated BEFORE TRUNCATE ON submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER question_immutable BEFORE UPDATE OR DELETE ON question FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER question_not_truncated BEFORE TRUNCATE ON question FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE FUNCTION refuse_change_of_published_set() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.status = 'DRAFT' THEN
       RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
     END IF;
     IF TG_OP = 'UPDATE' AND OLD.status = 'PUBLISHED' AND NEW.status = 'RETIRED'
        AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN
       RETURN NEW;
     END IF;
     RAISE EXCEPTION '% of question set % is refused: it is %', TG_OP, OLD.id, OLD.status USING ERRCODE = 'RB001';
   END $$`,
  `CREATE TRIGGER question_set_immutable BEFORE UPDATE OR DELETE ON question_set
   FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_set()`,
  `CREATE TRIGGER question_set_not_truncated BEFORE TRUNCATE ON question_set FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // FOR SHARE: a child written while another transaction publishes waits for it, and then sees the published status.
  // The schema is named because a session's temporary tables hide others of the same name.
  `CREATE FUNCTION refuse_change_within_published_set() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     set_ids uuid[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.question_set_id] WHEN 'DELETE' THEN ARRAY[OLD.question_set_id]
                       ELSE ARRAY[OLD.question_set_id, NEW.question_set_id] END;
   BEGIN
     IF EXISTS (SELECT 1 FROM (SELECT status FROM public.question_set WHERE id = ANY (set_ids) FOR SHARE) locked
                WHERE status <> 'DRAFT') THEN
       RAISE EXCEPTION '% on % is refused: its question set is published', TG_OP, TG_TABLE_NAME USING ERRCODE = 'RB001';
     END IF;
     RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
   END $$`,
  ...['section', 'scale', 'level', 'question_revision'].flatMap((table) => [
    `CREATE TRIGGER ${table}_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION refuse_change_within_published_set()`,
    `CREATE TRIGGER ${table}_not_truncated BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ]),
];

const DOWN = [
  `DROP TABLE idempotency_key, submission, answer, response, municipality, round, attribute, study, question_revision, level,
   scale, section, question_set, question, template`,
  `DROP SEQUENCE submission_sequence`,
  `DROP FUNCTION refuse_change(), refuse_change_of_published_set(), refuse_change_within_published_set()`,
];
