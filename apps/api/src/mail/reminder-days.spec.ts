import { describe, expect, it } from '@jest/globals';
import { dueReminder, reminderDays } from './reminder-days.js';

const closesAt = new Date('2026-12-18T17:00:00Z');
const before = (days: number, ms = 0): Date => new Date(closesAt.getTime() - days * 86_400_000 + ms);

describe('dueReminder', () => {
  it.each<[string, Date, number | null]>([
    ['before the first', before(14, -1), null],
    ['at the first', before(14), 14],
    ['just before the second', before(7, -1), 14],
    ['at the second', before(7), 7],
    ['at the last', before(1), 1],
    ['at the end', closesAt, null],
    ['after the end', before(-1), null],
  ])('%s', (_, now, expected) => {
    expect(dueReminder(closesAt, [1, 14, 7], now)).toBe(expected);
  });

  it('is none where none was asked for', () => {
    expect(dueReminder(closesAt, [], before(1))).toBeNull();
    expect(dueReminder(closesAt, [0, -3], before(1))).toBeNull();
  });
});

describe('reminderDays', () => {
  it.each([
    [before(7), 7],
    [before(7, 1), 7],
    [before(7, -1), 8],
    [before(0, -1), 1],
    [closesAt, 0],
  ])('%s', (now, days) => {
    expect(reminderDays(closesAt, now)).toBe(days);
  });
});
