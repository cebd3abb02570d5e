import type { ChainedEntry, ChainHead, SheetAct, StudyAct } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { firstRow, Repository, rowsOf } from './repository.js';
import type { SheetKey } from './sheet.repository.js';

/** An event of a sheet, with the name of whoever acted. */
export interface StoredSheetEvent extends ChainedEntry {
  readonly act: SheetAct;
  readonly actorName: string;
  /** SAVE_ANSWER: revision of the answer afterwards; null otherwise. */
  readonly revision: number | null;
}

/** An event of a study, with the name of whoever acted. */
export interface StoredStudyEvent extends ChainedEntry {
  readonly act: StudyAct;
  readonly actorName: string;
}

const FIELDS = `x.number, x.at, x.actor, x.role, x.client, x.act, x.object, x.old, x.new, x.reason, x.hash,
  ${PERSON_NAME} AS "actorName"`;

const numbered = <Row extends { readonly number: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => ({ ...row, number: Number(row.number) }));

/** What was done to sheets and studies. Nothing here updates or deletes, and the database would refuse it. */
export class SheetEventRepository extends Repository {
  /** Events of a sheet after a number, in order, at most `limit`. */
  async after(
    { municipalityId, roundId }: SheetKey,
    number: number,
    { act, object, limit }: { readonly act?: SheetAct; readonly object?: string; readonly limit: number },
    manager?: EntityManager,
  ): Promise<readonly StoredSheetEvent[]> {
    return numbered(
      await rowsOf<StoredSheetEvent>(
        this.executor(manager),
        `SELECT ${FIELDS}, x.revision FROM sheet_event x LEFT JOIN person p ON p.id = x.actor
         WHERE x.municipality_id = $1 AND x.round_id = $2 AND x.number > $3 AND ($4::text IS NULL OR x.act = $4)
           AND ($5::text IS NULL OR x.object = $5) ORDER BY x.number LIMIT $6`,
        [municipalityId, roundId, number, act ?? null, object ?? null, limit],
      ),
    );
  }

  /**
   * Events of sheets by municipality, round and number, at most `limit`.
   * @param last the event after which they begin; null: the first one
   */
  async ofSheets(
    sheets: readonly SheetKey[],
    last: (SheetKey & { readonly number: number }) | null,
    limit: number,
    manager: EntityManager,
  ): Promise<readonly (StoredSheetEvent & SheetKey)[]> {
    return numbered(
      await rowsOf<StoredSheetEvent & SheetKey>(
        manager,
        `SELECT ${FIELDS}, x.revision, x.municipality_id AS "municipalityId", x.round_id AS "roundId"
         FROM sheet_event x LEFT JOIN person p ON p.id = x.actor
         WHERE (x.municipality_id, x.round_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
           AND ($3::uuid IS NULL OR (x.municipality_id, x.round_id, x.number) > ($3::uuid, $4::uuid, $5::bigint))
         ORDER BY x.municipality_id, x.round_id, x.number LIMIT $6`,
        [
          sheets.map(({ municipalityId }) => municipalityId),
          sheets.map(({ roundId }) => roundId),
          last?.municipalityId ?? null,
          last?.roundId ?? null,
          last?.number ?? null,
          limit,
        ],
      ),
    );
  }

  /** Number of the last event of a sheet; 0 where there is none. */
  async lastNumber({ municipalityId, roundId }: SheetKey): Promise<number> {
    const row = await firstRow<{ events: string }>(
      this.executor(),
      'SELECT events FROM response WHERE municipality_id = $1 AND round_id = $2',
      [municipalityId, roundId],
    );
    return Number(row?.events ?? 0);
  }

  /** Events of a study after a number, in order, at most `limit`. */
  async ofStudy(
    studyId: string,
    number: number,
    limit: number,
    manager?: EntityManager,
  ): Promise<readonly StoredStudyEvent[]> {
    return numbered(
      await rowsOf<StoredStudyEvent>(
        this.executor(manager),
        `SELECT ${FIELDS} FROM study_event x LEFT JOIN person p ON p.id = x.actor
         WHERE x.study_id = $1 AND x.number > $2 ORDER BY x.number LIMIT $3`,
        [studyId, number, limit],
      ),
    );
  }

  /**
   * The end of a study's own chain, locked until the end of the transaction so that the next event follows it.
   * @returns null where it has no event yet
   */
  async lockStudy(studyId: string, manager: EntityManager): Promise<ChainHead | null> {
    return (await this.lockStudies([studyId], manager)).get(studyId) ?? null;
  }

  /**
   * The same of several studies, locked in one order: two who lock the same ones must not wait for each other.
   * @returns by study; without an entry where there is no event yet
   */
  async lockStudies(studyIds: readonly string[], manager: EntityManager): Promise<ReadonlyMap<string, ChainHead>> {
    await rowsOf(
      manager,
      `SELECT pg_advisory_xact_lock(hashtextextended('reflexbogen audit ' || id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS asked (id) ORDER BY id COLLATE "C") AS ordered`,
      [studyIds],
    );
    const rows = await rowsOf<{ study: string; number: string; hash: string }>(
      manager,
      `SELECT study, number, hash FROM unnest($1::uuid[]) AS asked (study) CROSS JOIN LATERAL
         (SELECT number, hash FROM study_event WHERE study_id = study ORDER BY number DESC LIMIT 1) AS last`,
      [studyIds],
    );
    return new Map(rows.map(({ study, number, hash }) => [study, { number: Number(number), hash }]));
  }

  /** @param events of each study those that follow its chain */
  async appendToStudies(events: ReadonlyMap<string, readonly ChainedEntry[]>, manager: EntityManager): Promise<void> {
    const rows = [...events].flatMap(([study, entries]) => entries.map((entry) => ({ ...entry, study })));
    await rowsOf(
      manager,
      `INSERT INTO study_event (study_id, number, at, actor, role, client, act, object, old, new, reason, hash)
       SELECT study, number, at, actor, role, client, act, object, old, new, reason, hash
       FROM jsonb_to_recordset($1) AS x (study uuid, number bigint, at timestamptz, actor uuid, role text, client text,
         act text, object text, old text, new text, reason text, hash text)`,
      [JSON.stringify(rows)],
    );
  }
}
