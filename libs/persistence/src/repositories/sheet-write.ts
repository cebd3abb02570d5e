import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { firstRow } from './repository.js';
import type { LockedSheet, SheetKey, SheetState, SheetWrite } from './sheet.repository.js';

/** What was known of a sheet when something was decided on it. */
export type Known = Pick<SheetState, 'round'> & { readonly sheet: LockedSheet };

/**
 * Everything is joined to the row that was moved: without it nothing is written. Rows come as arrays of their columns, and what
 * many of them have in common (who, when, how) comes once: a whole sheet is read from that in a third of the time that one record
 * for each row takes.
 */
const WRITE = prepared(`WITH moved AS (
     UPDATE response SET status = $3, version = version + $4, updated_at = now(), events = coalesce($5, events),
       event_hash = coalesce($6, event_hash)
     WHERE municipality_id = $1 AND round_id = $2 AND ($7::integer IS NULL
       OR version = $7 AND events = $8 AND status = $9 AND question_set_id = $10 AND EXISTS (
         SELECT 1 FROM round o WHERE o.id = $2 AND o.status = $11
         AND date_trunc('milliseconds', o.opens_at) = $12 AND date_trunc('milliseconds', o.closes_at) = $13))
     RETURNING 1),
   saved AS (
     INSERT INTO answer (municipality_id, round_id, question_id, value, comment, revision, provenance, saved_at, saved_by)
     SELECT $1, $2, a.question, a.value, a.comment, a.revision, c.provenance, c."savedAt", c."savedBy"
     FROM moved, unnest($14::bigint[], $15::text[], $16::text[], $17::integer[], $18::integer[])
         AS a (question, value, comment, revision, place)
       JOIN jsonb_to_recordset($19) AS c (place integer, provenance text, "savedAt" timestamptz, "savedBy" uuid) USING (place)
     ON CONFLICT (municipality_id, round_id, question_id) DO UPDATE SET value = excluded.value, comment = excluded.comment,
       revision = excluded.revision, provenance = excluded.provenance, saved_at = excluded.saved_at,
       saved_by = excluded.saved_by
     WHERE answer.revision < excluded.revision RETURNING 1),
   written AS (
     INSERT INTO sheet_event (municipality_id, round_id, number, at, actor, role, client, act, object, old, new, reason,
       revision, hash)
     SELECT $1, $2, e.number, c.at, c.actor, c.role, c.client, c.act, e.object, e.old, e.new, c.reason, e.revision, e.hash
     FROM moved, unnest($20::bigint[], $21::text[], $22::text[], $23::text[], $24::integer[], $25::text[], $26::integer[])
         AS e (number, object, old, new, revision, hash, place)
       JOIN jsonb_to_recordset($27)
         AS c (place integer, at timestamptz, actor uuid, role text, client text, act text, reason text) USING (place)),
   remembered AS (
     INSERT INTO idempotency_key (municipality_id, actor, key, payload_hash, result)
     SELECT $1, actor, key, "payloadHash", result
     FROM moved, jsonb_to_recordset($28) AS x (actor uuid, key uuid, "payloadHash" text, result jsonb))
   SELECT EXISTS (SELECT 1 FROM moved) AS "isThere", (SELECT count(*)::integer FROM saved) AS answers`);

/**
 * Columns of rows as arrays, the last of them with each row's place in what rows have in common, and that as JSON.
 */
function columnsOf<Row>(
  rows: readonly Row[],
  own: readonly ((row: Row) => unknown)[],
  commonOf: (row: Row) => Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const common: Readonly<Record<string, unknown>>[] = [];
  const placeOf = (row: Row): number => {
    const shared = commonOf(row);
    const last = common.at(-1);
    // Rows of one act follow each other.
    if (last === undefined || !Object.keys(shared).every((name) => shared[name] === last[name]))
      common.push({ place: common.length, ...shared });
    return common.length - 1;
  };
  return [...own.map((cell) => rows.map(cell)), rows.map(placeOf), JSON.stringify(common)];
}

/**
 * Writes what acts leave behind in one statement.
 * @param known where the sheet and the window of its round must still be that; null where the caller holds the lock
 * @returns whether the sheet was there like that, and how many answers were written
 */
export async function writeSheet(
  { municipalityId, roundId }: SheetKey,
  write: SheetWrite,
  known: Known | null,
  manager: EntityManager,
): Promise<{ readonly isThere: boolean; readonly answers: number }> {
  const head = write.events.at(-1);
  const row = await firstRow<{ isThere: boolean; answers: number }>(manager, WRITE, [
    municipalityId,
    roundId,
    write.status,
    write.versions,
    head?.number ?? null,
    head?.hash ?? null,
    known?.sheet.version ?? null,
    known?.sheet.events ?? null,
    known?.sheet.status ?? null,
    known?.sheet.questionSetId ?? null,
    known?.round.status ?? null,
    known?.round.opensAt ?? null,
    known?.round.closesAt ?? null,
    ...columnsOf(
      [...write.answers],
      [
        ([question]) => question,
        ([, { value }]) => value,
        ([, { comment }]) => comment,
        ([, { revision }]) => revision,
      ],
      ([, { provenance, savedAt, savedBy }]) => ({ provenance, savedAt, savedBy }),
    ),
    ...columnsOf(
      write.events,
      [
        ({ number }) => number,
        ({ object }) => object,
        ({ old }) => old,
        (event) => event.new,
        ({ revision }) => revision ?? null,
        ({ hash }) => hash,
      ],
      ({ at, actor, role, client, act, reason }) => ({ at, actor, role, client, act, reason }),
    ),
    JSON.stringify(write.results),
  ]);
  if (row === null) throw new Error('SELECT EXISTS gave no row');
  return row;
}
