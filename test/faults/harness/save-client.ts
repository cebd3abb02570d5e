import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { send, Unanswered, type Line } from './graphql.js';
import { SAVE, type SaveInput, type SaveOutcome } from './operations.js';
import type { Random } from './random.js';

/** Whoever has repeated in vain for so long gives up: the service is not coming back. */
const PATIENCE_MS = 180_000;
const PAUSE_MS = 25;

export interface SaveClientOptions {
  readonly line: Line;
  readonly token: string;
  /** Where to: one of several replicas, or a proxy. Asked before each attempt. */
  readonly port: (attempt: number) => number;
  /** Repeats with a key of its own each time, as no client should: a control. */
  readonly forgetsKeys?: boolean;
}

/** Sends acts, and repeats each with its key until it is acknowledged. */
export class SaveClient {
  constructor(private readonly options: SaveClientOptions) {}

  /** One attempt. @throws Unanswered where the outcome is unknown */
  async attempt(input: SaveInput, attempt: number): Promise<SaveOutcome> {
    const { line, token, port, forgetsKeys = false } = this.options;
    const sent = forgetsKeys ? { ...input, idempotencyKey: randomUUID() } : input;
    return (await send<{ saveAnswers: SaveOutcome }>(line, port(attempt), token, SAVE, { input: sent })).saveAnswers;
  }

  /**
   * @param givesUp whether the act is given up when the first attempt is not answered
   * @returns null where it was given up; the attempts count the first one
   */
  async save(
    input: SaveInput,
    givesUp = false,
  ): Promise<{ readonly outcome: SaveOutcome; readonly attempts: number } | null> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return { outcome: await this.attempt(input, attempt), attempts: attempt + 1 };
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        if (Date.now() > deadline) throw new Error(`not acknowledged after ${attempt} attempts`, { cause: error });
      }
      if (givesUp) return null;
      await sleep(PAUSE_MS);
    }
  }
}

/** Ports in turn, from a random one on: the next attempt goes elsewhere. */
export function inTurn(ports: readonly number[], random: Random): (attempt: number) => number {
  const first = random.between(0, ports.length - 1);
  return (attempt) => ports[(first + attempt) % ports.length] ?? 0;
}

/** Ports in turn, whether it is a repetition or another act. */
export function oneAfterTheOther(ports: readonly number[], random: Random): () => number {
  let next = random.between(0, ports.length - 1);
  return () => ports[next++ % ports.length] ?? 0;
}
