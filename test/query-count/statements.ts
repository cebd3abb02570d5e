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

  constructor(dataSource: DataSource) {
    observeStatements(dataSource, (text) => {
      const operation = currentOperation();
      if (operation !== null && !OF_NOBODY.test(text)) this.operations.add(operation);
      return () => undefined;
    });
  }

  async during<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly statements: number }> {
    this.operations = new Set();
    const result = await work();
    return { result, statements: [...this.operations].reduce((sum, { statements }) => sum + statements, 0) };
  }
}
