import { instantInput, instantOf, isTime, NO_TIME } from './round-time.js';

describe('a time that is typed', () => {
  it.each([
    ['nothing', NO_TIME, true, null],
    ['a time in winter', { wall: '2031-01-15T12:00', isSecond: false }, true, '2031-01-15T11:00:00.000Z'],
    ['a time in summer', { wall: '2031-07-15T12:00', isSecond: false }, true, '2031-07-15T10:00:00.000Z'],
    ['a time that is left out', { wall: '2031-03-30T02:30', isSecond: false }, false, null],
    ['the first of two', { wall: '2031-10-26T02:30', isSecond: false }, true, '2031-10-26T00:30:00.000Z'],
    ['the second of two', { wall: '2031-10-26T02:30', isSecond: true }, true, '2031-10-26T01:30:00.000Z'],
    // Somebody chose the second, and then another day.
    ['the second of one', { wall: '2031-10-27T02:30', isSecond: true }, true, '2031-10-27T01:30:00.000Z'],
  ])('%s', (_, time, isSent, instant) => {
    expect(isTime(time)).toBe(isSent);
    expect(instantOf(time)?.toISOString() ?? null).toBe(instant);
    expect(instantInput('opensAt', time)).toEqual(instant === null ? {} : { opensAt: instant });
  });
});
