import type { ExclusionReason } from './comparison.types.js';
import { STATE_REASONS } from './state-map.js';
import type { StateReason } from './state-map.js';

/** All reasons, first wins. docs/methodology.md#accounting-identity */
export const EXCLUSION_REASONS: readonly ExclusionReason[] = [
  'UNIT_CHANGED',
  'NOT_IN_PANEL',
  'NO_RESPONSE_FROM',
  'NO_RESPONSE_TO',
  'NO_RESPONSE_BOTH',
  'NOT_ASKED',
  'SKIPPED',
  'NO_ANSWER',
  'DONT_KNOW',
  'REFUSED',
  'NOT_APPLICABLE',
  'CARRIED_OVER',
  'NOT_COMPARABLE',
];

/**
 * The one reason under which a municipality is excluded.
 *
 * Unit-level reasons go first, in table order and from either side: UNIT_CHANGED, NOT_IN_PANEL, no response (FROM, TO or
 * BOTH). Then come item-level reasons (NOT_ASKED to CARRIED_OVER): the only one there is, or the earlier round's where both
 * rounds have one, even if the later round's stands higher in the table. NOT_COMPARABLE is a property of the pair of
 * answers, not of one side, and is named only where nothing else keeps the pair from being valid.
 * @param from reason of the earlier side, null where it has a level
 * @param to reason of the later side, null where it has a level
 * @returns null where both sides have a level: the pair is comparable
 */
export function exclusionOf(from: StateReason | null, to: StateReason | null): ExclusionReason | null {
  if (from === 'UNIT_CHANGED' || to === 'UNIT_CHANGED') return 'UNIT_CHANGED';
  if (from === 'NOT_IN_PANEL' || to === 'NOT_IN_PANEL') return 'NOT_IN_PANEL';
  if (from === 'NO_RESPONSE') return to === 'NO_RESPONSE' ? 'NO_RESPONSE_BOTH' : 'NO_RESPONSE_FROM';
  if (to === 'NO_RESPONSE') return 'NO_RESPONSE_TO';
  if (from !== null && from !== 'NOT_COMPARABLE') return from;
  if (to !== null && to !== 'NOT_COMPARABLE') return to;
  return from ?? to;
}

/** Reason of a table state, null for a level. */
export const reasonOf = (levels: number, state: number): StateReason | null => STATE_REASONS[state - levels] ?? null;
