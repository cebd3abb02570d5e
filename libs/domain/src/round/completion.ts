import type { ResponseStatus } from '../response/response-status.js';

/** How far a sheet is, in the order in which a round is worked off. */
export const COMPLETION_STAGES = ['INVITED', 'OPENED', 'STARTED', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
export type CompletionStage = (typeof COMPLETION_STAGES)[number];

/** What is known of one member's sheet; `status` null = the sheet does not exist yet. */
export interface SheetState {
  readonly invited: boolean;
  readonly opened: boolean;
  readonly status: ResponseStatus | null;
}

/**
 * The stages a sheet counts in. Invited, opened and started stay true once they were reached (started = at least one answer saved or
 * the sheet handed in); submitted, returned and accepted say where it is now, and an accepted sheet is a submitted one as well.
 */
export function stagesOf({ invited, opened, status }: SheetState): readonly CompletionStage[] {
  const reached: Readonly<Record<CompletionStage, boolean>> = {
    INVITED: invited,
    OPENED: opened,
    STARTED: status !== null && status !== 'NOT_STARTED',
    SUBMITTED: status === 'SUBMITTED' || status === 'ACCEPTED',
    RETURNED: status === 'RETURNED',
    ACCEPTED: status === 'ACCEPTED',
  };
  return COMPLETION_STAGES.filter((stage) => reached[stage]);
}

export interface CompletionGroup<Sheet> {
  /** Value of the attribute; null = the member has none, or nothing was asked to group by. */
  readonly value: string | null;
  readonly members: readonly Sheet[];
  /** The members behind each number, in their own order. */
  readonly byStage: ReadonlyMap<CompletionStage, readonly Sheet[]>;
}

/** Counts per group, groups in order of first appearance; every sheet is in exactly one group. */
export function completionByGroup<Sheet extends SheetState>(
  sheets: readonly Sheet[],
  groupOf: (sheet: Sheet) => string | null,
): readonly CompletionGroup<Sheet>[] {
  const groups = new Map<string | null, Sheet[]>();
  for (const sheet of sheets) {
    const value = groupOf(sheet);
    const members = groups.get(value);
    if (members === undefined) groups.set(value, [sheet]);
    else members.push(sheet);
  }
  return [...groups].map(([value, members]) => ({
    value,
    members,
    byStage: new Map(
      COMPLETION_STAGES.map((stage) => [stage, members.filter((sheet) => stagesOf(sheet).includes(stage))]),
    ),
  }));
}
