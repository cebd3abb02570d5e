import type { Grouping } from '../comparison/delta.js';
import { changeName, emptyLedger, endName, hasSmallAtom, unsafeRows, withColumns, withPublished } from './ledger.js';
import type { Judge, Ledger, PossibleChange, Published, PublishedColumn } from './ledger.js';
import { linkedColumns } from './linked-columns.js';
import type { Labels } from './partition.js';
import { releasedViews } from './released-views.js';
import type { ReleasedViews, View } from './released-views.js';
import { changedRows, publishedEarlier, unitLabels } from './released-units.js';
import type { Shown } from './released-units.js';
import { ALL_RULES } from './suppression.types.js';
import type {
  BreakdownPlan,
  ColumnPlan,
  EarlierRelease,
  ReleaseInput,
  SuppressionPlan,
  SuppressionPolicy,
  SuppressionRules,
} from './suppression.types.js';

/**
 * Decides what of a release may be shown to those who may not see single answers.
 *
 * Figures are released one after the other: every comparison and every distribution in total, then by the policy's
 * attributes in their order. A figure is released only if, taken together with all released before it, now and in earlier
 * releases, no municipalities can be told apart of whom too few responded or who all answered alike.
 * @param earlier all earlier releases of the study, the oldest first, each with the plan stored with it
 * @param rules for tests only
 * @throws RangeError for a smallest base below 1, or rounds and releases that do not follow one panel order
 * Source: docs/methodology.md#suppression
 */
export function suppressionPlan(
  policy: SuppressionPolicy,
  release: ReleaseInput,
  earlier: readonly EarlierRelease[],
  rules: SuppressionRules = ALL_RULES,
): SuppressionPlan {
  const steps = suppressionPlanSteps(policy, release, earlier, rules);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same one step after another, so that a service can do something else in between: at 11,000 municipalities a whole
 * plan takes seconds, a step a tenth of one.
 * @returns yields the share of the work that is done, 0 to 1; returns the plan
 * @throws RangeError as suppressionPlan, at the first step
 */
export function* suppressionPlanSteps(
  policy: SuppressionPolicy,
  release: ReleaseInput,
  earlier: readonly EarlierRelease[],
  rules: SuppressionRules = ALL_RULES,
): Generator<number, SuppressionPlan> {
  const { smallestBase } = policy;
  if (!Number.isInteger(smallestBase) || smallestBase < 1)
    throw new RangeError(`a smallest base of ${smallestBase} protects nobody`);
  const supports: Uint8Array[] = [];
  const own = releasedViews(release, supports);
  const past = rules.releases ? earlier : [];
  const shown = past.map(({ release: before, plan }): Shown => ({ made: releasedViews(before, supports), plan }));
  if (shown.some(({ made }) => made.size !== own.size && made.release.rounds.length > 0))
    throw new RangeError('all releases of a study follow one panel order');
  const columns: Record<string, ColumnPlan> = {};
  // One for all columns, so that their partitions are refined once.
  const empty = emptyLedger(own.size);
  const groups = linkedColumns(
    release,
    past.map(({ release: before }) => before),
    rules,
  );
  const all = [...shown.map(({ made }) => made), own];
  for (const [done, keys] of groups.entries()) {
    yield done / groups.length;
    const judge: Judge = { rules, smallestBase, size: own.size, changes: rules.rounds ? changesOf(keys, all) : [] };
    Object.assign(columns, planOf(keys, empty, own, shown, judge, policy));
  }
  return { smallestBase, views: own.views, columns };
}

const changesOf = (keys: readonly string[], releases: readonly ReleasedViews[]): readonly PossibleChange[] =>
  releases.flatMap((made, release) =>
    made.views
      .filter(({ length }) => length === 2)
      .flatMap((view) =>
        keys.flatMap((key): PossibleChange[] => {
          const evidence = made.evidenceOf(view, key, false);
          if (evidence === null) return [];
          const [from = '', to = ''] = view;
          return [
            {
              name: changeName(release, key, view),
              ends: [endName(key, from), endName(key, to)],
              key,
              evidence: { ...evidence, sides: [] },
            },
          ];
        }),
      ),
  );

/** Where the planning of linked columns has got to. */
interface Draft {
  readonly ledger: Ledger;
  /** Positions of views released in total, with the columns that are shown. */
  readonly totals: ReadonlyMap<number, readonly string[]>;
}

function planOf(
  keys: readonly string[],
  empty: Ledger,
  own: ReleasedViews,
  shown: readonly Shown[],
  judge: Judge,
  policy: SuppressionPolicy,
): Record<string, ColumnPlan> {
  const start = publishedEarlier(empty, keys, shown, judge.rules);
  const labelsOf = (view: View): readonly Labels[] => [own.supportOf(view), ...changedRows(keys, own, shown, view)];
  const draft = own.views.reduce(
    (before, view, position) =>
      withTotal(before, keys, { own, view, position, release: shown.length }, labelsOf, judge),
    { ledger: start, totals: new Map() } as Draft,
  );
  const breakdowns: Record<string, BreakdownPlan> = {};
  let { ledger } = draft;
  for (const attribute of new Set(policy.breakdowns)) {
    const grouping = own.release.groupings.get(attribute);
    if (grouping === undefined) continue;
    const broken = withBreakdown(ledger, attribute, grouping, [...draft.totals.keys()], own, shown.length, judge);
    if (broken === null) continue;
    ledger = broken.ledger;
    breakdowns[attribute] = broken.plan;
  }
  return Object.fromEntries(keys.map((key) => [key, columnPlan(key, draft.totals, breakdowns)]));
}

function columnPlan(
  key: string,
  totals: ReadonlyMap<number, readonly string[]>,
  breakdowns: Readonly<Record<string, BreakdownPlan>>,
): ColumnPlan {
  const views = [...totals].flatMap(([position, keys]) => (keys.includes(key) ? [position] : []));
  const own = new Set(views);
  const entries = Object.entries(breakdowns).map(
    ([attribute, plan]) => [attribute, { ...plan, views: plan.views.filter((view) => own.has(view)) }] as const,
  );
  return { views, breakdowns: Object.fromEntries(entries.filter(([, plan]) => plan.views.length > 0)) };
}

interface Candidate {
  readonly own: ReleasedViews;
  readonly view: View;
  readonly position: number;
  readonly release: number;
}

/** Releases a view in total, for those of the columns that stand it; leaves everything as it was if there is none. */
function withTotal(
  draft: Draft,
  keys: readonly string[],
  { own, view, position, release }: Candidate,
  labelsOf: (view: View) => readonly Labels[],
  judge: Judge,
): Draft {
  const columns = keys.flatMap((key): PublishedColumn[] => {
    const evidence = own.evidenceOf(view, key, judge.rules.dependence);
    return evidence === null ? [] : [{ key, release, view, evidence }];
  });
  if (columns.length === 0) return draft;
  const { ledger } = draft;
  const next = withPublished(ledger, [{ release, view, attribute: null, labels: labelsOf(view) }]);
  if (hasSmallAtom(next, judge)) return draft;
  if (next.partition !== ledger.partition && unsafeRows(next, judge) !== null) return draft;
  const safe = columns.filter((column) => unsafeRows(next, judge, [column]) === null);
  if (safe.length === 0) return draft;
  return {
    ledger: withColumns(next, safe),
    totals: new Map([...draft.totals, [position, safe.map(({ key }) => key)]]),
  };
}

interface Broken {
  readonly ledger: Ledger;
  readonly plan: BreakdownPlan;
}

/** Breaks released views down; the first that allows it decides which groups are joined, and others follow or stay out. */
function withBreakdown(
  start: Ledger,
  attribute: string,
  grouping: Grouping,
  positions: readonly number[],
  own: ReleasedViews,
  release: number,
  judge: Judge,
): Broken | null {
  let ledger = start;
  let joined: ReadonlySet<number> | null = null;
  const views: number[] = [];
  for (const position of positions) {
    const view = own.views[position]!;
    const publishedWith = (groups: ReadonlySet<number>): Published => ({
      release,
      view,
      attribute,
      labels: [unitLabels(own, view, attribute, groups)],
      rest: grouping.values.length + 1,
    });
    const found: ReadonlySet<number> | null =
      joined ?? joinedGroups(ledger, publishedWith, grouping, own.supportOf(view), judge);
    if (found === null) continue;
    const next = withPublished(ledger, [publishedWith(found)]);
    if (joined !== null && isUnsafe(ledger, next, judge)) continue;
    joined = found;
    ledger = next;
    views.push(position);
  }
  if (joined === null) return null;
  return {
    ledger,
    plan: { joined: [...joined].sort((a, b) => a - b).map((group) => grouping.values[group] ?? null), views },
  };
}

const isUnsafe = (before: Ledger, next: Ledger, judge: Judge): boolean => {
  const { crossing, complement, rounds, releases } = judge.rules;
  const isDecidedByPartition = crossing && complement && rounds && releases;
  if (isDecidedByPartition && next.partition === before.partition) return false;
  return hasSmallAtom(next, judge) || unsafeRows(next, judge) !== null;
};

/**
 * The groups of a breakdown that must be withheld: those in which something would show, and the smallest others until
 * what is left of the total is safe.
 * @returns null where no group would be left
 */
function joinedGroups(
  ledger: Ledger,
  publishedWith: (groups: ReadonlySet<number>) => Published,
  grouping: Grouping,
  support: Labels,
  judge: Judge,
): ReadonlySet<number> | null {
  const sizes = new Map<number, number>();
  support.forEach((byte, row) => {
    if (byte !== 0) sizes.set(grouping.index[row]!, (sizes.get(grouping.index[row]!) ?? 0) + 1);
  });
  const bySize = [...sizes].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([group]) => group);
  const joined = new Set<number>();
  for (;;) {
    const bad = unsafeRows(withPublished(ledger, [publishedWith(joined)]), judge);
    if (bad === null) return joined;
    const before = joined.size;
    bad.forEach((byte, row) => {
      if (byte !== 0 && support[row] !== 0) joined.add(grouping.index[row]!);
    });
    const smallest = bySize.find((group) => !joined.has(group));
    if (joined.size === before && smallest !== undefined) joined.add(smallest);
    if (bySize.every((group) => joined.has(group))) return null;
  }
}
