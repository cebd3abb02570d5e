import type { OpenSheetFieldsFragment, Provenance, SheetQueriesQuery } from '../generated/operations.js';
import type { LiveState } from '../live/live.js';
import type { AnswerContent, KeptConflict, KeptRefusal } from '../queue/answer-store.js';
import type { UnmetRule } from './sheet-rules.js';

/** The sheet as the service sent it, its response and sections kept up to date. Answers are in `SheetSnapshot.answers`. */
export type SheetData = OpenSheetFieldsFragment;
export type SheetSectionData = SheetData['sections'][number];
export type SheetQuestionData = SheetSectionData['questions'][number];
export type SheetQueryData = NonNullable<SheetQueriesQuery['sheetQueries']>[number];

/**
 * SAVED: the service has acknowledged exactly this. WAITING: typed, not sent. SENDING: sent, no answer yet; goes again by itself.
 * CONFLICT: somebody else was faster; `resolve` decides. REFUSED: the service does not take it; stays until another value comes.
 */
export type AnswerState = 'SAVED' | 'WAITING' | 'SENDING' | 'CONFLICT' | 'REFUSED';

/** One answer as a frontend shows it. */
export interface SheetAnswerView {
  /** What was typed last here, else what the service has; null = emptied. */
  readonly value: AnswerContent;
  /** Null = none. */
  readonly comment: string | null;
  readonly provenance: Provenance;
  readonly state: AnswerState;
  /** Revision at the service; 0 = never saved. */
  readonly revision: number;
  /** Display name of whoever saved that revision; null = never saved, or by oneself a moment ago. */
  readonly savedBy: string | null;
  /** ISO 8601; null = never saved. */
  readonly savedAt: string | null;
  /** Set where `state` is CONFLICT: the value that stands, by whom and when. `value` is one's own. */
  readonly conflict: KeptConflict | null;
  /** Set where `state` is REFUSED. */
  readonly refusal: KeptRefusal | null;
}

export interface SheetPresence {
  readonly name: string;
  /** Code of the section. */
  readonly section: string;
  /** ISO 8601. */
  readonly seenAt: string;
}

/** Visible questions; as SheetProgress of the service, with what is not sent yet. */
export interface SheetProgressView {
  readonly answered: number;
  readonly total: number;
  readonly required: number;
  readonly requiredAnswered: number;
}

/** The state of a sheet at one moment. Immutable; another object only where something has changed. */
export interface SheetSnapshot {
  /** LOADING also while there is no line; FAILED: the service has refused, see `error`. */
  readonly status: 'LOADING' | 'READY' | 'FAILED';
  /** What went wrong last and still does; null = nothing. */
  readonly error: Error | null;
  /** Null until it was loaded. */
  readonly sheet: SheetData | null;
  /** By code of the question; without those that were never answered. */
  readonly answers: ReadonlyMap<string, SheetAnswerView>;
  /** Codes of the questions that are asked now. With `rules` at once, without them as of the last load. */
  readonly visible: ReadonlySet<string>;
  /** Codes of the visible questions that submitting needs. */
  readonly required: ReadonlySet<string>;
  /** Checks of the designer that are not met; empty without `rules`. */
  readonly unmet: readonly UnmetRule[];
  readonly progress: SheetProgressView;
  /** Queries of reviewers. */
  readonly queries: readonly SheetQueryData[];
  /** OFFLINE: the last request got no answer, or the platform says so. */
  readonly connection: 'ONLINE' | 'OFFLINE';
  /** Whether others' answers come by themselves. */
  readonly live: LiveState;
  /** Answers that the service has not acknowledged, refused ones and conflicts included. */
  readonly unsent: number;
  /** Changes that are not even kept on this computer yet: closing the tab may lose them. Usually 0 within milliseconds. */
  readonly unkept: number;
  readonly presence: readonly SheetPresence[];
  /** The sign-in has ended, or somebody else has signed in. Everything is kept; after signing in: `resume()`. */
  readonly signedOut: boolean;
}
