import { currentOperation, observeStatements, type Operation } from '@reflexbogen/persistence';
import type { DataSource } from 'typeorm';

/** What belongs to no operation: budgets are taken for hundreds of requests at once. */
const OF_NOBODY = /\brate_budget\b/;

/**
 * Counts the statements of one operation after the other: its own, and those that it sends for everybody who waits (columns,
 * transactions of a sheet), which are operations of their own.
 */
export class StatementCounter {
  private operations = new Set<Operation>();
  private outside = 0;

  constructor(dataSource: DataSource) {
    observeStatements(dataSource, (text) => {
      const operation = currentOperation();
      if (OF_NOBODY.test(text)) return () => undefined;
      if (operation === null) this.outside += 1;
      else this.operations.add(operation);
      return () => undefined;
    });
  }

  /** @returns beside the statements of operations how many were sent outside of any, whoever sent them: subscriptions do */
  async during<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly statements: number; readonly outside: number }> {
    this.operations = new Set();
    this.outside = 0;
    const result = await work();
    const { outside } = this;
    return {
      result,
      statements: [...this.operations].reduce((sum, { statements }) => sum + statements, 0),
      outside,
    };
  }
}
