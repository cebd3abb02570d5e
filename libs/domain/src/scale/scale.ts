import type { LocalizedText } from '../text/localized-text.js';

/** Direction of a change. For a level: what choosing it reports (`reportsChangeOf`). */
export type Direction = 'INCREASED' | 'UNCHANGED' | 'DECREASED';

/** Whether a higher level is worse, better, or neither. It colours and orders figures; it never changes a count. */
export type Polarity = 'HIGHER_IS_WORSE' | 'HIGHER_IS_BETTER' | 'NEUTRAL';

/** Why an answer is not a value, although the question was answered (AAPOR item non-response). */
export type MissingKind = 'DONT_KNOW' | 'REFUSED' | 'NOT_APPLICABLE';

/** One category of a scale. Its rank is its position in `Scale.levels`, from 0. */
export interface Level {
  readonly code: string;
  readonly label: LocalizedText;
  readonly direction?: Direction;
  /** No longer offered to respondents; its code and rank stay, so that old answers keep their meaning. Absent = offered. */
  readonly archived?: boolean;
}

/** An answer that is not a value, with the kind under which figures exclude it. */
export interface MissingCode {
  readonly code: string;
  readonly kind: MissingKind;
  readonly label: LocalizedText;
}

/** A list of levels. Ordered scales know higher and lower; nominal ones only same and different. */
export interface Scale {
  readonly code: string;
  readonly ordered: boolean;
  readonly levels: readonly Level[];
  /** Named groups of level codes, e.g. `high: ['4', '5']`. */
  readonly boxes: Readonly<Record<string, readonly string[]>>;
  readonly polarity: Polarity;
  readonly missing: readonly MissingCode[];
}

/** The scale behind BOOLEAN questions and behind each option of a MULTI_CHOICE question: false below true. */
export const BOOLEAN_SCALE: Scale = {
  code: 'boolean',
  ordered: true,
  levels: [
    { code: 'false', label: { de: 'nein', en: 'no' } },
    { code: 'true', label: { de: 'ja', en: 'yes' } },
  ],
  boxes: { yes: ['true'], no: ['false'] },
  polarity: 'NEUTRAL',
  missing: [],
};

/** A scale without levels: NUMBER and TEXT questions that name no scale for their missing codes. */
export const NO_SCALE: Scale = { code: '', ordered: false, levels: [], boxes: {}, polarity: 'NEUTRAL', missing: [] };

/** Rank of a level in its scale (0 = lowest), or -1 for a code that the scale lacks. */
export const rankOf = (scale: Scale, levelCode: string): number =>
  scale.levels.findIndex((level) => level.code === levelCode);
