import type { QueryStatus } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { firstRow, Repository, rowsOf } from './repository.js';
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

  /** Opens a query with its first message. The caller holds the sheet's lock. @returns its number */
  async open(
    { municipalityId, roundId }: SheetKey,
    query: { readonly questionId: string; readonly submission: number; readonly author: string; readonly text: string },
    at: Date,
    manager: EntityManager,
  ): Promise<number> {
    const row = await firstRow<{ number: number }>(
      manager,
      `INSERT INTO sheet_query (municipality_id, round_id, number, question_id, submission, status)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, 'OPEN' FROM sheet_query
       WHERE municipality_id = $1 AND round_id = $2 RETURNING number`,
      [municipalityId, roundId, query.questionId, query.submission],
    );
    if (row === null) throw new Error('INSERT … RETURNING gave no row');
    await this.say({ municipalityId, roundId }, row.number, query, at, manager);
    return row.number;
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
