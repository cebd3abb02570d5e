import type { QuestionSetDocument } from '@reflexbogen/client/design';

/** What somebody has written and the service has not. */
export interface Kept {
  /** When the last edit was made, as an instant. */
  readonly at: string;
}

/** A text in a field that is taken over only when the field is left, as a code. */
export interface Typed {
  readonly text: string;
  /** The value that the field had: beside another one the text means nothing. */
  readonly of: string;
}

/** A draft with unsaved edits: with the version it was read at, so that it can be merged later. */
export interface KeptDraft extends Kept {
  readonly version: number;
  readonly base: QuestionSetDocument;
  readonly document: QuestionSetDocument;
  /** What is typed and not taken over yet, by field; not there in drafts of before. */
  readonly typed?: Readonly<Record<string, Typed>>;
}

/** Work that survives a closed tab, by person and place; each tab has an entry of its own. */
export interface KeptPlace<T extends Kept> {
  /** Takes what a tab that is no more has left, the latest first; null where there is nothing. From then on it is this tab's. */
  readonly open: () => Promise<T | null>;
  /** Null: nothing is left to be saved. */
  readonly keep: (work: T | null) => Promise<void>;
  readonly close: () => void;
}

export type KeptDrafts = KeptPlace<KeptDraft>;
