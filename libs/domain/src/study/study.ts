import type { LocalizedText } from '../text/localized-text.js';
import type { RoundStatus } from '../round/round-status.js';

/** A property of municipalities by which results are broken down. Without `values` any text is a category. */
export interface Attribute {
  readonly code: string;
  readonly label: LocalizedText;
  readonly values?: readonly { readonly code: string; readonly label: LocalizedText }[];
}

/** Why a municipality is a member from or up to a year. MERGED and SPLIT make it a changed unit, not an absent one. */
export type MembershipCause = 'JOINED' | 'LEFT' | 'MERGED' | 'SPLIT';

/** A member of the panel. */
export interface MunicipalityInfo {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** AGS, NUTS or LAU; null when not stated. */
  readonly officialKey: string | null;
  /** Attribute code to value code, for all rounds without a value of their own. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Round code to attribute code to value code. */
  readonly attributesByRound: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** First and last year of membership, inclusive; null = since ever, until further notice. */
  readonly memberFrom: number | null;
  readonly memberTo: number | null;
  readonly joinedBecause: MembershipCause | null;
  readonly leftBecause: MembershipCause | null;
  /**
   * Code of the municipality whose answers it carries on in rounds before it existed, e.g. the dominant part of a merger;
   * null or absent = none, its past is that of a changed unit. See `checkSuccession`.
   */
  readonly carriesOn?: string | null;
}

export interface RoundInfo {
  readonly id: string;
  readonly code: string;
  readonly year: number;
  readonly questionSetId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly status: RoundStatus;
}

/** Value of an attribute in a round; null = not stated. */
export const attributeIn = (municipality: MunicipalityInfo, attribute: string, round: string): string | null =>
  municipality.attributesByRound[round]?.[attribute] ?? municipality.attributes[attribute] ?? null;

/** Whether a municipality is in the panel in a year, and if not, whether because its unit changed. */
export function membershipIn(municipality: MunicipalityInfo, year: number): 'MEMBER' | 'NOT_IN_PANEL' | 'UNIT_CHANGED' {
  const changed = (cause: MembershipCause | null) =>
    cause === 'MERGED' || cause === 'SPLIT' ? 'UNIT_CHANGED' : 'NOT_IN_PANEL';
  if (municipality.memberFrom !== null && year < municipality.memberFrom) return changed(municipality.joinedBecause);
  if (municipality.memberTo !== null && year > municipality.memberTo) return changed(municipality.leftBecause);
  return 'MEMBER';
}
