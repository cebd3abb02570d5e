import { nextRoundStatus, type RoundEvent, type RoundStatus } from './round-status.js';

describe('nextRoundStatus', () => {
  it.each<[RoundStatus, RoundEvent, RoundStatus | null]>([
    ['PLANNED', 'OPEN', 'OPEN'],
    ['PLANNED', 'CLOSE', null],
    ['OPEN', 'OPEN', null],
    ['OPEN', 'CLOSE', 'CLOSED'],
    ['CLOSED', 'OPEN', null],
    ['CLOSED', 'CLOSE', null],
  ])('%s + %s = %s', (from, event, to) => {
    const result = nextRoundStatus(from, event);

    expect(result.ok ? result.value : null).toBe(to);
    if (!result.ok) expect(result.errors[0]).toMatch(new RegExp(`${from}.*${event}`));
  });
});
