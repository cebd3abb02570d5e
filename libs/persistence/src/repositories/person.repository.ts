import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';

/** Display name of a joined person `p`; a dash once the person's data were erased. */
export const PERSON_NAME = `coalesce(p.name, '–')`;

/** Somebody known to the service. */
export interface StoredPerson {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly disabledAt: Date | null;
}

const COLUMNS = `id, name, email, locale, disabled_at AS "disabledAt"`;

/** Whoever acts: names and addresses stand here and nowhere else. */
export class PersonRepository extends Repository {
  find(id: string, manager?: EntityManager): Promise<StoredPerson | null> {
    return firstRow(this.executor(manager), prepared(`SELECT ${COLUMNS} FROM person WHERE id = $1`), [id]);
  }

  /** Display names by id; persons whose data were erased are absent. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; name: string }>(
      this.executor(),
      'SELECT id, name FROM person WHERE id = ANY ($1::uuid[]) AND name IS NOT NULL',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * The person behind a subject, made at the first act. The name follows the identity provider's.
   * @param subject issuer and subject, joined by `|`
   */
  async bySubject(subject: string, name: string, manager?: EntityManager): Promise<StoredPerson> {
    const executor = this.executor(manager);
    const read = () =>
      firstRow<StoredPerson>(executor, `SELECT ${COLUMNS} FROM person WHERE subject = $1 AND name = $2`, [
        subject,
        name,
      ]);
    const known = await read();
    if (known !== null) return known;
    const saved = await firstRow<StoredPerson>(
      executor,
      `INSERT INTO person (subject, name) VALUES ($1, $2)
       ON CONFLICT (subject) DO UPDATE SET name = excluded.name RETURNING ${COLUMNS}`,
      [subject, name],
    );
    if (saved === null) throw new Error('INSERT … RETURNING gave no row');
    return saved;
  }
}
