import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of a PDF's structure, as screen readers have it. */
export interface PdfElement {
  readonly type: string;
  readonly alt: string | null;
  /** Of the element's own content. */
  readonly text: string;
}

export interface ReadPdf {
  readonly pages: number;
  readonly language: string;
  readonly title: string;
  /** All text in reading order, runs of white space as one blank. */
  readonly text: string;
  /** In reading order, page by page. */
  readonly structure: readonly PdfElement[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const structure: PdfElement[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    let open: string[] = [];
    for (const item of items) {
      if ('str' in item)
        for (const id of open) marked.set(id, `${marked.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      else if (item.type === 'endMarkedContent') open = open.slice(0, -1);
      else open = [...open, String(item.id)];
    }
    const visit = (node: Node): void => {
      if (node.role === undefined) return;
      const own = (node.children ?? []).filter(({ type }) => type === 'content');
      const text = own.map(({ id }) => marked.get(id ?? '') ?? '').join(' ');
      if (node.role !== 'Root')
        structure.push({ type: node.role, alt: node.alt ?? null, text: text.replaceAll(/\s+/g, ' ').trim() });
      for (const child of node.children ?? []) visit(child);
    };
    const tree = (await page.getStructTree()) as Node | null;
    if (tree !== null) visit(tree);
  }
  const { info } = await document.getMetadata();
  const described = info as { readonly Title?: string; readonly Language?: string };
  const pages = document.numPages;
  await document.destroy();
  return {
    pages,
    language: described.Language ?? '',
    title: described.Title ?? '',
    text: structure
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' '),
    structure,
  };
}
