import {
  disputesOf,
  mergeDocuments,
  resolveConflicts,
  type Dispute,
  type QuestionSetDocument,
  type QuestionSetFault,
  type Whose,
} from '@reflexbogen/client/design';
import { Refusal, type PayloadError } from '../../service/refusal.js';
import { edited, historyOf, rebased, redone, stepEnded, undone, type History } from '../document/history.js';
import type { KeptDrafts, Typed } from './kept-draft.js';

/** What is edited, as the service has it. */
export interface StoredDraft {
  readonly id: string;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'RETIRED';
  /** 0: the service has nothing of it yet. */
  readonly version: number;
  readonly document: QuestionSetDocument;
}

/** A question set as the service has it. */
export interface StoredSet extends StoredDraft {
  readonly template: string;
  readonly year: number;
  readonly revision: number;
}

/** What the service made of a save. */
export type SaveOutcome<S extends StoredDraft = StoredSet> =
  | { readonly kind: 'SAVED'; readonly set: S; readonly merged: readonly (readonly string[])[] }
  | { readonly kind: 'CONFLICT'; readonly theirs: S }
  | { readonly kind: 'REFUSED'; readonly errors: readonly PayloadError[] };

export interface DraftService<S extends StoredDraft = StoredSet> {
  readonly load: (id: string) => Promise<S | null>;
  readonly save: (set: S, document: QuestionSetDocument) => Promise<SaveOutcome<S>>;
  /** Loads what says why the service would refuse a document, as far as a browser can know: once somebody is about to edit. */
  readonly checks: () => Promise<DraftCheck<S>>;
}

/** @param set as the service has it */
export type DraftCheck<S extends StoredDraft = StoredSet> = (
  document: QuestionSetDocument,
  set: S,
) => readonly QuestionSetFault[];

/**
 * What is true of the draft: the service has it (SAVED); it has not yet (UNSAVED); it is asked to (SAVING); it would refuse what is
 * wrong (FAULTY); others contradict (CONFLICT); it could not be asked, or has refused (FAILED).
 */
export type DraftState = 'SAVED' | 'UNSAVED' | 'SAVING' | 'FAULTY' | 'CONFLICT' | 'FAILED';

export interface DraftSnapshot<S extends StoredDraft = StoredSet> {
  readonly set: S;
  readonly document: QuestionSetDocument;
  readonly state: DraftState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Everything that keeps the draft from being saved, as it stands now; nothing while the checks are on their way. */
  readonly faults: readonly QuestionSetFault[];
  readonly disputes: readonly Dispute[];
  /** Fields that others had changed, as of the last save. */
  readonly merged: readonly (readonly string[])[];
  /** What stands in a field and is not taken over yet, by field. */
  readonly typed: ReadonlyMap<string, Typed>;
  /** Whether the browser has everything that the service has not. */
  readonly isKept: boolean;
  /** When what came back from a closed tab was written; null where nothing did. */
  readonly restoredAt: string | null;
  /** Why it could not be saved: what was thrown, or the service's words. */
  readonly failure: unknown;
}

export interface DraftSession<S extends StoredDraft = StoredSet> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DraftSnapshot<S>;
  /** @param of names what is typed into: edits of the same are one step to undo */
  readonly edit: (change: (document: QuestionSetDocument) => QuestionSetDocument, of?: string) => void;
  /** Keeps what is typed into a field until it is taken over or given up (null). */
  readonly type: (field: string, typed: Typed | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** @returns whether the service has everything now */
  readonly save: () => Promise<boolean>;
  /** Decides every dispute and saves. */
  readonly resolve: (decide: (dispute: string) => Whose) => Promise<boolean>;
  /** Gives up what the service has not, and shows what it has. */
  readonly discard: () => Promise<void>;
  /** Loads the checks: somebody is about to edit. Without a line they are loaded later; the service checks what is saved. */
  readonly prepare: () => Promise<void>;
  /** Shows what others have saved, where nothing of one's own is unsaved. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

/** Opens a draft for editing, with what a closed tab has left of it. @returns null where there is no such draft */
export async function openDraft<S extends StoredDraft = StoredSet>(
  id: string,
  service: DraftService<S>,
  kept: KeptDrafts,
): Promise<DraftSession<S> | null> {
  const stored = await service.load(id);
  if (stored === null) return null;
  const left = stored.status === 'DRAFT' ? await kept.open() : null;
  const typed = new Map(Object.entries(left?.typed ?? {}));
  if (left !== null && left.document !== left.base) {
    const read = { ...stored, version: left.version, document: left.base };
    const session = new Session(service, kept, read, left.document, typed, left.at);
    void session.prepare();
    return session;
  }
  return new Session(service, kept, stored, stored.document, typed, typed.size === 0 ? null : (left?.at ?? null));
}

class Session<S extends StoredDraft> implements DraftSession<S> {
  private readonly listeners = new Set<() => void>();
  private history: History<QuestionSetDocument>;
  private snapshot: DraftSnapshot<S>;
  /** As the service had it when it was read: what a merge starts from. */
  private set: S;
  private theirs: S | null = null;
  private check: DraftCheck<S> | null = null;
  private preparing: Promise<void> | null = null;
  /** What was checked last, and what was found. */
  private checked: { readonly document: QuestionSetDocument; readonly faults: readonly QuestionSetFault[] } | null =
    null;
  /** Counts what the browser has been asked to keep. */
  private changes = 0;
  private isSaving = false;
  private failure: unknown = null;
  private merged: readonly (readonly string[])[] = [];
  private keeping: Promise<void> | null = null;
  private isKept = true;

  constructor(
    private readonly service: DraftService<S>,
    private readonly kept: KeptDrafts,
    set: S,
    document: QuestionSetDocument,
    private typed: ReadonlyMap<string, Typed>,
    private restoredAt: string | null,
  ) {
    this.set = set;
    this.history = historyOf(document);
    this.snapshot = this.look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly getSnapshot = (): DraftSnapshot<S> => this.snapshot;

  readonly edit = (change: (document: QuestionSetDocument) => QuestionSetDocument, of?: string): void =>
    this.go(edited(this.history, change(this.history.present), of ?? null));
  readonly type = (field: string, typed: Typed | null): void => {
    const next = new Map(this.typed);
    if (typed === null) next.delete(field);
    else next.set(field, typed);
    this.typed = next;
    void this.keep();
    this.tell();
  };
  readonly undo = (): void => this.go(undone(this.history));
  readonly redo = (): void => this.go(redone(this.history));

  readonly save = async (): Promise<boolean> => {
    if (this.isSaving || this.theirs !== null) return false;
    const sent = this.history.present;
    if (sent === this.set.document) return true;
    if (this.faultsOf(sent).length > 0) return false;
    this.isSaving = true;
    this.failure = null;
    this.tell();
    try {
      this.take(await this.service.save(this.set, sent), sent);
    } catch (error) {
      this.failure = error;
    }
    this.isSaving = false;
    await this.keep();
    this.tell();
    return this.snapshot.state === 'SAVED';
  };

  readonly resolve = (decide: (dispute: string) => Whose): Promise<boolean> => {
    const { theirs } = this;
    if (theirs !== null) {
      const document = resolveConflicts(this.set.document, this.history.present, theirs.document, decide);
      this.theirs = null;
      this.set = theirs;
      this.history = rebased(this.history, sameOr(theirs.document, document));
      void this.keep();
      this.tell();
    }
    return this.save();
  };

  readonly discard = async (): Promise<void> => {
    const stored = await this.service.load(this.set.id);
    if (stored !== null) this.show(stored);
    await this.keep();
  };

  readonly refresh = async (): Promise<void> => {
    if (this.snapshot.state !== 'SAVED') return;
    const stored = await this.service.load(this.set.id);
    // Somebody may have typed while it was loading.
    if (stored !== null && this.snapshot.state === 'SAVED' && stored.version !== this.set.version) this.show(stored);
  };

  readonly prepare = (): Promise<void> => {
    if (this.check !== null) return Promise.resolve();
    this.preparing ??= this.service
      .checks()
      .then(
        (check) => {
          this.check = check;
          this.tell();
        },
        // No line: the next edit tries again.
        () => undefined,
      )
      .finally(() => (this.preparing = null));
    return this.preparing;
  };

  readonly close = (): void => {
    // What is being written to the disk is written; the place is given back after that.
    void Promise.resolve(this.keeping).finally(() => this.kept.close());
  };

  private show(stored: S): void {
    this.set = stored;
    this.theirs = null;
    this.typed = new Map();
    this.failure = null;
    this.restoredAt = null;
    this.merged = [];
    this.history = historyOf(stored.document);
    this.tell();
  }

  private take(outcome: SaveOutcome<S>, sent: QuestionSetDocument): void {
    if (outcome.kind === 'REFUSED') {
      this.failure = new Refusal(outcome.errors);
      return;
    }
    if (outcome.kind === 'CONFLICT') {
      this.theirs = outcome.theirs;
      return;
    }
    const { present } = this.history;
    const stored = { ...outcome.set, document: sameOr(sent, outcome.set.document) };
    this.merged = outcome.merged;
    this.restoredAt = null;
    if (present === sent) {
      this.set = stored;
      // Where others' edits came in, what could be undone was of a document that is no more.
      this.history = stepEnded(rebased(this.history, stored.document));
      return;
    }
    // Somebody went on typing while it was being saved.
    const merged = mergeDocuments(sent, present, stored.document);
    if (merged.ok) {
      this.set = stored;
      this.history = rebased(this.history, sameOr(present, merged.value.document));
    } else {
      this.set = { ...stored, document: sent };
      this.theirs = stored;
    }
  }

  private go(history: History<QuestionSetDocument>): void {
    if (history === this.history) return;
    this.history = history;
    this.failure = null;
    void this.prepare();
    void this.keep();
    this.tell();
  }

  /** Writes to the browser's disk what the service has not; edits in between wait and are written together. */
  private keep(): Promise<void> {
    this.changes += 1;
    this.isKept = false;
    this.keeping ??= (async () => {
      try {
        let written = 0;
        while (written !== this.changes) {
          written = this.changes;
          const { version, document: base } = this.set;
          const document = this.history.present;
          await this.kept.keep(
            document === base && this.typed.size === 0
              ? null
              : { version, base, document, typed: Object.fromEntries(this.typed), at: new Date().toISOString() },
          );
        }
        this.isKept = true;
      } catch (error) {
        // A browser that keeps nothing still edits and saves; the page says that a closed tab would lose it.
        this.failure ??= error;
      } finally {
        this.keeping = null;
        this.tell();
      }
    })();
    return this.keeping;
  }

  private tell(): void {
    this.snapshot = this.look();
    for (const listener of this.listeners) listener();
  }

  private look(): DraftSnapshot<S> {
    const { present, past, future } = this.history;
    const faults = this.faultsOf(present);
    return {
      set: this.set,
      document: present,
      state: this.stateWith(faults),
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      faults,
      disputes: this.theirs === null ? [] : disputesOf(this.set.document, present, this.theirs.document),
      merged: this.merged,
      typed: this.typed,
      isKept: this.isKept,
      restoredAt: this.restoredAt,
      failure: this.failure,
    };
  }

  private faultsOf(document: QuestionSetDocument): readonly QuestionSetFault[] {
    if (document === this.set.document || this.check === null) return [];
    if (this.checked?.document !== document) this.checked = { document, faults: this.check(document, this.set) };
    return this.checked.faults;
  }

  private stateWith(faults: readonly QuestionSetFault[]): DraftState {
    if (this.isSaving) return 'SAVING';
    if (this.theirs !== null) return 'CONFLICT';
    if (this.history.present === this.set.document) return 'SAVED';
    if (this.failure !== null) return 'FAILED';
    return faults.length > 0 ? 'FAULTY' : 'UNSAVED';
  }
}

/** The first where the second says the same: what is equal stays the same object. */
const sameOr = (one: QuestionSetDocument, other: QuestionSetDocument): QuestionSetDocument => {
  const outcome = mergeDocuments(one, one, other);
  return outcome.ok && outcome.value.merged.length === 0 ? one : other;
};
