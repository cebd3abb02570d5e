import type { RoundInfo } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';

const COLUMNS = `id, code, year, question_set_id AS "questionSetId", opens_at AS "opensAt", closes_at AS "closesAt", status`;

export interface StoredRound extends RoundInfo {
  readonly studyId: string;
}

export class RoundRepository extends Repository {
  findById(id: string, manager?: EntityManager): Promise<StoredRound | null> {
    return firstRow(
      this.executor(manager),
      prepared(`SELECT ${COLUMNS}, study_id AS "studyId" FROM round WHERE id = $1`),
      [id],
    );
  }

  findByCode(studyId: string, code: string, manager?: EntityManager): Promise<StoredRound | null> {
    return firstRow(
      this.executor(manager),
      prepared(`SELECT ${COLUMNS}, study_id AS "studyId" FROM round WHERE study_id = $1 AND code = $2`),
      [studyId, code],
    );
  }

  /** By year and code. */
  listByStudy(studyId: string, manager?: EntityManager): Promise<readonly StoredRound[]> {
    return this.listByStudies([studyId], manager);
  }

  /** By study, year and code. */
  listByStudies(studyIds: readonly string[], manager?: EntityManager): Promise<readonly StoredRound[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT ${COLUMNS}, study_id AS "studyId" FROM round WHERE study_id = ANY ($1) ORDER BY study_id, year, code`,
      [studyIds],
    );
  }

  /** Moves a round on to a later revision of its question set; the database refuses any other. */
  async moveTo(id: string, questionSetId: string, manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'UPDATE round SET question_set_id = $2 WHERE id = $1', [id, questionSetId]);
  }

  /** Opens a planned round. @returns null where it is planned no more */
  openPlanned(
    id: string,
    window: { readonly opensAt: Date; readonly closesAt: Date },
    manager?: EntityManager,
  ): Promise<StoredRound | null> {
    return firstRow(
      this.executor(manager),
      `UPDATE round SET status = 'OPEN', opens_at = $2, closes_at = $3 WHERE id = $1 AND status = 'PLANNED'
       RETURNING ${COLUMNS}, study_id AS "studyId"`,
      [id, window.opensAt, window.closesAt],
    );
  }

  /** The round, locked against others who change it, until the end of the transaction. */
  lock(studyId: string, code: string, manager: EntityManager): Promise<StoredRound | null> {
    return firstRow(
      manager,
      `SELECT ${COLUMNS}, study_id AS "studyId" FROM round WHERE study_id = $1 AND code = $2 FOR NO KEY UPDATE`,
      [studyId, code],
    );
  }

  async setWindow(
    id: string,
    { status, opensAt, closesAt }: Pick<StoredRound, 'status' | 'opensAt' | 'closesAt'>,
    manager: EntityManager,
  ): Promise<StoredRound> {
    const row = await firstRow<StoredRound>(
      manager,
      `UPDATE round SET status = $2, opens_at = $3, closes_at = $4 WHERE id = $1 RETURNING ${COLUMNS}, study_id AS "studyId"`,
      [id, status, opensAt, closesAt],
    );
    if (row === null) throw new Error('the round vanished under its lock');
    return row;
  }

  /** @returns null where the study has a round of this code */
  async create(round: Omit<StoredRound, 'id'>, manager?: EntityManager): Promise<StoredRound | null> {
    return firstRow(
      this.executor(manager),
      `INSERT INTO round (study_id, code, year, question_set_id, opens_at, closes_at, status) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (study_id, code) DO NOTHING RETURNING ${COLUMNS}, study_id AS "studyId"`,
      [round.studyId, round.code, round.year, round.questionSetId, round.opensAt, round.closesAt, round.status],
    );
  }
}
