import type { ResponseStatus } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { Repository, rowsOf } from './repository.js';

/** A person who works on the sheet of a municipality in a round. */
export interface SheetContact {
  readonly personId: string;
  readonly municipalityId: string;
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly name: string | null;
  /** Null: never stated. */
  readonly email: string | null;
  readonly locale: string;
  /** Of the municipality's sheet; NOT_STARTED where it has no row yet. */
  readonly status: ResponseStatus;
  /** End of the municipality's own window, extension included; null: without end. */
  readonly closesAt: Date | null;
  /** Whether the municipality has an extension. */
  readonly isExtended: boolean;
}

/** More than any panel has. */
const MOST_CONTACTS = 20_000;

/** Whom mails of a round may go to. */
export class MailAudienceRepository extends Repository {
  /**
   * Respondents of the municipalities that are members in the round's year, by panel position and person; at most 20,000.
   * Persons who are disabled or erased are not among them.
   */
  contacts(roundId: string, manager?: EntityManager): Promise<readonly SheetContact[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT p.id AS "personId", y.id AS "municipalityId", y.code AS "municipalityCode", y.name AS "municipalityName",
         p.name, p.email, p.locale, coalesce(s.status, 'NOT_STARTED') AS status,
         CASE WHEN x.municipality_id IS NULL THEN r.closes_at
              WHEN x.closes_at IS NOT NULL THEN greatest(x.closes_at, r.closes_at) END AS "closesAt",
         x.municipality_id IS NOT NULL AS "isExtended"
       FROM round r
         JOIN municipality y ON y.study_id = r.study_id
           AND (y.member_from IS NULL OR y.member_from <= r.year) AND (y.member_to IS NULL OR y.member_to >= r.year)
         JOIN (SELECT DISTINCT person_id, municipality_id FROM person_role WHERE role = 'RESPONDENT') c
           ON c.municipality_id = y.id
         JOIN person p ON p.id = c.person_id AND p.disabled_at IS NULL AND p.erased_at IS NULL
         LEFT JOIN response s ON s.municipality_id = y.id AND s.round_id = r.id
         LEFT JOIN round_extension x ON x.municipality_id = y.id AND x.round_id = r.id
       WHERE r.id = $1 ORDER BY y.position, p.id LIMIT ${MOST_CONTACTS}`,
      [roundId],
    );
  }

  /** Persons of one municipality who can be written to, at most 1000; with `signatory` those who hand sheets in. */
  async ofMunicipality(
    municipalityId: string,
    { signatory }: { readonly signatory: boolean },
    manager: EntityManager,
  ): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      manager,
      prepared(`SELECT DISTINCT p.id FROM person_role r JOIN person p ON p.id = r.person_id
       WHERE r.municipality_id = $1 AND r.role = 'RESPONDENT' AND (r.signatory OR NOT $2) AND p.email IS NOT NULL
         AND p.disabled_at IS NULL AND p.erased_at IS NULL ORDER BY p.id LIMIT 1000`),
      [municipalityId, signatory],
    );
    return rows.map(({ id }) => id);
  }
}
