import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever acts becomes a row of `person`, and everything else refers to its id. Names and addresses stand in that one
 * table, so that they can be erased while answers, submissions and the audit stay as they are.
 */
export class AddPersons20261124100000 implements MigrationInterface {
  readonly name = 'AddPersons20261124100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Columns that say who acted, the display name that stood beside it, and whether the row refers to the person by key. */
const ACTORS = [
  { table: 'answer', id: 'saved_by', name: 'saved_by_name', refers: false },
  { table: 'submission', id: 'submitted_by', name: 'submitted_by_name', refers: true },
  { table: 'question_set', id: 'published_by', name: null, refers: true },
  { table: 'question_set_version', id: 'saved_by', name: 'saved_by_name', refers: true },
  { table: 'module_revision', id: 'published_by', name: null, refers: true },
  { table: 'shared_scale_revision', id: 'saved_by', name: 'saved_by_name', refers: true },
  { table: 'archived_question', id: 'archived_by', name: null, refers: true },
  { table: 'data_freeze', id: 'taken_by', name: 'taken_by_name', refers: true },
  { table: 'data_freeze', id: 'released_by', name: 'released_by_name', refers: true },
  { table: 'idempotency_key', id: 'actor', name: null, refers: false },
] as const;

const UP = [
  `CREATE TABLE person (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject text CONSTRAINT person_subject_key UNIQUE,
    name text,
    email text,
    locale text NOT NULL DEFAULT 'de',
    created_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz,
    erased_at timestamptz,
    CHECK (erased_at IS NULL OR (subject IS NULL AND name IS NULL AND email IS NULL AND disabled_at IS NOT NULL))
  )`,
  ...ACTORS.map(
    ({ table, id, name }) =>
      `INSERT INTO person (subject, name) SELECT DISTINCT ON (${id}) ${id}, ${name ?? id} FROM ${table} WHERE ${id} IS NOT NULL
       ORDER BY ${id} ON CONFLICT (subject) DO NOTHING`,
  ),
  `CREATE FUNCTION person_of(acting text) RETURNS uuid LANGUAGE sql STABLE AS
   $$ SELECT id FROM public.person WHERE subject = acting $$`,
  // ALTER … TYPE rewrites the table without firing row triggers: immutable rows keep everything but the name.
  ...ACTORS.flatMap(({ table, id, name, refers }) => [
    `ALTER TABLE ${table} ALTER COLUMN ${id} TYPE uuid USING person_of(${id})`,
    ...(name === null ? [] : [`ALTER TABLE ${table} DROP COLUMN ${name}`]),
    ...(refers ? [`ALTER TABLE ${table} ADD FOREIGN KEY (${id}) REFERENCES person`] : []),
  ]),
  `DROP FUNCTION person_of(text)`,
];

const DOWN = [
  ...ACTORS.filter(({ refers }) => refers).flatMap(({ table, id }) => [
    `ALTER TABLE ${table} DROP CONSTRAINT ${table}_${id}_fkey`,
  ]),
  `CREATE FUNCTION subject_of(person_id uuid) RETURNS text LANGUAGE sql STABLE AS
   $$ SELECT coalesce(subject, id::text) FROM public.person WHERE id = person_id $$`,
  `CREATE FUNCTION name_of(acting text) RETURNS text LANGUAGE sql STABLE AS
   $$ SELECT coalesce(name, '') FROM public.person WHERE coalesce(subject, id::text) = acting $$`,
  ...ACTORS.flatMap(({ table, id, name }) => [
    `ALTER TABLE ${table} ALTER COLUMN ${id} TYPE text USING subject_of(${id})`,
    ...(name === null
      ? []
      : [
          `ALTER TABLE ${table} ADD COLUMN ${name} text`,
          `ALTER TABLE ${table} ALTER COLUMN ${name} TYPE text USING name_of(${id})`,
          ...(id === 'released_by' ? [] : [`ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL`]),
        ]),
  ]),
  `DROP FUNCTION subject_of(uuid), name_of(text)`,
  `DROP TABLE person`,
];
