import { randomInt } from 'node:crypto';

/** Pseudo-random numbers that a seed repeats. */
export interface Random {
  /** From 0 up to, but not, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  /** Whether something of this probability happens. */
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** A stream of its own, so that concurrent users do not take each other's numbers. */
  readonly fork: (name: string | number) => Random;
}

/** mulberry32 over 32 bits of state. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    fork: (name) =>
      randomOf([...String(name)].reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 16_777_619), seed)),
  };
}

/**
 * A test body with randomness of its own. Where it fails, the message tells the seed; `FAULTS_SEED` repeats it. Kills and
 * network faults meet the service at other instants each time, so that a seed repeats the plan, not the interleaving.
 */
export const seeded = (body: (random: Random) => Promise<void>) => async (): Promise<void> => {
  const seed = Number(process.env['FAULTS_SEED'] ?? randomInt(2 ** 31));
  try {
    await body(randomOf(seed));
  } catch (error) {
    // Errors of browsers and of Node itself are none of this realm's, and their messages stand.
    const { message = String(error) } = error as { readonly message?: string };
    throw new Error(`${message}\n\nThe plan again: FAULTS_SEED=${seed}`, { cause: error });
  }
};
