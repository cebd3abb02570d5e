import type { Provenance } from './provenance.js';

/** The working copy of one answer as it stands. */
export interface StandingAnswer {
  /** Canonical text; null where it was emptied again. */
  readonly value: string | null;
  readonly comment: string | null;
  /** Counts the saves, from 1. */
  readonly revision: number;
  readonly provenance: Provenance;
  readonly savedAt: Date;
  /** Id of a person. */
  readonly savedBy: string;
}

/** One answer that an editor wants to save. */
export interface AnswerWrite {
  readonly question: string;
  readonly value: string | null;
  /** Undefined keeps the comment that stands. */
  readonly comment: string | null | undefined;
  /** Revision that the editor has seen; 0 = none. */
  readonly basedOnRevision: number;
  readonly provenance: Provenance;
}

/** What becomes of the writes of one act. */
export interface SaveDecision {
  readonly saved: readonly {
    readonly question: string;
    readonly before: StandingAnswer | null;
    readonly now: StandingAnswer;
  }[];
  /** Nothing was overwritten; `standing` is null where the answer that the editor has seen does not exist. */
  readonly conflicts: readonly { readonly write: AnswerWrite; readonly standing: StandingAnswer | null }[];
}

/**
 * Compare-and-set, answer by answer: a write counts if the answer still is what its editor has seen. Writes to different
 * questions never conflict. Pure; the caller holds the sheet's lock and stores what is saved.
 * @param standing question code to answer, as it stands now
 */
export function decideSaves(
  standing: ReadonlyMap<string, StandingAnswer>,
  writes: readonly AnswerWrite[],
  by: { readonly person: string; readonly at: Date },
): SaveDecision {
  const saved: SaveDecision['saved'][number][] = [];
  const conflicts: SaveDecision['conflicts'][number][] = [];
  for (const write of writes) {
    const before = standing.get(write.question) ?? null;
    if ((before?.revision ?? 0) !== write.basedOnRevision) {
      conflicts.push({ write, standing: before });
      continue;
    }
    saved.push({
      question: write.question,
      before,
      now: {
        value: write.value,
        comment: write.comment === undefined ? (before?.comment ?? null) : write.comment,
        revision: write.basedOnRevision + 1,
        provenance: write.provenance,
        savedAt: by.at,
        savedBy: by.person,
      },
    });
  }
  return { saved, conflicts };
}
