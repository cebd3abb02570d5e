/** What a point stands for: an operation, and as many bytes of its body. A save of one answer has one, a sheet of 250 a dozen. */
const POINT_BYTES = 2_048;

/**
 * Points that one process answers within about five seconds, by what a point takes of a core (three milliseconds, docs/scaling.md).
 * Whoever waits for longer gives up or repeats, and what is then done for them nobody learns.
 */
const MOST_POINTS = 1_600;

/**
 * The operations that this process has read and not answered yet. Bodies that are still coming in do not count: whoever sends
 * slowly would else keep others out.
 */
export class WorkInHand {
  private points = 0;

  constructor(private readonly most = MOST_POINTS) {}

  /** Whether there is so much of it that nothing more should even be read. */
  get isFull(): boolean {
    return this.points >= this.most;
  }

  /**
   * Takes an operation on, however large it is, where there is not too much in hand.
   * @returns what to call when it is answered; null where it has to be refused
   */
  take(bodyBytes: number): (() => void) | null {
    if (this.isFull) return null;
    const points = 1 + Math.floor(bodyBytes / POINT_BYTES);
    this.points += points;
    let isOver = false;
    return () => {
      if (!isOver) this.points -= points;
      isOver = true;
    };
  }
}
