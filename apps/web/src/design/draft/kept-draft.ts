import type { QuestionSetDocument } from '@reflexbogen/client/design';

/** What somebody has written and the service has not: with the version it was read at, so that it can be merged later. */
export interface KeptDraft {
  readonly version: number;
  readonly base: QuestionSetDocument;
  readonly document: QuestionSetDocument;
  /** When the last edit was made, as an instant. */
  readonly at: string;
}

/** Edits that survive a closed tab, by person and question set; each tab has a place of its own. */
export interface KeptDrafts {
  /** Takes what a tab that is no more has left, the latest first; null where there is nothing. From then on it is this tab's. */
  readonly open: () => Promise<KeptDraft | null>;
  /** Null: nothing is left to be saved. */
  readonly keep: (draft: KeptDraft | null) => Promise<void>;
  readonly close: () => void;
}
