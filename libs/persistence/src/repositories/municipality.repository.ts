import type { MunicipalityInfo, PanelMember } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from '../copy-rows.js';
import { municipalityId } from '../municipality-id.js';
import { firstRow, Repository, rowsOf } from './repository.js';

const COLUMNS = `id, code, name, official_key AS "officialKey", attributes, attributes_by_round AS "attributesByRound",
  member_from AS "memberFrom", member_to AS "memberTo", joined_because AS "joinedBecause", left_because AS "leftBecause",
  carries_on AS "carriesOn"`;

export class MunicipalityRepository extends Repository {
  /** The whole panel in its own order. */
  listByStudy(studyId: string, manager?: EntityManager): Promise<readonly MunicipalityInfo[]> {
    return rowsOf(this.executor(manager), `SELECT ${COLUMNS} FROM municipality WHERE study_id = $1 ORDER BY position`, [
      studyId,
    ]);
  }

  findByCode(studyId: string, code: string, manager?: EntityManager): Promise<MunicipalityInfo | null> {
    return firstRow(this.executor(manager), `SELECT ${COLUMNS} FROM municipality WHERE id = $1`, [
      municipalityId(studyId, code),
    ]);
  }

  /** A member of a study by its id. */
  findById(studyId: string, id: string, manager?: EntityManager): Promise<MunicipalityInfo | null> {
    return firstRow(this.executor(manager), `SELECT ${COLUMNS} FROM municipality WHERE id = $2 AND study_id = $1`, [
      studyId,
      id,
    ]);
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
