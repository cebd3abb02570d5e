import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subjects whose persons were erased, as hashes and for a month: a token from before must not bring the person back. */
export class AddErasure20261124140000 implements MigrationInterface {
  readonly name = 'AddErasure20261124140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE erased_subject (
        subject_hash text PRIMARY KEY CHECK (subject_hash ~ '^[0-9a-f]{64}$'),
        erased_at timestamptz NOT NULL
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_subject');
  }
}
