import { Injectable } from '@nestjs/common';
import { SheetRepository, translateDatabaseError, type ActKey, type NamedAnswer } from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
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
    // Before the transaction: one that holds a connection must not wait for another.
    await this.scopes.prepare(scope);
    const { result, events } = await this.transaction(async (manager) => {
      const sheet = await this.open(scope, wanted, manager);
      const before = sheet.lastEvent;
      const result = await act(sheet, manager);
      const write = sheet.toWrite();
      if (write !== null) await this.sheets.write(scope.key, write, manager);
      return { result, events: sheet.lastEvent - before };
    });
    if (events > 0) this.notices.publish(scope.key);
    return result;
  }

  /** A key that is used for two sheets at once is found out by the database: the later one looks again. */
  private async transaction<Result>(run: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    try {
      return await this.dataSource.transaction(run);
    } catch (error) {
      if (translateDatabaseError(error, 'idempotency_key_pkey') !== 'DUPLICATE') throw error;
      return this.dataSource.transaction(run);
    }
  }

  private async open(scope: SheetScope, wanted: Wanted, manager: EntityManager): Promise<OpenSheet> {
    const locked = await this.sheets.lock(scope.key, scope.round.questionSetId, manager);
    const { questionSet, contentHash, questionIds } = await this.scopes.loadedSet(scope, locked.questionSetId, manager);
    const codes = wanted.questions === 'ALL' ? questionSet.questions.map(({ code }) => code) : wanted.questions;
    const ids = codes.flatMap((code) => questionIds.get(code) ?? []);
    const state = await this.sheets.read(scope.key, ids, wanted.keys ?? [], manager);
    const answers = new Map<string, NamedAnswer>();
    for (const code of codes) {
      const answer = state.answers.get(questionIds.get(code) ?? '');
      if (answer !== undefined) answers.set(code, answer);
    }
    return new OpenSheet(scope.key, questionSet, contentHash, questionIds, locked, state, answers);
  }
}
