import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What accounts and addresses have left to ask for, over all replicas. Forgotten with a crash of the server: it fills up by itself. */
export class AddRateLimits20261130100000 implements MigrationInterface {
  readonly name = 'AddRateLimits20261130100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE UNLOGGED TABLE rate_budget (
        key_hash text PRIMARY KEY CHECK (key_hash ~ '^[0-9a-f]{64}$'),
        points double precision NOT NULL CHECK (points >= 0),
        filled_at timestamptz NOT NULL
      )`,
    );
    await runner.query('CREATE INDEX rate_budget_filled_idx ON rate_budget (filled_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_budget');
  }
}
