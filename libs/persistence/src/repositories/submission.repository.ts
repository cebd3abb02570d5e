import type { EntityManager } from 'typeorm';
import { copyRows, type CopyCell } from '../copy-rows.js';
import { firstRow, Repository, rowsOf } from './repository.js';

/** What columns are built from. */
export interface SubmissionVector {
  readonly municipalityId: string;
  readonly questionSetId: string;
  /** Order in which submissions were handed in, over all studies. */
  readonly sequence: number;
  readonly vector: Uint8Array;
  readonly numbers: Float64Array | null;
}

export interface StoredSubmission extends SubmissionVector {
  readonly roundId: string;
  readonly number: number;
  readonly texts: Readonly<Record<string, string>> | null;
  readonly comments: Readonly<Record<string, string>> | null;
  readonly submittedAt: Date;
  readonly submittedByName: string;
  readonly receipt: string;
}

export interface NewSubmission extends Omit<StoredSubmission, 'sequence'> {
  readonly answered: number;
  readonly submittedBy: string;
}

interface VectorRow {
  municipalityId: string;
  questionSetId: string;
  sequence: string;
  vector: Buffer;
  numbers: Buffer | null;
}

type SubmissionRow = VectorRow & Omit<StoredSubmission, keyof SubmissionVector>;

const VECTOR = `municipality_id AS "municipalityId", question_set_id AS "questionSetId", sequence, vector, numbers`;
const COLUMNS = `${VECTOR}, round_id AS "roundId", number, texts, comments, submitted_at AS "submittedAt",
  submitted_by_name AS "submittedByName", receipt`;

/** Float64 in little endian, whatever the machine; a copy, since a Buffer need not be aligned. */
function numbersFrom(bytes: Buffer | null): Float64Array | null {
  if (bytes === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, index) => view.getFloat64(index * 8, true));
}

export function numberBytes(numbers: Float64Array | null): Buffer | null {
  if (numbers === null) return null;
  const bytes = Buffer.alloc(numbers.length * 8);
  numbers.forEach((number, index) => bytes.writeDoubleLE(number, index * 8));
  return bytes;
}

const vectorOf = <Row extends VectorRow>(row: Row) => ({
  ...row,
  sequence: Number(row.sequence),
  numbers: numbersFrom(row.numbers),
});

/** Immutable hand-ins. Nothing here updates or deletes, and the database would refuse it. */
export class SubmissionRepository extends Repository {
  /** The last submission of every municipality in a round. */
  async latestByRound(roundId: string, manager?: EntityManager): Promise<readonly SubmissionVector[]> {
    const rows = await rowsOf<VectorRow>(
      this.executor(manager),
      `SELECT DISTINCT ON (municipality_id) ${VECTOR} FROM submission WHERE round_id = $1 ORDER BY municipality_id, number DESC`,
      [roundId],
    );
    return rows.map(vectorOf);
  }

  async latest(municipalityId: string, roundId: string, manager?: EntityManager): Promise<StoredSubmission | null> {
    const row = await firstRow<SubmissionRow>(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM submission WHERE municipality_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1`,
      [municipalityId, roundId],
    );
    return row === null ? null : vectorOf(row);
  }

  /** The last submission of each of these municipalities in a round, in one statement. */
  async latestOf(municipalityIds: readonly string[], roundId: string): Promise<ReadonlyMap<string, StoredSubmission>> {
    const rows = await rowsOf<SubmissionRow>(
      this.executor(),
      `SELECT DISTINCT ON (municipality_id) ${COLUMNS} FROM submission
       WHERE municipality_id = ANY ($1) AND round_id = $2 ORDER BY municipality_id, number DESC`,
      [municipalityIds, roundId],
    );
    return new Map(rows.map((row) => [row.municipalityId, vectorOf(row)]));
  }

  /** The last submissions of a round with texts and comments, in panel order, `pageSize` at a time. */
  async *stream(roundId: string, municipalityIds: readonly string[], pageSize = 500): AsyncGenerator<StoredSubmission> {
    for (let start = 0; start < municipalityIds.length; start += pageSize) {
      const ids = municipalityIds.slice(start, start + pageSize);
      const page = await this.latestOf(ids, roundId);
      for (const id of ids) {
        const submission = page.get(id);
        if (submission !== undefined) yield submission;
      }
    }
  }

  /** Stores a submission and, in the same transaction, tells every replica. */
  async insert(submission: NewSubmission, studyId: string, manager: EntityManager): Promise<number> {
    const row = await firstRow<{ sequence: string }>(
      manager,
      `INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments, answered,
         submitted_at, submitted_by, submitted_by_name, receipt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING sequence`,
      [
        submission.municipalityId,
        submission.roundId,
        submission.number,
        submission.questionSetId,
        Buffer.from(submission.vector),
        numberBytes(submission.numbers),
        submission.texts,
        submission.comments,
        submission.answered,
        submission.submittedAt,
        submission.submittedBy,
        submission.submittedByName,
        submission.receipt,
      ],
    );
    const sequence = Number(row?.sequence);
    const notice = { studyId, roundId: submission.roundId, municipalityId: submission.municipalityId, sequence };
    await rowsOf(manager, `SELECT pg_notify('reflexbogen_submission', $1)`, [JSON.stringify(notice)]);
    return sequence;
  }

  /** Loads submissions with their responses (status SUBMITTED) by COPY. Responses first: submissions refer to them. */
  async insertMany(
    submissions: AsyncIterable<NewSubmission> | Iterable<NewSubmission>,
    keys: Iterable<readonly CopyCell[]>,
    manager: EntityManager,
  ): Promise<void> {
    await copyRows(manager, 'response (municipality_id, round_id, question_set_id, status, version)', keys);
    await copyRows(
      manager,
      'submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments, answered, submitted_at, submitted_by, submitted_by_name, receipt)',
      submissionRows(submissions),
    );
  }
}

async function* submissionRows(
  submissions: AsyncIterable<NewSubmission> | Iterable<NewSubmission>,
): AsyncGenerator<readonly CopyCell[]> {
  for await (const submission of submissions) {
    yield [
      submission.municipalityId,
      submission.roundId,
      submission.number,
      submission.questionSetId,
      submission.vector,
      numberBytes(submission.numbers),
      submission.texts === null ? null : JSON.stringify(submission.texts),
      submission.comments === null ? null : JSON.stringify(submission.comments),
      submission.answered,
      submission.submittedAt.toISOString(),
      submission.submittedBy,
      submission.submittedByName,
      submission.receipt,
    ];
  }
}
