import type { MembershipCause, MunicipalityInfo } from './study.js';

/** What can be wrong with a statement that one municipality carries on another. */
export type SuccessionFaultCode =
  | 'UNKNOWN_PREDECESSOR'
  | 'SUCCESSION_CYCLE'
  | 'CARRIED_ON_TWICE'
  | 'SUCCESSOR_UNCHANGED'
  | 'PREDECESSOR_UNCHANGED'
  | 'PREDECESSOR_STAYS';

/** One fault, with the municipality that makes the statement. */
export interface SuccessionFault {
  readonly code: SuccessionFaultCode;
  /** Position in the panel of the municipality whose `carriesOn` is at fault. */
  readonly row: number;
  readonly municipality: string;
  readonly message: string;
  readonly expected: string;
}

const isChange = (cause: MembershipCause | null): boolean => cause === 'MERGED' || cause === 'SPLIT';

/** Row of the municipality that each one carries on; -1 = none, or one that the panel lacks. */
function predecessorRows(municipalities: readonly MunicipalityInfo[]): Int32Array {
  const rows = new Int32Array(municipalities.length).fill(-1);
  if (municipalities.every(({ carriesOn }) => (carriesOn ?? null) === null)) return rows;
  const rowOf = new Map(municipalities.map(({ code }, row) => [code, row]));
  municipalities.forEach(({ carriesOn }, row) => {
    if ((carriesOn ?? null) !== null) rows[row] = rowOf.get(carriesOn ?? '') ?? -1;
  });
  return rows;
}

function isOnCycle(predecessors: Int32Array, row: number): boolean {
  let current = predecessors[row] ?? -1;
  // A way longer than the panel has entered a cycle that `row` is not part of: another row reports it.
  for (let steps = 0; current >= 0 && steps < predecessors.length; steps += 1) {
    if (current === row) return true;
    current = predecessors[current] ?? -1;
  }
  return false;
}

/**
 * Checks what a panel states about who carries on whom.
 *
 * A municipality may carry on one that exists in the panel and ended by a merger or split before it began by one itself, and
 * that nobody else carries on: every answer then stands in one row only, whatever the pair of rounds. Chains are
 * allowed, cycles are not.
 * @param municipalities in panel order, codes unique
 * @returns every fault, in panel order; [] for a panel that may be counted. Total: never throws.
 * Source: docs/methodology.md#accounting-identity
 */
export function checkSuccession(municipalities: readonly MunicipalityInfo[]): readonly SuccessionFault[] {
  const predecessors = predecessorRows(municipalities);
  const carriedBy = new Map<number, string>();
  return municipalities.flatMap((successor, row): SuccessionFault[] => {
    if ((successor.carriesOn ?? null) === null) return [];
    const faults: SuccessionFault[] = [];
    const fault = (code: SuccessionFaultCode, message: string, expected: string): void => {
      faults.push({ code, row, municipality: successor.code, message, expected });
    };
    const names = `${successor.code} carries on ${successor.carriesOn}`;
    if (successor.memberFrom === null || !isChange(successor.joinedBecause))
      fault(
        'SUCCESSOR_UNCHANGED',
        `${names}, but did not itself begin by a merger or split.`,
        'memberFrom and joinedBecause MERGED or SPLIT beside carriesOn',
      );
    const predecessor = municipalities[predecessors[row] ?? -1];
    if (predecessor === undefined) {
      fault('UNKNOWN_PREDECESSOR', `${names}, which is not in the panel.`, 'the code of a municipality of the panel');
      return faults;
    }
    if (isOnCycle(predecessors, row)) {
      fault('SUCCESSION_CYCLE', `${names}, which carries on ${successor.code} in turn.`, 'a chain that ends');
      return faults;
    }
    if (predecessor.memberTo === null || !isChange(predecessor.leftBecause))
      fault(
        'PREDECESSOR_UNCHANGED',
        `${names}, which did not end by a merger or split.`,
        'a predecessor with memberTo and leftBecause MERGED or SPLIT',
      );
    else if (successor.memberFrom !== null && predecessor.memberTo >= successor.memberFrom)
      fault(
        'PREDECESSOR_STAYS',
        `${names}, which is a member up to ${predecessor.memberTo}; ${successor.code} is one from ${successor.memberFrom}.`,
        'a predecessor that ended before its successor began',
      );
    const other = carriedBy.get(predecessors[row] ?? -1);
    if (other === undefined) carriedBy.set(predecessors[row] ?? -1, successor.code);
    else
      fault(
        'CARRIED_ON_TWICE',
        `${names}, which ${other} carries on already.`,
        'one successor at most: an answer counts once',
      );
    return faults;
  });
}

/**
 * Who stands in each row of a round.
 *
 * A row is a municipality together with those that it carries on, so that its past is theirs: before a municipality
 * began, its row holds the one it carries on, as long as that existed, and so on along the chain; in the years between the
 * end of the one and the beginning of the other it holds itself, a changed unit. A municipality that another carries on
 * has no row of its own in any round. This does not depend on which rounds are compared, so that pairs, series,
 * freezes and releases all speak of the same rows.
 * @param municipalities in panel order
 * @param year of the round
 * @returns for each row the position of the municipality that stands there, -1 = nobody; no position twice. Null where
 *   all stand in their own rows
 * @throws RangeError for a panel that `checkSuccession` refuses: an answer must never count twice
 */
export function rowsCarried(municipalities: readonly MunicipalityInfo[], year: number): Int32Array | null {
  if (municipalities.every(({ carriesOn }) => (carriesOn ?? null) === null)) return null;
  const [fault] = checkSuccession(municipalities);
  if (fault !== undefined) throw new RangeError(fault.message);
  const predecessors = predecessorRows(municipalities);
  const isCarriedOn = new Uint8Array(municipalities.length);
  for (const row of predecessors) if (row >= 0) isCarriedOn[row] = 1;
  let isMoved = false;
  const rows = Int32Array.from(municipalities, (_, row) => {
    if (isCarriedOn[row] === 1) return -1;
    const standing = standingIn(municipalities, predecessors, row, year);
    isMoved ||= standing !== row;
    return standing;
  });
  // Once every successor stands for itself, those before it are no members any more: their rows are empty as they are.
  return isMoved ? rows : null;
}

function standingIn(
  municipalities: readonly MunicipalityInfo[],
  predecessors: Int32Array,
  row: number,
  year: number,
): number {
  const from = municipalities[row]?.memberFrom ?? null;
  const before = predecessors[row] ?? -1;
  const until = municipalities[before]?.memberTo ?? null;
  if (from === null || year >= from || until === null || year > until) return row;
  return standingIn(municipalities, predecessors, before, year);
}
