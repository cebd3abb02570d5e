import { legendOf } from './charts/palette.js';
import { linesOf, widthOf } from './charts/text-lines.js';
import type { FigureModel, Table } from './figures/figure-model.js';

const FONT = '"Fira Sans", "Noto Sans", Arial, sans-serif';
const INK = '#1a1a1a';
const MARGIN = 16;
const LINE = 18;
const SWATCH = 14;

/** What stands around a picture that leaves the page. */
export interface Surroundings {
  /** Study, state, and what the study says of its answers, e.g. that they are synthetic. */
  readonly source: string;
  /** Address that shows the figure again. */
  readonly address: string;
  readonly query: string;
}

/** A picture that stands alone: on white, in a font of its own, with title, sentence, legend, footnotes and source. */
export function svgText(picture: SVGSVGElement, figure: FigureModel, { source }: Surroundings): string {
  const { ownerDocument } = picture;
  const make = (name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement => {
    const element = ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const box = picture.viewBox.baseVal;
  const [drawnWidth, drawnHeight] = [box.width || picture.clientWidth, box.height || picture.clientHeight];
  const width = Math.max(drawnWidth, 480);
  const parts: SVGElement[] = [];
  let y = MARGIN;
  const write = (text: string, attributes: Readonly<Record<string, string | number>>, most: number): void => {
    for (const line of linesOf(text, width, most)) {
      y += LINE;
      parts.push(make('text', { x: MARGIN, y, ...attributes }, line));
    }
  };
  write(figure.title, { 'font-size': 16, 'font-weight': 700 }, 3);
  write(figure.sentence, { 'font-size': 13 }, 6);
  y += 10;
  let x = MARGIN;
  for (const { label, fill } of legendOf(figure.chart)) {
    const entry = SWATCH + 6 + widthOf(label) + 14;
    if (x > MARGIN && x + entry > width + MARGIN) {
      x = MARGIN;
      y += LINE;
    }
    parts.push(
      make('rect', { x, y: y + 2, width: SWATCH, height: SWATCH, fill, stroke: '#5b6472' }),
      make('text', { x: x + SWATCH + 6, y: y + 14, 'font-size': 13 }, label),
    );
    x += entry;
  }
  y += x > MARGIN ? LINE + 10 : 0;
  const copy = picture.cloneNode(true) as SVGSVGElement;
  for (const name of ['style', 'role', 'aria-label', 'class', 'font']) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: MARGIN, y, width: drawnWidth, height: drawnHeight }))
    copy.setAttribute(name, String(value));
  copy.setAttribute('viewBox', `0 0 ${drawnWidth} ${drawnHeight}`);
  copy.setAttribute('font-size', '13');
  y += drawnHeight + 6;
  for (const note of [...figure.notes, source]) write(note, { 'font-size': 12, fill: '#4a4f57' }, 8);
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, y + MARGIN];
  const root = make('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${outerWidth} ${outerHeight}`,
    width: outerWidth,
    height: outerHeight,
    'font-family': FONT,
    fill: INK,
    color: INK,
  });
  root.append(
    make('title', {}, figure.title),
    make('desc', {}, figure.sentence),
    make('rect', { width: outerWidth, height: outerHeight, fill: '#ffffff' }),
    ...parts,
    copy,
  );
  return new XMLSerializer().serializeToString(root);
}

/** Twice the size, so that it is sharp on paper. */
export async function pngBlob(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no pictures');
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('this browser makes no PNG');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** As German spreadsheets open it: semicolons, byte-order mark; what they would run as a formula is text. */
export function csvText({ head, rows }: Table): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/**
 * A workbook, by a library that is loaded when somebody asks for one: the table, and a second sheet with sentence, footnotes,
 * source, address and query, so that the figures do not travel without them.
 */
export async function xlsxBlob(
  { title, sentence, notes, table: { head, rows } }: FigureModel,
  { source, address, query }: Surroundings,
  names: { readonly table: string; readonly notes: string },
): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const text = (value: string) => ({ value, type: String });
  const table = [
    head.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (typeof value === 'number' ? { value, type: Number } : text(value)))),
  ];
  const remarks = [title, sentence, ...notes, source, address, ...query.split('\n')].map((line) => [text(line)]);
  return await writeExcelFile([
    { data: table, sheet: names.table },
    { data: remarks, sheet: names.notes },
  ]).toBlob();
}
