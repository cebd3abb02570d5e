/** Where the windows of rounds are: the clocks that designers and municipalities look at, wherever their browser or the service is. */
export const STUDY_ZONE = 'Europe/Berlin';

const HOUR = 3_600_000;
/** No clock is put on by more than a day; within this long before and after a transition both of its offsets are in force. */
const REACH = 36 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  formats.set(zone, format);
  return format;
}

/**
 * What the clocks of a zone show at an instant.
 * @param zone name in the IANA database
 * @returns `2031-03-30T14:05:00`, without fractions of a second
 * @throws RangeError where there is no such zone
 */
export function wallTimeAt(instant: Date, zone: string = STUDY_ZONE): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** The wall time as if clocks went by UTC, in milliseconds; null for what is none, as 30 February. */
function asUtc(wall: string): number | null {
  if (!WALL_TIME.test(wall)) return null;
  const time = Date.parse(`${wall}Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(wall) ? null : time;
}

/**
 * When the clocks of a zone show a time.
 * @param wall `2031-03-30T14:05`, with or without seconds
 * @param zone name in the IANA database
 * @returns the instants, earliest first: one as a rule; none where the clocks are put on past it, or it is no time; two where
 *   they are put back and show it twice
 * @throws RangeError where there is no such zone
 */
export function instantsOf(wall: string, zone: string = STUDY_ZONE): readonly Date[] {
  const time = asUtc(wall);
  if (time === null) return [];
  const offsets = new Set(
    [-REACH, 0, REACH].map((away) => (asUtc(wallTimeAt(new Date(time + away), zone)) ?? NaN) - (time + away)),
  );
  return [...offsets]
    .map((offset) => new Date(time - offset))
    .filter((instant) => asUtc(wallTimeAt(instant, zone)) === time)
    .sort((a, b) => a.getTime() - b.getTime());
}

/**
 * The same day and time on the clocks of a zone in another year; 29 February becomes 1 March where there is none.
 * @param years how many later, a whole number; negative for earlier
 * @returns of a time that comes twice the instant with the offset of before, else the first; a time that is left out is put on
 *   by as much as the clocks are
 */
export function sameWallTime(instant: Date, years: number, zone: string = STUDY_ZONE): Date {
  const wall = new Date(asUtc(wallTimeAt(instant, zone)) ?? NaN);
  const offset = wall.getTime() - Math.floor(instant.getTime() / 1000) * 1000;
  const moved = new Date(wall);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  const candidates = instantsOf(moved.toISOString().slice(0, 19), zone);
  const same = candidates.find((candidate) => moved.getTime() - candidate.getTime() === offset) ?? candidates[0];
  const found = same ?? new Date(moved.getTime() - offsetBefore(moved.getTime(), zone));
  return new Date(found.getTime() + (((instant.getTime() % 1000) + 1000) % 1000));
}

/** The offset in force before a time that is left out: by it the time is the one as much later as the clocks are put on. */
const offsetBefore = (time: number, zone: string): number =>
  (asUtc(wallTimeAt(new Date(time - REACH), zone)) ?? NaN) - (time - REACH);
