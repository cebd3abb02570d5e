import { columnNames, MAX_NAME } from './wide-columns.js';
import type { Cell, Dataset, DatasetRow, Missing, MissingKind, Variable } from './dataset.js';

/** Columns that every wide and long file starts with. */
export const ROW_COLUMNS = ['study', 'municipality', 'municipality_name', 'official_key', 'round', 'year'] as const;

/** Names of the columns of a wide file that has a column of missing marks beside each variable. */
export interface WideNames {
  readonly row: readonly string[];
  readonly attributes: readonly string[];
  readonly submittedAt: string;
  /** By position of the variable. */
  readonly variables: readonly { readonly value: string; readonly missing: string }[];
}

const MARK = '__missing';

/**
 * The names that all wide formats share (`columnNames`), and for each variable that of its missing marks: `<name>__missing`,
 * cut and numbered where that is too long or taken.
 */
export function wideNames(dataset: Dataset): WideNames {
  const { attributes, variables } = columnNames(dataset);
  const names = variables.map(({ name }) => name);
  const taken = new Set<string>([...ROW_COLUMNS, 'submitted_at', ...names, ...attributes.map(({ name }) => name)]);
  const markOf = (name: string): string => {
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? MARK : `${MARK}_${number}`;
      const mark = name.slice(0, MAX_NAME - suffix.length) + suffix;
      if (taken.has(mark)) continue;
      taken.add(mark);
      return mark;
    }
  };
  return {
    row: ROW_COLUMNS,
    submittedAt: 'submitted_at',
    attributes: attributes.map(({ name }) => name),
    variables: names.map((value) => ({ value, missing: markOf(value) })),
  };
}

export const isMissing = (cell: Cell): cell is Missing => typeof cell === 'object';

/**
 * Why a cell is empty, for a companion column: the kind, and `KIND:code` only where the scale has several missing codes of
 * that kind, so that nothing is lost.
 */
export function missingMark(variable: Variable, { missing, code }: Missing): string {
  return missingCodesOf(variable, missing).length > 1 ? `${missing}:${code}` : missing;
}

const missingCodesOf = ({ missing }: Variable, kind: MissingKind): readonly string[] =>
  missing.filter((own) => own.kind === kind).map(({ code }) => code);

/** The code of the level that a LEVEL cell stands for. @throws RangeError for a value that the variable does not have. */
export function levelCodes(variable: Variable): (value: number) => string {
  const codes = new Map(variable.levels.map(({ value, code }) => [value, code]));
  return (value) => {
    const code = codes.get(value);
    if (code === undefined) throw new RangeError(`Variable ${variable.name} has no level of value ${value}.`);
    return code;
  };
}

/** The cell at a position. @throws RangeError where a row is shorter than the variables. */
export function cellAt(row: DatasetRow, index: number): Cell {
  const cell = row.cells[index];
  if (cell === undefined) throw new RangeError(`A row has ${row.cells.length} cells, and no cell ${index}.`);
  return cell;
}
