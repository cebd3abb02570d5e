import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { prepared } from '../prepared.js';
import { Repository, rowsOf } from './repository.js';
import type { SheetKey } from './sheet.repository.js';

/** Work on one section of a sheet. */
export interface StoredSectionWork {
  readonly section: string;
  /** Code of the department that works on it; null = everybody. */
  readonly department: string | null;
  /** Null: not marked as done. */
  readonly doneAt: Date | null;
  readonly doneByName: string | null;
  readonly comment: string | null;
  /** Counts the changes, from 1. */
  readonly revision: number;
}

/** What is to be stored of a section's work. */
export interface SectionWork {
  readonly section: string;
  readonly department: string | null;
  readonly doneAt: Date | null;
  /** Id of a person. */
  readonly doneBy: string | null;
  readonly comment: string | null;
}

/** An office of a municipality. */
export interface Department {
  readonly code: string;
  readonly name: string;
}

/** Who works on which section. Sections that nobody has touched have no row. */
export class SectionWorkRepository extends Repository {
  listBySheet({ municipalityId, roundId }: SheetKey, manager?: EntityManager): Promise<readonly StoredSectionWork[]> {
    return rowsOf(
      this.executor(manager),
      prepared(`SELECT w.section, w.department, w.done_at AS "doneAt", w.comment, w.revision,
         CASE WHEN w.done_by IS NOT NULL THEN ${PERSON_NAME} END AS "doneByName"
       FROM section_work w LEFT JOIN person p ON p.id = w.done_by
       WHERE w.municipality_id = $1 AND w.round_id = $2 ORDER BY w.section`),
      [municipalityId, roundId],
    );
  }

  /** Stores a section's work, counting the change. The caller holds the sheet's lock. */
  async save({ municipalityId, roundId }: SheetKey, work: SectionWork, manager: EntityManager): Promise<void> {
    await rowsOf(
      manager,
      `INSERT INTO section_work AS w (municipality_id, round_id, section, department, done_at, done_by, comment)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (municipality_id, round_id, section) DO UPDATE SET department = excluded.department,
         done_at = excluded.done_at, done_by = excluded.done_by, comment = excluded.comment, revision = w.revision + 1`,
      [municipalityId, roundId, work.section, work.department, work.doneAt, work.doneBy, work.comment],
    );
  }

  /** By code; a municipality has a handful. */
  departments(municipalityId: string, manager?: EntityManager): Promise<readonly Department[]> {
    return rowsOf(
      this.executor(manager),
      'SELECT code, name FROM department WHERE municipality_id = $1 ORDER BY code LIMIT 200',
      [municipalityId],
    );
  }

  /**
   * Adds a department, or gives it another name.
   * @returns the name that it had; null = it is new. Of two at once, the second waits for the first and sees its name.
   */
  async saveDepartment(
    municipalityId: string,
    { code, name }: Department,
    manager: EntityManager,
  ): Promise<string | null> {
    const added = await rowsOf(
      manager,
      `INSERT INTO department (municipality_id, code, name) VALUES ($1, $2, $3)
       ON CONFLICT (municipality_id, code) DO NOTHING RETURNING code`,
      [municipalityId, code, name],
    );
    if (added.length > 0) return null;
    const [known] = await rowsOf<{ readonly name: string }>(
      manager,
      'SELECT name FROM department WHERE municipality_id = $1 AND code = $2 FOR UPDATE',
      [municipalityId, code],
    );
    await rowsOf(manager, 'UPDATE department SET name = $3 WHERE municipality_id = $1 AND code = $2', [
      municipalityId,
      code,
      name,
    ]);
    return known?.name ?? null;
  }
}
