import { Injectable } from '@nestjs/common';
import {
  currentOperation,
  currentRows,
  type Deadline,
  narrowed,
  outsideOperations,
  type RowScope,
  SharedWork,
  withRows,
} from '@reflexbogen/persistence';
import type { OpenSheet } from './open-sheet.js';
import type { SheetScope } from './sheet-scope.js';
import { SheetTransactions, type Wanted } from './sheet-transactions.js';

const ACTS_PER_BATCH = 64;

interface WaitingAct {
  readonly wanted: Wanted & { readonly questions: readonly string[] };
  readonly act: (sheet: OpenSheet) => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
  /** What whoever acts may see of the sheet; null: nothing. */
  readonly rows: RowScope | null;
  /** Until when whoever acts waits; null: without an end. */
  readonly deadline: Deadline | null;
}

const reachOf = (rows: RowScope | null): string =>
  rows === null ? '' : JSON.stringify([rows.municipalities, rows.reach, rows.studies]);

/** In the scope that all of a batch have, in the names of all of them. */
function within<T>(batch: readonly WaitingAct[], work: () => T): T {
  const rows = batch[0]?.rows ?? null;
  const actors = [...new Set(batch.flatMap((one) => one.rows?.actors ?? []))];
  return withRows(rows === null ? null : { ...rows, actors }, work);
}

/**
 * Acts on one sheet wait for each other anyway, because each takes its lock. Those that come while a transaction is under
 * way go together in the next one: one lock, one commit. Each decides for itself; a fault of the database fails them all,
 * and each client repeats its own.
 *
 * Whoever has no time left is told so at once. An act that has not begun by then is not run; a transaction is cancelled when
 * nobody of its batch has time left, but for its COMMIT. Whoever repeats an act with its key learns what became of it.
 */
@Injectable()
export class SheetBatches {
  private readonly queues = new Map<string, WaitingAct[]>();

  constructor(private readonly transactions: SheetTransactions) {}

  run<Result>(scope: SheetScope, wanted: WaitingAct['wanted'], act: (sheet: OpenSheet) => Result): Promise<Result> {
    const rows = currentRows();
    const deadline = currentOperation()?.deadline ?? null;
    const done = new Promise<Result>((resolve, reject) => {
      let result: { readonly value: Result } | null = null;
      const waiting: WaitingAct = {
        wanted,
        act: (sheet) => void (result = { value: act(sheet) }),
        failed: reject,
        rows: rows === null ? null : narrowed(rows, scope.study.slug, scope.key.municipalityId),
        deadline,
        done: () => (result === null ? reject(new Error('an act was not run')) : resolve(result.value)),
      };
      // Only those who may see the same go together: nobody gets into the transaction of somebody who may see more.
      const name = `${scope.key.municipalityId} ${scope.key.roundId} ${reachOf(waiting.rows)}`;
      const queue = this.queues.get(name);
      if (queue !== undefined) queue.push(waiting);
      else {
        this.queues.set(name, [waiting]);
        // Others' acts join: nothing of the operation that came first is theirs.
        void outsideOperations(() => this.drain(scope, name));
      }
    });
    return deadline === null ? done : deadline.within(done);
  }

  private async drain(scope: SheetScope, name: string): Promise<void> {
    for (;;) {
      const queue = this.queues.get(name) ?? [];
      const waiting = queue.splice(0, ACTS_PER_BATCH);
      if (waiting.length === 0) {
        this.queues.delete(name);
        return;
      }
      const batch = waiting.filter(({ deadline }) => deadline?.isOver !== true);
      if (batch.length === 0) continue;
      const wanted = {
        questions: [...new Set(batch.flatMap(({ wanted: { questions } }) => questions))],
        keys: batch.flatMap(({ wanted: { keys } }) => keys ?? []),
      };
      try {
        const transaction = new SharedWork(
          () =>
            within(batch, () =>
              this.transactions.save(scope, wanted, (sheet) => {
                for (const { act } of batch) act(sheet);
              }),
            ),
          batch.map(({ deadline }) => deadline),
        );
        await transaction.outcome;
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
  }
}
