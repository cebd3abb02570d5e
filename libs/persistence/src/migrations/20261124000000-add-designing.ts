import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts with their history, modules, the library of scales, archived questions, and panels that change. */
export class AddDesigning20261124000000 implements MigrationInterface {
  readonly name = 'AddDesigning20261124000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const IMMUTABLE = ['question_set_version', 'module', 'module_revision', 'shared_scale_revision', 'archived_question'];

const UP = [
  `ALTER TABLE level ADD COLUMN archived boolean NOT NULL DEFAULT false`,
  `ALTER TABLE question_set ADD COLUMN modules jsonb`,
  // Languages in which everything published must be there.
  `ALTER TABLE template ADD COLUMN locales text[] NOT NULL DEFAULT '{}'`,
  // Every save of a draft, so that it can be merged with and gone back to.
  `CREATE TABLE question_set_version (
    question_set_id uuid NOT NULL REFERENCES question_set,
    version integer NOT NULL CHECK (version > 0),
    document jsonb NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now(),
    saved_by text NOT NULL,
    saved_by_name text NOT NULL,
    restored_from integer,
    PRIMARY KEY (question_set_id, version)
  )`,
  `CREATE TABLE module (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    template_id uuid NOT NULL REFERENCES template,
    code text NOT NULL,
    title jsonb NOT NULL,
    CONSTRAINT module_code_key UNIQUE (template_id, code)
  )`,
  `CREATE TABLE module_revision (
    module_id uuid NOT NULL REFERENCES module,
    revision integer NOT NULL CHECK (revision > 0),
    document jsonb NOT NULL,
    content_hash text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    published_by text NOT NULL,
    PRIMARY KEY (module_id, revision)
  )`,
  `CREATE TABLE shared_scale_revision (
    code text NOT NULL,
    revision integer NOT NULL CHECK (revision > 0),
    scale jsonb NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now(),
    saved_by text NOT NULL,
    saved_by_name text NOT NULL,
    PRIMARY KEY (code, revision)
  )`,
  `CREATE TABLE archived_question (
    question_id bigint PRIMARY KEY REFERENCES question,
    archived_at timestamptz NOT NULL DEFAULT now(),
    archived_by text NOT NULL,
    reason text
  )`,
  // A round in the field may move on to a corrected wording of its year, and to nothing else.
  `CREATE FUNCTION refuse_other_question_set() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT 1 FROM public.question_set earlier JOIN public.question_set later
                  ON later.template_id = earlier.template_id AND later.year = earlier.year AND later.revision > earlier.revision
                WHERE earlier.id = OLD.question_set_id AND later.id = NEW.question_set_id AND later.status <> 'DRAFT') THEN
       RETURN NEW;
     END IF;
     RAISE EXCEPTION 'round % cannot ask question set %', OLD.id, NEW.question_set_id USING ERRCODE = 'RB001';
   END $$`,
  `CREATE TRIGGER round_keeps_its_question_set BEFORE UPDATE OF question_set_id ON round
   FOR EACH ROW WHEN (OLD.question_set_id <> NEW.question_set_id) EXECUTE FUNCTION refuse_other_question_set()`,
  ...IMMUTABLE.flatMap((table) => [
    `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER ${table}_not_truncated BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ]),
];

const DOWN = [
  `DROP TRIGGER round_keeps_its_question_set ON round`,
  `DROP FUNCTION refuse_other_question_set()`,
  `DROP TABLE archived_question, shared_scale_revision, module_revision, module, question_set_version`,
  `ALTER TABLE template DROP COLUMN locales`,
  `ALTER TABLE question_set DROP COLUMN modules`,
  `ALTER TABLE level DROP COLUMN archived`,
];
