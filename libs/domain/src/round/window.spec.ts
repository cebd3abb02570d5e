import fc from 'fast-check';
import { berlinTime, windowAt, windowRefusal, type RoundWindow, type WindowExtension } from './window.js';

const at = (text: string): Date => new Date(text);
const round: RoundWindow = {
  code: '2021',
  status: 'OPEN',
  opensAt: at('2021-03-28T00:00:00+01:00'),
  closesAt: at('2021-10-31T02:30:00+01:00'),
};
const until = (text: string | null): WindowExtension => ({
  closesAt: text === null ? null : at(text),
  reason: 'illness',
});
const before = (instant: Date): Date => new Date(instant.getTime() - 1);

describe('windowAt', () => {
  it('opens at its start and not a millisecond earlier', () => {
    expect(windowAt(round, null, before(round.opensAt)).status).toBe('PLANNED');
    expect(windowAt(round, null, round.opensAt).status).toBe('OPEN');
  });

  it('closes at its end and not a millisecond earlier', () => {
    expect(windowAt(round, null, before(round.closesAt)).status).toBe('OPEN');
    expect(windowAt(round, null, round.closesAt).status).toBe('CLOSED');
  });

  it('knows the hour that comes twice: 02:30 on the night of the change is an hour earlier in summer time', () => {
    expect(windowAt(round, null, at('2021-10-31T02:30:00+02:00')).status).toBe('OPEN');
    expect(windowAt(round, null, at('2021-10-31T02:29:59.999+01:00')).status).toBe('OPEN');
    expect(windowAt(round, null, at('2021-10-31T02:30:00+01:00')).status).toBe('CLOSED');
  });

  it('does not know the hour that is left out in spring: 03:00 follows 01:59:59', () => {
    const spring = { ...round, closesAt: at('2021-03-28T03:00:00+02:00') };
    expect(windowAt(spring, null, at('2021-03-28T01:59:59.999+01:00')).status).toBe('OPEN');
    expect(windowAt(spring, null, at('2021-03-28T02:00:00+01:00')).status).toBe('CLOSED');
  });

  it.each([
    ['planned', { ...round, status: 'PLANNED' as const }, null, '2021-05-01T00:00:00Z', 'PLANNED', false],
    ['closed early', { ...round, status: 'CLOSED' as const }, null, '2021-05-01T00:00:00Z', 'CLOSED', false],
    [
      'closed early, extended',
      { ...round, status: 'CLOSED' as const },
      until(null),
      '2021-05-01T00:00:00Z',
      'OPEN',
      true,
    ],
    ['over, extended', round, until('2021-12-01T00:00:00Z'), '2021-11-30T23:59:59.999Z', 'OPEN', true],
    ['over, extension over', round, until('2021-12-01T00:00:00Z'), '2021-12-01T00:00:00Z', 'CLOSED', false],
    ['over, late allowed', round, until(null), '2031-01-01T00:00:00Z', 'OPEN', true],
    ['not begun, extended', round, until(null), '2021-01-01T00:00:00Z', 'PLANNED', false],
    ['running, extended', round, until('2021-12-01T00:00:00Z'), '2021-05-01T00:00:00Z', 'OPEN', false],
    ['extension before the end', round, until('2021-04-01T00:00:00Z'), '2021-05-01T00:00:00Z', 'OPEN', false],
  ])('%s', (_, window, extension, instant, status, isLate) => {
    expect(windowAt(window, extension, at(instant))).toMatchObject({ status, isLate });
  });

  it('an extension never takes time away, and gives a refusal exactly where the window is not open', () => {
    const instants = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2023-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(
        instants,
        fc.option(instants),
        fc.constantFrom('PLANNED' as const, 'OPEN' as const, 'CLOSED' as const),
        (instant, closesAt, status) => {
          const window = { ...round, status };
          const extension = { closesAt, reason: 'x' };
          if (windowAt(window, null, instant).status === 'OPEN')
            expect(windowAt(window, extension, instant).status).toBe('OPEN');
          for (const given of [null, extension])
            expect(windowRefusal(window, given, instant) === null).toBe(
              windowAt(window, given, instant).status === 'OPEN',
            );
        },
      ),
    );
  });
});

describe('berlinTime', () => {
  it('tells the two hours apart that the clocks show twice', () => {
    expect(berlinTime(at('2021-10-31T00:30:00Z'))).toBe('31 Oct 2021, 02:30:00 CEST');
    expect(berlinTime(at('2021-10-31T01:30:00Z'))).toBe('31 Oct 2021, 02:30:00 CET');
  });
});

describe('windowRefusal', () => {
  it.each([
    [
      round,
      null,
      '2021-10-31T02:30:00+01:00',
      'Round 2021 is closed. Its window is 28 Mar 2021, 00:00:00 CET to 31 Oct 2021, 02:30:00 CET; this came 31 Oct 2021, 02:30:00 CET.',
    ],
    [
      round,
      until('2021-11-01T00:00:00+01:00'),
      '2021-11-02T00:00:00+01:00',
      'Round 2021 is closed. Its window is 28 Mar 2021, 00:00:00 CET to 31 Oct 2021, 02:30:00 CET, yours was extended to 1 Nov 2021, 00:00:00 CET; this came 2 Nov 2021, 00:00:00 CET.',
    ],
    [
      { ...round, status: 'CLOSED' as const },
      null,
      '2021-05-01T00:00:00+02:00',
      'Round 2021 has been closed early. Its window is 28 Mar 2021, 00:00:00 CET to 31 Oct 2021, 02:30:00 CET; this came 1 May 2021, 00:00:00 CEST.',
    ],
    [
      round,
      null,
      '2021-01-01T00:00:00+01:00',
      'Round 2021 is not open yet. Its window is 28 Mar 2021, 00:00:00 CET to 31 Oct 2021, 02:30:00 CET; this came 1 Jan 2021, 00:00:00 CET.',
    ],
    [
      { ...round, status: 'PLANNED' as const },
      null,
      '2021-05-01T00:00:00+02:00',
      'Round 2021 is planned and not open yet. Its window is 28 Mar 2021, 00:00:00 CET to 31 Oct 2021, 02:30:00 CET.',
    ],
  ])('names the window', (window, extension, instant, message) => {
    expect(windowRefusal(window, extension, at(instant))).toBe(message);
  });
});
