import { escapeLiteral } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { copyOut } from '../copy-out.js';
import type { CopyCell } from '../copy-rows.js';
import { insertRows } from '../insert-rows.js';
import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';
import type { StoredRound } from './round.repository.js';
import type { SheetKey } from './sheet.repository.js';
import { cutSql, LATEST, roundCutsSql, type SubmissionCut } from './submission-cuts.js';

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
  /** See the domain's `encodeProvenance`; null = everything was typed. */
  readonly provenance?: Uint8Array | null;
  /** Section code to comment; null = none. */
  readonly sectionComments?: Readonly<Record<string, string>> | null;
  /** Whether staff entered it for the municipality. */
  readonly onBehalf?: boolean;
  /** Whether it came after the round's own end. */
  readonly late?: boolean;
  /** Why it was corrected; null = not said. */
  readonly reason?: string | null;
  readonly submittedAt: Date;
  /** Id of a person. */
  readonly submittedBy: string;
  readonly receipt: string;
}

export interface NewSubmission extends Omit<StoredSubmission, 'sequence'> {
  readonly answered: number;
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
const COLUMNS = `${VECTOR}, round_id AS "roundId", number, texts, comments, provenance, section_comments AS "sectionComments",
  on_behalf AS "onBehalf", late, reason, submitted_at AS "submittedAt",
  submitted_by AS "submittedBy", receipt`;

/** A cell of a column that is NOT NULL. */
function stated(cell: Buffer | null | undefined): Buffer {
  if (!cell) throw new RangeError('a submission without one of its columns');
  return cell;
}

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

const bytesOf = (bytes: Uint8Array | null | undefined): Buffer | null => (bytes ? Buffer.from(bytes) : null);

const vectorOf = <Row extends VectorRow>(row: Row) => ({
  ...row,
  sequence: Number(row.sequence),
  numbers: numbersFrom(row.numbers),
});

export interface StreamOptions {
  readonly cut?: SubmissionCut;
  /** A transaction's, so that all pages show one snapshot. */
  readonly manager?: EntityManager;
  readonly pageSize?: number;
}

/** Immutable hand-ins. Nothing here updates or deletes, and the database would refuse it. */
export class SubmissionRepository extends Repository {
  /**
   * The submission of every municipality that counts, in each of several rounds under its cut. As many statements as there are
   * kinds of cuts, however many rounds.
   * @returns an entry for each round
   */
  async byRounds(
    cuts: ReadonlyMap<string, SubmissionCut>,
    source: DataSource = this.dataSource,
  ): Promise<ReadonlyMap<string, readonly SubmissionVector[]>> {
    const found = new Map<string, SubmissionVector[]>([...cuts.keys()].map((roundId) => [roundId, []]));
    const keep = (roundId: string, row: SubmissionVector): void => void found.get(roundId)?.push(row);
    const latest = [...cuts].flatMap(([roundId, { kind }]) => (kind === 'LATEST' ? [roundId] : []));
    if (latest.length > 0) await this.latestByRounds(latest, source, keep);
    for (const { sql, parameters } of roundCutsSql(VECTOR, cuts))
      for (const { roundId, ...row } of await rowsOf<VectorRow & { roundId: string }>(source.manager, sql, parameters))
        keep(roundId, vectorOf(row));
    return found;
  }

  /**
   * How the answers of submissions of these rounds came about, by sequence; where everything was typed, there is no entry. Asked
   * after the submissions themselves, it knows all of them.
   */
  async provenanceByRounds(
    roundIds: readonly string[],
    source: DataSource = this.dataSource,
  ): Promise<ReadonlyMap<number, Uint8Array>> {
    const rows = await rowsOf<{ sequence: string; provenance: Buffer }>(
      source.manager,
      'SELECT sequence, provenance FROM submission WHERE round_id = ANY ($1) AND provenance IS NOT NULL',
      [roundIds],
    );
    return new Map(rows.map(({ sequence, provenance }) => [Number(sequence), provenance]));
  }

  /** What a replica that has just started waits for: read without the way through text. */
  private async latestByRounds(
    roundIds: readonly string[],
    source: DataSource,
    keep: (roundId: string, row: SubmissionVector) => void,
  ): Promise<void> {
    const rows = await copyOut(
      source,
      `SELECT DISTINCT ON (round_id, municipality_id) round_id::text, municipality_id::text, question_set_id::text, sequence,
         vector, numbers
       FROM submission WHERE round_id IN (${roundIds.map((id) => escapeLiteral(id)).join(', ')})
       ORDER BY round_id, municipality_id, number DESC`,
    );
    for (const [round, municipality, questionSet, sequence, vector, numbers] of rows)
      keep(stated(round).toString('latin1'), {
        municipalityId: stated(municipality).toString('latin1'),
        questionSetId: stated(questionSet).toString('latin1'),
        sequence: Number(stated(sequence).readBigInt64BE()),
        vector: stated(vector),
        numbers: numbersFrom(numbers ?? null),
      });
  }

  async latest(municipalityId: string, roundId: string, manager?: EntityManager): Promise<StoredSubmission | null> {
    const row = await firstRow<SubmissionRow>(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM submission WHERE municipality_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1`,
      [municipalityId, roundId],
    );
    return row === null ? null : vectorOf(row);
  }

  /**
   * What a municipality handed in last in the latest of its rounds before a year, with that round.
   * @returns null where it has handed in nothing in any of them
   */
  async latestBefore(
    municipalityId: string,
    { studyId, year }: { readonly studyId: string; readonly year: number },
  ): Promise<{ readonly submission: StoredSubmission; readonly round: StoredRound } | null> {
    type Row = SubmissionRow & {
      round: Omit<StoredRound, 'opensAt' | 'closesAt'> & { opensAt: string; closesAt: string };
    };
    const row = await firstRow<Row>(
      this.executor(),
      `SELECT ${COLUMNS}, round FROM submission JOIN (
         SELECT id AS earlier, year, code, json_build_object('id', id, 'studyId', study_id, 'code', code, 'year', year,
           'questionSetId', question_set_id, 'opensAt', opens_at, 'closesAt', closes_at, 'status', status) AS round
         FROM round WHERE study_id = $2 AND year < $3) AS before ON round_id = earlier
       WHERE municipality_id = $1 ORDER BY year DESC, code DESC, number DESC LIMIT 1`,
      [municipalityId, studyId, year],
    );
    if (row === null) return null;
    const { round, ...submission } = row;
    return {
      submission: vectorOf(submission),
      round: { ...round, opensAt: new Date(round.opensAt), closesAt: new Date(round.closesAt) },
    };
  }

  /** All submissions of a sheet, the first one first. */
  async ofSheet(
    municipalityId: string,
    roundId: string,
    manager?: EntityManager,
  ): Promise<readonly StoredSubmission[]> {
    const rows = await rowsOf<SubmissionRow>(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM submission WHERE municipality_id = $1 AND round_id = $2 ORDER BY number LIMIT 1000`,
      [municipalityId, roundId],
    );
    return rows.map(vectorOf);
  }

  /** All submissions of sheets, of each the first one first. */
  async ofSheets(sheets: readonly SheetKey[], manager?: EntityManager): Promise<readonly StoredSubmission[]> {
    const rows = await rowsOf<SubmissionRow>(
      this.executor(manager),
      `SELECT ${COLUMNS} FROM submission WHERE (municipality_id, round_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
       ORDER BY municipality_id, round_id, number`,
      [sheets.map(({ municipalityId }) => municipalityId), sheets.map(({ roundId }) => roundId)],
    );
    return rows.map(vectorOf);
  }

  /** The submission of each of these municipalities in a round that counts under a cut, in one statement. */
  async ofMunicipalities(
    municipalityIds: readonly string[],
    roundId: string,
    cut: SubmissionCut = LATEST,
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, StoredSubmission>> {
    const { sql, parameters } = cutSql(COLUMNS, roundId, cut, municipalityIds);
    const rows = await rowsOf<SubmissionRow>(this.executor(manager), sql, parameters);
    return new Map(rows.map((row) => [row.municipalityId, vectorOf(row)]));
  }

  /** The submissions of a round with texts and comments, in the order of `municipalityIds`, `pageSize` at a time. */
  async *stream(
    roundId: string,
    municipalityIds: readonly string[],
    { cut = LATEST, manager, pageSize = 500 }: StreamOptions = {},
  ): AsyncGenerator<StoredSubmission> {
    for (let start = 0; start < municipalityIds.length; start += pageSize) {
      const ids = municipalityIds.slice(start, start + pageSize);
      const page = await this.ofMunicipalities(ids, roundId, cut, manager);
      for (const id of ids) {
        const submission = page.get(id);
        if (submission !== undefined) yield submission;
      }
    }
  }

  /** How many submissions of a round count under a cut. */
  async countByRound(roundId: string, cut: SubmissionCut = LATEST, manager?: EntityManager): Promise<number> {
    const { sql, parameters } = cutSql('municipality_id', roundId, cut);
    const row = await firstRow<{ count: string }>(
      this.executor(manager),
      `SELECT count(*) FROM (${sql}) AS counted`,
      parameters,
    );
    return Number(row?.count ?? 0);
  }

  /** The longest text of each TEXT question over all submissions of these rounds, in UTF-8 bytes. */
  async textBytes(roundIds: readonly string[], manager?: EntityManager): Promise<ReadonlyMap<string, number>> {
    const rows = await rowsOf<{ question: string; bytes: number }>(
      this.executor(manager),
      `SELECT key AS question, max(octet_length(value)) AS bytes FROM submission, jsonb_each_text(texts)
       WHERE round_id = ANY ($1) AND texts IS NOT NULL GROUP BY key`,
      [roundIds],
    );
    return new Map(rows.map(({ question, bytes }) => [question, bytes]));
  }

  /** Stores a submission and, in the same transaction, tells every replica. */
  async insert(submission: NewSubmission, studyId: string, manager: EntityManager): Promise<number> {
    const row = await firstRow<{ sequence: string }>(
      manager,
      prepared(`INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments, answered,
         submitted_at, submitted_by, receipt, provenance, section_comments, on_behalf, late, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) RETURNING sequence`),
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
        submission.receipt,
        bytesOf(submission.provenance),
        submission.sectionComments ?? null,
        submission.onBehalf ?? false,
        submission.late ?? false,
        submission.reason ?? null,
      ],
    );
    const sequence = Number(row?.sequence);
    const notice = { studyId, roundId: submission.roundId, municipalityId: submission.municipalityId, sequence };
    await rowsOf(manager, `SELECT pg_notify('reflexbogen_submission', $1)`, [JSON.stringify(notice)]);
    return sequence;
  }

  /** Loads submissions with their responses (status SUBMITTED). Responses first: submissions refer to them. */
  async insertMany(
    submissions: AsyncIterable<NewSubmission> | Iterable<NewSubmission>,
    keys: Iterable<readonly CopyCell[]>,
    manager: EntityManager,
  ): Promise<void> {
    await insertRows(manager, 'response', RESPONSE_COLUMNS, keys);
    await insertRows(manager, 'submission', SUBMISSION_COLUMNS, submissionRows(submissions));
  }
}

const RESPONSE_COLUMNS = {
  municipality_id: 'uuid',
  round_id: 'uuid',
  question_set_id: 'uuid',
  status: 'text',
  version: 'integer',
};
const SUBMISSION_COLUMNS = {
  municipality_id: 'uuid',
  round_id: 'uuid',
  number: 'integer',
  question_set_id: 'uuid',
  vector: 'bytea',
  numbers: 'bytea',
  texts: 'jsonb',
  comments: 'jsonb',
  answered: 'integer',
  submitted_at: 'timestamptz',
  submitted_by: 'uuid',
  receipt: 'text',
  provenance: 'bytea',
};

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
      submission.receipt,
      submission.provenance ?? null,
    ];
  }
}
