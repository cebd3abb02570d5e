import { AsyncLocalStorage } from 'node:async_hooks';

/** What statements have to know of the operation that they belong to, without being told by everything in between. */
export interface Operation {
  /** Whether it only reads: where connections are short it is refused first, so that saves and submits go on. */
  isRead: boolean;
  /** Whether it was let in: what is half done is not refused any more, however many connections it asks for. */
  isAdmitted?: boolean;
}

const operations = new AsyncLocalStorage<Operation>();

/** The operation that the caller belongs to; null at start, in jobs and in background work. */
export const currentOperation = (): Operation | null => operations.getStore() ?? null;

/** Runs a request's work as one operation; whoever finds out what it is says so in `currentOperation()`. */
export const asOperation = <T>(operation: Operation, work: () => T): T => operations.run(operation, work);
