import type { EntityManager } from 'typeorm';
import { ROLES_OF_P, type StoredRole } from './person-role.repository.js';
import { firstRowOfPersons as firstRow, rowsOfPersons as rowsOf } from './person-statements.js';
import { prepared } from '../prepared.js';
import { Repository } from './repository.js';

/** What decides whether somebody who has proved a subject is let in. */
export interface PersonStanding {
  readonly id: string;
  readonly name: string | null;
  /** Disabled or erased: nothing proves this person any more. */
  readonly barred: boolean;
  /** Proofs older than this prove nothing; null: none has been ended yet. */
  readonly sessionsFrom: Date | null;
}

export type SessionKind = 'COOKIE' | 'BEARER';

export interface NewSession {
  readonly secretHash: string;
  readonly personId: string;
  readonly kind: SessionKind;
  /** What the identity provider said; null: roles are those kept here. */
  readonly claims: Readonly<Record<string, unknown>> | null;
  readonly providerSession: string | null;
  /** Seconds. */
  readonly lifetime: number;
}

/** A session that is neither over nor ended, of a person who is not barred. */
export interface LiveSession {
  readonly personId: string;
  readonly name: string | null;
  readonly claims: Readonly<Record<string, unknown>> | null;
  readonly roles: readonly StoredRole[];
  readonly expiresAt: Date;
}

export interface NewLink {
  readonly secretHash: string;
  readonly personId: string;
  /** Seconds. */
  readonly lifetime: number;
}

/** Attempts that one key may make within an hour. */
export interface RequestLimit {
  readonly key: string;
  readonly perHour: number;
}

const STANDING = `p.id, p.name, (p.disabled_at IS NOT NULL OR p.erased_at IS NOT NULL) AS barred, p.sessions_from AS "sessionsFrom"`;
const NOT_BARRED = 'p.disabled_at IS NULL AND p.erased_at IS NULL';
const ENDED = 'sessions_from = greatest(p.sessions_from, clock_timestamp())';
/** A table that anybody can make grow is swept whenever it grows. */
const SWEPT_AT_ONCE = 1_000;

/** Sessions, links and what ends them. Secrets come and go as SHA-256 only; times are the database's. */
export class SignInRepository extends Repository {
  /** @param subject issuer and subject, joined by `|` */
  standingBySubject(subject: string): Promise<PersonStanding | null> {
    return firstRow(this.executor(), prepared(`SELECT ${STANDING} FROM person p WHERE p.subject = $1`), [subject]);
  }

  /** When the person of a subject was erased, within the last month; null where none was. */
  async erasedAt(subject: string): Promise<Date | null> {
    const row = await firstRow<{ erasedAt: Date }>(
      this.executor(),
      `SELECT erased_at AS "erasedAt" FROM erased_subject WHERE subject_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
      [subject],
    );
    return row?.erasedAt ?? null;
  }

  /** Creates a session and sweeps some that are long over. @returns when it expires */
  async createSession(session: NewSession, manager?: EntityManager): Promise<Date> {
    const executor = this.executor(manager);
    await rowsOf(
      executor,
      `DELETE FROM sign_in_session WHERE secret_hash IN
         (SELECT secret_hash FROM sign_in_session WHERE expires_at < now() - interval '1 day' LIMIT ${SWEPT_AT_ONCE})`,
    );
    const row = await firstRow<{ expiresAt: Date }>(
      executor,
      `INSERT INTO sign_in_session (secret_hash, person_id, kind, claims, provider_session, expires_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6)) RETURNING expires_at AS "expiresAt"`,
      [
        session.secretHash,
        session.personId,
        session.kind,
        session.claims === null ? null : JSON.stringify(session.claims),
        session.providerSession,
        session.lifetime,
      ],
    );
    if (row === null) throw new Error('INSERT … RETURNING gave no row');
    return row.expiresAt;
  }

  liveSession(secretHash: string, kind: SessionKind): Promise<LiveSession | null> {
    return firstRow(
      this.executor(),
      `SELECT p.id AS "personId", p.name, i.claims, i.expires_at AS "expiresAt", ${ROLES_OF_P} AS roles
       FROM sign_in_session i JOIN person p ON p.id = i.person_id
       WHERE i.secret_hash = $1 AND i.kind = $2 AND i.ended_at IS NULL AND i.expires_at > clock_timestamp()
         AND ${NOT_BARRED} AND (p.sessions_from IS NULL OR i.created_at >= p.sessions_from)`,
      [secretHash, kind],
    );
  }

  /** Signs one browser or program out. @returns whether there was a session to end */
  async endSession(secretHash: string): Promise<boolean> {
    const row = await firstRow(
      this.executor(),
      `WITH ended AS (UPDATE sign_in_session SET ended_at = clock_timestamp() WHERE secret_hash = $1 AND ended_at IS NULL RETURNING person_id)
       SELECT pg_notify('reflexbogen_person', person_id::text) FROM ended`,
      [secretHash],
    );
    return row !== null;
  }

  /** Everything that proves the person up to now proves nothing from the commit on, on every replica. */
  async endSessions(personId: string, manager?: EntityManager): Promise<void> {
    await rowsOf(
      this.executor(manager),
      `WITH ended AS (UPDATE person p SET ${ENDED} WHERE p.id = $1 RETURNING p.id)
       SELECT pg_notify('reflexbogen_person', id::text) FROM ended`,
      [personId],
    );
  }

  /**
   * The same for a subject of the identity provider. A subject never seen becomes a person: a token that was issued before
   * and is first used later must prove nothing either.
   */
  async endSessionsOfSubject(subject: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `WITH ended AS (INSERT INTO person AS p (subject, sessions_from) VALUES ($1, clock_timestamp())
         ON CONFLICT (subject) DO UPDATE SET ${ENDED} RETURNING p.id)
       SELECT pg_notify('reflexbogen_person', id::text) FROM ended`,
      [subject],
    );
  }

  /** The same for everybody who signed in within one session (`sid`) of an issuer. */
  async endSessionsOfProvider(providerSession: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `WITH ended AS (UPDATE person p SET ${ENDED}
         WHERE p.id IN (SELECT person_id FROM sign_in_session WHERE provider_session = $1) RETURNING p.id)
       SELECT pg_notify('reflexbogen_person', id::text) FROM ended`,
      [providerSession],
    );
  }

  /**
   * Counts attempts over all replicas, in any hour and not by the clock's; a refused attempt does not count.
   * @returns false where one of the limits is used up; then none of the keys has counted
   */
  async countRequest(limits: readonly RequestLimit[], manager: EntityManager): Promise<boolean> {
    const keys = limits.map(({ key }) => key).sort();
    for (const key of keys) await rowsOf(manager, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [key]);
    await rowsOf(
      manager,
      `DELETE FROM sign_in_request WHERE id IN
         (SELECT id FROM sign_in_request WHERE requested_at < clock_timestamp() - interval '1 hour' LIMIT ${SWEPT_AT_ONCE})`,
    );
    const counts = await rowsOf<{ key: string; count: number }>(
      manager,
      `SELECT key, count(*)::integer AS count FROM sign_in_request
       WHERE key = ANY($1) AND requested_at > clock_timestamp() - interval '1 hour' GROUP BY key`,
      [keys],
    );
    const counted = new Map(counts.map(({ key, count }) => [key, count]));
    if (limits.some(({ key, perHour }) => (counted.get(key) ?? 0) >= perHour)) return false;
    await rowsOf(manager, 'INSERT INTO sign_in_request (key) SELECT unnest($1::text[])', [keys]);
    return true;
  }

  /** Persons to whom an address belongs and who sign in by link: without identity provider, with a role kept here. At most 5. */
  async personsAt(email: string, manager: EntityManager): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      manager,
      `SELECT p.id FROM person p WHERE lower(p.email) = lower($1) AND p.subject IS NULL AND ${NOT_BARRED}
         AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id)
       ORDER BY p.created_at, p.id LIMIT 5`,
      [email],
    );
    return rows.map(({ id }) => id);
  }

  /** Creates a link and sweeps some that are long over. @returns when it expires */
  async createLink({ secretHash, personId, lifetime }: NewLink, manager: EntityManager): Promise<Date> {
    await rowsOf(
      manager,
      `DELETE FROM sign_in_link WHERE secret_hash IN
         (SELECT secret_hash FROM sign_in_link WHERE expires_at < now() - interval '1 day' LIMIT ${SWEPT_AT_ONCE})`,
    );
    const row = await firstRow<{ expiresAt: Date }>(
      manager,
      `INSERT INTO sign_in_link (secret_hash, person_id, expires_at)
       VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3)) RETURNING expires_at AS "expiresAt"`,
      [secretHash, personId, lifetime],
    );
    if (row === null) throw new Error('INSERT … RETURNING gave no row');
    return row.expiresAt;
  }

  /**
   * Uses a link up. Of redemptions at once the database lets exactly one through; an act that ends the person's sessions
   * comes entirely before or entirely after.
   * @returns the person; null where the link is unknown, used, over, older than the last end of sessions, or its person barred
   */
  async redeemLink(secretHash: string, manager: EntityManager): Promise<string | null> {
    const used = await firstRow<{ personId: string; createdAt: string }>(
      manager,
      `UPDATE sign_in_link SET used_at = clock_timestamp() WHERE secret_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp()
       RETURNING person_id AS "personId", created_at::text AS "createdAt"`,
      [secretHash],
    );
    if (used === null) return null;
    // FOR SHARE waits for whoever is just disabling the person, and makes them wait for us.
    const person = await firstRow<{ id: string }>(
      manager,
      `SELECT p.id FROM person p WHERE p.id = $1 AND ${NOT_BARRED}
         AND (p.sessions_from IS NULL OR $2::timestamptz >= p.sessions_from) FOR SHARE`,
      [used.personId, used.createdAt],
    );
    return person?.id ?? null;
  }
}
