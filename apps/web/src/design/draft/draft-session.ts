import {
  checkQuestionSet,
  disputesOf,
  mergeDocuments,
  resolveConflicts,
  type Dispute,
  type QuestionSetDocument,
  type QuestionSetFault,
  type Whose,
} from '@reflexbogen/client/design';
import { edited, historyOf, rebased, redone, undone, type History } from '../document/history.js';
import type { KeptDrafts } from './kept-draft.js';

/** A question set as the service has it. */
export interface StoredSet {
  readonly id: string;
  readonly template: string;
  readonly year: number;
  readonly revision: number;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'RETIRED';
  readonly version: number;
  readonly document: QuestionSetDocument;
}

/** What the service made of a save. */
export type SaveOutcome =
  | { readonly kind: 'SAVED'; readonly set: StoredSet; readonly merged: readonly (readonly string[])[] }
  | { readonly kind: 'CONFLICT'; readonly theirs: StoredSet }
  | { readonly kind: 'REFUSED'; readonly message: string };

export interface DraftService {
  readonly load: (id: string) => Promise<StoredSet | null>;
  readonly save: (set: StoredSet, document: QuestionSetDocument) => Promise<SaveOutcome>;
}

/**
 * What is true of the draft: the service has it (SAVED); it has not yet (UNSAVED); it is asked to (SAVING); it would refuse what is
 * wrong (FAULTY); others contradict (CONFLICT); it could not be asked, or has refused (FAILED).
 */
export type DraftState = 'SAVED' | 'UNSAVED' | 'SAVING' | 'FAULTY' | 'CONFLICT' | 'FAILED';

export interface DraftSnapshot {
  readonly set: StoredSet;
  readonly document: QuestionSetDocument;
  readonly state: DraftState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Everything that keeps the draft from being saved, as it stands now. */
  readonly faults: readonly QuestionSetFault[];
  readonly disputes: readonly Dispute[];
  /** Fields that others had changed, as of the last save. */
  readonly merged: readonly (readonly string[])[];
  /** Whether the browser has everything that the service has not. */
  readonly isKept: boolean;
  /** When what came back from a closed tab was written; null where nothing did. */
  readonly restoredAt: string | null;
  /** Why it could not be saved: what was thrown, or the service's words. */
  readonly failure: unknown;
}

export interface DraftSession {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DraftSnapshot;
  /** @param of names what is typed into: edits of the same are one step to undo */
  readonly edit: (change: (document: QuestionSetDocument) => QuestionSetDocument, of?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** @returns whether the service has everything now */
  readonly save: () => Promise<boolean>;
  /** Decides every dispute and saves. */
  readonly resolve: (decide: (dispute: string) => Whose) => Promise<boolean>;
  /** Gives up what the service has not, and shows what it has. */
  readonly discard: () => Promise<void>;
  /** Shows what others have saved, where nothing of one's own is unsaved. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

/** Opens a draft for editing, with what a closed tab has left of it. @returns null where there is no such set */
export async function openDraft(id: string, service: DraftService, kept: KeptDrafts): Promise<DraftSession | null> {
  const stored = await service.load(id);
  if (stored === null) return null;
  const left = stored.status === 'DRAFT' ? await kept.open() : null;
  return left === null || left.document === left.base
    ? new Session(service, kept, stored, stored.document, null)
    : new Session(service, kept, { ...stored, version: left.version, document: left.base }, left.document, left.at);
}

class Session implements DraftSession {
  private readonly listeners = new Set<() => void>();
  private history: History<QuestionSetDocument>;
  private snapshot: DraftSnapshot;
  /** As the service had it when it was read: what a merge starts from. */
  private set: StoredSet;
  private theirs: StoredSet | null = null;
  private isSaving = false;
  private failure: unknown = null;
  private merged: readonly (readonly string[])[] = [];
  private keeping: Promise<void> | null = null;
  private isKept = true;

  constructor(
    private readonly service: DraftService,
    private readonly kept: KeptDrafts,
    set: StoredSet,
    document: QuestionSetDocument,
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
  readonly getSnapshot = (): DraftSnapshot => this.snapshot;

  readonly edit = (change: (document: QuestionSetDocument) => QuestionSetDocument, of?: string): void =>
    this.go(edited(this.history, change(this.history.present), of ?? null));
  readonly undo = (): void => this.go(undone(this.history));
  readonly redo = (): void => this.go(redone(this.history));

  readonly save = async (): Promise<boolean> => {
    if (this.isSaving || this.theirs !== null) return false;
    const sent = this.history.present;
    if (sent === this.set.document) return true;
    if (checkQuestionSet(sent).length > 0) return false;
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

  readonly close = (): void => {
    // What is being written to the disk is written; the place is given back after that.
    void Promise.resolve(this.keeping).finally(() => this.kept.close());
  };

  private show(stored: StoredSet): void {
    this.set = stored;
    this.theirs = null;
    this.failure = null;
    this.restoredAt = null;
    this.merged = [];
    this.history = historyOf(stored.document);
    this.tell();
  }

  private take(outcome: SaveOutcome, sent: QuestionSetDocument): void {
    if (outcome.kind === 'REFUSED') {
      this.failure = new SaveRefused(outcome.message);
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
      this.history = rebased(this.history, stored.document);
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
    void this.keep();
    this.tell();
  }

  /** Writes to the browser's disk what the service has not; edits in between wait and are written together. */
  private keep(): Promise<void> {
    this.isKept = false;
    this.keeping ??= (async () => {
      try {
        let written: QuestionSetDocument | null = null;
        while (written !== this.history.present) {
          written = this.history.present;
          const { version, document: base } = this.set;
          await this.kept.keep(
            written === base ? null : { version, base, document: written, at: new Date().toISOString() },
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

  private look(): DraftSnapshot {
    const { present, past, future } = this.history;
    const isNew = this.snapshot?.document !== present;
    const faults = present === this.set.document ? [] : isNew ? checkQuestionSet(present) : this.snapshot.faults;
    return {
      set: this.set,
      document: present,
      state: this.stateWith(faults),
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      faults,
      disputes: this.theirs === null ? [] : disputesOf(this.set.document, present, this.theirs.document),
      merged: this.merged,
      isKept: this.isKept,
      restoredAt: this.restoredAt,
      failure: this.failure,
    };
  }

  private stateWith(faults: readonly QuestionSetFault[]): DraftState {
    if (this.isSaving) return 'SAVING';
    if (this.theirs !== null) return 'CONFLICT';
    if (this.history.present === this.set.document) return 'SAVED';
    if (this.failure !== null) return 'FAILED';
    return faults.length > 0 ? 'FAULTY' : 'UNSAVED';
  }
}

/** What the service said when it did not save. */
export class SaveRefused extends Error {
  override readonly name = 'SaveRefused';
}

/** The first where the second says the same: what is equal stays the same object. */
const sameOr = (one: QuestionSetDocument, other: QuestionSetDocument): QuestionSetDocument => {
  const outcome = mergeDocuments(one, one, other);
  return outcome.ok && outcome.value.merged.length === 0 ? one : other;
};
