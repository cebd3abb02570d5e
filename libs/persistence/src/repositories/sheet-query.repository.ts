import type { QueryStatus } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { Repository, rowsOf } from './repository.js';
import type { SheetKey } from './sheet.repository.js';

/** What somebody said in a query. */
export interface StoredQueryMessage {
  readonly number: number;
  readonly at: Date;
  readonly authorName: string;
  readonly text: string;
}

/** A reviewer's query on one question of a sheet. */
export interface StoredSheetQuery {
  /** From 1 within the sheet. */
  readonly number: number;
  readonly question: string;
  /** Number of the submission that it is about. */
  readonly submission: number;
  readonly status: QueryStatus;
  /** In order; the first one is the query itself. */
  readonly messages: readonly StoredQueryMessage[];
}

/** Queries and what was said in them: messages are never changed. */
export class SheetQueryRepository extends Repository {
  /** All queries of a sheet, the first one first, at most 1000. */
  async listBySheet(
    { municipalityId, roundId }: SheetKey,
    manager?: EntityManager,
  ): Promise<readonly StoredSheetQuery[]> {
    const rows = await rowsOf<
      Omit<StoredSheetQuery, 'messages'> & { messages: readonly (Omit<StoredQueryMessage, 'at'> & { at: string })[] }
    >(
      this.executor(manager),
      `SELECT s.number, q.code AS question, s.submission, s.status,
         (SELECT jsonb_agg(jsonb_build_object('number', m.number, 'at', m.at, 'authorName', ${PERSON_NAME}, 'text', m.text)
            ORDER BY m.number)
          FROM sheet_query_message m LEFT JOIN person p ON p.id = m.author
          WHERE m.municipality_id = $1 AND m.round_id = $2 AND m.query = s.number) AS messages
       FROM sheet_query s JOIN question q ON q.id = s.question_id
       WHERE s.municipality_id = $1 AND s.round_id = $2 ORDER BY s.number LIMIT 1000`,
      [municipalityId, roundId],
    );
    return rows.map((row) => ({
      ...row,
      messages: row.messages.map((message) => ({ ...message, at: new Date(message.at) })),
    }));
  }

  /**
   * Opens queries, each with its first message, in as many statements as for one. The caller holds the sheet's lock.
   * @returns their numbers, in order
   */
  async open(
    { municipalityId, roundId }: SheetKey,
    queries: readonly { readonly questionId: string; readonly text: string }[],
    { submission, author, at }: { readonly submission: number; readonly author: string; readonly at: Date },
    manager: EntityManager,
  ): Promise<readonly number[]> {
    if (queries.length === 0) return [];
    const rows = await rowsOf<{ number: number }>(
      manager,
      `INSERT INTO sheet_query (municipality_id, round_id, number, question_id, submission, status)
       SELECT $1, $2, last + position, question, $4, 'OPEN'
       FROM (SELECT coalesce(max(number), 0) AS last FROM sheet_query WHERE municipality_id = $1 AND round_id = $2) AS before,
         unnest($3::bigint[]) WITH ORDINALITY AS asked (question, position) RETURNING number`,
      [municipalityId, roundId, queries.map(({ questionId }) => questionId), submission],
    );
    const numbers = rows.map(({ number }) => number).sort((a, b) => a - b);
    await rowsOf(
      manager,
      `INSERT INTO sheet_query_message (municipality_id, round_id, query, number, at, author, text)
       SELECT $1, $2, query, 1, $5, $6, text FROM unnest($3::integer[], $4::text[]) AS asked (query, text)`,
      [municipalityId, roundId, numbers, queries.map(({ text }) => text), at, author],
    );
    return numbers;
  }

  /** Adds what somebody says. The caller holds the sheet's lock. */
  async say(
    { municipalityId, roundId }: SheetKey,
    query: number,
    { author, text }: { readonly author: string; readonly text: string },
    at: Date,
    manager: EntityManager,
  ): Promise<void> {
    await rowsOf(
      manager,
      `INSERT INTO sheet_query_message (municipality_id, round_id, query, number, at, author, text)
       SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6 FROM sheet_query_message
       WHERE municipality_id = $1 AND round_id = $2 AND query = $3`,
      [municipalityId, roundId, query, at, author, text],
    );
  }

  /** The caller holds the sheet's lock and has asked the domain. */
  async moveTo(
    { municipalityId, roundId }: SheetKey,
    query: number,
    status: QueryStatus,
    manager: EntityManager,
  ): Promise<void> {
    await rowsOf(
      manager,
      'UPDATE sheet_query SET status = $4 WHERE municipality_id = $1 AND round_id = $2 AND number = $3',
      [municipalityId, roundId, query, status],
    );
  }
}
