import type { Random } from '../harness/random.js';
import { KIND_NAMES, kindOf, type KindName } from './fault-kinds.js';

/** When it goes wrong, as seen from what is being typed. */
export const MOMENTS = [
  'BEFORE_TYPING',
  'WHILE_TYPING',
  /** With the last keystroke: not even the browser may have kept it. */
  'AT_ONCE',
  /** Kept in the browser, not sent. */
  'KEPT',
  /** The request that saves is under way. */
  'WHILE_SENDING',
  'AFTER_SAVED',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** Faults that strike together at a moment, and how long they last. */
export interface Step {
  readonly kinds: readonly KindName[];
  readonly moment: Moment;
  readonly lastsMs: number;
}

export type Script = readonly Step[];

/** How often a second fault strikes with the first. */
const COMPANY = 0.6;
/** Longest time that faults last. */
const LONGEST_MS = 1200;

/** Whether two kinds together lose by nature what they may not lose alone, or hand the keyboard to somebody else. */
const areTooMuch = (one: KindName, other: KindName): boolean => {
  const takes = [kindOf(one).takes, kindOf(other).takes];
  const changes = changesPerson(one) || changesPerson(other);
  // Reloaded by a stranger, the page is the stranger's sheet: what is typed there belongs to them.
  const isStrangers = changes && [one, other].includes('PAGE_RELOADED');
  return one === other || isStrangers || (takes.includes('STORE') && (takes.includes('PAGE') || changes));
};
/** Then another person's page takes the place of the first one's. */
const changesPerson = (kind: KindName): boolean => kind === 'STRANGER_SIGNS_IN';

/**
 * Scripts from the table of kinds and moments: every kind comes as often as every other, each with a moment and a companion by
 * chance.
 * @param random the same numbers give the same plan
 */
export function planOf(random: Random, scripts: number, steps: number): readonly Script[] {
  const deal = dealer(random);
  return Array.from({ length: scripts }, () =>
    Array.from({ length: steps }, () => {
      const kind = deal(() => true);
      const kinds = [kind, ...(random.happens(COMPANY) ? [deal((other) => !areTooMuch(kind, other))] : [])];
      return { kinds, moment: random.pick(MOMENTS), lastsMs: random.between(0, LONGEST_MS) };
    }),
  );
}

/** Deals all kinds in a random order, then all again; of those that are left the first that fits. */
function dealer(random: Random): (fits: (kind: KindName) => boolean) => KindName {
  const shuffled = (): readonly KindName[] =>
    KIND_NAMES.map((kind) => ({ kind, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ kind }) => kind);
  let pack: readonly KindName[] = [];
  return (fits) => {
    if (!pack.some(fits)) pack = [...pack, ...shuffled()];
    const dealt = pack.findIndex(fits);
    const kind = pack[dealt];
    if (kind === undefined) throw new Error('no kind of fault fits');
    pack = pack.filter((_, index) => index !== dealt);
    return kind;
  };
}
