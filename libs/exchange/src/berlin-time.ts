/** Where German administrations keep their clocks. */
const ZONE = 'Europe/Berlin';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function wallClock(instant: number): number {
  const value = Object.fromEntries(parts.formatToParts(instant).map(({ type, value: text }) => [type, Number(text)]));
  return Date.UTC(
    value['year'] ?? 0,
    (value['month'] ?? 1) - 1,
    value['day'] ?? 1,
    value['hour'] ?? 0,
    value['minute'] ?? 0,
    value['second'] ?? 0,
  );
}

/** Instant of midnight in Berlin at the start of a calendar day; daylight saving never changes at midnight there. */
function startOfDay(day: number): Date {
  let instant = day;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let round = 0; round < 2; round += 1) instant = day - (wallClock(instant) - instant);
  return new Date(instant);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a date or an instant. A date alone is a day in Berlin: its start, or with `end` its last millisecond.
 * @returns null for anything else, days that do not exist included
 */
export function instantFrom(text: string, end: boolean): Date | null {
  const match = DAY.exec(text);
  if (match) {
    const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const day = Date.UTC(year, month - 1, date);
    if (new Date(day).getUTCMonth() !== month - 1) return null;
    return end ? new Date(startOfDay(Date.UTC(year, month - 1, date + 1)).getTime() - 1) : startOfDay(day);
  }
  const [, date] = INSTANT.exec(text) ?? [];
  // Date itself takes the 31st of a shorter month for a day of the next one.
  if (date === undefined || instantFrom(date, false) === null) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
