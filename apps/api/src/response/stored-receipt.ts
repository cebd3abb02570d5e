import { decodeSubmission, layoutOf, provenanceAt, receiptOf } from '@reflexbogen/domain';
import type { StoredSubmission } from '@reflexbogen/persistence';
import type { LoadedSet } from './sheet-scope.js';

/** Codes under which a submission was handed in. */
export interface ReceiptPlace {
  readonly study: string;
  readonly municipality: string;
  readonly round: string;
}

/** The receipt of a submission, computed anew from what is stored. */
export function storedReceipt(
  place: ReceiptPlace,
  { questionSet, contentHash }: Pick<LoadedSet, 'questionSet' | 'contentHash'>,
  submission: StoredSubmission,
): string {
  const answers = decodeSubmission(layoutOf(questionSet), submission);
  const provenance = new Map(
    questionSet.questions.flatMap(({ code }, position) =>
      answers.has(code) ? [[code, provenanceAt(submission.provenance ?? null, position)] as const] : [],
    ),
  );
  return receiptOf({
    ...place,
    questionSet,
    questionSetHash: contentHash,
    number: submission.number,
    answers,
    comments: new Map(Object.entries(submission.comments ?? {})),
    provenance,
    sectionComments: new Map(Object.entries(submission.sectionComments ?? {})),
  });
}
