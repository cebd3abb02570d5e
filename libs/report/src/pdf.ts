import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Block, ReportModel } from './report-model.js';
import { stackedBarChart } from './stacked-bar-chart.js';
import { WORDS } from './words.js';

export interface PdfOptions {
  /** Written into the file as its date: the same report then gives the same bytes. */
  readonly date: Date;
}

/** Width of an A4 page less its margins, in points. */
const CONTENT_WIDTH = 483;
const NOTHING_LOADED = () => false;

/** Roboto (Apache-2.0) as pdfmake brings it along. */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const FONTS = {
  Roboto: {
    normal: join(FOLDER, 'Roboto-Regular.ttf'),
    bold: join(FOLDER, 'Roboto-Medium.ttf'),
    italics: join(FOLDER, 'Roboto-Italic.ttf'),
    bolditalics: join(FOLDER, 'Roboto-MediumItalic.ttf'),
  },
};

/**
 * A report as a PDF for A4 paper: embedded font, charts as vectors, bookmarks, page numbers.
 * @returns the bytes of the file
 */
export async function toPdf(model: ReportModel, { date }: PdfOptions): Promise<Uint8Array> {
  pdfmake.setFonts(FONTS);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FOLDER));
  // A report never fetches anything, whatever its texts say.
  pdfmake.setUrlAccessPolicy(NOTHING_LOADED);
  return pdfmake.createPdf(documentOf(model, date)).getBuffer();
}

function documentOf(model: ReportModel, date: Date): TDocumentDefinitions {
  const words = WORDS[model.locale];
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    language: model.locale,
    info: {
      title: `${model.title}: ${model.subtitle}`,
      creationDate: date,
      modDate: date,
      producer: 'Reflexbogen',
      creator: 'Reflexbogen',
    },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: '#1a1a1a' },
    styles: {
      title: { fontSize: 20, bold: true, lineHeight: 1.1 },
      subtitle: { color: '#595959', margin: [0, 4, 0, 12] },
      heading: { fontSize: 13, bold: true, margin: [0, 18, 0, 4] },
      caption: { bold: true, margin: [0, 10, 0, 4] },
      note: { fontSize: 8.5, color: '#595959', margin: [0, 4, 0, 0] },
      remark: { color: '#404040', margin: [0, 0, 0, 12] },
      cell: { fontSize: 8.5 },
    },
    footer: (page, pages) => ({
      text: words.page(page, pages),
      alignment: 'right',
      fontSize: 8,
      color: '#595959',
      margin: [56, 16, 56, 0],
    }),
    // A heading or caption never stands alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
      headlineLevel === 2 && getFollowingNodesOnPage().length === 0,
    content: [
      { text: model.title, style: 'title', headlineLevel: 1, outline: true },
      { text: model.subtitle, style: 'subtitle' },
      ...(model.note === null ? [] : [{ text: model.note, style: 'remark' }]),
      ...model.blocks.map((block) => contentOf(block, model)),
    ] as Content[],
  };
}

function contentOf(block: Block, { locale }: ReportModel): Content {
  const words = WORDS[locale];
  switch (block.kind) {
    case 'heading':
      return { text: block.text, style: 'heading', headlineLevel: 2, outline: true };
    case 'paragraph':
      return { text: block.text, ...(block.isNote ? { style: 'note' } : { margin: [0, 0, 0, 6] }) };
    case 'list':
      return { ul: [...block.items], margin: [0, 2, 0, 4] };
    case 'figure': {
      const title = `${words.figure} ${block.number}  ${block.title}`;
      const svg = stackedBarChart(block.chart, {
        title,
        description: '',
        withheld: words.withheld,
        ink: '#1a1a1a',
        font: 'Roboto',
      });
      return {
        unbreakable: true,
        stack: [
          { text: title, style: 'caption' },
          { svg, width: Math.min(CONTENT_WIDTH, 380) },
          { text: block.source, style: 'note' },
        ],
      };
    }
    case 'table':
      return {
        stack: [
          { text: `${words.table} ${block.number}  ${block.title}`, style: 'caption', headlineLevel: 2 },
          {
            layout: 'lightHorizontalLines',
            table: {
              headerRows: 1,
              dontBreakRows: true,
              widths: block.head.map((_, column) => (column === 0 ? '*' : 'auto')),
              body: [
                block.head.map((text, column) => ({
                  text,
                  bold: true,
                  style: 'cell',
                  alignment: column === 0 ? 'left' : 'right',
                })),
                ...block.rows.map((cells) =>
                  cells.map((text, column) => ({ text, style: 'cell', alignment: column === 0 ? 'left' : 'right' })),
                ),
              ] as Content[][],
            },
          },
        ],
      };
    case 'footnotes':
      return {
        stack: [
          { text: block.title, style: 'heading', headlineLevel: 2, outline: true },
          { ol: [...block.items], style: 'note' },
        ],
      };
  }
}
