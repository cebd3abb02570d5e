import type { Coverage } from './check-study.js';
import { checkStudies } from './shrink-study.js';

/** Parts that jest's workers share, one spec file each. */
export const PARTS = 5;
const CASES = 100_000;

/** What every part has to meet, and how often at least: a generator that no longer makes some kind of case checks nothing. */
const AT_LEAST: Readonly<Record<string, number>> = {
  'outcome INCREASED': 10_000,
  'outcome DECREASED': 10_000,
  'outcome UNCHANGED': 10_000,
  'outcome CHANGED': 5000,
  'outcome UNIT_CHANGED': 5000,
  'outcome NOT_IN_PANEL': 5000,
  'outcome NO_RESPONSE_FROM': 5000,
  'outcome NO_RESPONSE_TO': 5000,
  'outcome NO_RESPONSE_BOTH': 1000,
  'outcome NOT_ASKED': 5000,
  'outcome SKIPPED': 5000,
  'outcome NO_ANSWER': 5000,
  'outcome DONT_KNOW': 5000,
  'outcome REFUSED': 2500,
  'outcome NOT_APPLICABLE': 2500,
  'outcome NOT_COMPARABLE': 10_000,
  'type SCALE': 5000,
  'type CHOICE': 2500,
  'type BOOLEAN': 2500,
  'type NUMBER': 2500,
  'type MULTI_CHOICE': 5000,
  'type REPORTED': 2500,
  nominal: 5000,
  'verdict none': 5000,
  'verdict IDENTICAL': 5000,
  'verdict EDITORIAL': 1000,
  'verdict COMPARABLE': 500,
  'verdict RECODED': 2000,
  'verdict BREAK': 5000,
  'recode over several revisions': 300,
  'question not asked in between': 500,
  'scale of two bytes': 1000,
  'series gap': 1000,
  'series change': 10_000,
  filter: 5000,
  succession: 2000,
  'another revision within a round': 5000,
  '5 question sets': 2500,
  '40 municipalities at most': 500,
};

/** @returns how many cases of the part were checked, and what they lacked */
export function checkPart(part: number): { readonly checked: number; readonly lacking: readonly string[] } {
  const coverage: Coverage = new Map();
  const size = CASES / PARTS;
  const checked = checkStudies(part * size, size, coverage);
  const lacking = Object.entries(AT_LEAST).flatMap(([name, least]) => {
    const times = coverage.get(name) ?? 0;
    return times < least ? [`${name}: ${times}, at least ${least}`] : [];
  });
  return { checked, lacking };
}
