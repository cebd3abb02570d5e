import { currentOperation, currentScope, observeStatements, type OperationScope } from '@reflexbogen/persistence';
import type { DataSource } from 'typeorm';

/** What belongs to no operation: budgets are taken for hundreds of requests at once. */
const OF_NOBODY = /\brate_budget\b/;

/**
 * Counts the statements of one operation after the other: those that its own scope counts, and those that it sends for
 * everybody who waits (columns, transactions of a sheet), which a scope does not count.
 */
export class StatementCounter {
  private scopes = new Set<OperationScope>();
  private forEverybody = 0;

  constructor(dataSource: DataSource) {
    observeStatements(dataSource, (text) => {
      const scope = currentScope();
      if (scope !== null) this.scopes.add(scope);
      else if (currentOperation() !== null && !OF_NOBODY.test(text)) this.forEverybody += 1;
      return () => undefined;
    });
  }

  async during<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly statements: number }> {
    this.scopes = new Set();
    this.forEverybody = 0;
    const result = await work();
    return { result, statements: [...this.scopes].reduce((sum, scope) => sum + scope.statements, this.forEverybody) };
  }
}
