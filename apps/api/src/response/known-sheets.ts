import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  NotificationListener,
  type LockedSheet,
  type NamedAnswer,
  type SheetKey,
  type SheetState,
} from '@reflexbogen/persistence';
import type { OpenSheet } from './open-sheet.js';

/** What was known of a sheet when the last act on it here was committed. */
export interface KnownSheet {
  readonly sheet: LockedSheet;
  readonly state: SheetState;
  /** By question code; null: it has no answer. A question that is not in here is not known. */
  readonly answers: ReadonlyMap<string, NamedAnswer | null>;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What is looked up for each act anew, or kept by question. */
const NOTHING_READ: Pick<SheetState, 'answers' | 'results'> = { answers: new Map(), results: new Map() };
const AT_MOST = 500;
/** Names stand in it: who was erased is named for as long at most where the notice was lost. */
const KEEP_MS = 10_000;

const nameOf = ({ municipalityId, roundId }: SheetKey): string => `${municipalityId} ${roundId}`;

/**
 * Remembers sheets at which somebody is just saving, so that the next save need not read them again. Nothing is decided on
 * it alone: what follows from it is written only where the sheet is still that (`SheetRepository.writeIf`).
 */
@Injectable()
export class KnownSheets implements OnModuleInit, OnModuleDestroy {
  /** The longest unused first. */
  private readonly known = new Map<string, KnownSheet>();
  private readonly forgetAll = (): void => this.known.clear();

  constructor(private readonly listener: NotificationListener) {}

  onModuleInit(): void {
    this.listener.on('person', this.forgetAll).on('reset', this.forgetAll);
  }

  onModuleDestroy(): void {
    this.listener.off('person', this.forgetAll).off('reset', this.forgetAll);
    this.known.clear();
  }

  /** @returns null where something of it that is asked for is not known */
  find(key: SheetKey, questions: readonly string[], now = Date.now()): KnownSheet | null {
    const known = this.last(key, now);
    return known !== null && questions.every((code) => known.answers.has(code)) ? known : null;
  }

  /** Whatever is known of a sheet. */
  last(key: SheetKey, now = Date.now()): KnownSheet | null {
    const known = this.known.get(nameOf(key));
    return known === undefined || now >= known.until || now < known.until - KEEP_MS ? null : known;
  }

  /**
   * Keeps a sheet as saves have left it, once they are committed.
   * @param questions whose answers were asked for
   * @param before what it was decided on; null where it was read anew
   */
  keep(sheet: OpenSheet, questions: readonly string[], before: KnownSheet | null): void {
    const name = nameOf(sheet.key);
    const answers = new Map(before?.answers);
    for (const code of questions) answers.set(code, sheet.answers.get(code) ?? null);
    this.known.delete(name);
    const [oldest] = this.known.keys();
    if (this.known.size >= AT_MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(name, {
      sheet: sheet.moved,
      state: { ...sheet.state, ...NOTHING_READ },
      answers,
      until: before?.until ?? Date.now() + KEEP_MS,
    });
  }

  forget(key: SheetKey): void {
    this.known.delete(nameOf(key));
  }
}
