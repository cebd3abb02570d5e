/** What was looked at, how it is, and what to do about it. No finding holds a secret: addresses come without their users. */
export interface Finding {
  readonly area: 'service' | 'configuration' | 'machine' | 'database' | 'mail' | 'sign-in' | 'observing';
  readonly state: 'ok' | 'warning' | 'fault';
  readonly what: string;
  /** What to do; null where there is nothing to be done. */
  readonly mend: string | null;
}

export const ok = (area: Finding['area'], what: string): Finding => ({ area, state: 'ok', what, mend: null });
export const warning = (area: Finding['area'], what: string, mend: string): Finding => ({
  area,
  state: 'warning',
  what,
  mend,
});
export const fault = (area: Finding['area'], what: string, mend: string): Finding => ({
  area,
  state: 'fault',
  what,
  mend,
});

/** The code of an error, or its class: messages of packages may repeat an address with its password. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('cause' in error && error.cause !== undefined) return reasonOf(error.cause);
  return 'name' in error && typeof error.name === 'string' ? error.name : 'unknown';
}

/** Host and port of an address, without whoever signs in there. */
export function placeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'an address that is none';
}
