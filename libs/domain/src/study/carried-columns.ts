import type { ColumnSource, RoundColumnsInput } from '../response/columns.js';
import type { MunicipalityInfo } from './study.js';
import { rowsCarried } from './succession.js';

/** The rows of one round: who stands in them, and where each municipality's submissions go. */
export interface RoundRows {
  /**
   * In panel order the municipality that stands in each row: its membership and its attributes hold for the row in this
   * round. A row in which nobody stands has a municipality that is a member in no year.
   */
  readonly panel: readonly MunicipalityInfo[];
  /** Municipality id to row; without those that have no row in this round, whose submissions count nowhere. */
  readonly rowById: ReadonlyMap<string, number>;
}

/** A municipality that another carries on: it ended before any year. */
const withoutRow = (municipality: MunicipalityInfo): MunicipalityInfo => ({
  ...municipality,
  memberFrom: null,
  memberTo: Number.NEGATIVE_INFINITY,
  leftBecause: 'MERGED',
});

/**
 * Seats the municipalities of a panel in the rows of a round, as `rowsCarried` says.
 * @returns the panel itself where all stand in their own rows
 * @throws RangeError as `rowsCarried`
 */
export function roundRows(municipalities: readonly MunicipalityInfo[], year: number): RoundRows {
  const rows = rowsCarried(municipalities, year);
  if (rows === null) return { panel: municipalities, rowById: new Map(municipalities.map(({ id }, row) => [id, row])) };
  const rowById = new Map<string, number>();
  const panel = municipalities.map((municipality, row) => {
    const standing = municipalities[rows[row] ?? -1];
    if (standing === undefined) return withoutRow(municipality);
    rowById.set(standing.id, row);
    return standing;
  });
  return { panel, rowById };
}

/**
 * Puts each submission of a round into the row of whoever carries its municipality on, before columns are built.
 * @param input panel and submissions by own position, as `buildRoundColumns` takes them
 * @returns input for `buildRoundColumns`; a submission without a row is left out
 * @throws RangeError as `rowsCarried`
 * @example buildRoundColumns(carryOver(input))
 */
export function carryOver(input: RoundColumnsInput): RoundColumnsInput {
  const { panel, rowById } = roundRows(input.panel, input.year);
  if (panel === input.panel) return input;
  const submissions = [...input.submissions].flatMap((source): ColumnSource[] => {
    const municipalityIndex = rowById.get(input.panel[source.municipalityIndex]?.id ?? '');
    return municipalityIndex === undefined ? [] : [{ ...source, municipalityIndex }];
  });
  return { ...input, panel, submissions };
}
