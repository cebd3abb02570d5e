/** What time it is. Windows, queries and mails ask it; the tests set it. */
export interface Clock {
  readonly now: () => Date;
}

export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = { now: () => new Date() };
