import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;
export type Face = 'regular' | 'bold' | 'italic';

/** Roboto (Apache-2.0) as pdfmake brings it along: Latin, Greek and Cyrillic, embedded. */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const FONTS: Readonly<Record<Face, string>> = {
  regular: join(FOLDER, 'Roboto-Regular.ttf'),
  bold: join(FOLDER, 'Roboto-Medium.ttf'),
  italic: join(FOLDER, 'Roboto-Italic.ttf'),
};
const MARGIN = 56;
const FOOTER = 28;
export const INK = '#1a1a1a';
export const GREY = '#595959';

export interface TextStyle {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
  /** Points from the left margin. */
  readonly indent?: number;
}

/**
 * A PDF for A4 paper that is written from top to bottom with its structure (PDF/UA-1): headings, paragraphs, lists and tables
 * for screen readers, in the order of the page; whatever only decorates is marked as such.
 */
export class TaggedPdf {
  readonly width: number;
  private readonly doc: Doc;
  private readonly root: Element;
  private readonly done: Promise<Uint8Array>;

  constructor(options: { readonly title: string; readonly language: string; readonly date: Date }) {
    // The types do not know the subset yet.
    const subset = { subset: 'PDF/UA' } as object;
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER },
      pdfVersion: '1.7',
      tagged: true,
      lang: options.language,
      displayTitle: true,
      bufferPages: true,
      info: { Title: options.title, CreationDate: options.date, ModDate: options.date, Producer: 'Reflexbogen' },
      ...subset,
    });
    this.width = this.doc.page.width - 2 * MARGIN;
    const chunks: Uint8Array[] = [];
    this.done = new Promise((resolve, reject) => {
      this.doc
        .on('data', (chunk: Uint8Array) => chunks.push(chunk))
        .on('end', () => resolve(Buffer.concat(chunks)))
        .on('error', reject);
    });
    for (const [face, file] of Object.entries(FONTS)) this.doc.registerFont(face, file);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get left(): number {
    return MARGIN;
  }

  get y(): number {
    return this.doc.y;
  }

  /** A new element of structure, at the end of its parent. Content follows by `text` or `draw`. */
  element(
    type: string,
    parent: Element = this.root,
    { scope, ...options }: { readonly alt?: string; readonly scope?: 'Row' | 'Column' } = {},
  ): Element {
    const element = this.doc.struct(type, options);
    // Which cells a heading is of; the library has no words for attributes.
    if (scope !== undefined)
      (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data['A'] = {
        O: 'Table',
        Scope: scope,
      };
    parent.add(element);
    return element;
  }

  space(points: number): void {
    this.doc.y += points;
  }

  /** Goes to the next page where less than so many points are left. @returns whether it did */
  keep(points: number): boolean {
    if (this.doc.y + Math.min(points, 600) <= this.doc.page.height - MARGIN - FOOTER) return false;
    this.doc.addPage();
    return true;
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    this.use(style);
    return this.doc.heightOfString(text === '' ? ' ' : this.writable(text), { width });
  }

  widthOf(text: string, style: TextStyle = {}): number {
    this.use(style);
    return this.doc.widthOfString(this.writable(text));
  }

  /** Lines of text in an element of their own, over page breaks where needed. */
  text(type: string, parent: Element, text: string, style: TextStyle = {}): void {
    const { indent = 0 } = style;
    this.content(this.element(type, parent), () => {
      this.use(style);
      this.doc.text(this.writable(text), MARGIN + indent, this.doc.y, { width: this.width - indent });
    });
  }

  /** Text in a box of the page; what follows stays where it was. */
  textAt(element: Element, text: string, box: { x: number; y: number; width: number }, style: TextStyle = {}): void {
    const { y } = this.doc;
    this.content(element, () => {
      this.use(style);
      this.doc.text(this.writable(text), box.x, box.y, { width: box.width });
    });
    this.doc.y = y;
  }

  /** Drawing that means something: the element has its description. */
  draw(element: Element, paint: (doc: Doc) => void): void {
    this.content(element, () => paint(this.doc));
  }

  /** What only decorates: lines to write on, borders. */
  decorate(paint: (doc: Doc) => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    paint(this.doc);
    this.doc.endMarkedContent();
  }

  /** Text that stands elsewhere already and is repeated for the eye. */
  decorateText(text: string, box: { x: number; y: number; width: number }, style: TextStyle = {}): void {
    const { y } = this.doc;
    this.decorate((doc) => {
      this.use(style);
      doc.text(this.writable(text), box.x, box.y, { width: box.width });
    });
    this.doc.y = y;
  }

  end(element: Element): void {
    element.end();
  }

  /** @param footer of a page, from 1 */
  async finish(footer: (page: number, pages: number) => string): Promise<Uint8Array> {
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.doc.switchToPage(index);
      const { margins, height } = this.doc.page;
      // Text below the margin would otherwise begin another page.
      margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.use({ size: 8, color: GREY });
      this.doc.text(footer(index + 1, count), MARGIN, height - MARGIN, { width: this.width, lineBreak: false });
      this.doc.endMarkedContent();
    }
    this.doc.end();
    return this.done;
  }

  /** What the typeface in use has no sign for stands by its number, and is not lost without a word. */
  private writable(text: string): string {
    // The types do not show the font; the library has no other way to ask.
    const { font } = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })
      ._font;
    return [...text]
      .map((sign) => {
        const point = sign.codePointAt(0) ?? 0;
        const isWritable = point < 0x20 || font.hasGlyphForCodePoint(point);
        return isWritable ? sign : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
      })
      .join('');
  }

  private content(element: Element, write: () => void): void {
    element.add(write);
    element.end();
  }

  private use({ face = 'regular', size = 10, color = INK }: TextStyle): void {
    this.doc.font(face).fontSize(size).fillColor(color).strokeColor(color).lineWidth(0.75);
  }
}
