import {
  canonicalJson,
  chain,
  chainStart,
  windowAt,
  windowRefusal,
  type AuditEntry,
  type ChainedEntry,
  type Provenance,
  type QuestionSet,
  type ResponseStatus,
  type SheetAct,
  type StandingAnswer,
  type WindowState,
} from '@reflexbogen/domain';
import type {
  ActKey,
  LastSubmission,
  LockedSheet,
  NamedAnswer,
  SheetKey,
  SheetState,
  SheetWrite,
} from '@reflexbogen/persistence';
import { actingRole, type Actor } from '../access/actor.js';

/** Name of a sheet's chain of events. */
export const sheetChain = ({ municipalityId, roundId }: SheetKey): string => `sheet ${municipalityId} ${roundId}`;

/** What an answer said, as the history and the audit keep it; null where there was none. */
export const answerText = (
  answer: { readonly value: string | null; readonly comment: string | null; readonly provenance: Provenance } | null,
): string | null =>
  answer === null
    ? null
    : canonicalJson({
        value: answer.value ?? undefined,
        comment: answer.comment ?? undefined,
        provenance: answer.provenance === 'TYPED' ? undefined : answer.provenance,
      });

/** Something done to a sheet, before it is known who did it and when. */
export type SheetDeed = Pick<AuditEntry, 'object' | 'old' | 'new'> & {
  readonly act: SheetAct;
  readonly reason?: string | null;
  readonly revision?: number;
};

/** Who acts, and when the request was received. */
export interface SheetRequest {
  readonly actor: Actor;
  readonly receivedAt: Date;
}

/**
 * A sheet under its lock, in the hands of the acts of one transaction: they read it, change it here, and everything that
 * they leave behind is written at once at the end.
 */
export class OpenSheet {
  status: ResponseStatus;
  version: number;
  private readonly events: (ChainedEntry & { readonly revision?: number })[] = [];
  private readonly written = new Map<string, StandingAnswer>();
  private handedIn: LastSubmission | null = null;
  private readonly results: SheetWrite['results'][number][] = [];

  constructor(
    readonly key: SheetKey,
    readonly questionSet: QuestionSet,
    readonly contentHash: string,
    /** Question code to its identity. */
    readonly questionIds: ReadonlyMap<string, string>,
    readonly locked: LockedSheet,
    readonly state: SheetState,
    /** By question code. */
    readonly answers: Map<string, NamedAnswer>,
  ) {
    this.status = locked.status;
    this.version = locked.version;
  }

  windowAt(instant: Date): WindowState {
    return windowAt(this.state.round, this.state.extension, instant);
  }

  /** Why the window does not take anything received at an instant; null where it does. */
  windowRefusal(instant: Date): string | null {
    return windowRefusal(this.state.round, this.state.extension, instant);
  }

  /** What an act of this key gave when it was done; null where it was not. */
  resultOf({ actor, key }: ActKey): { readonly payloadHash: string; readonly result: unknown } | null {
    const now = this.results.find((result) => result.actor === actor && result.key === key);
    return now ?? this.state.results.get(`${actor} ${key}`) ?? null;
  }

  remember(act: ActKey & { readonly payloadHash: string }, result: unknown): void {
    this.results.push({ ...act, result });
  }

  /** Puts an answer in its place; `record` it as well. */
  put(question: string, answer: StandingAnswer, savedByName: string): void {
    const id = this.questionIds.get(question);
    if (id === undefined) throw new Error(`question ${question} has no identity`);
    this.answers.set(question, { ...answer, savedByName });
    this.written.set(id, answer);
  }

  record({ actor, receivedAt }: SheetRequest, deed: SheetDeed): void {
    const last = this.events.at(-1);
    const head =
      last !== undefined
        ? { number: last.number, hash: last.hash }
        : { number: this.locked.events, hash: this.locked.eventHash ?? chainStart(sheetChain(this.key)) };
    const { act, object, old, reason = null, revision } = deed;
    const { entries } = chain(head, [
      {
        at: receivedAt,
        actor: actor.id,
        role: actingRole(actor),
        client: actor.client,
        act,
        object,
        old,
        new: deed.new,
        reason,
      },
    ]);
    this.events.push(...entries.map((entry) => (revision === undefined ? entry : { ...entry, revision })));
  }

  moveTo(status: ResponseStatus): void {
    this.status = status;
    this.version += 1;
  }

  /** The last submission, what this transaction hands in included; null where there is none. */
  get submission(): LastSubmission | null {
    return this.handedIn ?? this.state.submission;
  }

  /** Notes what was stored as the sheet's submission. */
  handIn(submission: LastSubmission): void {
    this.handedIn = submission;
  }

  /** Number of the last event. */
  get lastEvent(): number {
    return this.events.at(-1)?.number ?? this.locked.events;
  }

  /** The sheet as the acts leave it, once what they leave behind is written. */
  get moved(): LockedSheet {
    const last = this.events.at(-1);
    const { status, version, locked } = this;
    return { ...locked, status, version, events: this.lastEvent, eventHash: last?.hash ?? locked.eventHash };
  }

  /** What the acts have left behind; null where that is nothing. */
  toWrite(): SheetWrite | null {
    const versions = this.version - this.locked.version;
    if (versions === 0 && this.events.length === 0 && this.results.length === 0) return null;
    return { status: this.status, versions, events: this.events, answers: this.written, results: this.results };
  }
}
