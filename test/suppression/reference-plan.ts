import { columnKey, compareRounds, directionOfEach } from '@reflexbogen/domain';
import type { QuestionSet } from '@reflexbogen/domain';
import type {
  BreakdownPlan,
  ColumnPlan,
  EarlierRelease,
  ReleaseInput,
  SuppressionPlan,
  SuppressionPolicy,
  SuppressionRules,
} from '../../libs/domain/src/suppression/index.js';
import { ALL_RULES } from '../../libs/domain/src/suppression/index.js';
import { NO_RESPONSE, NOT_IN_PANEL } from './random-releases.js';

/**
 * The plan of a release, written from docs/suppression.md as plainly as can be: everything is counted anew for every question, by
 * lists of rows. For studies whose question set is the same in every round (random-releases.ts).
 */

type View = readonly string[];
type Rows = readonly boolean[];

/** What somebody could tell of a row by the figures of one column on one view. */
interface Told {
  readonly support: Rows;
  /** Of each side and row: the level, or the reason why there is none. */
  readonly sides: readonly (readonly { readonly level?: number; readonly reason?: number }[])[];
  /** Of each row the direction, null where it is not comparable; null where no direction is shown. */
  readonly directions: readonly (string | null)[] | null;
}

interface ShownColumn {
  readonly release: number;
  readonly view: View;
  readonly key: string;
}

/** Tables of a view, in total or by an attribute, and how they divide the rows. */
interface Table {
  readonly release: number;
  readonly view: View;
  /** Null = in total. */
  readonly attribute: string | null;
  readonly divisions: readonly (readonly string[])[];
}

/** What is published of linked columns. */
interface Ledger {
  readonly tables: readonly Table[];
  readonly columns: readonly ShownColumn[];
}

const LEVELS_BELOW = 200;
const NOWHERE = '';
const REST = 'rest';

const takesAll = ({ crossing, complement, rounds, releases }: SuppressionRules): boolean =>
  crossing && complement && rounds && releases;
const isSameView = (a: Pick<Table, 'release' | 'view'>, b: Pick<Table, 'release' | 'view'>): boolean =>
  a.release === b.release && String(a.view) === String(b.view);
const isConditionOf = (set: QuestionSet, condition: string, code: string): boolean => {
  const { visibleIf = '', requiredIf = '' } = set.byCode.get(code) ?? {};
  return `${visibleIf} ${requiredIf}`.includes(`answer("${condition}")`);
};
const questionOf = (key: string): string => key.split('|')[0] ?? '';

class Release {
  readonly views: readonly View[];
  readonly keys: readonly string[];
  readonly size: number;

  constructor(readonly input: ReleaseInput) {
    const late = input.rounds.map(({ code }) => code).reverse();
    this.views = [
      ...late.flatMap((to, at) => late.slice(at + 1).map((from) => [from, to])),
      ...late.map((code) => [code]),
    ];
    this.keys = [...new Set(input.rounds.flatMap(({ columns }) => [...columns.keys()]))];
    this.size = input.rounds[0]?.size ?? 0;
  }

  round(code: string) {
    const round = this.input.rounds.find((one) => one.code === code);
    if (round === undefined) throw new Error(`no round ${code}`);
    return round;
  }

  responded(code: string): Rows {
    const [first] = this.round(code).columns.values();
    return Array.from(first?.states ?? [], (state) => state !== NO_RESPONSE && state !== NOT_IN_PANEL);
  }

  support(view: View): Rows {
    const all = view.map((code) => this.responded(code));
    return Array.from({ length: this.size }, (_, row) => all.every((one) => one[row]));
  }

  private side(code: string, key: string): Told['sides'][number] {
    const column = this.round(code).columns.get(key);
    return Array.from(column?.states ?? [], (state, row) =>
      state >= LEVELS_BELOW ? { reason: state } : { level: column?.numbers?.[row] ?? state },
    );
  }

  told(view: View, key: string, withDependence: boolean): Told | null {
    const [from = '', to] = view;
    const column = this.round(from).columns.get(key);
    if (column === undefined) return null;
    const { question } = column;
    const conditions = (withDependence ? view : []).flatMap((code) =>
      [...this.round(code).columns.keys()]
        .filter((other) => isConditionOf(this.round(code).questionSet, questionOf(other), question.code))
        .map((other) => this.side(code, other)),
    );
    const own = view.map((code) => this.side(code, key));
    const support = this.support(view);
    if (to === undefined) {
      const reported = question.reportsChangeOf === undefined ? [] : [this.reported(from, key)];
      return { support, sides: [...own, ...reported, ...conditions], directions: null };
    }
    if (question.reportsChangeOf !== undefined) return null;
    return { support, sides: [...own, ...conditions], directions: this.directions(from, to, key) };
  }

  private reported(code: string, key: string): Told['sides'][number] {
    const column = this.round(code).columns.get(key);
    return Array.from(column?.states ?? [], (state) => {
      const direction = column?.question.scale.levels[state]?.direction;
      if (state >= LEVELS_BELOW) return { reason: state };
      return direction === undefined ? { reason: -1 } : { level: direction.charCodeAt(0) };
    });
  }

  directions(from: string, to: string, key: string): readonly (string | null)[] {
    const compared = compareRounds({ from: this.round(from), to: this.round(to), history: this.input.history });
    if (!compared.ok) throw new Error('cannot be compared');
    const delta = compared.value.deltas.find(({ question, option }) => columnKey(question.code, option) === key);
    if (delta === undefined) throw new Error(`no delta of ${key}`);
    const known = new Set(['INCREASED', 'DECREASED', 'UNCHANGED', 'CHANGED']);
    return directionOfEach(delta).map((outcome) => (outcome !== null && known.has(outcome) ? outcome : null));
  }
}

/** Rows that no table tells apart, by atom; those that no table is about have none. */
function atomsOf(size: number, tables: readonly Table[]): readonly string[] {
  const divisions = tables.flatMap((table) => table.divisions);
  return Array.from({ length: size }, (_, row) => {
    const parts = divisions.map((division) => division[row] ?? NOWHERE);
    return parts.every((part) => part === NOWHERE) ? NOWHERE : JSON.stringify(parts);
  });
}

/** None, or at least k and of more than one mind. */
const isMixed = (seen: readonly unknown[], k: number, { base, unanimity }: SuppressionRules): boolean =>
  seen.length === 0 || ((!base || seen.length >= k) && (!unanimity || new Set(seen).size > 1));

function isSafe(
  { sides, directions }: Told,
  rows: readonly number[],
  atomSize: number,
  k: number,
  rules: SuppressionRules,
): boolean {
  if (rules.base && atomSize < k) return false;
  const changed = directions === null ? [] : rows.map((row) => directions[row]).filter((one) => one !== null);
  return (
    isMixed(changed, k, rules) &&
    sides.every((side) => {
      const levels = rows.flatMap((row) => side[row]?.level ?? []);
      if (levels.length > 0) return isMixed(levels, k, rules);
      return isMixed(
        rows.map((row) => side[row]?.reason),
        1,
        rules,
      );
    })
  );
}

/** Rows in atoms of which these figures would tell something. */
function unsafe(told: Told, atoms: readonly string[], k: number, rules: SuppressionRules): readonly number[] {
  return [...new Set(atoms)].flatMap((atom) => {
    const all = atoms.flatMap((one, row) => (one === atom ? [row] : []));
    const rows = all.filter((row) => told.support[row]);
    return rows.length === 0 || isSafe(told, rows, all.length, k, rules) ? [] : rows;
  });
}

class Planner {
  private readonly all: readonly Release[];

  constructor(
    private readonly policy: SuppressionPolicy,
    private readonly own: Release,
    private readonly earlier: readonly { readonly release: Release; readonly plan: SuppressionPlan }[],
    private readonly rules: SuppressionRules,
  ) {
    this.all = [...earlier.map(({ release }) => release), own];
  }

  /** Rows that are told of by what is published; `columns` are those to be looked at. */
  private unsafeRows({ tables, columns: known }: Ledger, columns: readonly ShownColumn[] = known): readonly number[] {
    const { rules } = this;
    const k = this.policy.smallestBase;
    if (!takesAll(rules))
      return columns.flatMap((column) =>
        tables.filter((own) => isSameView(own, column)).flatMap((own) => this.unsafeWith(own, column, tables)),
      );
    const atoms = atomsOf(this.own.size, tables);
    const told = columns.map((column) => this.toldBy(column));
    const inferred = [...new Set(columns.map(({ key }) => key))].flatMap((key) =>
      this.inferred(key, [...known, ...columns]),
    );
    return [...told, ...inferred].flatMap((one) => (one === null ? [] : unsafe(one, atoms, k, rules)));
  }

  private toldBy({ release, view, key }: ShownColumn): Told | null {
    return this.all[release]?.told(view, key, this.rules.dependence) ?? null;
  }

  /** For an attacker who takes only some tables together. */
  private unsafeWith(own: Table, column: ShownColumn, tables: readonly Table[]): readonly number[] {
    const { crossing, complement, rounds, releases } = this.rules;
    const taken = tables.filter((other) => {
      if (!rounds && String(other.view) !== String(own.view)) return false;
      if (!releases && other.release !== own.release) return false;
      if (other.attribute === null || other.attribute === own.attribute) return true;
      return crossing && (complement || own.attribute !== null);
    });
    const told = this.toldBy(column);
    if (told === null) return [];
    const rows = unsafe(told, atomsOf(this.own.size, taken), this.policy.smallestBase, this.rules);
    return complement ? rows : rows.filter((row) => own.divisions[0]?.[row] !== REST);
  }

  /** Changes that no table shows, of those whose answers in both rounds are in tables. */
  private inferred(key: string, shown: readonly ShownColumn[]): readonly Told[] {
    const covers = (code: string, row: number): boolean =>
      shown.some(
        (one) => one.key === key && one.view.includes(code) && this.all[one.release]?.support(one.view)[row] === true,
      );
    return this.all.flatMap((release, at) =>
      release.views.flatMap((view): Told[] => {
        const [from = '', to] = view;
        const isShown = shown.some((one) => one.release === at && one.key === key && String(one.view) === String(view));
        const told = to === undefined || isShown ? null : release.told(view, key, false);
        if (told === null || to === undefined) return [];
        const support = told.support.map((is, row) => is && covers(from, row) && covers(to, row));
        return [{ support, sides: [], directions: told.directions }];
      }),
    );
  }

  private hasSmallAtom({ tables }: Ledger): boolean {
    if (!takesAll(this.rules) || !this.rules.base) return false;
    const atoms = atomsOf(this.own.size, tables).filter((atom) => atom !== NOWHERE);
    return [...new Set(atoms)].some((atom) => atoms.filter((one) => one === atom).length < this.policy.smallestBase);
  }

  /** Whether rows are told apart by the one that are not by the other. */
  private isFiner(one: Ledger, other: Ledger): boolean {
    const [a, b] = [one, other].map(({ tables }) => new Set(atomsOf(this.own.size, tables)).size);
    return (
      a !== b ||
      atomsOf(this.own.size, one.tables).filter((atom) => atom === NOWHERE).length !==
        atomsOf(this.own.size, other.tables).filter((atom) => atom === NOWHERE).length
    );
  }

  /** A table in total divides rows into those it is about and others; whoever corrected since an earlier release stands apart. */
  private inTotal(keys: readonly string[], release: Release, view: View, before: Planner['earlier']): string[][] {
    const support = release.support(view);
    const corrected = before.flatMap(({ release: old, plan }) =>
      view.flatMap((code): string[][] => {
        const wasShown = keys.some((key) =>
          (plan.columns[key]?.views ?? []).some((position) => plan.views[position]?.includes(code)),
        );
        if (!wasShown) return [];
        const [was, is] = [old.responded(code), release.responded(code)];
        const differs = (row: number): boolean =>
          keys.some((key) => {
            const [a, b] = [old, release].map((one) => one.round(code).columns.get(key));
            return a?.states[row] !== b?.states[row] || !Object.is(a?.numbers?.[row], b?.numbers?.[row]);
          });
        return [support.map((isIn, row) => (isIn && was[row] && is[row] && differs(row) ? 'corrected' : NOWHERE))];
      }),
    );
    return [support.map((isIn) => (isIn ? 'in' : NOWHERE)), ...corrected];
  }

  private byGroup(release: Release, view: View, attribute: string, joined: ReadonlySet<string | null>): string[] {
    const grouping = release.input.groupings.get(attribute);
    return release.support(view).map((isIn, row) => {
      const value = grouping?.values[grouping.index[row] ?? -1] ?? null;
      if (!isIn) return NOWHERE;
      return joined.has(value) ? REST : `group ${String(value)}`;
    });
  }

  private published(keys: readonly string[]): Ledger {
    const tables: Table[] = [];
    const columns: ShownColumn[] = [];
    this.earlier.forEach(({ release: made, plan }, release) => {
      for (const key of keys) {
        const column = plan.columns[key];
        for (const position of column?.views ?? []) {
          const view = plan.views[position] ?? [];
          columns.push({ release, view, key });
          const divisions = this.inTotal(keys, made, view, this.earlier.slice(0, release));
          tables.push({ release, view, attribute: null, divisions });
        }
        for (const [attribute, { joined, views }] of Object.entries(column?.breakdowns ?? {}))
          for (const position of views) {
            const view = plan.views[position] ?? [];
            tables.push({
              release,
              view,
              attribute,
              divisions: [this.byGroup(made, view, attribute, new Set(joined))],
            });
          }
      }
    });
    return { tables, columns };
  }

  private brokenDown(ledger: Ledger, view: View, attribute: string, joined: ReadonlySet<string | null>): Ledger {
    const divisions = [this.byGroup(this.own, view, attribute, joined)];
    return { ...ledger, tables: [...ledger.tables, { release: this.earlier.length, view, attribute, divisions }] };
  }

  /** The groups that are withheld together; null where none would be left. */
  private joinedGroups(ledger: Ledger, view: View, attribute: string): ReadonlySet<string | null> | null {
    const grouping = this.own.input.groupings.get(attribute);
    const support = this.own.support(view);
    const valueOf = (row: number): string | null => grouping?.values[grouping.index[row] ?? -1] ?? null;
    const rows = support.flatMap((isIn, row) => (isIn ? [row] : []));
    const present = (grouping?.values ?? []).filter((value) => rows.some((row) => valueOf(row) === value));
    const sizeOf = (value: string | null): number => rows.filter((row) => valueOf(row) === value).length;
    const smallestFirst = [...present].sort((a, b) => sizeOf(a) - sizeOf(b));
    const joined = new Set<string | null>();
    for (;;) {
      const bad = this.unsafeRows(this.brokenDown(ledger, view, attribute, joined));
      if (bad.length === 0) return joined;
      const before = joined.size;
      for (const row of bad) if (support[row]) joined.add(valueOf(row));
      const next = smallestFirst.find((value) => !joined.has(value));
      if (joined.size === before && next !== undefined) joined.add(next);
      if (present.every((value) => joined.has(value))) return null;
    }
  }

  plan(keys: readonly string[]): Record<string, ColumnPlan> {
    let ledger = this.published(keys);
    const release = this.earlier.length;
    const totals = new Map<number, readonly string[]>();
    this.own.views.forEach((view, position) => {
      const columns = keys.map((key) => ({ release, view, key })).filter((column) => this.toldBy(column) !== null);
      const divisions = this.inTotal(keys, this.own, view, this.earlier);
      const divided = { ...ledger, tables: [...ledger.tables, { release, view, attribute: null, divisions }] };
      if (columns.length === 0 || this.hasSmallAtom(divided)) return;
      // Where no row is told apart anew, nothing is.
      if (this.isFiner(divided, ledger) && this.unsafeRows(divided).length > 0) return;
      const safe = columns.filter((column) => this.unsafeRows(divided, [column]).length === 0);
      if (safe.length === 0) return;
      ledger = { ...divided, columns: [...divided.columns, ...safe] };
      totals.set(
        position,
        safe.map(({ key }) => key),
      );
    });
    const breakdowns: Record<string, BreakdownPlan> = {};
    for (const attribute of new Set(this.policy.breakdowns)) {
      const grouping = this.own.input.groupings.get(attribute);
      let joined: ReadonlySet<string | null> | null = null;
      const views: number[] = [];
      for (const position of totals.keys()) {
        const view = this.own.views[position] ?? [];
        const found: ReadonlySet<string | null> | null = joined ?? this.joinedGroups(ledger, view, attribute);
        if (found === null) continue;
        const next: Ledger = this.brokenDown(ledger, view, attribute, found);
        if (joined !== null && (this.hasSmallAtom(next) || this.unsafeRows(next).length > 0)) continue;
        [joined, ledger] = [found, next];
        views.push(position);
      }
      const withheld = (grouping?.values ?? []).filter((value) => joined?.has(value) === true);
      if (joined !== null) breakdowns[attribute] = { joined: withheld, views };
    }
    return Object.fromEntries(
      keys.map((key) => {
        const views = [...totals].filter(([, shown]) => shown.includes(key)).map(([position]) => position);
        const own = Object.entries(breakdowns)
          .map(
            ([attribute, plan]) =>
              [attribute, { ...plan, views: plan.views.filter((at) => views.includes(at)) }] as const,
          )
          .filter(([, plan]) => plan.views.length > 0);
        return [key, { views, breakdowns: Object.fromEntries(own) }];
      }),
    );
  }
}

/** @param earlier in order of time, each with its plan */
export function referencePlan(
  policy: SuppressionPolicy,
  release: ReleaseInput,
  earlier: readonly EarlierRelease[],
  rules: SuppressionRules = ALL_RULES,
): SuppressionPlan {
  const own = new Release(release);
  const past = (rules.releases ? earlier : []).map(({ release: input, plan }) => ({
    release: new Release(input),
    plan,
  }));
  // Options of a question, and questions of which one decides whether the other is shown, are planned together.
  const linked: string[][] = [];
  for (const key of own.keys) {
    const set = release.rounds[0]?.questionSet;
    const isLinked = (other: string): boolean =>
      questionOf(other) === questionOf(key) ||
      (rules.dependence &&
        set !== undefined &&
        (isConditionOf(set, questionOf(other), questionOf(key)) ||
          isConditionOf(set, questionOf(key), questionOf(other))));
    const group = linked.find((keys) => keys.some(isLinked));
    if (group === undefined) linked.push([key]);
    else group.push(key);
  }
  const planner = new Planner(policy, own, past, rules);
  return {
    smallestBase: policy.smallestBase,
    views: own.views,
    columns: Object.assign({}, ...linked.map((keys) => planner.plan(keys))) as Record<string, ColumnPlan>,
  };
}
