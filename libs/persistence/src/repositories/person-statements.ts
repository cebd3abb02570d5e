import { asService } from '../row-scope.js';
import { firstRow, rowsOf, type Executor } from './repository.js';

/**
 * Statements about persons: who somebody is and what rights they have is known before there is a scope, and is not of one
 * municipality. Whoever asks has made sure whose persons they are.
 */
export const rowsOfPersons = <Row>(
  executor: Executor,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> => asService(() => rowsOf<Row>(executor, sql, parameters));

export const firstRowOfPersons = <Row>(
  executor: Executor,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row | null> => asService(() => firstRow<Row>(executor, sql, parameters));
