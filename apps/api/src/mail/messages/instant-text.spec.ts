import { describe, expect, it } from '@jest/globals';
import { dayText, instantText } from './instant-text.js';

describe('instantText', () => {
  it.each([
    ['summer', '2026-07-31T21:59:59Z', 'Freitag, 31. Juli 2026, 23:59 Uhr', 'Friday, 31 July 2026, 23:59 German time'],
    [
      'winter',
      '2026-12-18T17:00:00Z',
      'Freitag, 18. Dezember 2026, 18:00 Uhr',
      'Friday, 18 December 2026, 18:00 German time',
    ],
    [
      'midnight',
      '2026-03-31T22:00:00Z',
      'Mittwoch, 1. April 2026, 00:00 Uhr',
      'Wednesday, 1 April 2026, 00:00 German time',
    ],
    [
      'the first of two hours',
      '2026-10-25T00:30:00Z',
      'Sonntag, 25. Oktober 2026, 02:30 Uhr (Sommerzeit)',
      'Sunday, 25 October 2026, 02:30 German time (summer time)',
    ],
    [
      'the second of two hours',
      '2026-10-25T01:30:00Z',
      'Sonntag, 25. Oktober 2026, 02:30 Uhr (Winterzeit)',
      'Sunday, 25 October 2026, 02:30 German time (winter time)',
    ],
    [
      'the hour after',
      '2026-10-25T02:00:00Z',
      'Sonntag, 25. Oktober 2026, 03:00 Uhr',
      'Sunday, 25 October 2026, 03:00 German time',
    ],
  ])('%s', (_, instant, german, english) => {
    expect(instantText(new Date(instant), 'de')).toBe(german);
    expect(instantText(new Date(instant), 'en')).toBe(english);
  });

  it('takes the day from German clocks', () => {
    expect(dayText(new Date('2026-12-31T23:00:00Z'), 'de')).toBe('Freitag, 1. Januar 2027');
  });
});
