import type { SheetData, SheetQuestionData } from '@reflexbogen/client/sheet';

type GridDefinition = NonNullable<SheetData['round']['questionSet']>['sections'][number]['questions'][number];

/** Cells of one grid that are asked, as they follow one another, with its wording. */
export interface AskedGrid {
  readonly code: string;
  readonly text: string;
  readonly help: string | null;
  /** Rows with a cell that is asked, in the order of the sheet. */
  readonly rows: readonly { readonly code: string; readonly text: string; readonly cells: readonly AskedCell[] }[];
}
export interface AskedCell {
  readonly column: string;
  /** The column's heading. */
  readonly text: string;
  readonly asked: SheetQuestionData;
}

export type AskedPart = { readonly question: SheetQuestionData } | { readonly grid: AskedGrid };

/** Whatever is answered fits into a table: more answers than these would not be read at a glance. */
const MOST_OPTIONS = 9;

/**
 * What a section asks, cells of a grid together: the same answers to each of them.
 * @param questions those that are asked, in their order
 * Cells whose grid the set does not describe, and grids with very many answers, stay questions of their own.
 */
export function partsOf(sheet: SheetData, questions: readonly SheetQuestionData[]): readonly AskedPart[] {
  const definitions = new Map(
    (sheet.round.questionSet?.sections ?? [])
      .flatMap((section) => section.questions)
      .map((one) => [one.code, one] as const),
  );
  const found: (SheetQuestionData | { readonly definition: GridDefinition; readonly cells: SheetQuestionData[] })[] =
    [];
  for (const asked of questions) {
    const { grid, scale } = asked.question;
    const definition = grid ? definitions.get(grid.code) : undefined;
    const last = found.at(-1);
    if (definition === undefined || (scale?.levels.length ?? 0) + (scale?.missing.length ?? 0) > MOST_OPTIONS)
      found.push(asked);
    else if (last !== undefined && 'cells' in last && last.definition === definition) last.cells.push(asked);
    else found.push({ definition, cells: [asked] });
  }
  return found.map((one) => ('cells' in one ? { grid: gridOf(one.definition, one.cells) } : { question: one }));
}

function gridOf({ code, text, help, rows, columns }: GridDefinition, cells: readonly SheetQuestionData[]): AskedGrid {
  const textOf = (axis: typeof rows, wanted: string): string =>
    axis?.find((one) => one.code === wanted)?.text ?? wanted;
  const codes = [...new Set(cells.flatMap(({ question: { grid } }) => (grid ? [grid.row] : [])))];
  return {
    code,
    text,
    help: help ?? null,
    rows: codes.map((row) => ({
      code: row,
      text: textOf(rows, row),
      cells: cells.flatMap((asked) => {
        const { grid } = asked.question;
        return grid?.row === row ? [{ column: grid.column, text: textOf(columns, grid.column), asked }] : [];
      }),
    })),
  };
}
