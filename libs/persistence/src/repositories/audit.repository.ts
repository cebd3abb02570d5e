import type { ChainHead, SignedCheckpoint } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';
import type { SheetKey } from './sheet.repository.js';

/** A sheet as far as its chain goes, with what the chain must agree with. */
export interface AuditedSheet extends SheetKey {
  readonly municipality: string;
  readonly round: string;
  /** What the response says is the end of its chain; null where it has no event. */
  readonly head: ChainHead | null;
  /** The working copies: question to revision, value and comment. */
  readonly answers: readonly {
    readonly question: string;
    readonly revision: number;
    readonly value: string | null;
    readonly comment: string | null;
  }[];
}

/** Chains of a study and their checkpoints. */
export class AuditRepository extends Repository {
  /** Sheets of a study that were ever touched, in a stable order, `limit` at a time. */
  async sheets(
    studyId: string,
    after: SheetKey | null,
    limit: number,
    manager: EntityManager,
  ): Promise<readonly AuditedSheet[]> {
    const rows = await rowsOf<Omit<AuditedSheet, 'head'> & { events: string; eventHash: string | null }>(
      manager,
      `SELECT r.municipality_id AS "municipalityId", r.round_id AS "roundId", m.code AS municipality, o.code AS round,
         r.events, r.event_hash AS "eventHash",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('question', q.code, 'revision', a.revision, 'value', a.value,
            'comment', a.comment)), '[]') FROM answer a JOIN question q ON q.id = a.question_id
          WHERE a.municipality_id = r.municipality_id AND a.round_id = r.round_id) AS answers
       FROM response r JOIN municipality m ON m.id = r.municipality_id JOIN round o ON o.id = r.round_id
       WHERE m.study_id = $1 AND ($2::uuid IS NULL OR (r.municipality_id, r.round_id) > ($2::uuid, $3::uuid))
       ORDER BY r.municipality_id, r.round_id LIMIT $4`,
      [studyId, after?.municipalityId ?? null, after?.roundId ?? null, limit],
    );
    return rows.map(({ events, eventHash, ...row }) => ({
      ...row,
      head: eventHash === null ? null : { number: Number(events), hash: eventHash },
    }));
  }

  /** Ends of the sheets' chains of a study by municipality and round, joined by a blank. */
  async heads(studyId: string, manager: EntityManager): Promise<ReadonlyMap<string, ChainHead>> {
    const rows = await rowsOf<{ name: string; events: string; hash: string }>(
      manager,
      `SELECT r.municipality_id || ' ' || r.round_id AS name, r.events, r.event_hash AS hash
       FROM response r JOIN municipality m ON m.id = r.municipality_id WHERE m.study_id = $1 AND r.events > 0`,
      [studyId],
    );
    return new Map(rows.map(({ name, events, hash }) => [name, { number: Number(events), hash }]));
  }

  /** Signed checkpoints of a study in order. */
  checkpoints(studyId: string, study: string, manager?: EntityManager): Promise<readonly SignedCheckpoint[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT $2::text AS study, number, at, previous, heads, hash, signature, key_id AS "keyId"
       FROM audit_checkpoint WHERE study_id = $1 ORDER BY number LIMIT 100000`,
      [studyId, study],
    );
  }

  /** The last checkpoint's number and hash, and every head signed so far. */
  async signed(
    studyId: string,
    manager: EntityManager,
  ): Promise<{ readonly last: { number: number; hash: string } | null; readonly heads: ReadonlyMap<string, number> }> {
    const last = await firstRow<{ number: number; hash: string }>(
      manager,
      'SELECT number, hash FROM audit_checkpoint WHERE study_id = $1 ORDER BY number DESC LIMIT 1',
      [studyId],
    );
    const heads = await rowsOf<{ name: string; number: string }>(
      manager,
      `SELECT h.key AS name, max((h.value ->> 'number')::bigint) AS number FROM audit_checkpoint c, jsonb_each(c.heads) h
       WHERE c.study_id = $1 GROUP BY h.key`,
      [studyId],
    );
    return { last, heads: new Map(heads.map(({ name, number }) => [name, Number(number)])) };
  }

  async addCheckpoint(studyId: string, checkpoint: SignedCheckpoint, manager: EntityManager): Promise<void> {
    const { number, at, previous, heads, hash, signature, keyId } = checkpoint;
    await rowsOf(
      manager,
      `INSERT INTO audit_checkpoint (study_id, number, at, previous, heads, hash, signature, key_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [studyId, number, at, previous, JSON.stringify(heads), hash, signature, keyId],
    );
  }
}
