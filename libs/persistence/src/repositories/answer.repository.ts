import type { Provenance } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { Repository, rowsOf } from './repository.js';

/** The working copy of one answer, its value in canonical text. */
export interface StoredAnswer {
  readonly question: string;
  /** Null where it was emptied again. */
  readonly value: string | null;
  readonly comment: string | null;
  readonly provenance: Provenance;
  readonly revision: number;
  readonly savedAt: Date;
  /** Id of a person. */
  readonly savedBy: string;
  readonly savedByName: string;
}

const COLUMNS = `q.code AS question, a.value, a.comment, a.provenance, a.revision, a.saved_at AS "savedAt", a.saved_by AS "savedBy", ${PERSON_NAME} AS "savedByName"`;
const FROM = `answer a JOIN question q ON q.id = a.question_id LEFT JOIN person p ON p.id = a.saved_by`;

export class AnswerRepository extends Repository {
  /** All answers of a sheet; as many as it has questions at most. */
  listBySheet(municipalityId: string, roundId: string, manager?: EntityManager): Promise<readonly StoredAnswer[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM ${FROM} WHERE a.municipality_id = $1 AND a.round_id = $2`,
      [municipalityId, roundId],
    );
  }
}
