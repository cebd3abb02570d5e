import { Deadline } from './deadline.js';
import { asOperation, currentOperation, Operation } from './operation.js';

/**
 * Work that several operations wait for, as an operation of its own: the deadline of the one that came first is not that of all,
 * nor what it may see. Whoever asks for it says whose rows it sees; without that it sees none. It goes on for as long as anybody
 * waits; when the time of the last one is over, its statement is cancelled on the server and no further one is sent.
 */
export class SharedWork<Result> {
  private readonly deadline = new Deadline(Infinity);
  private readonly waiting = new Set<Deadline>();
  /** Somebody without an end waits as well. */
  private isEndless = false;
  private readonly result: Promise<Result>;

  /** @param waiting who waits from the beginning, by their deadlines; null: without an end. Default: whoever calls */
  constructor(
    work: () => Promise<Result>,
    waiting: readonly (Deadline | null)[] = [currentOperation()?.deadline ?? null],
  ) {
    for (const deadline of waiting) this.join(deadline);
    this.look();
    const first = currentOperation();
    const operation = new Operation(first?.isRead ?? false);
    operation.isAdmitted = first?.isAdmitted ?? false;
    operation.deadline = this.deadline;
    this.result = asOperation(operation, work).finally(() => this.deadline.lift());
    // Whoever waits is told. Where nobody waits any more, nobody is there to be told.
    this.result.catch(() => undefined);
  }

  /** Whether it was given up: whoever comes now begins anew. */
  get isOver(): boolean {
    return this.deadline.isOver;
  }

  /** Waits as one more. @throws DeadlineError as soon as the time of whoever calls is over, whether or not the work goes on */
  wait(): Promise<Result> {
    const deadline = currentOperation()?.deadline ?? null;
    this.join(deadline);
    return deadline === null ? this.result : deadline.within(this.result);
  }

  /** What becomes of it, for whoever does not keep it going. */
  get outcome(): Promise<Result> {
    return this.result;
  }

  private join(deadline: Deadline | null): void {
    if (deadline === null || deadline.isLifted) this.isEndless = true;
    else if (!deadline.isOver && !this.waiting.has(deadline)) {
      this.waiting.add(deadline);
      const stop = deadline.follow(() => {
        this.waiting.delete(deadline);
        this.look();
      });
      this.deadline.follow(stop);
    }
  }

  private look(): void {
    if (!this.isEndless && this.waiting.size === 0) this.deadline.pass();
  }
}
