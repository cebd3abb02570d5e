import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merged and split municipalities: whose answers one carries on. */
export class AddSuccession20261123230000 implements MigrationInterface {
  readonly name = 'AddSuccession20261123230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE municipality ADD COLUMN carries_on text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE municipality DROP COLUMN carries_on');
  }
}
