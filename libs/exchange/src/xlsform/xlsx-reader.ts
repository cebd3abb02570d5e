import { SaxesParser } from 'saxes';
import { columnLetters } from '../export/xlsx-xml.js';
import { columnOf, moved, parseFormula, type FormulaPart } from './cell-formula.js';
import { readXlsxParts, XLSX_LIMITS, type XlsxLimits, type XlsxParts } from './xlsx-parts.js';
import { unreadableXlsx } from './xlsform-fault.js';

/** What a cell holds: its text, or why there is none that can be relied on. */
export type XlsxCell = { readonly text: string } | { readonly refused: string };

export interface XlsxRow {
  /** From 1. */
  readonly number: number;
  /** By column from 0; empty cells are left out. */
  readonly cells: ReadonlyMap<number, XlsxCell>;
}

export interface XlsxSheet {
  readonly name: string;
  /** In order, empty ones left out. */
  readonly rows: readonly XlsxRow[];
}

type Written =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FORMULA'; readonly parts: readonly FormulaPart[] | null; readonly formula: string }
  | { readonly kind: 'ERROR'; readonly text: string };

/** Formulas that name each other in a row, characters of a cell, and of all computed cells of a sheet. */
const MAX_CHAIN = 100;
const MAX_CELL = 32_767;
const MAX_COMPUTED = 10_000_000;

/**
 * Reads the sheets of a workbook. Numbers become the shortest decimal text, booleans TRUE and FALSE. A formula is computed anew
 * where it joins texts and cells of its sheet; any other is a cell without a value, whatever the file has stored for it.
 * @param wanted names of the sheets to read, in lower case; the others are returned without rows
 * @throws UnreadableXlsxError for what is no workbook of this kind or exceeds the limits; see readXlsxParts
 */
export async function readXlsx(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
  limits: XlsxLimits = XLSX_LIMITS,
): Promise<readonly XlsxSheet[]> {
  const parts = await readXlsxParts(bytes, limits);
  const contentTypes = partText(parts, '[Content_Types].xml');
  if (/macroEnabled/i.test(contentTypes))
    throw unreadableXlsx('The workbook is of a kind that holds macros.', 'a workbook saved as .xlsx, without macros');
  const shared = parts.has('xl/sharedStrings.xml') ? sharedStrings(partText(parts, 'xl/sharedStrings.xml')) : [];
  return sheetParts(parts).map(({ name, part }) => ({
    name,
    rows: wanted.has(name.trim().toLowerCase()) ? sheetRows(partText(parts, part), name, shared, limits) : [],
  }));
}

function partText(parts: XlsxParts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw unreadableXlsx(`The workbook lacks its part ${name}.`, 'a complete .xlsx file');
  return new TextDecoder('utf-8').decode(part);
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parses a part; document types are refused, so that nothing is defined or fetched. */
function parse(
  xml: string,
  on: {
    readonly open: (element: Element) => void;
    readonly close?: (name: string) => void;
    readonly text?: (text: string) => void;
  },
): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const refuse = (why: string): never => {
    throw unreadableXlsx(`A part of the workbook is no XML that is read here: ${why}`, 'a complete .xlsx file');
  };
  parser.on('doctype', () => refuse('it declares a document type.'));
  parser.on('error', (error) => refuse(error.message));
  parser.on('opentag', ({ name, attributes }) => on.open({ name: localName(name), attributes }));
  parser.on('closetag', ({ name }) => on.close?.(localName(name)));
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.write(xml).close();
}

function sheetParts(parts: XlsxParts): readonly { readonly name: string; readonly part: string }[] {
  const targets = new Map<string, string>();
  parse(partText(parts, 'xl/_rels/workbook.xml.rels'), {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return;
      if (attributes.TargetMode === 'External')
        throw unreadableXlsx('The workbook links to something outside itself.', 'a workbook without links to others');
      targets.set(attributes.Id ?? '', attributes.Target ?? '');
    },
  });
  const sheets: { name: string; part: string }[] = [];
  parse(partText(parts, 'xl/workbook.xml'), {
    open: ({ name, attributes }) => {
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? '';
      const target = targets.get(id) ?? '';
      // Relative to xl/, or absolute in the zip.
      sheets.push({ name: attributes.name ?? '', part: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    },
  });
  return sheets;
}

/** `_x000A_` is the character 0A (ECMA-376, ST_Xstring). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  parse(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 't') inText = false;
    },
    text: (more) => {
      if (inText) text += more;
    },
  });
  return strings;
}

function sheetRows(xml: string, sheet: string, shared: readonly string[], limits: XlsxLimits): readonly XlsxRow[] {
  const rows = new Map<number, Map<number, Written>>();
  const sharedFormulas = new Map<string, { row: number; column: number; parts: readonly FormulaPart[] | null }>();
  let row = 0;
  let column = -1;
  let type = 'n';
  let value: string | undefined;
  let formula: { text: string; shared: string | undefined } | undefined;
  let inside: 'v' | 'f' | 't' | undefined;

  const written = (): Written | undefined => {
    if (formula !== undefined) {
      const first = formula.shared === undefined ? undefined : sharedFormulas.get(formula.shared);
      if (formula.text === '' && first !== undefined)
        return {
          kind: 'FORMULA',
          parts: first.parts === null ? null : moved(first.parts, row - first.row, column - first.column),
          formula: 'shared',
        };
      const parts = parseFormula(formula.text);
      if (formula.shared !== undefined) sharedFormulas.set(formula.shared, { row, column, parts });
      return { kind: 'FORMULA', parts, formula: formula.text };
    }
    if (value === undefined || value === '') return undefined;
    if (type === 's') {
      const text = shared[Number(value)];
      return text === undefined
        ? { kind: 'ERROR', text: 'a text that the workbook lacks' }
        : text === ''
          ? undefined
          : { kind: 'TEXT', text };
    }
    if (type === 'b') return { kind: 'TEXT', text: value.trim() === '1' ? 'TRUE' : 'FALSE' };
    if (type === 'e') return { kind: 'ERROR', text: `the error ${value}` };
    if (type !== 'n') return { kind: 'TEXT', text: unescaped(value) };
    const number = Number(value);
    return Number.isFinite(number)
      ? { kind: 'TEXT', text: String(number) }
      : { kind: 'ERROR', text: 'a number that is none' };
  };

  parse(xml, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = -1;
      } else if (name === 'c') {
        const letters = /^[A-Za-z]{1,3}/.exec(attributes.r ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnOf(letters);
        type = attributes.t ?? 'n';
        value = formula = undefined;
      } else if (name === 'v' || name === 't') {
        value ??= '';
        inside = name;
      } else if (name === 'f') {
        formula = { text: '', shared: attributes.t === 'shared' ? (attributes.si ?? '') : undefined };
        inside = 'f';
      }
    },
    close: (name) => {
      if (name === inside) inside = undefined;
      if (name !== 'c') return;
      const cell = written();
      if (cell === undefined) return;
      const place = { sheet, row, column: columnLetters(column) };
      if (!Number.isInteger(row) || row < 1 || row > limits.rows)
        throw unreadableXlsx(`The sheet has content in row ${row}.`, `at most ${limits.rows} rows`, place);
      if (column >= limits.columns)
        throw unreadableXlsx(
          `The sheet has content in column ${columnLetters(column)}.`,
          `at most ${limits.columns} columns`,
          place,
        );
      const cells = rows.get(row) ?? new Map<number, Written>();
      cells.set(column, cell);
      rows.set(row, cells);
    },
    text: (more) => {
      if (inside === 'f' && formula !== undefined) formula.text += more;
      else if (inside === 'v' || inside === 't') value = (value ?? '') + more;
    },
  });

  // Each cell is computed once, so that cells that name each other over and over cost no more than their number.
  const computed = new Map<Written, string | null>();
  let budget = MAX_COMPUTED;
  const textOf = (cell: Written | undefined, depth: number): string | null => {
    if (cell === undefined) return '';
    if (cell.kind === 'TEXT') return cell.text;
    if (cell.kind === 'ERROR' || cell.parts === null) return null;
    const known = computed.get(cell);
    if (known !== undefined) return known;
    // While it is being computed it has no value: a cell that names itself is refused.
    computed.set(cell, null);
    let joined: string | null = depth > MAX_CHAIN ? null : '';
    for (const part of cell.parts) {
      if (joined === null) break;
      const text = part.kind === 'TEXT' ? part.text : textOf(rows.get(part.row)?.get(part.column), depth + 1);
      joined = text === null || joined.length + text.length > MAX_CELL ? null : joined + text;
    }
    budget -= joined?.length ?? 0;
    if (budget < 0) joined = null;
    computed.set(cell, joined);
    return joined;
  };
  const cellOf = (cell: Written): XlsxCell => {
    if (cell.kind === 'ERROR') return { refused: cell.text };
    const text = textOf(cell, 0);
    if (text !== null) return { text };
    return { refused: `the formula ${cell.kind === 'FORMULA' ? cell.formula.slice(0, 100) : ''}`.trim() };
  };
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, cells]) => ({
      number,
      cells: new Map([...cells].map(([index, cell]) => [index, cellOf(cell)])),
    }));
}
