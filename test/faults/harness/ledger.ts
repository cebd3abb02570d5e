import type { SaveInput, SaveOutcome } from './operations.js';

/** An act that the service has acknowledged, as the editor remembers it. */
export interface LedgerEntry {
  readonly key: string;
  readonly editor: string;
  readonly input: SaveInput;
  /** What the service said was saved. */
  readonly saved: SaveOutcome['saved'];
  /** How often it was sent until it was acknowledged. */
  readonly attempts: number;
}

/** What all editors of a sheet know: the yardstick for what the service has kept. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  /** Keys of acts that were sent and never acknowledged: they may have had their effect or not, but not half of it. */
  readonly abandoned = new Set<string>();
  /** What an editor was told and cannot be. */
  readonly contradictions: string[] = [];

  get acknowledged(): number {
    return this.entries.length;
  }
}
