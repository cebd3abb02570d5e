import type { Column, RoundColumns } from '../comparison/comparison.types.js';
import { UNIT_CHANGED, WIDE_REASONS } from '../response/answer-state.js';
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

function gathered<T extends Uint8Array | Uint16Array | Float64Array>(values: T, rows: Int32Array, nobody: number): T {
  const moved = values.slice() as T;
  for (let row = 0; row < rows.length; row += 1) {
    const standing = rows[row]!;
    moved[row] = standing < 0 ? nobody : values[standing]!;
  }
  return moved;
}

/**
 * Moves the rows of columns that were built by own position; for columns at hand, where `carryOver` comes too late.
 * @param rows as `rowsCarried` gives them for the columns' round; null changes nothing
 * @returns new columns that later submissions do not reach; UNIT_CHANGED in rows where nobody stands
 * @throws RangeError for rows of another panel
 */
export function gatherColumns(columns: RoundColumns, rows: Int32Array | null): RoundColumns {
  if (rows === null) return columns;
  if (rows.length !== columns.size)
    throw new RangeError(`${rows.length} rows do not fit columns of ${columns.size} municipalities`);
  const moved = new Map<string, Column>();
  for (const [key, column] of columns.columns) {
    const nobody = column.states.BYTES_PER_ELEMENT === 2 ? WIDE_REASONS + UNIT_CHANGED : UNIT_CHANGED;
    moved.set(key, {
      ...column,
      states: gathered(column.states, rows, nobody),
      ...(column.numbers === undefined ? {} : { numbers: gathered(column.numbers, rows, NaN) }),
    });
  }
  const { code, year, questionSet, size, units } = columns;
  return {
    code,
    year,
    questionSet,
    size,
    columns: moved,
    ...(units === undefined ? {} : { units: gathered(units, rows, UNIT_CHANGED) }),
  };
}
