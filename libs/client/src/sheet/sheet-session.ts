import type { Client } from '../create-client.js';
import type { Provenance } from '../generated/operations.js';
import type { Live } from '../live/live.js';
import type { AnswerContent, AnswerStore, KeptConflict } from '../queue/answer-store.js';
import type { HandInPayload } from './hand-in.js';
import type { RulesModule } from './sheet-rules.js';
import type { SheetShelf } from './sheet-shelf.js';
import type { SheetSnapshot } from './sheet-snapshot.js';

export interface ChangeOptions {
  /** Left out: stays as it is. Null: removed. */
  readonly comment?: string | null;
  /** CONFIRMED or CARRIED_OVER: it is last round's answer. */
  readonly provenance?: Provenance;
}

export interface SheetSessionOptions {
  readonly client: Client;
  /** Null: no live answers of others. */
  readonly live: Live | null;
  readonly store: AnswerStore;
  /** Identity of the person: what was typed is kept and sent for this person alone. */
  readonly owner: string;
  /**
   * Says who is signed in now; null = nobody. Asked before answers are sent: where a browser's session has become another
   * person's, nothing is sent. Without it the owner is taken to be signed in.
   */
  readonly identify?: () => Promise<string | null>;
  readonly study: string;
  readonly round: string;
  readonly locale: string;
  /** Staff only: whose sheet. Without it one's own. */
  readonly municipality?: string;
  /** Where the sheet is kept as it was loaded last, so that it opens without a line. Without it: with a line only. */
  readonly shelf?: SheetShelf;
  /** `import * as rules from '@reflexbogen/client/rules'`. */
  readonly rules?: RulesModule;
  /** Called once for each answer in which somebody else was faster. */
  readonly onConflict?: (question: string, conflict: KeptConflict) => void;
  /** Pause after the last keystroke before sending, in milliseconds; default 400. */
  readonly pause?: number;
  /** First and longest pause between attempts without an answer, in milliseconds; default 1000 and 30000. */
  readonly backoff?: { readonly first: number; readonly longest: number };
}

/** What became of handing in. */
export interface HandInOutcome {
  /** Answers that are not sent: above 0 nothing was handed in. */
  readonly unsent: number;
  /** The sheet with number, instant and receipt of the submission; null where nothing was sent, or the sheet was not found. */
  readonly response: HandInPayload['response'];
  /** What is in the way; empty = handed in, or unsent. */
  readonly errors: HandInPayload['errors'];
}

/** A sheet at work. Fits `useSyncExternalStore(session.subscribe, session.getSnapshot)`. */
export interface SheetSession {
  readonly getSnapshot: () => SheetSnapshot;
  /** @returns ends it */
  readonly subscribe: (listener: () => void) => () => void;
  /** Types a value; null empties. Shown at once, kept at once, sent after a pause. */
  change(question: string, value: AnswerContent, options?: ChangeOptions): void;
  /** Sets or removes (null) a comment, leaving the value. */
  comment(question: string, comment: string | null): void;
  /** Decides a conflict: MINE is sent on top of theirs, THEIRS drops one's own. */
  resolve(question: string, decision: 'MINE' | 'THEIRS'): void;
  /** Gives up a value that was not sent or was refused: what the service has is shown again. Not while it is being sent. */
  discard(question: string): void;
  /** Sends at once. Fulfilled when all is sent or cannot be now. @returns how many answers are still unsent */
  flush(): Promise<number>;
  /** Sends refused answers once more, e.g. after an extension of the window. */
  retry(): Promise<number>;
  /**
   * Sends what is unsent, hands in, and loads the sheet anew. Repeated with the same key until an answer comes, also by the next
   * call: a lost answer hands in once, and the receipt is that of the submission.
   * @param reason why a sheet that was handed in before is corrected
   * @throws UnreachableError where no answer came after all attempts; call it again
   */
  submit(reason?: string): Promise<HandInOutcome>;
  /** Loads the sheet anew. What is unsent stays. Errors are in the snapshot. */
  reload(): Promise<void>;
  /** Goes on after signing in again. */
  resume(): Promise<void>;
  /** Says that one is in a section, until the next call or close; null: in none. */
  enter(section: string | null): void;
  /** Ends the session. What is unsent stays in the store. */
  close(): void;
}
