import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

export interface IdempotentAct {
  readonly municipalityId: string;
  readonly actor: string;
  readonly key: string;
  /** Hash of what was asked for: a key used for something else is refused. */
  readonly payloadHash: string;
}

export interface StoredResult {
  readonly payloadHash: string;
  readonly result: unknown;
}

/** Results of acts by their key, stored in the transaction of the act itself. */
export class IdempotencyRepository extends Repository {
  /**
   * Serialises repetitions of one act until the end of the transaction, then looks whether it has been done.
   * @returns its stored result, or null for the first time
   */
  async claim(act: IdempotentAct, manager: EntityManager): Promise<StoredResult | null> {
    await rowsOf(manager, `SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [
      `${act.municipalityId} ${act.actor} ${act.key}`,
    ]);
    return firstRow(
      manager,
      `SELECT payload_hash AS "payloadHash", result FROM idempotency_key WHERE municipality_id = $1 AND actor = $2 AND key = $3`,
      [act.municipalityId, act.actor, act.key],
    );
  }

  async remember(act: IdempotentAct, result: unknown, manager: EntityManager): Promise<void> {
    await rowsOf(
      manager,
      'INSERT INTO idempotency_key (municipality_id, actor, key, payload_hash, result) VALUES ($1, $2, $3, $4, $5)',
      [act.municipalityId, act.actor, act.key, act.payloadHash, JSON.stringify(result)],
    );
  }
}
