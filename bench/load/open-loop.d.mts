import type { Act } from './day.mjs';

export interface Done<Outcome> extends Act {
  readonly outcome: Outcome | null;
  readonly begun: number;
  readonly ended: number;
}
export function openLoop<Outcome>(
  acts: readonly Act[],
  begin: (act: Act) => { readonly actor: string; readonly perform: () => Promise<Outcome> },
  options?: {
    readonly clock?: { readonly now: () => number; readonly sleep: (ms: number) => Promise<void> };
    readonly drainSeconds?: number;
  },
): Promise<readonly Done<Outcome>[]>;
export function latencyOf(act: { readonly at: number; readonly ended: number }): number;
