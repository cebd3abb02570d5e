/**
 * Tries to find out what single municipalities answered, or figures of groups too small or too much of one mind, from what
 * a protected analyst gets to see. Knows the attributes and who handed in when, and nothing of how the plan was made.
 */
import { isPublic, stateOf } from './published-facts.js';
import type { Fact } from './published-facts.js';
import { cellAt, cellsOf, classesOf, LinearSystem, versionOf } from './linear-system.js';
import type { Target } from './linear-system.js';
import type { RandomStudy } from './random-releases.js';

export interface Recovered extends Target {
  readonly what: string;
  readonly count: number;
}

export interface Attack {
  readonly recovered: readonly Recovered[];
  /** Targets tried. */
  readonly targets: number;
  /** Targets that a linear program decided. */
  readonly solved: number;
}

interface NamedTarget extends Target {
  readonly what: string;
}

const isLevel = (state: number): boolean => state < 200;

export class Attacker {
  private readonly classes: readonly (readonly number[])[];
  /** By row: the facts that count it. */
  private readonly countedBy: readonly string[];
  /** By row: rounds and versions of sheets that some fact depends on. */
  private readonly covered: readonly ReadonlySet<string>[];
  /** By row: rounds and releases that some fact depends on. */
  private readonly shown: readonly (readonly (readonly [round: number, release: number])[])[];

  constructor(
    private readonly study: RandomStudy,
    private readonly facts: readonly Fact[],
  ) {
    this.classes = classesOf(study);
    const counted = Array.from({ length: study.size }, (): number[] => []);
    const covered = Array.from({ length: study.size }, () => new Set<string>());
    const shown = Array.from({ length: study.size }, () => new Map<string, readonly [number, number]>());
    facts.forEach(({ rows, rounds, release }, position) => {
      for (const row of rows) {
        counted[row]!.push(position);
        for (const round of rounds) {
          covered[row]!.add(`${round} ${versionOf(study, round, release, row)}`);
          shown[row]!.set(`${round} ${release}`, [round, release]);
        }
      }
    });
    this.countedBy = counted.map((positions) => positions.join());
    this.covered = covered;
    this.shown = shown.map((entries) => [...entries.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  }

  /**
   * @param sample share of the targets settled by exchange that a linear program decides as well
   * @param enough stop after so many successes
   */
  run(sample: (position: number) => boolean, enough = Infinity): Attack {
    const recovered: Recovered[] = [];
    const targets = this.targets();
    let solved = 0;
    targets.forEach((target, position) => {
      if (recovered.length >= enough) return;
      const isSettled = this.canBeOtherwise(target);
      if (isSettled && !sample(position)) return;
      if (target.rows.length === 0) return;
      solved += 1;
      const system = new LinearSystem(this.study, this.classes, this.facts, target);
      const [least, most] = system.range();
      const count = system.truth();
      if (count < least - 1e-6 || count > most + 1e-6)
        throw new Error(`study ${this.study.seed}: ${count} is not within ${least} and ${most}`);
      const isDetermined = Math.ceil(least - 1e-6) === Math.floor(most + 1e-6);
      if (isDetermined && isSettled)
        throw new Error(`study ${this.study.seed}: determined, yet another way is possible`);
      if (isDetermined) recovered.push({ ...target, count });
    });
    return { recovered, targets: targets.length, solved };
  }

  /**
   * Whether the figures would be the same if the target's count were another: a municipality whose answers no figure counts
   * may have answered anything, and two that the same figures count may have answered each other's sheets.
   */
  private canBeOtherwise(target: Target): boolean {
    const { rows, states, rounds, release } = target;
    const hits = (row: number): boolean => states.includes(cellAt(this.study, target, row));
    const inside = new Set(rows);
    for (const row of rows) {
      if (!hits(row)) continue;
      if (rounds.some((round) => !this.covered[row]!.has(`${round} ${versionOf(this.study, round, release, row)}`)))
        return true;
    }
    for (const row of rows) {
      for (let other = 0; other < this.study.size; other += 1) {
        // One inside a class of several: not all of them are known to have answered alike.
        if (inside.has(other) || this.countedBy[other] !== this.countedBy[row]) continue;
        if (hits(row) !== hits(other) && this.fits(row, other) && this.fits(other, row)) return true;
      }
    }
    return false;
  }

  /** Whether one could have answered the other's sheets: nobody's answer changes without a new sheet. */
  private fits(row: number, other: number): boolean {
    const { releases, columnKeys } = this.study;
    return this.shown[row]!.every(([round, release], position) => {
      const before = this.shown[row]![position - 1];
      if (before === undefined || before[0] !== round) return true;
      const [, earlier] = before;
      if (versionOf(this.study, round, earlier, row) !== versionOf(this.study, round, release, row)) return true;
      return columnKeys.every((key) => {
        const [a, b] = [releases[earlier]!, releases[release]!].map(({ rounds }) => rounds[round]!.columns.get(key)!);
        return a!.states[other] === b!.states[other] && Object.is(a!.numbers?.[other], b!.numbers?.[other]);
      });
    });
  }

  private targets(): readonly NamedTarget[] {
    const { releases } = this.study;
    const found: NamedTarget[] = [];
    releases.forEach((release, position) => {
      const views = release.rounds.flatMap((_, to) => [
        [to],
        ...release.rounds.slice(0, to).map((__, from) => [from, to]),
      ]);
      for (const key of this.study.columnKeys)
        for (const rounds of views) {
          const responded = (rows: readonly number[]): readonly number[] =>
            rows.filter((row) => rounds.every((round) => !isPublic(stateOf(release, key, round, row))));
          const about = { key, release: position, rounds };
          for (const rows of this.classes) found.push(...this.unanimous(about, responded(rows)));
          found.push(...this.unsafe(about, responded([...Array(this.study.size).keys()]), 'total'));
          for (const [attribute, { values, index }] of release.groupings)
            values.forEach((value, group) => {
              const rows = [...index.keys()].filter((row) => index[row] === group);
              found.push(...this.unsafe(about, responded(rows), `${attribute}=${value}`));
            });
        }
    });
    return found;
  }

  /** What all of a class answered: to know that is to know what each of them did. */
  private unanimous(about: Omit<Target, 'rows' | 'states'>, rows: readonly number[]): readonly NamedTarget[] {
    const cells = new Set(rows.map((row) => this.category(about, row)));
    const [only] = cells;
    if (cells.size !== 1 || only === undefined || only === '') return [];
    return [{ ...about, rows, states: this.cellsOfCategory(about, only), what: `each of ${rows.length}` }];
  }

  /** Rounds of one: the state. Of two: the direction, '' where there is none. */
  private category(about: Omit<Target, 'rows' | 'states'>, row: number): string {
    const cell = cellAt(this.study, about, row);
    if (about.rounds.length === 1) return this.study.kind === 'NUMBER' && cell === '0' ? '' : cell;
    return this.direction(cell);
  }

  private direction(cell: string): string {
    const [a, b, sign] = cell.split(',').map(Number);
    if (this.study.kind === 'REPORTED' || a === undefined || b === undefined || !isLevel(a) || !isLevel(b)) return '';
    if (sign !== undefined) return `direction ${sign}`;
    if (this.study.kind === 'CHOICE') return `direction ${Number(a === b)}`;
    return `direction ${Math.sign(b - a)}`;
  }

  private cellsOfCategory({ key, rounds }: Omit<Target, 'rows' | 'states'>, category: string): readonly string[] {
    const domain = this.study.domains.get(key)!;
    if (rounds.length === 1) return [category];
    return domain
      .flatMap((a) => domain.flatMap((b) => cellsOf(this.study.kind === 'NUMBER', a, b)))
      .filter((cell) => this.direction(cell) === category);
  }

  /** The figures of a group that must not be shown: too few behind them, or all of them alike. */
  private unsafe(
    about: Omit<Target, 'rows' | 'states'>,
    rows: readonly number[],
    name: string,
  ): readonly NamedTarget[] {
    if (rows.length === 0) return [];
    const { smallestBase } = this.study.policy;
    const categories = rows.map((row) => this.category(about, row));
    const valid = categories.filter(
      (category) => category.startsWith('direction') || isLevel(Number(category || 'none')),
    );
    const isSmall = rows.length < smallestBase;
    const isFew = valid.length > 0 && valid.length < smallestBase;
    const isAlike = new Set(valid.length > 0 ? valid : categories).size === 1;
    if (!isSmall && !isFew && !isAlike) return [];
    // Reasons may show where it is the answers that must not: an option's are those of the others, a filter tells who skipped.
    const secret = isSmall || valid.length === 0 ? categories : valid;
    return [...new Set(secret)]
      .filter((category) => category !== '')
      .map((category) => ({
        ...about,
        rows,
        states: this.cellsOfCategory(about, category),
        what: `${name}: ${isAlike ? 'all alike' : 'too few'}`,
      }));
  }
}
