import type { ResponseStatus } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

export interface StoredResponse {
  readonly municipalityId: string;
  readonly roundId: string;
  readonly questionSetId: string;
  readonly status: ResponseStatus;
  readonly version: number;
}

const COLUMNS = `municipality_id AS "municipalityId", round_id AS "roundId", question_set_id AS "questionSetId", status, version`;

/** One municipality's sheet in one round; every path carries the municipality. */
export class ResponseRepository extends Repository {
  find(municipalityId: string, roundId: string, manager?: EntityManager): Promise<StoredResponse | null> {
    return firstRow(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM response WHERE municipality_id = $1 AND round_id = $2`,
      [municipalityId, roundId],
    );
  }

  /** Makes sure that the sheet exists; an existing one stays as it is. */
  async ensure(municipalityId: string, roundId: string, questionSetId: string, manager?: EntityManager): Promise<void> {
    await rowsOf(
      this.executor(manager),
      `INSERT INTO response (municipality_id, round_id, question_set_id, status) VALUES ($1, $2, $3, 'NOT_STARTED')
       ON CONFLICT (municipality_id, round_id) DO NOTHING`,
      [municipalityId, roundId, questionSetId],
    );
  }

  /** Moves every sheet of a round that is not handed in to another question set; answers stay with their questions. */
  async moveUnsubmitted(roundId: string, questionSetId: string, manager: EntityManager): Promise<number> {
    const rows = await rowsOf(
      manager,
      `UPDATE response SET question_set_id = $2, version = version + 1, updated_at = now()
       WHERE round_id = $1 AND question_set_id <> $2 AND status IN ('NOT_STARTED', 'DRAFT', 'RETURNED')
       RETURNING municipality_id`,
      [roundId, questionSetId],
    );
    return rows.length;
  }

  /**
   * Locks the sheet against everybody else who saves or submits. Whatever is read afterwards in this transaction is read
   * fresh (READ COMMITTED). A shared lock for savers would not do: each also counts the change on the row they share.
   */
  lock(municipalityId: string, roundId: string, manager: EntityManager): Promise<StoredResponse | null> {
    return firstRow(
      manager,
      `SELECT ${COLUMNS} FROM response WHERE municipality_id = $1 AND round_id = $2 FOR NO KEY UPDATE`,
      [municipalityId, roundId],
    );
  }

  /** Moves the sheet on, counting the change. The caller holds its lock. */
  async advance(
    municipalityId: string,
    roundId: string,
    status: ResponseStatus,
    manager: EntityManager,
  ): Promise<StoredResponse> {
    const row = await firstRow<StoredResponse>(
      manager,
      `UPDATE response SET status = $3, version = version + 1, updated_at = now()
       WHERE municipality_id = $1 AND round_id = $2 RETURNING ${COLUMNS}`,
      [municipalityId, roundId, status],
    );
    if (row === null) throw new Error('the response vanished under its lock');
    return row;
  }
}
