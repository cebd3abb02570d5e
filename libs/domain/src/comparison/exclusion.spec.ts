import { EXCLUSION_REASONS, exclusionOf } from './exclusion.js';
import type { StateReason } from './state-map.js';
import { STATE_REASONS } from './state-map.js';

describe('exclusionOf', () => {
  it.each<[StateReason | null, StateReason | null, string | null]>([
    [null, null, null],
    ['UNIT_CHANGED', null, 'UNIT_CHANGED'],
    ['NOT_IN_PANEL', 'UNIT_CHANGED', 'UNIT_CHANGED'],
    ['NOT_IN_PANEL', 'NO_RESPONSE', 'NOT_IN_PANEL'],
    ['NO_RESPONSE', 'NOT_IN_PANEL', 'NOT_IN_PANEL'],
    ['NO_RESPONSE', null, 'NO_RESPONSE_FROM'],
    ['NO_RESPONSE', 'SKIPPED', 'NO_RESPONSE_FROM'],
    ['NOT_ASKED', 'NO_RESPONSE', 'NO_RESPONSE_TO'],
    [null, 'NO_RESPONSE', 'NO_RESPONSE_TO'],
    ['NO_RESPONSE', 'NO_RESPONSE', 'NO_RESPONSE_BOTH'],
    ['NOT_ASKED', null, 'NOT_ASKED'],
    [null, 'NOT_ASKED', 'NOT_ASKED'],
    // Both sides have an item-level reason: the earlier one is named, even below the other in the table.
    ['REFUSED', 'NOT_ASKED', 'REFUSED'],
    ['NO_ANSWER', 'SKIPPED', 'NO_ANSWER'],
    ['DONT_KNOW', 'NOT_APPLICABLE', 'DONT_KNOW'],
    // NOT_COMPARABLE is about the pair: it is named only where both sides gave an answer.
    ['NOT_COMPARABLE', 'DONT_KNOW', 'DONT_KNOW'],
    ['NOT_COMPARABLE', 'NO_RESPONSE', 'NO_RESPONSE_TO'],
    ['REFUSED', 'NOT_COMPARABLE', 'REFUSED'],
    ['NOT_COMPARABLE', null, 'NOT_COMPARABLE'],
    [null, 'NOT_COMPARABLE', 'NOT_COMPARABLE'],
    ['NOT_COMPARABLE', 'NOT_COMPARABLE', 'NOT_COMPARABLE'],
  ])('%s and %s give %s', (from, to, reason) => {
    expect(exclusionOf(from, to)).toBe(reason);
  });

  it('names a reason for every pair that has one', () => {
    for (const from of [...STATE_REASONS, null])
      for (const to of [...STATE_REASONS, null]) {
        const reason = exclusionOf(from, to);
        expect(reason === null).toBe(from === null && to === null);
        if (reason !== null) expect(EXCLUSION_REASONS).toContain(reason);
      }
  });
});
