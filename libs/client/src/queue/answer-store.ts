import type { AnswerInput, AnswerValueInput, Provenance } from '../generated/operations.js';

/** A value as it is sent; null = emptied. */
export type AnswerContent = AnswerValueInput | null;

/** Somebody else was faster: what stands at the service. */
export interface KeptConflict {
  readonly theirs: AnswerContent;
  /** Revision that stands; 0 where the answer does not exist. */
  readonly revision: number;
  /** Display name; null where nobody has saved it. */
  readonly by: string | null;
  /** ISO 8601; null where nobody has saved it. */
  readonly at: string | null;
}

/** Why the service did not take a value. */
export interface KeptRefusal {
  /** Of SaveAnswersErrorCode or of a ReflexbogenError. */
  readonly code: string;
  /** In words of the service. */
  readonly message: string;
  /** ANSWER: this value. SHEET: nothing is taken at present, e.g. after the end of the round. */
  readonly of: 'ANSWER' | 'SHEET';
}

/** The latest value of one question that the service has not acknowledged. */
export interface Draft {
  readonly value: AnswerContent;
  /** Absent: stays as it is. Null: removed. */
  readonly comment?: string | null;
  /** Absent: TYPED. */
  readonly provenance?: Provenance;
  /** Revision that its author has seen; 0 = none. */
  readonly basedOnRevision: number;
  /** ISO 8601, by the clock of the computer. */
  readonly typedAt: string;
  /** Waits for a decision and is not sent. */
  readonly conflict?: KeptConflict;
  /** Waits for another value and is not sent. */
  readonly refusal?: KeptRefusal;
  /** Goes without others: something was wrong with a request that it was part of. */
  readonly isAlone?: boolean;
}

/** Answers that were given to the service, as long as it has not answered. Sent again exactly as they are. */
export interface Batch {
  readonly idempotencyKey: string;
  readonly answers: readonly AnswerInput[];
  /** ISO 8601 of each answer, in their order. */
  readonly typedAt: readonly string[];
}

/** An answer that stands at the service, for those tabs that have not seen it yet. */
export interface Acknowledged {
  readonly value: AnswerContent;
  /** Absent: as before. */
  readonly comment?: string | null;
  readonly provenance: Provenance;
  readonly revision: number;
  /** ISO 8601. */
  readonly at: string | null;
  /** Display name; null = by oneself. */
  readonly by: string | null;
}

/** Everything of one person at one sheet that outlives a tab. Immutable; maps are by code of the question. */
export interface KeptSheet {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly batch: Batch | null;
  readonly acknowledged: ReadonlyMap<string, Acknowledged>;
}

export const NOTHING_KEPT: KeptSheet = { drafts: new Map(), batch: null, acknowledged: new Map() };

export const isNothing = ({ drafts, batch, acknowledged }: KeptSheet): boolean =>
  drafts.size === 0 && batch === null && acknowledged.size === 0;

/** Whose values at which sheet. Nobody else on the same computer sees or sends them. */
export interface SheetOwner {
  /** Identity of the person. */
  readonly owner: string;
  /** Id of the response. */
  readonly response: string;
}

/** A step from one state to the next. Pure: it may be made more than once. */
export type KeptChange = (kept: KeptSheet) => KeptSheet;

/** Where values wait. Everything is by owner and sheet. */
export interface AnswerStore {
  read(of: SheetOwner): Promise<KeptSheet>;
  /**
   * Changes what is kept, as one step: no other tab comes in between, and it is kept once the promise is fulfilled.
   * @returns what is kept now
   */
  update(of: SheetOwner, change: KeptChange): Promise<KeptSheet>;
  /** Tells of changes by others, i.e. other tabs. @returns ends it */
  watch(of: SheetOwner, listener: () => void): () => void;
  /**
   * One act at a time over all tabs, as far as the platform can. Where it cannot, two tabs may send the same batch: with the
   * same key it has its effect once.
   */
  exclusively<T>(of: SheetOwner, act: () => Promise<T>): Promise<T>;
  /** How many values of a person wait, over all sheets; refused ones and conflicts included. */
  waiting(owner: string): Promise<number>;
  /**
   * Removes what is kept of a person, as on signing out.
   * @param what SENT: answers that stand at the service; ALL: also those that wait, which are lost then
   */
  forget(owner: string, what: 'SENT' | 'ALL'): Promise<void>;
}

/** How many values wait. */
export const waitingIn = ({ drafts, batch }: KeptSheet): number =>
  new Set([...drafts.keys(), ...(batch?.answers ?? []).map(({ question }) => question)]).size;

/** What is left once answers that stand at the service are removed, or all of them. */
export const forgetting =
  (what: 'SENT' | 'ALL'): KeptChange =>
  (kept) =>
    what === 'ALL' ? NOTHING_KEPT : { ...kept, acknowledged: new Map() };

/** Whether a key is of a person. */
export const isOf = (owner: string, key: string): boolean => key.startsWith(`${JSON.stringify([owner]).slice(0, -1)},`);

/** One text for an owner and a sheet, whatever signs they contain. */
export const keyOf = ({ owner, response }: SheetOwner): string => JSON.stringify([owner, response]);
