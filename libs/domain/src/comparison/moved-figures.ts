import { columnKey } from './comparison.types.js';
import { directionOfEach, transitionsOf, type Delta } from './delta.js';
import { stateAt } from './state-map.js';

/** Why a municipality counts otherwise in a later freeze. */
export type MoveCause = 'LATE_SUBMISSION' | 'CORRECTION' | 'CHANGED_PANEL' | 'CHANGED_VERDICT';

/**
 * In the order in which they are shown. Of a municipality that only one of the panels has CHANGED_PANEL is named, of any other
 * the first that applies.
 */
export const MOVE_CAUSES: readonly MoveCause[] = ['LATE_SUBMISSION', 'CORRECTION', 'CHANGED_PANEL', 'CHANGED_VERDICT'];

/** A comparison of two rounds as a freeze pins it. */
export interface FrozenComparison {
  readonly deltas: readonly Delta[];
  /** Codes of the municipalities, by row. */
  readonly codes: readonly string[];
  /** Number of the submission that counts in a round, by code; absent = none. */
  readonly from: ReadonlyMap<string, number>;
  readonly to: ReadonlyMap<string, number>;
}

/** A figure that differs between two freezes. */
export interface MovedFigure {
  /** Null where only the other freeze has the figure. */
  readonly before: Delta | null;
  readonly after: Delta | null;
  /** Municipalities by why they count otherwise, in the order of MOVE_CAUSES; a cause without any is left out. */
  readonly causes: readonly { readonly cause: MoveCause; readonly municipalities: readonly string[] }[];
}

const keyOf = ({ question, option }: Delta): string => columnKey(question.code, option);

/** What a figure says: equal texts, equal figure. */
const figureOf = (delta: Delta): string =>
  JSON.stringify([delta.tally, delta.panelSize, delta.comparability?.verdict ?? null, transitionsOf(delta)]);

/** What a figure counts of one municipality: its outcome and both states. */
function countedOf(delta: Delta | null, codes: readonly string[]): ReadonlyMap<string, string> {
  if (delta === null) return new Map();
  const outcomes = directionOfEach(delta);
  return new Map(
    codes.flatMap((code, row): [string, string][] => {
      const outcome = outcomes[row] ?? null;
      if (outcome === null) return [];
      return [[code, `${outcome} ${stateAt(delta.source.from, row)} ${stateAt(delta.source.to, row)}`]];
    }),
  );
}

/**
 * Names each figure that moved between two freezes, and why, municipality by municipality.
 * @returns in the order of the later freeze, figures that it lacks last; [] where nothing moved
 */
export function movedFigures(before: FrozenComparison, after: FrozenComparison): readonly MovedFigure[] {
  const earlier = new Map(before.deltas.map((delta) => [keyOf(delta), delta]));
  const later = new Map(after.deltas.map((delta) => [keyOf(delta), delta]));
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  return [...keys].flatMap((key): readonly MovedFigure[] => {
    const pair = { before: earlier.get(key) ?? null, after: later.get(key) ?? null };
    if (pair.before !== null && pair.after !== null && figureOf(pair.before) === figureOf(pair.after)) return [];
    return [{ ...pair, causes: causesOf(pair, before, after) }];
  });
}

function causesOf(
  { before, after }: Pick<MovedFigure, 'before' | 'after'>,
  a: FrozenComparison,
  b: FrozenComparison,
): MovedFigure['causes'] {
  const was = countedOf(before, a.codes);
  const is = countedOf(after, b.codes);
  const byCause = new Map<MoveCause, string[]>(MOVE_CAUSES.map((cause) => [cause, []]));
  const [panelBefore, panelAfter] = [new Set(a.codes), new Set(b.codes)];
  for (const code of new Set([...b.codes, ...a.codes])) {
    if (was.get(code) === is.get(code)) continue;
    const isKnown = panelBefore.has(code) && panelAfter.has(code);
    const cause = isKnown ? causeOf(code, a, b, was.has(code) !== is.has(code)) : 'CHANGED_PANEL';
    byCause.get(cause)?.push(code);
  }
  return MOVE_CAUSES.flatMap((cause) => {
    const municipalities = byCause.get(cause) ?? [];
    return municipalities.length === 0 ? [] : [{ cause, municipalities }];
  });
}

function causeOf(code: string, a: FrozenComparison, b: FrozenComparison, isMembership: boolean): MoveCause {
  const sides = [
    [a.from.get(code), b.from.get(code)],
    [a.to.get(code), b.to.get(code)],
  ] as const;
  if (sides.some(([was, is]) => was === undefined && is !== undefined)) return 'LATE_SUBMISSION';
  if (sides.some(([was, is]) => was !== is)) return 'CORRECTION';
  return isMembership ? 'CHANGED_PANEL' : 'CHANGED_VERDICT';
}
