import type { Scale } from '@reflexbogen/domain';
import { PERSON_NAME } from './person.repository.js';
import { firstRow, Repository, rowsOf } from './repository.js';

/** One revision of a scale of the library. */
export interface StoredSharedScale {
  readonly code: string;
  /** From 1. */
  readonly revision: number;
  readonly scale: Scale;
  readonly savedAt: Date;
  readonly savedByName: string;
}

const COLUMNS = `s.code, s.revision, s.scale, s.saved_at AS "savedAt", ${PERSON_NAME} AS "savedByName"`;
const FROM = `shared_scale_revision s JOIN person p ON p.id = s.saved_by`;

/** The library of scales that templates share. Question sets own copies, so that nothing here moves a figure. */
export class SharedScaleRepository extends Repository {
  /** The last revision of every scale, by code, at most 5000. */
  list(): Promise<readonly StoredSharedScale[]> {
    return rowsOf(
      this.executor(),
      `SELECT DISTINCT ON (s.code) ${COLUMNS} FROM ${FROM} ORDER BY s.code, s.revision DESC LIMIT 5000`,
    );
  }

  /** All revisions of a scale, the last one first. */
  revisions(code: string): Promise<readonly StoredSharedScale[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${COLUMNS} FROM ${FROM} WHERE s.code = $1 ORDER BY s.revision DESC LIMIT 1000`,
      [code],
    );
  }

  /** @returns null where somebody else saved this revision */
  save(scale: Scale, revision: number, savedBy: string): Promise<StoredSharedScale | null> {
    return firstRow(
      this.executor(),
      `WITH s AS (INSERT INTO shared_scale_revision (code, revision, scale, saved_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (code, revision) DO NOTHING RETURNING *)
       SELECT ${COLUMNS} FROM s JOIN person p ON p.id = s.saved_by`,
      [scale.code, revision, JSON.stringify(scale), savedBy],
    );
  }
}
