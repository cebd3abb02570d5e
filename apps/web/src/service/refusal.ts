import type { ParticularsFragment } from '@reflexbogen/client';

/** An error in a mutation's payload. */
export interface PayloadError {
  readonly code?: string;
  /** What exactly is wrong, where the service says more than a code. */
  readonly particulars?: ParticularsFragment | null;
  /** The service's own words, in English. */
  readonly message: string;
}

/** What the service has refused, in its own words: the errors in a mutation's payload. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly errors: readonly PayloadError[];

  constructor(reason: string | readonly PayloadError[]) {
    const errors = typeof reason === 'string' ? [{ message: reason }] : reason;
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
  }
}

/** The value of a payload. @throws Refusal with its errors where there is none */
export function demanded<T>(value: T | null | undefined, errors: readonly PayloadError[]): T {
  if (value === null || value === undefined) throw new Refusal(errors);
  return value;
}
