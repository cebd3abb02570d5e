import type { EntityManager } from 'typeorm';
import { firstRowOfPersons as firstRow, rowsOfPersons as rowsOf } from './person-statements.js';
import { Repository } from './repository.js';

/** Everything that is kept about a person, by where it is kept. Plain JSON. */
export interface PersonalData {
  readonly person: Readonly<Record<string, unknown>>;
  readonly roles: readonly Readonly<Record<string, unknown>>[];
  readonly sessions: readonly Readonly<Record<string, unknown>>[];
  readonly signInLinks: readonly Readonly<Record<string, unknown>>[];
  readonly apiTokens: readonly Readonly<Record<string, unknown>>[];
  readonly mails: readonly Readonly<Record<string, unknown>>[];
  readonly sheetActs: readonly Readonly<Record<string, unknown>>[];
  readonly studyActs: readonly Readonly<Record<string, unknown>>[];
  readonly queryMessages: readonly Readonly<Record<string, unknown>>[];
  readonly submissions: readonly Readonly<Record<string, unknown>>[];
}

/** What a run of the retention rules has removed, by rule. */
export interface RetentionOutcome {
  readonly idempotencyKeys: number;
  readonly sessions: number;
  readonly signInLinks: number;
  readonly erasedSubjects: number;
  readonly presences: number;
  readonly mailContents: number;
  readonly persons: number;
}

/** At most so many persons are erased at once; the next run goes on. */
const PERSONS_AT_ONCE = 1000;

const list = (sql: string): string => `(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (${sql}) x)`;

/** What is known about persons: handed out to them, erased, and forgotten in time. */
export class PersonDataRepository extends Repository {
  /** @returns null where there is no such person, or the person was erased */
  async of(id: string): Promise<PersonalData | null> {
    const row = await firstRow<{ data: PersonalData }>(
      this.executor(),
      `SELECT jsonb_build_object(
         'person', to_jsonb(p),
         'roles', ${list(`SELECT r.role, s.slug AS study, m.code AS municipality, r.department, r.signatory FROM person_role r
           LEFT JOIN study s ON s.id = r.study_id LEFT JOIN municipality m ON m.id = r.municipality_id WHERE r.person_id = p.id`)},
         'sessions', ${list(`SELECT kind, claims, created_at, expires_at, ended_at FROM sign_in_session WHERE person_id = p.id`)},
         'signInLinks', ${list(`SELECT created_at, expires_at, used_at FROM sign_in_link WHERE person_id = p.id`)},
         'apiTokens', ${list(`SELECT name, roles, access, created_at, expires_at, revoked_at, last_used_at FROM api_token
           WHERE person_id = p.id`)},
         'mails', ${list(`SELECT m.kind, m.status, m.data, m.created_at, m.sent_at, r.code AS round, y.code AS municipality FROM mail m
           LEFT JOIN round r ON r.id = m.round_id LEFT JOIN municipality y ON y.id = m.municipality_id WHERE m.person_id = p.id`)},
         'sheetActs', ${list(`SELECT s.slug AS study, y.code AS municipality, r.code AS round, e.number, e.at, e.role, e.client, e.act,
           e.object, e.reason FROM sheet_event e JOIN municipality y ON y.id = e.municipality_id JOIN study s ON s.id = y.study_id
           JOIN round r ON r.id = e.round_id WHERE e.actor = p.id ORDER BY e.at`)},
         'studyActs', ${list(`SELECT s.slug AS study, e.number, e.at, e.role, e.client, e.act, e.object, e.reason FROM study_event e
           JOIN study s ON s.id = e.study_id WHERE e.actor = p.id ORDER BY e.at`)},
         'queryMessages', ${list(`SELECT y.code AS municipality, r.code AS round, q.query, q.at, q.text FROM sheet_query_message q
           JOIN municipality y ON y.id = q.municipality_id JOIN round r ON r.id = q.round_id WHERE q.author = p.id ORDER BY q.at`)},
         'submissions', ${list(`SELECT y.code AS municipality, r.code AS round, u.number, u.submitted_at FROM submission u
           JOIN municipality y ON y.id = u.municipality_id JOIN round r ON r.id = u.round_id WHERE u.submitted_by = p.id
           ORDER BY u.submitted_at LIMIT 100000`)}
       ) AS data FROM person p WHERE p.id = $1 AND p.erased_at IS NULL`,
      [id],
    );
    return row?.data ?? null;
  }

  /** Ids of the studies in which a person has a role or has acted. */
  async studiesOf(id: string, manager: EntityManager): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      manager,
      `SELECT study_id AS id FROM person_role WHERE person_id = $1 AND study_id IS NOT NULL
       UNION SELECT study_id FROM study_event WHERE actor = $1
       UNION SELECT y.study_id FROM sheet_event e JOIN municipality y ON y.id = e.municipality_id WHERE e.actor = $1`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Removes what says who a person is; what the person did stays, under a pseudonym that leads nowhere any more.
   * @returns false where there is no such person, or the person was erased before
   */
  async erase(id: string, manager: EntityManager): Promise<boolean> {
    await rowsOf(
      manager,
      `INSERT INTO erased_subject (subject_hash, erased_at)
       SELECT encode(sha256(convert_to(subject, 'UTF8')), 'hex'), clock_timestamp() FROM person WHERE id = $1 AND subject IS NOT NULL
       ON CONFLICT (subject_hash) DO UPDATE SET erased_at = excluded.erased_at`,
      [id],
    );
    const rows = await rowsOf(
      manager,
      `UPDATE person SET subject = NULL, name = NULL, email = NULL, disabled_at = coalesce(disabled_at, now()), erased_at = now()
       WHERE id = $1 AND erased_at IS NULL RETURNING id`,
      [id],
    );
    if (rows.length === 0) return false;
    for (const table of ['person_role', 'sign_in_session', 'sign_in_link', 'api_token', 'presence'])
      await rowsOf(manager, `DELETE FROM ${table} WHERE person_id = $1`, [id]);
    await rowsOf(
      manager,
      `UPDATE mail SET status = CASE WHEN status IN ('QUEUED', 'DEAD') THEN 'CANCELLED' ELSE status END, data = '{}', secret = NULL
       WHERE person_id = $1`,
      [id],
    );
    await rowsOf(manager, `SELECT pg_notify('reflexbogen_person', $1)`, [id]);
    return true;
  }

  /** Removes what has served its purpose. @param personsSince persons who neither have a role nor acted since are erased */
  async retain(now: Date, personsSince: Date, manager: EntityManager): Promise<RetentionOutcome> {
    const gone = async (sql: string, ...parameters: readonly unknown[]): Promise<number> =>
      (await rowsOf(manager, `${sql} RETURNING 1`, parameters)).length;
    const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
    const forgotten = await rowsOf<{ id: string }>(
      manager,
      `SELECT p.id FROM person p WHERE p.erased_at IS NULL AND p.created_at < $1
         AND p.subject IS DISTINCT FROM 'reflexbogen|service'
         AND NOT EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM sign_in_session s WHERE s.person_id = p.id AND s.created_at >= $1)
         AND NOT EXISTS (SELECT 1 FROM study_event e WHERE e.actor = p.id AND e.at >= $1)
         AND NOT EXISTS (SELECT 1 FROM sheet_event e WHERE e.actor = p.id AND e.at >= $1)
       ORDER BY p.id LIMIT ${PERSONS_AT_ONCE}`,
      [personsSince],
    );
    for (const { id } of forgotten) await this.erase(id, manager);
    return {
      idempotencyKeys: await gone('DELETE FROM idempotency_key WHERE created_at < $1', before(30)),
      sessions: await gone('DELETE FROM sign_in_session WHERE expires_at < $1', before(30)),
      signInLinks: await gone('DELETE FROM sign_in_link WHERE expires_at < $1', before(30)),
      erasedSubjects: await gone('DELETE FROM erased_subject WHERE erased_at < $1', before(31)),
      presences: await gone('DELETE FROM presence WHERE seen_at < $1', before(1)),
      mailContents: await gone(
        `UPDATE mail SET data = '{}' WHERE status <> 'QUEUED' AND created_at < $1 AND data <> '{}'`,
        before(365),
      ),
      persons: forgotten.length,
    };
  }
}
