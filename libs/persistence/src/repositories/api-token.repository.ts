import type { EntityManager } from 'typeorm';
import { ROLES_OF_P, type StoredRole } from './person-role.repository.js';
import { firstRowOfPersons as firstRow, rowsOfPersons as rowsOf } from './person-statements.js';
import { Repository } from './repository.js';

export type ApiTokenAccess = 'READ' | 'WRITE';

/** A personal token as its owner sees it. The secret is not among what is known. */
export interface StoredApiToken {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly access: ApiTokenAccess;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
}

export interface NewApiToken {
  readonly personId: string;
  readonly name: string;
  readonly secretHash: string;
  readonly roles: readonly string[];
  readonly access: ApiTokenAccess;
  readonly lifetimeDays: number;
}

/** A token that is neither over nor revoked, of a person who is not barred, with the roles the person has now. */
export interface LiveApiToken extends StoredApiToken {
  readonly personId: string;
  readonly personName: string | null;
  readonly secretHash: string;
  readonly personRoles: readonly StoredRole[];
}

const COLUMNS = `t.id, t.name, t.roles, t.access, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
  t.revoked_at AS "revokedAt", t.last_used_at AS "lastUsedAt"`;
const ALIVE = 't.revoked_at IS NULL AND t.expires_at > clock_timestamp()';

/** Personal tokens of programs. */
export class ApiTokenRepository extends Repository {
  /** Inserts a token unless the person has as many as allowed. @returns null where there are enough */
  async create(token: NewApiToken, atMost: number, manager: EntityManager): Promise<StoredApiToken | null> {
    await rowsOf(manager, 'SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE', [token.personId]);
    return firstRow(
      manager,
      `INSERT INTO api_token AS t (person_id, name, secret_hash, roles, access, expires_at)
       SELECT $1, $2, $3, $4, $5, clock_timestamp() + make_interval(days => $6)
       WHERE (SELECT count(*) FROM api_token t WHERE t.person_id = $1 AND ${ALIVE}) < $7 RETURNING ${COLUMNS}`,
      [token.personId, token.name, token.secretHash, token.roles, token.access, token.lifetimeDays, atMost],
    );
  }

  live(id: string): Promise<LiveApiToken | null> {
    return firstRow(
      this.executor(),
      `SELECT ${COLUMNS}, t.person_id AS "personId", p.name AS "personName", t.secret_hash AS "secretHash", ${ROLES_OF_P} AS "personRoles"
       FROM api_token t JOIN person p ON p.id = t.person_id
       WHERE t.id = $1 AND ${ALIVE} AND p.disabled_at IS NULL AND p.erased_at IS NULL`,
      [id],
    );
  }

  /** Notes the use, at most once a minute over all replicas. */
  async markUsed(id: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `UPDATE api_token SET last_used_at = clock_timestamp()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')`,
      [id],
    );
  }

  /** The person's tokens, the newest first, at most 100; revoked and expired ones too. */
  of(personId: string): Promise<readonly StoredApiToken[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${COLUMNS} FROM api_token t WHERE t.person_id = $1 ORDER BY t.created_at DESC, t.id LIMIT 100`,
      [personId],
    );
  }

  /** Revokes one of the person's own tokens on every replica. @returns null where the person has no such token */
  async revoke(id: string, personId: string): Promise<StoredApiToken | null> {
    return firstRow(
      this.executor(),
      `WITH revoked AS (
         UPDATE api_token t SET revoked_at = coalesce(t.revoked_at, clock_timestamp()) WHERE t.id = $1 AND t.person_id = $2
         RETURNING t.*, pg_notify('reflexbogen_person', t.person_id::text))
       SELECT ${COLUMNS} FROM revoked t`,
      [id, personId],
    );
  }

  /** Revokes all of them. The caller ends the person's sessions, which tells the replicas. */
  async revokeAll(personId: string, manager: EntityManager): Promise<void> {
    await rowsOf(
      manager,
      'UPDATE api_token SET revoked_at = clock_timestamp() WHERE person_id = $1 AND revoked_at IS NULL',
      [personId],
    );
  }
}
