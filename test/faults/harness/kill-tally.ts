import type { Crew } from './crew.js';
import { compareWithLedger, effectiveActs, type SheetState } from './sheet-state.js';
import { figures } from './sizes.js';

/** What kills have done, over all sheets that were worked on meanwhile. */
export class KillTally {
  kills = 0;
  acknowledged = 0;
  repeated = 0;
  givenUp = 0;
  readonly lost: string[] = [];
  readonly halfApplied: string[] = [];
  readonly disagreements: string[] = [];

  constructor(private readonly name: string) {}

  /** Adds a sheet whose editors have come to rest. */
  add(state: SheetState, { ledger, groups }: Crew): void {
    const findings = compareWithLedger(state, ledger, groups);
    this.acknowledged += findings.acknowledged;
    this.repeated += ledger.entries.filter(({ attempts }) => attempts > 1).length;
    this.givenUp += ledger.abandoned.size;
    this.lost.push(...findings.lost);
    this.halfApplied.push(...findings.halfApplied);
    this.disagreements.push(...findings.disagreements);
    const acts = effectiveActs(state);
    if (state.version !== acts) this.halfApplied.push(`the sheet is at version ${state.version} after ${acts} acts`);
  }

  /** Writes the figures down. */
  report(): void {
    figures(this.name, {
      kills: this.kills,
      'acknowledged acts': this.acknowledged,
      'of these repeated': this.repeated,
      'acts given up': this.givenUp,
      lost: this.lost.length,
      'half-applied': this.halfApplied.length,
    });
  }

  /** Everything that was acknowledged is there, whole; and the kills were noticed, or they would prove nothing. */
  expectNothingLost(kills: number): void {
    this.report();
    const { lost, halfApplied, disagreements } = this;
    expect({ lost, halfApplied, disagreements }).toEqual({ lost: [], halfApplied: [], disagreements: [] });
    expect(this.kills).toBe(kills);
    expect(this.repeated).toBeGreaterThan(0);
  }
}
