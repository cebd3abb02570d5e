import type { RoundStatus } from './round-status.js';

/** What decides whether a round takes sheets. */
export interface RoundWindow {
  readonly code: string;
  /** PLANNED and CLOSED by an act hold whatever the clock says; OPEN holds between the two instants. */
  readonly status: RoundStatus;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** More time for one municipality. */
export interface WindowExtension {
  /** End of its own window; null: it may hand in late, without an end. */
  readonly closesAt: Date | null;
  readonly reason: string;
}

/** A round as one municipality finds it at an instant. */
export interface WindowState {
  readonly status: RoundStatus;
  /** When the municipality's window ends: the later of the round's end and its extension's; null = without end. */
  readonly closesAt: Date | null;
  /** Whether what is handed in now comes after the round's own end. */
  readonly isLate: boolean;
}

/**
 * The window of a municipality. It is open from `opensAt` on and up to, but not at, its end: what is received a millisecond
 * before the end counts, what is received at the end does not. A round that was closed by an act is closed for everybody but
 * municipalities with an extension.
 * @param instant when the request was received, not when it is worked on
 */
export function windowAt(round: RoundWindow, extension: WindowExtension | null, instant: Date): WindowState {
  const closesAt =
    extension === null
      ? round.closesAt
      : extension.closesAt === null
        ? null
        : new Date(Math.max(extension.closesAt.getTime(), round.closesAt.getTime()));
  const isAfterRound = round.status === 'CLOSED' || instant >= round.closesAt;
  if (round.status === 'PLANNED' || instant < round.opensAt) return { status: 'PLANNED', closesAt, isLate: false };
  const isClosed = extension === null ? isAfterRound : closesAt !== null && instant >= closesAt;
  return { status: isClosed ? 'CLOSED' : 'OPEN', closesAt, isLate: !isClosed && isAfterRound };
}

const berlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** An instant on the clocks of German administrations: "31 Jul 2021, 23:59:59 CEST". The name tells apart the hour that comes twice. */
export const berlinTime = (instant: Date): string => berlin.format(instant);

/** Why a window does not take a sheet, naming the window; null where it does. */
export function windowRefusal(round: RoundWindow, extension: WindowExtension | null, instant: Date): string | null {
  const { status } = windowAt(round, extension, instant);
  if (status === 'OPEN') return null;
  const received = `this came ${berlinTime(instant)}`;
  const window = `Its window is ${berlinTime(round.opensAt)} to ${berlinTime(round.closesAt)}`;
  if (status === 'PLANNED')
    return round.status === 'PLANNED'
      ? `Round ${round.code} is planned and not open yet. ${window}.`
      : `Round ${round.code} is not open yet. ${window}; ${received}.`;
  const own = extension?.closesAt ? `, yours was extended to ${berlinTime(extension.closesAt)}` : '';
  return round.status === 'CLOSED' && instant < round.closesAt
    ? `Round ${round.code} has been closed early. ${window}${own}; ${received}.`
    : `Round ${round.code} is closed. ${window}${own}; ${received}.`;
}
