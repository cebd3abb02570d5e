import { Injectable, Optional, type OnModuleDestroy } from '@nestjs/common';
import { Tracing } from '../tracing/tracing.js';

/** Streams of subscriptions that wait for something to happen. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly bells = new Set<Bell>();

  constructor(@Optional() private readonly tracing?: Tracing) {}

  /** Asks for what has happened. @param isTold whether there is something to find; looks just in case are not traced */
  look<T>(isTold: boolean, ask: () => T): T {
    return isTold || this.tracing === undefined ? ask() : this.tracing.untraced(ask);
  }

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

  /** @returns whether it was rung */
  async wait(atMostMs: number): Promise<boolean> {
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
    const wasRung = this.rung;
    this.rung = false;
    return wasRung;
  }
}
