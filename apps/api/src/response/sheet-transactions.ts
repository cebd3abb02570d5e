import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  onMunicipality,
  SheetRepository,
  translateDatabaseError,
  type ActKey,
  type NamedAnswer,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { KnownSheets, type KnownSheet } from './known-sheets.js';
import { OpenSheet } from './open-sheet.js';
import { SheetNotices } from './sheet-notices.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';

/** What acts want to find when the sheet is open. */
export interface Wanted {
  /** Codes of questions whose answers are read; ALL reads the whole sheet. */
  readonly questions: readonly string[] | 'ALL';
  readonly keys?: readonly ActKey[];
}

/** One transaction on one sheet: lock, read, act, write; others at the sheet hear of it after the commit. */
@Injectable()
export class SheetTransactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: SheetRepository,
    private readonly scopes: SheetScopeService,
    private readonly notices: SheetNotices,
    private readonly known: KnownSheets,
  ) {}

  /**
   * Acknowledged is what is committed: the result comes after it.
   * @param act may read more with the manager, and must not ask the pool for another connection
   */
  async run<Result>(
    scope: SheetScope,
    wanted: Wanted,
    act: (sheet: OpenSheet, manager: EntityManager) => Promise<Result> | Result,
  ): Promise<Result> {
    const known = this.known.last(scope.key);
    this.known.forget(scope.key);
    return (await this.readAndRun(scope, wanted, act, known)).result;
  }

  /**
   * Saves on one sheet. What is known of it is taken as it is and written where it still holds: one statement instead of
   * three. Where it does not, or where the saves would leave nothing behind that could tell, they are run as any other act.
   * @param act may be run twice, each time on a sheet of its own
   */
  async save(
    scope: SheetScope,
    wanted: Wanted & { readonly questions: readonly string[] },
    act: (sheet: OpenSheet) => void,
  ): Promise<void> {
    const { questions } = wanted;
    const known = this.known.find(scope.key, questions);
    this.known.forget(scope.key);
    const done = known === null ? null : await this.runOn(known, scope, questions, act);
    if (done !== null) return this.known.keep(done, questions, known);
    const { sheet } = await this.readAndRun(scope, wanted, act);
    this.known.keep(sheet, questions, null);
  }

  private async readAndRun<Result>(
    scope: SheetScope,
    wanted: Wanted,
    act: (sheet: OpenSheet, manager: EntityManager) => Promise<Result> | Result,
    known: KnownSheet | null = null,
  ): Promise<{ readonly result: Result; readonly sheet: OpenSheet }> {
    // Before the transaction: one that holds a connection must not wait for another.
    await this.scopes.prepare(scope);
    const done = await this.transaction(scope, async (manager) => {
      const sheet = await this.open(scope, wanted, manager, known);
      const result = await act(sheet, manager);
      const write = sheet.toWrite();
      if (write !== null) await this.sheets.write(scope.key, write, manager);
      return { result, sheet };
    });
    this.publish(done.sheet);
    return done;
  }

  /** @returns null where nothing was written */
  private async runOn(
    { sheet: before, state, answers }: KnownSheet,
    scope: SheetScope,
    questions: readonly string[],
    act: (sheet: OpenSheet) => void,
  ): Promise<OpenSheet | null> {
    const { questionSet, contentHash, questionIds } = await this.scopes.loadedSet(scope, before.questionSetId);
    const asked = new Map<string, NamedAnswer>();
    for (const code of questions) {
      const answer = answers.get(code);
      if (answer) asked.set(code, answer);
    }
    const sheet = new OpenSheet(scope.key, questionSet, contentHash, questionIds, before, state, asked);
    act(sheet);
    const write = sheet.toWrite();
    if (write === null) return null;
    try {
      const known = { sheet: before, round: state.round };
      const isWritten = await this.onItsRows(scope, (manager) => this.sheets.writeIf(known, scope.key, write, manager));
      if (!isWritten) return null;
    } catch (error) {
      // A key that was used before: its result is looked up.
      if (translateDatabaseError(error, 'idempotency_key_pkey') !== 'DUPLICATE') throw error;
      return null;
    }
    this.publish(sheet);
    return sheet;
  }

  private publish(sheet: OpenSheet): void {
    if (sheet.lastEvent > sheet.locked.events) this.notices.publish(sheet.key);
  }

  /** A key that is used for two sheets at once is found out by the database: the later one looks again. */
  private async transaction<Result>(
    scope: SheetScope,
    run: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.onItsRows(scope, run);
    } catch (error) {
      if (translateDatabaseError(error, 'idempotency_key_pkey') !== 'DUPLICATE') throw error;
      return this.onItsRows(scope, run);
    }
  }

  /** A transaction in which rows of the sheet's municipality are in sight, and of no other. */
  private onItsRows<Result>(
    { study, municipality }: SheetScope,
    run: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return onMunicipality(study.slug, municipality.id, () => this.dataSource.transaction(run));
  }

  /** @param known answers that were read before, which stand where the sheet's history has not gone on since */
  private async open(
    scope: SheetScope,
    wanted: Wanted,
    manager: EntityManager,
    known: KnownSheet | null,
  ): Promise<OpenSheet> {
    const locked = await this.sheets.lock(scope.key, scope.round.questionSetId, manager);
    const { questionSet, contentHash, questionIds } = await this.scopes.loadedSet(scope, locked.questionSetId, manager);
    const codes = wanted.questions === 'ALL' ? questionSet.questions.map(({ code }) => code) : wanted.questions;
    const standing = known !== null && isDeepStrictEqual(known.sheet, locked) ? known.answers : NONE_KNOWN;
    const ids = codes.flatMap((code) => (standing.has(code) ? [] : (questionIds.get(code) ?? [])));
    const state = await this.sheets.read(scope.key, ids, wanted.keys ?? [], manager);
    const answers = new Map<string, NamedAnswer>();
    for (const code of codes) {
      const answer = standing.get(code) ?? state.answers.get(questionIds.get(code) ?? '');
      if (answer !== undefined) answers.set(code, answer);
    }
    return new OpenSheet(scope.key, questionSet, contentHash, questionIds, locked, state, answers);
  }
}

const NONE_KNOWN: KnownSheet['answers'] = new Map();
