import type { WindowExtension } from '@reflexbogen/domain';
import type { StoredAnswer } from './answer.repository.js';
import { prepared } from '../prepared.js';
import { PERSON_NAME } from './person.repository.js';
import { firstRow, Repository } from './repository.js';
import { RESPONSE_COLUMNS, type StoredResponse } from './response.repository.js';
import type { StoredSectionWork } from './section-work.repository.js';
import type { LastSubmission, SheetKey } from './sheet.repository.js';

/** A sheet as it is looked at. */
export interface SheetView {
  /** Null: nobody has touched it. */
  readonly response: StoredResponse | null;
  readonly extension: WindowExtension | null;
  readonly submission: LastSubmission | null;
  /** As many as it has questions at most. */
  readonly answers: readonly StoredAnswer[];
  /** By section; sections that nobody has touched are absent. */
  readonly work: readonly StoredSectionWork[];
}

/** JSON knows no instants. */
type Told<Row, Instants extends keyof Row> = Omit<Row, Instants> & Record<Instants, string>;

type Row = { [Key in keyof StoredResponse]: StoredResponse[Key] | null } & {
  isExtended: boolean;
  extendedTo: Date | null;
  reason: string | null;
  submission: Told<LastSubmission, 'submittedAt'> | null;
  answers: readonly Told<StoredAnswer, 'savedAt'>[] | null;
  work: readonly (Omit<StoredSectionWork, 'doneAt'> & { readonly doneAt: string | null })[] | null;
};

/** Sheets for people who look at them: everything about one in one statement, without a lock. */
export class SheetViewRepository extends Repository {
  async find({ municipalityId, roundId }: SheetKey): Promise<SheetView> {
    const row = await firstRow<Row>(
      this.executor(),
      prepared(`SELECT ${RESPONSE_COLUMNS},
         e.round_id IS NOT NULL AS "isExtended", e.closes_at AS "extendedTo", e.reason,
         (SELECT json_build_object('number', number, 'submittedAt', submitted_at, 'receipt', receipt) FROM submission
          WHERE municipality_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1) AS submission,
         (SELECT json_agg(json_build_object('question', q.code, 'value', a.value, 'comment', a.comment,
            'provenance', a.provenance, 'revision', a.revision, 'savedAt', a.saved_at, 'savedBy', a.saved_by,
            'savedByName', ${PERSON_NAME}))
          FROM answer a JOIN question q ON q.id = a.question_id LEFT JOIN person p ON p.id = a.saved_by
          WHERE a.municipality_id = $1 AND a.round_id = $2) AS answers,
         (SELECT json_agg(json_build_object('section', w.section, 'department', w.department, 'doneAt', w.done_at,
            'comment', w.comment, 'revision', w.revision,
            'doneByName', CASE WHEN w.done_by IS NOT NULL THEN ${PERSON_NAME} END) ORDER BY w.section)
          FROM section_work w LEFT JOIN person p ON p.id = w.done_by
          WHERE w.municipality_id = $1 AND w.round_id = $2) AS work
       FROM round o LEFT JOIN response r ON r.municipality_id = $1 AND r.round_id = o.id
         LEFT JOIN round_extension e ON e.municipality_id = $1 AND e.round_id = o.id
       WHERE o.id = $2`),
      [municipalityId, roundId],
    );
    if (row === null) throw new Error('the round of a sheet vanished');
    const { isExtended, extendedTo, reason, submission, answers, work, ...response } = row;
    return {
      response: response.roundId === null ? null : (response as StoredResponse),
      extension: isExtended ? { closesAt: extendedTo, reason: reason ?? '' } : null,
      submission: submission === null ? null : { ...submission, submittedAt: new Date(submission.submittedAt) },
      answers: (answers ?? []).map((answer) => ({ ...answer, savedAt: new Date(answer.savedAt) })),
      work: (work ?? []).map(({ doneAt, ...rest }) => ({ ...rest, doneAt: doneAt === null ? null : new Date(doneAt) })),
    };
  }
}
