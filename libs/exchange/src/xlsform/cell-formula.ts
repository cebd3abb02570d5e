/**
 * A formula that can be computed from the sheet alone: texts, numbers, TRUE(), FALSE(), cells of the same sheet, and `&`. The
 * value that the file has stored for a formula is never read: nobody sees it change.
 */
export type FormulaPart =
  | { readonly kind: 'TEXT'; readonly text: string }
  /** Row and column from 1 and 0; `fixed` ones (`$`) do not move with a shared formula. */
  | {
      readonly kind: 'CELL';
      readonly row: number;
      readonly column: number;
      readonly rowFixed: boolean;
      readonly columnFixed: boolean;
    };

export const MAX_FORMULA = 1000;

const PART =
  /^\s*(?:"((?:[^"]|"")*)"|(TRUE|FALSE)(?:\(\s*\))?(?![A-Za-z0-9_(.!])|(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]{0,6})(?![A-Za-z0-9_(.!:])|([0-9]+(?:\.[0-9]+)?)(?![A-Za-z0-9_(.!:]))\s*/i;

/** Column from 0 of its letters. */
export const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The parts whose texts, joined, are the formula's value; null for any other formula. Total: never throws. */
export function parseFormula(formula: string): readonly FormulaPart[] | null {
  if (formula.length > MAX_FORMULA) return null;
  let rest = formula.startsWith('=') ? formula.slice(1) : formula;
  const parts: FormulaPart[] = [];
  for (;;) {
    const found = PART.exec(rest);
    if (found === null) return null;
    const [whole, text, truth, columnMark, letters, rowMark, row, number] = found;
    if (text !== undefined) parts.push({ kind: 'TEXT', text: text.replaceAll('""', '"') });
    else if (truth !== undefined) parts.push({ kind: 'TEXT', text: truth.toUpperCase() });
    else if (number !== undefined) parts.push({ kind: 'TEXT', text: String(Number(number)) });
    else
      parts.push({
        kind: 'CELL',
        row: Number(row),
        column: columnOf(letters ?? ''),
        rowFixed: rowMark === '$',
        columnFixed: columnMark === '$',
      });
    rest = rest.slice(whole.length);
    if (rest === '') return parts;
    if (!rest.startsWith('&')) return null;
    rest = rest.slice(1);
  }
}

/** A shared formula as it stands in another cell. */
export const moved = (parts: readonly FormulaPart[], rows: number, columns: number): readonly FormulaPart[] =>
  parts.map((part) =>
    part.kind === 'TEXT'
      ? part
      : {
          ...part,
          row: part.rowFixed ? part.row : part.row + rows,
          column: part.columnFixed ? part.column : part.column + columns,
        },
  );
