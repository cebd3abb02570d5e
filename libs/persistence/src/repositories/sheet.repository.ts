import type {
  ChainedEntry,
  Provenance,
  ResponseStatus,
  RoundStatus,
  StandingAnswer,
  WindowExtension,
} from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';
import { writeSheet, type Known } from './sheet-write.js';

export interface SheetKey {
  readonly municipalityId: string;
  readonly roundId: string;
}

/** A sheet under its lock. */
export interface LockedSheet {
  readonly questionSetId: string;
  readonly status: ResponseStatus;
  readonly version: number;
  /** How many events the sheet has. */
  readonly events: number;
  /** Hash of the last one; null where there is none. */
  readonly eventHash: string | null;
}

/** An answer with the name of whoever saved it last. */
export interface NamedAnswer extends StandingAnswer {
  readonly savedByName: string;
}

/** The last submission of a sheet, without its answers. */
export interface LastSubmission {
  readonly number: number;
  readonly submittedAt: Date;
  readonly receipt: string;
}

/** What an act on a sheet has to know, read after its lock was taken. */
export interface SheetState {
  readonly round: {
    readonly code: string;
    readonly status: RoundStatus;
    readonly opensAt: Date;
    readonly closesAt: Date;
  };
  readonly extension: WindowExtension | null;
  /** Section code to the department that works on it; sections that are everybody's are absent. */
  readonly departments: ReadonlyMap<string, string>;
  readonly submission: LastSubmission | null;
  /** By question id, of the questions that were asked for. */
  readonly answers: ReadonlyMap<string, NamedAnswer>;
  /** By actor and key, joined by a blank, of the keys that were asked for. */
  readonly results: ReadonlyMap<string, { readonly payloadHash: string; readonly result: unknown }>;
}

/** A key of an act, unique for a municipality and an actor. */
export interface ActKey {
  readonly actor: string;
  readonly key: string;
}

/** What an act, or several at once, leave behind. All of it is written, or nothing. */
export interface SheetWrite {
  readonly status: ResponseStatus;
  /** Number of changes to count. */
  readonly versions: number;
  readonly events: readonly (ChainedEntry & { readonly revision?: number })[];
  /** By question id: the last state of each answer that was saved. */
  readonly answers: ReadonlyMap<string, StandingAnswer>;
  readonly results: readonly (ActKey & { readonly payloadHash: string; readonly result: unknown })[];
}

interface StateRow {
  code: string;
  status: RoundStatus;
  opensAt: Date;
  closesAt: Date;
  isExtended: boolean;
  extendedTo: Date | null;
  reason: string | null;
  departments: Record<string, string> | null;
  submission: { number: number; submittedAt: string; receipt: string } | null;
  /** Tuples: a whole sheet is made in a quarter of the time that objects take. */
  answers:
    | readonly [
        question: string,
        value: string | null,
        comment: string | null,
        revision: number,
        provenance: Provenance,
        savedAt: string,
        savedBy: string,
        savedByName: string,
      ][]
    | null;
  results: readonly { actor: string; key: string; payloadHash: string; result: unknown }[] | null;
}

/**
 * Everything that an act on one sheet reads and writes, in three statements: lock, read, write. The lock comes first and
 * alone: whoever waits for it would otherwise go on with what the other tables said before.
 */
export class SheetRepository extends Repository {
  /**
   * Locks the sheet against everybody else who saves or submits. A shared lock for savers would not do: each also counts the
   * change on the row they share. A sheet that nobody has touched yet is made.
   */
  async lock(
    { municipalityId, roundId }: SheetKey,
    questionSetId: string,
    manager: EntityManager,
  ): Promise<LockedSheet> {
    const locked = () =>
      firstRow<Omit<LockedSheet, 'events'> & { events: string }>(
        manager,
        prepared(`SELECT question_set_id AS "questionSetId", status, version, events, event_hash AS "eventHash" FROM response
         WHERE municipality_id = $1 AND round_id = $2 FOR NO KEY UPDATE`),
        [municipalityId, roundId],
      );
    let row = await locked();
    if (row === null) {
      await rowsOf(
        manager,
        prepared(`INSERT INTO response (municipality_id, round_id, question_set_id, status) VALUES ($1, $2, $3, 'NOT_STARTED')
         ON CONFLICT (municipality_id, round_id) DO NOTHING`),
        [municipalityId, roundId, questionSetId],
      );
      row = await locked();
    }
    if (row === null) throw new Error('the response vanished while it was being locked');
    return { ...row, events: Number(row.events) };
  }

  /** Reads what acts have to know. The caller holds the sheet's lock, so that none of it changes until its transaction ends. */
  async read(
    { municipalityId, roundId }: SheetKey,
    questionIds: readonly string[],
    keys: readonly ActKey[],
    manager: EntityManager,
  ): Promise<SheetState> {
    const row = await firstRow<StateRow>(
      manager,
      prepared(`SELECT o.code, o.status, o.opens_at AS "opensAt", o.closes_at AS "closesAt", e.round_id IS NOT NULL AS "isExtended",
         e.closes_at AS "extendedTo", e.reason,
         (SELECT jsonb_object_agg(section, department) FROM section_work
          WHERE municipality_id = $1 AND round_id = $2 AND department IS NOT NULL) AS departments,
         (SELECT jsonb_build_object('number', number, 'submittedAt', submitted_at, 'receipt', receipt) FROM submission
          WHERE municipality_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1) AS submission,
         (SELECT json_agg(json_build_array(a.question_id::text, a.value, a.comment, a.revision, a.provenance, a.saved_at,
            a.saved_by, ${PERSON_NAME}))
          FROM answer a LEFT JOIN person p ON p.id = a.saved_by
          WHERE a.municipality_id = $1 AND a.round_id = $2 AND a.question_id = ANY ($3::bigint[])) AS answers,
         (SELECT jsonb_agg(jsonb_build_object('actor', k.actor, 'key', k.key, 'payloadHash', k.payload_hash, 'result', k.result))
          FROM unnest($4::uuid[], $5::uuid[]) AS asked (actor, key)
          JOIN idempotency_key k ON k.municipality_id = $1 AND k.actor = asked.actor AND k.key = asked.key) AS results
       FROM round o LEFT JOIN round_extension e ON e.municipality_id = $1 AND e.round_id = o.id WHERE o.id = $2`),
      [municipalityId, roundId, questionIds, keys.map(({ actor }) => actor), keys.map(({ key }) => key)],
    );
    if (row === null) throw new Error('the round of a locked response vanished');
    return {
      round: { code: row.code, status: row.status, opensAt: row.opensAt, closesAt: row.closesAt },
      extension: row.isExtended ? { closesAt: row.extendedTo, reason: row.reason ?? '' } : null,
      departments: new Map(Object.entries(row.departments ?? {})),
      submission:
        row.submission === null ? null : { ...row.submission, submittedAt: new Date(row.submission.submittedAt) },
      answers: new Map(
        (row.answers ?? []).map(([question, value, comment, revision, provenance, savedAt, savedBy, savedByName]) => [
          question,
          { value, comment, revision, provenance, savedAt: new Date(savedAt), savedBy, savedByName },
        ]),
      ),
      results: new Map(
        (row.results ?? []).map(({ actor, key, payloadHash, result }) => [`${actor} ${key}`, { payloadHash, result }]),
      ),
    };
  }

  /** Writes what acts leave behind, in one statement. The caller holds the lock and has decided under it. */
  async write(key: SheetKey, write: SheetWrite, manager: EntityManager): Promise<void> {
    const { answers } = await writeSheet(key, write, null, manager);
    // Somebody wrote without the lock: nothing of it may stand.
    if (answers !== write.answers.size) throw new Error('an answer was changed under the lock of its sheet');
  }

  /**
   * Writes what acts leave behind that were decided on what was known of a sheet, without its lock: all of it where the sheet
   * and the window of its round are still what was known, and else nothing. Every act on a sheet counts its version or its
   * events, so that whatever else was known (extension, departments, submission, answers) is then still true as well.
   * @returns whether it was written
   */
  async writeIf(known: Known, key: SheetKey, write: SheetWrite, manager: EntityManager): Promise<boolean> {
    const { isThere, answers } = await writeSheet(key, write, known, manager);
    if (isThere && answers !== write.answers.size)
      throw new Error('an answer was changed, and its sheet does not say so');
    return isThere;
  }
}
