const DAY_MS = 86_400_000;

/** Days left until a window closes, begun ones counted in full: 1 within the last 24 hours; at most 0 once it is closed. */
export const reminderDays = (closesAt: Date, now: Date): number =>
  Math.ceil((closesAt.getTime() - now.getTime()) / DAY_MS);

/**
 * Which of a round's reminders is due: the one nearest to the end whose time has come. So who could not be reminded in
 * time, because the service stood still or the round was opened late, gets one reminder and not all that were missed.
 * @param daysBefore whole days before the end, from 1, in any order
 * @returns one of `daysBefore`; null before the first and after the end
 */
export function dueReminder(closesAt: Date, daysBefore: readonly number[], now: Date): number | null {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return null;
  const due = daysBefore.filter((days) => days >= 1 && left <= days * DAY_MS);
  return due.length === 0 ? null : Math.min(...due);
}
