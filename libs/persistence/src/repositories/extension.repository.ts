import type { WindowExtension } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';
import type { SheetKey } from './sheet.repository.js';

/** More time for single municipalities. */
export class ExtensionRepository extends Repository {
  find({ municipalityId, roundId }: SheetKey, manager?: EntityManager): Promise<WindowExtension | null> {
    return firstRow(
      this.executor(manager),
      'SELECT closes_at AS "closesAt", reason FROM round_extension WHERE municipality_id = $1 AND round_id = $2',
      [municipalityId, roundId],
    );
  }

  /** Grants an extension in place of an earlier one. */
  async grant(
    { municipalityId, roundId }: SheetKey,
    extension: WindowExtension,
    { person, at }: { readonly person: string; readonly at: Date },
    manager: EntityManager,
  ): Promise<void> {
    await rowsOf(
      manager,
      `INSERT INTO round_extension (municipality_id, round_id, closes_at, reason, granted_at, granted_by)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality_id, round_id) DO UPDATE SET closes_at = excluded.closes_at,
         reason = excluded.reason, granted_at = excluded.granted_at, granted_by = excluded.granted_by`,
      [municipalityId, roundId, extension.closesAt, extension.reason, at, person],
    );
  }

  /** Takes an extension back; where there is none, nothing happens. */
  async withdraw({ municipalityId, roundId }: SheetKey, manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'DELETE FROM round_extension WHERE municipality_id = $1 AND round_id = $2', [
      municipalityId,
      roundId,
    ]);
  }
}
