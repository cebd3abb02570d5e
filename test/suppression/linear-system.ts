/** What the facts say, as linear equations over classes of municipalities that nobody can tell apart. */
import { createRequire } from 'node:module';
import { isPublic, stateOf } from './published-facts.js';
import type { Fact } from './published-facts.js';
import type { RandomStudy } from './random-releases.js';

// Its types describe the CommonJS build, whose default export is a property.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof import('highs');
const highs = await loadHighs();
const SKIPPED = 241;
const FIRST_REASON = 200;

/** A municipality's answer as handed in at one time: which column, round and how many sheets it had handed in. */
export interface Slot {
  readonly key: string;
  readonly round: number;
  readonly release: number;
}

/** Sheets that a row had handed in for a round by the time of a release. */
export const versionOf = ({ handedIn }: RandomStudy, round: number, release: number, row: number): number =>
  handedIn[round]![row]!.filter((time) => time <= release).length;

/** Rows with the same attributes, of whom the same is known about when they handed in. */
export function classesOf(study: RandomStudy): readonly (readonly number[])[] {
  const classes = new Map<string, number[]>();
  const { groupings } = study.releases[0]!;
  for (let row = 0; row < study.size; row += 1) {
    const name = JSON.stringify([
      [...groupings.values()].map(({ index }) => index[row]),
      study.handedIn.map((round) => round[row]),
      study.handedIn.map((_, round) => stateOf(study.releases[0]!, study.columnKeys[0]!, round, row) === 245),
    ]);
    const rows = classes.get(name);
    if (rows === undefined) classes.set(name, [row]);
    else rows.push(row);
  }
  return [...classes.values()];
}

/** Counts of rows of which something is to be found out: `rounds` one or two, `states` as in a fact's cell. */
export interface Target {
  readonly key: string;
  readonly release: number;
  readonly rounds: readonly number[];
  readonly rows: readonly number[];
  readonly states: readonly string[];
}

export type Range = readonly [least: number, most: number];

export class LinearSystem {
  private readonly variables = new Map<string, number>();
  private readonly equations: { readonly terms: ReadonlyMap<number, number>; readonly sum: number }[] = [];
  private readonly zero = new Set<number>();
  private readonly slots = new Set<string>();
  private readonly pairs = new Set<string>();
  private readonly classOf = new Map<number, number>();

  constructor(
    private readonly study: RandomStudy,
    private readonly classes: readonly (readonly number[])[],
    facts: readonly Fact[],
    private readonly target: Target,
  ) {
    classes.forEach((rows, position) => {
      for (const row of rows) this.classOf.set(row, position);
    });
    for (const fact of facts)
      for (const { states, count } of fact.cells) {
        const terms = this.termsOf(fact, states);
        if (count === 0) for (const variable of terms.keys()) this.zero.add(variable);
        else this.equations.push({ terms, sum: count });
      }
    this.goal = this.termsOf(target, target.states);
  }

  private readonly goal: ReadonlyMap<number, number>;

  private variable(name: string): number {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    this.variables.set(name, this.variables.size);
    return this.variables.size - 1;
  }

  private nameOf(position: number, { key, round, release }: Slot): string {
    const version = versionOf(this.study, round, release, this.classes[position]![0]!);
    return JSON.stringify([position, key, round, version]);
  }

  private termsOf(
    { key, release, rounds, rows }: Omit<Target, 'states'>,
    states: readonly string[],
  ): Map<number, number> {
    const terms = new Map<number, number>();
    for (const position of new Set(rows.map((row) => this.classOf.get(row)!))) {
      const names = rounds.map((round) => this.slot(position, { key, round, release }));
      const name = names.length === 1 ? names[0]! : this.pair(key, names[0]!, names[1]!);
      for (const state of states) terms.set(this.variable(`${name}=${state}`), 1);
    }
    return terms;
  }

  /** Everybody has exactly one state; options share their reasons, and a filter decides what is skipped. */
  private slot(position: number, slot: Slot): string {
    const name = this.nameOf(position, slot);
    if (this.slots.has(name)) return name;
    this.slots.add(name);
    const { domains, columnKeys, kind } = this.study;
    const size = this.classes[position]!.length;
    const domain = domains.get(slot.key)!;
    this.equations.push({ terms: this.sumOf(name, domain.map(String)), sum: size });
    if (kind === 'FILTERED' && slot.key === 'q') {
      const filter = this.slot(position, { ...slot, key: 'f' });
      this.equations.push({
        terms: new Map([...this.sumOf(name, [String(SKIPPED)]), ...this.sumOf(filter, ['1'])]),
        sum: size,
      });
    }
    const first = columnKeys[0]!;
    if (kind === 'MULTI_CHOICE' && slot.key !== first) {
      const other = this.slot(position, { ...slot, key: first });
      for (const reason of domain.filter((state) => state >= FIRST_REASON).map(String))
        this.equations.push({
          terms: new Map([...this.sumOf(name, [reason]), ...this.sumOf(other, [reason], -1)]),
          sum: 0,
        });
    }
    return name;
  }

  private sumOf(name: string, states: readonly string[], factor = 1): Map<number, number> {
    return new Map(states.map((state) => [this.variable(`${name}=${state}`), factor]));
  }

  /** What went from one state to another adds up to the states of either round. */
  private pair(key: string, from: string, to: string): string {
    const name = `${from}>${to}`;
    if (this.pairs.has(name)) return name;
    this.pairs.add(name);
    const domain = this.study.domains.get(key)!;
    const cells = domain.flatMap((a) => domain.flatMap((b) => cellsOf(this.study.kind === 'NUMBER', a, b)));
    for (const state of domain.map(String)) {
      const rows = cells.filter((cell) => cell.split(',')[0] === state);
      const columns = cells.filter((cell) => cell.split(',')[1] === state);
      this.equations.push({ terms: new Map([...this.sumOf(name, rows), ...this.sumOf(from, [state], -1)]), sum: 0 });
      this.equations.push({ terms: new Map([...this.sumOf(name, columns), ...this.sumOf(to, [state], -1)]), sum: 0 });
    }
    return name;
  }

  /** @throws Error where the facts contradict each other, which is a bug of this test */
  range(): Range {
    return [this.solve('Minimize'), this.solve('Maximize')];
  }

  private solve(goal: 'Minimize' | 'Maximize'): number {
    const write = (terms: ReadonlyMap<number, number>): string =>
      [...terms]
        .filter(([variable]) => !this.zero.has(variable))
        .map(([variable, factor]) => `${factor < 0 ? '-' : '+'} x${variable}`)
        .join(' ');
    const objective = write(this.goal);
    if (objective === '') return 0;
    const rows = this.equations.flatMap(({ terms, sum }, position) => {
      const left = write(terms);
      return left === '' ? [] : [`e${position}: ${left} = ${sum}`];
    });
    const solution = highs.solve(`${goal}\n goal: ${objective}\nSubject To\n${rows.join('\n')}\nEnd`);
    if (solution.Status !== 'Optimal') throw new Error(`study ${this.study.seed}: ${solution.Status}`);
    return solution.ObjectiveValue;
  }

  /** The true count. */
  truth(): number {
    const { study, target } = this;
    return target.rows.filter((row) => target.states.includes(cellAt(study, target, row))).length;
  }
}

export const cellsOf = (isNumber: boolean, a: number, b: number): readonly string[] =>
  isNumber && a === 0 && b === 0 ? ['0,0,1', '0,0,0', '0,0,-1'] : [`${a},${b}`];

/** The true cell of a row that responded in the rounds. */
export function cellAt(
  study: RandomStudy,
  { key, release, rounds }: Omit<Target, 'states' | 'rows'>,
  row: number,
): string {
  const own = study.releases[release]!;
  const states = rounds.map((round) => stateOf(own, key, round, row));
  if (states.some(isPublic)) return '';
  if (study.kind !== 'NUMBER' || states.length === 1 || states.some((state) => state !== 0)) return states.join();
  const [a, b] = rounds.map((round) => own.rounds[round]!.columns.get(key)!.numbers![row]!);
  return `0,0,${Math.sign(b! - a!)}`;
}
