/**
 * The state of one slot of a submission and of one cell of a column, as a small integer.
 *
 * A slot is a question, or one option of a MULTI_CHOICE question. Below `FIRST_MISSING` it is a level's rank (BOOLEAN and
 * options: 0 = false, 1 = true; NUMBER and TEXT: 0 = answered, the value lies beside the vector). From there on it is
 * the reason why there is no value. Scales of more than 200 levels use two bytes a slot: the rank as it is, reasons as
 * `WIDE_REASONS + state`.
 */
export const FIRST_MISSING = 200;
/** Missing code number i of the scale is state `FIRST_MISSING + i`; a scale has at most 40 missing codes. */
export const MAX_MISSING_CODES = 40;
export const NO_ANSWER = 240;
export const SKIPPED = 241;
/** From here on: never in a submission, only in columns. */
export const NOT_ASKED = 242;
export const NOT_COMPARABLE = 243;
export const NO_RESPONSE = 244;
export const NOT_IN_PANEL = 245;
export const UNIT_CHANGED = 246;
/** An answer that was taken over from the round before, in columns that leave such answers out. */
export const CARRIED_OVER = 247;
/** Marks a slot not yet written while a vector is being filled. Never stored. */
export const UNSET = 255;
/** In two-byte slots a reason is stored as WIDE_REASONS + reason state (< 256). */
export const WIDE_REASONS = 0xff00;
export const MAX_NARROW_LEVELS = 200;
/** Bound on levels of any scale, so that a transition table stays a small matrix. */
export const MAX_LEVELS = 1000;
