import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

/** The working copy of one answer, its value in canonical text. */
export interface StoredAnswer {
  readonly question: string;
  /** Null where it was emptied again. */
  readonly value: string | null;
  readonly comment: string | null;
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly savedByName: string;
}

export interface AnswerSave {
  readonly municipalityId: string;
  readonly roundId: string;
  readonly questionId: string;
  readonly value: string | null;
  /** Undefined keeps the comment that stands. */
  readonly comment: string | null | undefined;
  /** 0 where the editor has seen no answer. */
  readonly basedOnRevision: number;
  readonly savedBy: string;
  readonly savedByName: string;
}

export type SaveOutcome =
  | { readonly saved: true; readonly revision: number }
  /** Null: the answer that the editor has seen does not exist. */
  | { readonly saved: false; readonly stored: StoredAnswer | null };

const COLUMNS = `q.code AS question, a.value, a.comment, a.revision, a.saved_at AS "savedAt", a.saved_by AS "savedBy", a.saved_by_name AS "savedByName"`;

export class AnswerRepository extends Repository {
  /** All answers of a sheet; as many as it has questions at most. */
  listBySheet(municipalityId: string, roundId: string, manager?: EntityManager): Promise<readonly StoredAnswer[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM answer a JOIN question q ON q.id = a.question_id WHERE a.municipality_id = $1 AND a.round_id = $2`,
      [municipalityId, roundId],
    );
  }

  /**
   * Saves one answer if it still is what the editor has seen. The comparison stands in the WHERE: of two editors at once
   * one row lock decides, and the later finds no row.
   */
  async save(save: AnswerSave, manager: EntityManager): Promise<SaveOutcome> {
    const keepsComment = save.comment === undefined;
    const key = [save.municipalityId, save.roundId, save.questionId] as const;
    const row =
      save.basedOnRevision === 0
        ? await firstRow<{ revision: number }>(
            manager,
            `INSERT INTO answer (municipality_id, round_id, question_id, value, comment, revision, saved_by, saved_by_name)
             VALUES ($1, $2, $3, $4, $5, 1, $6, $7) ON CONFLICT (municipality_id, round_id, question_id) DO NOTHING RETURNING revision`,
            [...key, save.value, save.comment ?? null, save.savedBy, save.savedByName],
          )
        : await firstRow<{ revision: number }>(
            manager,
            `UPDATE answer SET value = $4, comment = CASE WHEN $5 THEN comment ELSE $6 END, revision = revision + 1,
               saved_at = clock_timestamp(), saved_by = $7, saved_by_name = $8
             WHERE municipality_id = $1 AND round_id = $2 AND question_id = $3 AND revision = $9 RETURNING revision`,
            [
              ...key,
              save.value,
              keepsComment,
              save.comment ?? null,
              save.savedBy,
              save.savedByName,
              save.basedOnRevision,
            ],
          );
    if (row !== null) return { saved: true, revision: row.revision };
    const stored = await firstRow<StoredAnswer>(
      manager,
      `SELECT ${COLUMNS} FROM answer a JOIN question q ON q.id = a.question_id
       WHERE a.municipality_id = $1 AND a.round_id = $2 AND a.question_id = $3`,
      key,
    );
    return { saved: false, stored };
  }
}
