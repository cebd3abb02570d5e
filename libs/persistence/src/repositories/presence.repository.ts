import { PERSON_NAME } from './person.repository.js';
import { Repository, rowsOf } from './repository.js';
import type { SheetKey } from './sheet.repository.js';

/** Somebody at a sheet. */
export interface StoredPresence {
  readonly name: string;
  readonly section: string;
  readonly seenAt: Date;
}

/** Who is in which section of a sheet. Forgotten with a crash of the server. */
export class PresenceRepository extends Repository {
  async announce({ municipalityId, roundId }: SheetKey, personId: string, section: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `INSERT INTO presence (municipality_id, round_id, person_id, section) VALUES ($1, $2, $3, $4)
       ON CONFLICT (municipality_id, round_id, person_id) DO UPDATE SET section = excluded.section, seen_at = now()`,
      [municipalityId, roundId, personId, section],
    );
  }

  /** Who was seen within the last milliseconds, by name, at most 100. */
  list({ municipalityId, roundId }: SheetKey, withinMs: number): Promise<readonly StoredPresence[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${PERSON_NAME} AS name, x.section, x.seen_at AS "seenAt" FROM presence x LEFT JOIN person p ON p.id = x.person_id
       WHERE x.municipality_id = $1 AND x.round_id = $2 AND x.seen_at > now() - make_interval(secs => $3)
       ORDER BY name, x.person_id LIMIT 100`,
      [municipalityId, roundId, withinMs / 1000],
    );
  }
}
