import { AsyncLocalStorage } from 'node:async_hooks';
import type { Deadline } from './deadline.js';
import type { RowScope } from './row-scope.js';

/**
 * What statements have to know of the operation that they belong to, without being told by everything in between: one request,
 * one subscription. The pool asks it who goes first (bounded-pool.ts), the connection whose rows are in sight and until when
 * statements run (scoped-client.ts).
 */
export class Operation {
  /** Whether it was let in: what is half done is not refused any more, however many connections it asks for. */
  isAdmitted = false;
  /** Until when its statements run; null: without an end of its own. */
  deadline: Deadline | null = null;
  /** Statements sent so far, those that begin and end transactions left out. */
  statements = 0;
  /** Which rows of municipalities it may see and write; null: none. */
  rows: RowScope | null = null;

  /** @param isRead whether it only reads: where connections are short it is refused first, so that saves and submits go on */
  constructor(public isRead = false) {}
}

/** Where somebody is at work: in an operation or in none, and maybe on other rows than it has as a whole. */
interface Place {
  readonly operation: Operation | null;
  /** Undefined: those of the operation. */
  readonly rows?: RowScope | null;
}

const places = new AsyncLocalStorage<Place>();

/** The operation that the caller belongs to; null at start and in background work. */
export const currentOperation = (): Operation | null => places.getStore()?.operation ?? null;

/** Which rows of municipalities are in sight of the caller; null: none. */
export function currentRows(): RowScope | null {
  const place = places.getStore();
  if (place === undefined) return null;
  return place.rows === undefined ? (place.operation?.rows ?? null) : place.rows;
}

/** Runs a request's work as one operation; whoever finds out what it is says so in `currentOperation()`. */
export const asOperation = <T>(operation: Operation, work: () => T): T => places.run({ operation }, work);

/** Runs work on rows of its own, in the same operation or in none, as before. */
export const withRows = <T>(rows: RowScope | null, work: () => T): T =>
  places.run({ operation: currentOperation(), rows }, work);

/** Runs work that belongs to no operation, whoever happens to begin it: what is gathered from many and sent for all of them. */
export const outsideOperations = <T>(work: () => T): T => places.exit(work);

/**
 * Runs work that no single answer is bound to as an operation of its own, with the same rows in sight: what goes on after the
 * answer, or is asked for many.
 * @param deadline until when; it is lifted when the work has ended
 */
export async function onItsOwn<T>(deadline: Deadline, work: () => Promise<T>): Promise<T> {
  const operation = new Operation();
  operation.rows = currentRows();
  operation.deadline = deadline;
  try {
    return await asOperation(operation, work);
  } finally {
    deadline.lift();
  }
}
