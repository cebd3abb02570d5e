import { SaxesParser } from 'saxes';
import { columnOf } from '../xlsform/cell-formula.js';
import { unreadableXlsx } from '../xlsform/xlsform-fault.js';
import type { XlsxParts } from '../xlsform/xlsx-parts.js';

/** By row from 1, then column from 0: which cells hold numbers, and which of these are shown as dates or times. */
export type CellKinds = ReadonlyMap<number, ReadonlyMap<number, 'NUMBER' | 'DATE'>>;

/** Number formats of ECMA-376 that show dates or times, those of East Asian languages included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format code has a day, month, year, hour or second outside of quoted text, escapes, colours and conditions. */
const isDateFormat = (code: string): boolean =>
  /[dmyhs]/i.test(
    code
      .replaceAll(/"[^"]*"|\\.|_./g, '')
      .replaceAll(/\[([hms])+\]/gi, '$1')
      .replaceAll(/\[[^\]]*\]/g, '')
      .replaceAll(/general/gi, ''),
  );

/**
 * What the cells of a sheet are, which `readXlsx` does not tell: it gives 46143 for the 1st of May 2026, and the text 1.234 and
 * the number 1.234 alike.
 * @param sheet name as the workbook spells it; one that `readXlsx` has read, so that its parts are there and sound
 */
export function cellKinds(parts: XlsxParts, sheet: string): CellKinds {
  const dates = dateStyles(parts);
  const kinds = new Map<number, Map<number, 'NUMBER' | 'DATE'>>();
  let [row, column, style, type] = [0, -1, 0, 'n'];
  let [hasValue, hasFormula] = [false, false];
  parse(parts, partOf(parts, sheet), {
    open: (name, attributes) => {
      if (name === 'row') [row, column] = [attributes.r === undefined ? row + 1 : Number(attributes.r), -1];
      else if (name === 'c') {
        const letters = /^[A-Za-z]{1,3}/.exec(attributes.r ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnOf(letters);
        [style, type] = [Number(attributes.s ?? '0'), attributes.t ?? 'n'];
        [hasValue, hasFormula] = [false, false];
      } else if (name === 'v') hasValue = true;
      else if (name === 'f') hasFormula = true;
    },
    close: (name) => {
      if (name !== 'c' || !hasValue || hasFormula || (type !== 'n' && type !== 'd')) return;
      const cells = kinds.get(row) ?? new Map<number, 'NUMBER' | 'DATE'>();
      cells.set(column, type === 'd' || dates.has(style) ? 'DATE' : 'NUMBER');
      kinds.set(row, cells);
    },
  });
  return kinds;
}

/** Positions in cellXfs whose format shows dates or times. */
function dateStyles(parts: XlsxParts): ReadonlySet<number> {
  const styles = new Set<number>();
  const own = new Map<number, string>();
  let position = -1;
  if (!parts.has('xl/styles.xml')) return styles;
  parse(parts, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') position = 0;
      else if (name === 'xf' && position >= 0) {
        const id = Number(attributes.numFmtId ?? '0');
        const code = own.get(id);
        if (code === undefined ? isBuiltInDate(id) : isDateFormat(code)) styles.add(position);
        position += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') position = -1;
    },
  });
  return styles;
}

function partOf(parts: XlsxParts, sheet: string): string {
  let relation: string | undefined;
  let target = '';
  parse(parts, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet' && attributes.name === sheet)
        relation ??= Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1];
    },
  });
  parse(parts, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target ?? '';
    },
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function parse(
  parts: XlsxParts,
  part: string,
  on: {
    readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
    readonly close?: (name: string) => void;
  },
): void {
  const refuse = (why: string): never => {
    throw unreadableXlsx(
      `The part ${part} of the workbook is no XML that is read here: ${why}`,
      'a complete .xlsx file',
    );
  };
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('doctype', () => refuse('it declares a document type.'));
  parser.on('error', (error) => refuse(error.message));
  parser.on('opentag', ({ name, attributes }) => on.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => on.close?.(localName(name)));
  parser.write(new TextDecoder('utf-8').decode(parts.get(part))).close();
}
