import type { MunicipalityInfo, RoundInfo } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { firstRow, Repository, rowsOf } from './repository.js';
import type { StoredAttribute, StoredStudy } from './study.repository.js';

/** A freeze as lists show it. */
export interface FreezeInfo {
  readonly id: string;
  readonly studyId: string;
  readonly name: string;
  readonly note: string | null;
  readonly takenAt: Date;
  readonly takenByName: string;
  /** Null: only analysts who see single answers may ask it. */
  readonly releasedAt: Date | null;
  readonly releasedByName: string | null;
}

/** A round as the freeze pins it. */
export interface PinnedRound extends RoundInfo {
  /** For each municipality of the panel, in its order, the number of the submission that counts; 0 = none. */
  readonly numbers: readonly number[];
}

export interface StoredFreeze extends FreezeInfo {
  readonly attributes: readonly StoredAttribute[];
  readonly panel: readonly MunicipalityInfo[];
  readonly questionSetIds: readonly string[];
  /** By year and code. */
  readonly rounds: readonly PinnedRound[];
  /** What is withheld from protected analysts, as JSON; null before the release. */
  readonly suppression: unknown;
}

export interface NewFreeze {
  readonly name: string;
  readonly note: string | null;
  /** Id of a person. */
  readonly takenBy: string;
}

const INFO = `f.id, f.study_id AS "studyId", f.name, f.note, f.taken_at AS "takenAt", ${PERSON_NAME} AS "takenByName",
  f.released_at AS "releasedAt", (SELECT ${PERSON_NAME} FROM person p WHERE p.id = f.released_by) AS "releasedByName"`;
const FROM = `data_freeze f JOIN person p ON p.id = f.taken_by`;

/** Named cuts. Nothing here changes one but its release, and the database would refuse it. */
export class FreezeRepository extends Repository {
  /** Latest first, at most 1000. */
  listByStudy(studyId: string): Promise<readonly FreezeInfo[]> {
    return this.listByStudies([studyId]);
  }

  /** By study, of each the latest first, at most 1000. */
  listByStudies(studyIds: readonly string[]): Promise<readonly FreezeInfo[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${INFO} FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
         SELECT d.id, d.study_id, d.name, d.note, d.taken_at, d.taken_by, d.released_at, d.released_by
         FROM data_freeze d WHERE d.study_id = asked.id ORDER BY d.taken_at DESC, d.name LIMIT 1000) f
       JOIN person p ON p.id = f.taken_by ORDER BY f.study_id, f.taken_at DESC, f.name`,
      [studyIds],
    );
  }

  async find(studyId: string, name: string): Promise<StoredFreeze | null> {
    const freeze = await firstRow<Omit<StoredFreeze, 'rounds'>>(
      this.executor(),
      `SELECT ${INFO}, attributes, panel, question_set_ids AS "questionSetIds", suppression
       FROM ${FROM} WHERE f.study_id = $1 AND f.name = $2`,
      [studyId, name],
    );
    if (freeze === null) return null;
    const rounds = await rowsOf<PinnedRound>(
      this.executor(),
      `SELECT round_id AS id, code, year, question_set_id AS "questionSetId", opens_at AS "opensAt", closes_at AS "closesAt",
         status, numbers FROM data_freeze_round WHERE freeze_id = $1 ORDER BY year, code`,
      [freeze.id],
    );
    return { ...freeze, rounds };
  }

  /**
   * Pins a study as it is now. The caller's transaction is REPEATABLE READ, so that panel, rounds and submissions are of
   * one instant.
   * @returns false where the study has a freeze of this name
   */
  async take(study: StoredStudy, freeze: NewFreeze, manager: EntityManager): Promise<boolean> {
    const row = await firstRow<{ id: string }>(
      manager,
      `INSERT INTO data_freeze (study_id, name, note, taken_by, attributes, panel, question_set_ids)
       SELECT $1, $2, $3, $4, $5,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'name', name, 'officialKey', official_key,
            'attributes', attributes, 'attributesByRound', attributes_by_round, 'memberFrom', member_from, 'memberTo', member_to,
            'joinedBecause', joined_because, 'leftBecause', left_because, 'carriesOn', carries_on) ORDER BY position), '[]')
          FROM municipality WHERE study_id = $1),
         ARRAY(SELECT id FROM question_set WHERE template_id = $6 AND status <> 'DRAFT' ORDER BY year, revision)
       ON CONFLICT (study_id, name) DO NOTHING RETURNING id`,
      [study.id, freeze.name, freeze.note, freeze.takenBy, JSON.stringify(study.attributes), study.templateId],
    );
    if (row === null) return false;
    await rowsOf(
      manager,
      `INSERT INTO data_freeze_round (freeze_id, round_id, code, year, question_set_id, opens_at, closes_at, status, numbers)
       SELECT $1, r.id, r.code, r.year, r.question_set_id, r.opens_at, r.closes_at, r.status,
         ARRAY(SELECT coalesce(last.number, 0) FROM municipality m
               LEFT JOIN (SELECT municipality_id, max(number) AS number FROM submission WHERE round_id = r.id GROUP BY 1) last
                 ON last.municipality_id = m.id
               WHERE m.study_id = $2 ORDER BY m.position)
       FROM round r WHERE r.study_id = $2`,
      [row.id, study.id],
    );
    return true;
  }

  /** @returns false where it was released already */
  async release(
    id: string,
    release: { readonly releasedBy: string; readonly suppression: unknown },
    manager: EntityManager,
  ): Promise<boolean> {
    const rows = await rowsOf(
      manager,
      `UPDATE data_freeze SET released_at = now(), released_by = $2, suppression = $3
       WHERE id = $1 AND released_at IS NULL RETURNING id`,
      [id, release.releasedBy, JSON.stringify(release.suppression)],
    );
    return rows.length > 0;
  }

  /** Names of the released freezes of a study, in order of release. */
  async released(studyId: string, manager?: EntityManager): Promise<readonly string[]> {
    const rows = await rowsOf<{ name: string }>(
      this.executor(manager),
      'SELECT name FROM data_freeze WHERE study_id = $1 AND released_at IS NOT NULL ORDER BY released_at, name',
      [studyId],
    );
    return rows.map(({ name }) => name);
  }

  /** Releases of one study happen one after another: each looks at those before it. */
  async lockReleases(studyId: string, manager: EntityManager): Promise<void> {
    await rowsOf(manager, `SELECT pg_advisory_xact_lock(hashtextextended('reflexbogen releases ' || $1::text, 0))`, [
      studyId,
    ]);
  }
}
