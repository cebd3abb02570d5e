import { benjaminiHochberg, holm } from '../statistics/adjust.js';
import { changeSummary, type ChangeSummary } from '../statistics/change-summary.js';
import { marginalHomogeneity, signTest, type MarginalHomogeneity, type SignTest } from '../statistics/paired-tests.js';
import {
  clopperPearsonInterval,
  wilsonInterval,
  type IntervalMethod,
  type ShareInterval,
} from '../statistics/proportion.js';
import { signedRankTest, type ChangeCount, type SignedRankTest, type ZeroHandling } from '../statistics/signed-rank.js';
import type { Tally } from './comparison.types.js';
import type { Delta } from './delta.js';
import { changeCounts } from './number-change.js';
import { tableSize } from './transition-table.js';

/** What the tests are read off: counts alone. */
type Counted = Pick<Delta, 'tally' | 'table' | 'source' | 'ordered'>;

/** Share of comparable municipalities that increased; null for nominal questions and where nothing is comparable. */
export function shareIncreased(tally: Tally, method: IntervalMethod): ShareInterval | null {
  if (tally.increased === null) return null;
  const interval = method === 'WILSON' ? wilsonInterval : clopperPearsonInterval;
  return interval(tally.increased, tally.comparable);
}

/** Sign test of increased against decreased; null for nominal questions. */
export const signTestOf = ({ increased, decreased }: Tally): SignTest | null =>
  increased === null || decreased === null ? null : signTest(increased, decreased);

/** Stuart–Maxwell on the comparable part of the transition table; null for NUMBER and reported changes. */
export function marginalHomogeneityOf({ table, source }: Counted): MarginalHomogeneity | null {
  if (table === null || source.reading === 'NUMBER') return null;
  const size = tableSize(table.levels);
  return marginalHomogeneity(table.levels, (i, j) => table.counts[i * size + j]!);
}

/**
 * Histogram of changes: of ranks for ordered levels, read off the transition table; of values for NUMBER, rounded to the
 * question's decimals, those within the tolerance as 0.
 * @returns null for nominal questions and reported changes
 */
export function changesOf({ table, source }: Counted): readonly ChangeCount[] | null {
  if (source.reading === 'NUMBER') {
    const selection = source.selection === undefined ? {} : { selection: source.selection };
    return source.numbers === undefined ? [] : changeCounts(source.numbers, { ...selection, settled: true });
  }
  if (table === null || source.reading !== 'ORDERED') return null;
  const size = tableSize(table.levels);
  const counts = new Map<number, number>();
  for (let from = 0; from < table.levels; from += 1)
    for (let to = 0; to < table.levels; to += 1) {
      const count = table.counts[from * size + to]!;
      if (count > 0) counts.set(to - from, (counts.get(to - from) ?? 0) + count);
    }
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** Wilcoxon signed rank test of the changes; null for nominal questions and reported changes. */
export function signedRankOf(delta: Counted, zeros: ZeroHandling): SignedRankTest | null {
  const changes = changesOf(delta);
  return changes === null ? null : signedRankTest(changes, zeros);
}

/** Mean, spread and quartiles of the change of a NUMBER, tolerance aside; null for every other question. */
export function changeSummaryOf({ source }: Counted): ChangeSummary | null {
  if (source.reading !== 'NUMBER') return null;
  const selection = source.selection === undefined ? {} : { selection: source.selection };
  return changeSummary(source.numbers === undefined ? [] : changeCounts(source.numbers, selection));
}

/** p values of the sign tests of a request, adjusted over exactly its questions. */
export interface AdjustedPValues {
  readonly holm: readonly (number | null)[];
  readonly benjaminiHochberg: readonly (number | null)[];
}

/** @returns in the order of the deltas; null where there is no sign test, which does not count */
export function adjustedPValues(deltas: readonly Pick<Delta, 'tally'>[]): AdjustedPValues {
  const pValues = deltas.map(({ tally }) => signTestOf(tally)?.pValue ?? null);
  return { holm: holm(pValues), benjaminiHochberg: benjaminiHochberg(pValues) };
}
