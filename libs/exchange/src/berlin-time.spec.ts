import { instantFrom } from './berlin-time.js';

describe('instantFrom', () => {
  it.each([
    ['2018-05-01', false, '2018-04-30T22:00:00.000Z'],
    ['2018-05-01', true, '2018-05-01T21:59:59.999Z'],
    ['2018-01-15', false, '2018-01-14T23:00:00.000Z'],
    ['2018-03-25', false, '2018-03-24T23:00:00.000Z'],
    ['2018-03-25', true, '2018-03-25T21:59:59.999Z'],
    ['2018-10-28', false, '2018-10-27T22:00:00.000Z'],
    ['2018-10-28', true, '2018-10-28T22:59:59.999Z'],
    ['2018-12-31', true, '2018-12-31T22:59:59.999Z'],
    ['2020-02-29', false, '2020-02-28T23:00:00.000Z'],
    ['2018-05-01T10:00Z', false, '2018-05-01T10:00:00.000Z'],
    ['2018-05-01T10:00:30.5+02:00', true, '2018-05-01T08:00:30.500Z'],
  ])('reads %s (end: %s) as %s', (text, end, expected) => {
    expect(instantFrom(text, end)?.toISOString()).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2018-02-31',
    '2019-02-29',
    '2018-13-01',
    '2018-00-10',
    '2018-05-00',
    '1.5.2018',
    '2018-5-1',
  ])('refuses the day %s', (text) => {
    expect(instantFrom(text, false)).toBeNull();
  });

  it.each(['2018-05-01T10:00', '2018-02-31T10:00Z', '2018-05-01T25:00Z', '2018-05-01 10:00Z'])(
    'refuses the instant %s',
    (text) => {
      expect(instantFrom(text, false)).toBeNull();
    },
  );
});
