import type { RoundWindow } from '@reflexbogen/domain';

/** A window as the audit keeps it. */
export const windowText = ({ status, opensAt, closesAt }: Omit<RoundWindow, 'code'>): string =>
  `${status} ${opensAt.toISOString()}/${closesAt.toISOString()}`;
