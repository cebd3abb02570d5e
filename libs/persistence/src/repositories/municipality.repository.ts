import type { MunicipalityInfo, PanelMember } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from '../copy-rows.js';
import { municipalityId } from '../municipality-id.js';
import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';

const COLUMNS = `id, code, name, official_key AS "officialKey", attributes, attributes_by_round AS "attributesByRound",
  member_from AS "memberFrom", member_to AS "memberTo", joined_because AS "joinedBecause", left_because AS "leftBecause",
  carries_on AS "carriesOn"`;

/** A page of a panel that begins after a member. */
export interface PanelPage {
  readonly municipalities: readonly MunicipalityInfo[];
  /** Members of the whole panel. */
  readonly total: number;
  /** False where the panel has no member of that code. */
  readonly isCursorKnown: boolean;
}

export class MunicipalityRepository extends Repository {
  /**
   * The first members of panels, each after a code of its own, in one statement. Cut by windows, which run on distributed
   * tables; laterals do not.
   * @returns by study; studies without a panel are absent
   */
  async pages(
    asked: readonly { readonly studyId: string; readonly after: string | null }[],
    first: number,
  ): Promise<ReadonlyMap<string, PanelPage>> {
    type Row = MunicipalityInfo & { studyId: string; place: number; start: number | null; total: number };
    const rows = await rowsOf<Row>(
      this.executor(),
      `SELECT * FROM (
         SELECT *, (max(place) FILTER (WHERE id = ANY ($2::uuid[])) OVER (PARTITION BY "studyId"))::integer AS start FROM (
           SELECT ${COLUMNS}, study_id AS "studyId", (row_number() OVER of_study)::integer AS place,
             (count(*) OVER (PARTITION BY study_id))::integer AS total
           FROM municipality WHERE study_id = ANY ($1) WINDOW of_study AS (PARTITION BY study_id ORDER BY position)
         ) AS numbered) AS started
       WHERE place = 1 OR (place > coalesce(start, 0) AND place <= coalesce(start, 0) + $3) ORDER BY "studyId", place`,
      [
        asked.map(({ studyId }) => studyId),
        asked.flatMap(({ studyId, after }) => (after === null ? [] : [municipalityId(studyId, after)])),
        first,
      ],
    );
    return new Map(
      asked.flatMap(({ studyId, after }): [string, PanelPage][] => {
        const own = rows.filter((row) => row.studyId === studyId);
        const [head] = own;
        if (head === undefined) return [];
        const { total, start } = head;
        const municipalities = own
          .filter(({ place }) => place > (start ?? 0))
          .map(({ studyId: _study, place: _place, start: _start, total: _total, ...municipality }) => municipality);
        return [[studyId, { municipalities, total, isCursorKnown: after === null || start !== null }]];
      }),
    );
  }

  /** The whole panel in its own order. */
  listByStudy(studyId: string, manager?: EntityManager): Promise<readonly MunicipalityInfo[]> {
    return rowsOf(this.executor(manager), `SELECT ${COLUMNS} FROM municipality WHERE study_id = $1 ORDER BY position`, [
      studyId,
    ]);
  }

  findByCode(studyId: string, code: string, manager?: EntityManager): Promise<MunicipalityInfo | null> {
    return firstRow(this.executor(manager), prepared(`SELECT ${COLUMNS} FROM municipality WHERE id = $1`), [
      municipalityId(studyId, code),
    ]);
  }

  /** A member of a study by its id. */
  findById(studyId: string, id: string, manager?: EntityManager): Promise<MunicipalityInfo | null> {
    return firstRow(
      this.executor(manager),
      prepared(`SELECT ${COLUMNS} FROM municipality WHERE id = $2 AND study_id = $1`),
      [studyId, id],
    );
  }

  /** Adds members at the end of the panel and states who left it. */
  async change(
    studyId: string,
    { added, changed }: { readonly added: readonly PanelMember[]; readonly changed: readonly PanelMember[] },
    manager: EntityManager,
  ): Promise<void> {
    const row = await firstRow<{ next: number }>(
      manager,
      'SELECT coalesce(max(position) + 1, 0) AS next FROM municipality WHERE study_id = $1',
      [studyId],
    );
    await this.insertMany(studyId, added, manager, row?.next ?? 0);
    await rowsOf(
      manager,
      `UPDATE municipality m SET member_to = r.member_to, left_because = r.left_because
       FROM unnest($1::uuid[], $2::integer[], $3::text[]) AS r (id, member_to, left_because) WHERE m.id = r.id`,
      [
        changed.map(({ code }) => municipalityId(studyId, code)),
        changed.map(({ memberTo }) => memberTo),
        changed.map(({ leftBecause }) => leftBecause),
      ],
    );
  }

  async insertMany(
    studyId: string,
    municipalities: readonly PanelMember[],
    manager: EntityManager,
    first = 0,
  ): Promise<void> {
    await copyRows(
      manager,
      `municipality (id, study_id, position, code, name, official_key, attributes, attributes_by_round, member_from, member_to, joined_because, left_because, carries_on)`,
      municipalities.map((municipality, position) => [
        municipalityId(studyId, municipality.code),
        studyId,
        first + position,
        municipality.code,
        municipality.name,
        municipality.officialKey,
        JSON.stringify(municipality.attributes),
        JSON.stringify(municipality.attributesByRound),
        municipality.memberFrom,
        municipality.memberTo,
        municipality.joinedBecause,
        municipality.leftBecause,
        municipality.carriesOn ?? null,
      ]),
    );
  }
}
