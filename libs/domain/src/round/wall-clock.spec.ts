import fc from 'fast-check';
import { instantsOf, sameWallTime, wallTimeAt } from './wall-clock.js';

const texts = (wall: string, zone?: string): readonly string[] =>
  instantsOf(wall, zone).map((instant) => instant.toISOString());

describe('the clocks of Berlin', () => {
  it.each([
    ['in winter', '2031-01-15T12:00', ['2031-01-15T11:00:00.000Z']],
    ['in summer', '2031-07-15T12:00', ['2031-07-15T10:00:00.000Z']],
    ['with seconds', '2031-07-15T23:59:59', ['2031-07-15T21:59:59.000Z']],
    ['just before they are put on', '2031-03-30T01:59', ['2031-03-30T00:59:00.000Z']],
    ['in the hour that is left out', '2031-03-30T02:30', []],
    ['just after they are put on', '2031-03-30T03:00', ['2031-03-30T01:00:00.000Z']],
    ['in the hour that comes twice', '2031-10-26T02:30', ['2031-10-26T00:30:00.000Z', '2031-10-26T01:30:00.000Z']],
    ['just after it has come twice', '2031-10-26T03:00', ['2031-10-26T02:00:00.000Z']],
    ['on 29 February', '2032-02-29T08:00', ['2032-02-29T07:00:00.000Z']],
    ['on a 29 February that is none', '2031-02-29T08:00', []],
    ['at an hour that is none', '2031-02-28T25:00', []],
    ['at nothing', '', []],
    ['at something else', 'tomorrow', []],
    ['with a zone of its own', '2031-01-15T12:00Z', []],
  ])('%s: %s', (_, wall, instants) => {
    expect(texts(wall)).toEqual(instants);
  });
});

describe('the clocks of any zone', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const second = (from: string, to: string) =>
    fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(to) / 1000 }).map((seconds) => new Date(seconds * 1000));

  it('are read back: the instant is among those of what they show, and all of those show the same', () => {
    fc.assert(
      fc.property(zone, second('1972-01-01T00:00:00Z', '2099-12-31T00:00:00Z'), (name, instant) => {
        const wall = wallTimeAt(instant, name);
        const found = instantsOf(wall, name);
        expect(found.map((one) => one.getTime())).toContain(instant.getTime());
        expect(found.length).toBeLessThanOrEqual(2);
        expect(new Set(found.map((one) => wallTimeAt(one, name)))).toEqual(new Set([wall]));
        expect(found).toEqual([...found].sort((a, b) => a.getTime() - b.getTime()));
      }),
      { numRuns: 400 },
    );
  });

  // Seen red with the offset at the wall time alone: the first of two hours was not found.
  // Berlin's own changes, each minute around them: here a wrong offset hides, and a random instant seldom looks.
  it('are read back in every minute around a change', () => {
    for (const change of ['2031-03-30T01:00:00Z', '2031-10-26T01:00:00Z'])
      for (let minute = -180; minute <= 180; minute += 1) {
        const instant = new Date(Date.parse(change) + minute * 60_000);
        const isTwice = change.includes('-10-') && minute >= -60 && minute < 60;
        expect(texts(wallTimeAt(instant))).toHaveLength(isTwice ? 2 : 1);
        expect(texts(wallTimeAt(instant))).toContain(instant.toISOString());
      }
  });

  it('show the same day and time in another year, whatever the clocks do in between', () => {
    fc.assert(
      fc.property(
        zone,
        second('1990-01-01T00:00:00Z', '2060-12-31T00:00:00Z'),
        fc.integer({ min: -10, max: 10 }),
        (name, instant, years) => {
          const [before, after] = [
            wallTimeAt(instant, name),
            wallTimeAt(sameWallTime(instant, years, name), name),
          ] as const;
          const wanted = `${Number(before.slice(0, 4)) + years}${before.slice(4)}`;
          // A day that is not, or a time that is left out, has no equal.
          fc.pre(instantsOf(wanted, name).length > 0);
          expect(after).toBe(wanted);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a midnight of summer where it is winter still', '2029-03-25T22:00:00.000Z', 1, '2030-03-25T23:00:00.000Z'],
    ['29 February', '2032-02-29T11:00:00.000Z', 1, '2033-03-01T11:00:00.000Z'],
    ['a time that is left out', '2030-03-30T01:30:00.000Z', 1, '2031-03-30T01:30:00.000Z'],
    ['the second of two', '2025-10-26T01:30:00.000Z', 6, '2031-10-26T01:30:00.000Z'],
    ['the first of two', '2025-10-26T00:30:00.000Z', 6, '2031-10-26T00:30:00.000Z'],
    ['thousandths of a second', '2030-07-31T21:59:59.999Z', 1, '2031-07-31T21:59:59.999Z'],
  ])('%s goes to another year', (_, instant, years, expected) => {
    expect(sameWallTime(new Date(instant), years).toISOString()).toBe(expected);
  });
});
