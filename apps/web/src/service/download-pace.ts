/**
 * Chromium drops, without a word, what a page saves as its eleventh file within a second (`LocalFrame::ShouldThrottleDownload`;
 * counted from the first of ten): the click happens, and no download begins. One less, and a little longer, to be on the safe side.
 */
const MOST = 9;
const WITHIN_MS = 1200;

/** How many milliseconds to wait before the next file. @param begun when files were saved, in order, by the clock of `now` */
export function waitBefore(begun: readonly number[], now: number): number {
  const ninthLast = begun.at(-MOST);
  return ninthLast === undefined ? 0 : Math.max(0, ninthLast + WITHIN_MS - now);
}
