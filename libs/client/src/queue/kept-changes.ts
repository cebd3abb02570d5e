import type { AnswerInput } from '../generated/operations.js';
import type {
  Acknowledged,
  AnswerContent,
  Draft,
  KeptChange,
  KeptConflict,
  KeptRefusal,
  KeptSheet,
} from './answer-store.js';

/** Most answers of one saveAnswers. */
const MOST_ANSWERS = 250;
/** Characters of one saveAnswers, well below what the service takes. */
const MOST_CHARACTERS = 500_000;

/** A value as its author types it. */
export interface Typed {
  readonly question: string;
  readonly value: AnswerContent;
  readonly comment?: string | null;
  readonly provenance?: Draft['provenance'];
  /** Revision that was shown; 0 = none. */
  readonly seenRevision: number;
  readonly typedAt: string;
}

/** What saveAnswers has answered. */
export interface SaveOutcome {
  readonly saved: readonly { readonly question: string; readonly revision: number }[];
  readonly conflicts: readonly (KeptConflict & { readonly question: string })[];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

const sent = ({ batch }: KeptSheet, question: string): AnswerInput | undefined =>
  batch?.answers.find((answer) => answer.question === question);

const withDrafts = (kept: KeptSheet, change: (drafts: Map<string, Draft>) => void): KeptSheet => {
  const drafts = new Map(kept.drafts);
  change(drafts);
  return { ...kept, drafts };
};

/** The latest value takes the place of the one before, unless that one has been sent: then it waits behind it. */
export const typing =
  ({ question, seenRevision, typedAt, value, ...given }: Typed): KeptChange =>
  (kept) =>
    withDrafts(kept, (drafts) => {
      const before = drafts.get(question);
      const comment = 'comment' in given ? given.comment : before?.comment;
      drafts.set(question, {
        value,
        // On top of one's own unsent value one has seen what that one has seen, whatever arrived meanwhile.
        basedOnRevision: before?.basedOnRevision ?? sent(kept, question)?.basedOnRevision ?? seenRevision,
        typedAt,
        ...(comment === undefined ? {} : { comment }),
        ...(given.provenance === undefined ? {} : { provenance: given.provenance }),
        ...(before?.conflict === undefined ? {} : { conflict: before.conflict }),
      });
    });

/** Whether a draft goes with the next batch. */
export const isSendable = ({ conflict, refusal }: Draft): boolean => conflict === undefined && refusal === undefined;

/** Makes a batch of what waits, unless there is one: that one goes first, as it is. */
export const cutting =
  (idempotencyKey: string): KeptChange =>
  (kept) => {
    if (kept.batch !== null) return kept;
    const chosen: [string, Draft][] = [];
    let characters = 0;
    for (const [question, draft] of kept.drafts) {
      if (!isSendable(draft)) continue;
      characters += JSON.stringify([draft.value, draft.comment]).length;
      const isFull = chosen.length === MOST_ANSWERS || characters > MOST_CHARACTERS || draft.isAlone === true;
      if (chosen.length > 0 && isFull) break;
      chosen.push([question, draft]);
      if (draft.isAlone === true) break;
    }
    if (chosen.length === 0) return kept;
    const batch = {
      idempotencyKey,
      answers: chosen.map(([question, { value, comment, provenance, basedOnRevision }]) => ({
        question,
        value,
        basedOnRevision,
        ...(comment === undefined ? {} : { comment }),
        ...(provenance === undefined ? {} : { provenance }),
      })),
      typedAt: chosen.map(([, { typedAt }]) => typedAt),
    };
    return { ...withDrafts(kept, (drafts) => chosen.forEach(([question]) => drafts.delete(question))), batch };
  };

/** Enters what the service has answered to a batch. Of two tabs that were answered the same, the second changes nothing. */
export const answered =
  (idempotencyKey: string, { saved, conflicts, errors }: SaveOutcome, at: string): KeptChange =>
  (kept) => {
    const { batch } = kept;
    if (batch?.idempotencyKey !== idempotencyKey) return kept;
    if (errors.length > 0) return refused(kept, errors);
    const revisions = new Map(saved.map(({ question, revision }) => [question, revision]));
    const standing = new Map(conflicts.map(({ question, ...conflict }) => [question, conflict]));
    const drafts = new Map(kept.drafts);
    const acknowledged = new Map(kept.acknowledged);
    batch.answers.forEach((answer, index) => {
      const { question } = answer;
      const newer = drafts.get(question);
      const conflict = standing.get(question);
      // The same value by way of another key, e.g. from another device: nobody's word is lost.
      const isSame =
        conflict !== undefined && answer.comment === undefined && isSameContent(conflict.theirs, answer.value ?? null);
      const revision = revisions.get(question) ?? (isSame ? conflict?.revision : undefined);
      if (revision !== undefined) {
        acknowledged.set(question, acknowledgedOf(answer, revision, isSame && conflict ? conflict : { at, by: null }));
        if (newer !== undefined) drafts.set(question, { ...newer, basedOnRevision: revision });
      } else {
        const draft = newer ?? draftOf(answer, batch.typedAt[index] ?? at);
        drafts.set(question, conflict === undefined ? draft : { ...draft, conflict });
      }
    });
    return { drafts, batch: null, acknowledged };
  };

const acknowledgedOf = (
  { value, comment, provenance }: AnswerInput,
  revision: number,
  { at, by }: { readonly at: string | null; readonly by: string | null },
): Acknowledged => ({
  value: value ?? null,
  ...(comment === undefined ? {} : { comment }),
  provenance: provenance ?? 'TYPED',
  revision,
  at,
  by,
});

const draftOf = ({ value, comment, provenance, basedOnRevision }: AnswerInput, typedAt: string): Draft => ({
  value: value ?? null,
  ...(comment === undefined ? {} : { comment }),
  ...(provenance === undefined || provenance === null ? {} : { provenance }),
  basedOnRevision: basedOnRevision ?? 0,
  typedAt,
});

/** Takes a batch apart that has had no effect. What was typed since stays the latest. */
function takenBack(kept: KeptSheet, more: (question: string, index: number) => Partial<Draft>): KeptSheet {
  const drafts = new Map<string, Draft>();
  kept.batch?.answers.forEach((answer, index) => {
    const draft = draftOf(answer, kept.batch?.typedAt[index] ?? '');
    const newer = kept.drafts.get(answer.question);
    drafts.set(
      answer.question,
      newer === undefined
        ? { ...draft, ...more(answer.question, index) }
        : { ...(draft.comment === undefined ? {} : { comment: draft.comment }), ...newer },
    );
  });
  for (const [question, draft] of kept.drafts) if (!drafts.has(question)) drafts.set(question, draft);
  return { ...kept, drafts, batch: null };
}

/** The service has saved nothing of a batch: what is at fault is marked, the rest goes again in another one. */
function refused(kept: KeptSheet, errors: SaveOutcome['errors']): KeptSheet {
  if (errors.every(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED')) return takenBack(kept, () => ({}));
  const byIndex = new Map<number, KeptRefusal>();
  let ofSheet: KeptRefusal | undefined;
  for (const { code, message, path } of errors) {
    const index = path[1] === 'answers' ? Number(path[2]) : NaN;
    if (Number.isInteger(index)) {
      if (!byIndex.has(index)) byIndex.set(index, { code, message, of: 'ANSWER' });
    } else ofSheet ??= { code, message, of: 'SHEET' };
  }
  return takenBack(kept, (_, index) => {
    const refusal = byIndex.get(index) ?? ofSheet;
    return refusal === undefined ? {} : { refusal };
  });
}

/** The request as a whole was refused: one answer alone is at fault, of several each tries its luck alone. */
export const requestRefused =
  (idempotencyKey: string, refusal: KeptRefusal): KeptChange =>
  (kept) => {
    if (kept.batch?.idempotencyKey !== idempotencyKey) return kept;
    const isSingle = kept.batch.answers.length === 1 || refusal.of === 'SHEET';
    return takenBack(kept, () => (isSingle ? { refusal } : { isAlone: true }));
  };

/** Decides a conflict. */
export const resolving =
  (question: string, decision: 'MINE' | 'THEIRS'): KeptChange =>
  (kept) => {
    const draft = kept.drafts.get(question);
    if (draft?.conflict === undefined) return kept;
    const { conflict, ...mine } = draft;
    if (decision === 'MINE')
      return withDrafts(kept, (drafts) => drafts.set(question, { ...mine, basedOnRevision: conflict.revision }));
    const { theirs: value, revision, by, at } = conflict;
    const acknowledged = new Map(kept.acknowledged);
    if (revision > 0) acknowledged.set(question, { value, revision, by, at, provenance: 'TYPED' });
    return { ...withDrafts(kept, (drafts) => drafts.delete(question)), acknowledged };
  };

/** Gives up what was typed and not sent. */
export const discarding =
  (question: string): KeptChange =>
  (kept) =>
    kept.drafts.has(question) ? withDrafts(kept, (drafts) => drafts.delete(question)) : kept;

/** Lets refused values go once more. */
export const retrying: KeptChange = (kept) =>
  withDrafts(kept, (drafts) => {
    for (const [question, { refusal, ...draft }] of drafts)
      if (refusal !== undefined) drafts.set(question, { ...draft, isAlone: refusal.of === 'ANSWER' });
  });

/** Forgets acknowledged answers that whoever loads the sheet sees anyway. */
export const pruning =
  (revisionOf: (question: string) => number): KeptChange =>
  (kept) => ({
    ...kept,
    acknowledged: new Map([...kept.acknowledged].filter(([question, { revision }]) => revision > revisionOf(question))),
  });

/** Whether two values are the same. */
export const isSameContent = (a: AnswerContent, b: AnswerContent): boolean => JSON.stringify(a) === JSON.stringify(b);
