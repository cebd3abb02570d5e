import type { EntityManager } from 'typeorm';
import { firstRowOfPersons as firstRow, rowsOfPersons as rowsOf } from './person-statements.js';
import { Repository } from './repository.js';

/** A role kept here, as it is shown and compared: studies by slug, municipalities by code. */
export interface StoredRole {
  readonly role: string;
  /** Slug; null: every study. */
  readonly study: string | null;
  /** Code within the study; null for everybody but respondents. */
  readonly municipality: string | null;
  /** Code; null works on every section. */
  readonly department: string | null;
  readonly signatory: boolean;
  readonly singleAnswers: boolean;
}

/** A role as it is stored. */
export interface NewRole extends Omit<StoredRole, 'study' | 'municipality'> {
  readonly studyId: string | null;
  readonly municipalityId: string | null;
}

/** A person with the means to sign in. */
export interface StoredAccount {
  readonly id: string;
  /** Null once erased. */
  readonly name: string | null;
  readonly email: string | null;
  /** BCP 47 tag. */
  readonly locale: string;
  /** Whether an identity provider vouches for the person. */
  readonly hasProvider: boolean;
  readonly disabledAt: Date | null;
  readonly sessionsFrom: Date | null;
  readonly roles: readonly StoredRole[];
}

/** What administrators write. */
export interface AccountFields {
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
}

/** Roles of the joined person `p`, as JSON. */
export const ROLES_OF_P = `(SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'study', s.slug, 'municipality', m.code,
    'department', r.department, 'signatory', r.signatory, 'singleAnswers', r.single_answers)
    ORDER BY s.slug NULLS FIRST, m.code, r.role, r.department), '[]')
  FROM person_role r LEFT JOIN study s ON s.id = r.study_id LEFT JOIN municipality m ON m.id = r.municipality_id
  WHERE r.person_id = p.id)`;

const SELECT = `SELECT p.id, p.name, p.email, p.locale, p.subject IS NOT NULL AS "hasProvider", p.disabled_at AS "disabledAt",
  p.sessions_from AS "sessionsFrom", ${ROLES_OF_P} AS roles FROM person p`;

const LISTED = `p.erased_at IS NULL
  AND ($1::text IS NULL OR strpos(lower(p.name), lower($1)) > 0 OR strpos(lower(p.email), lower($1)) > 0)
  AND ($2::text[] IS NULL OR (EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id) AND NOT EXISTS (
    SELECT 1 FROM person_role r LEFT JOIN study s ON s.id = r.study_id
    WHERE r.person_id = p.id AND (s.slug IS NULL OR s.slug <> ALL ($2)))))
  AND ($3::text IS NULL OR EXISTS (
    SELECT 1 FROM person_role r JOIN study s ON s.id = r.study_id LEFT JOIN municipality m ON m.id = r.municipality_id
    WHERE r.person_id = p.id AND s.slug = $3 AND ($4::text IS NULL OR m.code = $4)))`;

/** Which persons are listed. */
export interface AccountFilter {
  /** Part of a name or address; null for all. */
  readonly search: string | null;
  /** Slugs: only persons all of whose roles are in these studies, and who have some; null for all persons. */
  readonly studies: readonly string[] | null;
  /** Slug: only those with a role in it; null for all. */
  readonly study: string | null;
  /** Code in that study: only those whose role there is for this municipality; null for all. */
  readonly municipality: string | null;
}

const valuesOf = ({ search, studies, study, municipality }: AccountFilter) => [search, studies, study, municipality];

/** Persons as administrators see them. Callers end the person's sessions in the transaction in which they change one. */
export class PersonRoleRepository extends Repository {
  account(id: string, manager?: EntityManager): Promise<StoredAccount | null> {
    return firstRow(this.executor(manager), `${SELECT} WHERE p.id = $1 AND p.erased_at IS NULL`, [id]);
  }

  /** Locks the person until the end of the transaction: of two changes at once, the later sees what the earlier did. */
  async lockedAccount(id: string, manager: EntityManager): Promise<StoredAccount | null> {
    await rowsOf(manager, 'SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.account(id, manager);
  }

  /**
   * Persons who are not erased, by id.
   * @param after id of the last one seen; null from the start
   * @param limit at most as many
   */
  accounts(filter: AccountFilter, after: string | null, limit: number): Promise<readonly StoredAccount[]> {
    return rowsOf(
      this.executor(),
      `${SELECT} WHERE ${LISTED} AND ($5::uuid IS NULL OR p.id > $5) ORDER BY p.id LIMIT $6`,
      [...valuesOf(filter), after, limit],
    );
  }

  /** How many `accounts` would list in all. */
  async countAccounts(filter: AccountFilter): Promise<number> {
    const row = await firstRow<{ count: number }>(
      this.executor(),
      `SELECT count(*)::integer AS count FROM person p WHERE ${LISTED}`,
      valuesOf(filter),
    );
    return row?.count ?? 0;
  }

  async create({ name, email, locale }: AccountFields, manager: EntityManager): Promise<string> {
    const row = await firstRow<{ id: string }>(
      manager,
      'INSERT INTO person (name, email, locale) VALUES ($1, $2, $3) RETURNING id',
      [name, email, locale],
    );
    if (row === null) throw new Error('INSERT … RETURNING gave no row');
    return row.id;
  }

  async change(id: string, { name, email, locale }: AccountFields, manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'UPDATE person SET name = $2, email = $3, locale = $4 WHERE id = $1', [
      id,
      name,
      email,
      locale,
    ]);
  }

  async setDisabled(id: string, disabled: boolean, manager: EntityManager): Promise<void> {
    await rowsOf(
      manager,
      'UPDATE person SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, clock_timestamp()) END WHERE id = $1',
      [id, disabled],
    );
  }

  /**
   * Where roles are to hold.
   * @param places slug of a study and code of a municipality in it; null: every study, and nobody's
   * @returns in order; an id is null where nothing was asked for, or where there is none
   */
  async places(
    places: readonly Pick<StoredRole, 'study' | 'municipality'>[],
    manager: EntityManager,
  ): Promise<readonly Pick<NewRole, 'studyId' | 'municipalityId'>[]> {
    return rowsOf(
      manager,
      `SELECT s.id AS "studyId", m.id AS "municipalityId"
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (study, municipality, position)
         LEFT JOIN study s ON s.slug = asked.study
         LEFT JOIN municipality m ON m.study_id = s.id AND m.code = asked.municipality
       ORDER BY asked.position`,
      [places.map(({ study }) => study), places.map(({ municipality }) => municipality)],
    );
  }

  /** @throws the database's refusal where a study or municipality does not exist */
  async replaceRoles(personId: string, roles: readonly NewRole[], manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'DELETE FROM person_role WHERE person_id = $1', [personId]);
    await rowsOf(
      manager,
      `INSERT INTO person_role (person_id, role, study_id, municipality_id, department, signatory, single_answers)
       SELECT $1, role, "studyId", "municipalityId", department, signatory, "singleAnswers"
       FROM jsonb_to_recordset($2) AS x (role text, "studyId" uuid, "municipalityId" uuid, department text,
         signatory boolean, "singleAnswers" boolean)`,
      [personId, JSON.stringify(roles)],
    );
  }
}
