import type { Scale } from '@reflexbogen/domain';
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

const COLUMNS = `code, revision, scale, saved_at AS "savedAt", saved_by_name AS "savedByName"`;

/** The library of scales that templates share. Question sets own copies, so that nothing here moves a figure. */
export class SharedScaleRepository extends Repository {
  /** The last revision of every scale, by code, at most 5000. */
  list(): Promise<readonly StoredSharedScale[]> {
    return rowsOf(
      this.executor(),
      `SELECT DISTINCT ON (code) ${COLUMNS} FROM shared_scale_revision ORDER BY code, revision DESC LIMIT 5000`,
    );
  }

  /** All revisions of a scale, the last one first. */
  revisions(code: string): Promise<readonly StoredSharedScale[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${COLUMNS} FROM shared_scale_revision WHERE code = $1 ORDER BY revision DESC LIMIT 1000`,
      [code],
    );
  }

  /** @returns null where somebody else saved this revision */
  save(
    scale: Scale,
    revision: number,
    author: { readonly id: string; readonly name: string },
  ): Promise<StoredSharedScale | null> {
    return firstRow(
      this.executor(),
      `INSERT INTO shared_scale_revision (code, revision, scale, saved_by, saved_by_name) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code, revision) DO NOTHING RETURNING ${COLUMNS}`,
      [scale.code, revision, JSON.stringify(scale), author.id, author.name],
    );
  }
}
