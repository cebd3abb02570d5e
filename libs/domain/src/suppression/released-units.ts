import type { Column, RoundColumns } from '../comparison/comparison.types.js';
import { withColumns, withPublished } from './ledger.js';
import type { Ledger, Published, PublishedColumn } from './ledger.js';
import type { Labels } from './partition.js';
import { respondents } from './released-views.js';
import type { ReleasedViews, View } from './released-views.js';
import type { SuppressionPlan, SuppressionRules } from './suppression.types.js';

/** An earlier release and what was shown of it. */
export interface Shown {
  readonly made: ReleasedViews;
  readonly plan: SuppressionPlan;
}

const separate = new WeakMap<Labels, Map<string, Labels>>();

/**
 * Labels of a breakdown: one a group, another for all joined ones, 0 for those whose answers are not in the view.
 * @throws RangeError for an attribute that the release does not have, or more groups than labels
 */
export function unitLabels(made: ReleasedViews, view: View, attribute: string, joined: ReadonlySet<number>): Labels {
  const grouping = made.release.groupings.get(attribute);
  if (grouping === undefined) throw new RangeError(`the release has no attribute ${attribute}`);
  const rest = grouping.values.length + 1;
  if (rest > 0xffff) throw new RangeError(`${grouping.values.length} groups are more than can be protected`);
  const support = made.supportOf(view);
  const known = separate.get(support) ?? new Map<string, Labels>();
  separate.set(support, known);
  const key = JSON.stringify([attribute, ...joined]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const labels = Uint16Array.from(support, (byte, row) => {
    const group = grouping.index[row]!;
    if (byte === 0) return 0;
    return joined.has(group) ? rest : group + 1;
  });
  known.set(key, labels);
  return labels;
}

const sameAnswer = (a: Column, b: Column, row: number): boolean =>
  a.states[row] === b.states[row] &&
  (a.numbers === undefined || b.numbers === undefined || Object.is(a.numbers[row], b.numbers[row]));

function changedIn(keys: readonly string[], before: RoundColumns, after: RoundColumns): Uint8Array | null {
  const pairs = keys.flatMap((key) => {
    const [a, b] = [before.columns.get(key), after.columns.get(key)];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b }];
  });
  const [first, second] = [respondents(before), respondents(after)];
  let found = false;
  const changed = first.map((byte, row) => {
    const isChanged = byte === 1 && second[row] === 1 && pairs.some(({ a, b }) => !sameAnswer(a, b, row));
    found ||= isChanged;
    return Number(isChanged);
  });
  return found ? changed : null;
}

const changes = new WeakMap<readonly string[], Map<string, Uint8Array | null>>();

/**
 * Who corrected an answer to any of the columns since an earlier release showed it: whoever knows that only one handed in
 * anew knows whose answer moved the figures. One set of labels per earlier release and round in which there was a change.
 */
export function changedRows(
  keys: readonly string[],
  own: ReleasedViews,
  earlier: readonly Shown[],
  view: View,
): readonly Labels[] {
  const known = changes.get(keys) ?? new Map<string, Uint8Array | null>();
  changes.set(keys, known);
  const support = own.supportOf(view);
  return earlier.flatMap(({ made, plan }, position) =>
    view.flatMap((code): Labels[] => {
      const name = JSON.stringify([earlier.length, position, code]);
      let changed = known.get(name);
      if (changed === undefined) {
        const before = made.release.rounds.find((round) => round.code === code);
        const after = own.release.rounds.find((round) => round.code === code);
        const wasShown = keys.some((key) =>
          plan.columns[key]?.views.some((index) => plan.views[index]?.includes(code)),
        );
        changed = before === undefined || after === undefined || !wasShown ? null : changedIn(keys, before, after);
        known.set(name, changed);
      }
      return changed === null ? [] : [changed.map((byte, row) => byte & Number(support[row] !== 0))];
    }),
  );
}

/** Enters all that earlier releases showed of the columns. */
export function publishedEarlier(
  ledger: Ledger,
  keys: readonly string[],
  shown: readonly Shown[],
  { dependence }: SuppressionRules,
): Ledger {
  return shown.reduce((before, { made, plan }, release) => {
    const published: Published[] = [];
    const columns: PublishedColumn[] = [];
    const entered = new Set<string>();
    const enter = (entry: Published, joined: readonly (string | null)[]): void => {
      const name = JSON.stringify([entry.view, entry.attribute, joined]);
      if (!entered.has(name)) published.push(entry);
      entered.add(name);
    };
    for (const key of keys) {
      const column = Object.hasOwn(plan.columns, key) ? plan.columns[key] : undefined;
      for (const position of column?.views ?? []) {
        const view = viewAt(plan, position);
        const evidence = made.evidenceOf(view, key, dependence);
        if (evidence !== null) columns.push({ release, view, key, evidence });
        const labels = [made.supportOf(view), ...changedRows(keys, made, shown.slice(0, release), view)];
        enter({ release, view, attribute: null, labels }, []);
      }
      for (const [attribute, { joined, views }] of Object.entries(column?.breakdowns ?? {})) {
        const values = made.release.groupings.get(attribute)?.values ?? [];
        const groups = new Set(joined.map((value) => values.indexOf(value)));
        for (const position of views) {
          const view = viewAt(plan, position);
          const labels = [unitLabels(made, view, attribute, groups)];
          enter({ release, view, attribute, labels, rest: values.length + 1 }, joined);
        }
      }
    }
    return withColumns(withPublished(before, published), columns);
  }, ledger);
}

function viewAt(plan: SuppressionPlan, position: number): View {
  const view = plan.views[position];
  if (view === undefined) throw new RangeError(`a suppression plan names view ${position}, which it does not have`);
  return view;
}
