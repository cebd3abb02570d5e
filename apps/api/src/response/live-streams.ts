import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Streams of subscriptions that wait for something to happen. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly bells = new Set<Bell>();

  /** A stream that ends at once when its reader goes or the service stops, and not only when it would wake by itself. */
  open<T>(follow: (bell: Bell) => AsyncGenerator<T>): AsyncGenerator<T> {
    const bell = new Bell();
    this.bells.add(bell);
    const stream = follow(bell);
    const end = stream.return.bind(stream);
    stream.return = (value) => {
      this.bells.delete(bell);
      bell.stop();
      return end(value);
    };
    return stream;
  }

  onModuleDestroy(): void {
    for (const bell of this.bells) bell.stop();
    this.bells.clear();
  }
}

/** Wakes one waiter; rung while nobody waits, it wakes the next one at once. */
export class Bell {
  isStopped = false;
  private rung = false;
  private wake: (() => void) | null = null;
  private endRest: (() => void) | null = null;

  stop(): void {
    this.isStopped = true;
    this.endRest?.();
    this.ring();
  }

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Lets time pass, whoever rings: a ring meanwhile ends the next wait at once. */
  async rest(ms: number): Promise<void> {
    if (this.isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endRest = null;
  }

  async wait(atMostMs: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, atMostMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
    this.rung = false;
  }
}
