import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';

/** A budget that fills up evenly. */
export interface Budget {
  /** SHA-256, hexadecimal, of whom it belongs to. */
  readonly keyHash: string;
  /** Points when full, which is also what a minute fills in. */
  readonly perMinute: number;
}

const SWEPT_AT_ONCE = 1_000;
const PER_MINUTE = '$2::double precision';
const POINTS = '$3::double precision';
const SECONDS = 'greatest(0, extract(epoch FROM clock_timestamp() - r.filled_at))::double precision';
const LEFT = `least(${PER_MINUTE}, r.points + ${SECONDS} * ${PER_MINUTE} / 60)`;

/** Budgets that all replicas take from; times are the database's. */
export class RateBudgetRepository extends Repository {
  /**
   * Takes points out of a budget, all or none. An unknown budget is full.
   * @returns null where they were taken, else the seconds until as many could be
   */
  async take({ keyHash, perMinute }: Budget, points: number): Promise<number | null> {
    const taken = await firstRow(
      this.executor(),
      prepared(`INSERT INTO rate_budget AS r (key_hash, points, filled_at) VALUES ($1, ${PER_MINUTE} - ${POINTS}, clock_timestamp())
       ON CONFLICT (key_hash) DO UPDATE SET points = ${LEFT} - ${POINTS}, filled_at = clock_timestamp() WHERE ${LEFT} >= ${POINTS}
       RETURNING r.key_hash`),
      [keyHash, perMinute, points],
    );
    if (taken !== null) return null;
    const row = await firstRow<{ left: number }>(
      this.executor(),
      `SELECT ${LEFT} AS "left" FROM rate_budget r WHERE r.key_hash = $1`,
      [keyHash, perMinute],
    );
    return Math.max(0, ((points - (row?.left ?? 0)) * 60) / perMinute);
  }

  /** Forgets budgets that have long been full again. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.executor(),
      `DELETE FROM rate_budget WHERE key_hash IN
         (SELECT key_hash FROM rate_budget WHERE filled_at < clock_timestamp() - interval '2 minutes' LIMIT ${SWEPT_AT_ONCE})`,
    );
  }
}
