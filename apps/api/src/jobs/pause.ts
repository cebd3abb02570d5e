/** A wait that can be ended early, by one waiter at a time. An end without a waiter counts for the next wait. */
export class Pause {
  private finish: (() => void) | null = null;
  private ended = false;

  wait(ms: number): Promise<void> {
    if (this.ended) {
      this.ended = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), ms);
      this.finish = () => {
        clearTimeout(timer);
        this.finish = null;
        resolve();
      };
    });
  }

  end(): void {
    if (this.finish === null) this.ended = true;
    else this.finish();
  }
}
