import type { ResponseStatus } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

export interface StoredResponse {
  readonly municipalityId: string;
  readonly roundId: string;
  readonly questionSetId: string;
  readonly status: ResponseStatus;
  readonly version: number;
  /** How many events the sheet has. */
  readonly events: number;
  /** First time that somebody of the municipality looked at the sheet; null = nobody has. */
  readonly openedAt: Date | null;
}

export interface StoredProgress {
  readonly municipalityId: string;
  readonly status: ResponseStatus;
  readonly invited: boolean;
  readonly opened: boolean;
}

/** Of a response `r`. */
export const RESPONSE_COLUMNS = `r.municipality_id AS "municipalityId", r.round_id AS "roundId", r.question_set_id AS "questionSetId",
  r.status, r.version, r.events::float8 AS events, r.opened_at AS "openedAt"`;

/** One municipality's sheet in one round; every path carries the municipality. */
export class ResponseRepository extends Repository {
  find(municipalityId: string, roundId: string, manager?: EntityManager): Promise<StoredResponse | null> {
    return firstRow(
      this.executor(manager),
      `SELECT ${RESPONSE_COLUMNS} FROM response r WHERE r.municipality_id = $1 AND r.round_id = $2`,
      [municipalityId, roundId],
    );
  }

  /** How far every sheet of a round is; members without a sheet are not in it. */
  progressOf(roundId: string): Promise<readonly StoredProgress[]> {
    return rowsOf(
      this.executor(),
      `SELECT municipality_id AS "municipalityId", status, invited_at IS NOT NULL AS invited, opened_at IS NOT NULL AS opened
       FROM response WHERE round_id = $1`,
      [roundId],
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

  /** Notes the first invitation; a later one changes nothing. The caller holds the sheet's lock. */
  async invite(municipalityId: string, roundId: string, at: Date, manager: EntityManager): Promise<void> {
    await rowsOf(
      manager,
      `UPDATE response SET invited_at = coalesce(invited_at, $3) WHERE municipality_id = $1 AND round_id = $2`,
      [municipalityId, roundId, at],
    );
  }

  /** Notes the first look of the municipality at its sheet; a later one changes nothing. */
  async open(municipalityId: string, roundId: string, questionSetId: string, at: Date): Promise<void> {
    await rowsOf(
      this.executor(),
      `INSERT INTO response (municipality_id, round_id, question_set_id, status, opened_at) VALUES ($1, $2, $3, 'NOT_STARTED', $4)
       ON CONFLICT (municipality_id, round_id) DO UPDATE SET opened_at = excluded.opened_at WHERE response.opened_at IS NULL`,
      [municipalityId, roundId, questionSetId, at],
    );
  }
}
