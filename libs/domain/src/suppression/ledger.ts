import { coarsest, refined } from './partition.js';
import type { Labels, Partition } from './partition.js';
import { viewKey } from './released-views.js';
import type { View } from './released-views.js';
import { unsafeAtoms } from './safety.js';
import type { Evidence } from './safety.js';
import type { SuppressionRules } from './suppression.types.js';

/** Figures that are released: of one view of one release, in total or by the units of an attribute. */
export interface Published {
  /** Position of the release, the planned one last. */
  readonly release: number;
  readonly view: View;
  /** Null = in total. */
  readonly attribute: string | null;
  /** How the figures divide the municipalities; 0 = they are not about these. */
  readonly labels: readonly Labels[];
  /** Label of the joined rest of a breakdown. */
  readonly rest?: number;
}

/** A column of which a view's figures are released. */
export interface PublishedColumn {
  readonly release: number;
  readonly view: View;
  readonly key: string;
  readonly evidence: Evidence;
}

/** What is released of linked columns, and what else could be. */
export interface Ledger {
  readonly published: readonly Published[];
  readonly columns: readonly PublishedColumn[];
  readonly partition: Partition;
}

export const emptyLedger = (size: number): Ledger => ({ published: [], columns: [], partition: coarsest(size) });

const refinedBy = (partition: Partition, published: readonly Published[]): Partition =>
  published.reduce((finer, { labels }) => labels.reduce(refined, finer), partition);

export const withPublished = (ledger: Ledger, added: readonly Published[]): Ledger => ({
  ...ledger,
  published: [...ledger.published, ...added],
  partition: refinedBy(ledger.partition, added),
});

export const withColumns = (ledger: Ledger, added: readonly PublishedColumn[]): Ledger => ({
  ...ledger,
  columns: [...ledger.columns, ...added],
});

/** The change of a column between two rounds of a release, whether it is released or not. */
export interface PossibleChange {
  /** Release, column and view in one string. */
  readonly name: string;
  /** Names of the column in either round. */
  readonly ends: readonly [from: string, to: string];
  readonly key: string;
  readonly evidence: Evidence;
}

export const changeName = (release: number, key: string, view: View): string => `${release} ${key} ${view.join(' ')}`;
export const endName = (key: string, round: string): string => `${key} ${round}`;

/** Tells which municipalities the figures of a ledger disclose something of. */
export interface Judge {
  /** Changes that could be inferred from the levels of both rounds. */
  readonly changes: readonly PossibleChange[];
  readonly rules: SuppressionRules;
  readonly smallestBase: number;
  readonly size: number;
}

const isSameView = (a: { readonly release: number; readonly view: View }, b: typeof a): boolean =>
  a.release === b.release && (a.view === b.view || viewKey(a.view) === viewKey(b.view));

/** Whether an attacker who follows only the rules that are on takes `other` together with `own`. */
function isTakenWith(own: Published, other: Published, rules: SuppressionRules): boolean {
  if (!rules.rounds && viewKey(other.view) !== viewKey(own.view)) return false;
  if (!rules.releases && other.release !== own.release) return false;
  if (other.attribute === null || other.attribute === own.attribute) return true;
  return rules.crossing && (rules.complement || own.attribute !== null);
}

function mark(
  bad: Uint8Array | null,
  size: number,
  { atoms }: Partition,
  unsafe: Uint8Array,
  of: Evidence,
  own?: Published,
): Uint8Array | null {
  let marked = bad;
  const units = own?.rest === undefined ? undefined : own.labels[0];
  for (let row = 0; row < size; row += 1)
    if (of.support[row] !== 0 && unsafe[atoms[row]!] === 1 && (units === undefined || units[row] !== own?.rest)) {
      marked ??= new Uint8Array(size);
      marked[row] = 1;
    }
  return marked;
}

const judgements = new WeakMap<Evidence, WeakMap<Partition, Uint8Array | 'SAFE'>>();

/** `unsafeAtoms`, once for each partition: evidence is made anew for every plan, and its rules with it. */
function judged(evidence: Evidence, partition: Partition, rules: SuppressionRules, base: number): Uint8Array | null {
  const known = judgements.get(evidence) ?? new WeakMap<Partition, Uint8Array | 'SAFE'>();
  judgements.set(evidence, known);
  const result = known.get(partition) ?? unsafeAtoms(evidence, partition, rules, base) ?? 'SAFE';
  known.set(partition, result);
  return result === 'SAFE' ? null : result;
}

/**
 * Changes that are not released, of municipalities whose answers in both rounds are in figures that are: where all are at
 * a low level in one round and all at a high one in the other, the change of each is known although no figure shows it.
 * @param columns released and about to be
 */
function inferredChanges(
  ledger: Ledger,
  changes: readonly PossibleChange[],
  columns: readonly PublishedColumn[],
): readonly Evidence[] {
  const all = columns === ledger.columns ? columns : [...ledger.columns, ...columns];
  const concerned = new Set(columns.map(({ key }) => key));
  const covers = new Map<string, Labels[]>();
  const released = new Set<string>();
  for (const { release, view, key, evidence } of all) {
    released.add(changeName(release, key, view));
    for (const round of view) {
      const name = endName(key, round);
      const supports = covers.get(name) ?? [];
      if (!supports.includes(evidence.support)) supports.push(evidence.support);
      covers.set(name, supports);
    }
  }
  return changes.flatMap(({ name, ends, key, evidence }): Evidence[] => {
    if (!concerned.has(key) || released.has(name)) return [];
    const [from, to] = ends.map((end) => covers.get(end));
    if (from === undefined || to === undefined) return [];
    const own = evidence.support;
    if (from.includes(own) && to.includes(own)) return [evidence];
    const isIn = (supports: readonly Labels[], row: number): boolean => supports.some((support) => support[row] !== 0);
    const support = evidence.support.map((byte, row) => (byte !== 0 && isIn(from, row) && isIn(to, row) ? 1 : 0));
    return [{ support, sides: [], change: evidence.change }];
  });
}

/**
 * Finds municipalities in unsafe atoms.
 * @param columns those to be judged, all released ones by default
 * @returns one byte a municipality, 1 = in an unsafe atom; null if there are none
 */
export function unsafeRows(
  ledger: Ledger,
  { rules, smallestBase, size, changes }: Judge,
  columns: readonly PublishedColumn[] = ledger.columns,
): Uint8Array | null {
  let bad: Uint8Array | null = null;
  const { crossing, complement, rounds, releases } = rules;
  if (crossing && complement && rounds && releases) {
    for (const { evidence } of columns) {
      const unsafe = unsafeAtoms(evidence, ledger.partition, rules, smallestBase);
      if (unsafe !== null) bad = mark(bad, size, ledger.partition, unsafe, evidence);
    }
    for (const evidence of inferredChanges(ledger, changes, columns)) {
      const unsafe = judged(evidence, ledger.partition, rules, smallestBase);
      if (unsafe !== null) bad = mark(bad, size, ledger.partition, unsafe, evidence);
    }
    return bad;
  }
  for (const column of columns)
    for (const own of ledger.published) {
      if (!isSameView(own, column)) continue;
      const taken = ledger.published.filter((other) => isTakenWith(own, other, rules));
      const partition = refinedBy(coarsest(size), taken);
      const unsafe = unsafeAtoms(column.evidence, partition, rules, smallestBase);
      if (unsafe !== null) bad = mark(bad, size, partition, unsafe, column.evidence, complement ? undefined : own);
    }
  return bad;
}

/**
 * Whether some atom is too small whatever its answers are: the quick no on panels with many patterns of response. Whom it refuses unsafeRows
 * would refuse as well, if only later.
 */
export const hasSmallAtom = ({ partition: { sizes } }: Ledger, { rules, smallestBase }: Judge): boolean => {
  const { base, crossing, complement, rounds, releases } = rules;
  return (
    base && crossing && complement && rounds && releases && sizes.some((size, atom) => atom > 0 && size < smallestBase)
  );
};
