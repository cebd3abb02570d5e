import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named cuts of a study, and each study's policy on who sees which figure. */
export class AddFreezes20261123210000 implements MigrationInterface {
  readonly name = 'AddFreezes20261123210000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE study ADD COLUMN disclosure jsonb NOT NULL
   DEFAULT '{"smallestBase": 3, "breakdowns": [], "singleAnswers": "GRANTED"}'`,
  `CREATE TABLE data_freeze (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    study_id uuid NOT NULL REFERENCES study,
    name text NOT NULL,
    note text,
    taken_at timestamptz NOT NULL DEFAULT now(),
    taken_by text NOT NULL,
    taken_by_name text NOT NULL,
    attributes jsonb NOT NULL,
    panel jsonb NOT NULL,
    question_set_ids uuid[] NOT NULL,
    released_at timestamptz,
    released_by text,
    released_by_name text,
    suppression jsonb,
    CONSTRAINT data_freeze_name_key UNIQUE (study_id, name),
    CONSTRAINT data_freeze_release_check CHECK ((released_at IS NULL) = (suppression IS NULL))
  )`,
  // numbers: for each municipality of the panel, in its order, the number of its submission that counts; 0 = none.
  `CREATE TABLE data_freeze_round (
    freeze_id uuid NOT NULL REFERENCES data_freeze,
    round_id uuid NOT NULL REFERENCES round,
    code text NOT NULL,
    year integer NOT NULL,
    question_set_id uuid NOT NULL REFERENCES question_set,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'CLOSED')),
    numbers integer[] NOT NULL,
    PRIMARY KEY (freeze_id, round_id)
  )`,
  `CREATE INDEX data_freeze_round_round_idx ON data_freeze_round (round_id)`,
  `CREATE INDEX data_freeze_round_question_set_idx ON data_freeze_round (question_set_id)`,
  `CREATE FUNCTION refuse_change_of_freeze() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL
        AND to_jsonb(NEW) - '{released_at,released_by,released_by_name,suppression}'::text[]
          = to_jsonb(OLD) - '{released_at,released_by,released_by_name,suppression}'::text[] THEN
       RETURN NEW;
     END IF;
     RAISE EXCEPTION '% of freeze % is refused: a freeze never changes', TG_OP, OLD.name USING ERRCODE = 'RB001';
   END $$`,
  `CREATE TRIGGER freeze_immutable BEFORE UPDATE OR DELETE ON data_freeze FOR EACH ROW EXECUTE FUNCTION refuse_change_of_freeze()`,
  `CREATE TRIGGER freeze_not_truncated BEFORE TRUNCATE ON data_freeze FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER freeze_round_immutable BEFORE UPDATE OR DELETE ON data_freeze_round FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER freeze_round_not_truncated BEFORE TRUNCATE ON data_freeze_round FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

const DOWN = [
  'DROP TABLE data_freeze_round, data_freeze',
  'DROP FUNCTION refuse_change_of_freeze()',
  'ALTER TABLE study DROP COLUMN disclosure',
];
